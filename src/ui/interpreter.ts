import type { CompiledDataset } from '../dataset/compiled.js';
import { dictionary } from '../locales/dictionaries.js';
import type { Dictionary } from '../locales/en.js';
import { restyle, type Restyled } from '../store/references.js';
import { AttestedErrorEvent } from './events.js';
import { base } from './view.js';

/** What is heard of it, piece by piece. */
export interface Heard extends Restyled {
  dictionary?: Dictionary;
  format?: (edtf: string, language: string) => string;
}

/**
 * What only a reader of another language or citation style than the dataset's own needs: the interface
 * in that language, the wording of dates, and the references. Elements load it when they meet such a
 * reader.
 * @param host the element; it says what is wrong with the style that it asks for
 * @param tell called with each piece
 */
export function interpret(
  host: HTMLElement & { citationStyle?: string },
  data: CompiledDataset,
  name: string,
  language: string,
  tell: (heard: Heard) => void,
): void {
  if (!data.words[language] && !data.words[base(language)]) {
    void import('../dates/index.js').then(({ format }) => tell({ format }));
    void dictionary(language).then((words) => tell({ dictionary: words }));
  }
  void restyle(data, name, language, host.citationStyle).then((restyled) => {
    tell({ data: undefined, problem: undefined, ...restyled });
    if (restyled.problem) host.dispatchEvent(new AttestedErrorEvent(restyled.problem));
  });
}
