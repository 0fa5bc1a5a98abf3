import type { CompiledDataset } from '../dataset/compiled.js';
import type { Problem } from '../dataset/problem.js';
import type { ShardedDataset } from './sharded.js';
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
  /** Why it is not, once that is known. */
  failure?: DatasetFailure;
  /** What compile found wrong in an authoring file. */
  readonly problems: Problem[] = [];
  #readers = new Set<() => void>();
  #abort?: AbortController;

  /**
   * @param name how messages call it: its absolute URL, or words for an inline block
   * @param read fetches the text of it, or its bytes where it is large
   */
  constructor(
    readonly name: string,
    private readonly read: (signal: AbortSignal) => Promise<string | ArrayBuffer>,
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
      const read = await this.read(signal);
      retriable = false;
      const [lines, text] =
        typeof read === 'string'
          ? [, read]
          : await (await import('../dataset/lines.js')).fromBytes(read);
      let json: Partial<ShardedDataset> | null | undefined;
      try {
        json = lines ?? (JSON.parse(text) as typeof json);
      } catch {
        // What it is instead is said where other files are looked at.
      }
      this.data =
        json?.attested === 1 && !json.shards
          ? bare(json as CompiledDataset)
          : await (await import('./prepared.js')).prepared(this, text, json, () => this.#tell());
      this.failure = undefined;
    } catch (error) {
      if (!signal.aborted) this.failure = { message: (error as Error).message, retriable };
      if (retriable) globalThis.addEventListener?.('online', () => this.retry(), { once: true });
    }
    this.#abort = undefined;
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
    resource = new DatasetResource(address, async (signal) => {
      let why = 'it could not be reached';
      try {
        const response = await fetch(address, { signal });
        why = `the server answered ${response.status}`;
        if (response.ok) {
          why = 'it broke off';
          // Its code need not wait for the last byte.
          if (Number(response.headers.get('content-length')) > LARGE / 5)
            void import('../dataset/lines.js');
          const bytes = await response.arrayBuffer();
          return bytes.byteLength > LARGE ? bytes : new TextDecoder().decode(bytes);
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

/** A resource of JSON that stands in the page itself. */
export function datasetIn(text: string, name: string): DatasetResource {
  return new DatasetResource(name, () => Promise.resolve(text));
}

/** The dataset that the loader's script tag names for the whole page, if any does. */
export function pageDefault(): string | undefined {
  return document.querySelector<HTMLElement>('script[data-dataset]')?.dataset['dataset'];
}
