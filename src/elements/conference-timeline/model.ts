/**
 * The seam between a timeline and where its events are.
 *
 * A timeline never walks through its events. For each frame it asks a {@link Model} for those that begin
 * in a stretch of time and matter most, and looks into these only. Events are called by a key: their
 * place in order of time, from 0. Answers come at once and from what is there, so that a source which
 * has to fetch, such as the shards of a dataset, can stand in for {@link Whole}:
 *
 * - `want` tells it before each frame what is in view, so that it fetches that and what lies next to it,
 *   and leaves off fetching what is no longer wanted;
 * - `count` and `from` may be answered from an overview; `top` gives keys of what is there already, and
 *   `event` gives nothing for what is on its way: a frame shows that as a part of "+12";
 * - when more has come it calls {@link Model.changed}, and the timeline draws the next frame.
 *
 * `Axis` makes its model in one place (`#prepare`), which may be a promise.
 */
import type { Columns, CompiledDataset, CompiledEvent } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import type { Piece } from '../../ui/view.js';
import type { Span } from './scale.js';

/** Events in time, to be asked for by stretch. Places count from 0 in order of time. */
export interface Window {
  /** The place of the first that starts at or after a time. */
  from(time: number): number;
  /** How many touch a stretch. */
  count?(from: number, to: number): number;
  /** The places of up to `most` that matter most, of those from `low` to before `high` that end after `after`. */
  top(low: number, high: number, most: number, after?: number): number[];
}

/**
 * Makes a window.
 * @param starts in order; may be -Infinity
 * @param ends exclusive; may be Infinity
 * @param ranks what is to be shown first has the higher one, 0 to 255
 */
export type Indexed = new (starts: Float64Array, ends: Float64Array, ranks: Uint8Array) => Window;

/** The first place in a sorted array whose value is at or above `value`. */
export function firstAt(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least that answers: it looks at all there is. The first frame does with it. */
export class Scan implements Window {
  constructor(
    private readonly starts: Float64Array,
    private readonly ends: Float64Array,
    private readonly ranks: Uint8Array,
  ) {}

  from(time: number): number {
    return firstAt(this.starts, time);
  }

  top(low: number, high: number, most: number, after = -Infinity): number[] {
    const { ends, ranks } = this;
    const found: number[] = [];
    // How many there are of each rank says from which on they are shown.
    const count = new Uint32Array(256);
    for (let i = low; i < high; i++) if (ends[i]! > after) count[ranks[i]!]!++;
    let least = 256;
    for (; least && most > 0; most -= count[least]!) least--;
    for (let i = low; i < high; i++)
      // Of the last rank there may be too many.
      if (
        ends[i]! > after &&
        (ranks[i]! > least || (ranks[i] === least && count[least]!-- + most > 0))
      )
        found.push(i);
    return found;
  }
}

/** Some of the events, by themselves. */
export interface Lane {
  /** Words for it; empty where there is only one lane. */
  label: string;
  index: Window;
  /** The key of what has a place in `index`. */
  key(place: number): number;
  /** Whether it has this key. */
  has(key: number): boolean;
}

/** The events that pass the filters. */
export interface Model {
  /** How many events there are. */
  readonly events: number;
  /** How many keys: an event has one for each lane that it stands in, one after the other. */
  readonly size: number;
  /** From the first known beginning to the last known end. */
  readonly all: Span;
  /** Events whose date has no place on an axis. */
  readonly undated: readonly Id[];
  readonly lanes: readonly Lane[];
  /** All of them, each once. */
  readonly index: Window;
  /** The event of a key; nothing while it is on its way. */
  event(key: number): CompiledEvent | undefined;
  /** The id of a key's event; nothing for what is no key. */
  id(key: number): Id | undefined;
  /** The first key of an event, or -1. */
  keyOf(id: Id | undefined): number;
  /** The same number for each key of one event; nothing for what is no key. */
  same(key: number): number | undefined;
  /** When it begins, in days since 1970-01-01; may be -Infinity. */
  start(key: number): number;
  /** When it is over; may be Infinity. */
  end(key: number): number;
  /** What is to be shown first has the higher rank: by importance, then by evidence. */
  rank(key: number): number;
  /** Called before each frame with what is in view. */
  want?(view: Span): void;
  /** What could not be had, in words. */
  note?(): Piece;
  /** Gives up what is on its way, until something is wanted again. */
  close?(): void;
  /** Set by the timeline; to be called when more is there than before. */
  changed?: () => void;
}

/** The events of a dataset that is all there. */
export class Whole implements Model {
  readonly events: number;
  readonly size: number;
  readonly all: Span = { from: 0, to: 1 };
  readonly undated: Id[] = [];
  lanes!: readonly Lane[];
  index!: Window;
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #ranks: Uint8Array;
  /** The place in `inTime` of each key. */
  readonly #places: Uint32Array;

  /**
   * Prepares them once for each choice of filters, not for each frame.
   * @param passes whether an event passes the filters, by its place in `inTime`; without it all do
   */
  constructor(
    readonly data: CompiledDataset,
    { from, to, rank }: Columns,
    passes: ((place: number) => boolean) | undefined,
    index: Indexed = Scan,
  ) {
    const start = (i: number): number => from[i] ?? -Infinity;
    const all = new Uint32Array(from.length);
    let [n, last, first, end, sorted] = [0, -Infinity, Infinity, -Infinity, true];
    for (let i = 0; i < from.length; i++) {
      if (passes?.(i) === false) continue;
      const [a, b] = [from[i]!, to[i]!];
      if (a === null && b === null) {
        this.undated.push(data.inTime[i]!);
        continue;
      }
      sorted &&= start(i) >= last;
      last = start(i);
      first = Math.min(first, a ?? b);
      end = Math.max(end, b ?? a);
      all[n++] = i;
    }
    const places = (this.#places = all.subarray(0, n));
    // Nearly always in order: only who is given an earlier date as well, or has no beginning, is not.
    if (!sorted) places.sort((a, b) => start(a) - start(b) || a - b);
    if (first <= end) this.all = { from: first, to: end };
    this.size = this.events = n;
    this.#starts = Float64Array.from(places, start);
    this.#ends = Float64Array.from(places, (i) => to[i] ?? Infinity);
    this.#ranks = Uint8Array.from(places, (i) => rank[i]!);
    this.use(index);
  }

  /** Answers by another index from now on. */
  use(index: Indexed): void {
    this.index = new index(this.#starts, this.#ends, this.#ranks);
    this.lanes = [{ label: '', index: this.index, key: (place) => place, has: () => true }];
  }

  event(key: number): CompiledEvent | undefined {
    const { at, events } = this.data;
    return at ? at(this.#places[key]!) : events[this.id(key)!];
  }

  id(key: number): Id | undefined {
    return this.data.inTime[this.#places[key]!];
  }

  keyOf(id: Id | undefined): number {
    return id ? this.#places.indexOf(this.data.inTime.indexOf(id)) : -1;
  }

  same(key: number): number | undefined {
    return this.#places[key];
  }

  start(key: number): number {
    return this.#starts[key]!;
  }

  end(key: number): number {
    return this.#ends[key]!;
  }

  rank(key: number): number {
    return this.#ranks[key]!;
  }
}
