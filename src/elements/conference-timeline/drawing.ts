/** What of a date is drawn where: its stretch of the axis and how much of each end is soft. */
import { stretch } from '../../dataset/columns.js';
import type { CompiledDate } from '../../dataset/compiled.js';
import type { Shape } from '../../dates/shape.js';
import type { Span } from './scale.js';

/** A date as it is drawn. */
export interface Drawn extends Span {
  shape: Shape;
  /** Days at the beginning and the end of a `blurred` one that are not sure, where that is known. */
  soft?: [start: number, end: number];
  /** Whether the date itself is qualified as uncertain or approximate: drawn with a broken line. */
  doubt: boolean;
}

/**
 * How a date is drawn. A missing end is infinite where it is open; where it is only not known the
 * stretch ends at the bound that is known, and its drawing says that it went on.
 */
export function drawn(date: CompiledDate): Drawn | null {
  const there = stretch(date);
  if (!there) return null;
  let [from, to] = there;
  const { shape, sure, minute, doubt } = date;
  if (minute !== undefined) to = from += minute / 1440;
  return {
    shape,
    from,
    to,
    ...(sure && { soft: [sure[0] - from, to - 1 - sure[1]] }),
    doubt: Boolean(doubt),
  };
}
