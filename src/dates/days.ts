/**
 * Civil days in the proleptic Gregorian calendar (ISO 8601-1:2019, 4.2.1), as whole numbers counted
 * from 1970-01-01 (day 0). Years are astronomical: 0 is 1 BCE, -1 is 2 BCE.
 *
 * `Date` ends at about ±271821; this arithmetic is exact for every year up to ±{@link MAX_YEAR}.
 */

/** The farthest year from 0 whose days are still exact integers with room to spare. */
export const MAX_YEAR = 1e13;

/** A civil date. `month` is 1–12, `day` is 1–31. */
export interface Civil {
  year: number;
  month: number;
  day: number;
}

/** Whether February of this astronomical year has 29 days. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month (1–12) has. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Days since 1970-01-01 of a civil date.
 *
 * A month outside 1–12 runs over into the neighbouring years (month 13 is next January), and a day
 * outside its month into the neighbouring months, so that `civilToDays(y, m + 1, 0)` ends a month.
 */
export function civilToDays(year: number, month: number, day: number): number {
  const shifted = month - 3;
  const y = year + Math.floor(shifted / 12);
  // Counting months from March puts the leap day last, so that it moves nothing after it.
  const m = ((shifted % 12) + 12) % 12;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * m + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146097 + yearOfEra * 365 + leapDays + dayOfYear - 719468;
}

/** The civil date of a whole number of days since 1970-01-01; the inverse of {@link civilToDays}. */
export function daysToCivil(days: number): Civil {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}
