/** A dataset's events as a timeline needs them: in order, with their stretches, filtered and in lanes. */
import type { CompiledDataset } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { drawn } from './drawing.js';
import {
  eventOf,
  groups,
  groupsOf,
  passes,
  STATUSES,
  type GroupBy,
  type Hidden,
} from './events.js';
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
  /** In order of time; an event stands here as often as there are lanes that it is in. */
  items: Item[];
  /** All of them, each once. */
  index: TimeIndex;
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
  const events: Item[] = [];
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
    events.push({ id, start: first.from, end, rank: event.importance * 10 + evidence });
    for (const at of [first.from, first.to, end]) {
      if (!Number.isFinite(at)) continue;
      if (at < from) from = at;
      if (at > to) to = at;
    }
  }
  events.sort((a, b) => a.start - b.start);
  const all = from <= to ? { from, to } : { from: 0, to: 1 };
  const index = new TimeIndex(events);
  if (!by)
    return {
      items: events,
      index,
      undated,
      all,
      lanes: [{ label: '', index, items: events.map((_, i) => i) }],
    };
  const sorted = groups(
    data,
    events.map(({ id }) => id),
    by,
  );
  const kept = sorted.length > MOST_LANES ? sorted.slice(0, MOST_LANES - 1) : sorted;
  const laneOf = new Map(kept.map(([key], lane) => [key, lane]));
  const labels = kept.map(([key]) => label(key));
  if (kept.length < sorted.length) labels.push(other);
  const items: Item[] = [];
  const places: number[][] = labels.map(() => []);
  for (const event of events) {
    const keys = groupsOf(eventOf(data, event.id), by);
    for (const lane of new Set(keys.map((key) => laneOf.get(key) ?? kept.length)))
      places[lane]?.push(items.push(event) - 1);
  }
  const lanes = labels.map((name, lane) => {
    const own = places[lane] as number[];
    return { label: name, items: own, index: new TimeIndex(own.map((i) => items[i] as Item)) };
  });
  return { items, index, undated, all, lanes };
}
