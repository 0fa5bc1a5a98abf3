/** `attested build --shards`: a dataset as many small files, also one that does not fit into memory. */
import { appendFileSync, createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import {
  compile,
  compileEvents,
  cutCycles,
  DatasetError,
  type Elsewhere,
} from '../dataset/compile.js';
import type { CompiledDataset } from '../dataset/compiled.js';
import { Cursor, idMap, isId } from '../dataset/cursor.js';
import { quoted, type Problem } from '../dataset/problem.js';
import { Sharder } from '../dataset/shards.js';
import type { Id } from '../dataset/types.js';
import { CommandError, hasCode, type Io, type JsonFile } from './io.js';
import { count, hasErrors, line, place, type PlacedProblem } from './problems.js';
import type { Formatter } from './references.js';

/** Events that are compiled together: enough to be quick, few enough for any memory. */
const SLICE = 2000;
/** Problems that are told of each run; the rest are counted. */
const TOLD = 200;

/** One line of a file of events. */
interface Line {
  id: Id;
  event: Record<string, unknown>;
  file: string;
  line: number;
}

/** The events of NDJSON files, one for each line that is not blank. */
async function* linesOf(files: readonly string[], io: Io): AsyncGenerator<Line> {
  for (const file of files) {
    const input = createReadStream(resolve(io.cwd, file), 'utf8');
    let number = 0;
    try {
      for await (const text of createInterface({ input, crlfDelay: Infinity })) {
        number++;
        if (!text.trim()) continue;
        let value: unknown;
        try {
          value = JSON.parse(number === 1 ? text.replace(/^\uFEFF/, '') : text);
        } catch (error) {
          throw new CommandError(`${file}:${number} is not JSON: ${(error as Error).message}.`);
        }
        const { id, ...event } = Object(value) as Record<string, unknown>;
        if (typeof id !== 'string' || !isId(id))
          throw new CommandError(
            `${file}:${number} has no id: each line is an event as in a dataset, with its id as “id”.`,
          );
        yield { id, event, file, line: number };
      }
    } catch (error) {
      if (hasCode(error, 'ENOENT')) throw new CommandError(`There is no file ${file}.`);
      if (hasCode(error, 'EISDIR')) throw new CommandError(`${file} is a folder, not a file.`);
      throw error;
    }
  }
}

/**
 * Compiles a dataset and writes it in shards. No more than a few thousand of the further events are in
 * memory at a time.
 * @param file the dataset
 * @param more NDJSON files with more of its events
 * @param options `folder`: where to write to, what is there already stays; `force`: whether to write in
 * spite of errors; `formatter`: formats the references
 * @returns the exit code
 */
export async function buildShards(
  file: JsonFile,
  more: readonly string[],
  options: { folder: string; force?: boolean | undefined; formatter?: Formatter | undefined },
  io: Io,
): Promise<number> {
  const { folder, force, formatter } = options;
  const problems: Problem[] = [];
  const tell = (problem: PlacedProblem): void => {
    // Of each only what is counted: there can be as many as events.
    if (problems.push({ severity: problem.severity, path: '', message: '' }) <= TOLD)
      io.err(line(problem));
  };
  const tellAt = (problem: Problem, { file, line }: Pick<Line, 'file' | 'line'>): void =>
    tell({ ...problem, file, line, column: 1 });

  // First only which events there are, since every record may name any.
  const elsewhere: Elsewhere = idMap();
  const parts = new Map<Id, Pick<Line, 'file' | 'line'>>();
  const { events: own } = Object(file.value) as { events?: object };
  for (const id of Object.keys(Object(own) as object)) elsewhere[id] = {};
  for await (const { id, event, ...at } of linesOf(more, io)) {
    if (elsewhere[id])
      throw new CommandError(`${at.file}:${at.line}: the id ${quoted(id)} is taken already.`);
    elsewhere[id] = {};
    if (typeof event.partOf !== 'string') continue;
    elsewhere[id].partOf = event.partOf;
    parts.set(id, at);
  }
  cutCycles(
    elsewhere,
    (id) =>
      new Cursor({}, `/events/${id}`, (problem) => tellAt(problem, parts.get(id) as Line), id),
  );

  const found: Problem[] = [];
  let dataset: CompiledDataset;
  try {
    dataset = compile(file.value, {
      from: file.name,
      elsewhere,
      formatReferences: formatter?.format,
      onProblem: (problem) => found.push(problem),
    });
  } catch (error) {
    if (error instanceof DatasetError) throw new CommandError(error.message);
    throw error;
  }
  place(found, file).forEach(tell);

  const out = resolve(io.cwd, folder);
  let temporary: string | undefined;
  try {
    await mkdir(out, { recursive: true });
    const spool = (temporary = await mkdtemp(join(out, '.attested-')));
    const sharder = new Sharder(dataset, {
      write: (part, text) => appendFileSync(join(spool, `${part}`), text),
      read: (part) =>
        existsSync(join(spool, `${part}`)) ? readFileSync(join(spool, `${part}`), 'utf8') : '',
    });
    let slice = new Map<Id, Line>();
    const compileSlice = (): void => {
      const events = Object.fromEntries([...slice].map(([id, { event }]) => [id, event]));
      const onProblem = (problem: Problem): void =>
        tellAt(problem, slice.get(problem.id ?? '') as Line);
      sharder.add(compileEvents(events, dataset, { elsewhere, onProblem }));
      slice = new Map();
    };
    for await (const one of linesOf(more, io)) {
      if (slice.set(one.id, one).size >= SLICE) compileSlice();
    }
    compileSlice();

    const said = count(problems);
    if (problems.length > TOLD) io.err(`… and ${problems.length - TOLD} more\n`);
    if (said) io.err(`${said}\n`);
    if (hasErrors(problems) && !force) {
      io.err('Nothing was written. Mend the errors, or use --force to leave out what is broken.\n');
      return 1;
    }
    let [files, bytes, largest] = [0, 0, 0];
    for await (const { path, text } of sharder.files()) {
      const at = join(out, path);
      const size = Buffer.byteLength(text);
      files++;
      bytes += size;
      largest = Math.max(largest, size);
      // A name says what is in it, but for the index: that takes its place when all else is there.
      if (path !== 'index.json' && existsSync(at)) continue;
      await mkdir(dirname(at), { recursive: true });
      await writeFile(join(spool, 'new'), text);
      await rename(join(spool, 'new'), at);
    }
    io.err(
      `${join(folder, 'index.json')}: ${sharder.size} event${sharder.size === 1 ? '' : 's'} in ${files} files, ${bytes} bytes; the largest has ${largest}\n`,
    );
    return 0;
  } catch (error) {
    if (hasCode(error, 'ENOTDIR') || hasCode(error, 'EEXIST'))
      throw new CommandError(`${folder} is a file, not a folder.`);
    if (error instanceof Error && 'code' in error && 'path' in error)
      throw new CommandError(`${folder} cannot be written: ${error.message}`);
    throw error;
  } finally {
    if (temporary) await rm(temporary, { recursive: true, force: true });
  }
}
