/** Programs that a host needs, and that end with this process whatever happens. */
import { execFile, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Thrown by a host that this machine cannot bring up: why not, in one sentence. */
export class NotHere extends Error {}

const ends = new Set();
const end = () => ends.forEach((stop) => stop());
process.on('exit', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/**
 * Starts a server in a process group of its own: PHP's workers outlive a parent that is killed alone.
 * @param log the file that takes what it says
 * @returns ends it, and resolves when it is gone
 */
export function serve(command, args, { log, ...options }) {
  const out = openSync(log, 'a');
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', out, out] });
  const gone = new Promise((done) => child.on('close', done).on('error', done));
  const stop = () => {
    ends.delete(stop);
    try {
      process.kill(-child.pid);
    } catch {
      // It has ended by itself.
    }
    return gone;
  };
  ends.add(stop);
  return stop;
}

/** Runs a program to its end and gives what it printed. */
export const run = async (command, args, options) =>
  (await promisify(execFile)(command, args, { maxBuffer: 1 << 26, ...options })).stdout;

/** A folder that is gone when this process is. */
export function scratch(name) {
  const folder = mkdtempSync(join(tmpdir(), `attested-${name}-`));
  ends.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Says that one of these programs is missing. */
export function need(...commands) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const command of commands)
    if (!folders.some((folder) => can(join(folder, command), constants.X_OK)))
      throw new NotHere(`there is no ${command} on this machine`);
}

/** Whether a file is there and may be read, or run. */
export function can(path, how = constants.R_OK) {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}

export const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** How long a browser may take for one thing, in ms: longer than a busy machine needs. */
export const PATIENCE = 120_000;

/** Looks until it is so, a hundred times at most. */
export async function until(what, look) {
  let last;
  for (let looks = 0; looks < 100; looks++) {
    last = await look();
    if (last) return last;
    await new Promise((done) => setTimeout(done, 150));
  }
  throw new Error(`${what}: not so after a hundred looks`);
}

/** Until an address answers. */
export const answers = (url) =>
  until(`${url} answers`, () =>
    fetch(url, { redirect: 'manual' }).then(
      // What is not read can keep its connection from being used again.
      (answer) => answer.text().then(() => true),
      () => false,
    ),
  );
