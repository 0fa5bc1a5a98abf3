/**
 * The part of time that is in view, and where in it a day falls. Times are days since 1970-01-01 as
 * numbers, with fractions for hours; places are CSS pixels from the side where the axis begins.
 */

/** A stretch of time from the beginning of `from` up to, not including, `to`. */
export interface Span {
  from: number;
  to: number;
}

/** The shortest stretch that can be in view: dates are known to the day, so closer shows nothing. */
export const CLOSEST = 1;

/** How long a stretch is, in days. */
export const length = ({ from, to }: Span): number => to - from;

/** Where a time falls in a view that is `width` wide. */
export const toX = (view: Span, width: number, time: number): number =>
  ((time - view.from) / length(view)) * width;

/**
 * All of a stretch with some air around it, and room at its end for the title of the last event.
 * @param room pixels for that title
 */
export function fit(all: Span, width: number, room = 0): Span {
  const days = Math.max(length(all), CLOSEST);
  const used = Math.max(width - room - 32, width / 2);
  const perPixel = days / used;
  return { from: all.from - 16 * perPixel, to: all.from + (width - 16) * perPixel };
}
