/**
 * The plain reference style: what a browser shows where no CSL processor ran ahead of time. Close to
 * Chicago's notes and bibliography, in the reader's language where its few words are known here.
 */
import { format } from '../dates/index.js';
import type { ReferencePiece } from '../dataset/compiled.js';
import type { CslDate, CslItem, CslName } from '../dataset/types.js';
import { safeUrl } from '../dataset/url.js';

/** A reference in its three forms. */
export interface Reference {
  /** For a bibliography: family name first, ends with a full stop. */
  entry: ReferencePiece[];
  /** For a note: given name first, with a slot for the locator, no full stop. */
  note: ReferencePiece[];
  /** Author and year, such as `Rees 2008`. */
  short: string;
}

/** The words of a language: quotation marks first. */
interface Words {
  quotes: [string, string];
  /** Before the book that holds a chapter. */
  in: string;
  and: string;
  editor: [string, string];
  editedBy: string;
  translatedBy: string;
  volume: string;
  issue: string;
  pages: [string, string];
  noDate: string;
  accessed: string;
  others: string;
}

const ENGLISH: Words = {
  quotes: ['“', '”'],
  in: 'in',
  and: 'and',
  editor: ['ed.', 'eds.'],
  editedBy: 'edited by',
  translatedBy: 'translated by',
  volume: 'vol.',
  issue: 'no.',
  pages: ['p.', 'pp.'],
  noDate: 'n.d.',
  accessed: 'accessed',
  others: 'et al.',
};

const WORDS: { [language: string]: Words } = {
  en: ENGLISH,
  pl: {
    quotes: ['„', '”'],
    in: 'w:',
    and: 'i',
    editor: ['red.', 'red.'],
    editedBy: 'red.',
    translatedBy: 'przeł.',
    volume: 't.',
    issue: 'nr',
    pages: ['s.', 's.'],
    noDate: 'b.d.',
    accessed: 'dostęp:',
    others: 'i in.',
  },
  de: {
    quotes: ['„', '“'],
    in: 'in:',
    and: 'und',
    editor: ['Hg.', 'Hg.'],
    editedBy: 'hg. von',
    translatedBy: 'übers. von',
    volume: 'Bd.',
    issue: 'Nr.',
    pages: ['S.', 'S.'],
    noDate: 'o. J.',
    accessed: 'abgerufen am',
    others: 'u. a.',
  },
  ru: {
    quotes: ['«', '»'],
    in: 'в:',
    and: 'и',
    editor: ['ред.', 'ред.'],
    editedBy: 'под ред.',
    translatedBy: 'пер.',
    volume: 'т.',
    issue: '№',
    pages: ['с.', 'с.'],
    noDate: 'б. г.',
    accessed: 'дата обращения:',
    others: 'и др.',
  },
  uk: {
    quotes: ['«', '»'],
    in: 'у:',
    and: 'і',
    editor: ['ред.', 'ред.'],
    editedBy: 'за ред.',
    translatedBy: 'пер.',
    volume: 'т.',
    issue: '№',
    pages: ['с.', 'с.'],
    noDate: 'б. р.',
    accessed: 'дата звернення:',
    others: 'та ін.',
  },
  fr: {
    quotes: ['« ', ' »'],
    in: 'dans',
    and: 'et',
    editor: ['dir.', 'dir.'],
    editedBy: 'sous la dir. de',
    translatedBy: 'traduit par',
    volume: 'vol.',
    issue: 'nº',
    pages: ['p.', 'p.'],
    noDate: 's. d.',
    accessed: 'consulté le',
    others: 'et al.',
  },
};

/** Names listed in full in a bibliography and in a note; of more the first stands for all. */
const IN_ENTRY = 10;
const IN_NOTE = 3;

/** CSL types that stand inside something else, and so go between quotation marks. */
const PARTS = new Set([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'broadcast',
  'chapter',
  'dataset',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'figure',
  'interview',
  'manuscript',
  'paper-conference',
  'personal_communication',
  'post',
  'post-weblog',
  'review',
  'review-book',
  'song',
  'speech',
  'thesis',
  'treaty',
  'webpage',
]);

/** Types whose container is a book, named with "in". */
const IN_BOOK = new Set([
  'chapter',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
]);

/** Types that are dated to the day where the day is known. */
const BY_DAY = new Set([
  'article-magazine',
  'article-newspaper',
  'broadcast',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'personal_communication',
  'post',
  'post-weblog',
  'speech',
  'treaty',
  'webpage',
]);

/** The mark-up that CSL-JSON allows in a title; it is left out, everything else stays as typed. */
const MARKUP = /<\/?(?:i|b|sup|sub|sc|span(?: (?:class|style)="[^"<>]{0,80}")?)>/g;

/** A variable as text, whatever type an export gave it; what is not text or number is not there. */
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? `${value}`.replace(MARKUP, '').trim()
    : '';

const names = (value: unknown): CslName[] =>
  Array.isArray(value)
    ? value.filter((name: unknown): name is CslName => !!name && typeof name === 'object')
    : [];

const joined = (...parts: unknown[]): string => parts.map(text).filter(Boolean).join(' ');

/** Chinese, Japanese and Korean names are written family first and without a blank. */
const EAST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function oneName(name: CslName, inverted: boolean): string {
  const literal = text(name.literal);
  if (literal) return literal;
  const family = joined(name['non-dropping-particle'], name.family);
  const given = text(name.given);
  if (!family || !given) return family || given;
  if (EAST.test(family)) return family + given;
  const suffix = text(name.suffix);
  return inverted
    ? [family, joined(given, name['dropping-particle']), suffix].filter(Boolean).join(', ')
    : joined(given, name['dropping-particle'], family, suffix);
}

function nameList(list: CslName[], words: Words, most: number, inverted: boolean): string {
  const all = list.map((name, index) => oneName(name, inverted && index === 0)).filter(Boolean);
  if (all.length > most) return `${all[0]} ${words.others}`;
  const last = all.pop() ?? '';
  return all.length ? `${all.join(', ')} ${words.and} ${last}` : last;
}

interface DateInWords {
  /** The year or years alone. */
  year: string;
  /** To the day where it is known. */
  full: string;
}

const padded = (value: unknown, length: number): string => text(value).padStart(length, '0');

/** A part of `date-parts` as EDTF; empty where it is none. */
function edtf(parts: unknown): string {
  if (!Array.isArray(parts)) return '';
  const [year, month, day]: unknown[] = parts;
  if (!/^-?\d{1,4}$/.test(text(year))) return '';
  const years = text(year).startsWith('-') ? `-${padded(text(year).slice(1), 4)}` : padded(year, 4);
  return [
    years,
    /^\d{1,2}$/.test(text(month)) && padded(month, 2),
    /^\d{1,2}$/.test(text(day)) && padded(day, 2),
  ]
    .filter(Boolean)
    .join('-');
}

function date(value: unknown, language: string): DateInWords | undefined {
  if (!value || typeof value !== 'object') return undefined;
  const { 'date-parts': parts, literal, raw, circa }: CslDate = value;
  const ends = Array.isArray(parts) ? parts.slice(0, 2).map(edtf).filter(Boolean) : [];
  if (!ends.length) {
    const typed = text(literal) || text(raw);
    return typed ? { year: /\b\d{4}\b/.exec(typed)?.[0] ?? typed, full: typed } : undefined;
  }
  const years = [
    ...new Set(ends.map((end) => end.replace(/(?<=\d)-.*/, '').replace(/^(-?)0+(?=\d)/, '$1'))),
  ];
  const year = (circa ? 'c. ' : '') + years.join('–');
  if (ends.every((end) => /^-?\d{4}$/.test(end))) return { year, full: year };
  try {
    return { year, full: format(ends.join('/') + (circa ? '~' : ''), language) };
  } catch {
    return { year, full: year };
  }
}

/** A title shortened at a colon or full stop, then at a word. */
function shortTitle(csl: CslItem): string {
  const title = text(csl['title-short']) || text(csl.title) || text(csl['container-title']);
  const main = title.split(/[:.?!](?:\s|$)/, 1)[0]!;
  return main.length <= 40 ? main : `${main.slice(0, 40).replace(/\s+\S*$/, '')}…`;
}

/**
 * `Rees 2008`, `Wosik & Nowak 2010`, `Kalbarczyk et al. 2010`; without an author the title stands in.
 * @param name what to put before the year instead
 */
export function formatShort(csl: CslItem, name = ''): string {
  const people =
    [csl.author, csl.editor, csl.translator].map(names).find((list) => list.length) ?? [];
  const [first = '', second = ''] = people.map(
    (name) => joined(name['non-dropping-particle'], name.family) || oneName(name, false),
  );
  const who = people.length > 2 ? `${first} et al.` : second ? `${first} & ${second}` : first;
  return joined(name || who || shortTitle(csl), date(csl.issued, 'en')?.year);
}

/** Sentences of an entry or the parts of a note: pieces to be parted by a sign. */
type Part = ReferencePiece[];

/** What an end has that needs no full stop after it. */
const STOP = /[.?!…](?:[”“»]|\s»)?$/;
const COMMA = /,[”]?$/;

function endsIn(pieces: readonly ReferencePiece[], sign: RegExp): boolean {
  const last = pieces.at(-1);
  if (last === undefined || typeof last === 'string') return sign.test(last ?? '');
  return 'em' in last && sign.test(last.em);
}

/** Sets signs between parts, never two of them: a title that ends with a question mark has its own. */
function punctuate(parts: Part[], sign: '.' | ','): ReferencePiece[] {
  const pieces: ReferencePiece[] = [];
  for (const part of parts.map(clean)) {
    if (!part.length) continue;
    if (pieces.length) pieces.push(endsIn(pieces, sign === '.' ? STOP : COMMA) ? ' ' : `${sign} `);
    pieces.push(...part);
  }
  return pieces;
}

const clean = (part: Part): Part => part.filter((piece) => piece !== '');
const listed = (...parts: string[]): string => parts.filter(Boolean).join(', ');

/** A part with a capital at its beginning. */
function sentence(part: Part): Part {
  const [first, ...rest] = clean(part);
  return typeof first === 'string'
    ? [first.slice(0, 1).toLocaleUpperCase() + first.slice(1), ...rest]
    : clean(part);
}

/** Joins neighbouring strings, so that a reference is as few pieces as may be. */
function merged(pieces: ReferencePiece[]): ReferencePiece[] {
  const all: ReferencePiece[] = [];
  for (const piece of pieces) {
    const last = all.length - 1;
    if (typeof piece === 'string' && typeof all[last] === 'string') all[last] += piece;
    else if (piece !== '') all.push(piece);
  }
  return all;
}

/** The address of a CSL item: its URL where that may be a link, else its DOI's. */
export function linkOf(csl: CslItem): string | undefined {
  const doi = text(csl.DOI).replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '');
  return (
    safeUrl(text(csl.URL)) ??
    (/^10\.\d+\/\S+$/.test(doi) ? safeUrl(`https://doi.org/${doi}`) : undefined)
  );
}

/**
 * A CSL-JSON item as a reference in one plain style. Variables of a wrong type are passed over and
 * missing ones leave no gap; nothing is thrown. Names stand as they are, in their own script.
 * The slot in `note` stands for the locator with the comma before it, see `fillReference`.
 */
export function formatReference(csl: CslItem, language: string): Reference {
  const own = language.toLowerCase().split('-')[0] ?? '';
  const words = (Object.hasOwn(WORDS, own) && WORDS[own]) || ENGLISH;
  const type = text(csl.type);
  const periodical = /^(?:article|review)/.test(type);
  const container = text(csl['container-title']);
  const isPart = PARTS.has(type) || (!!container && type !== 'book');
  const authors = names(csl.author);
  const editors = names(csl.editor);
  const title =
    text(csl.title) ||
    text(csl['title-short']) ||
    (authors.length || container ? '' : text(csl.id));

  const editorsLead = !authors.length && !isPart;
  const leaders = editorsLead ? editors : authors;
  const who = (inverted: boolean): Part => {
    const list = nameList(leaders, words, inverted ? IN_ENTRY : IN_NOTE, inverted);
    return list
      ? [editorsLead ? `${list} (${words.editor[leaders.length > 1 ? 1 : 0]})` : list]
      : [];
  };
  const titled = (sign: string): Part => {
    if (!title) return [];
    if (!isPart) return [{ em: title }];
    const [open, close] = words.quotes;
    const inside = words === ENGLISH && !/[?!.,…]$/.test(title) ? sign : '';
    return [open + title + inside + close];
  };

  const by = (how: string, people: CslName[]): Part => {
    const list = nameList(people, words, IN_NOTE, false);
    return list ? [`${how} ${list}`] : [];
  };
  const helpers = [
    by(words.editedBy, editorsLead ? [] : editors),
    by(words.translatedBy, names(csl.translator)),
  ];

  const volume = text(csl.volume);
  const issue = text(csl.issue);
  const numbers = listed(volume && `${words.volume} ${volume}`, issue && `${words.issue} ${issue}`);
  const page = text(csl.page).replace(/(?<=\d)\s?[-‑—]\s?(?=\d)/g, '–');
  const pages: Part = page ? [`${words.pages[/[–,]/.test(page) ? 1 : 0]} ${page}`] : [];
  const details = [
    text(csl.edition),
    periodical ? '' : numbers,
    joined(csl['collection-title'], csl['collection-number']),
    text(csl.genre) || text(csl.medium),
    listed(text(csl.archive), text(csl.archive_location), text(csl['call-number'])),
  ];
  const imprint = [text(csl['publisher-place']), text(csl.publisher)].filter(Boolean).join(': ');
  const issued = date(csl.issued, language);
  const when = (BY_DAY.has(type) ? issued?.full : issued?.year) ?? words.noDate;

  const inBook = !!container && IN_BOOK.has(type);
  const within: Part = container ? [...(inBook ? [`${words.in} `] : []), { em: container }] : [];
  const journal: Part = periodical && numbers ? punctuate([within, [numbers]], ',') : within;

  const href = linkOf(csl);
  const visited = href && !issued ? date(csl.accessed, language)?.full : undefined;
  const seen: Part = visited ? [`${words.accessed} ${visited}`] : [];

  const entry = punctuate(
    [
      who(true),
      titled('.'),
      punctuate(
        periodical ? [journal, [when], pages] : inBook ? [within, ...helpers, pages] : [within],
        ',',
      ),
      ...(inBook ? [] : helpers),
      ...details.map((detail): Part => [detail]),
      [periodical ? imprint : listed(imprint, when)],
      inBook || periodical ? [] : pages,
      seen,
    ].map(sentence),
    '.',
  );
  const note = punctuate(
    [who(false), titled(','), journal, ...helpers, ...details.map((detail): Part => [detail])].map(
      clean,
    ),
    ',',
  );
  const link: Part = href ? [{ href, text: href }] : [];
  return {
    entry: merged([...entry, endsIn(entry, STOP) ? '' : '.', ...(href ? [' ', ...link] : [])]),
    note: merged([
      ...note,
      note.length ? ` (${listed(imprint, when)})` : listed(imprint, when),
      { at: true },
      ...[seen, link].flatMap((part): Part => (part.length ? [', ', ...part] : [])),
    ]),
    short: formatShort(csl),
  };
}
