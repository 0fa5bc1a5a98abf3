import type { LocatorLabel } from '../dataset/types.js';

/** A locator taken apart: what it counts, the number or name, and the words that follow it. */
export interface Locator {
  label: LocatorLabel;
  locator: string;
  rest: string;
}

/** For each label: what stands before one and before several, then other forms that authors write. */
type Terms = Partial<Record<LocatorLabel, string>>;

/**
 * The forms of English, singular first, plural second. Words of the CSL locale en-US and those that
 * Pandoc reads besides.
 */
const ENGLISH: Terms = {
  page: 'p. pp. page pages p pp',
  chapter: 'chap. chaps. ch. chs. chapter chapters',
  section: 'sec. secs. sect. section sections § §§',
  paragraph: 'para. paras. par. paragraph paragraphs ¶ ¶¶',
  folio: 'fol. fols. f. ff. folio folios',
  note: 'n. nn. note notes',
  figure: 'fig. figs. figure figures',
  line: 'l. ll. line lines',
  column: 'col. cols. column columns',
  volume: 'vol. vols. volume volumes',
  issue: 'no. nos. issue issues number numbers',
  part: 'pt. pts. part parts',
  verse: 'v. vv. verse verses',
  book: 'bk. bks. book books',
  timestamp: ' ',
};

/** Labels that are written, but not looked for in running text: there their words mean other things too. */
const RARE: Terms = {
  act: 'act acts',
  appendix: 'app. apps.',
  'article-locator': 'art. arts.',
  canon: 'can. cann.',
  elocation: 'loc. locs.',
  equation: 'eq. eqs.',
  opus: 'op. opp.',
  rule: 'r. rr.',
  scene: 'sc. scs.',
  'sub-verbo': 's.v. s.vv.',
  supplement: 'suppl. suppls.',
  table: 'tbl. tbls.',
  'title-locator': 'tit. tits.',
};

/** Every label. */
export const LABELS = Object.keys({ ...ENGLISH, ...RARE }) as LocatorLabel[];

/** The forms of other languages; what one lacks is said in English. */
const OTHERS: { [language: string]: Terms } = {
  pl: {
    page: 's. s. str. strona strony',
    chapter: 'rozdz. rozdz. rozdział rozdziały',
    section: '§ §§',
    paragraph: 'akapit akapity ak.',
    folio: 'k. k. karta karty',
    note: 'przyp. przyp. przypis przypisy',
    figure: 'il. il. ryc. rys.',
    line: 'w. w. wiersz wiersze',
    column: 'szp. szp. kol. szpalta',
    volume: 't. t. tom tomy',
    issue: 'nr nr',
    part: 'cz. cz. część',
    book: 'ks. ks. księga',
  },
  de: {
    page: 'S. S. Seite Seiten',
    chapter: 'Kap. Kap. Kapitel',
    section: 'Abschn. Abschn. Abschnitt Abschnitte § §§',
    paragraph: 'Abs. Abs. Absatz Absätze',
    folio: 'Bl. Bl. Blatt Blätter fol.',
    note: 'Anm. Anm. Anmerkung Fn.',
    figure: 'Abb. Abb. Abbildung Abbildungen',
    line: 'Z. Z. Zeile Zeilen',
    column: 'Sp. Sp. Spalte Spalten',
    volume: 'Bd. Bde. Band Bände',
    issue: 'Nr. Nr. Heft',
    part: 'Teil Teile T.',
    verse: 'V. V. Vers Verse',
    book: 'Buch Bücher',
  },
  ru: {
    page: 'с. с. стр. страница страницы',
    chapter: 'гл. гл. глава главы',
    section: '§ §§ разд. раздел',
    paragraph: 'абз. абз. абзац',
    folio: 'л. л. лист листы',
    note: 'прим. прим. примечание сноска',
    figure: 'рис. рис. рисунок ил.',
    line: 'строка строки',
    column: 'стб. стб. столбец',
    volume: 'т. т. том тома',
    issue: '№ №',
    part: 'ч. ч. часть части',
    verse: 'ст. ст. стих',
    book: 'кн. кн. книга',
  },
  uk: {
    page: 'с. с. стор. сторінка сторінки',
    chapter: 'гл. гл. глава глави',
    section: '§ §§ розд. розділ',
    paragraph: 'абз. абз. абзац',
    folio: 'арк. арк. аркуш аркуші',
    note: 'прим. прим. примітка',
    figure: 'рис. рис. рисунок іл.',
    line: 'рядок рядки',
    column: 'стб. стб. стовпець',
    volume: 'т. т. том томи',
    issue: '№ №',
    part: 'ч. ч. частина',
    verse: 'вірш вірші',
    book: 'кн. кн. книга',
  },
  fr: {
    page: 'p. p. page pages',
    chapter: 'chap. chap. chapitre chapitres',
    section: 'sect. sect. section § §§',
    paragraph: 'paragr. paragr. paragraphe al.',
    folio: 'fol. fol. f. folio',
    note: 'n. n. note notes',
    figure: 'fig. fig. figure',
    line: 'l. l. ligne lignes',
    column: 'col. col. colonne',
    volume: 'vol. vol. t. tome',
    issue: 'nº nº no',
    part: 'part. part. partie',
    verse: 'v. v. vers',
    book: 'liv. liv. livre',
  },
};

const base = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

const NUMBER = String.raw`[\p{L}]?\d[\p{L}\d]{0,12}(?:[.:/]\d[\p{L}\d]{0,12}){0,6}`;
const ROMAN = String.raw`(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})`;
const JOIN = String.raw`\s?[-–—‑]\s?|,\s?|\s?&\s?`;
/** Roman numbers are letters, so they go on only from a Roman number: `p. 54, I think` is one page. */
const NUMBERS = new RegExp(
  `^(?:(?:${NUMBER})(?:(?:${JOIN})(?:${NUMBER})(?![\\p{L}\\d]))*|(?:${ROMAN})(?:(?:${JOIN})(?:${ROMAN}|${NUMBER})(?![\\p{L}\\d]))*)(?![\\p{L}\\d])`,
  'iu',
);

const known = new Map<string, Map<string, LocatorLabel>>();

/** Every form of a language, then of English, by the word that authors write. */
function forms(language: string): Map<string, LocatorLabel> {
  const name = Object.hasOwn(OTHERS, base(language)) ? base(language) : 'en';
  let map = known.get(name);
  if (!map) {
    map = new Map();
    for (const terms of [OTHERS[name] ?? {}, ENGLISH]) {
      for (const [label, words] of Object.entries(terms)) {
        for (const word of words.toLowerCase().split(' ')) {
          if (word && !map.has(word)) map.set(word, label as LocatorLabel);
        }
      }
    }
    known.set(name, map);
  }
  return map;
}

/**
 * Reads a locator at the beginning of `text`, as in `p. 54, a suffix`: a label in the short or long
 * form of English or of `language`, then numbers, ranges and lists of them; a number alone is a page.
 * `undefined` where `text` does not begin with one. Never throws; the time is linear in the text.
 */
export function readLocator(text: string, language = 'en'): Locator | undefined {
  const start = /^\s*/.exec(text)![0].length;
  const head = text.slice(start, start + 40);
  const word = /^(?:[§¶]{1,2}|№|nº|\p{L}{1,14}\.?)/iu.exec(head)?.[0];
  const label = word && forms(language).get(word.toLowerCase());
  const spaced = label ? /^\s*/.exec(text.slice(start + word.length))![0].length : 0;
  const from = start + (label ? word.length + spaced : 0);
  const numbers = NUMBERS.exec(text.slice(from, from + 400))?.[0];
  if (!numbers) return undefined;
  if (!label && !/^\d/.test(numbers)) return undefined;
  return {
    label: label || 'page',
    locator: numbers.trim(),
    rest: text.slice(from + numbers.length),
  };
}

/** `188-191` with the dash that ranges have in print: `188–191`. */
const dashed = (locator: string): string =>
  locator.replace(/(?<=\d\p{L}?|\b[ivxlcdm]{1,15})\s?[-‑–—]\s?(?=\d|[ivxlcdm]{1,15}\b)/giu, '–');

/**
 * What an author wrote as a whole locator, taken apart: without a label a number counts pages, and a
 * locator that brings its own label (`ch. 3`) keeps its meaning. `undefined` where it is words
 * (`Introduction`). Never throws.
 */
export function takeApart(
  locator: string,
  label: LocatorLabel | undefined,
  language: string,
): Omit<Locator, 'rest'> | undefined {
  const plain = locator.trim();
  if (label) return { label, locator: plain };
  const read = readLocator(plain, language);
  if (!read)
    return NUMBERS.exec(plain)?.[0] === plain ? { label: 'page', locator: plain } : undefined;
  if (!read.rest.trim()) return { label: read.label, locator: read.locator };
  const more = /^\d/.test(plain) && /^,?\s*(?:ff?|nn?|notes?|fn)\b/.test(read.rest);
  return more ? { label: 'page', locator: plain } : undefined;
}

/**
 * A locator in words: `p. 54`, `pp. 188–191`, `s. 54`. A range or a list takes the plural; words
 * (`Introduction`) stand as they are. A language that is not known here is answered in English.
 * Never throws.
 */
export function formatLocator(
  locator: string,
  label: LocatorLabel | undefined,
  language: string,
): string {
  const whole = takeApart(locator, label, language);
  if (!whole) return locator.trim();
  const own = [OTHERS[base(language)] ?? {}, ENGLISH, RARE].find((terms) =>
    Object.hasOwn(terms, whole.label),
  );
  const [one = '', many = ''] = (own?.[whole.label] ?? ' ').split(' ');
  const several = /[-–—‑,;&]/.test(whole.locator);
  return `${several ? many : one} ${dashed(whole.locator)}`.trim();
}
