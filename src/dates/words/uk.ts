import { roman } from './roman.js';
import type { Forms, Words } from './words.js';

const same = (phrase: string): Forms => [phrase, phrase];

/** Ukrainian: a year is always called one (“1939 року”). */
export const uk: Words = {
  locale: 'uk',
  day: (d, m, y) => same(`${d} ${m} ${y} року`),
  dayMonth: (d, m) => `${d} ${m}`,
  month: (a, b, y) => [`${a} ${y} року`, `${b} ${y} року`],
  bareMonth: (a, b) => [a, b],
  year: (y) => [`${y} рік`, `${y} року`],
  years: (y) => [`${y} роки`, `${y} років`],
  // "Сорокові", "двотисячні", else "-ті": the ending is that of the ordinal.
  decade: (y) => [`${y}-${y % 100 === 40 ? 'ві' : y % 1000 ? 'ті' : 'ні'} роки`, `${y}-х років`],
  century: (n) => [`${roman(n)} століття`, `${roman(n)} століття`],
  millennium: (n) => [`${n}-е тисячоліття`, `${n}-го тисячоліття`],
  seasons: [
    ['весна', 'весни'],
    ['літо', 'літа'],
    ['осінь', 'осені'],
    ['зима', 'зими'],
  ],
  season: (s, [, y]) => [`${s[0]} ${y}`, `${s[1]} ${y}`],
  hemispheres: ['північна півкуля', 'південна півкуля'],
  parts: [
    (n, [, y]) => [`${n}-й квартал ${y}`, `${n}-го кварталу ${y}`],
    (n, [, y]) => [`${n}-а третина ${y}`, `${n}-ї третини ${y}`],
    (n, [, y]) => [`${n}-е півріччя ${y}`, `${n}-го півріччя ${y}`],
  ],
  dayDash: '–',
  ofUnknownYear: 'невідомого року',
  unknownYear: ['невідомий рік', 'невідомого року'],
  bce: 'до н. е.',
  ce: 'н. е.',
  yearsAgo: (count) => same(`${count} років тому`),
  thirds: [
    (_, b) => [`початок ${b}`, `початку ${b}`],
    (_, b) => [`середина ${b}`, `середини ${b}`],
    (_, b) => [`кінець ${b}`, `кінця ${b}`],
  ],
  someDay: (_, b) => [`невідомий день ${b}`, `невідомого дня ${b}`],
  someMonth: (_, b) => [`невідомий місяць ${b}`, `невідомого місяця ${b}`],
  dayOfSomeMonth: (d, [, y]) => `${d}-те число невідомого місяця ${y}`,
  betweenDays: (a, b) => `між ${a} і ${b}`,
  within: (stretch) =>
    / роки/.test(stretch) ? `у ${stretch.replace(' роки', ' роках')}` : `у період: ${stretch}`,
  orEarlier: (a) => `${a} або раніше`,
  orLater: (a) => `${a} або пізніше`,
  andEarlier: (a) => `${a} і раніше`,
  andLater: (a) => `${a} і пізніше`,
  until: (_, b) => `до ${b} включно`,
  from: (_, b) => `від ${b}`,
  fromUnknown: (_, b) => `від невідомої дати до ${b}`,
  toUnknown: (_, b) => `від ${b} до невідомої дати`,
  oneOf: (list) => `одна з дат: ${list}`,
  allOf: (list) => `усі дати: ${list}`,
  or: 'або',
  and: 'і',
  uncertain: (a, b) => [`можливо, ${a}`, `можливо, ${b}`],
  approximate: (_, b) => `близько ${b}`,
  both: (_, b) => `можливо, близько ${b}`,
  qualified: (n, q) =>
    `${['рік', 'місяць', 'день', 'період'][n]} ${{ uncertain: 'непевний', approximate: 'приблизний', both: 'непевний і приблизний' }[q]}`,
};
