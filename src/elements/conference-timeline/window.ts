/**
 * What is in view, out of any number of events, at a cost that does not grow with their number: starts
 * in order, and over them a tree that holds for each stretch its latest end and its highest rank.
 */

/** Where one thing lies in time. */
export interface Lasting {
  /** May be -Infinity. */
  start: number;
  /** Exclusive; may be Infinity. */
  end: number;
  /** What is to be shown first has the higher rank. */
  rank: number;
}

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

/** Things in time, to be asked for by stretch. */
export class TimeIndex {
  /** How many there are. */
  readonly size: number;
  /** How many nodes of the tree the last question looked at: what a test of the cost counts. */
  looked = 0;
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** The tree as an array: node n has the children 2n and 2n + 1; leaves begin at `#leaves`. */
  readonly #leaves: number;
  readonly #latest: Float64Array;
  readonly #rank: Float32Array;

  /** @param items in order of their start */
  constructor(items: readonly Lasting[]) {
    const n = (this.size = items.length);
    this.#starts = Float64Array.from(items, ({ start }) => start);
    this.#ends = Float64Array.from(items, ({ end }) => end).sort();
    let leaves = 1;
    while (leaves < n) leaves *= 2;
    this.#leaves = leaves;
    const latest = (this.#latest = new Float64Array(2 * leaves).fill(-Infinity));
    const rank = (this.#rank = new Float32Array(2 * leaves).fill(-Infinity));
    items.forEach((item, i) => {
      latest[leaves + i] = item.end;
      rank[leaves + i] = item.rank;
    });
    for (let i = leaves - 1; i > 0; i--) {
      latest[i] = Math.max(latest[2 * i]!, latest[2 * i + 1]!);
      rank[i] = Math.max(rank[2 * i]!, rank[2 * i + 1]!);
    }
  }

  /** The place of the first that starts at or after a time. */
  from(time: number): number {
    return firstAt(this.#starts, time);
  }

  /** How many touch a stretch, exactly: those begun before its end less those over at its beginning. */
  count(from: number, to: number): number {
    // Each that is over by `from` was also begun before `to`.
    return this.from(to) - firstAt(this.#ends, from + 1e-9);
  }

  /**
   * The places of up to `most` with the highest ranks, in order of time, out of those at `low` up to,
   * not including, `high` that end after `after`.
   */
  top(low: number, high: number, most: number, after = -Infinity): number[] {
    const found: number[] = [];
    const open: number[] = [];
    const latest = this.#latest;
    const rank = this.#rank;
    this.looked = 0;
    const offer = (node: number): void => {
      this.looked++;
      if (latest[node]! > after) open.push(node);
    };
    for (let a = low + this.#leaves, b = high + this.#leaves; a < b; a >>= 1, b >>= 1) {
      if (a & 1) offer(a++);
      if (b & 1) offer(--b);
    }
    // Best first. A node can promise a rank and an end that two different events have, so that a search
    // can be in vain: the limit keeps even the worst data from making a frame long.
    for (let left = 48 * (most + 8); left && open.length && found.length < most; left--) {
      let best = 0;
      for (let i = 1; i < open.length; i++) {
        const more = rank[open[i]!]! - rank[open[best]!]!;
        // Of equals the deeper one: many of one rank must not be searched in breadth.
        if (more > 0 || (more === 0 && open[i]! > open[best]!)) best = i;
      }
      const node = open[best]!;
      open[best] = open[open.length - 1]!;
      open.pop();
      if (node >= this.#leaves) found.push(node - this.#leaves);
      else {
        offer(2 * node);
        offer(2 * node + 1);
      }
    }
    return found.sort((a, b) => a - b);
  }
}
