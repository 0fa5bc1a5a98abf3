/**
 * What is in view, out of any number of events, at a cost that does not grow with their number: starts
 * in order, and over them a tree that holds for each stretch its latest end and its highest rank.
 */

import { firstAt, type Window } from './model.js';

/** Things in time, to be asked for by stretch. */
export class TimeIndex implements Window {
  /** How many nodes of the tree the last question looked at: what a test of the cost counts. */
  looked = 0;
  readonly #ends: Float64Array;
  /** The tree as an array: node n has the children 2n and 2n + 1; leaves begin at `#leaves`. */
  readonly #leaves: number;
  readonly #latest: Float64Array;
  readonly #rank: Uint8Array;

  /**
   * @param starts in order; may be -Infinity
   * @param ends exclusive; may be Infinity
   * @param ranks what is to be shown first has the higher one, 0 to 255
   */
  constructor(
    private readonly starts: Float64Array,
    ends: Float64Array,
    ranks: Uint8Array,
  ) {
    this.#ends = ends.slice().sort();
    const leaves = (this.#leaves = 2 ** Math.ceil(Math.log2(starts.length || 1)));
    const latest = (this.#latest = new Float64Array(2 * leaves).fill(-Infinity));
    const rank = (this.#rank = new Uint8Array(2 * leaves));
    latest.set(ends, leaves);
    rank.set(ranks, leaves);
    for (let i = leaves - 1; i > 0; i--) {
      latest[i] = Math.max(latest[2 * i]!, latest[2 * i + 1]!);
      rank[i] = Math.max(rank[2 * i]!, rank[2 * i + 1]!);
    }
  }

  /** The place of the first that starts at or after a time. */
  from(time: number): number {
    return firstAt(this.starts, time);
  }

  /** How many touch a stretch, exactly: those begun before its end less those over at its beginning. */
  count(from: number, to: number): number {
    // Each that is over by `from` was also begun before `to`.
    return this.from(to) - firstAt(this.#ends, from + 1e-9);
  }

  /**
   * The places of up to `most` with the highest ranks, the earliest of equals, in order of time, out of those at `low` up to,
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
        // Of equals the earlier one, as `Scan` has it. So many of one rank are not searched in breadth either.
        if (more > 0 || (more === 0 && this.#first(open[i]!) < this.#first(open[best]!))) best = i;
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

  /** The first leaf below a node. */
  #first(node: number): number {
    return node << (Math.clz32(node) - Math.clz32(this.#leaves));
  }
}
