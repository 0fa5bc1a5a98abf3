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
  for (const lang of dataset.languages)
    for (const way of ['kind', 'place', 'country', 'status', 'person', 'organisation'])
      assert.equal(
        await readFile(join(cwd, `public/static/${lang}/conference-timeline/${way}.html`), 'utf8'),
        `${renderStatic(dataset, 'conference-timeline', { 'group-by': way }, { lang })}\n`,
      );
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

test('the index says what a host needs to leave out what an element leaves out', async () => {
  await build('good.json', '--static', 'chosen');
  const index = JSON.parse(await readFile(join(cwd, 'chosen/index.json'), 'utf8')) as StaticIndex;
  const dataset = compile(sample());
  assert.deepEqual(Object.keys(index.dates).sort(), [...dataset.inTime].sort());
  for (const [id, { dates, claims = [] }] of Object.entries(dataset.events)) {
    assert.deepEqual(
      index.dates[id],
      dates.map(({ earliest, latest }) => [earliest, latest]),
    );
    assert.deepEqual(index.claims[id], claims);
  }
  for (const [id, { status }] of Object.entries(dataset.claims))
    assert.equal(index.status[id], status);
  for (const [id, { kind }] of Object.entries(dataset.sources)) assert.equal(index.kind[id], kind);
  assert.deepEqual(Object.keys(index.words), index.languages);
  assert.match(index.words.en?.hidden ?? '', /\{\}/);
  // In the forms, what can be left out has the id that the index knows it by.
  const form = async (tag: string): Promise<string> =>
    readFile(join(cwd, `chosen/en/${tag}.html`), 'utf8');
  for (const id of dataset.inTime)
    assert.ok((await form('conference-timeline')).includes(`<li data-event="${id}">`), id);
  for (const id of Object.keys(dataset.claims))
    assert.ok((await form('claim-matrix')).includes(`<tbody data-claim="${id}">`), id);
  assert.match(await form('claim-matrix'), /<tr data-source="[a-z]/);
  assert.match(await form('place-map'), /<ul role="list"> <li data-event="/);
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
