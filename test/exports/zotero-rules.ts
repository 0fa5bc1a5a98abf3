/**
 * How Zotero's own translators find works in a page, in our words: what COinS and Embedded Metadata look
 * at, and what they make of it. Where Zotero loses something, these rules lose it too.
 */

/** A work as Zotero has it. */
export interface Found {
  type: string;
  title?: string;
  /** The journal, book, site or encyclopaedia. */
  container?: string;
  creators: { last: string; first?: string; role: string }[];
  date?: string;
  pages?: string;
  volume?: string;
  issue?: string;
  publisher?: string;
  place?: string;
  isbn?: string;
  issn?: string;
  doi?: string;
  url?: string;
  language?: string;
}

/** A name: with a comma it is family and given name, without one the last word is the family name. */
function creator(name: string, role: string): Found['creators'][number] {
  const comma = name.indexOf(',');
  const blank = name.lastIndexOf(' ');
  const [last, first] =
    comma >= 0
      ? [name.slice(0, comma), name.slice(comma + 1)]
      : [name.slice(blank + 1), blank < 0 ? '' : name.slice(0, blank)];
  return { last: last.trim(), ...(first.trim() ? { first: first.trim() } : {}), role };
}

const ITEM_TYPES =
  'artwork bill blogPost book bookSection case computerProgram conferencePaper dataset dictionaryEntry document encyclopediaArticle film forumPost hearing interview journalArticle letter magazineArticle manuscript map newspaperArticle patent presentation report statute thesis webpage'.split(
    ' ',
  );

const GENRES: Record<string, string> = {
  bookitem: 'bookSection',
  conference: 'conferencePaper',
  proceeding: 'conferencePaper',
  report: 'report',
  document: 'document',
};

/** A context object; nothing where its format is none that Zotero knows. */
function parsed(title: string): Found | undefined {
  const pairs = title.split('&').map((part): [string, string] => {
    // Whatever stands after a second equals sign is lost, and a plus is a blank even when it is encoded.
    const [key = '', value = ''] = part.split('=');
    return [key, decodeURIComponent(value.replace(/\+|%2b/gi, ' '))];
  });
  const get = (key: string): string | undefined =>
    pairs.findLast(([name, value]) => name === key && value)?.[1];
  const format = get('rft_val_fmt')?.replace('info:ofi/fmt:kev:mtx:', '');
  const genre = get('rft.genre') ?? '';
  const type = {
    journal: 'journalArticle',
    book: GENRES[genre] ?? 'book',
    dissertation: 'thesis',
    dc: 'webpage',
  }[format ?? ''];
  if (!type) return undefined;
  const part = ['journalArticle', 'bookSection', 'conferencePaper'].includes(type);
  const plain = pairs
    .filter(([key]) => /^rft\.(?:au|creator|contributor)$/.test(key))
    .map(([key, value]) => creator(value, key === 'rft.contributor' ? 'contributor' : 'author'));
  const bodies = pairs
    .filter(([key]) => key === 'rft.aucorp')
    .map(([, value]) => ({ last: value, role: 'author' }));
  const [last, first] = [get('rft.aulast'), get('rft.aufirst')];
  // The first author, told apart, counts only where no plain author is the same.
  const lead =
    last && !plain.some((it) => it.last === last && (it.first ?? '').startsWith(first ?? ''))
      ? [{ last, first, role: 'author' }]
      : [];
  const own = get('rft.type');
  const identifiers = pairs.filter(([key]) => key === 'rft_id').map(([, value]) => value);
  return {
    type: format === 'dc' && own && ITEM_TYPES.includes(own) ? own : type,
    title: part
      ? get('rft.atitle')
      : ['book', 'report'].includes(type)
        ? (get('rft.btitle') ?? get('rft.title'))
        : get('rft.title'),
    container:
      type === 'journalArticle' ? get('rft.jtitle') : part ? get('rft.btitle') : get('rft.source'),
    creators: [...bodies, ...lead, ...plain],
    date: get('rft.date'),
    pages: get('rft.pages'),
    volume: get('rft.volume'),
    issue: get('rft.issue'),
    publisher: type === 'thesis' ? get('rft.inst') : (get('rft.pub') ?? get('rft.publisher')),
    place: get('rft.place'),
    isbn: get('rft.isbn'),
    issn: get('rft.issn'),
    doi: identifiers.find((it) => it.startsWith('info:doi/'))?.slice(9),
    url: identifiers.find((it) => /^https?:/.test(it)),
    language: type === 'thesis' ? undefined : get('rft.language'),
  };
}

/** What the translator COinS finds: spans of the page's own tree, of the class, with a title. */
export function coinsIn(page: Document): Found[] {
  const spans = page.evaluate(
    '//x:span[contains(concat(" ", @class, " "), " Z3988 ")][@title]',
    page,
    () => 'http://www.w3.org/1999/xhtml',
    XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
  );
  return Array.from({ length: spans.snapshotLength }, (_, i) =>
    parsed((spans.snapshotItem(i) as HTMLElement).title),
  ).filter((it) => it !== undefined);
}

/** What the translator Embedded Metadata finds in the head of a page; nothing where it finds no type. */
export function embeddedIn(page: Document): Found | undefined {
  const tags = [...page.head.querySelectorAll('meta')].map((it): [string, string] => [
    it.getAttribute('name') || it.getAttribute('property') || '',
    it.content,
  ]);
  const get = (name: string): string | undefined =>
    tags.find(([tag, value]) => tag.endsWith(name) && value.trim())?.[1];
  const byTag: [tag: string, type: string][] = [
    ['citation_journal_title', 'journalArticle'],
    ['citation_technical_report_institution', 'report'],
    ['citation_conference_title', 'conferencePaper'],
    ['citation_book_title', 'bookSection'],
    ['citation_dissertation_institution', 'thesis'],
    ['citation_isbn', 'book'],
    ['citation_title', 'journalArticle'],
  ];
  const own = tags.find(([tag]) => /^dc(?:terms)?[.:_]type$/i.test(tag))?.[1];
  const type =
    own && ITEM_TYPES.includes(own) ? own : byTag.find(([tag]) => get(tag) !== undefined)?.[1];
  if (!type) return undefined;
  const creators = tags
    .filter(([tag]) => tag.endsWith('citation_author'))
    .flatMap(([, value]) => {
      const people = value.split(/\s*;\s*/);
      const [one = '', two = '', ...more] = value.split(/\s*,\s*/);
      // Two words on both sides of a comma are taken for two people.
      const two_people = people.length === 1 && one.includes(' ') && two.includes(' ');
      return (two_people ? [one, two, ...more] : people).map((name) => creator(name, 'author'));
    });
  const [first, last] = [get('citation_firstpage'), get('citation_lastpage')];
  return {
    type,
    title: get('citation_title'),
    container:
      get('citation_journal_title') ??
      get('citation_book_title') ??
      get('citation_conference_title'),
    creators,
    date: get('citation_publication_date') ?? get('citation_date'),
    pages: first && (last ? `${first}-${last}` : first),
    volume: get('citation_volume'),
    issue: get('citation_issue'),
    publisher:
      get('citation_dissertation_institution') ??
      get('citation_technical_report_institution') ??
      get('citation_publisher'),
    isbn: get('citation_isbn'),
    issn: get('citation_issn'),
    doi: get('citation_doi'),
    url: get('citation_public_url'),
    language: get('citation_language'),
  };
}
