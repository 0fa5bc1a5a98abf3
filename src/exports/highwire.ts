/**
 * Highwire's `citation_*` tags, by which Zotero and Google Scholar learn of which work a page is the
 * page, and the Dublin Core type that keeps a book from being taken for an article. They are for a page
 * that is about one source, since they speak of the page as a whole; for a list of works there is COinS.
 */
import type { CompiledDataset } from '../dataset/compiled.js';
import type { Id } from '../dataset/types.js';
import { attribute } from './markup.js';
import { dateOf, doiOf, itemOf, names, pagesOf, spoken, text, type PersonName } from './item.js';
import { zoteroType } from './zotero-type.js';

/** "Family, Given" where that cannot be taken for two names, as it is where both have a blank. */
const nameOf = (name: PersonName): string => {
  const { family, given, literal } = name;
  if (literal || !given) return spoken(name);
  return /\s/.test(family) && /\s/.test(given) ? spoken(name) : `${family}, ${given}`;
};

/** The tags of a source, each a name and a content; none where there is no such source. */
export function highwireTags(data: CompiledDataset, id: Id): [name: string, content: string][] {
  const item = itemOf(data, id);
  if (!item) return [];
  const type = zoteroType(item);
  const is = (...types: string[]): boolean => types.includes(type);
  const container = text(item['container-title']);
  const publisher = text(item.publisher);
  const [first, last] = pagesOf(item.page);
  const issued = dateOf(item.issued);
  const within = is('bookSection', 'encyclopediaArticle', 'dictionaryEntry');
  const tags: [string, string][] = [
    ['citation_title', text(item.title)],
    ...names(item.author).map((name): [string, string] => ['citation_author', nameOf(name)]),
    ...names(item.editor).map((name): [string, string] => ['citation_editor', nameOf(name)]),
    ['citation_publication_date', issued.from.replace(/-/g, '/') || issued.words],
    [is('journalArticle') ? 'citation_journal_title' : '', container],
    [within ? 'citation_book_title' : '', container],
    [within ? 'citation_inbook_title' : '', container],
    [is('conferencePaper') ? 'citation_conference_title' : '', container],
    [is('thesis') ? 'citation_dissertation_institution' : '', publisher],
    [is('report') ? 'citation_technical_report_institution' : '', publisher],
    [is('thesis', 'report') ? '' : 'citation_publisher', publisher],
    ['citation_series_title', text(item['collection-title'])],
    ['citation_volume', text(item.volume)],
    ['citation_issue', text(item.issue)],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_isbn', text(item.ISBN)],
    ['citation_issn', text(item.ISSN)],
    ['citation_doi', doiOf(item)],
    ['citation_public_url', text(item.URL)],
    ['citation_language', text(item.language)],
    ['DC.type', type],
  ];
  return tags.filter(([name, content]) => name && content);
}

/** The tags of a source as HTML, one to a line, for the head of a page. */
export const highwire = (data: CompiledDataset, id: Id): string =>
  highwireTags(data, id)
    .map(([name, content]) => `<meta name="${name}" content="${attribute(content)}">\n`)
    .join('');
