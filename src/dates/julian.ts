import { daysToCivil, type Civil } from './days.js';
import type { Component, Edtf, EdtfDate } from './edtf.js';

/**
 * The Julian civil date of a day since 1970-01-01, by its rule that every fourth year is a leap year,
 * carried on in both directions. Years are astronomical.
 */
export function daysToJulian(days: number): Civil {
  // Counted from 1 March of the Julian year 0, which is two days before that of the Gregorian.
  const z = days + 719470;
  const y = Math.floor((4 * z + 3) / 1461);
  const dayOfYear = z - Math.floor((1461 * y) / 4);
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  return {
    year: y + (m < 10 ? 0 : 1),
    month: m < 10 ? m + 3 : m - 9,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** The day since 1970-01-01 of a Julian civil date; the inverse of {@link daysToJulian}. */
export function julianToDays(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return Math.floor((1461 * y) / 4) + Math.floor((153 * m + 2) / 5) + day - 1 - 719470;
}

/** A Gregorian day as EDTF. */
export function dayText(days: number): string {
  const { year, month, day } = daysToCivil(days);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/**
 * A date as the Julian calendar names it, to be put into words; it is no longer EDTF, which is always
 * Gregorian. Only days have a Julian name: a Gregorian month is parts of two Julian ones.
 * @returns nothing where some part of the date is not known to the day
 */
export function inJulian(edtf: Edtf): Edtf | undefined {
  const one = (date: EdtfDate): EdtfDate | undefined => {
    if (date.precision !== 'day' && date.precision !== 'time') return undefined;
    const { year, month, day } = daysToJulian(date.earliest);
    const component = (value: number, digits: number): Component => ({
      text: String(value).padStart(digits, '0'),
      min: value,
      max: value,
    });
    return {
      ...date,
      year: component(year, 4),
      month: component(month, 2),
      day: component(day, 2),
    };
  };
  const end = <T>(it: EdtfDate | T): EdtfDate | T | undefined =>
    typeof it === 'object' ? one(it as EdtfDate) : it;
  const ends = <T extends { start: unknown; end: unknown }>(it: T): T | undefined => {
    const [from, to] = [end(it.start as EdtfDate | string), end(it.end as EdtfDate | string)];
    return from && to ? { ...it, start: from, end: to } : undefined;
  };
  if (edtf.kind === 'date') return one(edtf);
  if (edtf.kind === 'interval') return ends(edtf);
  const members = edtf.members.map((it) => (it.kind === 'date' ? one(it) : ends(it)));
  return members.every((it) => it !== undefined) ? { ...edtf, members } : undefined;
}
