/** A dataset in shards on the test's server. */
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import type { IndexFile } from '../../src/dataset/shard-format.js';
import { shards } from '../../src/dataset/shards.js';
import { fresh } from '../page.js';

/** What a file answers instead: a status, another text, or nothing for ever. */
export type Trouble = number | string;

/** Files on the server, at an address of their own. */
export class ShardServer {
  readonly key = fresh();
  readonly src = `/shards/${this.key}/index.json`;

  constructor(readonly files: Record<string, string>) {}

  /** The index, as it is served. */
  get index(): IndexFile {
    return JSON.parse(this.files['index.json'] ?? '{}') as IndexFile;
  }

  /** Puts the files there, and in trouble those that are named; what was asked before is forgotten. */
  async put(trouble: Record<string, Trouble> = {}): Promise<this> {
    const body = JSON.stringify({ files: this.files, trouble, log: [], aborted: [] });
    await fetch(`/shards/${this.key}/`, { method: 'PUT', body });
    return this;
  }

  /** Changes which files are in trouble. */
  async trouble(trouble: Record<string, Trouble>): Promise<void> {
    await fetch(`/shards/${this.key}/`, { method: 'PUT', body: JSON.stringify({ trouble }) });
  }

  /** What was asked for, in that order, and what was given up. */
  async asked(): Promise<{ log: string[]; aborted: string[] }> {
    const response = await fetch(`/shards/${this.key}/`);
    return (await response.json()) as { log: string[]; aborted: string[] };
  }
}

/** Cuts a dataset into files. */
export async function cut(dataset: CompiledDataset): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { path, text } of shards(dataset)) files[path] = text;
  return files;
}
