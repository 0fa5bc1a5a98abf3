/** Rows for what is in view: nothing overlaps, nothing jumps while panning, the important comes first. */

/** What wants a place: a stretch of pixels in one of a lane's rows. */
export interface Box {
  key: number;
  /** Which lane, from 0. */
  lane: number;
  from: number;
  to: number;
  rank: number;
  /** Of equal rank, the first of each part of the view come before the second of any. */
  turn?: number;
}

/**
 * A row for each box that there is room for; a box without one is left out.
 *
 * A box keeps the row that it had, so that panning moves things only sideways. One of higher rank
 * takes precedence, and only takes a row from one of lower rank where no other is free.
 * @param rows how many rows each lane has
 * @param before the rows that they had
 * @param most how many boxes to place at the most
 * @returns rows counted through all lanes
 */
export function pack(
  boxes: readonly Box[],
  rows: number,
  before: ReadonlyMap<number, number> = new Map(),
  most = Infinity,
): Map<number, number> {
  const placed = new Map<number, number>();
  const taken: Box[][] = [];
  const had: Box[][] = [];
  const free = (map: Box[][], row: number, box: Box): boolean =>
    !map[row]?.some((other) => other !== box && other.from < box.to && other.to > box.from);
  for (const box of boxes) {
    const row = before.get(box.key);
    if (row !== undefined) (had[row] ??= []).push(box);
  }
  const first = [...boxes].sort(
    (a, b) => b.rank - a.rank || a.turn! - b.turn! || a.from - b.from || a.key - b.key,
  );
  for (const box of first) {
    if (placed.size >= most) break;
    const lane = [...Array(rows).keys()].map((i) => box.lane * rows + i);
    const there = lane.filter((row) => free(taken, row, box));
    const own = before.get(box.key);
    const row =
      there.find((it) => it === own) ?? there.find((it) => free(had, it, box)) ?? there[0];
    if (row === undefined) continue;
    placed.set(box.key, row);
    (taken[row] ??= []).push(box);
  }
  return placed;
}
