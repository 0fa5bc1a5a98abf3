/** The events of a dataset by what a reader can sort and filter them by. */
import type { CompiledDataset, CompiledEvent } from '../../dataset/compiled.js';
import type { Id, Text } from '../../dataset/types.js';
import { plain, type View } from '../../ui/view.js';
import { words } from './words.js';

/** What lanes can be made by. */
const WAYS = ['kind', 'place', 'status', 'person', 'organisation'] as const;
export type GroupBy = (typeof WAYS)[number];

/** What `group-by` asks for, if there is such a thing. */
export const groupBy = (by: string | null | undefined): GroupBy | undefined =>
  WAYS.find((it) => it === by);

/** The statuses, the surest first; what is surer is shown first where room is short. */
export const STATUSES = [
  'established',
  'attested',
  'reported',
  'contested',
  'unconfirmed',
] as const;

/** What a reader does not want to see. */
export interface Hidden {
  kinds: ReadonlySet<Id>;
  statuses: ReadonlySet<string>;
  /** What a reader searches for, and which events have it. */
  text?: string | undefined;
  found?: ((event: CompiledEvent) => boolean) | undefined;
}

/** Whether an event passes the filters. */
export const passes = (event: CompiledEvent, { kinds, statuses, found }: Hidden): boolean =>
  !kinds.has(event.kind) && !statuses.has(event.occurrence.status) && found?.(event) !== false;

/** The event of an id in the dataset's own list. */
export const eventOf = (data: CompiledDataset, id: Id): CompiledEvent =>
  data.events[id] as CompiledEvent;

/**
 * Which lanes an event belongs to, by keys: one, or that of each who took part. Somebody of whom it is
 * only said that they were not there did not.
 */
export function groupsOf(event: CompiledEvent, by: GroupBy | undefined): string[] {
  if (by === 'kind') return [event.kind];
  if (by === 'status') return [event.occurrence.status];
  if (by !== 'person' && by !== 'organisation') return [(by && event.places?.[0]?.place) || ''];
  const there = (event.participants ?? [])
    .filter(({ type, stance }) => type === by && stance !== 'disputes')
    .map(({ who }) => who);
  return there.length ? [...new Set(there)] : [''];
}

/** Sorts events into groups, the largest first (statuses: the surest first). */
export function groups(
  data: CompiledDataset,
  ids: readonly Id[],
  by: GroupBy | undefined,
): [key: string, Id[]][] {
  const found = new Map<string, Id[]>();
  for (const id of ids) {
    for (const key of groupsOf(eventOf(data, id), by)) {
      const there = found.get(key);
      if (there) there.push(id);
      else found.set(key, [id]);
    }
  }
  const order = (key: string): number => STATUSES.indexOf(key as 'attested');
  return [...found].sort(([a, x], [b, y]) =>
    by === 'status' ? order(a) - order(b) : +!a - +!b || y.length - x.length,
  );
}

/** Words for a group of events. */
export function groupLabel(view: View, by: GroupBy | undefined, key: string): string {
  const { data, t } = view;
  if (by === 'status') return t.occurrence[key as 'attested'];
  if (!key) return by === 'place' ? words(view).noPlace : words(view).other;
  const { kinds, people, organisations, places } = data;
  const records = by === 'person' ? people : by === 'organisation' ? organisations : places;
  const named = by === 'kind' ? kinds : records;
  if (!Object.hasOwn(named, key)) return key;
  return plain(view, (by === 'kind' ? kinds[key] : records[key]?.label) as Text);
}
