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

/** Which time a place shows. */
export const toTime = (view: Span, width: number, x: number): number =>
  view.from + (x / width) * length(view);

/** The view, later by so many days. */
export const pan = ({ from, to }: Span, days: number): Span => ({
  from: from + days,
  to: to + days,
});

/** The view, `factor` times as long, with the time `at` in the place where it was. */
export const zoom = ({ from, to }: Span, factor: number, at: number): Span => ({
  from: at - (at - from) * factor,
  to: at + (to - at) * factor,
});

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

/** A view that is neither too short nor too long, and never so far off that nothing is left in it. */
export function clamp(view: Span, all: Span): Span {
  // Twice the whole is as far out as there is something to see; 1e-9 keeps it above rounding.
  const most = Math.max(length(all) * 2, CLOSEST * 30);
  const least = Math.max(CLOSEST, Math.abs(view.from) * 1e-9);
  const days = Math.min(Math.max(length(view), least), most);
  const middle = (view.from + view.to) / 2;
  const held = Math.min(Math.max(middle, all.from), all.to);
  return days === length(view) && held === middle
    ? view
    : { from: held - days / 2, to: held + days / 2 };
}
