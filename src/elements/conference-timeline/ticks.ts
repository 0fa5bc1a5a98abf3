/**
 * The axis: where its marks fall and what stands at them, from days to centuries. The finest unit is
 * taken whose labels have room; above it stands the next larger one. Hours, years before 1 and ages are
 * in `far.ts`, which is loaded when somebody goes there.
 */
import { length, toX, type Span } from './scale.js';

/** A mark of the axis. */
export interface Tick {
  /** Days since 1970-01-01. */
  at: number;
  /** Pixels from the beginning of the axis. */
  x: number;
  label: string;
}

/** The fine marks of an axis, and the larger units above them. */
export interface Ticks {
  minor: Tick[];
  major: Tick[];
}

/** Marks at equal steps. */
export type Level = readonly [
  /** How many days are between two of them at the least. */
  days: number,
  /** Each from the last at or before `from` on, up to `to`. */
  beginnings: (from: number, to: number) => Iterable<number>,
  label: Intl.DateTimeFormatOptions,
  /** The next larger unit. */
  above?: Level,
];

/** What the axis needs where days, months and years of this era do not do. */
export interface Far {
  levels(view: Span, near: readonly Level[]): readonly Level[];
  label(language: string, options: Intl.DateTimeFormatOptions, at: number): string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter of the Gregorian calendar, made once. */
export function calendar(
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    // Day before month, as in the dates' own words.
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      calendar: 'gregory',
      timeZone: 'UTC',
      ...options,
    });
    formats.set(key, format);
  }
  return format;
}

/** Days of 0001-01-01 and of the last year that `Date`, and so `Intl`, knows. */
const FIRST = -719162;
const LAST = 1e8 - 400;

/** Whether a stretch has other years than `Intl` can say in short. */
export const isAge = ({ from, to }: Span): boolean => from < FIRST || to > LAST;

/** The day on which a month begins; months count from 0 and may run over. */
const utc = (year: number, month = 0): number => new Date(0).setUTCFullYear(year, month, 1) / 864e5;

const dateOf = (day: number): Date => new Date(day * 864e5);

/**
 * Marks at years.
 * @param begins the first day of a year
 * @param yearOf the year of a day
 */
export const years = (
  step: number,
  begins = utc,
  yearOf = (day: number): number => dateOf(day).getUTCFullYear(),
): Level => [
  // The first of them may crowd each other, so that a label must have room between the shortest.
  step * (step > 2 ? 292 : 365),
  function* (from, to) {
    // Counted as historians count: there is no year 0, so 500 BCE is -499 and round years stay round.
    for (let n = Math.floor((yearOf(from) - 1) / step) * step; ; n += step) {
      // Where year 0 would be stands 1, if it does not crowd the next.
      const at = begins(n > 0 ? n : n + 1);
      // `Date` ends somewhere.
      if (!(at < to)) return;
      if (n || step > 2) yield at;
    }
  },
  { year: 'numeric' },
];

const months = (step: number, label: Intl.DateTimeFormatOptions, above?: Level): Level => [
  step * 28,
  function* (from, to) {
    const date = dateOf(from);
    for (let n = date.getUTCMonth(), at; ; n += step) {
      n -= n % step;
      at = utc(date.getUTCFullYear(), n);
      if (at >= to) return;
      yield at;
    }
  },
  label,
  above,
];

const MONTHS = months(1, { month: 'long', year: 'numeric' });

const days = (step: number): Level => [
  step * 0.7 + 0.3,
  function* (from, to) {
    for (const first of MONTHS[1](from, to)) {
      const next = first + 32 - dateOf(first + 31).getUTCDate();
      // A last mark just before the next month's first would crowd it.
      for (let day = first; day === first || next - day >= step * 0.7; day += step)
        if (day > from - step && day < to) yield day;
    }
  },
  { day: 'numeric' },
  MONTHS,
];

/** Steps of years: 1, 2, 5, 10, 20 and so on. */
export const STEPS = [...Array(37).keys()].map((i) => [1, 2, 5][i % 3]! * 10 ** Math.floor(i / 3));

const LEVELS: readonly Level[] = [
  ...[1, 2, 5, 10].map(days),
  ...[1, 3, 6].map((step) => months(step, { month: 'short' }, years(1))),
  ...STEPS.map((step) => years(step)),
];

/**
 * The marks of an axis.
 * @param measure how wide a label is, px
 * @param far what is needed for hours, years before 1 and ages: without it there are no such marks
 * @param gap the least space between two labels, px
 */
export function ticks(
  view: Span,
  width: number,
  language: string,
  measure: (label: string) => number,
  far?: Far,
  gap = 14,
): Ticks {
  const marks = ([, beginnings, options]: Level): Tick[] =>
    [...beginnings(view.from, view.to)].map((at) => ({
      at,
      x: toX(view, width, at),
      label: far
        ? far.label(language, options, at)
        : calendar(language, options).format(dateOf(at)),
    }));
  if (far || !isAge(view))
    for (const level of far ? far.levels(view, LEVELS) : LEVELS) {
      const room = (level[0] * width) / length(view) - gap;
      if (room < 6) continue;
      const minor = marks(level);
      if (minor.some((tick) => measure(tick.label) > room)) continue;
      // Half a label at the end of the axis would read as another word.
      for (const tick of minor) if (tick.x + measure(tick.label) > width) tick.label = '';
      // The first larger unit began before the view: its label stays at the edge until the next pushes it.
      const major = level[3] ? marks(level[3]) : [];
      return {
        minor: minor.filter(({ x }) => x >= 0),
        major: major
          .filter((_, i) => (major[i + 1]?.x ?? 1) > 0)
          .map((tick) => ({ ...tick, x: Math.max(0, tick.x) }))
          .filter((tick, i, all) => i || measure(tick.label) + gap <= (all[1]?.x ?? Infinity)),
      };
    }
  return { minor: [], major: [] };
}
