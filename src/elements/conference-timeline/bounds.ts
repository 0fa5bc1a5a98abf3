import { civilToDays } from '../../dates/days.js';

/** What `from` and `to` bound, in days since 1970-01-01; `to` is exclusive. */
export interface Bounds {
  from?: number | undefined;
  to?: number | undefined;
}

/** A plain year, month or day; `undefined` for any other form. */
function plainBound(edtf: string, end: boolean): number | undefined {
  const match = /^(\d{4})(?:-(0[1-9]|1[012]))?(?:-(0[1-9]|[12]\d|3[01]))?$/.exec(edtf);
  if (!match) return undefined;
  const [, year = 0, month, day] = match.map(Number);
  if (!end) return civilToDays(year, month || 1, day || 1);
  return day ? civilToDays(year, month || 1, day + 1) : civilToDays(year, (month || 12) + 1, 1);
}

/**
 * Reads `from` and `to`. The usual forms are read at once; only for others is the EDTF parser fetched.
 * What is no date bounds nothing.
 */
export function bounds(from?: string, to?: string): Bounds | Promise<Bounds> {
  const a = from ? plainBound(from, false) : undefined;
  const b = to ? plainBound(to, true) : undefined;
  if ((a !== undefined || !from) && (b !== undefined || !to)) return { from: a, to: b };
  return import('../../dates/index.js').then(({ parse }) => {
    const bound = (edtf: string | undefined, end: boolean): number | undefined => {
      if (!edtf) return undefined;
      try {
        const { earliest, latest } = parse(edtf);
        const at = end ? latest !== null && latest + 1 : earliest;
        return typeof at === 'number' && Number.isFinite(at) ? at : undefined;
      } catch {
        return undefined;
      }
    };
    return { from: bound(from, false), to: bound(to, true) };
  });
}
