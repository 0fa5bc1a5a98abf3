/** What the README says of the elements and of a dataset is so. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../src/dataset/check.js';
import { compile } from '../../src/dataset/compile.js';

const readme = readFileSync('README.md', 'utf8');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n');
const tags = readdirSync('src/elements', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('the example of a dataset compiles, and nothing is wrong with it', () => {
  const [, json = ''] = /```json\n([^]*?)```/.exec(readme) ?? [];
  assert.ok(json.trim().split('\n').length <= 25);
  const dataset: unknown = JSON.parse(json);
  assert.deepEqual(check(dataset), []);
  const { events, claims } = compile(dataset);
  assert.deepEqual([Object.keys(events).length, Object.keys(claims).length], [1, 1]);
});

/** Attributes that an element's class declares as its own. */
const attributes = (tag: string): string[] => {
  const text = readFileSync(`src/elements/${tag}/${tag}.ts`, 'utf8');
  const [, block = ''] = /static override properties[^=]*= \{([^]*?)\};/.exec(text) ?? [];
  return [...block.matchAll(/(\w+): \{([^}]*)\}/g)].map(
    ([, name = '', options = '']) => /attribute: '([\w-]+)'/.exec(options)?.[1] ?? name,
  );
};

for (const tag of tags)
  test(`the table has <${tag}> with all its attributes`, () => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`<${tag}>\``)) ?? '';
    assert.ok(row, 'no row');
    const known = attributes(tag);
    assert.ok(known.length, 'no attribute found in the class');
    for (const name of known) assert.ok(row.includes(`\`${name}\``), name);
  });

test('the three common attributes are named', () => {
  for (const name of ['src', 'lang', 'heading-level'])
    assert.ok(readme.includes(`\`${name}\``), name);
});

test('every custom property is named, and none that is not there', () => {
  const [, list = ''] = /Colours `--attested-`([^]*?)\n\n/.exec(readme) ?? [];
  const named = [...list.matchAll(/`([\w-]+)`/g)].map(([, name]) => `--attested-${name}`);
  const used = new Set(sources.match(/--attested-[a-z-]+/g));
  assert.deepEqual(named.sort(), [...used].sort());
});

test('every link into the repository leads to something', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  assert.ok(links.length > 5);
  for (const path of links) assert.ok(existsSync(path), path);
});
