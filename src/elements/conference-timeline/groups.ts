/** The events of a dataset in groups: what lanes and the headings of the list are made by. */
import { STATUSES } from '../../dataset/columns.js';
import type { CompiledDataset, CompiledEvent } from '../../dataset/compiled.js';
import type { Id, Text } from '../../dataset/types.js';
import { plain, type View } from '../../ui/view.js';
import { words } from './words.js';

/** What lanes can be made by. */
export const WAYS = ['kind', 'place', 'country', 'status', 'person', 'organisation'] as const;
export type GroupBy = (typeof WAYS)[number];

/** What `group-by` asks for: nothing, one way, or a second within the first. What is no way is left out. */
export const groupBy = (by: string | null | undefined): GroupBy[] =>
  (by ?? '')
    .split(/\s+/)
    .filter((it): it is GroupBy => WAYS.includes(it as GroupBy))
    .slice(0, 2);

/** The event of an id in the dataset's own list. */
export const eventOf = (data: CompiledDataset, id: Id): CompiledEvent =>
  data.events[id] as CompiledEvent;

/** Between the keys of a group and of the group within it. */
const WITHIN = '\n';

/** Somebody of whom it is only said that they were not there did not take part. */
function keysBy(data: CompiledDataset, event: CompiledEvent, by: GroupBy): string[] {
  if (by === 'kind') return [event.kind];
  if (by === 'status') return [event.occurrence.status];
  const { places = [], participants = [] } = event;
  if (by === 'place') return [places[0]?.place ?? ''];
  // A country has no record of its own: its name is its key.
  if (by === 'country') return [countryOf(data, places[0]?.place)];
  const there = participants
    .filter(({ type, stance }) => type === by && stance !== 'disputes')
    .map(({ who }) => who);
  return there.length ? [...new Set(there)] : [''];
}

/** The country in which a place is now, else was then, by its name as a key: what it was then takes a sentence. */
function countryOf(data: CompiledDataset, place = ''): string {
  const { then, now } = (Object.hasOwn(data.places, place) && data.places[place]?.country) || {};
  const name = now ?? then;
  return name === undefined ? '' : JSON.stringify(name);
}

/** Which groups an event belongs to, by keys: one, or that of each who took part. */
export const groupsOf = (
  data: CompiledDataset,
  event: CompiledEvent,
  by: readonly GroupBy[],
): string[] =>
  by.reduce<string[]>(
    (outer, way, level) =>
      outer.flatMap((key) =>
        keysBy(data, event, way).map((it) => (level ? key + WITHIN + it : it)),
      ),
    [''],
  );

/** Puts groups in order, the largest first, statuses the surest first, and what has none last. */
export function inOrder<T>(groups: Map<string, T[]>, by: readonly GroupBy[]): [key: string, T[]][] {
  const parts = (key: string, level: number): string[] => key.split(WITHIN).slice(0, level + 1);
  const size = new Map<string, number>();
  for (const [key, { length }] of groups)
    by.forEach((_, level) => {
      const part = `${parts(key, level)}`;
      size.set(part, (size.get(part) ?? 0) + length);
    });
  const compare = (a: string, b: string): number => {
    for (const level of by.keys()) {
      const way = by[level];
      const [x, y] = [parts(a, level), parts(b, level)];
      const [own, other] = [x[level] ?? '', y[level] ?? ''];
      if (own === other) continue;
      if (way === 'status')
        return STATUSES.indexOf(own as 'attested') - STATUSES.indexOf(other as 'attested');
      return +!own - +!other || size.get(`${y}`)! - size.get(`${x}`)! || (own < other ? -1 : 1);
    }
    return 0;
  };
  return [...groups].sort(([a], [b]) => compare(a, b));
}

/** Words for a group of events. */
export function groupLabel(view: View, by: readonly GroupBy[], key: string): string {
  const { data, t } = view;
  const { kinds, people, organisations, places } = data;
  const label = (way: GroupBy | undefined, one: string): string => {
    if (way === 'status') return t.occurrence[one as 'attested'];
    if (!one) return way === 'place' || way === 'country' ? words(view).noPlace : words(view).other;
    if (way === 'country') return plain(view, JSON.parse(one) as Text);
    const records = way === 'person' ? people : way === 'organisation' ? organisations : places;
    const named = way === 'kind' ? kinds : records;
    if (!Object.hasOwn(named, one)) return one;
    return plain(view, (way === 'kind' ? kinds[one] : records[one]?.label) as Text);
  };
  const labels = key.split(WITHIN).map((one, level) => label(by[level], one));
  // Nothing within nothing is said once.
  return [...new Set(labels)].join(' · ');
}
