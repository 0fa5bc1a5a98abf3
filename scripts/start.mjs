/**
 * `npm start`: builds, then serves the demo, the built files and Storybook. What it serves is what is
 * published, so that the demo knows nothing of the source tree.
 *
 * `--no-build` serves what a former build left.
 */
import { spawn } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** What stands at which address; the longest that fits comes first. */
const MOUNTS = [
  ['/storybook/', join(root, 'dist', 'storybook')],
  ['/dist/', join(root, 'dist')],
  ['/', join(root, 'demo')],
];

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Any page may embed what is served, also one that isolates itself. */
const HEADERS = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

/** What is said at /storybook/ while there is none. */
let noStorybook = '';

const say = (text) => process.stdout.write(`${text}\n`);

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** The children that are running, each at the head of a process group of its own. */
const children = new Set();

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const child of children) {
      try {
        if (process.platform === 'win32') child.kill();
        else process.kill(-child.pid, signal);
      } catch {
        // It has ended by itself.
      }
    }
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });

/** Runs a script of package.json; its output is given if `quiet`, else shown. */
function npm(script, quiet) {
  return new Promise((done) => {
    const child = spawn(`npm run --silent ${script}`, {
      cwd: root,
      shell: true,
      detached: process.platform !== 'win32',
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => (output += text));
    children.add(child);
    child.once('close', (code) => {
      children.delete(child);
      done({ well: code === 0, output });
    });
  });
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const page = (text, refresh) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh ? '<meta http-equiv="refresh" content="4">' : ''}<title>Attested</title><body style="font:1.1rem/1.6 system-ui;max-width:34em;margin:4em auto;padding:0 1em;color-scheme:light dark"><p>${escape(text)}</p><p><a href="/">The demo</a></p>`;

function answer(request, response, status, text, headers) {
  response.writeHead(status, {
    ...HEADERS,
    'content-type': TYPES['.html'],
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

async function respond(request, response) {
  const nothing = () => answer(request, response, 404, page('There is nothing here.'));
  if (request.method === 'OPTIONS')
    return response
      .writeHead(204, { ...HEADERS, 'access-control-allow-methods': 'GET, HEAD, OPTIONS' })
      .end();
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return answer(request, response, 405, page('Only GET, HEAD and OPTIONS are answered here.'), {
      allow: 'GET, HEAD, OPTIONS',
    });
  let url;
  let path;
  try {
    url = new URL(request.url, 'http://localhost');
    path = decodeURIComponent(url.pathname);
    // What every browser asks for, unbidden.
    if (path === '/favicon.ico') path = '/icon.svg';
  } catch {
    return answer(request, response, 400, page('This address cannot be read.'));
  }
  if (path === '/storybook' || path === '/dist')
    return answer(request, response, 301, '', { location: `${path}/` });
  // Nothing hidden, and nothing above: the first check is on the words, the second on the file itself.
  if (/[\0\\]/.test(path) || path.split('/').some((part) => part.startsWith('.'))) return nothing();
  const [address, folder] = MOUNTS.find(([start]) => path.startsWith(start));
  if (address === '/storybook/' && noStorybook)
    return answer(request, response, children.size ? 503 : 404, page(noStorybook, children.size));
  try {
    const base = await realpath(folder);
    let file = await realpath(join(base, path.slice(address.length)));
    if (file !== base && !file.startsWith(base + sep)) return nothing();
    let found = await stat(file);
    if (found.isDirectory()) {
      if (!path.endsWith('/'))
        return answer(request, response, 301, '', { location: `${url.pathname}/${url.search}` });
      file = join(file, 'index.html');
      found = await stat(file);
    }
    if (!found.isFile()) return nothing();
    const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    if (request.headers['if-none-match'] === etag)
      return response.writeHead(304, { ...HEADERS, etag }).end();
    response.writeHead(200, {
      ...HEADERS,
      etag,
      'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': found.size,
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(file), response);
  } catch {
    if (response.headersSent) response.destroy();
    else nothing();
  }
}

/** `localhost` is either of two addresses, so the demo listens at both and at no other. */
async function listen(port) {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer((request, response) => void respond(request, response));
    try {
      await new Promise((done, wrong) => server.once('error', wrong).listen(port, host, done));
      port = server.address().port;
    } catch (error) {
      if (error.code === 'EADDRINUSE')
        fail(
          `Port ${port} is taken by another program. Choose another one: PORT=${port === 65535 ? 8000 : port + 1} npm start`,
        );
      if (error.code === 'EACCES')
        fail(
          `Port ${port} may not be used by this account. Choose one above 1023: PORT=8000 npm start`,
        );
      if (host !== '::1') fail(`Port ${port} cannot be used: ${error.message}`);
    }
  }
  return port;
}

const wanted = process.env.PORT || '8000';
if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65535)
  fail(`PORT is “${wanted}”, which is no port: ports are 0 to 65535.`);

const build = !process.argv.includes('--no-build');
if (build) {
  say('Building …');
  if (!(await npm('build')).well)
    fail('The build failed, so there is nothing to show. What is wrong stands above.');
} else if (!existsSync(join(root, 'dist', 'attested.js')))
  fail('Nothing has been built yet: leave out --no-build.');

const storybook = build && existsSync(join(root, '.storybook'));
if (storybook) noStorybook = 'Storybook is being built; this page reloads by itself.';
else if (!existsSync(join(root, 'dist', 'storybook', 'index.html')))
  noStorybook = 'There is no Storybook here.';

const port = await listen(Number(wanted));
say(`
The demo      http://localhost:${port}/
Builder       http://localhost:${port}/dist/builder/
Three lines   http://localhost:${port}/three-lines.html
Storybook     http://localhost:${port}/storybook/${storybook ? '   (being built; the demo is there already)' : noStorybook && '   (none was built)'}

Ctrl-C ends it.`);

if (storybook) {
  const { well, output } = await npm('build-storybook', true);
  noStorybook = well
    ? ''
    : 'Storybook could not be built; the terminal says why. The demo does not need it.';
  say(
    well
      ? 'Storybook is there.'
      : `Storybook could not be built; everything else is served.\n${output.trim().split('\n').slice(-15).join('\n')}`,
  );
}
