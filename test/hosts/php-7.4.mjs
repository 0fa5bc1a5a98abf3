/**
 * PHP 7.4, which Debian has no longer, from npm's WebAssembly builds; used as `php` is used here:
 *
 *     node test/hosts/php-7.4.mjs SCRIPT ARGUMENT…      node test/hosts/php-7.4.mjs -r CODE ARGUMENT…
 *     node test/hosts/php-7.4.mjs -S HOST:PORT -t FOLDER
 *
 * It sees the folder for temporary files and this one. Its server answers one request at a time: files as
 * they are, a script where the address names one, and the folder's index.php for all else.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { NotHere } from './processes.mjs';

const HERE = import.meta.dirname;

/** The command that stands for `php`. @throws NotHere where the packages are missing */
export function php74() {
  if (!existsSync(join(HERE, 'node_modules/@php-wasm/node-7-4')))
    throw new NotHere('its npm package is missing: npm ci --prefix test/hosts --ignore-scripts');
  return [process.execPath, fileURLToPath(import.meta.url)];
}

const MEDIA = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

async function start() {
  const [{ getPHPLoaderModule }, { loadPHPRuntime, PHP }] = await Promise.all([
    import('@php-wasm/node-7-4'),
    import('@php-wasm/universal'),
  ]);
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule(), {}));
  for (const root of [tmpdir(), HERE]) {
    php.mkdir(root);
    await php.mount(root, (_, FS, point) => {
      FS.mount(FS.filesystems.NODEFS, { root }, point);
      return () => FS.unmount(point);
    });
  }
  return php;
}

/** Runs code to its end. @returns its exit code */
async function runCode(code, args) {
  const php = await start();
  const argv = JSON.stringify(args).replace(/[\\']/g, '\\$&');
  const told = await php
    .run({ code: `<?php $argv = json_decode( '${argv}' ); ?>${code}` })
    .catch((error) => error.response ?? Promise.reject(error));
  process.stdout.write(told.text);
  process.stderr.write(told.errors);
  return told.exitCode;
}

async function serve(address, folder) {
  const php = await start();
  const [host, port] = address.split(':');
  const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile();
  const answer = async (request, response) => {
    const url = new URL(request.url, `http://${address}`);
    const asked = join(folder, normalize(decodeURIComponent(url.pathname)));
    if (isFile(asked) && extname(asked) !== '.php') {
      response.setHeader('content-type', MEDIA[extname(asked)] ?? 'application/octet-stream');
      return response.end(readFileSync(asked));
    }
    const scriptPath = [asked, join(asked, 'index.php')].find(isFile) ?? join(folder, 'index.php');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const script = scriptPath.slice(folder.length);
    const made = await php
      .run({
        scriptPath,
        relativeUri: request.url,
        method: request.method,
        headers: request.headers,
        body: new Uint8Array(Buffer.concat(chunks)),
        $_SERVER: {
          DOCUMENT_ROOT: folder,
          REMOTE_ADDR: host,
          SERVER_NAME: host,
          SERVER_PORT: port,
          SCRIPT_NAME: script,
          PHP_SELF: script,
          ...(request.headers.authorization && {
            HTTP_AUTHORIZATION: request.headers.authorization,
          }),
        },
      })
      .catch((error) => error.response ?? Promise.reject(error));
    if (made.errors) console.error(made.errors);
    response.writeHead(made.httpStatusCode, made.headers);
    response.end(made.bytes);
  };
  let last = Promise.resolve();
  createServer((request, response) => {
    last = last
      .then(() => answer(request, response))
      .catch((error) => {
        console.error(request.url, error);
        response.statusCode = 500;
        response.end();
      });
  }).listen(Number(port), host);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const option = { type: 'string', short: 'S' };
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { serve: option, folder: { ...option, short: 't' }, run: { ...option, short: 'r' } },
  });
  if (values.serve) await serve(values.serve, values.folder);
  else {
    const [script = ''] = positionals;
    process.exit(
      values.run === undefined
        ? await runCode(readFileSync(script, 'utf8'), positionals)
        : await runCode(`<?php ${values.run}`, ['', ...positionals]),
    );
  }
}
