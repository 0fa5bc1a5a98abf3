/** `attested export`, and what `attested render --metadata` adds, run as their user runs them. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { main } from '../../src/cli/main.js';
import { compile } from '../../src/dataset/compile.js';
import {
  bibtex,
  coins,
  cslJson,
  highwire,
  jsonLd,
  linkedPlaces,
  ris,
} from '../../src/exports/index.js';
import { dataset } from './sample.js';

const data = compile(dataset());
const all = Object.keys(data.sources);
let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'attested-'));
  await writeFile(join(cwd, 'd.json'), JSON.stringify(dataset()));
  await writeFile(join(cwd, 'compiled.json'), JSON.stringify(data));
});
after(() => rm(cwd, { recursive: true }));

async function attested(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const ran = { code: 0, out: '', err: '' };
  ran.code = await main(args, {
    cwd,
    out: (text) => (ran.out += text),
    err: (text) => (ran.err += text),
  });
  return ran;
}

const exported = async (...args: string[]): Promise<string> => {
  const { code, out } = await attested('export', ...args);
  assert.equal(code, 0);
  return out;
};

test('it writes all records, or those that are named, from either form of a dataset', async () => {
  for (const file of ['d.json', 'compiled.json']) {
    assert.equal(await exported(file, '--format', 'bibtex'), bibtex(data, all));
    assert.equal(
      await exported(file, '-f', 'ris', 'hebrew', 'arabic'),
      ris(data, ['hebrew', 'arabic']),
    );
    assert.equal(await exported(file, '-f', 'csl-json'), cslJson(data, all));
    assert.equal(await exported(file, '-f', 'coins', 'polish'), `${coins(data, ['polish'])}\n`);
    assert.equal(await exported(file, '-f', 'highwire', 'polish'), highwire(data, 'polish'));
  }
  const base = 'https://example.org/p';
  assert.deepEqual(
    JSON.parse(await exported('d.json', '-f', 'json-ld', 'meeting', '--base', base)),
    JSON.parse(JSON.stringify(jsonLd(data, ['meeting'], { base }))),
  );
  assert.deepEqual(
    JSON.parse(await exported('d.json', '-f', 'linked-places', '--base', base)),
    JSON.parse(JSON.stringify(linkedPlaces(data, undefined, { base }))),
  );
  assert.match(
    await exported('d.json', '-f', 'json-ld-script'),
    /^<script type="application\/ld\+json">\{.*\}<\/script>\n$/,
  );
});

test('an event or a claim stands for the sources that it cites', async () => {
  assert.equal(
    await exported('d.json', '-f', 'bibtex', 'purpose', 'polish'),
    bibtex(data, ['polish', 'thesis']),
  );
});

test('wrong use is one sentence and exit code 2', async () => {
  const table: [args: string[], says: RegExp][] = [
    [[], /^Say which file/],
    [['d.json'], /^Say which format with --format: bibtex, ris, /],
    [['d.json', '-f', 'bibtx'], /^There is no format “bibtx”; did you mean “bibtex”\?\n$/],
    [['d.json', '-f', 'constructor'], /^There is no format “constructor”/],
    [
      ['d.json', '-f', 'ris', 'polsh'],
      /^There is no record “polsh” in d\.json; did you mean “polish”\?\n$/,
    ],
    [['d.json', '-f', 'ris', '__proto__'], /^There is no record/],
    [['d.json', '-f', 'highwire'], /^A page is about one work/],
    [['d.json', '-f', 'highwire', 'meeting'], /^A page is about one work/],
    [['none.json', '-f', 'ris'], /^There is no file none\.json\.\n$/],
  ];
  for (const [args, says] of table) {
    const { code, out, err } = await attested('export', ...args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(err, says);
  }
});

test('render puts COinS and JSON-LD into the element, and only when it is asked to', async () => {
  const card = ['render', 'd.json', '--element', 'event-card', '--event', 'meeting'];
  const cited = ['cyrillic', 'hebrew', 'webpage', 'polish', 'particles', 'signs'];
  for (const [form, end] of [
    ['element', '</event-card>\n'],
    ['data', '</div>\n'],
    ['static', '\n'],
  ] as const) {
    const bare = await attested(...card, '--form', form);
    assert.doesNotMatch(bare.out, /Z3988|ld\+json/);
    const { out } = await attested(...card, '--form', form, '--metadata');
    const added = out.slice(bare.out.length - end.length, -end.length);
    assert.equal(out.slice(0, bare.out.length - end.length), bare.out.slice(0, -end.length));
    assert.ok(out.endsWith(end));
    assert.match(
      added,
      /^(?:<span class="Z3988" title="[^"]*"><\/span>)+<script type="application\/ld\+json">[^<]*<\/script>$/,
    );
    for (const id of cited) assert.ok(added.includes(coins(data, [id])), id);
    assert.equal(added.match(/Z3988"/g)?.length, cited.length);
  }
  const list = await attested('render', 'd.json', '--element', 'source-list', '--metadata');
  assert.equal(list.out.match(/class="Z3988"/g)?.length, all.length);
});
