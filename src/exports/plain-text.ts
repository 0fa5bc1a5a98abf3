/** What a dataset says, as text without marks, for formats that have none. */
import { fillReference } from '../citations/fill.js';
import type { Cite, CompiledDataset, Inline, Localized, Rich } from '../dataset/compiled.js';
import { lookup } from '../dataset/lookup.js';
import type { LanguageTag, Text } from '../dataset/types.js';

/** The value in a language, else in the dataset's own, else in any. */
export function inLanguage<T>(
  data: CompiledDataset,
  by: Localized<T>,
  language: LanguageTag,
): T | undefined {
  const base = language.split('-')[0] ?? '';
  return (
    lookup(by, language) ?? lookup(by, base) ?? lookup(by, data.language) ?? Object.values(by)[0]
  );
}

/** A text in a language, else in the dataset's own, else in any. */
export const textIn = (data: CompiledDataset, value: Text, language: LanguageTag): string =>
  typeof value === 'string' ? value : (inLanguage(data, value, language) ?? '');

/** Stands for a mark that is left out, so that the blank before it goes too. */
const LEFT_OUT = '\0';

/** Running text, a paragraph to a line; a mark becomes the short names of its sources in brackets. */
export function plainText(
  data: CompiledDataset,
  rich: Rich | undefined,
  language: LanguageTag,
): string {
  if (!rich) return '';
  const inline = (pieces: Inline[]): string =>
    pieces
      .map((piece, i) => {
        if (typeof piece === 'string') return piece;
        if ('em' in piece) return inline(piece.em);
        if ('href' in piece) return piece.text;
        const before = pieces[i - 1];
        const shorts = piece.cites.flatMap(({ source, at }) => {
          const short = lookup(data.sources, source)?.short ?? source;
          // What the words before it name is not named again.
          if (!at && typeof before === 'string' && before.includes(short)) return [];
          return at ? `${short}, ${textIn(data, at, language)}` : short;
        });
        return shorts.length ? `(${shorts.join('; ')})` : LEFT_OUT;
      })
      .join('')
      .replace(/ ?\0/g, '');
  return (inLanguage(data, rich, language) ?? []).map(inline).join('\n');
}

/**
 * A source's formatted reference as text: that of a bibliography, or the one of a note where a place in it
 * is given.
 */
export function citation(
  data: CompiledDataset,
  { source: id, at, locator, label }: Pick<Cite, 'source' | 'at' | 'locator' | 'label'>,
  language: LanguageTag,
): string {
  const source = lookup(data.sources, id);
  if (!source) return '';
  const pieces = inLanguage(data, at ? source.note : source.entry, language) ?? [];
  const slots = data.references && inLanguage(data, data.references.slots, language);
  return fillReference(pieces, slots, { locator, label }, at && textIn(data, at, language))
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : 'em' in piece
          ? piece.em
          : 'href' in piece
            ? piece.text
            : '',
    )
    .join('');
}
