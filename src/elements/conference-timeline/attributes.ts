/** Attributes that are not of the usual form, or wrong. Loaded where there are such. */
import type * as Dates from '../../dates/index.js';
import { nearest } from '../../dataset/nearest.js';
import { bounds, type Bounds } from './bounds.js';
import { WAYS } from './groups.js';

const meant = (near: string | undefined): string => (near ? ` Did you mean “${near}”?` : '');

/**
 * Reads `from`, `to` and `group-by`. What is wrong is left out, so that there is still a timeline.
 * @returns the bounds, and a sentence for each mistake, with the nearest that is right
 */
export async function attributes(
  from?: string,
  to?: string,
  by?: string,
): Promise<[Bounds, wrong: string[]]> {
  return attributesBy(
    bounds(from, to) ? undefined : await import('../../dates/index.js'),
    from,
    to,
    by,
  );
}

/** The same where the parser is there already, which is needed for all but the usual forms. */
export function attributesBy(
  dates: typeof Dates | undefined,
  from?: string,
  to?: string,
  by?: string,
): [Bounds, wrong: string[]] {
  const wrong: string[] = [];
  const read = bounds(from, to) ?? (dates ? parsed(dates, from, to, wrong) : {});
  const ways = (by ?? '').split(/\s+/).filter(Boolean);
  for (const way of ways)
    if (!(WAYS as readonly string[]).includes(way))
      wrong.push(
        `“${way}” in “group-by” is nothing to group by; there is ${WAYS.slice(0, -1).join(', ')} and ${WAYS.at(-1)}.${meant(nearest(way, WAYS))}`,
      );
  if (ways.length > 2) wrong.push(`“group-by” takes two, the second within the first.`);
  return [read, wrong];
}

/** Any EDTF. */
function parsed(
  { parse, suggest }: typeof Dates,
  from: string | undefined,
  to: string | undefined,
  wrong: string[],
): Bounds {
  const valid = (edtf: string): boolean => {
    try {
      parse(edtf);
      return true;
    } catch {
      return false;
    }
  };
  // The beginning of a date that is right as far as it goes: `1939` of `1939-13`.
  const part = (edtf: string): string | undefined => {
    for (let n = edtf.length - 1; n > 3; n--) if (valid(edtf.slice(0, n))) return edtf.slice(0, n);
    return undefined;
  };
  const bound = (name: string, edtf: string | undefined, end: boolean): number | undefined => {
    if (!edtf) return undefined;
    if (!valid(edtf)) {
      wrong.push(`“${edtf}” in “${name}” is no date in EDTF.${meant(suggest(edtf) ?? part(edtf))}`);
      return undefined;
    }
    const { earliest, latest } = parse(edtf);
    const at = end ? latest !== null && latest + 1 : earliest;
    return typeof at === 'number' && Number.isFinite(at) ? at : undefined;
  };
  const read: Bounds = { from: bound('from', from, false), to: bound('to', to, true) };
  if (read.from !== undefined && read.to !== undefined && read.from >= read.to)
    wrong.push(
      `“from” is “${from}”, which is later than “to”, “${to}”.${meant(`from="${to}" to="${from}"`)}`,
    );
  return read;
}
