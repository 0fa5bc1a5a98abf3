/** `attested build --shards`, run as its user runs it but for the process. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { main } from '../../src/cli/main.js';
import { compile } from '../../src/dataset/compile.js';
import type { IndexFile } from '../../src/dataset/shard-format.js';
import { shards } from '../../src/dataset/shards.js';
import { around, event, idOf, many } from '../dataset/many.js';

const N = 2000;
let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'attested-'));
  const lines = Array.from({ length: N }, (_, n) => JSON.stringify({ id: idOf(n), ...event(n) }));
  await write('head.json', JSON.stringify(around()));
  await write('whole.json', JSON.stringify(many(N)));
  await write('one.ndjson', `\uFEFF${lines.slice(0, 1300).join('\n')}\n\n`);
  await write('two.ndjson', `${lines.slice(1300).join('\r\n')}`);
});
after(() => rm(cwd, { recursive: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(cwd, name), text);

async function build(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const ran = { code: 0, out: '', err: '' };
  ran.code = await main(['build', ...args], {
    cwd,
    out: (text) => (ran.out += text),
    err: (text) => (ran.err += text),
  });
  return ran;
}

/** Every file of a folder by its path. */
async function files(folder: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const entry of await readdir(join(cwd, folder), { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      all[path.slice(join(cwd, folder).length + 1).replaceAll('\\', '/')] = await readFile(
        path,
        'utf8',
      );
    }
  return all;
}

const sorted = (all: Record<string, string>): [string, string][] =>
  Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));

test('a dataset becomes the same files whether its events are in it or in NDJSON beside it', async () => {
  const one = await build('whole.json', '--shards', 'whole');
  assert.equal(one.code, 0, one.err);
  assert.match(
    one.err,
    /^whole\/index\.json: 2000 events in \d+ files, \d+ bytes; the largest has \d+\n$/,
  );
  const other = await build('head.json', 'one.ndjson', 'two.ndjson', '--shards', 'parts/of/it');
  assert.equal(other.code, 0, other.err);
  const expected: Record<string, string> = {};
  for await (const { path, text } of shards(compile(many(N)))) expected[path] = text;
  assert.deepEqual(sorted(await files('whole')), sorted(expected));
  assert.deepEqual(sorted(await files('parts/of/it')), sorted(expected));
});

test('building again leaves alone what is the same, and puts the index last', async () => {
  await build('whole.json', '--shards', 'again');
  const [some] = Object.keys(await files('again')).filter((path) => path.startsWith('events/'));
  const before = await stat(join(cwd, 'again', some!));
  const dataset = many(N);
  dataset.events[idOf(17)]!.title = 'Another title';
  await write('changed.json', JSON.stringify(dataset));
  const old = await files('again');
  assert.equal((await build('changed.json', '--shards', 'again')).code, 0);
  const made = await files('again');
  assert.equal((await stat(join(cwd, 'again', some!))).ino, before.ino);
  // The old files stay, for pages that are open with the old index; few are new.
  const added = Object.keys(made).filter((path) => !Object.hasOwn(old, path));
  for (const path of Object.keys(old)) assert.ok(Object.hasOwn(made, path), path);
  assert.ok(added.length > 1 && added.length < 8, added.join());
  assert.notEqual(made['index.json'], old['index.json']);
});

test('what is wrong is told with its file and line, and nothing is written', async () => {
  const bad = { ...event(1), kind: 'batle', dates: [{ edtf: '1940-13', unsourced: true }] };
  await write(
    'bad.ndjson',
    `${JSON.stringify({ id: 'good', ...event(2) })}\n\n${JSON.stringify({ id: 'bad', ...bad })}\n`,
  );
  const { code, err } = await build('head.json', 'bad.ndjson', '--shards', 'bad');
  assert.equal(code, 1);
  assert.match(err, /^bad\.ndjson:3:1 error \/events\/bad\/dates\/0\/edtf: /m);
  assert.match(err, /Nothing was written/);
  assert.deepEqual(await files('bad'), {});
  const forced = await build('head.json', 'bad.ndjson', '--shards', 'bad', '--force');
  assert.equal(forced.code, 0);
  const index = JSON.parse((await files('bad'))['index.json']!) as IndexFile;
  assert.equal(index.shards.counts.events, 1);
});

test('thousands of mistakes are counted, and some told', async () => {
  const lines = Array.from({ length: 260 }, (_, n) =>
    JSON.stringify({ id: idOf(n), ...event(n), partOf: 'nobody' }),
  );
  await write('many.ndjson', lines.join('\n'));
  const { code, err } = await build('head.json', 'many.ndjson', '--shards', 'many');
  assert.equal(code, 1);
  assert.match(err, /^… and \d+ more\n\d+ errors\nNothing/m);
  assert.equal(err.split('\n').length, 204);
});

test('a part of itself is told, across files too', async () => {
  const line = (id: string, partOf: string): string => JSON.stringify({ id, ...event(1), partOf });
  await write('a.ndjson', line('a', 'b'));
  await write('b.ndjson', `${line('b', 'c')}\n${line('c', 'a')}`);
  const { code, err } = await build('head.json', 'a.ndjson', 'b.ndjson', '--shards', 'cycle');
  assert.equal(code, 1);
  assert.match(err, /^b\.ndjson:2:1 error \/events\/c\/partOf: .* part of itself/m);
  const forced = await build('head.json', 'a.ndjson', 'b.ndjson', '--shards', 'cycle', '--force');
  assert.equal(forced.code, 0, forced.err);
});

test('wrong use is one sentence', async () => {
  await write('plain.json', JSON.stringify({ ...around(), claims: {} }));
  await write('nojson.ndjson', '{"id": "a"');
  await write('noid.ndjson', `${JSON.stringify({ id: 'a', ...event(1) })}\n{"title": "x"}`);
  await write('hostile.ndjson', '{"id": "__proto__"}');
  await write('list.ndjson', 'null');
  await write('twice.ndjson', `${JSON.stringify({ id: 'a' })}\n${JSON.stringify({ id: 'a' })}`);
  const table: [args: string[], says: RegExp][] = [
    [['head.json', 'none.ndjson', '--shards', 'x'], /^There is no file none\.ndjson\.\n$/],
    [['head.json', '.', '--shards', 'x'], /^\. is a folder, not a file\.\n$/],
    [['head.json', 'nojson.ndjson', '--shards', 'x'], /^nojson\.ndjson:1 is not JSON: [^\n]*\n$/],
    [['head.json', 'noid.ndjson', '--shards', 'x'], /^noid\.ndjson:2 has no id: [^\n]*\n$/],
    [['head.json', 'hostile.ndjson', '--shards', 'x'], /^hostile\.ndjson:1 has no id: [^\n]*\n$/],
    [['head.json', 'list.ndjson', '--shards', 'x'], /^list\.ndjson:1 has no id: [^\n]*\n$/],
    [['head.json', 'twice.ndjson', '--shards', 'x'], /^twice\.ndjson:2: the id “a” is taken/],
    [['plain.json', '--shards', 'head.json'], /^head\.json is a file, not a folder\.\n$/],
    [
      ['head.json', '--shards', 'x', '-o', 'y.json'],
      /^--shards does not go together with --output/,
    ],
    [['head.json', '--shards', 'x', '--check'], /^--shards does not go together with --check/],
    [['head.json', 'one.ndjson'], /^One file at a time/],
    [['--shards', 'x'], /^Say which file/],
  ];
  for (const [args, says] of table) {
    const { code, err, out } = await build(...args);
    assert.match(err, says, args.join(' '));
    assert.equal(code, 2, args.join(' '));
    assert.equal(out, '');
  }
});
