import { civilToDays, daysInMonth } from './days.js';
import type { Edtf, EdtfDate, End, Qualifier } from './edtf.js';

/**
 * The drawing class of a date: what a timeline must show so that a reader sees how much is known.
 *
 * | shape | what is known | bounds |
 * |---|---|---|
 * | `time` | the day and the time of day | one day |
 * | `day` | the day | one day |
 * | `month` | some time within one calendar month | finite |
 * | `span` | some time within a season, a year, a wider block or a pattern with X | finite |
 * | `undated` | a day or month of a year that is not known at all (`XXXX-12-25`): draw nothing | 0000–9999 |
 * | `interval` | all of the time between two known days | finite |
 * | `blurred` | all of a time, of which one end at least is known less finely than to the day | finite |
 * | `open-start` | all of the time up to an end (`../1940`) | `earliest` is -Infinity |
 * | `open-end` | all of the time from a start on (`1940/..`) | `latest` is Infinity |
 * | `unknown-start` | a time with an end, whose start nobody gives (`/1940`) | `earliest` is null |
 * | `unknown-end` | a time with a start, whose end nobody gives (`1940/`) | `latest` is null |
 * | `one-of` | one of several dates, the others are wrong (`[…]`) | finite |
 * | `or-earlier` | one date, this or any before it (`[..1984]`) | `earliest` is -Infinity |
 * | `or-later` | one date, this or any after it (`[1984..]`) | `latest` is Infinity |
 * | `all-of` | each of several dates (`{…}`) | either may be infinite |
 *
 * An interval may be drawn solid, since all of it took place; a month, a span and a one-of may not,
 * since most of what they cover is only where the date may lie. Of a `blurred` interval the part from
 * `start.latest` to `end.earliest` is sure.
 */
export type Shape =
  | 'time'
  | 'day'
  | 'month'
  | 'span'
  | 'undated'
  | 'interval'
  | 'blurred'
  | 'open-start'
  | 'open-end'
  | 'unknown-start'
  | 'unknown-end'
  | 'one-of'
  | 'or-earlier'
  | 'or-later'
  | 'all-of';

function shapeOfDate({ precision }: EdtfDate): Shape {
  if (precision === 'time' || precision === 'day' || precision === 'month') return precision;
  return precision === 'unknown' ? 'undated' : 'span';
}

function isDay(end: End): boolean {
  return typeof end === 'object' && end.precision === 'day' && !Object.keys(end.qualifiers).length;
}

/** How a parsed date is to be drawn; see {@link Shape}. Qualifiers are apart: see {@link doubt}. */
export function shape(edtf: Edtf): Shape {
  if (edtf.kind === 'date') return shapeOfDate(edtf);
  if (edtf.kind === 'interval') {
    // An end that is missing is stranger news than one that is coarse, and at most one is missing.
    if (typeof edtf.start === 'string') return `${edtf.start}-start`;
    if (typeof edtf.end === 'string') return `${edtf.end}-end`;
    return isDay(edtf.start) && isDay(edtf.end) ? 'interval' : 'blurred';
  }
  if (edtf.of === 'all') return 'all-of';
  const [only] = edtf.members;
  if (edtf.members.length === 1 && only?.kind === 'date') return shapeOfDate(only);
  if (edtf.earliest === -Infinity && edtf.latest !== Infinity) return 'or-earlier';
  if (edtf.latest === Infinity && edtf.earliest !== -Infinity) return 'or-later';
  return 'one-of';
}

/**
 * The strongest qualifier anywhere in a date, for drawing it with a broken line: `both` where some
 * part is uncertain and some part approximate, `null` where there is none.
 */
export function doubt(edtf: Edtf): Qualifier | null {
  const seen = new Set<Qualifier>();
  const look = (one: Edtf | End | { start: End; end: End }): void => {
    if (typeof one === 'string') return;
    if ('members' in one) one.members.forEach(look);
    else if ('start' in one) [one.start, one.end].forEach(look);
    else Object.values(one.qualifiers).forEach((qualifier) => qualifier && seen.add(qualifier));
  };
  look(edtf);
  if (seen.size > 1) return 'both';
  return [...seen][0] ?? null;
}

/** What stands between a date's bounds, for drawing it; what is not there has nothing to say. */
export interface Extent {
  /**
   * Each of the several dates of a set, or of those that a pattern such as `1939-XX-12` can stand for, in
   * days since 1970-01-01, both ends inclusive; an end that is open is `null`. Where there are more than {@link MOST_MEMBERS}, only the bounds of the whole tell.
   */
  members?: [earliest: number | null, latest: number | null][];
  /** The days of an interval of coarse ends that are sure to belong to it, first and last. */
  sure?: [first: number, last: number];
  /** The minute of the day, 0 to 1439, where the time of day is known: local time, as written. */
  minute?: number;
}

/** More members than this nobody tells apart on an axis. */
export const MOST_MEMBERS = 24;

const finite = (day: number): number | null => (Number.isFinite(day) ? day : null);

/**
 * The stretches of days that a pattern can stand for, where a digit is known right of one that is not:
 * `1939-XX-12` is one of twelve days, and none of those between.
 */
function possible({ text, year, month, day, precision }: EdtfDate): [number, number][] | undefined {
  if (!/X.*\d/.test(text) || precision === 'unknown') return undefined;
  const fitting = (low: number, high: number, pattern: string, digits: number): number[] => {
    const fits = new RegExp(`^${pattern.replace('-', '').replaceAll('X', '\\d')}$`);
    const all = [...Array(high - low + 1).keys()].map((i) => low + i);
    return all.filter((n) => fits.test(String(Math.abs(n)).padStart(digits, '0')));
  };
  const found: [number, number][] = [];
  for (const y of fitting(year.min, year.max, year.text, 4)) {
    if (found.length > MOST_MEMBERS) return undefined;
    for (const m of month ? fitting(month.min, month.max, month.text, 2) : [0]) {
      const length = m ? daysInMonth(y, m) : 0;
      const days = day ? fitting(1, length, day.text, 2) : [0];
      for (const d of days) {
        const first = civilToDays(y, m || 1, d || 1);
        const last = d ? first : m ? first + length - 1 : civilToDays(y + 1, 1, 1) - 1;
        const before = found.at(-1);
        if (before && before[1] + 1 >= first) before[1] = last;
        else found.push([first, last]);
      }
    }
  }
  return found.length > 1 && found.length <= MOST_MEMBERS ? found : undefined;
}

/** The parts of a date that its bounds and its {@link shape} do not tell. */
export function extent(edtf: Edtf): Extent {
  if (edtf.kind === 'date') {
    if (edtf.time) return { minute: edtf.time.hour * 60 + edtf.time.minute };
    const members = possible(edtf);
    return members ? { members } : {};
  }
  if (edtf.kind === 'set')
    return edtf.members.length < 2 || edtf.members.length > MOST_MEMBERS
      ? {}
      : { members: edtf.members.map((it) => [finite(it.earliest), finite(it.latest)]) };
  const { start, end } = edtf;
  if (typeof start === 'string' || typeof end === 'string' || shape(edtf) !== 'blurred') return {};
  // A qualified end may lie anywhere near; no day of it is sure then.
  const [first, last] = [start.latest, end.earliest];
  const doubtful = [start, end].some((it) => Object.keys(it.qualifiers).length);
  return doubtful || first > last ? {} : { sure: [first, last] };
}
