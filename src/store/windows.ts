/**
 * The events of a dataset in shards by time (docs/shards.md): of a stretch of time as much as a reader
 * can look at. Loaded by what shows time.
 */
import { STATUSES, stretch } from '../dataset/columns.js';
import type { CompiledDate, CompiledEvent, CompiledParticipant } from '../dataset/compiled.js';
import type {
  Entries,
  EventColumns,
  Packed,
  ShardIndex,
  WindowFile,
} from '../dataset/shard-format.js';
import type { Id, Text } from '../dataset/types.js';
import type { Shards } from './sharded.js';

/** One event, as far as a timeline shows it before it is opened. */
export interface TimedEvent {
  id: Id;
  /** Its place in order of time, from 0. */
  place: number;
  /** When it begins and when it is over, in days since 1970-01-01, exclusive; may be infinite. */
  start: number;
  end: number;
  /** By importance, then by evidence: what has the higher one is shown first. */
  rank: number;
  /** Without citations, reasons, summary and claims: `Shards.need` gets those. */
  event: CompiledEvent;
}

/** How many events begin in a stretch of time. */
export interface Density {
  from: number;
  to: number;
  count: number;
}

/** A stretch of time of which a file could not be had. */
export interface Missing {
  from: number;
  to: number;
  /** A sentence with the file's address. */
  message: string;
}

/** What is there of a stretch of time. */
export interface TimeWindow {
  /** In order of time: all of them, or the best. */
  events: TimedEvent[];
  /** Side by side, without gaps, at least over the window. */
  densities: Density[];
  /** How many began before the densities do, last into them, and are not among the events. */
  before: number;
  missing: Missing[];
  /** Whether something of it is on its way. */
  loading: boolean;
  /** Whether `events` is all that there is of it. */
  whole: boolean;
}

/** The most files for one window, and those loaded ahead of it where it moves. */
const MOST = 24;
const AHEAD = 2;
/** Parts of a stretch of the last level for which beginnings are counted. */
const BINS = 16;

/** A stretch of the tree. */
interface Stretch {
  path: string;
  level: number;
  /** The place of its first event, and how many begin in it. */
  low: number;
  count: number;
  /** When it begins, and when the next one does; the first and the last are infinite. */
  from: number;
  to: number;
  above?: Stretch;
  /** What it is made of, once that is known. */
  below?: Stretch[];
}

/** The content of a file. */
interface Listed {
  /** How many of those from before it are not listed. */
  before: number;
  rows: TimedEvent[];
  bins: number[];
}

/** The stretches of one index, as far as they are known; all views of it have it in common. */
class Tree {
  readonly root?: Stretch;
  private readonly stretches = new Map<string, Stretch>();
  private readonly time: ShardIndex['time'];

  constructor(private readonly shards: Shards) {
    const { time } = shards.index;
    if (!(this.time = time)) return;
    const count = time.density.reduce((sum, n) => sum + n, 0);
    const path = `windows/${time.root}`;
    this.root = { path, level: 0, low: 0, count, from: -Infinity, to: Infinity };
    this.stretches.set(path, this.root);
    try {
      this.grow(this.root, time.below);
    } catch {
      // What is damaged leads nowhere; the best of all the time can still be shown.
      this.root.below = undefined;
    }
  }

  /** Notes what a stretch is made of. @throws where that is not what it should be */
  grow(stretch: Stretch, levels: readonly Entries[]): void {
    let above = [stretch];
    for (const { name, count, from } of levels) {
      const level: Stretch[] = [];
      const ends = above.map((it) => it.low + it.count);
      let low = stretch.low;
      let parent = 0;
      for (const i of name.keys()) {
        const n = count[i] as number;
        if (!(n > 0)) throw new Error();
        while (low >= (ends[parent] ?? Infinity)) parent++;
        const owner = above[parent];
        if (!owner) throw new Error();
        const path = `windows/${name[i]}`;
        const next: Stretch = {
          path,
          level: owner.level + 1,
          low,
          count: n,
          from: i ? (from[i] ?? -Infinity) : stretch.from,
          to: i + 1 < name.length ? (from[i + 1] ?? -Infinity) : stretch.to,
          above: owner,
        };
        (owner.below ??= []).push(next);
        level.push(next);
        this.stretches.set(path, next);
        low += n;
      }
      if (low !== stretch.low + stretch.count) throw new Error();
      above = level;
    }
  }

  /** From where to where a stretch is, without infinities. */
  known({ from, to }: Stretch): [from: number, to: number] {
    const { from: first = 0, to: last = 0 } = this.time ?? {};
    return [Math.max(from, first), Math.max(Math.min(to, last), first)];
  }

  /** Reads a file of the tree. */
  read = (content: unknown, path: string): Listed => {
    const { before, events, at, bins, below } = content as WindowFile;
    const stretch = this.stretches.get(path);
    if (!stretch || ![before, at, bins ?? []].every(numbers)) throw new Error();
    const rows = rowsOf(events, this.shards).map((row, i) => ({
      ...row,
      place: stretch.low + (at[i] ?? i - at.length),
    }));
    if (below && !stretch.below)
      try {
        this.grow(stretch, below);
      } catch (error) {
        stretch.below = undefined;
        throw error;
      }
    const [from, to] = this.known(stretch);
    const own = bins ?? new Array<number>(BINS).fill(0);
    if (!bins)
      for (const { place, start } of rows)
        if (place >= stretch.low) {
          const part = to > from ? Math.floor(((start - from) / (to - from)) * BINS) : 0;
          own[Math.min(BINS - 1, Math.max(0, part))]!++;
        }
    return { before: before[0] - before[1], rows, bins: own };
  };
}

/** How many events can be looked up by their ids that are not there in full. */
const LENT = 2000;
const lent = new WeakMap<Shards, Map<Id, CompiledEvent>>();

/** Lets others look events up in the dataset, as far as they are known; those lent long ago are taken back. */
function lend(shards: Shards, rows: readonly TimedEvent[]): void {
  const { events } = shards.data;
  const known = lent.get(shards) ?? new Map<Id, CompiledEvent>();
  lent.set(shards, known);
  for (const { id, event } of rows) {
    // Back at the end: the last to be taken back.
    known.delete(id);
    known.set(id, event);
    // Not enumerable: whoever goes through all events must not meet what is not whole.
    if (events[id] !== event && !Object.prototype.propertyIsEnumerable.call(events, id))
      Object.defineProperty(events, id, { value: event, configurable: true, writable: true });
  }
  for (const [id, event] of known) {
    if (known.size <= Math.max(LENT, rows.length)) break;
    known.delete(id);
    if (events[id] === event) Reflect.deleteProperty(events, id);
  }
}

const trees = new WeakMap<ShardIndex, Tree>();

/** The events in time, as one view of them goes on. Each timeline has its own. */
export class Windows {
  #last?: { from: number; to: number };
  /** Whose files are those of a list in order. */
  #list = {};
  /** Whose files are those of events without a date. */
  #undated = {};

  constructor(private readonly shards: Shards) {}

  get #tree(): Tree {
    const { shards } = this;
    let tree = trees.get(shards.index);
    if (!tree) trees.set(shards.index, (tree = new Tree(shards)));
    return tree;
  }

  /**
   * Calls `changed` whenever there may be more to show.
   * @returns ends it
   */
  subscribe(changed: () => void): () => void {
    return this.shards.subscribe(changed);
  }

  /** Gives up what is on its way. */
  close(): void {
    this.shards.want(this, []);
    this.shards.want(this.#list, []);
    this.shards.want(this.#undated, []);
  }

  /** Tries what is missing again. */
  retry(): void {
    this.shards.retry();
  }

  /** How many events have a place in time. */
  get size(): number {
    return this.#tree.root?.count ?? 0;
  }

  /** From the first known beginning to the last known end or beginning. */
  get all(): { from: number; to: number } {
    const { from = 0, to = 0, end } = this.shards.index.time ?? {};
    return { from, to: Math.max(end ?? -Infinity, to + 1) };
  }

  /** How many events begin in each of equally long parts of all the time. */
  get overview(): Density[] {
    const { from = 0, to = 0, density = [] } = this.shards.index.time ?? {};
    return spread(density, from, to);
  }

  /**
   * What is there of a stretch of time, at once; the rest of it begins to load, and with it what comes
   * next in the direction of the last move. What was on its way for the last window only is given up.
   * @param from in days since 1970-01-01
   * @param to exclusive
   * @param detail how many events are wanted; no more are fetched than about this needs
   */
  window(from: number, to: number, detail = 80): TimeWindow {
    const { shards } = this;
    const stretches = this.#choose(from, to, detail);
    const result: TimeWindow = {
      events: [],
      densities: [],
      before: 0,
      missing: [],
      loading: false,
      whole: true,
    };
    shards.want(
      this,
      [...stretches, ...this.#ahead(stretches, from, to)].map(({ path }) => path),
      this.#tree.read,
    );
    const events = new Map<Id, TimedEvent>();
    const { levels = 0 } = shards.index.time ?? {};
    for (const i of stretches.keys()) {
      const one = stretches[i]!;
      let shown: Stretch | undefined = one;
      const listed = shards.content<Listed>(one.path);
      const message = shards.failure(one.path);
      if (!listed) {
        if (message) result.missing.push({ from: one.from, to: one.to, message });
        else result.loading = true;
        // Until it is there: what is known of it from further off.
        while (shown && !shards.content(shown.path)) shown = shown.above;
      }
      const { rows = [] } = (shown && shards.content<Listed>(shown.path)) ?? {};
      for (const row of rows) if (row.start < to && row.end > from) events.set(row.id, row);
      const [first, last] = this.#tree.known(one);
      result.densities.push(...spread(listed?.bins ?? [one.count], first, last));
      if (!i) result.before = listed?.before ?? 0;
      if (!listed || listed.before || one.level < levels - 1) result.whole = false;
    }
    result.events = [...events.values()].sort((a, b) => a.place - b.place);
    lend(shards, result.events);
    return result;
  }

  /**
   * Events by their places in order of time; those not there yet are left out and begin to load. What
   * was on its way for the last list only is given up.
   */
  list(first: number, count: number): Pick<TimeWindow, 'events' | 'missing' | 'loading'> {
    const { shards } = this;
    const within = ({ low, count: n }: Stretch): boolean => low < first + count && low + n > first;
    const root = this.#tree.root;
    let stretches = root ? [root] : [];
    for (let level = 0; stretches.some((it) => it.level === level && it.below); level++)
      stretches = stretches.flatMap((it) => it.below ?? [it]).filter(within);
    shards.want(
      this.#list,
      stretches.map(({ path }) => path),
      this.#tree.read,
    );
    const result: ReturnType<Windows['list']> = { events: [], missing: [], loading: false };
    const { levels = 0 } = shards.index.time ?? {};
    for (const { path, from, to, level, low } of stretches) {
      const message = shards.failure(path);
      const listed = shards.content<Listed>(path);
      if (message) result.missing.push({ from, to, message });
      else if (!listed || level < levels - 1) result.loading = true;
      for (const row of listed?.rows ?? [])
        if (row.place >= Math.max(first, low) && row.place < first + count && level === levels - 1)
          result.events.push(row);
    }
    lend(shards, result.events);
    return result;
  }

  /** How many events have no place in time. */
  get undated(): number {
    return this.shards.index.undated.count;
  }

  /** The first of the events that have no place in time. @param files how many files of them */
  withoutDate(files = 1): Pick<TimeWindow, 'events' | 'missing' | 'loading'> {
    const paths = this.shards.index.undated.names.slice(0, files).map((name) => `windows/${name}`);
    this.shards.want(this.#undated, paths, (content) => {
      const rows = rowsOf((content as WindowFile).events, this.shards);
      return { before: 0, bins: [], rows: rows.map((row) => ({ ...row, place: -1 })) };
    });
    const messages = paths.flatMap((path) => this.shards.failure(path) ?? []);
    const listed = paths.flatMap((path) => this.shards.content<Listed>(path) ?? []);
    const events = listed.flatMap(({ rows }) => rows);
    lend(this.shards, events);
    return {
      events,
      missing: messages.map((message) => ({ from: NaN, to: NaN, message })),
      loading: listed.length + messages.length < paths.length,
    };
  }

  /** About the place of the first event that begins at or after a time; exact where its stretch is there. */
  placeOf(time: number): number {
    let one = this.#tree.root;
    if (!one) return 0;
    while (one.below) {
      one = one.below.find((it) => it.to >= time) ?? one.below.at(-1)!;
    }
    const listed = this.shards.content<Listed>(one.path);
    const { low, count } = one;
    if (listed && listed.rows.length >= count) {
      const own = listed.rows.filter(({ place }) => place >= low);
      const at = own.find(({ start }) => start >= time);
      return at?.place ?? low + count;
    }
    const [from, to] = this.#tree.known(one);
    return low + Math.round(count * Math.min(1, Math.max(0, (time - from) / (to - from || 1))));
  }

  /** About when the event of a place begins; exact where it is there. */
  timeOf(place: number): number {
    let one = this.#tree.root;
    if (!one) return 0;
    while (one.below) one = one.below.find((it) => it.low + it.count > place) ?? one.below.at(-1)!;
    const listed = this.shards.content<Listed>(one.path);
    const there = listed?.rows.find((row) => row.place === place);
    const [from, to] = this.#tree.known(one);
    const part = (place - one.low) / one.count;
    return there?.start ?? from + (to - from) * Math.min(1, Math.max(0, part));
  }

  /** The stretches to show of a time: as fine as gives so many events, each where its time is. */
  #choose(from: number, to: number, detail: number): Stretch[] {
    const root = this.#tree.root;
    const { listed = 0 } = this.shards.index.time ?? {};
    let chosen = root ? [root] : [];
    for (;;) {
      let [all, inside] = [0, 0];
      for (const one of chosen) {
        const [first, last] = this.#tree.known(one);
        const part = (Math.min(to, last) - Math.max(from, first)) / (last - first);
        all += one.count;
        inside += one.count * (last > first ? Math.max(0, part) : 1);
      }
      if (inside * Math.min(1, (listed * chosen.length) / all) >= detail) break;
      const next = chosen.flatMap((one) => one.below?.filter((it) => touches(it, from, to)) ?? one);
      if (next.length > MOST || next.every((one, i) => one === chosen[i])) break;
      chosen = next;
    }
    return chosen;
  }

  /** What comes next in the direction in which the window moves; nothing while it rests or is zoomed. */
  #ahead(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
    const { from: a, to: b } = this.#last ?? { from, to };
    this.#last = { from, to };
    const by = Math.sign(from + to - a - b);
    const zoomed = Math.abs(Math.log((to - from) / (b - a))) > 0.1;
    const found: Stretch[] = [];
    let next = by < 0 ? stretches[0] : stretches.at(-1);
    while (by && !zoomed && next && found.length < AHEAD)
      if ((next = beside(next, by))) found.push(next);
    return found;
  }
}

const touches = (one: Stretch, from: number, to: number): boolean =>
  one.from < to && one.to >= from;

/** The next of the same level, as far as the tree is known; else what leads to it. */
function beside(one: Stretch, by: number): Stretch | undefined {
  const { above } = one;
  if (!above?.below) return undefined;
  const next = above.below[above.below.indexOf(one) + by];
  if (next) return next;
  const other = beside(above, by);
  return other?.below?.at(by > 0 ? 0 : -1) ?? other;
}

/** Counts over equally long parts of a time. */
const spread = (counts: readonly number[], from: number, to: number): Density[] =>
  counts.map((count, i) => ({
    from: from + ((to - from) * i) / counts.length,
    to: from + ((to - from) * (i + 1)) / counts.length,
    count,
  }));

const numbers = (list: unknown): boolean => Array.isArray(list) && list.every(Number.isFinite);

const unpack = ({ of, at }: Packed, i: number): string => {
  const value = of[at[i] as number];
  if (typeof value !== 'string') throw new Error();
  return value;
};

/** Events out of their columns. @throws where one is not as it should be */
function rowsOf(columns: EventColumns, shards: Shards): Omit<TimedEvent, 'place'>[] {
  const {
    id: ids,
    title,
    importance,
    edtf,
    earliest,
    latest,
    words,
    more = {},
    also = {},
    labels,
  } = columns;
  for (const [map, names] of Object.entries(labels))
    shards.name(map as keyof EventColumns['labels'], names);
  const list = (packed: Packed | undefined, i: number): Id[] =>
    packed ? unpack(packed, i).split(' ').filter(Boolean) : [];
  return ids.map((id, i) => {
    const first = {
      ...(Object.hasOwn(more, i) && more[i]),
      edtf: edtf[i],
      earliest: earliest[i],
      latest: latest[i],
      shape: unpack(columns.shape, i),
      words: Object.fromEntries(Object.entries(words).map(([language, all]) => [language, all[i]])),
    } as CompiledDate;
    const dates = [first, ...(Object.hasOwn(also, i) ? also[i]! : [])];
    const status = unpack(columns.status, i) as (typeof STATUSES)[number];
    const who = (type: 'person' | 'organisation'): CompiledParticipant[] =>
      list(columns[type], i).map((one) => {
        const names = labels[type === 'person' ? 'people' : 'organisations'];
        return { who: one, type, name: (names && Object.hasOwn(names, one) && names[one]) || one };
      });
    const event: CompiledEvent = {
      title: title[i] as Text,
      kind: unpack(columns.kind, i),
      dates,
      occurrence: { status, reason: {} },
      places: list(columns.place, i).map((place) => ({ place })),
      participants: [...who('person'), ...who('organisation')],
      importance: importance[i] as number,
    };
    const bounds = [first.earliest, first.latest, event.importance].map((it) => it ?? 0);
    if (!numbers(bounds) || [id, first.edtf].some((it) => typeof it !== 'string'))
      throw new Error();
    const stretches = dates.map(stretch).filter((one) => one !== null);
    return {
      id,
      event,
      start: Math.min(...stretches.map(([from]) => from)),
      end: Math.max(...stretches.map(([, to]) => to)),
      rank: event.importance * 10 + STATUSES.length - STATUSES.indexOf(status),
    };
  });
}
