import type { CompiledDataset } from '../dataset/compiled.js';
import { bare, type DatasetResource } from './resource.js';
import type { ShardedDataset } from './sharded.js';

/**
 * Makes a dataset of what is not one that elements can read as it stands: an index of shards, whose
 * records come when they are asked for, or the authors' own file, which is compiled here.
 * @param resource whose it is; what compile finds wrong is put among its problems
 * @param text what came
 * @param json what it holds; nothing where it is not JSON
 * @param changed called when more of it is there
 * @throws an error that says in one sentence why it is no dataset
 */
export async function prepared(
  resource: DatasetResource,
  text: string,
  json: Partial<ShardedDataset> | null | undefined,
  changed: () => void,
): Promise<CompiledDataset> {
  const { name, problems } = resource;
  if (json?.shards)
    return (await import('./sharded.js')).open(resource, bare(json as ShardedDataset), changed);
  if (json === undefined) {
    if (/^\s*<(?:!doctype|html|\?xml)/i.test(text))
      throw new Error(`${name} is a web page, not a dataset.`);
    throw new Error(`${name} is not valid JSON: ${notJson(text)}`);
  }
  if (Array.isArray(json))
    throw new Error(`${name} is a list, not a dataset, which is one object in { }.`);
  const { compile } = await import('../dataset/compile.js');
  const data = compile(json, { from: name, onProblem: (problem) => problems.push(problem) });
  // The first of them: thousands of lines help nobody and stop the page.
  for (const { path, message } of problems.slice(0, 50))
    console.warn(`attested: ${name}: ${path}: ${message}`);
  return bare(data);
}

function notJson(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch (error) {
    return (error as Error).message.replace(' is not valid JSON', '');
  }
}
