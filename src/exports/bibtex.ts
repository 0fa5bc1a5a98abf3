/**
 * BibTeX in UTF-8, with the entry types and fields of biblatex. Where biblatex takes an older name too
 * (`journal`, `address`, `year` for a date that is no more than a year), it is the one that is written.
 */
import type { CompiledDataset } from '../dataset/compiled.js';
import type { CslItem, Id } from '../dataset/types.js';
import { dateOf, doiOf, itemsOf, names, text, type PersonName } from './item.js';

const TYPES: Record<string, string> = {
  book: 'book',
  chapter: 'incollection',
  entry: 'inreference',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  review: 'article',
  'review-book': 'article',
  'paper-conference': 'inproceedings',
  thesis: 'thesis',
  report: 'report',
  manuscript: 'unpublished',
  patent: 'patent',
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  dataset: 'dataset',
  software: 'software',
};

/** The names that babel and polyglossia have for languages. */
const LANGUAGES: Record<string, string> = {
  ar: 'arabic',
  be: 'belarusian',
  cs: 'czech',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  he: 'hebrew',
  hu: 'hungarian',
  it: 'italian',
  la: 'latin',
  lt: 'lithuanian',
  nl: 'dutch',
  pl: 'polish',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sk: 'slovak',
  sl: 'slovene',
  uk: 'ukrainian',
};

const SIGNS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text with the signs that mean something to TeX taken as signs. */
const escaped = (value: string): string =>
  value.replace(/[\\{}%&$#_~^]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);

/** Fields that biblatex takes letter by letter: only what would end them is encoded. */
const verbatim = (value: string): string =>
  value.replace(/[\\{}%]/g, (sign) => (sign === '%' ? sign : encodeURIComponent(sign)));

const nameOf = ({ family, given, suffix, literal }: PersonName): string => {
  // In braces nothing is divided: not at a comma, not at "and", nor after the "al" of "al-Khwarizmi".
  const whole = (value: string): string =>
    /,|(?:^|\s)and(?:\s|$)/i.test(value) || /^\p{Ll}+-/u.test(value)
      ? `{${escaped(value)}}`
      : escaped(value);
  if (literal) return `{${escaped(literal)}}`;
  if (!given && !suffix) return /\s/.test(family) ? `{${escaped(family)}}` : whole(family);
  return [family, suffix, given].filter(Boolean).map(whole).join(', ');
};

const list = (value: unknown): string => names(value).map(nameOf).join(' and ');

function fields(item: CslItem, type: string): [name: string, value: string][] {
  const issued = dateOf(item.issued);
  const date = `${issued.from}${issued.circa ? '~' : ''}${issued.to && `/${issued.to}`}`;
  const bare = /^\d{4}$/.test(date);
  const container = escaped(text(item['container-title']));
  const is = (...types: string[]): boolean => types.includes(type);
  // The case of a title is its own: a style must not change that of names and of other languages.
  const kept = (value: unknown): string => {
    const one = escaped(text(value));
    return one && `{${one}}`;
  };
  const periodical = is('article');
  const place = escaped(text(item['publisher-place']));
  const publisher = escaped(text(item.publisher));
  const school = is('thesis', 'report');
  const number = text(item.issue) || text(item.number) || text(item['collection-number']);
  const visited = dateOf(item.accessed).from;
  const language = LANGUAGES[text(item.language).toLowerCase().split('-')[0] ?? ''];
  return [
    ['author', list(item.author)],
    ['editor', list(item.editor)],
    ['translator', list(item.translator)],
    ['title', kept(item.title)],
    ['shorttitle', kept(item['title-short'])],
    [
      periodical ? 'journal' : is('online', 'misc', 'unpublished') ? 'organization' : 'booktitle',
      container,
    ],
    [
      'entrysubtype',
      periodical ? (/^article-(magazine|newspaper)$/.exec(text(item.type))?.[1] ?? '') : '',
    ],
    [bare ? 'year' : 'date', date || escaped(issued.words)],
    ['edition', escaped(text(item.edition))],
    ['series', escaped(text(item['collection-title']))],
    ['volume', escaped(text(item.volume))],
    ['number', escaped(number)],
    ['pages', escaped(text(item.page)).replace(/\s*[-–—‑]+\s*/g, '--')],
    ['type', school ? escaped(text(item.genre)) : ''],
    ['address', place],
    [school ? 'institution' : 'publisher', publisher],
    ['isbn', text(item.ISBN)],
    ['issn', text(item.ISSN)],
    ['doi', verbatim(doiOf(item))],
    ['url', verbatim(text(item.URL))],
    ['urldate', visited],
    ['langid', language ?? ''],
  ];
}

/** These sources as BibTeX; the key of each entry is the id of its source. */
export function bibtex(data: CompiledDataset, ids: Iterable<Id>): string {
  return itemsOf(data, ids)
    .map((item) => {
      let type = (Object.hasOwn(TYPES, item.type) && TYPES[item.type]) || 'misc';
      // A book without an author is a collection, which biblatex files under its editor.
      if (type === 'book' && !list(item.author) && list(item.editor)) type = 'collection';
      const lines = fields(item, type).flatMap(([name, value]) =>
        value ? [`  ${name} = {${value}},\n`] : [],
      );
      return `@${type}{${String(item.id)},\n${lines.join('')}}\n`;
    })
    .join('\n');
}
