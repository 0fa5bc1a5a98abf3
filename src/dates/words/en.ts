import type { Words } from './words.js';

const ordinal = (n: number): string => {
  const teen = n % 100 > 10 && n % 100 < 14;
  return n + ((!teen && ['', 'st', 'nd', 'rd'][n % 10]) || 'th');
};
const same = (phrase: string): [string, string] => [phrase, phrase];
const the = (phrase: string): [string, string] => [phrase, `the ${phrase}`];

/** English in British order: 6–7 December 1939. */
export const en: Words = {
  locale: 'en-GB',
  day: (d, m, y) => same(`${d} ${m} ${y}`),
  dayMonth: (d, m) => `${d} ${m}`,
  month: (m, _, y) => same(`${m} ${y}`),
  bareMonth: same,
  year: same,
  years: same,
  decade: (y) => the(`${y}s`),
  century: (n) => the(`${ordinal(n)} century`),
  millennium: (n) => the(`${ordinal(n)} millennium`),
  seasons: ['spring', 'summer', 'autumn', 'winter'].map(same),
  season: ([s], [y]) => same(`${s} ${y}`),
  hemispheres: ['northern hemisphere', 'southern hemisphere'],
  parts: [
    (n, [, y]) => the(`${ordinal(n)} quarter of ${y}`),
    (n, [, y]) => the(`${ordinal(n)} four months of ${y}`),
    (n, [, y]) => the(`${ordinal(n)} half of ${y}`),
  ],
  dayDash: '–',
  ofUnknownYear: 'of an unknown year',
  unknownYear: same('an unknown year'),
  bce: 'BCE',
  ce: 'CE',
  yearsAgo: (count) => same(`${count} years ago`),
  thirds: [(a) => `early ${a}`, (a) => `mid-${a}`, (a) => `late ${a}`],
  someDay: (_, b) => `some day in ${b}`,
  someMonth: (_, b) => `some month in ${b}`,
  dayOfSomeMonth: (d, [, y]) => `the ${ordinal(Number(d))} of some month in ${y}`,
  betweenDays: (a, b) => `between ${a} and ${b}`,
  within: (stretch) => `some time in ${stretch}`,
  orEarlier: (a) => `${a} or earlier`,
  orLater: (a) => `${a} or later`,
  andEarlier: (a) => `${a} and earlier`,
  andLater: (a) => `${a} and later`,
  until: (_, b) => `until ${b}`,
  from: (_, b) => `from ${b} on`,
  fromUnknown: (_, b) => `an unknown date to ${b}`,
  toUnknown: (a) => `${a} to an unknown date`,
  oneOf: (list) => `one of: ${list}`,
  allOf: (list) => `all of: ${list}`,
  or: 'or',
  and: 'and',
  uncertain: (_, b) => `possibly ${b}`,
  approximate: (_, b) => `around ${b}`,
  both: (_, b) => `possibly around ${b}`,
  qualified: (n, q) =>
    `${['year', 'month', 'day', 'season'][n]} ${q === 'both' ? 'uncertain and approximate' : q}`,
};

/** English with the month first: December 6–7, 1939. */
export const enUS: Words = {
  ...en,
  day: (d, m, y) => same(`${m} ${d}, ${y}`),
  dayMonth: (d, m) => `${m} ${d}`,
  // A bare number shares the month of the other end, which here stands before both.
  betweenDays: (a, b) =>
    /^\d+$/.test(a) ? `between ${b.replace(' ', ` ${a} and `)}` : en.betweenDays(a, b),
};
