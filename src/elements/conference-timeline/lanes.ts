/** The events of a timeline in lanes: loaded where a page asks for them. */
import { STATUSES } from '../../dataset/columns.js';
import type { CompiledEvent } from '../../dataset/compiled.js';
import { sortsOf } from '../../dataset/sorts.js';
import { css } from '../../ui/html.js';
import { adopt } from '../../ui/reactive-element.js';
import { eventOf, groupBy, groupLabel, groupsOf, inOrder } from './groups.js';
import type { Host } from './host.js';
import { firstAt, type Lane, type Model, type Whole } from './model.js';
import { pause } from './pause.js';
import { TimeIndex } from './window.js';
import { words } from './words.js';

/** More lanes than these become one, "other": each needs a heading and at least one row. */
const MOST_LANES = 8;

/** How many lanes have room side by side, where time runs down the page, px. */
const columns = (width: number): number => Math.min(MOST_LANES, Math.floor((width - 160) / 120));

const styles = css`
  .lane {
    inline-size: 100%;
    padding-inline: 0.4em;
    border-block-start: var(--_edge);
    color: var(--_muted);
    font-weight: 600;
    letter-spacing: 0.04em;
  }
  .lane:first-child {
    border: 0;
  }
`;

/** Puts events into lanes, each into as many as it belongs to. */
export async function inLanes(whole: Whole, host: Host): Promise<Model> {
  const { root, view, by: asked, axis, element } = host;
  const by = groupBy(asked);
  const most = axis?.turned ? columns(element.clientWidth) : MOST_LANES;
  if (!by.length || most < 2) return whole;
  adopt(root, styles);
  whole.use(TimeIndex);
  const { data } = view;
  const keysOf: string[][] = [];
  const found = new Map<string, number[]>();
  const rest = pause();
  // By kind and status nothing need be looked into.
  const sorts = by.every((it) => it === 'kind' || it === 'status') && sortsOf(data);
  const event = (place: number): CompiledEvent =>
    sorts
      ? ({
          kind: sorts.kinds[sorts.kind[place]!],
          occurrence: { status: STATUSES[sorts.status[place]!] },
        } as CompiledEvent)
      : eventOf(data, data.inTime[place]!);
  for (let key = 0; key < whole.size; key++) {
    const keys = groupsOf(data, event(whole.same(key)!), by);
    keysOf.push(keys);
    for (const it of keys) {
      const there = found.get(it);
      if (there) there.push(key);
      else found.set(it, [key]);
    }
    const due = key % 64 ? undefined : rest();
    if (due) await due;
  }
  const sorted = inOrder(found, by);
  const kept = sorted.length > most ? sorted.slice(0, most - 1) : sorted;
  const labels = kept.map(([key]) => groupLabel(view, by, key));
  if (kept.length < sorted.length) labels.push(words(view).other);
  const laneOf = new Map(kept.map(([key], lane) => [key, lane]));
  /** For each key its event's key in the whole, and for each lane its keys. */
  const of: number[] = [];
  const own: number[][] = labels.map(() => []);
  keysOf.forEach((keys, key) => {
    for (const lane of new Set(keys.map((it) => laneOf.get(it) ?? kept.length)))
      own[lane]!.push(of.push(key) - 1);
  });
  const lanes = own.map((keys, lane): Lane => {
    const all = <T>(
      array: { from(of: number[], map: (key: number) => number): T },
      get: 'start' | 'end' | 'rank',
    ): T => array.from(keys, (key) => whole[get](of[key]!));
    return {
      label: labels[lane]!,
      index: new TimeIndex(
        all(Float64Array, 'start'),
        all(Float64Array, 'end'),
        all(Uint8Array, 'rank'),
      ),
      key: (place) => keys[place]!,
      has: (key) => keys[firstAt(keys, key)] === key,
    };
  });
  return {
    events: whole.events,
    size: of.length,
    all: whole.all,
    undated: whole.undated,
    index: whole.index,
    lanes,
    event: (key) => whole.event(of[key]!),
    id: (key) => whole.id(of[key]!),
    keyOf: (id) => {
      const key = whole.keyOf(id);
      return key < 0 ? key : firstAt(of, key);
    },
    same: (key) => whole.same(of[key]!),
    start: (key) => whole.start(of[key]!),
    end: (key) => whole.end(of[key]!),
    rank: (key) => whole.rank(of[key]!),
  };
}
