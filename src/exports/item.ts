/** A source of a compiled dataset as the CSL-JSON item that it was, and what every format asks of one. */
import type { CompiledDataset } from '../dataset/compiled.js';
import { lookup } from '../dataset/lookup.js';
import type { CslItem, Id } from '../dataset/types.js';
import { safeUrl } from '../dataset/url.js';

/** A name as exports need it; `literal` alone for an institution or a name that is not divided. */
export interface PersonName {
  /** With the particle that is filed under it: `van Gogh`, `al-Khwarizmi`. */
  family: string;
  /** With the particle that is not: `Alexander von`. */
  given: string;
  suffix: string;
  literal: string;
}

/**
 * The CSL-JSON item of a source, its id the source's own; nothing where there is no such source. An
 * address that may not be a link is left out.
 */
export function itemOf(data: CompiledDataset, id: Id): CslItem | undefined {
  const source = lookup(data.sources, id);
  if (!source) return undefined;
  const { title, language, url, csl } = source;
  const item: CslItem = { id, type: 'document', title, language, URL: url, ...csl };
  if (typeof item.URL !== 'string' || !safeUrl(item.URL)) delete item.URL;
  if (!item.title) delete item.title;
  if (!item.language) delete item.language;
  return item;
}

/** The items of these sources, in their order; an id of no source is passed over. */
export const itemsOf = (data: CompiledDataset, ids: Iterable<Id>): CslItem[] =>
  [...ids].flatMap((id) => itemOf(data, id) ?? []);

/** Every source that a record cites, or in which what it cites was read, in order of mention. */
export function citedIn(data: CompiledDataset, record: unknown): Id[] {
  const found = new Set<Id>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) {
        if ((name === 'source' || name === 'via') && typeof one === 'string') {
          if (lookup(data.sources, one)) found.add(one);
        } else visit(one);
      }
  };
  visit(record);
  return [...found];
}

/** The mark-up that CSL-JSON allows in a title. */
const MARKUP = /<\/?(?:i|b|sup|sub|sc|span(?: (?:class|style)="[^"<>]{0,80}")?)>/g;

/** A variable as one line of text without mark-up, whatever type it has; empty where it is none. */
export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? `${value}`
        .replace(MARKUP, '')
        // Half a character pair cannot be encoded, and nothing but text belongs on the line.
        .replace(/[\p{Cc}\p{Cs}\s\u2028\u2029]+/gu, ' ')
        .trim()
    : '';

/** A list of names, in order; what is no name is passed over. */
export function names(value: unknown): PersonName[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const part = (name: string): string => text((one as Record<string, unknown>)[name]);
    const particle = part('non-dropping-particle');
    const family = part('family');
    // "al-" and "d’" stand close to the name.
    const joined = /[-’'ʼ‘]$/.test(particle) ? particle + family : `${particle} ${family}`;
    const name: PersonName = {
      family: joined.trim(),
      given: `${part('given')} ${part('dropping-particle')}`.trim(),
      suffix: part('suffix'),
      literal: part('literal'),
    };
    if (!name.family) [name.family, name.given] = [name.given, ''];
    return name.family || name.literal ? [name] : [];
  });
}

/** A name as it is said: given name first. */
export const spoken = ({ family, given, suffix, literal }: PersonName): string =>
  literal || [given, family, suffix].filter(Boolean).join(' ');

const part = (value: unknown): number =>
  typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;

const iso = (parts: unknown): string => {
  if (!Array.isArray(parts)) return '';
  const [year, month, day] = parts.map(part);
  if (year === undefined || !Number.isInteger(year) || Math.abs(year) > 9999) return '';
  const two = (value: number): string => `${value}`.padStart(2, '0');
  const written = `${year < 0 ? '-' : ''}${`${Math.abs(year)}`.padStart(4, '0')}`;
  if (!month || month < 1 || month > 12) return written;
  return !day || day < 1 || day > 31
    ? `${written}-${two(month)}`
    : `${written}-${two(month)}-${two(day)}`;
};

/** A CSL date. */
export interface ItemDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where it is only known in words. */
  from: string;
  /** The end of a range, in the same form; empty where there is none. */
  to: string;
  circa: boolean;
  /** The date as its export wrote it, where it is not divided. */
  words: string;
}

/** Reads a CSL date variable, whatever is in it. */
export function dateOf(value: unknown): ItemDate {
  const date = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const parts = Array.isArray(date['date-parts']) ? (date['date-parts'] as unknown[]) : [];
  return {
    from: iso(parts[0]),
    to: iso(parts[1]),
    circa: Boolean(date.circa),
    words: text(date.literal) || text(date.raw),
  };
}

/** A page range as its first and last page; the last is empty where there is one page. */
export function pagesOf(value: unknown): [first: string, last: string] {
  const [first = '', last = ''] = text(value).split(/\s*[-–—‑]+\s*/);
  return [first, last];
}

/** A DOI without the address that it may be written with. */
export const doiOf = (item: CslItem): string => {
  const doi = text(item.DOI).replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '');
  return /^10\.\d+\/\S+$/.test(doi) ? doi : '';
};
