import { html, nothing, type TemplateResult } from './html.js';
import type {
  Cite,
  CompiledDataset,
  CompiledDate,
  CompiledSource,
  Localized,
  ReferencePiece,
} from '../dataset/compiled.js';
import type { Id, Text } from '../dataset/types.js';
import type { Dictionary } from '../locales/en.js';

/** What a view's functions know of where they are shown: everything but the record itself. */
export interface View {
  data: CompiledDataset;
  /** The dataset's name: its absolute URL, or words for an inline block. */
  dataset: string;
  /** The reader's language, BCP 47. */
  language: string;
  /** The interface in the reader's language, else in one of the dataset's. */
  t: Dictionary;
  /** Level of the widget's own heading, 1 to 6. */
  level: number;
  /** Direction of the widget where its interface is not in the reader's language. */
  dir: 'auto' | symbol;
  /** A date in words in the reader's language. */
  date(date: Pick<CompiledDate, 'edtf' | 'words'>): string;
  /**
   * Notes that a source is cited here and gives its number.
   * @param marked whether the number is shown; two places in one source share a mark
   */
  cite(cite: Cite, marked: boolean): number;
  /** The number of a source that is cited here. */
  number(source: Id): number;
  /** What has been cited so far, by source in order of first mention. */
  cited: Map<Id, Cite[]>;
  /** Whether the page has a list of this dataset's sources. */
  listed: boolean;
  /** Address of a source's entry, or nothing where none is to be had. */
  entry(source: Id): string | undefined;
  /** Whether records are named without links to where they are shown. */
  unlinked?: boolean;
  /** A source as a note of the dataset's citation style (`noteText`), where such notes are shown. */
  note?(view: View, source: CompiledSource, cite: Cite): ReferencePiece[] | undefined;
}

/** What a view is made from. */
export interface Circumstances {
  data: CompiledDataset;
  dataset: string;
  language: string;
  /** Level asked for; what is no level is 3. */
  level: number;
  /** The interface in the reader's language, if the dataset has none. */
  dictionary?: Dictionary;
  /** Words a date in the reader's language, if the dataset has no words for it. */
  format?(edtf: string, language: string): string;
  /** Sources as the page numbers them; any other is numbered after them in order of mention. */
  order: Id[];
  listed: boolean;
  entry(source: Id): string | undefined;
  unlinked?: boolean;
  note?: View['note'];
  /** Told each mark as it is drawn. */
  onmark?(source: Id): void;
}

/** Makes the view of one widget, once for each time that it is drawn. */
export function viewOf(on: Circumstances): View {
  const { data, language, order } = on;
  const own = base(language);
  const cited = new Map<Id, Cite[]>();
  const number = (source: Id): number =>
    order.indexOf(source) + 1 || [...cited.keys()].indexOf(source) + 1;
  const words = data.words[language] ?? data.words[own] ?? on.dictionary;
  return {
    ...on,
    level: Math.min(6, Math.max(1, Math.round(on.level))) || 3,
    // What is said in a language that the reader does not read has a direction of its own.
    dir: words || data.languages?.includes(own) ? nothing : 'auto',
    t:
      words ??
      // The interface may be written in none of the dataset's languages.
      ((data.words[data.language] ?? Object.values(data.words)[0]) as Dictionary),
    cited,
    number,
    cite: (cite, marked) => {
      const { source } = cite;
      cited.set(source, [...(cited.get(source) ?? []), cite]);
      if (marked) on.onmark?.(source);
      return number(source);
    },
    date: ({ words, edtf }) =>
      words[language] ?? words[own] ?? on.format?.(edtf, language) ?? words[data.language] ?? edtf,
  };
}

/** What a template can hold. */
export type Piece = TemplateResult | string | number | symbol | false | null | undefined | Piece[];

/** The value in the reader's language, else in the dataset's own, else in any; and which one it is. */
export function pick<T>(view: View, by: Localized<T>): [value: T, language: string] {
  const language = [
    view.language,
    base(view.language),
    view.data.language,
    ...Object.keys(by),
  ].find((it) => Object.hasOwn(by, it)) as string;
  return [by[language] as T, language];
}

/** A language tag that Intl takes: what a page or a dataset wrote, or English where that is none. */
export function languageTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** `en` of `en-GB`. */
export const base = (language: string): string => language.split('-')[0] as string;

/** A text as a plain string in the best language there is. */
export const plain = (view: View, text: Text): string =>
  typeof text === 'string' ? text : pick(view, text)[0];

/** A text, marked with its language where that is not the reader's. */
export const say = (view: View, text?: Text): Piece =>
  text === undefined
    ? nothing
    : typeof text === 'string'
      ? inLanguage(view, text, view.data.language)
      : inLanguage(view, ...pick(view, text));

/** A piece in a given language, so that it is read out and hyphenated rightly. */
export const inLanguage = (view: View, piece: Piece, language = view.language): Piece =>
  base(language) === base(view.language) ? piece : html`<bdi lang=${language}>${piece}</bdi>`;

/** Pieces set apart by a separator, a semicolon if not told; what is empty is left out. */
export const join = (pieces: Piece[], separator: Piece = '; '): Piece[] =>
  pieces
    .filter((piece) => piece && piece !== nothing)
    .map((piece, i) => [i ? separator : '', piece]);

/** The widget's own heading. */
export const title = (view: View, content: Piece): TemplateResult =>
  html`<h3 part="title" aria-level=${view.level}>${content}</h3>`;

/** A part of the widget under a heading of its own; nothing where it has no content. */
export const section = (view: View, part: string, heading: string, content: Piece): Piece =>
  content
    ? html`<section part=${part}>
        <h4 part="heading" aria-level=${Math.min(6, view.level + 1)}>${heading}</h4>
        ${content}
      </section>`
    : nothing;

/** Puts values into the places marked `{}`. */
export const fill = (words: string, ...values: (string | number)[]): string =>
  values.reduce<string>((filled, value) => filled.replace('{}', () => String(value)), words);
