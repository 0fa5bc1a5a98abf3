/** The `attested` command, run as its user runs it but for the process. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { isCompiled } from '../../src/dataset/compile.js';
import type { Dataset } from '../../src/dataset/types.js';
import { idFor, slug } from '../../src/cli/import.js';
import { main } from '../../src/cli/main.js';
import { sample } from '../dataset/sample.js';

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'attested-'));
  await writeFile(join(cwd, 'good.json'), JSON.stringify(sample(), null, 2));
});
after(() => rm(cwd, { recursive: true }));

interface Ran {
  code: number;
  out: string;
  err: string;
}

async function attested(...args: string[]): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', err: '' };
  ran.code = await main(args, {
    cwd,
    out: (text) => (ran.out += text),
    err: (text) => (ran.err += text),
  });
  return ran;
}

const write = (name: string, text: string): Promise<void> => writeFile(join(cwd, name), text);
const read = (name: string): Promise<string> => readFile(join(cwd, name), 'utf8');

test('--help is the manual of every command, each with an example', async () => {
  const { out, code } = await attested('--help');
  assert.equal(code, 0);
  for (const name of ['init', 'check', 'build', 'import', 'render', 'serve']) {
    assert.match(out, new RegExp(`\\$ attested ${name}`), name);
    const own = await attested(name, '--help');
    assert.match(own.out, new RegExp(`^attested ${name} `));
    assert.equal(own.code, 0);
    assert.deepEqual(await attested('help', name), own);
  }
});

test('wrong use is one sentence and exit code 2', async () => {
  const table: [args: string[], says: RegExp][] = [
    [['chekc'], /^There is no command “chekc”; did you mean “check”\?\n$/],
    [['constructor'], /^There is no command “constructor”/],
    [['check'], /^Say which file: [^\n]*\n$/],
    [['check', 'a', 'b'], /^One file at a time/],
    [['check', 'none.json'], /^There is no file none\.json\.\n$/],
    [['check', '.'], /^\. is a folder, not a file\.\n$/],
    [['check', 'good.json', '--jsn'], /^Unknown option '--jsn'\. See attested check --help\n$/],
    [['render', 'good.json'], /^Say which element/],
    [['render', 'good.json', '--element', 'event-crad'], /did you mean “event-card”/],
    [
      ['render', 'good.json', '--element', 'event-card', '--event', 'lwow'],
      /^There is no event “lwow” in good\.json; did you mean “lwow-1939-10”\?/,
    ],
    [
      ['render', 'good.json', '--element', 'event-card', '--claim', 'kowal'],
      /has no attribute “claim”/,
    ],
    [['render', 'good.json', '--element', 'event-card', '--form', 'pdf'], /no form “pdf”/],
    [['import', 'good.json'], /not a CSL-JSON export/],
    [['build', 'good.json', '-o', './good.json'], /is the authors' file/],
    [['serve', 'none'], /^There is no file or folder none\.\n$/],
    [['serve', '--port', 'x'], /^x is no port/],
    [['init', 'good.json'], /^good\.json is there already/],
  ];
  for (const [args, says] of table) {
    const { code, err, out } = await attested(...args);
    assert.match(err, says, args.join(' '));
    assert.doesNotMatch(err, /\n.*\n|    at /, args.join(' '));
    assert.equal(code, 2, args.join(' '));
    assert.equal(out, '');
  }
});

test('what is no JSON is told with its line and column', async () => {
  const table: [text: string, says: RegExp][] = [
    [
      '{\n  "a": 1,\n}',
      /^bad\.json:3:1 is not JSON: here stands “}”, but a name in quotation marks must\.\n$/,
    ],
    ['{"a": tru}', /^bad\.json:1:7 is not JSON: .*a value/],
    ['{"a": "x\ny"}', /^bad\.json:1:7 is not JSON/],
    ['[1, 2', /^bad\.json:1:6 is not JSON: the file ends/],
    ['', /^bad\.json:1:1 is not JSON: the file ends/],
    ['{} {}', /^bad\.json:1:4 is not JSON: .*nothing more/],
    ['[1,]', /^bad\.json:1:4 is not JSON/],
    ["{'a': 1}", /^bad\.json:1:2 is not JSON/],
    ['[01]', /^bad\.json:1:3 is not JSON/],
    ['['.repeat(100_000), /nested more than 500 deep/],
  ];
  for (const [text, says] of table) {
    await write('bad.json', text);
    const { err, code } = await attested('check', 'bad.json');
    assert.match(err, says);
    assert.equal(code, 2);
  }
  await write('bad.json', '\uFEFF{"events": {}}');
  assert.doesNotMatch((await attested('check', 'bad.json')).err, /not JSON/);
});

test('init writes a dataset with nothing wrong, once', async () => {
  assert.equal((await attested('init')).code, 0);
  const { out, code } = await attested('check', 'dataset.json');
  assert.equal(out, 'dataset.json: nothing is wrong\n');
  assert.equal(code, 0);
  assert.equal((await attested('init')).code, 2);
  assert.equal((await attested('init', '--force')).code, 0);
});

test('check says where, what and the rule, in the order of the file', async () => {
  const data = JSON.parse(JSON.stringify(sample())) as Dataset & {
    events: Record<string, { kind?: unknown }>;
  };
  data.events['winter']!.kind = 5 as never;
  data.claims!['second']!.status = 'contested';
  data.claims!['first']!.positions[0]!.citations![0]!.source = 'webb';
  await write('wrong.json', JSON.stringify(data, null, 2));
  const { out, code } = await attested('check', 'wrong.json');
  const text = await read('wrong.json');
  const lines = out.trimEnd().split('\n');
  assert.equal(code, 1);
  assert.match(
    lines[0]!,
    /^wrong\.json:\d+:\d+ error \/events\/winter\/kind: It must be a string\.$/,
  );
  assert.match(
    lines.find((line) => line.includes('webb'))!,
    /There is no source “webb”; did you mean “web”\?$/,
  );
  assert.match(
    lines.find((line) => line.includes('one-sided'))!,
    /error \/claims\/second\/status: .* \(one-sided\)$/,
  );
  assert.match(lines.at(-1)!, /^wrong\.json: \d+ errors/);
  const numbers = lines.slice(0, -1).map((line) => Number(line.split(':')[1]));
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  );
  const [, line, column] = lines[0]!.split(/[: ]/);
  assert.ok(
    text
      .split('\n')
      [Number(line) - 1]!.slice(Number(column) - 1)
      .startsWith('"kind": 5'),
  );
});

test('check --json is a list for programs', async () => {
  const { out, code } = await attested('check', 'wrong.json', '--json');
  const problems = JSON.parse(out) as Record<string, unknown>[];
  assert.equal(code, 1);
  assert.deepEqual(Object.keys(problems[0]!).sort(), [
    'column',
    'file',
    'id',
    'line',
    'message',
    'path',
    'rule',
    'severity',
  ]);
  assert.equal((await attested('check', 'good.json', '--json')).out, '[]\n');
});

test('check finds an id that stands twice, which JSON.parse does not', async () => {
  const text = (await read('good.json')).replace(
    '"sources": {',
    '"sources": {\n    "doc": {"kind": "memoir"},',
  );
  await write('twice.json', text);
  const { out } = await attested('check', 'twice.json');
  assert.match(
    out,
    /error \/sources\/doc: “doc” stands in this object twice, and only the last counts\. \(doubled-name\)/,
  );
  assert.equal(out.match(/twice/g)!.length > 0, true);
  assert.equal(out.match(/doubled-name/g)!.length, 1);
});

test('build writes the same minified file each time, into a new folder', async () => {
  assert.equal((await attested('build', 'good.json', '--check', '-o', 'new/out.json')).code, 0);
  const first = await read('new/out.json');
  assert.equal((await attested('build', 'good.json', '-o', 'new/out.json')).code, 0);
  assert.equal(await read('new/out.json'), first);
  assert.ok(isCompiled(JSON.parse(first)));
  assert.equal(first, `${JSON.stringify(JSON.parse(first))}\n`);
  assert.equal((await attested('build', 'good.json')).out, first);
  assert.match((await attested('build', 'new/out.json')).err, /compiled already/);
  assert.match((await attested('check', 'new/out.json')).err, /compiled already/);
});

test('build writes nothing with errors, unless it is forced', async () => {
  const { code, err, out } = await attested('build', 'wrong.json');
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.match(err, /wrong\.json:\d+:\d+ error .*\n(?:.*\n)*Nothing was written/);
  const forced = await attested('build', 'wrong.json', '--force');
  assert.equal(forced.code, 0);
  assert.deepEqual(Object.keys((JSON.parse(forced.out) as { events: object }).events), [
    'lwow-1939-10',
  ]);
});

test('render writes an element on one line, in each form', async () => {
  for (const [form, start] of [
    ['element', '<event-card '],
    ['data', '<div data-attested="event-card"'],
    ['static', '<'],
  ] as const) {
    const { out, code, err } = await attested(
      'render',
      'good.json',
      '--element',
      'event-card',
      '--event',
      'lwow-1939-10',
      '--form',
      form,
    );
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.ok(out.startsWith(start), out.slice(0, 80));
    assert.equal(out.trimEnd().includes('\n'), false);
    assert.match(out, /Lwów/);
  }
});

test('import makes sources with ids from author and year, and adds none twice', async () => {
  const items = [
    {
      id: 'http://zotero.org/1',
      type: 'book',
      title: 'War',
      author: [{ family: 'Rees', given: 'L.' }],
      issued: { 'date-parts': [[2008]] },
      'citation-key': 'x',
    },
    {
      type: 'chapter',
      title: 'Other',
      author: [{ family: 'Rees' }],
      issued: { 'date-parts': [['2008']] },
    },
    { type: 'article-newspaper', title: 'Wspólnicy zbrodni' },
    {
      type: 'book',
      title: 'Накануне',
      author: [{ family: 'Вишлёв' }],
      issued: { raw: 'Moscow 2001' },
    },
    {
      type: 'book',
      title: 'War',
      author: [{ family: 'Rees', given: 'L.' }],
      issued: { 'date-parts': [[2008]] },
    },
    { title: 'no type' },
    null,
  ];
  await write('zotero.json', JSON.stringify(items));
  const { out, err, code } = await attested('import', 'zotero.json');
  assert.equal(code, 0);
  const { sources } = JSON.parse(out) as Dataset;
  assert.deepEqual(Object.keys(sources!), [
    'rees-2008',
    'rees-2008-2',
    'wspolnicy-zbrodni',
    'vishlyov-2001',
  ]);
  assert.deepEqual(
    Object.values(sources!).map(({ kind }) => kind),
    ['monograph', 'edited-volume', 'journalism', 'monograph'],
  );
  assert.equal(sources!['rees-2008']!.csl['citation-key'], 'x');
  assert.match(err, /“War” is there already/);
  assert.match(err, /item 6 is no CSL item/);

  await write('into.json', JSON.stringify(sample()));
  assert.match(
    (await attested('import', 'zotero.json', '--into', 'into.json')).err,
    /into\.json: 4 sources added/,
  );
  assert.match(
    (await attested('import', 'zotero.json', '--into', 'into.json')).err,
    /into\.json: 0 sources added/,
  );
  const merged = JSON.parse(await read('into.json')) as Dataset;
  assert.equal(Object.keys(merged.sources!).length, 8);
  assert.deepEqual(merged.events, JSON.parse(JSON.stringify(sample().events)));
  assert.doesNotMatch((await attested('check', 'into.json')).out, / error /);
});

test('ids are ASCII whatever the script', () => {
  assert.equal(slug('Kraków – Łódź, 1939!'), 'krakow-lodz-1939');
  assert.equal(slug('Bór-Komorowski'), 'bor-komorowski');
  assert.equal(slug('O’Neill'), 'oneill');
  assert.equal(slug('東京'), '');
  assert.equal(
    idFor({ type: 'book', title: '東京' }, () => false),
    'source',
  );
  assert.match(
    idFor({ type: 'book', author: [{ literal: 'x'.repeat(500) }], title: '' }, () => false),
    /^x{60}$/,
  );
});

test('serve answers any origin, compiles afresh, and gives nothing from outside', async () => {
  await write('live.json', JSON.stringify(sample()));
  await write('page.html', '<p>page');
  await write('.hidden', 'x');
  await symlink(resolve('package.json'), join(cwd, 'leak.json'));
  const stop = new AbortController();
  let url = '';
  let told = '';
  const started = new Promise<void>((done) => {
    void main(['serve', 'live.json', '--port', '0'], {
      cwd,
      signal: stop.signal,
      err: (text) => (told += text),
      out: (text) => {
        url = text.trim();
        done();
      },
    });
  });
  await started;
  const at = new URL(url);
  /** `fetch` would tidy the path up before it is sent. */
  const get = (
    path: string,
    method = 'GET',
  ): Promise<{ status: number; body: string; headers: Record<string, unknown> }> =>
    new Promise((done, fail) => {
      request({ host: at.hostname, port: at.port, path, method }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, body, headers: response.headers }),
        );
      })
        .on('error', fail)
        .end();
    });
  try {
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/live\.json$/);
    const first = await get('/live.json');
    assert.ok(isCompiled(JSON.parse(first.body)));
    assert.equal(first.headers['access-control-allow-origin'], '*');
    assert.equal(first.headers['cross-origin-resource-policy'], 'cross-origin');

    await write('live.json', JSON.stringify({ ...sample(), title: 'Changed' }));
    await utimes(join(cwd, 'live.json'), new Date(), new Date(Date.now() + 5000));
    assert.equal((JSON.parse((await get('/live.json?x=1')).body) as Dataset).title, 'Changed');
    await write('live.json', '{');
    await utimes(join(cwd, 'live.json'), new Date(), new Date(Date.now() + 9000));
    const broken = await get('/live.json');
    assert.equal(broken.status, 500);
    assert.match(broken.body, /is not JSON/);

    const page = await get('/page.html');
    assert.equal(page.body, '<p>page');
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal((await get('/page.html', 'HEAD')).body, '');
    assert.equal((await get('/page.html', 'OPTIONS')).status, 204);
    assert.equal((await get('/page.html', 'POST')).status, 405);
    for (const path of [
      '/none',
      '/',
      '/.hidden',
      '/leak.json',
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/%00',
      '/a%5c..',
      '//etc/passwd',
      '/page.html/x',
      `/${'x'.repeat(5000)}`,
    ]) {
      assert.equal((await get(path)).status, 404, path);
    }
    assert.equal((await get('/%zz')).status, 400);
    const second = await main(['serve', '.', '--port', at.port], {
      cwd,
      out: () => {},
      err: (text) => (told += text),
    });
    assert.equal(second, 2);
    assert.match(told, new RegExp(`Port ${at.port} is taken`));
  } finally {
    stop.abort();
  }
});
