import type { Forms, Words } from './words.js';

const same = (phrase: string): Forms => [phrase, phrase];
const im = (phrase: string): Forms => [phrase, `im ${phrase}`];

/** German. */
export const de: Words = {
  locale: 'de',
  day: (d, m, y) => [`${d}. ${m} ${y}`, `am ${d}. ${m} ${y}`],
  dayMonth: (d, m) => `${d}. ${m}`,
  month: (m, _, y) => im(`${m} ${y}`),
  bareMonth: (m) => im(m),
  year: (y) => [y, `im Jahr ${y}`],
  years: (y) => [y, `in den Jahren ${y}`],
  decade: (y) => [`${y}er Jahre`, `in den ${y}er Jahren`],
  century: (n) => im(`${n}. Jahrhundert`),
  millennium: (n) => im(`${n}. Jahrtausend`),
  seasons: ['Frühling', 'Sommer', 'Herbst', 'Winter'].map(im),
  season: ([s], [y]) => im(`${s} ${y}`),
  hemispheres: ['Nordhalbkugel', 'Südhalbkugel'],
  parts: [
    (n, [y]) => im(`${n}. Quartal ${y}`),
    (n, [y]) => im(`${n}. Jahresdrittel ${y}`),
    (n, [y]) => im(`${n}. Halbjahr ${y}`),
  ],
  dayDash: '.–',
  ofUnknownYear: 'eines unbekannten Jahres',
  unknownYear: ['unbekanntes Jahr', 'in einem unbekannten Jahr'],
  bce: 'v. Chr.',
  ce: 'n. Chr.',
  yearsAgo: (count) => same(`vor ${count} Jahren`),
  thirds: [(a) => `Anfang ${a}`, (a) => `Mitte ${a}`, (a) => `Ende ${a}`],
  someDay: (_, b) => `ein Tag ${b}`,
  someMonth: (_, b) => `ein Monat ${b}`,
  dayOfSomeMonth: (d, [, y]) => `der ${d}. eines Monats ${y}`,
  betweenDays: (a, b) =>
    /^\d+$/.test(a) ? `zwischen dem ${a}. und ${b}` : `zwischen dem ${a} und dem ${b}`,
  within: (stretch) => `im Zeitraum ${stretch}`,
  orEarlier: (a) => `${a} oder früher`,
  orLater: (a) => `${a} oder später`,
  andEarlier: (a) => `${a} und früher`,
  andLater: (a) => `${a} und später`,
  until: (a) => `bis einschließlich ${a}`,
  from: (a) => `ab ${a}`,
  fromUnknown: (a) => `unbekanntes Datum bis ${a}`,
  toUnknown: (a) => `${a} bis zu einem unbekannten Datum`,
  oneOf: (list) => `eines der Daten: ${list}`,
  allOf: (list) => `alle Daten: ${list}`,
  or: 'oder',
  and: 'und',
  uncertain: (a) => `möglicherweise ${a}`,
  approximate: (a) => `ca. ${a}`,
  both: (a) => `möglicherweise ca. ${a}`,
  qualified: (n, q) =>
    `${['Jahr', 'Monat', 'Tag', 'Zeitraum'][n]} ${{ uncertain: 'unsicher', approximate: 'ungefähr', both: 'unsicher und ungefähr' }[q]}`,
};
