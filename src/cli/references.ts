/**
 * References by CSL, for `attested build`: the only place that touches a CSL processor. citeproc-js is
 * under CPAL or AGPL, so it stays a package of its own that the command line loads when a dataset names
 * a style, and no file for browsers has anything of it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type CSL from 'citeproc';
import { LABELS } from '../citations/locator.js';
import { linkOf } from '../citations/reference.js';
import {
  compile,
  DatasetError,
  type CompileOptions,
  type FormattedReference,
} from '../dataset/compile.js';
import type {
  CompiledDataset,
  ReferencePiece,
  Slots,
  StyledReferences,
} from '../dataset/compiled.js';
import { nearest } from '../dataset/nearest.js';
import { type Problem, quoted } from '../dataset/problem.js';
import type { CslItem, CslName, Id, LanguageTag } from '../dataset/types.js';
import { withReferences } from '../dataset/restyle.js';
import { CommandError, hasCode, type Io, type JsonFile, readJson } from './io.js';

/** The styles that come with Attested, by the names that datasets give them. */
const STYLES: Record<string, string> = {
  chicago: 'chicago-fullnote-bibliography',
  apa: 'apa',
  mla: 'modern-language-association',
  iso690: 'iso690-author-date-en',
};

/** Their locales, by language. */
const LOCALES: Record<string, string> = {
  en: 'en-US',
  'en-gb': 'en-GB',
  pl: 'pl-PL',
  de: 'de-DE',
  ru: 'ru-RU',
  uk: 'uk-UA',
  fr: 'fr-FR',
};

/** Terms by name and, after a blank, form. */
type Terms = Record<string, string>;

/** Words that a locale lacks, or that cannot stand before a name in its own form. */
const LACKING: Record<string, Terms> = {
  pl: { 'editor verb': 'red.', 'translator verb': 'tłum.' },
  ru: { 'editor verb': 'под ред.', 'translator verb': 'пер.' },
  uk: {
    'et-al': 'та ін.',
    'editor verb': 'за ред.',
    'editor verb-short': 'за ред.',
    'translator verb': 'пер.',
    'translator verb-short': 'пер.',
  },
};

/** The words that the style of ISO 690 has in English, whatever the language. */
const ISO690: Record<string, Terms> = {
  pl: {
    'no date': '[b.d.]',
    in: 'w',
    online: 'online',
    accessed: 'dostęp',
    retrieved: 'dostępne',
    from: 'na',
  },
  de: {
    'no date': '[o. J.]',
    in: 'in',
    online: 'online',
    accessed: 'abgerufen am',
    retrieved: 'verfügbar',
    from: 'unter',
  },
  ru: {
    'no date': '[б. г.]',
    in: 'в',
    online: 'онлайн',
    accessed: 'дата обращения',
    retrieved: 'режим',
    from: 'доступа',
  },
  uk: {
    'no date': '[б. р.]',
    in: 'у',
    online: 'онлайн',
    accessed: 'дата звернення',
    retrieved: 'режим',
    from: 'доступу',
  },
  fr: {
    'no date': '[s. d.]',
    in: 'in',
    online: 'en ligne',
    accessed: 'consulté le',
    retrieved: 'disponible',
    from: 'à l’adresse',
  },
};

/** A style as it was read. */
interface Style {
  name: string;
  xml: string;
}

/** A locale as it was read, with its own name, such as `pl-PL`. */
interface Locale {
  name: string;
  xml: string;
}

type Processor = typeof CSL;

/** What formats a dataset's sources, with all that it needs at hand. */
export interface Formatter {
  format: NonNullable<CompileOptions['formatReferences']>;
  /** What `format` made for the files beside the dataset's own. */
  beside: StyledReferences[];
  /** The sources that a style cannot print, of which `format` told. */
  problems: Problem[];
}

/** Marks in the processor's output, of the private use area: italics, what is upright in them, an address, the locator. */
const EM = '\uE000';
const EM_END = '\uE001';
const UPRIGHT = '\uE002';
const UPRIGHT_END = '\uE003';
const LINK = '\uE004';
const LINK_END = '\uE005';
const SLOT = '\uE006';
const MARKS = /[\uE000-\uE006]/;

const language = (tag: LanguageTag): string => tag.toLowerCase().split('-')[0]!;

/** A style with the words that it lacks in a language, as a locale of its own. */
export function withWords({ name, xml }: Style, tag: LanguageTag): string {
  const own = language(tag);
  const words = { ...LACKING[own], ...(name === 'iso690' && ISO690[own]) };
  // The locale has them with a capital, as no Ukrainian sentence has.
  if (own === 'uk')
    months(own).forEach(([alone], i) => (words[`month-${`${i + 1}`.padStart(2, '0')}`] = alone));
  const terms = Object.entries(words).map(([term, text]) => {
    const [, word, form] = /^(.*?)(?: (verb(?:-short)?))?$/.exec(term)!;
    return `<term name="${word}"${form ? ` form="${form}"` : ''}>${text}</term>`;
  });
  return xml.replace(
    '</info>',
    `</info><locale xml:lang="${own}"><terms>${terms.join('')}</terms></locale>`,
  );
}

/** Teaches the processor to answer in text with our marks. */
function teach(processor: Processor): void {
  processor.debug = () => undefined;
  const link = (_: unknown, text: string): string => LINK + text + LINK_END;
  processor.Output.Formats['attested'] = {
    ...processor.Output.Formats['text'],
    text_escape: (text: string) => (text ? text.replace(/[\uE000-\uE006]/g, '') : ''),
    '@font-style/italic': `${EM}%%STRING%%${EM_END}`,
    '@font-style/oblique': `${EM}%%STRING%%${EM_END}`,
    '@font-style/normal': `${UPRIGHT}%%STRING%%${UPRIGHT_END}`,
    '@URL/true': link,
    '@DOI/true': link,
  };
}

/** The months of a language, each alone and as it stands beside a day. */
function months(tag: LanguageTag): [alone: string, besideDay: string][] {
  const part = (month: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tag, { ...options, month: 'long', timeZone: 'UTC' })
      .formatToParts(new Date(Date.UTC(2001, month, 5)))
      .find(({ type }) => type === 'month')!.value;
  return Array.from({ length: 12 }, (_, month) => [
    part(month, {}),
    part(month, { day: 'numeric', year: 'numeric' }),
  ]);
}

/**
 * Mends what the styles and locales print amiss, on one line: a full stop after a full stop (ISO 690),
 * and beside a day a month that is not in the genitive, as it must be in the Slavic languages.
 */
export function mender(tag: LanguageTag): (text: string) => string {
  const declined = new Map(
    months(tag).filter(([alone, besideDay]) => alone !== besideDay && /^\p{L}+$/u.test(alone)),
  );
  const names = [...declined.keys()].join('|');
  const dayFirst = new RegExp(`(?<!\\d)(\\d{1,2}),? (${names})(?!\\p{L})`, 'giu');
  const dayLast = new RegExp(`(?<=\\d{4}, )(${names}) (\\d{1,2})(?!\\d)`, 'giu');
  const beside = (day: string, month: string): string =>
    `${day} ${declined.get(month.toLowerCase())}`;
  return (text) => {
    const line = text
      .trim()
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\.([\uE000-\uE006]*)\s+\.(?=\s|$)/g, '.$1');
    return names
      ? line
          .replace(dayFirst, (_, day: string, month: string) => beside(day, month))
          .replace(dayLast, (_, month: string, day: string) => beside(day, month))
      : line;
  };
}

/** Text with marks as pieces; a slot gets `slot`. */
function pieces(text: string, slot?: ReferencePiece): ReferencePiece[] {
  const all: ReferencePiece[] = [];
  let [em, upright, link] = [0, 0, false];
  for (const part of text.split(/([\uE000-\uE006])/)) {
    if (part === EM) em++;
    else if (part === EM_END) em--;
    else if (part === UPRIGHT) upright++;
    else if (part === UPRIGHT_END) upright--;
    else if (part === LINK || part === LINK_END) link = part === LINK;
    else if (part === SLOT) all.push(slot ?? '');
    else if (part) {
      const href = link ? linkOf({ type: '', URL: part, DOI: part }) : undefined;
      const last = all.length - 1;
      if (href) all.push({ href, text: part });
      else if (em && !upright) all.push({ em: part });
      else if (typeof all[last] === 'string') all[last] += part;
      else all.push(part);
    }
  }
  return all.filter((piece) => piece !== '');
}

function common(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

const backwards = (text: string): string => [...text].reverse().join('');

/** Where a note without a locator and notes with one differ: the lengths of what they begin and end with alike. */
function cut(without: string, all: readonly string[]): [start: number, end: number] {
  const end = Math.min(
    ...all.map((one) => common(backwards(without), backwards(one.slice(one.indexOf(SLOT) + 1)))),
  );
  const rest = without.slice(0, without.length - end);
  return [Math.min(...all.map((one) => common(rest, one.slice(0, one.indexOf(SLOT))))), end];
}

/** Locators to learn from: one that counts as single and one as several; no style shortens the range. */
const ONE = '7531';
const SEVERAL = '7531-8642';

/** The forms that the slots of a style take in a language, each learned once. */
class Forms {
  readonly forms: Slots['forms'] = [];
  readonly words: Slots['words'] = [];
  #known = new Map<string, number>();
  #dash = '–';

  /** @param cite what the processor answers for a locator of a label */
  constructor(
    private readonly cite: (id: Id, position: number, locator?: string, label?: string) => string,
  ) {}

  slots(range?: string): Slots {
    const { forms, words } = this;
    return {
      forms,
      words,
      ...(range && { range }),
      ...(this.#dash !== '–' && { dash: this.#dash }),
    };
  }

  #marked(id: Id, position: number, locator: string, label: string): string {
    return this.cite(id, position, locator, label).replace(
      /7531(?:([^\d]+)8642)?/,
      (_, dash?: string) => {
        if (label === 'page' && dash) this.#dash = dash;
        return SLOT;
      },
    );
  }

  /** A note with its slot. */
  note(id: Id, position: number): ReferencePiece[] {
    const without = this.cite(id, position);
    // Pages and all else: that is what styles tell apart, so these two say which form it is.
    const kinds = ['page', 'chapter'].map((label) => this.#marked(id, position, ONE, label));
    if (!kinds.every((one) => one.includes(SLOT))) return pieces(without);
    const [start, end] = cut(without, kinds);
    const middle = (one: string): string => one.slice(start, one.length - end);
    const key = JSON.stringify(kinds.map(middle));
    const at =
      this.#known.get(key) ??
      this.#learn((label, locator) => middle(this.#marked(id, position, locator, label)));
    this.#known.set(key, at);
    const none = middle(without);
    if (MARKS.test(none))
      throw new CommandError(`A locator stands in place of mark-up in ${quoted(id)}.`);
    return pieces(without.slice(0, start) + SLOT + without.slice(without.length - end), {
      at,
      ...(none && { none }),
    });
  }

  /** @param around what stands around a locator of a label, with the slot for the locator in it */
  #learn(around: (label: string, locator: string) => string): number {
    const all = LABELS.map((label) => {
      const [one, several] = [ONE, SEVERAL].map((locator) => around(label, locator).split(SLOT));
      return { label, one: one!, several: several! };
    });
    const [[first, after = '']] = [all[0]!.one as [string, string?]];
    const befores = all.flatMap(({ one, several }) => [one[0]!, several[0]!]);
    const before = first.slice(0, Math.min(...befores.map((text) => common(first, text))));
    const words: Slots['words'][number] = {};
    for (const { label, one, several } of all) {
      if (one[1] !== after || several[1] !== after || MARKS.test(one[0]! + several[0]! + after))
        throw new CommandError(
          `The label ${quoted(label)} cannot be told apart from the note around it.`,
        );
      const [single, plural] = [one[0]!.slice(before.length), several[0]!.slice(before.length)];
      words[label] = single === plural ? single : [single, plural];
    }
    return place(this.forms, [before, after, place(this.words, words)]);
  }
}

/** The index of a value in a list, to which it is added if it is not there. */
function place<T>(list: T[], value: T): number {
  const text = JSON.stringify(value);
  const at = list.findIndex((one) => JSON.stringify(one) === text);
  return at < 0 ? list.push(value) - 1 : at;
}

/** Letters and digits alone, to find a title in a reference that changed its case or quotation marks. */
const letters = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Why a reference is no use: neither title nor anybody is in it. Nothing where it is one. */
function useless(item: CslItem, style: string, printed: string[]): string | undefined {
  const id = quoted(String(item.id));
  const names = ['author', 'editor', 'translator']
    .flatMap((role) => (item[role] as CslName[] | undefined) ?? [])
    .flatMap(({ family, literal }) => family ?? literal ?? []);
  const said = [item.title, item['title-short'], ...names].filter(
    (one): one is string => typeof one === 'string' && letters(one) !== '',
  );
  if (!said.length)
    return `${id} has neither a title nor an author or editor, so the style ${quoted(style)} has nothing to print; add one of them.`;
  const lost = printed.some((text) => !said.some((one) => letters(text).includes(letters(one))));
  return lost
    ? `The style ${quoted(style)} drops ${id}: it prints neither title nor author of the type ${quoted(item.type)}. Give it a closer type.`
    : undefined;
}

/** Every source in one style and language. */
function formatAll(
  processor: Processor,
  style: Style,
  tag: LanguageTag,
  locales: ReadonlyMap<LanguageTag, Locale>,
  items: Record<Id, CslItem>,
  fail?: (id: Id, message: string) => void,
): StyledReferences {
  const engine = new processor.Engine(
    {
      retrieveLocale: (name) =>
        [...locales.values()].find((locale) => locale.name === name)?.xml ?? false,
      retrieveItem: (id) => items[id],
    },
    withWords(style, tag),
    locales.get(tag)!.name,
    true,
  );
  engine.setOutputFormat('attested');
  engine.opt.development_extensions.wrap_url_and_doi = true;
  // An entry stands by itself, so the author above it cannot be replaced by a dash.
  engine.bibliography.opt['subsequent-author-substitute'] = undefined;
  engine.updateItems(Object.keys(items));
  const [info, entries] = engine.makeBibliography() || [{ entry_ids: [] }, []];
  const tidy = mender(tag);
  const entryOf = new Map(
    info.entry_ids.map(([id], index): [Id, string] => [id, tidy(entries[index] ?? '')]),
  );
  const answer = (id: Id, position: number, locator?: string, label?: string): string =>
    tidy(engine.makeCitationCluster([{ id, position, ...(locator && { locator, label }) }]));
  const forms = new Forms(answer);
  const inText = engine.opt.xclass === 'in-text';
  const sources: StyledReferences['sources'] = {};
  for (const [id, item] of Object.entries(items)) {
    const entry = entryOf.get(id) ?? '';
    const lost = fail && useless(item, style.name, inText ? [entry] : [entry, answer(id, 0)]);
    if (lost) fail(id, lost);
    const cited = forms.note(id, 0);
    sources[id] = {
      entry: pieces(entry),
      // What stands in the text alone is no reference: the entry comes before it.
      note: inText ? [...pieces(`${entry} `), ...cited] : cited,
      again: forms.note(id, 1),
    };
  }
  return {
    style: style.name,
    language: tag,
    slots: forms.slots(engine.opt['page-range-format']),
    sources,
  };
}

async function readText(path: URL | string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function readStyle(name: string, folder: string, from: string): Promise<Style> {
  const file = Object.hasOwn(STYLES, name) ? STYLES[name] : undefined;
  const own = /^[\w-]+$/.test(name) && !file;
  const xml = file
    ? await readText(new URL(`csl/styles/${file}.csl`, import.meta.url))
    : own && (await readText(resolve(folder, `${name}.csl`)));
  if (!xml) {
    const near = nearest(name, Object.keys(STYLES));
    throw new CommandError(
      `${from} names the style ${quoted(name)}, but there is no ${name}.csl beside it${near ? `; did you mean ${quoted(near)}?` : `; known without a file are ${Object.keys(STYLES).join(', ')}.`}`,
    );
  }
  if (!/<citation[\s>]/.test(xml))
    throw new CommandError(
      `${name}.csl only refers to another style; put that one beside ${from} instead.`,
    );
  return { name, xml };
}

/** The locale of each language, which the processor asks for by its own name. */
async function readLocales(
  tags: readonly LanguageTag[],
  folder: string,
  from: string,
): Promise<Map<LanguageTag, Locale>> {
  const all = new Map<LanguageTag, Locale>();
  const beside = await readdir(folder).catch((): string[] => []);
  for (const tag of ['en', ...tags]) {
    const file = beside.find((one) => one.startsWith(`locales-${tag}`) && one.endsWith('.xml'));
    const name = file?.slice(8, -4) ?? LOCALES[tag.toLowerCase()] ?? LOCALES[language(tag)];
    const xml = file
      ? await readText(resolve(folder, file))
      : name && (await readText(new URL(`csl/locales/locales-${name}.xml`, import.meta.url)));
    if (!xml || !name)
      throw new CommandError(
        `${from} has references in ${quoted(tag)}, for which there is no CSL locale: put its locales-${tag}-….xml beside it. Known without a file are ${Object.keys(LOCALES).join(', ')}.`,
      );
    all.set(tag, { name, xml });
  }
  return all;
}

/** The path of a side file, from the file of its dataset: `set.json` has `set.references/apa.pl.json`. */
export const besidePath = (dataset: string, style: string, tag: LanguageTag): string =>
  `${dataset.replace(/\.json$/, '')}.references/${style}.${tag}.json`;

/**
 * What formats the sources of a dataset in the styles that it names; nothing where there is no style.
 * @param file the authors' file
 * @param wanted `all`: every style and language that it names, else its first style in its own
 * languages; `style`: this one; `languages`: these besides its own
 * @throws CommandError where a style or a language is not to be had, with the nearest that is
 */
export async function formatterFor(
  file: JsonFile,
  io: Io,
  wanted: { all?: boolean; style?: string; languages?: readonly LanguageTag[] } = {},
): Promise<Formatter | undefined> {
  const { references, language: main, languages } = Object(file.value) as Record<string, unknown>;
  const named = Object(references) as Record<string, unknown>;
  const strings = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const styles = [
    ...new Set([...(wanted.style ? [wanted.style] : []), ...strings(named['styles'])]),
  ];
  const [first] = styles;
  if (first === undefined) return undefined;
  const own = [...strings([main]), ...strings(languages)];
  const every = [...new Set([...own, ...strings(named['languages']), ...(wanted.languages ?? [])])];
  const tags =
    wanted.all && !wanted.languages ? every : [...new Set([...own, ...(wanted.languages ?? [])])];

  const folder = dirname(resolve(io.cwd, file.name));
  const read: Style[] = [];
  for (const name of wanted.all ? styles : [first])
    read.push(await readStyle(name, folder, file.name));
  const locales = await readLocales(tags, folder, file.name);
  const { default: processor } = await import('citeproc');
  teach(processor);

  const beside: StyledReferences[] = [];
  const problems: Problem[] = [];
  const format: Formatter['format'] = (items, inFile, fail) => {
    const sources: Record<Id, FormattedReference> = {};
    const slots: Record<LanguageTag, Slots> = {};
    const told = (id: Id, message: string): void => {
      problems.push({ severity: 'error', path: `/sources/${id}/csl`, id, message });
      fail(id, message);
    };
    for (const style of read) {
      for (const tag of tags) {
        const telling = tag === tags[0] ? told : undefined;
        const made = formatAll(processor, style, tag, locales, items, telling);
        if (style.name !== first || (wanted.all && !inFile.includes(tag))) {
          beside.push(made);
          continue;
        }
        slots[tag] = made.slots;
        for (const [id, { entry, note, again }] of Object.entries(made.sources)) {
          const source = (sources[id] ??= { entry: {}, note: {}, again: {} });
          source.entry[tag] = entry;
          source.note[tag] = note;
          source.again![tag] = again;
        }
      }
    }
    return { sources, references: { style: first, styles, languages: every, slots } };
  };
  return { format, beside, problems };
}

/** What the styles that a dataset names have against its sources. */
export async function referenceProblems(file: JsonFile, io: Io): Promise<Problem[]> {
  const formatter = await formatterFor(file, io, { all: true, languages: [] });
  if (!formatter) return [];
  try {
    compile(file.value, { formatReferences: formatter.format });
  } catch (error) {
    // What is no dataset at all is told by whoever asks.
    if (!(error instanceof DatasetError)) throw error;
  }
  return formatter.problems;
}

/** Whether there is a locale for a language without a file beside the dataset. */
export const isKnown = (tag: LanguageTag): boolean => Object.hasOwn(LOCALES, language(tag));

/**
 * A compiled dataset with its references in another style or language, from the file beside it.
 * @param name the dataset's file
 * @throws CommandError where a style is asked for that is not there
 */
export async function restyled(
  dataset: CompiledDataset,
  name: string,
  io: Io,
  style?: string,
  lang?: LanguageTag,
): Promise<CompiledDataset> {
  const { references } = dataset;
  const styles = references?.styles ?? [];
  const wanted = style ?? references?.style;
  if (wanted !== undefined && !styles.includes(wanted)) {
    const near = nearest(wanted, styles);
    throw new CommandError(
      `There is no citation style ${quoted(wanted)} in ${name}${near ? `; did you mean ${quoted(near)}?` : `; it has ${styles.join(', ') || 'none'}.`}`,
    );
  }
  const tag = [lang, lang && language(lang), dataset.language].find(
    (one) => one !== undefined && references?.languages.includes(one),
  );
  if (!references || wanted === undefined || tag === undefined) return dataset;
  if (wanted === references.style && Object.hasOwn(references.slots, tag)) return dataset;
  const { value } = await readJson(besidePath(name, wanted, tag), io);
  return withReferences(dataset, value as StyledReferences);
}
