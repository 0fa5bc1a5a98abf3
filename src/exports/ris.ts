/** RIS as reference managers read it: UTF-8, one tag and value a line, each line ended by CR and LF. */
import type { CompiledDataset } from '../dataset/compiled.js';
import type { CslItem, Id } from '../dataset/types.js';
import {
  dateOf,
  doiOf,
  itemsOf,
  names,
  pagesOf,
  text,
  type ItemDate,
  type PersonName,
} from './item.js';

const TYPES: Record<string, string> = {
  book: 'BOOK',
  chapter: 'CHAP',
  entry: 'ENCYC',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  review: 'JOUR',
  'review-book': 'JOUR',
  'paper-conference': 'CPAPER',
  thesis: 'THES',
  report: 'RPRT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  patent: 'PAT',
  legal_case: 'CASE',
  legislation: 'STAT',
  motion_picture: 'MPCT',
  personal_communication: 'PCOMM',
  webpage: 'ELEC',
  post: 'BLOG',
  'post-weblog': 'BLOG',
  dataset: 'DATA',
  software: 'COMP',
};

/** Types that stand in something, whose editor has the tag of a second author. */
const EDITED = new Set(['CHAP', 'CPAPER', 'DICT', 'ENCYC']);

/** Family name, given name, suffix; an institution stands as it is. */
const nameOf = ({ family, given, suffix, literal }: PersonName): string =>
  literal || [family, given || (suffix && ' '), suffix].filter(Boolean).join(', ');

/** `YYYY/MM/DD/`, and after the last stroke what RIS has no form for: that it is a range, or about then. */
const day = ({ from, to, circa }: ItemDate): string => {
  const [year = '', month = '', date = ''] = from.split('-');
  const more = to || circa ? `${circa ? 'c. ' : ''}${from}${to && `–${to}`}` : '';
  return from && `${year}/${month}/${date}/${more}`;
};

function lines(item: CslItem): [tag: string, value: string][] {
  const each = (tag: string, value: unknown): [string, string][] =>
    names(value).map((name) => [tag, nameOf(name)]);
  const type = (Object.hasOwn(TYPES, item.type) && TYPES[item.type]) || 'GEN';
  const container = text(item['container-title']);
  const issued = dateOf(item.issued);
  const [first, last] = pagesOf(item.page);
  return [
    ['TY', type],
    ['ID', text(item.id)],
    ...each('AU', item.author),
    ...each(EDITED.has(type) ? 'A2' : 'ED', item.editor),
    ...each('A4', item.translator),
    ['TI', text(item.title)],
    ['ST', text(item['title-short'])],
    ['T2', container],
    ['T3', text(item['collection-title'])],
    ['PY', issued.from.split('-')[0] ?? ''],
    ['DA', day(issued) || issued.words],
    ['VL', text(item.volume)],
    ['IS', text(item.issue) || text(item.number)],
    ['ET', text(item.edition)],
    ['SP', first],
    ['EP', last],
    ['PB', text(item.publisher)],
    ['CY', text(item['publisher-place'])],
    ['SN', text(item.ISBN) || text(item.ISSN)],
    ['DO', doiOf(item)],
    ['UR', text(item.URL)],
    ['Y2', day(dateOf(item.accessed))],
    ['LA', text(item.language)],
    ['M3', text(item.genre)],
  ];
}

/** These sources as RIS. */
export const ris = (data: CompiledDataset, ids: Iterable<Id>): string =>
  itemsOf(data, ids)
    .map((item) =>
      [...lines(item).filter(([, value]) => value), ['ER', '']]
        .map(([tag, value]) => `${tag}  - ${value}\r\n`)
        .join(''),
    )
    .join('\r\n');
