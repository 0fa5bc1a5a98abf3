import type { CompiledDataset } from '../dataset/compiled.js';
import type { Problem } from '../dataset/problem.js';
import type { ShardedDataset } from './sharded.js';
import type { Loader } from './need.js';
import { shared } from './shared.js';

/** Why there is no dataset, in a sentence a reader can use. */
export interface DatasetFailure {
  message: string;
  /** Whether trying again could help: the network failed, the file itself was not wrong. */
  retriable: boolean;
}

/** Files of more bytes may be written in lines, of which only those that are shown are read. */
const LARGE = 5e5;

/**
 * One dataset on a page, however many widgets read it: loading, then ready or failed. It begins when
 * the first reader subscribes and is aborted when the last one leaves before it is there.
 */
export class DatasetResource {
  /** The compiled dataset, once it is there. */
  data?: CompiledDataset;
  /** The first that came of it, while the rest is on its way: what a timeline can do with. */
  opening?: CompiledDataset | undefined;
  /** Why it is not, once that is known. */
  failure?: DatasetFailure;
  /** What compile found wrong in an authoring file. */
  readonly problems: Problem[] = [];
  #readers = new Set<() => void>();
  #abort?: AbortController;

  /**
   * @param name how messages call it: its absolute URL, or words for an inline block
   * @param read fetches the text of it, or reads it at once where it is large: then `opened` is told what
   * comes first
   */
  constructor(
    readonly name: string,
    private readonly read: (
      signal: AbortSignal,
      opened: (opening: CompiledDataset) => void,
    ) => Promise<string | CompiledDataset>,
  ) {}

  /**
   * Calls `changed` whenever `data` or `failure` has changed.
   * @returns ends it
   */
  subscribe(changed: () => void): () => void {
    this.#readers.add(changed);
    if (!this.data && !this.failure && !this.#abort) void this.#load();
    return () => {
      this.#readers.delete(changed);
      // A moved element leaves and comes back within one task: that must not cost a second request.
      setTimeout(() => {
        if (!this.#readers.size) this.#abort?.abort();
      });
    };
  }

  /** Reads it once more after a failure. */
  retry(): void {
    if (!this.failure || this.#abort) return;
    // The button that asked for it keeps its place and its focus; the sentence is said anew if need be.
    this.failure = { ...this.failure, message: '' };
    this.#tell();
    void this.#load();
  }

  async #load(): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    let retriable = true;
    try {
      const read = await this.read(signal, (opening) => {
        this.opening = bare(opening);
        this.#tell();
      });
      retriable = false;
      let json: Partial<ShardedDataset> | null | undefined;
      try {
        json = typeof read === 'string' ? (JSON.parse(read) as typeof json) : read;
      } catch {
        // What it is instead is said where other files are looked at.
      }
      this.data =
        json?.attested === 1 && !json.shards
          ? bare(json as CompiledDataset)
          : await (
              await import('./prepared.js')
            ).prepared(this, read as string, json, () => this.#tell());
      this.failure = undefined;
    } catch (error) {
      if (!signal.aborted) this.failure = { message: (error as Error).message, retriable };
      if (retriable) globalThis.addEventListener?.('online', () => this.retry(), { once: true });
    }
    this.#abort = this.opening = undefined;
    if (signal.aborted && this.#readers.size) void this.#load();
    else this.#tell();
  }

  #tell(): void {
    for (const changed of [...this.#readers]) changed();
  }
}

/** Records by id, such that `constructor` does not find what every object inherits. */
export function bare<T extends CompiledDataset>(data: T): T {
  for (const records of Object.values(data))
    if (typeof records === 'object' && !Array.isArray(records))
      Object.setPrototypeOf(records, null);
  return data;
}

/**
 * The one resource of a URL on this page, shared by every widget and every copy of the library.
 * @param url absolute, or relative to the document's base
 */
export function datasetAt(url: string): DatasetResource {
  const resources = shared('resources.1', () => new Map<string, DatasetResource>());
  let address = url;
  try {
    address = new URL(url, document.baseURI).href;
  } catch {
    // An address that cannot be read is said so by fetch, in place.
  }
  let resource = resources.get(address);
  if (!resource) {
    const { early: [asked, answer] = [] } = shared<Loader>('loader.1', () => ({}));
    let early = asked === url ? answer : undefined;
    resource = new DatasetResource(address, async (signal, opened) => {
      let why = 'it could not be reached';
      try {
        const response = (await early) ?? (await fetch(address, { signal }));
        early = undefined;
        why = `the server answered ${response.status}`;
        if (response.ok) {
          why = 'it broke off';
          // Its length on the wire, where the server says it: then nothing waits for the last byte.
          const body =
            Number(response.headers.get('content-length')) > LARGE / 5
              ? response.body!
              : await response.text();
          return (body as string).length <= LARGE
            ? (body as string)
            : await (await import('../dataset/lines.js')).fromLines(body, opened);
        }
      } catch {
        // `why` says how far it came.
      }
      throw new Error(`The dataset ${address} could not be loaded: ${why}.`);
    });
    resources.set(address, resource);
  }
  return resource;
}

/** The dataset that the loader's script tag names for the whole page, if any does. */
export function pageDefault(): string | undefined {
  return document.querySelector<HTMLElement>('script[data-dataset]')?.dataset['dataset'];
}
