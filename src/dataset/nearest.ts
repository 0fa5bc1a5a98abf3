/** Ids longer than this are nobody's slip of the keyboard, and comparing them would take long. */
const LONGEST = 64;

/**
 * Damerau-Levenshtein distance (optimal string alignment): how many letters are to be put in, left
 * out, changed or swapped with their neighbour.
 */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/**
 * The id that was most likely meant, for "there is no `zakopane-1939`; did you mean …".
 * `undefined` where none is near: more than a third of the letters would have to change, and the one
 * is not the beginning of the other. Of equally near ones the first in code unit order.
 */
export function nearest(id: string, ids: Iterable<string>): string | undefined {
  const wanted = id
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (!wanted || wanted.length > LONGEST) return undefined;
  let found: string | undefined;
  let least = Infinity;
  for (const candidate of [...ids].sort()) {
    if (candidate.length > LONGEST) continue;
    const begins =
      wanted.length > 2 && (candidate.startsWith(wanted) || wanted.startsWith(candidate));
    const far = distance(wanted, candidate.toLowerCase());
    const limit = begins
      ? Infinity
      : Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (far <= limit && far < least) {
      least = far;
      found = candidate;
    }
  }
  return found;
}
