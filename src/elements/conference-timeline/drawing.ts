/** What of a date is drawn where: its stretch of the axis. */
import { stretch } from '../../dataset/columns.js';
import type { CompiledDate } from '../../dataset/compiled.js';
import type { Span } from './scale.js';

/** A date as it is drawn. */
export interface Drawn extends Span {
  date: CompiledDate;
}

/**
 * How a date is drawn. A missing end is infinite where it is open; where it is only not known the
 * stretch ends at the bound that is known, and its drawing says that it went on.
 */
export function drawn(date: CompiledDate): Drawn | null {
  const there = stretch(date);
  if (!there) return null;
  let [from, to] = there;
  const { minute } = date;
  if (minute !== undefined) to = from += minute / 1440;
  return { from, to, date };
}
