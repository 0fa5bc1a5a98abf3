import { roman } from './roman.js';
import type { Forms, Words } from './words.js';

const same = (phrase: string): Forms => [phrase, phrase];

/** Russian: a year is always called one (“1939 года”). */
export const ru: Words = {
  locale: 'ru',
  day: (d, m, y) => same(`${d} ${m} ${y} года`),
  dayMonth: (d, m) => `${d} ${m}`,
  month: (a, b, y) => [`${a} ${y} года`, `${b} ${y} года`],
  bareMonth: (a, b) => [a, b],
  year: (y) => [`${y} год`, `${y} года`],
  years: (y) => [`${y} годы`, `${y} годов`],
  decade: (y) => [`${y}-е годы`, `${y}-х годов`],
  century: (n) => [`${roman(n)} век`, `${roman(n)} века`],
  millennium: (n) => [`${n}-е тысячелетие`, `${n}-го тысячелетия`],
  seasons: [
    ['весна', 'весны'],
    ['лето', 'лета'],
    ['осень', 'осени'],
    ['зима', 'зимы'],
  ],
  season: (s, [, y]) => [`${s[0]} ${y}`, `${s[1]} ${y}`],
  hemispheres: ['северное полушарие', 'южное полушарие'],
  parts: [
    (n, [, y]) => [`${n}-й квартал ${y}`, `${n}-го квартала ${y}`],
    (n, [, y]) => [`${n}-я треть ${y}`, `${n}-й трети ${y}`],
    (n, [, y]) => [`${n}-е полугодие ${y}`, `${n}-го полугодия ${y}`],
  ],
  dayDash: '–',
  ofUnknownYear: 'неизвестного года',
  unknownYear: ['неизвестный год', 'неизвестного года'],
  bce: 'до н. э.',
  ce: 'н. э.',
  yearsAgo: (count) => same(`${count} лет назад`),
  thirds: [
    (_, b) => [`начало ${b}`, `начала ${b}`],
    (_, b) => [`середина ${b}`, `середины ${b}`],
    (_, b) => [`конец ${b}`, `конца ${b}`],
  ],
  someDay: (_, b) => [`неизвестный день ${b}`, `неизвестного дня ${b}`],
  someMonth: (_, b) => [`неизвестный месяц ${b}`, `неизвестного месяца ${b}`],
  dayOfSomeMonth: (d, [, y]) => `${d}-е число неизвестного месяца ${y}`,
  betweenDays: (a, b) => `между ${a} и ${b}`,
  within: (stretch) =>
    / годы/.test(stretch) ? `в ${stretch.replace(' годы', ' годах')}` : `в период: ${stretch}`,
  orEarlier: (a) => `${a} или раньше`,
  orLater: (a) => `${a} или позже`,
  andEarlier: (a) => `${a} и раньше`,
  andLater: (a) => `${a} и позже`,
  until: (_, b) => `до ${b} включительно`,
  from: (_, b) => `с ${b}`,
  fromUnknown: (_, b) => `с неизвестной даты до ${b}`,
  toUnknown: (_, b) => `с ${b} до неизвестной даты`,
  oneOf: (list) => `одна из дат: ${list}`,
  allOf: (list) => `все даты: ${list}`,
  or: 'или',
  and: 'и',
  uncertain: (a, b) => [`возможно, ${a}`, `возможно, ${b}`],
  approximate: (_, b) => `около ${b}`,
  both: (_, b) => `возможно, около ${b}`,
  qualified: (n, q) =>
    `${['год', 'месяц', 'день', 'период'][n]} ${{ uncertain: 'под вопросом', approximate: 'приблизительный', both: 'приблизительный и под вопросом' }[q]}`,
};
