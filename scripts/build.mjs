/**
 * Builds everything that is published, into dist:
 *   attested.js, elements/, chunks/, index.js, dates.js, compile.js   for pages, with all they need in them
 *   lib/                      the same as modules with their types, for bundlers and for Node
 *   cli/                      the attested command, with the citation styles that it knows
 *   data/, schema/            the compiled dataset and the JSON Schema
 *   custom-elements.json …    for editors and frameworks
 *   licenses.txt              of the packages that are in the builder's page
 *   integrity.json            the SRI hash of each of these
 * The same source always gives the same bytes. What was in dist before stays there until all is built.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { writeManifest } from './manifest.mjs';
import { compileMap } from './map.mjs';

const DIST = 'dist';
/** Where it is built; it lies inside dist, so that git never sees it. Two builds at a time do not meet. */
const NEXT = join(DIST, `.next-${process.pid}`);
/** Whether something in dist was made by another command, or by a build that still runs. */
const kept = (name) =>
  name === 'storybook' || (name.startsWith('.next-') && runs(Number(name.slice(6))));

const node = (...args) =>
  promisify(execFile)(process.execPath, args).catch((error) => {
    throw new Error(`${args.join(' ')} failed.\n${error.stdout}${error.stderr}`);
  });

function runs(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function bundles() {
  const { options, warnings } = await loadConfigFile(
    fileURLToPath(new URL('../rollup.config.mjs', import.meta.url)),
    {},
  );
  warnings.flush();
  for (const { output, ...input } of options) {
    const bundle = await rollup(input);
    for (const { dir, file, ...one } of output)
      await bundle.write({ ...one, ...(dir ? { dir: moved(dir) } : { file: moved(file) }) });
    await bundle.close();
  }
}

const moved = (path) => join(NEXT, relative(DIST, path));

const library = () =>
  node(
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.build.json',
    '--outDir',
    join(NEXT, 'lib'),
  );

async function command() {
  const outfile = join(NEXT, 'cli/attested.mjs');
  await esbuild({
    entryPoints: ['src/cli/bin.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    legalComments: 'none',
    logLevel: 'warning',
  });
  await chmod(outfile, 0o755);
  await cp('src/cli/csl', join(NEXT, 'cli/csl'), { recursive: true });
}

/** The loader has nothing to import, but a type checker asks for its types all the same. */
const loaderTypes = () => writeFile(join(NEXT, 'attested.d.ts'), 'export {};\n');

/** The page in an iframe. */
const embedPage = () =>
  Promise.all(
    ['embed.html', 'embed.css'].map((name) => copyFile(`src/embed/${name}`, join(NEXT, name))),
  );

/** The page on which an editor picks a widget and copies its code. */
async function builder() {
  await esbuild({
    entryPoints: ['builder/builder.ts'],
    outdir: join(NEXT, 'builder'),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const name of ['index.html', 'builder.css'])
    await copyFile(`builder/${name}`, join(NEXT, 'builder', name));
}

/** The schema, as a file for editors and as a module for programs. */
async function schema() {
  const from = 'src/dataset/dataset.schema.json';
  await mkdir(join(NEXT, 'schema'));
  await copyFile(from, join(NEXT, 'schema/dataset.schema.json'));
  const json = JSON.parse(await readFile(from, 'utf8'));
  await writeFile(
    join(NEXT, 'schema/index.js'),
    `/** The JSON Schema (2020-12) of the authoring format. */\nexport const schema = ${JSON.stringify(json)};\nexport default schema;\n`,
  );
  await writeFile(
    join(NEXT, 'schema/index.d.ts'),
    '/** The JSON Schema (2020-12) of the authoring format. */\nexport declare const schema: Record<string, unknown>;\nexport default schema;\n',
  );
}

/** The licences of what the builder's page has in it besides our own; no other file for browsers has any. */
async function licences() {
  const packages = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];
  const named = new Map();
  for (const name of packages) {
    const text = (await readFile(`node_modules/${name}/LICENSE`, 'utf8')).trim();
    named.set(text, [...(named.get(text) ?? []), name]);
  }
  const parts = [...named].map(([text, names]) => `${names.join(', ')}\n\n${text}\n`);
  await writeFile(join(NEXT, 'licenses.txt'), parts.join(`\n${'-'.repeat(72)}\n\n`));
}

/** Compiles each dataset in data/ just as its authors would. */
async function datasets() {
  for (const name of (await readdir('data')).sort()) {
    await node(
      join(NEXT, 'cli/attested.mjs'),
      'build',
      `data/${name}/dataset.json`,
      '-o',
      join(NEXT, 'data', `${name}.json`),
    );
    if (!existsSync(`data/${name}/map`)) continue;
    await mkdir(join(NEXT, 'data/maps'), { recursive: true });
    const map = JSON.stringify(compileMap(`data/${name}/map`));
    await writeFile(join(NEXT, 'data/maps', `${name}.json`), `${map}\n`);
  }
}

/** Every file below a folder, as a URL path relative to it, sorted. */
async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

async function integrity() {
  const hashes = {};
  for (const path of await files(NEXT)) {
    const hash = createHash('sha384').update(await readFile(join(NEXT, path)));
    hashes[path] = `sha384-${hash.digest('base64')}`;
  }
  await writeFile(join(NEXT, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
}

async function swap() {
  for (const name of await readdir(DIST))
    if (!kept(name)) await rm(join(DIST, name), { recursive: true });
  for (const name of await readdir(NEXT)) await rename(join(NEXT, name), join(DIST, name));
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await mkdir(NEXT, { recursive: true });
try {
  await Promise.all([
    library(),
    bundles(),
    command().then(datasets),
    schema(),
    loaderTypes(),
    embedPage(),
    builder(),
    licences(),
    writeManifest(NEXT),
  ]);
  await integrity();
  await swap();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await rm(NEXT, { recursive: true, force: true });
}
