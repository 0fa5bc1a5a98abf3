import { roman } from './roman.js';
import type { Forms, Words } from './words.js';

const same = (phrase: string): Forms => [phrase, phrase];

/** Polish: months in the nominative alone and in the genitive beside a day or after a preposition. */
export const pl: Words = {
  locale: 'pl',
  day: (d, m, y) => same(`${d} ${m} ${y}`),
  dayMonth: (d, m) => `${d} ${m}`,
  month: (a, b, y) => [`${a} ${y}`, `${b} ${y}`],
  bareMonth: (a, b) => [a, b],
  year: (y) => [y, `${y} roku`],
  years: (y) => [`lata ${y}`, `lat ${y}`],
  // "Lata 40." alone is of no century, and what belongs to which century is then plain.
  decade: (y) => {
    const tens = y % 100 ? `${y % 100}. ${roman(Math.floor(y / 100) + 1)} wieku` : `${y}–${y + 9}`;
    return [`lata ${tens}`, `lat ${tens}`];
  },
  century: (n) => [`${roman(n)} wiek`, `${roman(n)} wieku`],
  millennium: (n) => [`${roman(n)} tysiąclecie`, `${roman(n)} tysiąclecia`],
  seasons: [
    ['wiosna', 'wiosny'],
    ['lato', 'lata'],
    ['jesień', 'jesieni'],
    ['zima', 'zimy'],
  ],
  season: (s, [a, b]) => [`${s[0]} ${a}`, `${s[1]} ${b}`],
  hemispheres: ['półkula północna', 'półkula południowa'],
  parts: [
    (n, [, y]) => [`${roman(n)} kwartał ${y}`, `${roman(n)} kwartału ${y}`],
    (n, [, y]) => [`${roman(n)} tercja ${y}`, `${roman(n)} tercji ${y}`],
    (n, [, y]) => [`${roman(n)} połowa ${y}`, `${roman(n)} połowy ${y}`],
  ],
  dayDash: '–',
  ofUnknownYear: 'nieznanego roku',
  unknownYear: ['nieznany rok', 'nieznanego roku'],
  bce: 'p.n.e.',
  ce: 'n.e.',
  yearsAgo: (count) => same(`${count} lat temu`),
  thirds: [
    (_, b) => [`początek ${b}`, `początku ${b}`],
    (_, b) => [`połowa ${b}`, `połowy ${b}`],
    (_, b) => [`koniec ${b}`, `końca ${b}`],
  ],
  someDay: (_, b) => [`nieznany dzień ${b}`, `nieznanego dnia ${b}`],
  someMonth: (_, b) => [`nieznany miesiąc ${b}`, `nieznanego miesiąca ${b}`],
  dayOfSomeMonth: (d, [, y]) => `${d}. dzień nieznanego miesiąca ${y}`,
  betweenDays: (a, b) => `między ${a} a ${b}`,
  within: (stretch) =>
    stretch.startsWith('lata ') ? `w latach${stretch.slice(4)}` : `w okresie: ${stretch}`,
  orEarlier: (a) => `${a} lub wcześniej`,
  orLater: (a) => `${a} lub później`,
  andEarlier: (a) => `${a} i wcześniej`,
  andLater: (a) => `${a} i później`,
  until: (_, b) => `do ${b}`,
  from: (_, b) => `od ${b}`,
  fromUnknown: (_, b) => `od nieznanej daty do ${b}`,
  toUnknown: (_, b) => `od ${b} do nieznanej daty`,
  oneOf: (list) => `jedna z dat: ${list}`,
  allOf: (list) => `każda z dat: ${list}`,
  or: 'lub',
  and: 'i',
  uncertain: (a, b) => [`być może ${a}`, `być może ${b}`],
  approximate: (_, b) => `około ${b}`,
  both: (_, b) => `być może około ${b}`,
  qualified: (n, q) =>
    `${['rok', 'miesiąc', 'dzień', 'okres'][n]} ${{ uncertain: 'niepewny', approximate: 'przybliżony', both: 'niepewny i przybliżony' }[q]}`,
};
