/** Where a view goes when it is moved. */
import { CLOSEST, length, type Span } from './scale.js';

/** Which time a place shows. */
export const toTime = (view: Span, width: number, x: number): number =>
  view.from + (x / width) * length(view);

/** The view, later by so many days. */
export const panned = ({ from, to }: Span, days: number): Span => ({
  from: from + days,
  to: to + days,
});

/** The view, `factor` times as long, with the time `at` in the place where it was. */
export const zoomed = ({ from, to }: Span, factor: number, at: number): Span => ({
  from: at - (at - from) * factor,
  to: at + (to - at) * factor,
});

/** A view that is neither too short nor too long, and never so far off that nothing is left in it. */
export function clamp(view: Span, all: Span, closest = CLOSEST): Span {
  // Twice the whole is as far out as there is something to see; 1e-9 keeps it above rounding.
  const most = Math.max(length(all) * 2, CLOSEST * 30);
  const least = Math.max(closest, Math.abs(view.from) * 1e-9);
  const days = Math.min(Math.max(length(view), least), most);
  const middle = (view.from + view.to) / 2;
  const held = Math.min(Math.max(middle, all.from), all.to);
  return days === length(view) && held === middle
    ? view
    : { from: held - days / 2, to: held + days / 2 };
}
