/** What of a date is finer than its shape is drawn: its members, and what of it is sure. */
import { formOf, put } from './form.js';
import { toX, type Span } from './scale.js';
import type { Mark } from './scene.js';

/** Draws a mark finer; says where its members are, or where it is sure, as styles. */
export function finer(element: HTMLElement, mark: Mark, view: Span, length: number): string {
  const { date } = mark.drawn;
  const { sure, members } = date;
  put(element, formOf(date));
  const at = (day: number): number => Math.round((toX(view, length, day) - mark.x) * 10) / 10;
  if (sure)
    return `;--a:${Math.max(0, at(sure[0]))}px;--b:${Math.max(0, mark.width - at(sure[1] + 1))}px`;
  if (!members) return '';
  const stripes = members.map(([first, last]) => {
    const [from, to] = [first === null ? 0 : at(first), last === null ? mark.width : at(last + 1)];
    // A day far off is still to be seen, about its middle.
    const wide = Math.max(3, to - from);
    return `linear-gradient(#000 0 0) ${(from + to - wide) / 2}px 0/${wide}px 100% no-repeat`;
  });
  return `;--m:${stripes.join()},linear-gradient(#000 0 0) 0 50%/100% 1px no-repeat`;
}
