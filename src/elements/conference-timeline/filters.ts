/** What a reader does not want to see. */
import { STATUSES } from '../../dataset/columns.js';
import type { CompiledDataset } from '../../dataset/compiled.js';
import { sortsOf } from '../../dataset/sorts.js';
import type { Id } from '../../dataset/types.js';

/** What is filtered out. */
export interface Hidden {
  kinds: ReadonlySet<Id>;
  statuses: ReadonlySet<string>;
  /** What a reader searches for, and for each event, in the order of `inTime`, whether it is found. */
  text?: string | undefined;
  found?: Uint8Array | undefined;
}

/** Whether an event passes the filters, by its place in `inTime`. */
export function passing(
  data: CompiledDataset,
  { kinds, statuses, found }: Hidden,
): (place: number) => boolean {
  const { kind, kinds: ids, status } = sortsOf(data);
  const seen = ids.map((id) => !kinds.has(id));
  const sure = STATUSES.map((it) => !statuses.has(it));
  return (i) => seen[kind[i]!]! && sure[status[i]!]! && found?.[i] !== 0;
}
