/** Hostile values in every field of the authoring format, found by walking its schema. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import schema from '../../src/dataset/dataset.schema.json' with { type: 'json' };
import { check } from '../../src/dataset/check.js';
import { compile, DatasetError, type Problem } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { places, put, whole, type Schema } from './generate.js';

const root = schema as unknown as Schema;
const full = whole(root.$defs!['Dataset']!, root.$defs!) as Record<string, unknown>;
// The walk fills a map's only record with the id `a`; an event that is part of itself is for another test.
const base = put(put(full, '/events/a/partOf', undefined), '/language', 'en') as Record<
  string,
  unknown
>;

const STRINGS = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//example.org',
  '[x](javascript:alert(1)) [y](data:,) *a [@a; @__proto__] [@constructor]',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '\u0000\u0007\u2028\u202E\uD800',
  '',
  ' ',
  '1e999',
  'X'.repeat(50_000),
  '[@a, p. '.repeat(5_000),
  '1940/'.repeat(5_000),
];
const VALUES: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  NaN,
  [],
  {},
  [[]],
  [null],
  { a: null },
  { en: 5 },
  ['a'],
  { then: 'x' },
  undefined,
  () => 1,
  Symbol('s'),
  5n,
];

/** Every address and every piece of rich text in a compiled dataset, as the elements would use them. */
function clean(value: unknown, key = ''): void {
  if (typeof value === 'string') {
    if (key === 'href' || key === 'src' || key === 'url' || key === 'archived')
      assert.match(value, /^(?:https?:\/\/|mailto:)[^\s"<>]+$/i, key);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, one] of Object.entries(value)) clean(one, name);
}

function run(dataset: unknown, where: string): { compiled?: CompiledDataset; problems: Problem[] } {
  const problems: Problem[] = [];
  const start = performance.now();
  let compiled: CompiledDataset | undefined;
  try {
    compiled = compile(dataset, { onProblem: (problem) => problems.push(problem) });
    clean({ ...compiled, words: undefined });
    assert.doesNotThrow(() => JSON.stringify(compiled));
    check(dataset);
  } catch (error) {
    if (!(error instanceof DatasetError))
      throw new Error(`${where}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  assert.ok(performance.now() - start < 3000, `${where} took ${performance.now() - start} ms`);
  for (const { path, message } of problems) {
    assert.ok(
      path.length < 2000 && message.length < 2000,
      `${where}: a problem as long as its value`,
    );
  }
  return { ...(compiled && { compiled }), problems };
}

test('the walk reaches every field of the schema', () => {
  const fields = Object.entries(root.$defs!).flatMap(([, one]) =>
    Object.keys(one.properties ?? {}),
  );
  const reached = new Set(places(base).map((path) => path.split('/').pop()!));
  const missing = [...new Set(fields)].filter(
    (field) => !reached.has(field) && !['partOf', 'person', 'organisation'].includes(field),
  );
  assert.deepEqual(missing, []);
  assert.ok(places(base).length > 250);
});

test('what the walk makes compiles into every kind of record', () => {
  const { compiled } = run(base, 'whole');
  for (const map of [
    'events',
    'claims',
    'sources',
    'people',
    'organisations',
    'places',
    'errata',
  ] as const) {
    assert.deepEqual(Object.keys(compiled![map]), ['a'], map);
  }
});

test('hostile strings in every field', () => {
  const leaves = places(base).filter((path, index, all) => !all[index + 1]?.startsWith(`${path}/`));
  for (const path of leaves) {
    for (const value of STRINGS) run(put(base, path, value), `${path} = ${value.slice(0, 30)}`);
  }
});

test('values of every wrong type in every field', () => {
  for (const path of places(base)) {
    for (const value of VALUES) {
      // structuredClone cannot copy a function, which is fine: it is put in after the copy.
      run(put(base, path, value), `${path} = ${String(value)}`);
    }
  }
});

test('no field can reach a prototype', () => {
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    for (const path of ['', ...places(base)]) {
      const parent = path
        .split('/')
        .slice(1)
        .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], base);
      if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) continue;
      const text = JSON.stringify(parent);
      const more = `{"polluted":"yes","en":"yes","title":"yes"}`;
      const poisoned: unknown = JSON.parse(
        `${text.slice(0, -1)}${text === '{}' ? '' : ','}"${key}":${more}}`,
      );
      run(path ? put(base, path, poisoned) : poisoned, `${path}/${key}`);
    }
  }
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  assert.equal(Object.prototype.hasOwnProperty.call(Object.prototype, 'title'), false);
});

test('a cycle of parts of any length is cut once, and nothing hangs', () => {
  const event = (base['events'] as Record<string, object>)['a'];
  for (const length of [1, 2, 3, 2000]) {
    const events = Object.fromEntries(
      Array.from({ length }, (_, n) => [`e${n}`, { ...event, partOf: `e${(n + 1) % length}` }]),
    );
    const { compiled, problems } = run({ ...base, events }, `cycle of ${length}`);
    const cut = Object.values(compiled!.events).filter(({ partOf }) => partOf === undefined);
    assert.equal(cut.length, 1);
    assert.equal(problems.filter(({ message }) => message.includes('part of itself')).length, 1);
  }
});

test('a value that contains itself does no harm', () => {
  const loop: Record<string, unknown> = { ...base };
  loop['self'] = loop;
  (loop as { title: unknown }).title = loop;
  run(loop, 'loop');
});
