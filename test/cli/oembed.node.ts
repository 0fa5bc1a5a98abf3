/** `attested build --oembed`: what a host finds that is given the address of a record. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { main } from '../../src/cli/main.js';
import { sample } from '../dataset/sample.js';

const SITE = 'https://example.org/history';
const EMBED = 'https://example.org/attested/embed.html?src=../good.json';

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'attested-'));
  const dataset = sample();
  const [event] = Object.values(dataset.events);
  event!.title = 'A “title” <b>& more</b>';
  await writeFile(join(cwd, 'good.json'), JSON.stringify(dataset));
});
after(() => rm(cwd, { recursive: true }));

const attested = async (...args: string[]): Promise<{ code: number; err: string }> => {
  let err = '';
  const code = await main(args, { cwd, out: () => {}, err: (text) => (err += text) });
  return { code, err };
};

test('every record has a page that leads to its answer, and the answer shows a frame', async () => {
  const { code, err } = await attested(
    ...['build', 'good.json', '-o', 'c.json', '--oembed', 'out', '--site', SITE, '--embed', EMBED],
  );
  assert.equal(code, 0, err);
  const { events, claims, people, organisations } = sample();
  const names = [events, claims, people, organisations].flatMap((it) => Object.keys(it ?? {}));
  const pages = (await readdir(join(cwd, 'out'), { recursive: true })).filter((it) =>
    it.endsWith('.html'),
  );
  assert.equal(pages.length, names.length);
  assert.match(err, new RegExp(`out: ${names.length} pages`));
  for (const name of pages) {
    const page = await readFile(join(cwd, 'out', name), 'utf8');
    const [, href = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(page) ?? [];
    assert.ok(href.startsWith(`${SITE}/`), href);
    const answer = JSON.parse(
      await readFile(join(cwd, 'out', href.slice(SITE.length + 1)), 'utf8'),
    ) as Record<string, string>;
    assert.equal(answer.type, 'rich');
    assert.equal(answer.version, '1.0');
    // What WordPress lets pass of an answer by discovery: a quotation, then one frame.
    const [, link, src] =
      /^<blockquote><a href="([^"]+)">[^<]+<\/a><\/blockquote><iframe src="([^"]+)" title="[^"<>]+" width="600" height="\d+" loading="lazy"><\/iframe>$/.exec(
        answer.html ?? '',
      ) ?? [];
    assert.equal(link, `${SITE}/${name}`, answer.html);
    const frame = new URL(src?.replaceAll('&amp;', '&') ?? '');
    assert.equal(frame.searchParams.get('src'), '../good.json');
    const [kind = '', id] = name.replace('.html', '').split('/');
    assert.equal(frame.searchParams.get(kind), id);
    assert.ok(page.includes('</article>'), 'the static form');
    assert.ok(!/<b>& more/.test(page + answer.html));
  }
});

test('what is missing is said', async () => {
  const build = ['build', 'good.json', '-o', 'c.json', '--oembed', 'out'];
  assert.equal((await attested(...build)).code, 2);
  assert.match((await attested(...build)).err, /--oembed needs --site, such as https:/);
  assert.match(
    (await attested(...build, '--site', 'example.org', '--embed', EMBED)).err,
    /--site example\.org is not an absolute http or https address/,
  );
  assert.match(
    (await attested(...build, '--site', SITE, '--embed', 'javascript:1')).err,
    /--embed javascript:1 is not an absolute/,
  );
});
