/**
 * Dates as historians know them: EDTF to bounds, to a drawing class and to words.
 *
 * @packageDocumentation
 */
export { MAX_YEAR, civilToDays, daysInMonth, daysToCivil, isLeapYear } from './days.js';
export type { Civil } from './days.js';
export type {
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
export { daysToJulian, inJulian, julianToDays } from './julian.js';
export { MAX_MEMBERS, parse } from './parse.js';
export { MOST_MEMBERS, doubt, extent, shape } from './shape.js';
export type { Extent, Shape } from './shape.js';
export { suggest } from './suggest.js';
export { format, formatParsed, wordsLanguage } from './format.js';
export type { FormatOptions } from './format.js';
