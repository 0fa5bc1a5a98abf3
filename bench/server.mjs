/** Serves the pages as a usual host would, and counts what goes over the wire. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
};

const brotli = (body, quality) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

/**
 * Starts the server.
 * @param {string} dist a copy of our built files
 */
export async function serve(dist) {
  /** What was sent, by path: compressed once, so that nobody waits for it while being measured. */
  const ready = new Map();
  let log = [];

  const fileOf = (path) => {
    const [, top, ...rest] = path.split('/');
    const tail = rest.join('/');
    if (top === 'dist') return join(dist, tail);
    if (top === 'npm') return join(here, 'node_modules', tail);
    if (top === 'pages') return join(here, 'pages', tail);
    return path === '/bare.js' ? join(here, 'bare.js') : undefined;
  };

  const load = (path) => {
    const file = fileOf(normalize(path));
    if (!file) return undefined;
    let body;
    try {
      body = readFileSync(file);
    } catch {
      return undefined;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const text = /text|json|svg/.test(type);
    return { type, text, body, sent: text ? brotli(body, 11) : body };
  };

  const server = createServer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    let found = ready.get(pathname);
    if (!found) {
      found = load(pathname);
      if (found) ready.set(pathname, found);
    }
    if (!found) {
      log.push({ path: pathname, bytes: 0, status: 404 });
      response.writeHead(404).end();
      return;
    }
    let { sent } = found;
    if (searchParams.has('data'))
      sent = brotli(String(found.body).replaceAll('{{data}}', searchParams.get('data')), 5);
    log.push({ path: pathname, bytes: sent.length, status: 200 });
    response.writeHead(200, {
      'content-type': found.type,
      'content-length': sent.length,
      'cache-control': 'public, max-age=600',
      ...(found.text && { 'content-encoding': 'br' }),
    });
    response.end(sent);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;

  return {
    /** The address of a timeline's page with so many events. */
    page: (who, count) => `${origin}/pages/${who}.html?data=/data/${who}-${count}.json`,
    /** Keeps data ready to be sent, compressed as a host does on the fly; gives its size on the wire. */
    offer(who, count, text) {
      const sent = brotli(Buffer.from(text), 5);
      ready.set(`/data/${who}-${count}.json`, { type: TYPES['.json'], text: true, sent });
      return sent.length;
    },
    /** Forgets what it has counted. */
    reset() {
      log = [];
    },
    /** What was sent since then. */
    counted() {
      const sum = (of) => of.reduce((all, { bytes }) => all + bytes, 0);
      const page = (it) => /\.html$|page\.css$/.test(it.path);
      const data = (it) => it.path.startsWith('/data/');
      return {
        code: sum(log.filter((it) => !page(it) && !data(it))),
        data: sum(log.filter(data)),
        requests: log.filter((it) => !page(it)).length,
        missing: log.filter(({ status }) => status === 404).map(({ path }) => path),
      };
    },
    close: () => server.close(),
  };
}
