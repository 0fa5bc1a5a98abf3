import { roman } from './roman.js';
import type { Forms, Words } from './words.js';

const of = (phrase: string): Forms => [
  phrase,
  /^[aeiouéê]/i.test(phrase) ? `d’${phrase}` : `de ${phrase}`,
];
const du = (phrase: string): Forms => [phrase, `du ${phrase}`];
/** From "du 6 mars", "de mars", "d’avril" to "au 6 mars", "à mars", "à avril". */
const to = (phrase: string): string =>
  phrase
    .replace(/^du /, 'au ')
    .replace(/^des /, 'aux ')
    .replace(/^(de |d’)/, 'à ');
const first = (d: string): string => d.replace(/^1(?=$|–)/, '1er');
const ordinal = (n: number, feminine = false): string =>
  n === 1 ? (feminine ? '1re' : '1er') : `${n}e`;
const romanOrdinal = (n: number): string => (n === 1 ? 'Ier' : `${roman(n)}e`);
const season = (phrase: string): Forms => [
  phrase,
  phrase === 'printemps' ? 'du printemps' : `de l’${phrase}`,
];

/** French: what a preposition governs carries its article (“du 6 mars”, “d’avril”). */
export const fr: Words = {
  locale: 'fr',
  day: (d, m, y) => du(`${first(d)} ${m} ${y}`),
  dayMonth: (d, m) => `${first(d)} ${m}`,
  month: (m, _, y) => of(`${m} ${y}`),
  bareMonth: (m) => of(m),
  year: (y) => of(y),
  years: (y) => [y, `des années ${y}`],
  decade: (y) => [`années ${y}`, `des années ${y}`],
  century: (n) => du(`${romanOrdinal(n)} siècle`),
  millennium: (n) => du(`${romanOrdinal(n)} millénaire`),
  seasons: ['printemps', 'été', 'automne', 'hiver'].map(season),
  season: (s, [y]) => [`${s[0]} ${y}`, `${s[1]} ${y}`],
  hemispheres: ['hémisphère nord', 'hémisphère sud'],
  parts: [
    (n, [y]) => du(`${ordinal(n)} trimestre ${y}`),
    (n, [y]) => du(`${ordinal(n)} quadrimestre ${y}`),
    (n, [y]) => du(`${ordinal(n)} semestre ${y}`),
  ],
  dayDash: '–',
  ofUnknownYear: 'd’une année inconnue',
  unknownYear: ['année inconnue', 'd’une année inconnue'],
  bce: 'av. J.-C.',
  ce: 'apr. J.-C.',
  yearsAgo: (count) => {
    const ago = `il y a ${count} ${/mill(ion|iard)s?$/.test(count) ? 'd’années' : 'ans'}`;
    return [ago, `d’${ago}`];
  },
  thirds: [(a) => `début ${a}`, (a) => `mi-${a}`, (a) => `fin ${a}`],
  someDay: (_, b) => [`un jour ${b}`, `d’un jour ${b}`],
  someMonth: (_, b) => [`un mois ${b}`, `d’un mois ${b}`],
  dayOfSomeMonth: (d, [, y]) => `le ${first(d)} d’un mois ${y}`,
  betweenDays: (a, b) => `entre le ${first(a)} et le ${b}`,
  within: (stretch) => `dans la période ${stretch}`,
  orEarlier: (a) => `${a} ou avant`,
  orLater: (a) => `${a} ou après`,
  andEarlier: (a) => `${a} et avant`,
  andLater: (a) => `${a} et après`,
  until: (_, b) => `jusqu’${to(b)}`,
  from: (_, b) => `à partir ${b}`,
  fromUnknown: (_, b) => `d’une date inconnue ${to(b)}`,
  toUnknown: (_, b) => `${b} à une date inconnue`,
  oneOf: (list) => `l’une des dates : ${list}`,
  allOf: (list) => `toutes les dates : ${list}`,
  or: 'ou',
  and: 'et',
  uncertain: (a) => [`peut-être ${a}`, `de peut-être ${a}`],
  approximate: (_, b) => [`aux environs ${b}`, `des environs ${b}`],
  both: (a, b) => [`peut-être aux environs ${b}`, `de peut-être environ ${a}`],
  qualified: (n, q) => {
    const e = n ? '' : 'e';
    const word = { uncertain: `incertain${e}`, approximate: `approximati${e ? 've' : 'f'}` };
    return `${['année', 'mois', 'jour', 'moment'][n]} ${q === 'both' ? `${word.uncertain} et ${word.approximate}` : word[q]}`;
  },
};
