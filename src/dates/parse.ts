import { MAX_YEAR, civilToDays, daysInMonth } from './days.js';
import type {
  Component,
  Edtf,
  EdtfDate,
  EdtfInterval,
  EdtfRange,
  EdtfSet,
  End,
  Level,
  Precision,
  Qualifier,
  Time,
  Unit,
} from './edtf.js';

/** A set of more members than this is refused, so that no string can make a page wait. */
export const MAX_MEMBERS = 1000;

const MAX_LENGTH = 32_768;

interface Cursor {
  readonly text: string;
  /** The next character, counted from 0. */
  at: number;
}

/** First month and number of months of each division of the year, from code 21 on. */
const DIVISIONS: readonly (readonly [month: number, months: number])[] = [
  ...[3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10].map((month) => [month, 3] as const),
  ...[1, 5, 9].map((month) => [month, 4] as const),
  ...[1, 7].map((month) => [month, 6] as const),
];

/** What people write by habit, and what EDTF has for it. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/\s/, 'EDTF has no spaces'],
  [/[xu]/, 'an unspecified digit is a capital X'],
  [
    /[\u2010-\u2015\u2212\ufe63\uff0d]/,
    'use the hyphen-minus "-" of the keyboard, and "/" between the ends of an interval',
  ],
  [/\p{Nd}/u, 'use the digits 0 to 9'],
  [/[\uff01-\uff5e]/, 'use the half-width characters of the keyboard'],
  [/[ytzes]/, 'the letters of EDTF are capitals'],
  [/[()]/, 'since 2019 a part is qualified by ?, ~ or % beside it, without brackets'],
  [/…/, 'use two full stops ".."'],
];

function fail(cursor: { text: string }, at: number, message: (position: string) => string): never {
  const { text } = cursor;
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  throw new RangeError(`${JSON.stringify(shown)}: ${message(`at position ${at + 1}`)}`);
}

/** What stands at a place, in words for an error. */
function found({ text }: { text: string }, at: number): string {
  const character = text[at];
  return character === undefined ? 'the end' : JSON.stringify(character);
}

function expected(cursor: Cursor, what: string): never {
  return fail(
    cursor,
    cursor.at,
    (position) => `${found(cursor, cursor.at)} ${position}, expected ${what}`,
  );
}

/** Takes the characters if they come next. */
function take(cursor: Cursor, characters: string): boolean {
  const is = cursor.text.startsWith(characters, cursor.at);
  if (is) cursor.at += characters.length;
  return is;
}

/** Takes a run of characters that are all among those given, at most so many. */
function run(cursor: Cursor, characters: string, most: number): string {
  const from = cursor.at;
  while (
    cursor.at - from < most &&
    cursor.at < cursor.text.length &&
    characters.includes(cursor.text.charAt(cursor.at))
  ) {
    cursor.at++;
  }
  return cursor.text.slice(from, cursor.at);
}

function qualifier(cursor: Cursor): Qualifier | undefined {
  if (take(cursor, '?')) return 'uncertain';
  if (take(cursor, '~')) return 'approximate';
  if (take(cursor, '%')) return 'both';
  return undefined;
}

function both(a: Qualifier | undefined, b: Qualifier | undefined): Qualifier | undefined {
  return a && b && a !== b ? 'both' : (a ?? b);
}

/** Whether a number can be what a pattern with unspecified digits stands for. */
function fits(value: number, pattern: string): boolean {
  const digits = String(value).padStart(pattern.length, '0');
  return (
    digits.length === pattern.length && [...pattern].every((p, i) => p === 'X' || p === digits[i])
  );
}

/** The numbers from low to high that fit a pattern; all of them where there is no pattern. */
function fitting(low: number, high: number, pattern: string): number[] {
  const all = [...Array(high - low + 1).keys()].map((i) => low + i);
  return all.filter((value) => fits(value, pattern));
}

interface Year extends Component {
  digits: string;
  negative: boolean;
  level: Level;
  significant: number | null;
  estimate: number | null;
  long: boolean;
  precision: Precision;
}

const BLOCKS: readonly Precision[] = ['year', 'decade', 'century', 'millennium'];

/** A four-digit year, or with `Y` a longer one (levels 1 and 2), then its significant digits. */
function readYear(cursor: Cursor): Year {
  const from = cursor.at;
  const long = take(cursor, 'Y');
  const negative = take(cursor, '-');
  const digitsFrom = cursor.at;
  let level: Level = negative || long ? 1 : 0;
  let digits: string;
  let min: number;
  let max: number;
  let precision: Precision = 'year';
  if (long) {
    digits = run(cursor, '0123456789', MAX_LENGTH);
    if (!/^[1-9]/.test(digits)) {
      cursor.at = digitsFrom;
      expected(cursor, 'a digit 1 to 9 after Y');
    }
    let value = Number(digits);
    if (take(cursor, 'E')) {
      const exponent = run(cursor, '0123456789', MAX_LENGTH);
      if (!exponent) expected(cursor, 'the digits of an exponent');
      value *= 10 ** Number(exponent);
      level = 2;
    } else if (digits.length < 5) {
      fail(
        cursor,
        from,
        (position) =>
          `Y ${position} is only for years of more than four digits, and ${digits} has ${digits.length}`,
      );
    }
    if (!(value <= MAX_YEAR)) {
      fail(
        cursor,
        digitsFrom,
        (position) =>
          `the year ${position} is farther away than ten million million years, which is as far as days can be counted`,
      );
    }
    min = max = negative ? -value : value;
  } else {
    digits = run(cursor, '0123456789X', 5);
    if (digits.length > 4) {
      fail(
        cursor,
        from,
        (position) =>
          `the year ${position} has more than four digits, expected a Y before it, or "-" after four`,
      );
    }
    if (digits.length < 4)
      expected(
        cursor,
        from === cursor.at
          ? 'a year of four digits'
          : `four digits of a year, of which it has ${digits.length}`,
      );
    if (negative && digits === '0000') {
      fail(
        cursor,
        from,
        (position) =>
          `the year -0000 ${position} does not exist, expected 0000 for 1 BCE or -0001 for 2 BCE`,
      );
    }
    const low = Number(digits.replaceAll('X', '0'));
    const high = Number(digits.replaceAll('X', '9'));
    // -0000 is no year, so the digits of a negative year cannot all be 0: the last X is 1 at least.
    const least = low || Number(digits.replace(/X(?!.*X)/, '1').replaceAll('X', '0'));
    [min, max] = negative ? [-high, -least] : [low, high];
    const firstX = digits.indexOf('X');
    if (firstX >= 0) precision = firstX ? (BLOCKS[4 - firstX] as Precision) : 'unknown';
  }
  let significant: number | null = null;
  let estimate: number | null = null;
  if (take(cursor, 'S')) {
    const count = run(cursor, '0123456789', 3);
    // The zeros of 0850 hold its places as the digits of 1850 do, so S2 means the century of both.
    const size = long ? String(Math.abs(min)).length : 4;
    significant = Number(count);
    if (min !== max)
      fail(
        cursor,
        from,
        (position) =>
          `the year ${position} has unspecified digits, so it cannot have significant ones`,
      );
    if (!/^[1-9]/.test(count) || significant > size) {
      cursor.at -= count.length;
      fail(
        cursor,
        cursor.at,
        (position) =>
          `${count || found(cursor, cursor.at)} ${position} is not a number of significant digits, expected 1 to ${size}`,
      );
    }
    estimate = min;
    const block = 10 ** (size - significant);
    const low = Math.floor(Math.abs(min) / block) * block;
    const high = low + block - 1;
    [min, max] = negative ? [-high, -(low || 1)] : [low, high];
    precision = BLOCKS[size - significant] ?? 'age';
    level = 2;
  }
  return {
    text: cursor.text.slice(from, cursor.at),
    min,
    max,
    digits,
    negative,
    level,
    significant,
    estimate,
    long,
    precision,
  };
}

/** The two digits of a month, season or day. */
function readTwo(cursor: Cursor, what: string): string {
  const two = run(cursor, '0123456789X', 2);
  if (two.length < 2) expected(cursor, `two digits of a ${what}`);
  return two;
}

/** A whole number of two digits in a time, within its limits. */
function readClock(cursor: Cursor, what: string, most: number): number {
  const from = cursor.at;
  const two = run(cursor, '0123456789', 2);
  if (two.length < 2) expected(cursor, `two digits of the ${what}`);
  if (Number(two) > most) {
    // ISO 8601-1:2019 took 24:00 away, and a leap second was never heard of by a historian.
    const hint = two === '24' ? '; midnight is 00:00:00 of the next day' : '';
    fail(cursor, from, (position) => `${what} ${two} ${position} is not 00–${most}${hint}`);
  }
  return Number(two);
}

function readTime(cursor: Cursor): Time {
  const hour = readClock(cursor, 'hour', 23);
  if (!take(cursor, ':')) expected(cursor, '":" and minutes');
  const minute = readClock(cursor, 'minute', 59);
  const second = take(cursor, ':') ? readClock(cursor, 'second', 59) : null;
  let offset: number | null = null;
  const zoneFrom = cursor.at;
  if (take(cursor, 'Z')) offset = 0;
  else {
    const sign = run(cursor, '+-', 1);
    if (sign) {
      const hours = readClock(cursor, 'hour of the zone', 14);
      const minutes = take(cursor, ':') ? readClock(cursor, 'minute of the zone', 59) : 0;
      offset = hours * 60 + minutes;
      if (offset > 840)
        fail(cursor, zoneFrom, (position) => `the zone ${position} is more than 14:00 from UTC`);
      if (sign === '-') {
        if (!offset)
          fail(
            cursor,
            zoneFrom,
            (position) => `the zone -00 ${position} does not exist, expected +00 or Z`,
          );
        offset = -offset;
      }
    }
  }
  return { hour, minute, second, offset };
}

/** The first valid day among the years, months and days that fit, from either end. */
function bound(year: Year, month: string | null, day: string | null, last: boolean): number | null {
  const months = month ? fitting(1, 12, month) : [last ? 12 : 1];
  const days = day ? fitting(1, 31, day) : null;
  if (last) {
    months.reverse();
    days?.reverse();
  }
  const step = last ? -1 : 1;
  for (let y = last ? year.max : year.min; y >= year.min && y <= year.max; y += step) {
    if (year.digits.includes('X') && !fits(Math.abs(y), year.digits)) continue;
    for (const m of months) {
      const length = daysInMonth(y, m);
      const d = days ? days.find((one) => one <= length) : last ? length : 1;
      if (d) return civilToDays(y, m, d);
    }
  }
  return null;
}

/** One date, as far as it goes. Whatever follows it is for the caller to judge. */
function readDate(cursor: Cursor, withTime: boolean): EdtfDate {
  const from = cursor.at;
  const qualifiers: { year?: Qualifier; month?: Qualifier; day?: Qualifier } = {};
  let level: Level = 0;
  const raise = (to: Level): void => {
    if (to > level) level = to;
  };

  const yearPrefix = qualifier(cursor);
  const year = readYear(cursor);
  raise(year.level);
  qualifiers.year = both(yearPrefix, qualifier(cursor));
  if (yearPrefix) raise(2);

  let unit: Unit = 'year';
  let month: string | null = null;
  let season: number | null = null;
  let day: string | null = null;
  let time: Time | null = null;
  let dayFrom = 0;

  if (take(cursor, '-')) {
    if (year.long || year.significant) {
      fail(
        cursor,
        cursor.at - 1,
        (position) =>
          `"-" ${position}: a year with ${year.long ? 'Y' : 'S'} stands alone, without a month`,
      );
    }
    if (qualifiers.year) raise(2);
    const prefix = qualifier(cursor);
    const monthFrom = cursor.at;
    const two = readTwo(cursor, 'month');
    const suffix = qualifier(cursor);
    if (prefix) raise(2);
    qualifiers.month = both(prefix, suffix);
    qualifiers.year = both(qualifiers.year, suffix);
    const code = Number(two);
    if (code >= 21 && code <= 41) {
      season = code;
      unit = 'season';
      raise(code > 24 || year.digits.includes('X') ? 2 : 1);
      if (cursor.text[cursor.at] === '-')
        fail(cursor, cursor.at, (position) => `"-" ${position}: a season has no day`);
    } else {
      if (!fitting(1, 12, two).length)
        fail(
          cursor,
          monthFrom,
          (position) => `month ${two} ${position} is not 01–12 or a season 21–41`,
        );
      month = two;
      unit = 'month';
      if (take(cursor, '-')) {
        if (suffix) raise(2);
        const dayPrefix = qualifier(cursor);
        dayFrom = cursor.at;
        day = readTwo(cursor, 'day');
        const daySuffix = qualifier(cursor);
        if (dayPrefix) raise(2);
        unit = 'day';
        qualifiers.day = both(dayPrefix, daySuffix);
        qualifiers.month = both(qualifiers.month, daySuffix);
        qualifiers.year = both(qualifiers.year, daySuffix);
        if (!fitting(1, 31, day).length)
          fail(cursor, dayFrom, (position) => `day ${day} ${position} is not 01–31`);
      }
    }
  }

  const written = [
    qualifiers.year,
    ...(unit === 'year' ? [] : [qualifiers.month]),
    ...(day ? [qualifiers.day] : []),
  ];
  const qualified = written.some(Boolean);
  if (qualified) raise(1);
  const pattern = `${year.long ? '' : year.digits}${month ? `-${month}` : ''}${day ? `-${day}` : ''}`;
  if (pattern.includes('X')) raise(/^\d{2}(\d\d-(\d\d-XX|XX-XX|XX)|XX|\dX)$/.test(pattern) ? 1 : 2);

  if (cursor.text[cursor.at] === 'T') {
    if (!withTime)
      fail(
        cursor,
        cursor.at,
        (position) => `"T" ${position}: an interval or set takes no time of day`,
      );
    if (unit !== 'day' || qualified || pattern.includes('X')) {
      fail(
        cursor,
        cursor.at,
        (position) =>
          `"T" ${position}: a time needs a whole day, without X or qualifiers, before it`,
      );
    }
    cursor.at++;
    time = readTime(cursor);
    unit = 'time';
  }

  let earliest: number | null;
  let latest: number | null;
  if (season) {
    const [first, months] = DIVISIONS[season - 21] as (typeof DIVISIONS)[number];
    earliest = civilToDays(year.min, first, 1);
    latest = civilToDays(year.max, first + months, 1) - 1;
  } else {
    earliest = bound(year, month, day, false);
    latest = bound(year, month, day, true);
  }
  if (earliest === null || latest === null) {
    return fail(cursor, dayFrom, (position) =>
      pattern.includes('X')
        ? `day ${day} ${position} is in no month that ${year.text}-${month} can be`
        : `day ${day} ${position} is not 01–${daysInMonth(year.min, Number(month))}`,
    );
  }

  let precision: Precision = year.precision;
  if (precision === 'year' && season) precision = 'season';
  else if (precision === 'year' && month && !month.includes('X')) {
    precision = !day || day.includes('X') ? 'month' : time ? 'time' : 'day';
  }
  const component = (text: string | null, high: number): Component | null => {
    if (!text) return null;
    const values = fitting(1, high, text);
    return { text, min: values[0] as number, max: values.at(-1) as number };
  };
  return {
    kind: 'date',
    text: cursor.text.slice(from, cursor.at),
    level,
    earliest,
    latest,
    precision,
    unit,
    year: { text: year.text, min: year.min, max: year.max },
    month: component(month, 12),
    season,
    day: component(day, 31),
    time,
    significant: year.significant,
    estimate: year.estimate,
    qualifier: written.every((one) => one === written[0]) ? (written[0] ?? null) : null,
    qualifiers: Object.fromEntries(Object.entries(qualifiers).filter(([, one]) => one)),
  };
}

function readEnd(cursor: Cursor): End {
  const next = cursor.text[cursor.at];
  if (next === undefined || next === '/') return 'unknown';
  return take(cursor, '..') ? 'open' : readDate(cursor, false);
}

/** Throws unless the whole string has been read. */
function finish(cursor: Cursor, what: string): void {
  if (cursor.at < cursor.text.length) expected(cursor, what);
}

function readInterval(cursor: Cursor): EdtfInterval {
  const start = readEnd(cursor);
  if (!take(cursor, '/')) expected(cursor, '"/" or more of the first date');
  const endFrom = cursor.at;
  const end = readEnd(cursor);
  finish(cursor, 'the end of the interval');
  if (typeof start === 'string' && typeof end === 'string') {
    fail(
      cursor,
      0,
      (position) => `the interval ${position} has no date at either end, expected one at least`,
    );
  }
  const earliest = start === 'open' ? -Infinity : start === 'unknown' ? null : start.earliest;
  const latest = end === 'open' ? Infinity : end === 'unknown' ? null : end.latest;
  if (earliest !== null && latest !== null && earliest > latest) {
    fail(cursor, endFrom, (position) => `the end ${position} is before the start`);
  }
  const seasonal = [start, end].some(
    (one) => typeof one === 'object' && (one.season || one.year.text.startsWith('Y')),
  );
  const levels = [start, end].map((one) => (typeof one === 'string' ? 1 : one.level));
  const level = seasonal ? 2 : (Math.max(...levels) as Level);
  return { kind: 'interval', text: cursor.text, level, earliest, latest, start, end };
}

function readSet(cursor: Cursor): EdtfSet {
  const close = cursor.text[0] === '[' ? ']' : '}';
  const members: (EdtfDate | EdtfRange)[] = [];
  cursor.at = 1;
  do {
    if (members.length === MAX_MEMBERS) {
      fail(
        cursor,
        cursor.at,
        (position) => `a member ${position} too many, expected ${MAX_MEMBERS} at most`,
      );
    }
    const last = members.at(-1);
    if (last?.kind === 'range' && last.end === 'open') {
      fail(
        cursor,
        cursor.at - 1,
        (position) => `"," ${position}: nothing can follow an open end, expected "${close}"`,
      );
    }
    members.push(readMember(cursor, !last));
  } while (take(cursor, ','));
  if (!take(cursor, close)) expected(cursor, `"," or "${close}"`);
  finish(cursor, 'the end of the set');
  return {
    kind: 'set',
    text: cursor.text,
    level: 2,
    earliest: Math.min(...members.map((member) => member.earliest)),
    latest: Math.max(...members.map((member) => member.latest)),
    of: close === ']' ? 'one' : 'all',
    members,
  };
}

function readMember(cursor: Cursor, first: boolean): EdtfDate | EdtfRange {
  const from = cursor.at;
  let start: EdtfDate | 'open' = 'open';
  if (!take(cursor, '..')) {
    start = readDate(cursor, false);
    if (!take(cursor, '..')) return start;
  } else if (!first) {
    fail(
      cursor,
      from,
      (position) => `".." ${position}: only the first member can be open to earlier dates`,
    );
  }
  const next = cursor.text.charAt(cursor.at);
  const endFrom = cursor.at;
  const end =
    start !== 'open' && (next === '' || ',]}'.includes(next)) ? 'open' : readDate(cursor, false);
  const earliest = start === 'open' ? -Infinity : start.earliest;
  const latest = end === 'open' ? Infinity : end.latest;
  if (earliest > latest)
    fail(cursor, endFrom, (position) => `the end ${position} is before the start of its range`);
  return { kind: 'range', text: cursor.text.slice(from, cursor.at), earliest, latest, start, end };
}

/**
 * Reads an EDTF string, levels 0 to 2 (Library of Congress, 4 February 2019; ISO 8601-2:2019).
 *
 * Where the specification leaves a choice, the choice and its reason are in docs/edtf.md.
 *
 * @param edtf `1939-12-06`, `1939-12-06/1939-12-07`, `[1939-11-21..1939-11-30]`, `193X`, `1940-03~` …
 * @returns its bounds in days since 1970-01-01, precision, qualifiers and parts.
 * @throws RangeError that says where it went wrong (counted from 1), what stands there, and what was
 * expected. Nothing else is ever thrown, whatever is passed.
 */
export function parse(edtf: string): Edtf {
  if (typeof edtf !== 'string') {
    throw new RangeError(
      `an EDTF date is a string, and this is ${edtf === null ? 'null' : typeof edtf}`,
    );
  }
  const cursor: Cursor = { text: edtf, at: 0 };
  if (!edtf) return expected(cursor, 'a date such as 1939-12-06');
  if (edtf.length > MAX_LENGTH) {
    return fail(
      cursor,
      MAX_LENGTH,
      (position) => `more characters ${position}, expected ${MAX_LENGTH} at most`,
    );
  }
  const strange = /[^0-9XYESTZ:+?~%\-./,[\]{}]/u.exec(edtf);
  if (strange) {
    const [character] = strange;
    const hint = HINTS.find(([pattern]) => pattern.test(character));
    return fail(
      cursor,
      strange.index,
      (position) =>
        `${JSON.stringify(character)} ${position} is not a character of EDTF${hint ? `: ${hint[1]}` : ''}`,
    );
  }
  if (/^[[{]/.test(edtf)) return readSet(cursor);
  if (edtf.includes('/')) return readInterval(cursor);
  const date = readDate(cursor, true);
  finish(cursor, 'the end of the date');
  return date;
}
