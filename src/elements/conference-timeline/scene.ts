/** What is to be seen of a timeline in one frame: pure numbers, no more of them than there is room for. */
import type { Drawn } from './drawing.js';
import type { Model } from './model.js';
import { pack, type Box } from './rows.js';
import { length, toX, type Span } from './scale.js';

/** One date of an event, in pixels from the beginning of the axis. */
export interface Mark {
  x: number;
  width: number;
  drawn: Drawn;
}

/** One event in its place. */
export interface Placed {
  key: number;
  /** Row, counted through all lanes. */
  row: number;
  /** The preferred date first, then the other dates given. */
  marks: Mark[];
  label: { x: number; width: number };
}

/** One frame. */
export interface Scene {
  /** In order of time. */
  placed: Placed[];
  /** How long each part of the axis is of which the most important were chosen, in days. */
  stretch: number;
}

/** What is asked of an event when it may be shown. */
export interface Known {
  dates: readonly Drawn[];
  /** How wide its label is at the most, px. */
  label: number;
}

/** What a frame is made of. */
export interface Setting {
  model: Model;
  view: Span;
  width: number;
  /** Rows in each lane. */
  rows: number;
  /** How many events compete for each part of a lane. Default: two for each row. */
  each?: number | undefined;
  /** Nothing while it is on its way. */
  known: (key: number) => Known | undefined;
  /** The rows of the last frame. */
  before?: ReadonlyMap<number, number>;
  /** An event that is drawn in any case, in view or not: the one that has the focus. */
  keep?: number | undefined;
  /** The most events to draw. */
  most: number;
}

/** Beyond the view by so much a mark is cut: browsers round large numbers. */
const OUTSIDE = 100;
const GAP = 12;
/** The width of a mark that has no length of its own, and of the tail of an unknown or open end. */
const POINT = 10;
const TAIL = 40;

/** Where a date is drawn. */
export function mark(drawn: Drawn, view: Span, width: number): Mark {
  let x = toX(view, width, drawn.from);
  let end = toX(view, width, drawn.to);
  const { shape } = drawn.date;
  // The arrow of an open end stands where the view ends, so that it can be seen.
  if (drawn.to === Infinity) end = Math.max(width - 2, x + TAIL);
  if (drawn.from === -Infinity) x = Math.min(2, end - TAIL);
  if (shape === 'unknown-end') end += TAIL;
  if (shape === 'unknown-start') x -= TAIL;
  // So near that a day is long, its mark is too: nobody says when on that day it was.
  const point = shape === 'time' || (shape === 'day' && end - x < 99);
  const least = shape === 'one-of' ? 14 : POINT;
  if (point || end - x < least) {
    // Grown about its middle, so that it does not seem later than it was.
    x = (x + end - least) / 2;
    end = x + least;
  }
  x = Math.min(Math.max(x, -OUTSIDE), width + OUTSIDE);
  end = Math.min(Math.max(end, x + 1), width + OUTSIDE + least);
  return { x, width: end - x, drawn };
}

/** Chooses and places what one frame shows. Its cost depends on the width, not on how many events there are. */
export function scene({
  model,
  view,
  width,
  rows,
  each = rows * 2,
  known,
  before,
  keep,
  most,
}: Setting): Scene {
  const perPixel = length(view) / width;
  // Stretches are aligned to time, not to the view, so that panning does not change what is chosen.
  const stretch = 2 ** Math.ceil(Math.log2(170 * perPixel));
  const first = Math.floor((view.from - 180 * perPixel) / stretch);
  const last = Math.ceil(view.to / stretch);
  const boxes: Box[] = [];
  const found = new Map<number, Placed>();

  const offer = (key: number, lane: number, turn = 0): void => {
    const it = found.has(key) ? undefined : known(key);
    if (!it) return;
    const marks = it.dates.map((date) => mark(date, view, width));
    const wide = it.label;
    // Beside the first date that is in view.
    const main = (marks.find((one) => one.x < width && one.x + one.width > 0) ?? marks[0])!;
    // The label of what began before the view stays at the edge, until its mark leaves and takes it along.
    // At the other end it moves back, so that it can be read for as long as its mark is in view.
    const x =
      main.x < 0
        ? Math.min(0, Math.max(main.x, main.x + main.width - wide))
        : main.x < width
          ? Math.max(0, Math.min(main.x, width - wide))
          : main.x;
    const from = Math.min(x, ...marks.map((one) => one.x));
    const to = Math.max(x + wide, ...marks.map((one) => one.x + one.width));
    if (key !== keep && (to <= 0 || from >= width)) return;
    found.set(key, { key, row: -1, marks, label: { x, width: wide } });
    const rank = key === keep ? Infinity : model.rank(key);
    boxes.push({ key, lane, from, to: to + GAP, rank, turn });
  };

  model.lanes.forEach(({ index, key, has }, lane) => {
    // What began before and lasts, then each stretch.
    for (let n = first - 1; n < last; n++) {
      const low = n < first ? 0 : index.from(n * stretch);
      index
        .top(low, index.from((n + 1) * stretch), each, n < first ? view.from : undefined)
        .map(key)
        .sort((a, b) => model.rank(b) - model.rank(a))
        .forEach((it, turn) => offer(it, lane, n < first ? 0 : turn));
    }
    if (keep !== undefined && has(keep)) offer(keep, lane);
  });

  const placed: Placed[] = [];
  for (const [key, row] of pack(boxes, rows, before, most))
    placed.push({ ...found.get(key)!, row });
  placed.sort((a, b) => a.key - b.key);

  return { placed, stretch };
}
