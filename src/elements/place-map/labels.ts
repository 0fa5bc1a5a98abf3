/** Where words stand on a map so that none covers another or a mark: the first that comes has the choice. */

/** A rectangle, px. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whether two rectangles have something in common. */
export const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether a rectangle lies in another. */
const within = (a: Box, b: Box): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

/** The eight places around a mark in which a word can stand, the best first, after atlas practice. */
export const around = (x: number, y: number, width: number, height: number, gap: number): Box[] =>
  [
    [gap, -height / 2],
    [-gap - width, -height / 2],
    [-width / 2, -gap - height],
    [-width / 2, gap],
    [gap * 0.7, -gap * 0.7 - height],
    [gap * 0.7, gap * 0.7],
    [-gap * 0.7 - width, -gap * 0.7 - height],
    [-gap * 0.7 - width, gap * 0.7],
  ].map(([dx = 0, dy = 0]) => ({ x: x + dx, y: y + dy, width, height }));

/** A word in the middle of its place, or a little above, below or aside. */
export const upon = (x: number, y: number, width: number, height: number): Box[] =>
  [
    [0, 0],
    [0, -height],
    [0, height],
    [width / 3, 0],
    [-width / 3, 0],
  ].map(([dx = 0, dy = 0]) => ({
    x: x - width / 2 + dx,
    y: y - height / 2 + dy,
    width,
    height,
  }));

/** Something that a word should not cover, px, and how much that would matter. */
export type Obstacle = readonly [x: number, y: number, weight: number];

/** How much worse each further place around a mark is. */
const STEP = 3;

/**
 * Takes the best of the boxes that lie in the frame and meet none of those taken: the first ones, and
 * those that cover the least. It is taken from then on.
 * @returns nothing where there is no room
 */
export function take(
  boxes: Box[],
  taken: Box[],
  frame: Box,
  obstacles: readonly Obstacle[],
): Box | undefined {
  let best: Box | undefined;
  let least = Infinity;
  boxes.forEach((box, i) => {
    if (!within(box, frame) || taken.some((other) => meet(box, other))) return;
    const cost = obstacles.reduce(
      (sum, [x, y, weight]) =>
        x > box.x && y > box.y && x < box.x + box.width && y < box.y + box.height
          ? sum + weight
          : sum,
      i * STEP,
    );
    if (cost < least) [best, least] = [box, cost];
  });
  if (best) taken.push(best);
  return best;
}

/**
 * Finds room for words, the first that come first; where one is left without, it is tried before the others.
 * @param words for each the boxes in which it can stand, whole and then in shorter forms
 * @param taken what is taken already; the boxes found are added
 * @returns for each word its box and its form, or nothing
 */
export function arrange(
  words: readonly Box[][][],
  taken: Box[],
  frame: Box,
  obstacles: readonly Obstacle[],
): ([box: Box, form: number] | undefined)[] {
  let order = words.map((_, i) => i);
  let best: ReturnType<typeof arrange> = [];
  let most = -1;
  let bestTaken = taken;
  for (let tries = 0; tries < 6; tries++) {
    const now = [...taken];
    const found: ReturnType<typeof arrange> = words.map(() => undefined);
    for (const i of order)
      words[i]?.some((boxes, form) => {
        const box = take(boxes, now, frame, obstacles);
        if (box) found[i] = [box, form];
        return box;
      });
    const placed = found.reduce((sum, it) => sum + (it ? 1 - it[1] / 10 : 0), 0);
    if (placed > most) [best, most, bestTaken] = [found, placed, now];
    const left = order.filter((i) => !found[i]);
    if (!left.length) break;
    order = [...left, ...order.filter((i) => found[i])];
  }
  taken.splice(0, taken.length, ...bestTaken);
  return best;
}
