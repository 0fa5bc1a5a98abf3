import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { isCompiled } from '../dataset/compile.js';
import { compileFile, tell } from './build.js';
import { type Command, CommandError, hasCode, type Io, readJson } from './io.js';
import { besidePath, formatterFor } from './references.js';

const TYPES: { [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
};

/** Any page may read what is served, also one that isolates itself, as an embedded file must allow. */
const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

function answer(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
  body = true,
): void {
  response.writeHead(status, {
    ...HEADERS,
    'content-type': type,
    'content-length': Buffer.byteLength(text),
  });
  response.end(body ? text : undefined);
}

/**
 * A served dataset: compiled anew when its file has changed. What it gives for a path is the dataset
 * itself, or its references in another style or language as `attested build` writes them beside it.
 */
function freshly(
  path: string,
  name: string,
  io: Io,
): (asked?: string) => Promise<string | undefined> {
  let made: { at: number; text: string } | undefined;
  let beside: { at: number; texts: Map<string, string> } | undefined;
  const compiled = async (all: boolean) => {
    const file = await readJson(path, io);
    const isDone = isCompiled(file.value);
    const formatter = isDone ? undefined : await formatterFor(file, io, { all });
    return { formatter, isDone, ...compileFile({ ...file, name }, formatter) };
  };
  return async (asked = basename(path)) => {
    const { mtimeMs: at } = await stat(path);
    if (asked === basename(path)) {
      if (made?.at !== at) {
        const { dataset, problems, isDone } = await compiled(false);
        if (!isDone) tell(problems, io);
        made = { at, text: JSON.stringify(dataset) };
      }
      return made.text;
    }
    if (beside?.at !== at) {
      const { formatter } = await compiled(true);
      const texts = new Map(
        formatter?.beside.map((one) => [
          besidePath(basename(path), one.style, one.language),
          JSON.stringify(one),
        ]),
      );
      beside = { at, texts };
    }
    return beside.texts.get(asked);
  };
}

/** Whether a path is a dataset's own or of the references beside it. */
const isOf = (path: string, dataset: string): boolean =>
  path === `/${dataset}` || path.startsWith(`/${dataset.replace(/\.json$/, '')}.references/`);

/** Answers one request from `root`; `compiled` answers for the one file that is a dataset. */
async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  dataset: string | undefined,
  compiled: (asked: string) => Promise<string | undefined>,
): Promise<void> {
  const body = request.method !== 'HEAD';
  if (request.method === 'OPTIONS') {
    response.writeHead(204, HEADERS).end();
    return;
  }
  if (request.method !== 'GET' && body) {
    answer(response, 405, 'Only GET, HEAD and OPTIONS are answered here.\n');
    return;
  }
  const missing = (): void => answer(response, 404, 'There is nothing here.\n', undefined, body);
  let path: string;
  try {
    path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    answer(response, 400, 'This address cannot be read.\n', undefined, body);
    return;
  }
  if (
    path.includes('\0') ||
    path.includes('\\') ||
    path.split('/').some((part) => part.startsWith('.'))
  ) {
    missing();
    return;
  }
  try {
    if (dataset !== undefined && isOf(path, dataset)) {
      const text = await compiled(path.slice(1));
      if (text !== undefined) return answer(response, 200, text, TYPES['.json'], body);
    }
    let file = await realpath(join(root, path));
    // A link that leads out of the folder leads nowhere.
    if (file !== root && !file.startsWith(root + sep)) return missing();
    let found = await stat(file);
    if (found.isDirectory()) {
      file = join(file, 'index.html');
      found = await stat(file);
    }
    if (!found.isFile()) return missing();
    response.writeHead(200, {
      ...HEADERS,
      'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': found.size,
    });
    if (body) await pipeline(createReadStream(file), response);
    else response.end();
  } catch (error) {
    if (response.headersSent) response.destroy();
    else if (error instanceof CommandError)
      answer(response, 500, `${error.message}\n`, undefined, body);
    else if (
      hasCode(error, 'ENOENT') ||
      hasCode(error, 'ENOTDIR') ||
      hasCode(error, 'ENAMETOOLONG')
    )
      missing();
    else answer(response, 500, 'This cannot be read.\n', undefined, body);
  }
}

/** `attested serve` */
export const serveCommand: Command = {
  summary: 'serve a folder or a dataset to try it out',
  help: `attested serve [FOLDER|FILE] [--port 8080] [--host 127.0.0.1]

Serves a folder, this one unless another is named, so that pages of any origin may
read it. A dataset FILE is compiled on the way, and again when it has changed.

  $ attested serve dataset.json
  http://127.0.0.1:8080/dataset.json

For trying out at home only; Ctrl-C ends it. --port 0 takes any free port.
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '8080' },
        host: { type: 'string', default: '127.0.0.1' },
      },
    });
    const [name = '.', ...more] = positionals;
    if (more.length)
      throw new CommandError(
        `One folder or file at a time, please; ${more.join(' ')} is too much.`,
      );
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535)
      throw new CommandError(`${values.port} is no port; ports are 0 to 65535.`);
    const path = resolve(io.cwd, name);
    const found = await stat(path).catch((error: unknown) => {
      throw new CommandError(
        hasCode(error, 'ENOENT')
          ? `There is no file or folder ${name}.`
          : `${name} cannot be read.`,
      );
    });
    const root = await realpath(found.isDirectory() ? path : dirname(path));
    const dataset = found.isDirectory() ? undefined : basename(path);
    const compiled = freshly(path, name, io);
    if (dataset !== undefined) await compiled();

    const server = createServer(
      (request, response) => void respond(request, response, root, dataset, compiled),
    );
    await new Promise<void>((done, fail) => {
      server.once('error', (error) => {
        fail(
          new CommandError(
            hasCode(error, 'EADDRINUSE')
              ? `Port ${values.port} is taken; choose another with --port.`
              : `Port ${values.port} cannot be used: ${error.message}`,
          ),
        );
      });
      server.listen(Number(values.port), values.host, done);
    });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : values.port;
    const host = values.host.includes(':') ? `[${values.host}]` : values.host;
    io.out(`http://${host}:${port}/${dataset === undefined ? '' : encodeURIComponent(dataset)}\n`);
    await new Promise<void>((done) => {
      const close = (): void => {
        server.close(() => done());
        server.closeAllConnections();
      };
      if (io.signal?.aborted) close();
      else io.signal?.addEventListener('abort', close, { once: true });
    });
    return 0;
  },
};
