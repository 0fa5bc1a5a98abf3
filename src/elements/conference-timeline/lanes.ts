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
  const taken = new Map<number, Box[]>();
  const had = new Map<number, Box[]>();
  const into = (map: Map<number, Box[]>, row: number, box: Box): void => {
    const there = map.get(row);
    if (there) there.push(box);
    else map.set(row, [box]);
  };
  const free = (map: Map<number, Box[]>, row: number, box: Box): boolean =>
    !map.get(row)?.some((other) => other !== box && other.from < box.to && other.to > box.from);
  for (const box of boxes) {
    const row = before.get(box.key);
    if (row !== undefined) into(had, row, box);
  }
  const first = [...boxes].sort(
    (a, b) => b.rank - a.rank || (a.turn ?? 0) - (b.turn ?? 0) || a.from - b.from || a.key - b.key,
  );
  for (const box of first) {
    if (placed.size >= most) break;
    const low = box.lane * rows;
    const own = before.get(box.key);
    let row =
      own !== undefined && own >= low && own < low + rows && free(taken, own, box) ? own : -1;
    let second = -1;
    for (let r = low; row < 0 && r < low + rows; r++) {
      if (!free(taken, r, box)) continue;
      if (free(had, r, box)) row = r;
      else if (second < 0) second = r;
    }
    if (row < 0) row = second;
    if (row < 0) continue;
    placed.set(box.key, row);
    into(taken, row, box);
  }
  return placed;
}
