/**
 * A compiled dataset as files that any static server serves (docs/shards.md): an index, the events by
 * time at several levels of detail, and every record by its id. No DOM, no Node.
 */
import type { CompiledDataset, CompiledDate, CompiledEvent } from './compiled.js';
import { STATUSES, stretch } from './columns.js';
import { lookup } from './lookup.js';
import {
  bucket,
  PAGE,
  RECORDS,
  type Entries,
  type EventColumns,
  type IndexFile,
  type Packed,
  type RecordFile,
  type RecordMap,
  type RecordTable,
  type ShardIndex,
  type WindowFile,
} from './shard-format.js';
import type { Id, Text } from './types.js';

/** One file: its path below the folder of the index, and its JSON. */
export interface ShardFile {
  path: string;
  text: string;
}

/**
 * Where records wait until all are known: a million of them do not fit into memory. Each of its 256
 * parts is written to piece by piece, and then read once.
 */
export interface Spool {
  write(part: number, text: string): void;
  read(part: number): string;
}

/** Events in a stretch of the last level, and listed of a stretch above it. */
const LEAF = 256;
const LISTED = 160;
/** Stretches in one stretch of the level above. */
const FAN = 8;
/** Events that began before a stretch and are listed in it all the same. */
const BEFORE = 32;
/** Parts of a stretch, and of the whole, for which beginnings are counted. */
const BINS = 64;
const OVERVIEW = 512;
/** The largest mean size of a record shard, in characters: between the half of it and all. */
const SHARD = 64_000;
/** Parts of the spool, and the first bits of a hash that say which. */
const PARTS = 8;

/** A spool in memory. */
function inMemory(): Spool {
  const parts: string[] = [];
  return {
    write: (part, text) => (parts[part] = (parts[part] ?? '') + text),
    read: (part) => parts[part] ?? '',
  };
}

/** What is kept of each event for the windows. */
type Row = [
  id: Id,
  title: Text,
  importance: number,
  kind: Id,
  status: string,
  dates: CompiledDate[],
  places: string,
  people: string,
  organisations: string,
];

/** Many short texts as UTF-8, which takes less memory than strings and none of the heap. */
class Texts {
  #blocks: Uint8Array[] = [];
  #used = 0;
  /** Of each text its block and where it begins there, as one number, and its length. */
  #at: number[] = [];
  #length: number[] = [];
  #encoder = new TextEncoder();
  #decoder = new TextDecoder();

  static readonly #BLOCK = 1 << 22;

  add(text: string): void {
    // A character is up to three bytes for each unit of the string.
    const most = text.length * 3;
    let block = this.#blocks.at(-1);
    if (!block || block.length - this.#used < most) {
      block = new Uint8Array(Math.max(Texts.#BLOCK, most));
      this.#blocks.push(block);
      this.#used = 0;
    }
    const { written } = this.#encoder.encodeInto(text, block.subarray(this.#used));
    this.#at.push((this.#blocks.length - 1) * 2 ** 32 + this.#used);
    this.#length.push(written);
    this.#used += written;
  }

  get(i: number): string {
    const at = this.#at[i]!;
    const block = Math.floor(at / 2 ** 32);
    const from = at % 2 ** 32;
    return this.#decoder.decode(this.#blocks[block]!.subarray(from, from + this.#length[i]!));
  }
}

/** A stretch of time while its level is made: some events, by their places in time. */
interface Stretch {
  /** Places in the order of time: the first, and the first after it. */
  low: number;
  high: number;
  /** Places of the events that are listed, in time. */
  listed: number[];
  below: Stretch[];
  name: string;
}

const without = (date: CompiledDate, members: readonly string[]): object =>
  Object.fromEntries(Object.entries(date).filter(([member]) => !members.includes(member)));

/** What a window needs of a date: when it was, not who says so. */
const brief = (date: CompiledDate): CompiledDate =>
  without(date, ['cites', 'unsourced', 'wording', 'duration', 'note']) as CompiledDate;

/** What of a date only some have. */
const rare = (date: CompiledDate): object =>
  without(date, ['edtf', 'earliest', 'latest', 'shape', 'words']);

const joined = (ids: readonly Id[] | undefined): string => [...new Set(ids)].join(' ');

/** JSON has no infinity. */
const finite = (days: number): number | null => (Number.isFinite(days) ? days : null);

/** A file by the hash of its text. */
async function file(folder: string, content: unknown): Promise<ShardFile & { name: string }> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const name = [...new Uint8Array(digest, 0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return { path: `${folder}/${name}.json`, name, text };
}

/** How many of some times are in each of so many equally long parts; what is outside counts at the edge. */
function histogram(times: Iterable<number>, from: number, to: number, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (const time of times) counts[part(time, from, to, parts)]!++;
  return counts;
}

/** Which of equally long parts a time is in. */
const part = (time: number, from: number, to: number, parts: number): number =>
  to > from
    ? Math.max(0, Math.min(parts - 1, Math.floor(((time - from) / (to - from)) * parts)))
    : 0;

function packed(values: string[]): Packed {
  const places = new Map<string, number>();
  const at = values.map((value) => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  return { of: [...places.keys()], at };
}

/**
 * Cuts a dataset into files. Events may come a few at a time, so that a million need never be in memory
 * together; everything else is in the dataset that it begins with.
 */
export class Sharder {
  #texts = new Texts();
  #ids: Id[] = [];
  #starts: number[] = [];
  #ends: number[] = [];
  #ranks: number[] = [];
  /** Parts of larger events: the number of each by the larger one's id. */
  #parts = new Map<Id, number[]>();
  /** Pieces for the spool that are not written yet. */
  #pending: string[] = new Array<string>(2 ** PARTS).fill('');
  #bytes = 0;

  /**
   * @param dataset the compiled dataset; its own events are the first
   * @param spool where records wait; without one, in memory
   */
  constructor(
    private readonly dataset: CompiledDataset,
    private readonly spool: Spool = inMemory(),
  ) {
    this.add(dataset.events);
  }

  /** How many events there are so far. */
  get size(): number {
    return this.#ids.length;
  }

  /** Takes more events of the dataset. */
  add(events: Record<Id, CompiledEvent>): void {
    for (const [id, event] of Object.entries(events)) {
      const { title, kind, dates, occurrence, importance, participants } = event;
      const who = (type: string): Id[] | undefined =>
        participants
          ?.filter((it) => it.type === type && it.stance !== 'disputes')
          .map((it) => it.who);
      const row: Row = [
        id,
        title,
        importance,
        kind,
        occurrence.status,
        dates.map(brief),
        joined(event.places?.map(({ place }) => place)),
        joined(who('person')),
        joined(who('organisation')),
      ];
      const stretches = dates.flatMap((date) => {
        const one = stretch(date);
        return one ? [one] : [];
      });
      const dated = stretches.length > 0;
      if (event.partOf !== undefined) {
        const siblings = this.#parts.get(event.partOf);
        if (siblings) siblings.push(this.size);
        else this.#parts.set(event.partOf, [this.size]);
      }
      this.#ids.push(id);
      this.#starts.push(dated ? Math.min(...stretches.map(([from]) => from)) : NaN);
      this.#ends.push(dated ? Math.max(...stretches.map(([, to]) => to)) : NaN);
      this.#ranks.push(importance * 10 + STATUSES.length - STATUSES.indexOf(occurrence.status));
      this.#texts.add(JSON.stringify(row));
      const line = `${id}\t${JSON.stringify(event)}\n`;
      this.#bytes += line.length;
      const at = bucket(id, PARTS);
      if ((this.#pending[at] += line).length > 1 << 17) this.#flush(at);
    }
  }

  #flush(at: number): void {
    this.spool.write(at, this.#pending[at]!);
    this.#pending[at] = '';
  }

  #row = (i: number): Row => JSON.parse(this.#texts.get(i)) as Row;

  /** By beginning, then end, then id. */
  #inTime = (a: number, b: number): number =>
    compare(this.#starts[a]!, this.#starts[b]!) ||
    compare(this.#ends[a]!, this.#ends[b]!) ||
    (this.#ids[a]! < this.#ids[b]! ? -1 : 1);

  /** Every file, `index.json` last: only when all others are there does it lead to them. */
  async *files(): AsyncGenerator<ShardFile> {
    const all = [...this.#ids.keys()].sort(this.#inTime);
    const undated: number[] = [];
    const order: number[] = [];
    for (const i of all) (Number.isNaN(this.#starts[i]!) ? undated : order).push(i);
    const names: string[] = [];
    for (let i = 0; i < undated.length; i += LEAF) {
      const events = this.#columns(undated.slice(i, i + LEAF));
      const made = await file('windows', { before: [0, 0], at: [], events } satisfies WindowFile);
      names.push(made.name);
      yield made;
    }
    const time = yield* this.#windows(order);
    const counts = {} as ShardIndex['counts'];
    const records = {} as ShardIndex['records'];
    for (const map of RECORDS) {
      counts[map] = map === 'events' ? this.size : Object.keys(this.dataset[map]).length;
      records[map] = yield* map === 'events' ? this.#eventShards() : this.#recordShards(map);
    }
    const index: IndexFile = {
      ...this.dataset,
      inTime: [],
      byEvidence: [],
      columns: undefined,
      ...(Object.fromEntries(RECORDS.map((map) => [map, {}])) as Pick<CompiledDataset, RecordMap>),
      shards: {
        version: 1,
        counts,
        records,
        undated: { count: undated.length, names },
        ...(time && { time }),
      },
    };
    yield { path: 'index.json', text: JSON.stringify(index) };
  }

  /** Events as columns, in the order given. */
  #columns(events: readonly number[]): EventColumns {
    const { dataset } = this;
    const rows = events.map(this.#row);
    const firsts = rows.map(([, , , , , dates]) => dates[0]!);
    const also = rows.flatMap(([, , , , , [, ...others]], i) =>
      others.length ? [[`${i}`, others] as const] : [],
    );
    const columns: EventColumns = {
      id: rows.map(([id]) => id),
      title: rows.map(([, title]) => title),
      importance: rows.map(([, , importance]) => importance),
      kind: packed(rows.map(([, , , kind]) => kind)),
      status: packed(rows.map(([, , , , status]) => status)),
      edtf: firsts.map(({ edtf }) => edtf),
      earliest: firsts.map(({ earliest }) => earliest),
      latest: firsts.map(({ latest }) => latest),
      shape: packed(firsts.map(({ shape }) => shape)),
      words: Object.fromEntries(
        dataset.languages.map((language) => [
          language,
          firsts.map(({ words, edtf }) => words[language] ?? edtf),
        ]),
      ),
      labels: {},
    };
    if (also.length) columns.also = Object.fromEntries(also);
    const more = firsts
      .map((date, i) => [`${i}`, rare(date)] as const)
      .filter(([, one]) => Object.keys(one).length);
    if (more.length) columns.more = Object.fromEntries(more);
    const name = (
      column: 'place' | 'person' | 'organisation',
      map: keyof EventColumns['labels'],
      values: string[],
    ): void => {
      if (values.every((value) => !value)) return;
      const ids = [...new Set(values.flatMap((value) => value.split(' ')))].filter(Boolean);
      columns[column] = packed(values);
      columns.labels[map] = Object.fromEntries(
        ids.map((id) => [id, lookup<{ label: Text }>(dataset[map], id)?.label ?? id]),
      );
    };
    name(
      'place',
      'places',
      rows.map((row) => row[6]),
    );
    name(
      'person',
      'people',
      rows.map((row) => row[7]),
    );
    name(
      'organisation',
      'organisations',
      rows.map((row) => row[8]),
    );
    return columns;
  }

  /** The tree of stretches, from the last level up. @param order the dated events by beginning */
  async *#windows(order: readonly number[]): AsyncGenerator<ShardFile, ShardIndex['time']> {
    if (!order.length) return undefined;
    const start = (at: number): number => this.#starts[order[at]!]!;
    const end = (at: number): number => this.#ends[order[at]!]!;
    const rank = (at: number): number => this.#ranks[order[at]!]!;
    const known = order.findIndex((_, at) => start(at) > -Infinity);
    const origin = known < 0 ? 0 : start(known);
    /** When a stretch begins and when the next one does, or the last event, as far as that is known. */
    const bounds = (low: number, high: number): [from: number, to: number] => [
      Math.max(start(low), origin),
      Math.max(start(Math.min(high, order.length - 1)), origin),
    ];
    const starts = function* (low: number, high: number): Generator<number> {
      for (let at = low; at < high; at++) yield start(at);
    };

    // What began before each stretch of the last level and lasts into it.
    const before: { count: number; listed: number[] }[] = [];
    let lasting: number[] = [];
    let level: Stretch[] = [];
    for (let low = 0; low < order.length; low += LEAF) {
      const high = Math.min(low + LEAF, order.length);
      lasting = lasting.filter((at) => end(at) > start(low));
      before.push({ count: lasting.length, listed: best(lasting, rank, BEFORE) });
      const listed = [...Array(high - low).keys()].map((i) => low + i);
      lasting.push(...listed);
      level.push({ low, high, listed, below: [], name: '' });
    }
    const levels = [level];
    while (level.length > 1) {
      const above: Stretch[] = [];
      for (let i = 0; i < level.length; i += FAN) {
        const below = level.slice(i, i + FAN);
        const [low, high] = [below[0]!.low, below.at(-1)!.high];
        const candidates = below.flatMap(({ listed }) => listed);
        const [from, to] = bounds(low, high);
        const turn = (at: number): number => part(start(at), from, to, BINS);
        above.push({ low, high, listed: best(candidates, rank, LISTED, turn), below, name: '' });
      }
      levels.unshift((level = above));
    }

    for (let depth = levels.length - 1; depth >= 0; depth--)
      for (const stretch of levels[depth]!) {
        const { low, high, listed, below } = stretch;
        const carried = before[low / LEAF]!;
        const rows = [...carried.listed, ...listed];
        const content: WindowFile = {
          before: [carried.count, carried.listed.length],
          events: this.#columns(rows.map((at) => order[at]!)),
          at: (below.length ? rows : carried.listed).map((at) => at - low),
        };
        if (below.length) content.bins = histogram(starts(low, high), ...bounds(low, high), BINS);
        if (below.length && depth && depth % 2 === 0) content.below = entries(below, start);
        const made = await file('windows', content);
        stretch.name = made.name;
        yield made;
      }

    const [root] = levels[0]!;
    const [from, to] = bounds(0, order.length);
    return {
      levels: levels.length,
      listed: LISTED,
      from,
      to,
      end: finite(this.#ends.reduce((last, one) => (one > last ? one : last), -Infinity)),
      density: histogram(starts(0, order.length), from, to, OVERVIEW),
      root: root!.name,
      below: entries(root!.below, start),
    };
  }

  /** The shards of the events, out of the spool. */
  async *#eventShards(): AsyncGenerator<ShardFile, RecordTable> {
    for (const at of this.#pending.keys()) this.#flush(at);
    // What larger events have for parts, and what both are called.
    const wanted = new Set<Id>(this.#parts.keys());
    for (const claim of Object.values(this.dataset.claims))
      claim.about.forEach((id) => wanted.add(id));
    const numbers = new Map<Id, number>();
    this.#ids.forEach((id, i) => wanted.has(id) && numbers.set(id, i));
    this.#title = (id) => {
      const i = numbers.get(id);
      return i === undefined ? undefined : this.#row(i)[1];
    };
    const finish = (id: Id, json: string): [json: string, names: RecordFile['names']] => {
      const parts = this.#parts.get(id);
      // To read each of a million again would take long.
      if (!parts && !json.includes('"partOf":')) return [json, undefined];
      const event = JSON.parse(json) as CompiledEvent;
      const names: Record<Id, Text> = {};
      const whole = event.partOf !== undefined && this.#title(event.partOf);
      if (whole) names[event.partOf!] = whole;
      if (!parts) return [json, { events: names }];
      const inTime = parts.sort(this.#inTime);
      for (const i of inTime) names[this.#ids[i]!] = this.#row(i)[1];
      return [
        JSON.stringify({ ...event, parts: inTime.map((i) => this.#ids[i]!) }),
        { events: names },
      ];
    };
    const bits = bitsFor(this.#bytes);
    const several = 2 ** Math.max(0, PARTS - bits);
    const names: string[] = [];
    for (let at = 0; at < 2 ** PARTS; at += several) {
      const lines: [Id, string][] = [];
      for (let i = at; i < at + several; i++)
        for (const line of this.spool.read(i).split('\n')) {
          const tab = line.indexOf('\t');
          if (tab > 0) lines.push([line.slice(0, tab), line.slice(tab + 1)]);
        }
      yield* shardsOf('events', lines, bits, names, finish);
    }
    return yield* table(bits, names);
  }

  /** What an event is called that a claim is about. */
  #title: (id: Id) => Text | undefined = () => undefined;

  async *#recordShards(map: Exclude<RecordMap, 'events'>): AsyncGenerator<ShardFile, RecordTable> {
    const { dataset } = this;
    const lines = Object.entries<object>(dataset[map]).map(([id, record]): [Id, string] => [
      id,
      JSON.stringify(record),
    ]);
    const bits = bitsFor(lines.reduce((sum, [id, json]) => sum + id.length + json.length, 0));
    const finish = (id: Id, json: string): [json: string, names: RecordFile['names']] => {
      if (map !== 'claims') return [json, undefined];
      const names: NonNullable<RecordFile['names']> = {};
      for (const about of dataset.claims[id]!.about) {
        const title = this.#title(about);
        if (title !== undefined) (names.events ??= {})[about] = title;
        for (const other of ['people', 'organisations', 'places'] as const) {
          const label = lookup<{ label: Text }>(dataset[other], about)?.label;
          if (label !== undefined) (names[other] ??= {})[about] = label;
        }
      }
      return [json, names];
    };
    const names: string[] = [];
    yield* shardsOf(map, lines, bits, names, finish);
    return yield* table(bits, names);
  }
}

/** Two numbers in ascending order; infinities are equal to themselves. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The best of some events, in time. Of equal rank the first of each part of the time come before the
 * second of any, so that a crowded year does not hide a quiet century.
 */
function best(
  from: readonly number[],
  rank: (at: number) => number,
  most: number,
  part: (at: number) => number = () => 0,
): number[] {
  if (from.length <= most) return [...from];
  const ranks = new Map<number, number>();
  for (const at of from) ranks.set(rank(at), (ranks.get(rank(at)) ?? 0) + 1);
  // The lowest rank of which any has room; all above it have.
  let left = most;
  let lowest = -Infinity;
  for (const one of [...ranks.keys()].sort((a, b) => b - a)) {
    lowest = one;
    if (ranks.get(one)! >= left) break;
    left -= ranks.get(one)!;
  }
  const seen = new Map<number, number>();
  const equal = from
    .filter((at) => rank(at) === lowest)
    .map((at) => {
      const turn = seen.get(part(at)) ?? 0;
      seen.set(part(at), turn + 1);
      return { at, turn };
    })
    .sort((a, b) => a.turn - b.turn || a.at - b.at)
    .slice(0, left)
    .map(({ at }) => at);
  return [...from.filter((at) => rank(at) > lowest), ...equal].sort((a, b) => a - b);
}

/** The two levels below a stretch, as its directory. */
const entries = (below: readonly Stretch[], start: (at: number) => number): Entries[] =>
  [below, below.flatMap((stretch) => stretch.below)]
    .filter((level) => level.length)
    .map((level) => ({
      name: level.map(({ name }) => name),
      count: level.map(({ low, high }) => high - low),
      from: level.map(({ low }) => finite(start(low))),
    }));

/** How many bits of a hash make shards of the right size: so that it changes only when all has doubled. */
const bitsFor = (bytes: number): number =>
  Math.max(0, Math.min(24, Math.ceil(Math.log2(bytes / SHARD))));

/** Puts records into their shards. @param names takes the name of each, at its number */
async function* shardsOf(
  map: RecordMap,
  lines: readonly [Id, string][],
  bits: number,
  names: string[],
  finish: (id: Id, json: string) => [json: string, names: RecordFile['names']],
): AsyncGenerator<ShardFile> {
  const buckets = new Map<number, [Id, string][]>();
  for (const line of lines) {
    const at = bucket(line[0], bits);
    const there = buckets.get(at);
    if (there) there.push(line);
    else buckets.set(at, [line]);
  }
  for (const [at, records] of [...buckets].sort(([a], [b]) => a - b)) {
    const called: NonNullable<RecordFile['names']> = {};
    const texts = records
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, json]) => {
        const [text, more = {}] = finish(id, json);
        for (const [key, some] of Object.entries(more))
          Object.assign((called[key as RecordMap] ??= {}), some);
        return `${JSON.stringify(id)}:${text}`;
      });
    const rest = Object.keys(called).length ? `,"names":${JSON.stringify(called)}` : '';
    const made = await file(map, `{"records":{${texts.join()}}${rest}}`);
    names[at] = made.name;
    yield made;
  }
}

/** The table of a kind's shards, and the pages that it needs. */
async function* table(
  bits: number,
  found: readonly string[],
): AsyncGenerator<ShardFile, RecordTable> {
  const names = [...Array(found.length ? 2 ** bits : 0).keys()].map((i) => found[i] ?? '');
  if (names.length <= PAGE) return { bits, names };
  const pages: string[] = [];
  for (let i = 0; i < names.length; i += PAGE) {
    const made = await file('pages', names.slice(i, i + PAGE));
    pages.push(made.name);
    yield made;
  }
  return { bits, pages };
}

/** Every file of a dataset in shards, `index.json` last. */
export const shards = (dataset: CompiledDataset): AsyncGenerator<ShardFile> =>
  new Sharder(dataset).files();
