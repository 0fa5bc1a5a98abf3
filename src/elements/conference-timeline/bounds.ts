/** What `from` and `to` bound, in days since 1970-01-01; `to` is exclusive. */
export interface Bounds {
  from?: number | undefined;
  to?: number | undefined;
}

/** A plain year, month or day; `undefined` for any other form. */
function plainBound(edtf: string, end: number): number | undefined {
  if (!/^\d{4}(-\d\d){0,2}$/.test(edtf)) return undefined;
  const date = new Date(edtf);
  // Some browsers take 30 February for a day in March.
  if (!(date.toJSON() as string | null)?.startsWith(edtf)) return undefined;
  const length = edtf.length;
  return (
    date.setUTCFullYear(
      date.getUTCFullYear() + (length < 5 ? end : 0),
      date.getUTCMonth() + (length === 7 ? end : 0),
      date.getUTCDate() + (length > 7 ? end : 0),
    ) / 864e5
  );
}

/** Reads `from` and `to` where they have the usual forms; nothing where `attributes.ts` has to. */
export function bounds(from?: string, to?: string): Bounds | undefined {
  const a = from ? plainBound(from, 0) : undefined;
  const b = to ? plainBound(to, 1) : undefined;
  const unread = (from && a === undefined) || (to && b === undefined);
  return unread || a! >= b! ? undefined : { from: a, to: b };
}
