/** Hours, years before our era and ages on the axis: loaded when somebody goes there. */
import { civilToDays, daysToCivil } from '../../dates/days.js';
import { calendar, STEPS, years, type Far, type Level } from './ticks.js';

/** `Date`, and so `Intl`, ends here on both sides. */
const LAST_DAY = 1e8;

/** The era as the dates' own words have it; `Intl` knows only the other name. */
export const era = (words: string): string => words.replace(/\bBC\b/g, 'BCE');

const date = (days: number): Date => new Date(days * 864e5);

/** A year by its astronomical number, in words: `1939`, `44 BCE`, `66M BCE`. */
export function yearWords(language: string, year: number): string {
  const days = civilToDays(year, 7, 1);
  if (Math.abs(days) < LAST_DAY)
    return era(
      calendar(language, { year: 'numeric', ...(year < 1 && { era: 'short' }) }).format(date(days)),
    );
  const number = new Intl.NumberFormat(language, { notation: 'compact' }).format(Math.abs(year));
  // The era's word and its place are the language's own: only the number in it is exchanged.
  return year > 0
    ? number
    : era(
        calendar(language, { year: 'numeric', era: 'short' })
          .formatToParts(date(-1e6))
          .map(({ type, value }) => (type === 'year' ? number : value))
          .join(''),
      );
}

const DAY: Level = [
  1,
  function* (from, to) {
    for (let day = Math.floor(from); day < to; day++) yield day;
  },
  { day: 'numeric', month: 'long', year: 'numeric' },
];

/** Minutes of a day. */
const MINUTES = 1440;

const HOURS = [1, 5, 10, 30, 60, 180, 360, 720].map((step): Level => [
  step / MINUTES,
  function* (from, to) {
    for (let n = Math.floor((from * MINUTES) / step) * step; n / MINUTES < to; n += step)
      yield n / MINUTES;
  },
  { hour: 'numeric', minute: '2-digit' },
  DAY,
]);

/** Where `Date` comes to its ends there are only years to tell. */
const AGES = STEPS.map((step) =>
  years(
    step,
    (year) => civilToDays(year, 1, 1),
    (day) => daysToCivil(Math.floor(day)).year,
  ),
);

export const far: Far = {
  levels: ({ from, to }, near) =>
    Math.max(Math.abs(from), Math.abs(to)) > LAST_DAY / 2 ? AGES : [...HOURS, ...near],

  label(language, options, at) {
    const { year } = daysToCivil(Math.floor(at));
    if ((options.year && !options.month) || Math.abs(at) > LAST_DAY - 400)
      return yearWords(language, year);
    return era(
      calendar(language, options.year && year < 1 ? { ...options, era: 'short' } : options).format(
        date(at),
      ),
    );
  },
};
