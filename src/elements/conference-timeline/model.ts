/** A dataset's events as a timeline needs them: in order, with their stretches, filtered and in lanes. */
import type { CompiledDataset } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { drawn } from './drawing.js';
import { eventOf, groups, passes, STATUSES, type GroupBy, type Hidden } from './events.js';
import type { Span } from './scale.js';

import { TimeIndex, type Lasting } from './window.js';

/** One event of the timeline. */
export interface Item extends Lasting {
  id: Id;
}

/** Some of the events, by themselves. */
export interface Lane {
  /** Words for it; empty where there is only one lane. */
  label: string;
  index: TimeIndex;
  /** For each place in the index the place in {@link Model.items}. */
  items: number[];
}

/** The events that pass the filters. */
export interface Model {
  /** In order of time. */
  items: Item[];
  lanes: Lane[];
  /** From the first known beginning to the last known end. */
  all: Span;
  /** Events whose date has no place on an axis. */
  undated: Id[];
}

/** More lanes than these become one, "other": each needs a heading and at least one row. */
const MOST_LANES = 8;

/** Prepares the events of a dataset once for each choice of filters and lanes, not for each frame. */
export function model(
  data: CompiledDataset,
  hidden: Hidden,
  by?: GroupBy,
  label: (key: string) => string = String,
  other = '',
): Model {
  const items: Item[] = [];
  const undated: Id[] = [];
  let from = Infinity;
  let to = -Infinity;
  for (const id of data.inTime) {
    const event = eventOf(data, id);
    if (!passes(event, hidden)) continue;
    const [first, ...others] = event.dates.map(drawn);
    if (!first) {
      undated.push(id);
      continue;
    }
    let end = first.to;
    for (const date of others) if (date && date.to > end) end = date.to;
    const evidence = STATUSES.length - STATUSES.indexOf(event.occurrence.status);
    items.push({ id, start: first.from, end, rank: event.importance * 10 + evidence });
    for (const at of [first.from, first.to, end]) {
      if (!Number.isFinite(at)) continue;
      if (at < from) from = at;
      if (at > to) to = at;
    }
  }
  items.sort((a, b) => a.start - b.start);
  const all = from <= to ? { from, to } : { from: 0, to: 1 };
  if (!by)
    return {
      items,
      undated,
      all,
      lanes: [{ label: '', index: new TimeIndex(items), items: items.map((_, i) => i) }],
    };
  const place = new Map(items.map(({ id }, i) => [id, i]));
  const sorted = groups(
    data,
    items.map(({ id }) => id),
    by,
  );
  const kept = sorted.length > MOST_LANES ? sorted.slice(0, MOST_LANES - 1) : sorted;
  const rest = sorted.slice(kept.length).flatMap(([, ids]) => ids);
  const lane = (name: string, ids: Id[]): Lane => {
    const places = ids.map((id) => place.get(id) as number).sort((a, b) => a - b);
    return {
      label: name,
      items: places,
      index: new TimeIndex(places.map((i) => items[i] as Item)),
    };
  };
  const lanes = kept.map(([key, ids]) => lane(label(key), ids));
  if (rest.length) lanes.push(lane(other, rest));
  return { items, undated, all, lanes };
}
