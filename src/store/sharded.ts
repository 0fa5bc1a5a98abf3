/**
 * A dataset in shards on a page (docs/shards.md): which of its files are there, on their way, wanted or
 * missing, and its records by id. Loaded only where an index is met.
 */
import type { CompiledDataset } from '../dataset/compiled.js';
import { isId } from '../dataset/cursor.js';
import { lookup } from '../dataset/lookup.js';
import {
  bucket,
  PAGE,
  RECORDS,
  type RecordFile,
  type RecordMap,
  type ShardIndex,
} from '../dataset/shard-format.js';
import type { Id } from '../dataset/types.js';
import type { DatasetResource } from './resource.js';

/** A dataset whose records come when they are asked for. */
export interface ShardedDataset extends CompiledDataset {
  shards: Shards;
}

/** The most files that are kept without being in use: some 15 MB of records or events. */
const KEPT = 64;

/** A path below the folder of the index. Nothing else becomes an address, whatever an index says. */
const PATH = /^[a-z]+\/[0-9a-f]{16}$/;

/** The map of records in which an element finds what its attribute names. */
const MAPS: { [type: string]: RecordMap } = {
  event: 'events',
  claim: 'claims',
  source: 'sources',
  person: 'people',
  organisation: 'organisations',
  place: 'places',
};

/** Members of a record by which it names others that are shown with it. */
const NAMING: { [member: string]: RecordMap } = {
  claims: 'claims',
  errata: 'errata',
  source: 'sources',
  via: 'sources',
  place: 'places',
  translator: 'people',
};

/** One file. Its content is there, or it is on its way, or it is known why it is not to be had. */
interface ShardState<T = unknown> {
  value?: T;
  failure?: string;
  abort?: AbortController;
  /** Who wants it; what nobody wants is given up, and forgotten when room is needed. */
  wanted: Set<object>;
}

/** What is known of a record. */
export type Found =
  | { state: 'there'; record: object }
  | { state: 'loading' }
  | { state: 'absent' }
  /** A file that could not be had; `message` is a sentence with its address. */
  | { state: 'failed'; message: string };

/** The files of one dataset. */
export class Shards {
  index: ShardIndex;
  /** By path, in order of last use. */
  #files = new Map<string, ShardState>();
  /** Files that came wrong or not at all: a cache may have kept that. */
  #failed = new Set<string>();
  #readers = new Set<() => void>();
  /** The records that are there in full, as `events/id`; others in the maps are only names. */
  #there = new Set<string>();

  /**
   * @param resource what the index was read by; it reads the index again to try again
   * @param data the dataset whose maps are filled
   * @param tell calls the resource's readers
   */
  constructor(
    private readonly resource: DatasetResource,
    readonly data: CompiledDataset,
    private readonly tell: () => void,
  ) {
    this.index = checked(data, resource);
  }

  /**
   * Calls `changed` whenever a file has come or has turned out not to be had.
   * @returns ends it
   */
  subscribe(changed: () => void): () => void {
    this.#readers.add(changed);
    return () => this.#readers.delete(changed);
  }

  /** Tries everything again that could not be had, with a new index: the old one's files may be gone. */
  retry(): void {
    this.resource.retry();
  }

  /** Goes on with the index as it is now. Records that are there stay. */
  renew(data: CompiledDataset): void {
    const index = checked(data, this.resource);
    const same = JSON.stringify(index) === JSON.stringify(this.index);
    for (const [path, { failure, abort }] of this.#files) {
      // A stretch of time may be the same and yet have another place among the others.
      if (!failure && (same || !path.startsWith('windows/'))) continue;
      abort?.abort();
      this.#files.delete(path);
    }
    if (!same) this.index = index;
    this.#changed();
  }

  /**
   * Says all that somebody wants at present. What is not there begins to load; what is on its way and
   * is wanted by nobody any more is given up.
   * @param who whose list this is; it takes the place of the last one
   * @param paths files by folder and name, such as `windows/0123456789abcdef`
   * @param read checks the content and makes of it what is kept; throws where it is not as it should be
   */
  want(
    who: object,
    paths: Iterable<string>,
    read?: (content: unknown, path: string) => unknown,
  ): void {
    const now = new Set(paths);
    for (const [path, file] of this.#files) {
      if (now.has(path) || !file.wanted.delete(who)) continue;
      if (!file.abort || file.wanted.size) continue;
      file.abort.abort();
      this.#files.delete(path);
    }
    for (const path of now) this.#file(path, who, read);
  }

  /** The content of a file that is wanted, once it is there. */
  content<T>(path: string): T | undefined {
    return this.#files.get(path)?.value as T | undefined;
  }

  /** Why a file that is wanted is not to be had, in a sentence with its address. */
  failure(path: string): string | undefined {
    return this.#files.get(path)?.failure;
  }

  /** A record by id, or what is known of it. What is not there begins to load. */
  record(map: RecordMap, id: Id): Found {
    const key = `${map}/${id}`;
    if (this.#there.has(key)) return { state: 'there', record: this.data[map][id] as object };
    const { bits, names, pages } = this.index.records[map];
    if (!isId(id) || !(names ?? pages)?.length) return { state: 'absent' };
    const number = bucket(id, bits);
    let name = names?.[number];
    if (pages) {
      const page = this.#file(`pages/${pages[Math.floor(number / PAGE)]}`, this, readPage);
      if (page.value === undefined) return pending(page);
      name = (page.value as string[])[number % PAGE];
    }
    if (!name) return { state: 'absent' };
    const file = this.#file(`${map}/${name}`, this, readRecords);
    if (file.value === undefined) return pending(file);
    const { records, names: called = {} } = file.value as RecordFile;
    const record = lookup(records, id);
    if (!record) return { state: 'absent' };
    for (const other of RECORDS) this.name(other, called[other] ?? {});
    this.#there.add(key);
    Object.defineProperty(this.data[map], id, { ...OWN, value: record, enumerable: true });
    return { state: 'there', record };
  }

  /**
   * Sees to it that a record is there with all that is shown with it, for an element that is about to
   * draw it. A record that does not exist is left to the element.
   * @param type the attribute that names it: `event`, `claim`, `source` …
   * @throws an error without a message while it is on its way, with one where a part of it cannot be had
   */
  need(type: string, id: Id): void {
    const wanted = new Set([`${MAPS[type]} ${id}`]);
    const all: Found[] = [];
    // What is found of errata is added behind.
    for (const key of wanted) {
      const [map, one] = key.split(' ') as [RecordMap, Id];
      const found = this.record(map, one);
      if (found.state === 'there' && (wanted.size === 1 || map === 'errata'))
        named(found.record, wanted);
      all.push(found);
    }
    // Of a record that others name, but that is not there, the name alone must not be taken for it.
    if (all[0]?.state === 'absent') Reflect.deleteProperty(this.data[MAPS[type]!], id);
    for (const one of all) if (one.state === 'failed') throw new Error(one.message);
    if (all.some(({ state }) => state === 'loading')) throw new Error('');
  }

  /** Notes what records are called that are not there themselves, for those that name them. */
  name(map: RecordMap, names: { readonly [id: Id]: unknown }): void {
    if (!RECORDS.includes(map)) return;
    const records = this.data[map] as Record<Id, object>;
    for (const [id, name] of Object.entries(names))
      if (!lookup(records, id))
        // Not enumerable: whoever goes through all records must not meet a mere name.
        Object.defineProperty(records, id, { ...OWN, value: { title: name, label: name } });
  }

  /** A file, which begins to load if it is not there. */
  #file(path: string, who: object, read?: (content: unknown, path: string) => unknown): ShardState {
    const known = this.#files.get(path);
    const file = known ?? { wanted: new Set() };
    // Back at the end: the last to be forgotten.
    this.#files.delete(path);
    this.#files.set(path, file);
    // Records are taken out of their file as soon as it is there.
    if (file.value === undefined || who !== this) file.wanted.add(who);
    if (!known) void this.#load(path, file, read);
    return file;
  }

  async #load(
    path: string,
    file: ShardState,
    read: (content: unknown, path: string) => unknown = (content) => content,
  ): Promise<void> {
    const { signal } = (file.abort = new AbortController());
    let address = this.resource.name;
    let why = 'it names a file as none can be called';
    try {
      if (PATH.test(path)) {
        address = new URL(`${path}.json`, address).href;
        why = 'it could not be reached';
        const cache = this.#failed.has(path) ? 'reload' : 'default';
        const response = await fetch(address, { signal, cache });
        why = `the server answered ${response.status}`;
        if (response.ok) {
          why = 'it broke off';
          const text = await response.text();
          why = 'it is damaged';
          file.value = read(JSON.parse(text), path);
        }
      }
    } catch {
      // `why` says how far it came.
    }
    if (signal.aborted) return;
    file.abort = undefined;
    const forRecords = file.wanted.delete(this);
    if (file.value === undefined) {
      this.#failed.add(path);
      file.failure = `A part of the dataset could not be loaded, ${address}: ${why}.`;
      this.resource.failure = { message: file.failure, retriable: true };
      addEventListener('online', () => this.retry(), { once: true });
    }
    this.#forget();
    this.#changed(forRecords);
  }

  #forget(): void {
    const spare = [...this.#files].filter(([, { value, wanted }]) => value && !wanted.size);
    for (const [path] of spare.slice(0, Math.max(0, spare.length - KEPT))) this.#files.delete(path);
  }

  #changed(records = true): void {
    for (const changed of [...this.#readers]) changed();
    if (records) this.tell();
  }
}

const OWN = { configurable: true, writable: true };

const pending = ({ failure: message }: ShardState): Found =>
  message ? { state: 'failed', message } : { state: 'loading' };

/** The records that are shown with one, as `sources rees-2008`. */
function named(record: unknown, found = new Set<string>()): Set<string> {
  if (typeof record !== 'object' || record === null) return found;
  for (const [member, value] of Object.entries(record)) {
    const map = lookup(NAMING, member);
    const ids = map ? [value].flat() : [];
    for (const id of ids) if (typeof id === 'string') found.add(`${map} ${id}`);
    named(value, found);
  }
  return found;
}

function readPage(content: unknown): string[] {
  if (!Array.isArray(content)) throw new Error();
  return content as string[];
}

function readRecords(content: unknown): RecordFile {
  const { records } = content as RecordFile;
  if (Object.values(records).some((one) => typeof one !== 'object')) throw new Error();
  return content as RecordFile;
}

/** @throws where it is no index that can be used */
function checked(data: CompiledDataset, { name }: DatasetResource): ShardIndex {
  const index = (data as unknown as { shards: ShardIndex }).shards;
  try {
    const { version, records, time, undated } = index;
    const tables = RECORDS.every((map) => {
      const { bits, names, pages } = records[map];
      return bits >= 0 && bits <= 24 && Array.isArray(names ?? pages);
    });
    const tree =
      !time ||
      ([time.levels, time.listed, time.from, time.to].every(Number.isFinite) &&
        time.density.every(Number.isFinite) &&
        Array.isArray(time.below));
    if (version === 1 && tables && tree && Array.isArray(undated.names)) return index;
  } catch {
    // A part of it is missing altogether.
  }
  throw new Error(`${name} says that it is in shards, but not where they are.`);
}

/**
 * Makes a dataset of an index, or lets the one that its resource has go on with it.
 * @param tell calls the resource's readers
 * @throws an error with a sentence where it is no index that can be used
 */
export function open(
  resource: DatasetResource,
  index: CompiledDataset,
  tell: () => void,
): ShardedDataset {
  const there = resource.data as ShardedDataset | undefined;
  if (there) {
    there.shards.renew(index);
    return there;
  }
  const maps = RECORDS.map((map) => [map, Object.create(null) as object]);
  const data = { ...index, ...Object.fromEntries(maps) } as ShardedDataset;
  // Taken from the index before what reads it stands in its place.
  data.shards = new Shards(resource, data, tell);
  return data;
}
