/**
 * What an EDTF string says, once parsed: the Extended Date/Time Format of the Library of Congress
 * (4 February 2019), levels 0 to 2, which is a profile of ISO 8601-1:2019 and ISO 8601-2:2019.
 *
 * Every bound is a whole day counted from 1970-01-01 in the proleptic Gregorian calendar, inclusive
 * at both ends. A qualifier (`?`, `~`, `%`) never moves a bound: how far "around March" reaches is
 * for a reader to judge, so it is kept apart and can be drawn and worded apart.
 */

/** The lowest conformance level of the specification that has every feature of the string. */
export type Level = 0 | 1 | 2;

/** `?` is uncertain, `~` is approximate, `%` is both (EDTF level 1, "Qualification of a date"). */
export type Qualifier = 'uncertain' | 'approximate' | 'both';

/**
 * How finely a date is *known*: the finest unit that is specified together with all coarser ones.
 * `1939-11-XX` is known to the month, `156X-12-25` to the decade.
 *
 * `age` is a block of ten thousand years or more; `unknown` is a year whose first digit is not given.
 */
export type Precision =
  | 'time'
  | 'day'
  | 'month'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'
  | 'age'
  | 'unknown';

/** The finest unit that is *written*, specified or not: `1939-11-XX` is written to the day. */
export type Unit = 'time' | 'day' | 'month' | 'season' | 'year';

/** One component of a date, which may have unspecified digits. */
export interface Component {
  /** As written, without qualifiers: `1939`, `-01XX`, `Y-17E7`, `1X`. */
  text: string;
  /** The lowest value that the digits can stand for. Years are astronomical: 0 is 1 BCE. */
  min: number;
  /** The highest. Equal to `min` where every digit is specified and significant. */
  max: number;
}

/** A time of day (EDTF level 0, "Date and Time"). */
export interface Time {
  hour: number;
  minute: number;
  /** `null` where the string stops at the minute. */
  second: number | null;
  /** Minutes east of UTC; 0 for `Z`; `null` for local time, where the string gives no zone. */
  offset: number | null;
}

/** One date: a day, month, season, year or a wider block of years, with or without a time of day. */
export interface EdtfDate {
  kind: 'date';
  /** The string as it was given. */
  text: string;
  level: Level;
  /** First day that the date can be, in days since 1970-01-01. */
  earliest: number;
  /** Last day that it can be. */
  latest: number;
  precision: Precision;
  unit: Unit;
  year: Component;
  /** `null` where no month is written, and for seasons. */
  month: Component | null;
  /** The code of a season, quarter, quadrimester or semester, 21–41, else `null`. */
  season: number | null;
  day: Component | null;
  /** The day bounds are those of the calendar day as written: a zone does not move them. */
  time: Time | null;
  /** How many digits of the year are significant (EDTF level 2, `1950S2`), else `null`. */
  significant: number | null;
  /** The year as estimated, where `significant` is given: 1950 in `1950S2`. */
  estimate: number | null;
  /** The qualifier that every written component has; `null` if they differ or have none. */
  qualifier: Qualifier | null;
  /** The qualifier of each component (EDTF level 2). `month` also stands for the season. */
  qualifiers: { year?: Qualifier; month?: Qualifier; day?: Qualifier };
}

/** An end of an interval: a date, `..` (open: no end), or empty (there is an end, but unknown). */
export type End = EdtfDate | 'open' | 'unknown';

/** From one date to another, as one whole (EDTF level 0 "Time Interval", level 1 "Extended Interval"). */
export interface EdtfInterval {
  kind: 'interval';
  text: string;
  level: Level;
  /** `-Infinity` for an open start, `null` for an unknown one. */
  earliest: number | null;
  /** `Infinity` for an open end, `null` for an unknown one. */
  latest: number | null;
  start: End;
  end: End;
}

/** Consecutive members of a set: `1670..1672`, `..1984` (or any earlier), `1984..` (or any later). */
export interface EdtfRange {
  kind: 'range';
  text: string;
  earliest: number;
  latest: number;
  start: EdtfDate | 'open';
  end: EdtfDate | 'open';
}

/** Several dates: one of them (`[…]`) or all of them (`{…}`) (EDTF level 2, "Set representation"). */
export interface EdtfSet {
  kind: 'set';
  text: string;
  level: Level;
  /** `-Infinity` where a range is open to earlier dates. */
  earliest: number;
  /** `Infinity` where a range is open to later dates. */
  latest: number;
  of: 'one' | 'all';
  /** In the order in which they are written; at least one. */
  members: (EdtfDate | EdtfRange)[];
}

/** Whatever an EDTF string can say. */
export type Edtf = EdtfDate | EdtfInterval | EdtfSet;
