import type { parse } from '../../dates/index.js';
import type { MapOptions } from './view.js';

/**
 * Reads `from` and `to`, as EDTF. What is no date bounds nothing.
 * @param read the parser, which a page loads only where it is needed
 */
export function bounds(
  read: typeof parse,
  from?: string,
  to?: string,
): Pick<MapOptions, 'from' | 'to'> {
  const bound = (edtf: string | undefined, which: 'earliest' | 'latest'): number | undefined => {
    try {
      const days = edtf ? read(edtf)[which] : null;
      return days !== null && Number.isFinite(days) ? days : undefined;
    } catch {
      return undefined;
    }
  };
  const last = bound(to, 'latest');
  return { from: bound(from, 'earliest'), to: last === undefined ? undefined : last + 1 };
}
