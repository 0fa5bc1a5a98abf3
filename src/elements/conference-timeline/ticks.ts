/**
 * The axis: where its marks fall and what stands at them, from hours to ages, in any language. The
 * finest unit is taken whose labels have room; above it stands the next larger one.
 */
import { civilToDays, daysInMonth, daysToCivil } from '../../dates/days.js';
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
export interface Axis {
  minor: Tick[];
  major: Tick[];
}

type Unit = 'hour' | 'day' | 'month' | 'year';

/** `Date`, and so `Intl`, ends here on both sides. */
const LAST_DAY = 1e8;

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

/** The era as the dates' own words have it; `Intl` knows only the other name. */
const ERA = [/\bBC\b/g, 'BCE'] as const;

const date = (days: number): Date => new Date(days * 864e5);

/** A year by its astronomical number, in words: `1939`, `44 BC`, `66M BC`. */
export function yearWords(language: string, year: number): string {
  const days = civilToDays(year, 7, 1);
  if (Math.abs(days) < LAST_DAY)
    return calendar(language, { year: 'numeric', ...(year < 1 && { era: 'short' }) })
      .format(date(days))
      .replace(...ERA);
  const number = new Intl.NumberFormat(language, { notation: 'compact' }).format(Math.abs(year));
  // The era's word and its place are the language's own: only the number in it is exchanged.
  return year > 0
    ? number
    : calendar(language, { year: 'numeric', era: 'short' })
        .formatToParts(date(-1e6))
        .map(({ type, value }) => (type === 'year' ? number : value))
        .join('')
        .replace(...ERA);
}

/** A stretch of time in words, as finely as its length deserves. */
export function spanWords(language: string, { from, to }: Span): string {
  const last = Math.max(from, to - 1e-6);
  const days = to - from;
  if (Math.max(Math.abs(from), Math.abs(last)) < LAST_DAY && days < 40 * 365) {
    const format = calendar(language, {
      year: 'numeric',
      month: days < 4000 ? 'long' : 'short',
      ...(days < 800 && { day: 'numeric' }),
      ...(daysToCivil(Math.floor(from)).year < 1 && { era: 'short' }),
    });
    return format.formatRange(date(from), date(last)).replace(...ERA);
  }
  const [a, b] = [from, last].map((at) => yearWords(language, daysToCivil(Math.floor(at)).year));
  return a === b ? (a as string) : `${a} – ${b}`;
}

/** Each beginning of a unit from the last at or before `from` on; a step keeps to the larger unit. */
function* beginnings(unit: Unit, step: number, from: number, to: number): Generator<number> {
  if (unit === 'hour') {
    for (let n = Math.floor((from * 24) / step) * step; n / 24 < to; n += step) yield n / 24;
    return;
  }
  let { year, month } = daysToCivil(Math.floor(from));
  if (unit === 'year') {
    // Counted as historians count: there is no year 0, so 500 BCE is -499 and round years stay round.
    for (let n = Math.floor((year - 1) / step) * step; ; n += step) {
      // Where year 0 would be stands 1, if it does not crowd the next.
      const at = civilToDays(n > 0 ? n : n + 1, 1, 1);
      if (at >= to) return;
      if (n || step > 2) yield at;
    }
  }
  if (unit === 'month') {
    for (month -= (month - 1) % step; ; month += step) {
      const at = civilToDays(year, month, 1);
      if (at >= to) return;
      yield at;
    }
  }
  for (; ; month === 12 ? ((month = 1), year++) : month++) {
    const days = daysInMonth(year, month);
    // A last mark just before the next month's first would crowd it.
    for (let day = 1; day <= days && (day === 1 || days - day + 1 >= step * 0.7); day += step) {
      const at = civilToDays(year, month, day);
      if (at >= to) return;
      if (at > from - step) yield at;
    }
  }
}

const STEPS: readonly (readonly [Unit, step: number, days: number])[] = [
  ...[1, 3, 6, 12].map((n) => ['hour', n, n / 24] as const),
  ...[1, 2, 5, 10].map((n) => ['day', n, n * 0.7 + 0.3] as const),
  ...[1, 3, 6].map((n) => ['month', n, n * 28] as const),
  ...Array.from({ length: 37 }, (_, i) => {
    const n = [1, 2, 5][i % 3]! * 10 ** Math.floor(i / 3);
    return ['year', n, n * (i % 3 > 1 || i > 2 ? 292 : 365)] as const;
  }),
];

const LABELS: Record<Unit, Intl.DateTimeFormatOptions> = {
  hour: { hour: 'numeric', minute: '2-digit' },
  day: { day: 'numeric' },
  month: { month: 'short' },
  year: {},
};
const ABOVE: Record<Unit, [Unit, Intl.DateTimeFormatOptions] | null> = {
  hour: ['day', { day: 'numeric', month: 'long', year: 'numeric' }],
  day: ['month', { month: 'long', year: 'numeric' }],
  month: ['year', {}],
  year: null,
};

/**
 * The marks of an axis.
 * @param measure how wide a label is, px
 * @param gap the least space between two labels, px
 */
export function axis(
  view: Span,
  width: number,
  language: string,
  measure: (label: string) => number = (label) => label.length * 7,
  gap = 14,
): Axis {
  const label = (unit: Unit, options: Intl.DateTimeFormatOptions, at: number): string => {
    const { year } = daysToCivil(Math.floor(at));
    if (unit === 'year' || Math.abs(at) > LAST_DAY - 400) return yearWords(language, year);
    return calendar(language, options.year && year < 1 ? { ...options, era: 'short' } : options)
      .format(date(at))
      .replace(...ERA);
  };
  const marks = (unit: Unit, step: number, options: Intl.DateTimeFormatOptions): Tick[] =>
    Array.from(beginnings(unit, step, view.from, view.to), (at) => ({
      at,
      x: toX(view, width, at),
      label: label(unit, options, at),
    }));
  const perDay = width / length(view);
  for (const [unit, step, days] of STEPS) {
    const room = days * perDay - gap;
    if (room < 6) continue;
    const minor = marks(unit, step, LABELS[unit]);
    if (minor.some((tick) => measure(tick.label) > room)) continue;
    const above = ABOVE[unit];
    // Half a label at the end of the axis would read as another word.
    for (const tick of minor) if (tick.x + measure(tick.label) > width) tick.label = '';
    return {
      minor: minor.filter(({ x }) => x >= 0),
      major: above ? held(marks(above[0], 1, above[1]), measure, gap) : [],
    };
  }
  return { minor: [], major: [] };
}

/** The first larger unit began before the view: its label stays at the edge until the next pushes it. */
function held(ticks: Tick[], measure: (label: string) => number, gap: number): Tick[] {
  const inView = ticks.filter((_, i) => (ticks[i + 1]?.x ?? 1) > 0);
  return inView
    .map((tick) => ({ ...tick, x: Math.max(0, tick.x) }))
    .filter((tick, i, all) => i > 0 || measure(tick.label) + gap <= (all[1]?.x ?? Infinity));
}
