import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { JsonError, placeAt, scan, type Scan } from './json-place.js';

/** What a command may touch of the world, so that a test can stand in for it. */
export interface Io {
  out: (text: string) => void;
  err: (text: string) => void;
  /** The folder that paths are relative to. */
  cwd: string;
  /** Ends what goes on by itself, such as a server. */
  signal?: AbortSignal;
}

/** One subcommand. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** The whole manual page of the command, with an example. */
  help: string;
  /** Runs it with the arguments that follow its name. The number is the exit code: 0 well, 1 problems found. */
  run: (args: string[], io: Io) => Promise<number>;
}

/** Something that the user can mend, told as one sentence without a stack; the exit code is 2. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** A JSON file that was read, with what places in it need. */
export interface JsonFile {
  /** The path as the user wrote it. */
  name: string;
  value: unknown;
  scan: Scan;
}

/** Whether an error of Node's file system has this code. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === code;

/**
 * Reads a JSON file.
 * @throws CommandError where there is none, it cannot be read, or it is not JSON: then with line and column.
 */
export async function readJson(name: string, io: Io): Promise<JsonFile> {
  let text: string;
  try {
    text = (await readFile(resolve(io.cwd, name), 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) throw new CommandError(`There is no file ${name}.`);
    if (hasCode(error, 'EISDIR')) throw new CommandError(`${name} is a folder, not a file.`);
    throw new CommandError(
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  try {
    const found = scan(text);
    return { name, value: JSON.parse(text) as unknown, scan: found };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { line, column } = placeAt(text, error.offset);
    throw new CommandError(`${name}:${line}:${column} is not JSON: ${error.message}`);
  }
}

/** The one argument that a command needs. */
export function only(positionals: string[], what: string, command: string): string {
  const [first, ...more] = positionals;
  if (first === undefined)
    throw new CommandError(`Say which ${what}: attested ${command} --help shows how.`);
  if (more.length)
    throw new CommandError(`One ${what} at a time, please; ${more.join(' ')} is too much.`);
  return first;
}

/**
 * Writes files into a folder, which is made where it is missing.
 * @param files the text of each file by its path in the folder
 * @throws CommandError where it cannot
 */
export async function writeFiles(
  files: ReadonlyMap<string, string>,
  folder: string,
  io: Io,
): Promise<void> {
  try {
    for (const [name, text] of files) {
      const file = resolve(io.cwd, folder, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  } catch (error) {
    if (hasCode(error, 'ENOTDIR') || hasCode(error, 'EEXIST'))
      throw new CommandError(`${folder} is a file, not a folder.`);
    throw new CommandError(
      `${folder} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
