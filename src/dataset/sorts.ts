import { columnsOf, STATUSES } from './columns.js';
import type { Columns, CompiledDataset } from './compiled.js';
import type { Id } from './types.js';

/** The kind and the status of each event, in the order of `inTime`: what filters and lanes ask for. */
export function sortsOf(data: CompiledDataset): NonNullable<Columns['sorts']> {
  const columns = columnsOf(data);
  if (columns.sorts) return columns.sorts;
  const places = new Map<Id, number>();
  const sorts = (columns.sorts = {
    kinds: [] as Id[],
    kind: [] as number[],
    status: [] as number[],
  });
  for (const id of data.inTime) {
    const { kind, occurrence } = data.events[id]!;
    if (!places.has(kind)) places.set(kind, sorts.kinds.push(kind) - 1);
    sorts.kind.push(places.get(kind)!);
    sorts.status.push(STATUSES.indexOf(occurrence.status));
  }
  return sorts;
}
