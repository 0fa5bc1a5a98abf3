/**
 * COinS: each work as an OpenURL context object (ANSI/NISO Z39.88-2004, key/encoded-value) in the title
 * of an empty span, which is what Zotero and library resolvers look for in a page.
 */
import type { CompiledDataset } from '../dataset/compiled.js';
import type { CslItem, Id } from '../dataset/types.js';
import { attribute } from './markup.js';
import { dateOf, doiOf, itemOf, names, pagesOf, text } from './item.js';
import { zoteroType } from './zotero-type.js';

type Pair = [key: string, value: string];

const FORMAT = 'info:ofi/fmt:kev:mtx:';

/** The format of the metadata, and what is particular to it. */
function particular(item: CslItem): Pair[] {
  const title = text(item.title);
  const container = text(item['container-title']);
  const [first, last] = pagesOf(item.page);
  const pages: Pair[] = [
    ['rft.pages', text(item.page)],
    ['rft.spage', last && first],
    ['rft.epage', last],
  ];
  const imprint: Pair[] = [
    ['rft.place', text(item['publisher-place'])],
    ['rft.pub', text(item.publisher)],
    ['rft.edition', text(item.edition)],
    ['rft.series', text(item['collection-title'])],
    ['rft.isbn', text(item.ISBN)],
  ];
  const book = (genre: string, titles: Pair[]): Pair[] => [
    ['rft_val_fmt', `${FORMAT}book`],
    ['rft.genre', genre],
    ...titles,
    ...imprint,
    ...pages,
  ];
  const within: Pair[] = [
    ['rft.atitle', title],
    ['rft.btitle', container],
  ];
  const type = zoteroType(item);
  switch (type) {
    case 'book':
      return book('book', [['rft.btitle', title]]);
    case 'report':
      return book('report', [['rft.btitle', title]]);
    case 'bookSection':
      return book('bookitem', within);
    case 'conferencePaper':
      return book('proceeding', within);
    case 'journalArticle':
      return [
        ['rft_val_fmt', `${FORMAT}journal`],
        ['rft.genre', 'article'],
        ['rft.atitle', title],
        ['rft.jtitle', container],
        ['rft.volume', text(item.volume)],
        ['rft.issue', text(item.issue)],
        ['rft.issn', text(item.ISSN)],
        ...pages,
      ];
    case 'thesis':
      return [
        ['rft_val_fmt', `${FORMAT}dissertation`],
        ['rft.title', title],
        ['rft.inst', text(item.publisher)],
        ['rft.degree', text(item.genre)],
      ];
    default:
      return [
        ['rft_val_fmt', `${FORMAT}dc`],
        // Dublin Core leaves the vocabulary of types open; with Zotero's own it keeps the type apart.
        ['rft.type', type],
        ['rft.title', title],
        ['rft.source', container],
        ['rft.publisher', text(item.publisher)],
        ['rft.identifier', text(item.URL)],
      ];
  }
}

function people(item: CslItem): Pair[] {
  const authors = names(item.author);
  const [lead] = authors;
  return [
    ...(lead && !lead.literal
      ? ([
          ['rft.aulast', lead.family],
          ['rft.aufirst', lead.given],
        ] satisfies Pair[])
      : []),
    ...authors.map(({ family, given, literal }): Pair =>
      literal ? ['rft.aucorp', literal] : ['rft.au', given ? `${family}, ${given}` : family],
    ),
    // OpenURL knows no editor, and an editor is no author.
    ...[...names(item.editor), ...names(item.translator)].map(
      ({ family, given, literal }): Pair => [
        'rft.contributor',
        literal || (given ? `${family}, ${given}` : family),
      ],
    ),
  ];
}

/** A source as a context object; nothing where there is no such source. */
export function contextObject(data: CompiledDataset, id: Id): string | undefined {
  const item = itemOf(data, id);
  if (!item) return undefined;
  const issued = dateOf(item.issued);
  const doi = doiOf(item);
  const pairs: Pair[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ...particular(item),
    ['rft_id', doi && `info:doi/${doi}`],
    ['rft_id', text(item.URL)],
    ...people(item),
    ['rft.date', issued.from || issued.words],
    ['rft.language', text(item.language)],
  ];
  return pairs
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
}

/** The context objects of these sources, each in an empty span, on one line of HTML. */
export const coins = (data: CompiledDataset, ids: Iterable<Id>): string =>
  [...ids]
    .flatMap((id) => contextObject(data, id) ?? [])
    .map((it) => `<span class="Z3988" title="${attribute(it)}"></span>`)
    .join('');
