import type { CompiledDataset, StyledReferences } from '../dataset/compiled.js';
import { nearest } from '../dataset/nearest.js';
import { withReferences } from '../dataset/restyle.js';
import { shared } from './shared.js';

/** A dataset whose references are in another style or language than its own file has. */
export interface Restyled {
  data?: CompiledDataset;
  /** Why they are not in the style that was asked for, in a sentence a reader can use. */
  problem?: string;
}

/** The side file's text as a dataset, once for each dataset and address on a page. */
async function load(
  data: CompiledDataset,
  address: string,
  style: string,
): Promise<CompiledDataset> {
  let why = 'it could not be reached';
  try {
    const response = await fetch(address);
    why = `the server answered ${response.status}`;
    if (response.ok) {
      why = 'it is not what attested build wrote';
      const styled = (await response.json()) as StyledReferences;
      if (styled.style === style) return withReferences(data, styled);
    }
  } catch {
    // `why` says how far it came.
  }
  throw new Error(why);
}

/**
 * A dataset's references in a style and a reader's language, from the file beside the dataset's own
 * that has them (docs/references.md).
 * @param name the dataset's name: its absolute URL, or words for an inline block, which has no such files
 * @param style the style that the page asks for, if it asks for one
 */
export async function restyle(
  data: CompiledDataset,
  name: string,
  language: string,
  style?: string,
): Promise<Restyled> {
  const { references } = data;
  // The plain style of a dataset that was compiled here stays.
  if (!references) return {};
  const { styles, languages } = references;
  let problem: string | undefined;
  let wanted = style || references.style;
  if (!styles.includes(wanted)) {
    const near = nearest(wanted, styles);
    problem = `There is no citation style “${wanted}” in ${name}.${near ? ` The nearest is “${near}”.` : ` It has ${styles.join(', ')}.`}`;
    wanted = references.style;
  }
  const tag =
    [language, language.split('-')[0]!, data.language].find((one) => languages.includes(one)) ??
    languages[0]!;
  if (wanted === references.style && Object.hasOwn(references.slots, tag)) return { problem };
  try {
    const address = new URL(name);
    address.pathname = `${address.pathname.replace(/\.json$/, '')}.references/${wanted}.${tag}.json`;
    const files = shared(
      'references.1',
      () => new WeakMap<CompiledDataset, Map<string, Promise<CompiledDataset>>>(),
    );
    const own = files.get(data) ?? new Map<string, Promise<CompiledDataset>>();
    files.set(data, own);
    const made = own.get(address.href) ?? load(data, address.href, wanted);
    own.set(address.href, made);
    return { data: await made, problem };
  } catch (error) {
    const why =
      error instanceof TypeError ? 'the dataset stands in the page' : (error as Error).message;
    return {
      problem: problem ?? (style && `The citation style “${wanted}” could not be loaded: ${why}.`),
    };
  }
}
