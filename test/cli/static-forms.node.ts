/** `attested build --static`: the static forms as files, which hosts that cannot compile put into pages. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { main } from '../../src/cli/main.js';
import type { StaticIndex } from '../../src/cli/static-forms.js';
import { compile } from '../../src/dataset/compile.js';
import { renderStatic } from '../../src/elements/static.js';
import { sample } from '../dataset/sample.js';

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'attested-'));
  await writeFile(join(cwd, 'good.json'), JSON.stringify(sample()));
});
after(() => rm(cwd, { recursive: true }));

async function build(file: string, ...more: string[]): Promise<{ code: number; err: string }> {
  let err = '';
  const io = { cwd, out: () => undefined, err: (text: string) => void (err += text) };
  return { code: await main(['build', file, '-o', 'c.json', ...more], io), err };
}

const files = async (folder: string): Promise<string[]> =>
  (await readdir(join(cwd, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(cwd, folder).length + 1));

test('a file for each record and each whole, in each language', async () => {
  const { code, err } = await build('good.json', '--static', 'public/static');
  assert.equal(code, 0);
  const there = await files('public/static');
  assert.match(err, new RegExp(`public/static: ${there.length - 1} static forms\\n`));
  const dataset = compile(sample());
  assert.deepEqual(dataset.languages, ['en', 'pl']);
  for (const lang of dataset.languages) {
    for (const tag of ['source-list', 'conference-timeline'])
      assert.ok(there.includes(`${lang}/${tag}.html`), tag);
    for (const [kind, tag, records] of [
      ['event', 'event-card', dataset.events],
      ['claim', 'contested-claim', dataset.claims],
      ['person', 'person-card', dataset.people],
      ['organisation', 'person-card', dataset.organisations],
    ] as const)
      for (const id of Object.keys(records)) {
        const html = await readFile(join(cwd, `public/static/${lang}/${kind}/${id}.html`), 'utf8');
        assert.equal(html, `${renderStatic(dataset, tag, { [kind]: id }, { lang })}\n`);
      }
  }
  assert.ok(!there.some((file) => file.includes('source-cite')), 'a citation depends on its place');
});

test('the index names every record, events in time', async () => {
  await build('good.json', '--static', 'named');
  const index = JSON.parse(await readFile(join(cwd, 'named/index.json'), 'utf8')) as StaticIndex;
  const dataset = compile(sample());
  assert.equal(index['attested-static'], 1);
  assert.deepEqual(index.languages, ['en', 'pl']);
  assert.deepEqual(Object.keys(index.event), dataset.inTime);
  assert.deepEqual(index.event['lwow-1939-10'], {
    en: 'Meeting at Lwów',
    pl: 'Spotkanie we Lwowie',
  });
  assert.deepEqual(Object.keys(index.source), Object.keys(dataset.sources));
});

test('an id that leads elsewhere is no file, even by force', async () => {
  const dataset = sample();
  const { winter } = dataset.events ?? {};
  assert.ok(winter);
  await writeFile(
    join(cwd, 'bad.json'),
    JSON.stringify({ ...dataset, events: { ...dataset.events, '../../winter': winter } }),
  );
  assert.equal((await build('bad.json', '--static', 'bad/static', '--force')).code, 0);
  assert.ok((await files('bad')).every((file) => file.startsWith('static/')));
  assert.ok(!(await readdir(cwd)).includes('winter.html'));
});

test('a file in the place of the folder is said in one sentence', async () => {
  const { code, err } = await build('good.json', '--static', 'good.json');
  assert.equal(code, 2);
  assert.match(err, /good\.json is a file, not a folder\.\n$/);
});
