/** What is to be seen of a timeline in one frame: pure numbers, no more of them than there is room for. */
import { drawn, type Drawn } from './drawing.js';
import { pack, type Box } from './lanes.js';
import type { Item, Model } from './model.js';
import type { CompiledDate } from '../../dataset/compiled.js';
import { length, toX, type Span } from './scale.js';
import { firstAt } from './window.js';

/** One date of an event, in pixels from the beginning of the axis. */
export interface Mark {
  x: number;
  width: number;
  /** Pixels of its beginning and end that are not sure. */
  soft: [number, number];
  drawn: Drawn;
}

/** One event in its place. */
export interface Placed {
  /** Place in the model's items. */
  key: number;
  /** Row, counted through all lanes. */
  row: number;
  /** The preferred date first, then the other dates given. */
  marks: Mark[];
  label: { x: number; width: number };
}

/** Events that are there but have no room: where they begin, how many. */
export interface More extends Span {
  x: number;
  count: number;
  /** A few of them for a list, by place in the model's items. */
  keys: () => number[];
}

/** One frame. */
export interface Scene {
  placed: Placed[];
  more: More[];
  /** How many of the model's events touch the view. */
  inView: number;
}

/** What a frame is made of. */
export interface Setting {
  model: Model;
  view: Span;
  width: number;
  /** Rows in each lane. */
  rows: number;
  /** How wide an event's label is at the most. */
  label: (key: number) => number;
  dates: (key: number) => readonly CompiledDate[];
  /** The rows of the last frame. */
  before?: ReadonlyMap<number, number>;
  /** An event that is drawn in any case, in view or not: the one that has the focus. */
  keep?: number;
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
export function mark(date: Drawn, view: Span, width: number): Mark {
  const perDay = width / length(view);
  let x = toX(view, width, date.from);
  let end = toX(view, width, date.to);
  const { shape } = date;
  const soft = date.soft.map((days) => days * perDay) as [number, number];
  if (shape === 'day' || shape === 'time') {
    x = (x + end - POINT) / 2;
    end = x + POINT;
  }
  // The arrow of an open end stands where the view ends, so that it can be seen.
  if (date.to === Infinity) end = Math.max(width - 2, x + TAIL);
  if (date.from === -Infinity) x = Math.min(2, end - TAIL);
  if (shape === 'unknown-end') end += TAIL;
  if (shape === 'unknown-start') x -= TAIL;
  const least = shape === 'one-of' ? 14 : POINT;
  if (end - x < least) {
    // Grown about its middle, so that it does not seem later than it was.
    x = (x + end - least) / 2;
    end = x + least;
  }
  x = Math.min(Math.max(x, -OUTSIDE), width + OUTSIDE);
  end = Math.min(Math.max(end, x + 1), width + OUTSIDE + least);
  return { x, width: end - x, soft, drawn: date };
}

/** Chooses and places what one frame shows. Its cost depends on the width, not on how many events there are. */
export function scene({
  model,
  view,
  width,
  rows,
  label,
  dates,
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
  const stretches: { from: number; to: number; count: number }[] = [];
  for (let n = first; n < last; n++)
    stretches.push({ from: n * stretch, to: (n + 1) * stretch, count: 0 });
  const start = first * stretch;

  const offer = (key: number, lane: number, turn = 0): void => {
    if (found.has(key)) return;
    const marks: Mark[] = [];
    for (const date of dates(key)) {
      const one = drawn(date);
      if (one) marks.push(mark(one, view, width));
    }
    const main = marks[0];
    if (!main) return;
    const wide = label(key);
    // The label of what began before the view stays at the edge, until its mark leaves and takes it along.
    // At the other end it moves back, so that it can be read for as long as its mark is in view.
    const x =
      main.x < 0
        ? Math.min(0, Math.max(main.x, main.x + main.width - wide))
        : main.x < width
          ? Math.max(0, Math.min(main.x, width - wide))
          : main.x;
    const from = Math.min(x, ...marks.map((it) => it.x));
    const to = Math.max(x + wide, ...marks.map((it) => it.x + it.width));
    if (key !== keep && (to <= 0 || from >= width)) return;
    found.set(key, { key, row: -1, marks, label: { x, width: wide } });
    const rank = key === keep ? Infinity : (model.items[key]?.rank ?? 0);
    boxes.push({ key, lane, from, to: to + GAP, rank, turn });
  };

  const inView = model.index.count(view.from, view.to);
  for (const one of stretches)
    one.count = model.index.from(Math.min(one.to, view.to)) - model.index.from(one.from);
  model.lanes.forEach(({ index, items }, lane) => {
    for (const i of index.top(0, index.from(start), rows * 2, view.from))
      offer(items[i] as number, lane);
    for (const one of stretches) {
      const low = index.from(one.from);
      index
        .top(low, index.from(one.to), rows * 2)
        .map((i) => items[i] as number)
        .sort((a, b) => (model.items[b] as Item).rank - (model.items[a] as Item).rank)
        .forEach((key, turn) => offer(key, lane, turn));
    }
    if (keep !== undefined) {
      const i = firstAt(items, keep);
      if (items[i] === keep) offer(keep, lane);
    }
  });

  const rowsOf = pack(boxes, rows, before, most);
  const placed: Placed[] = [];
  for (const [key, row] of rowsOf) placed.push({ ...(found.get(key) as Placed), row });
  placed.sort((a, b) => a.key - b.key);

  // Each once, in however many lanes it stands.
  const once = new Set(placed.map(({ key }) => model.items[key] as Item));
  const shown = [...once];
  let left = inView - shown.filter(({ start: at, end }) => at < view.to && end > view.from).length;
  const more: More[] = [];
  // From the end, so that the stretch in which the view begins gets what remains: all that runs into it.
  for (const { from, to, count } of stretches.reverse()) {
    const edge = from <= view.from;
    const here = edge
      ? left
      : count - shown.filter(({ start: at }) => at >= from && at < Math.min(to, view.to)).length;
    if (here < 1) continue;
    left -= here;
    const x = toX(view, width, (from + to) / 2);
    const keys = (): number[] =>
      model.lanes
        .flatMap(({ index, items }) =>
          index
            .top(edge ? 0 : index.from(from), index.from(Math.min(to, view.to)), 200, view.from)
            .map((i) => items[i] as number),
        )
        .filter((key) => !once.has(model.items[key] as Item))
        .sort((a, b) => a - b)
        .filter((key, i, all) => model.items[key] !== model.items[all[i - 1] as number])
        .slice(0, 200);
    more.unshift({ from, to, x: Math.min(Math.max(x, 32), width - 32), count: here, keys });
    if (edge) break;
  }
  return { placed, more, inView };
}
