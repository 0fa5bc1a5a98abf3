/**
 * What the files of a dataset in shards hold (docs/shards.md): what writes them (`shards.ts`) and what
 * reads them in a browser (src/store/sharded.ts) have this in common. No DOM, no Node.
 */
import type { CompiledDataset, CompiledDate } from './compiled.js';
import type { Id, LanguageTag, Text } from './types.js';

/** The kinds of records, each a map of a dataset and a folder of shards. */
export const RECORDS = [
  'events',
  'claims',
  'sources',
  'people',
  'organisations',
  'places',
  'errata',
] as const;
export type RecordMap = (typeof RECORDS)[number];

/** How many names of record shards the index holds itself; of more, it names the pages that do. */
export const PAGE = 128;

/** Values of a column, each once, and for each row which one. */
export interface Packed {
  of: string[];
  at: number[];
}

/** Events as columns. All of them are of one length; row by row they are the events by beginning. */
export interface EventColumns {
  id: Id[];
  title: Text[];
  importance: number[];
  kind: Packed;
  status: Packed;
  /** The preferred date; bounds as in `CompiledDate`. */
  edtf: string[];
  earliest: (number | null)[];
  latest: (number | null)[];
  shape: Packed;
  /** The preferred date in words, in each language of the dataset. */
  words: { [language: LanguageTag]: string[] };
  /** What else there is to know of the preferred date, by row: how it is doubted, what of it is sure … */
  more?: { [row: string]: Partial<CompiledDate> };
  /** The other dates of the few events that have any, by row. */
  also?: { [row: string]: CompiledDate[] };
  /** Ids set apart by blanks, where any event of the file has one. */
  place?: Packed;
  person?: Packed;
  organisation?: Packed;
  /** The labels of the places, people and organisations that stand in the columns. */
  labels: { [map in 'places' | 'people' | 'organisations']?: { [id: Id]: Text } };
}

/** Neighbours of one level of the tree, as columns, in order of time. */
export interface Entries {
  name: string[];
  /** How many events begin in each. */
  count: number[];
  /** When the first of them begins, in days since 1970-01-01; `null` where that is open. */
  from: (number | null)[];
}

/** A stretch of time: a file in `windows/`. */
export interface WindowFile {
  /** How many events began before it and last into it, and how many of them are its first rows. */
  before: [count: number, listed: number];
  events: EventColumns;
  /**
   * The place in order of time of each row, less that of the first event of the stretch: those from
   * before have places below 0. Where every event is listed, only these are here; the others count on.
   */
  at: number[];
  /**
   * How many events begin in each of equally long parts of the time from the first beginning to that of
   * the next stretch. Absent where every event is listed.
   */
  bins?: number[];
  /** The stretches that it is made of, and the stretches that those are made of. On even levels only. */
  below?: Entries[];
}

/** Where the records of one kind are. */
export interface RecordTable {
  /** How many bits of an id's hash are its shard's number. */
  bits: number;
  /** The name of each shard by number; empty where there is no record. */
  names?: string[];
  /** The names of the files in `pages/`, each a list of {@link PAGE} names. */
  pages?: string[];
}

/** A file of records. */
export interface RecordFile {
  records: { [id: Id]: object };
  /** What other records that they name are called. */
  names?: { [map in RecordMap]?: { [id: Id]: Text } };
}

/** The part of `index.json` that says where everything is. */
export interface ShardIndex {
  /** The version of this format. */
  version: 1;
  /** How many records there are of each kind. */
  counts: { [map in RecordMap]: number };
  records: { [map in RecordMap]: RecordTable };
  /** Events whose date has no place on an axis, in files like those of the windows. */
  undated: { count: number; names: string[] };
  /** The events in time; absent where none is dated. */
  time?: {
    /** How many levels the tree has. The last lists every event, those above the best of a stretch. */
    levels: number;
    /** How many events of a stretch are listed above the last level. */
    listed: number;
    /** When the first event begins and the last begins, in days since 1970-01-01, where that is known. */
    from: number;
    to: number;
    /** When the last event is over, exclusive; `null` where one goes on. */
    end: number | null;
    /** How many events begin in each of equally long parts of the time between `from` and `to`. */
    density: number[];
    /** The name of the stretch that is all of the time. */
    root: string;
    below: Entries[];
  };
}

/** `index.json`: a compiled dataset with empty maps, and where its records are. */
export interface IndexFile extends CompiledDataset {
  shards: ShardIndex;
}

/** 32 bits of an id: FNV-1a, then mixed so that the first bits depend on every letter. */
export function hash(id: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The number of the shard that an id is in. */
export const bucket = (id: string, bits: number): number => (bits ? hash(id) >>> (32 - bits) : 0);
