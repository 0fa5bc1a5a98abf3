/**
 * `npm test`: every test there is, the Node ones first, then those in real browsers.
 *
 *     npm test                      everything
 *     npm test -- test/store        only the tests whose path begins so
 *     npm test -- --no-build        with dist/ as it is
 *     ENGINES=chromium npm test     in these browsers only
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { startTestRunner } from '@web/test-runner';
import { build } from 'esbuild';

process.chdir(resolve(import.meta.dirname, '..'));
const args = process.argv.slice(2);
const only = args.filter((it) => !it.startsWith('--')).map((it) => it.replace(/^\.\//, ''));
const total = { passed: 0, failed: 0, skipped: 0 };

const tests = (ending) =>
  readdirSync('test', { recursive: true })
    .map((it) => `test/${it.replaceAll('\\', '/')}`)
    .filter((it) => it.endsWith(`.${ending}.ts`))
    .filter((it) => !only.length || only.some((start) => it.startsWith(start)))
    .sort();

/** In a bundle, what reads files beside itself would look for them beside the bundle. */
const inPlace = {
  name: 'in-place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/src\/cli\/references\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
    })),
};

/** Bundles the Node tests into a folder below node_modules, from where packages are found. */
async function inNode(files) {
  const outdir = 'node_modules/.cache/attested-test';
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  for (const entry of files)
    await build({
      entryPoints: [entry],
      outfile: `${outdir}/${entry.replace(/\.ts$/, '.mjs')}`,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      plugins: [inPlace],
      sourcemap: 'inline',
      logLevel: 'error',
    });
  const stream = run({
    files: files.map((it) => resolve(outdir, it.replace(/\.ts$/, '.mjs'))),
    concurrency: true,
  });
  stream.on('test:diagnostic', ({ message, nesting }) => {
    const [, what, n] = /^(pass|fail|cancelled|skipped|todo) (\d+)$/.exec(message) ?? [];
    if (nesting || !what) return;
    total[{ pass: 'passed', fail: 'failed', cancelled: 'failed' }[what] ?? 'skipped'] += Number(n);
  });
  for await (const line of stream.compose(spec)) process.stdout.write(line);
}

// The runner lays its hands on console, and writes what it catches between escape sequences.
const print = (line) => process.stdout.write(`${line}\n`);

/** Each browser's tests of one file on one line, and what failed below it. */
const reporter = {
  reportTestFileResults({ sessionsForTestFile, testFile }) {
    const name = testFile.slice(process.cwd().length + 1);
    for (const { browser, testResults, errors, request404s, logs } of sessionsForTestFile) {
      const results = flat(testResults);
      const bad = results.filter((it) => !it.passed && !it.skipped);
      const skipped = results.filter((it) => it.skipped).length;
      const broken = errors.length
        ? errors
        : results.length
          ? []
          : [{ message: 'The file has no tests.' }];
      total.passed += results.length - bad.length - skipped;
      total.failed += bad.length + broken.length;
      total.skipped += skipped;
      print(
        `${bad.length + broken.length ? '✖' : '✔'} ${browser.name.replace('MiniBrowser', 'WebKit').replace('Chrome', 'Chromium')} ${name} ${results.length}`,
      );
      for (const { name: title, error } of bad.slice(0, 20))
        print(`    ✖ ${title}\n${indent(error)}`);
      for (const log of bad.length || broken.length ? logs.slice(0, 20) : [])
        print(`      console: ${log.join(' ').slice(0, 500)}`);
      for (const error of broken) print(indent(error));
      if (broken.length && request404s.length) print(`      not found: ${request404s.join(', ')}`);
    }
  },
};

const flat = (suite, path = '') =>
  suite
    ? [
        ...suite.tests.map((it) => ({ ...it, name: `${path}${it.name}` })),
        ...suite.suites.flatMap((it) => flat(it, `${path}${it.name}: `)),
      ]
    : [];

const indent = ({ message = '', stack = '' } = {}) =>
  [message.slice(0, 1500), ...stack.split('\n').filter((line) => /^\s*(at |.*@)/.test(line))]
    .join('\n')
    .replace(/^/gm, '      ');

async function inBrowsers(files) {
  const { default: config } = await import('../web-test-runner.config.mjs');
  const runner = await startTestRunner({
    config: { ...config, files, reporters: [reporter], staticLogging: true },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) throw new Error('The browsers could not be started.');
  await new Promise((done) => runner.on('finished', done));
  await runner.stop();
}

try {
  if (!args.includes('--no-build'))
    execFileSync('npm', ['run', '--silent', 'build'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  const [node, browser] = [tests('node'), tests('test')];
  if (node.length) await inNode(node);
  if (browser.length) await inBrowsers(browser);
} catch (error) {
  console.error(error);
  total.failed++;
}
if (!total.passed && !total.failed) {
  console.error('No test was run.');
  total.failed++;
}
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed ? 1 : 0);
