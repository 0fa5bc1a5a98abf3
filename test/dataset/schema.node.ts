/** The schema is that of the types, takes the real dataset and refuses each wrong one for its reason. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { check } from '../../src/dataset/check.js';
import { compile } from '../../src/dataset/compile.js';
import schema from '../../src/dataset/dataset.schema.json' with { type: 'json' };
import { validate } from '../../src/cli/validate.js';
import { whole, type Schema } from './generate.js';
import { broken, sample } from './sample.js';

const read = (path: string): unknown => JSON.parse(readFileSync(resolve(path), 'utf8'));

test('the schema is up to date', async () => {
  const { makeSchema } = (await import(pathToFileURL(resolve('scripts/schema.mjs')).href)) as {
    makeSchema: () => Promise<unknown>;
  };
  assert.deepEqual(
    read('src/dataset/dataset.schema.json'),
    await makeSchema(),
    'run node scripts/schema.mjs',
  );
});

test('every field of every record says what it is for, or its type does', () => {
  const { $defs } = schema as unknown as { $defs: Record<string, Schema> };
  for (const name of [
    'Dataset',
    'Event',
    'Claim',
    'Position',
    'Citation',
    'Source',
    'Person',
    'Place',
    'Quotation',
    'Participant',
  ]) {
    assert.ok($defs[name]!.description, name);
  }
  assert.match($defs['RunningText']!.description!, /HTML is shown as typed/);
});

test('it takes a sound dataset, and one with every field', () => {
  assert.deepEqual(validate(sample()), []);
  const { $defs } = schema as unknown as { $defs: Record<string, Schema> };
  assert.deepEqual(validate(whole($defs['Dataset']!, $defs)), []);
});

test('it takes the conferences dataset, which compiles without a problem', () => {
  const dataset = read('data/conferences/dataset.json');
  assert.deepEqual(validate(dataset), []);
  const problems: unknown[] = [];
  const compiled = compile(dataset, { onProblem: (problem) => problems.push(problem) });
  assert.deepEqual(problems, []);
  for (const id of [
    'brest-1939-09',
    'lwow-1939-10',
    'przemysl-1939-11',
    'krakow-1939-12',
    'zakopane-1939-12',
    'zakopane-1940-02',
    'krakow-1940-03',
  ]) {
    assert.ok(Object.hasOwn(compiled.events, id), id);
  }
  for (const id of ['krakow-1940-03-purpose', 'brest-joint-parade', 'katyn-link'])
    assert.ok(Object.hasOwn(compiled.claims, id), id);
  for (const id of [
    'rees-2008',
    'conquest-1991',
    'vishlyov-2001',
    'watson-1981',
    'bor-komorowski',
    'kalbarczyk-2010',
  ]) {
    assert.ok(Object.hasOwn(compiled.sources, id), id);
  }
  assert.equal(JSON.stringify(compile(dataset)), JSON.stringify(compiled));
  // `check` judges the authors' care; what it finds is theirs to mend, but it must find no broken form.
  assert.deepEqual(
    check(dataset).filter(({ rule }) => rule === undefined),
    [],
  );
});

const position = '/claims/first/positions/0';
const wrong: [name: string, path: string, value: unknown, at: string, message: RegExp][] = [
  ['a missing title', '/title', undefined, '/title', /^This is missing/],
  [
    'a title that is a number',
    '/title',
    5,
    '/title',
    /does not fit: A string in the dataset's own language/,
  ],
  [
    'a title in a language that is none',
    '/title',
    { 'not a language': 'x' },
    '/title',
    /does not fit/,
  ],
  ['a title in no language', '/title', {}, '/title', /does not fit/],
  [
    'an unknown field',
    '/events/winter/occurence',
    {},
    '/events/winter/occurence',
    /no field “occurence” here; did you mean “occurrence”\?/,
  ],
  ['an unknown field at the top', '/evnets', {}, '/evnets', /did you mean “events”/],
  ['an event without dates', '/events/winter/dates', [], '/events/winter/dates', /not right/],
  [
    'a status that is none',
    '/events/winter/occurrence/status',
    'contestd',
    '/events/winter/occurrence/status',
    /none of established, .*did you mean “contested”/,
  ],
  [
    'a stance that is none',
    `${position}/stance`,
    'likes',
    `${position}/stance`,
    /none of supports/,
  ],
  [
    'an id with capitals',
    '/events/Winter',
    sample().events['winter'],
    '/events/Winter',
    /no name that is allowed/,
  ],
  [
    'an id as prototype',
    '/sources/__proto_',
    sample().sources!['doc'],
    '/sources/__proto_',
    /no name that is allowed/,
  ],
  [
    'a reference that is no id',
    '/events/winter/partOf',
    'Winter!',
    '/events/winter/partOf',
    /does not fit/,
  ],
  ['a day that is none', '/modified', '2.1.2026', '/modified', /does not fit: .*YYYY-MM-DD/],
  [
    'an address that is no link',
    '/editors/0/url',
    'javascript:alert(1)',
    '/editors/0/url',
    /does not fit/,
  ],
  [
    'unsourced: false',
    '/events/lwow-1939-10/dates/0/unsourced',
    false,
    '/events/lwow-1939-10/dates/0/unsourced',
    /must be true, or left out/,
  ],
  [
    'a holder of two kinds',
    `${position}/holder`,
    { person: 'kowal', name: 'K' },
    `${position}/holder`,
    /does not fit: Who holds a position/,
  ],
  ['a holder of no kind', `${position}/holder`, {}, `${position}/holder`, /does not fit/],
  [
    'a holder’s number',
    `${position}/holder`,
    { person: 5 },
    `${position}/holder/person`,
    /must be a string/,
  ],
  [
    'a latitude beyond the pole',
    '/places/lviv/coordinates/latitude',
    91,
    '/places/lviv/coordinates/latitude',
    /must be <= 90/,
  ],
  ['a source without CSL', '/sources/doc/csl', undefined, '/sources/doc/csl', /missing/],
  [
    'a CSL type that is a number',
    '/sources/doc/csl/type',
    5,
    '/sources/doc/csl/type',
    /must be a string/,
  ],
  [
    'a locator that is a number',
    `${position}/citations/0/locator`,
    54,
    `${position}/citations/0/locator`,
    /must be a string/,
  ],
  [
    'an assessment without a signature',
    '/claims/first/assessment/by',
    undefined,
    '/claims/first/assessment/by',
    /missing/,
  ],
  ['a list for a map', '/events', [], '/events', /must be an object/],
];
for (const [name, path, value, at, message] of wrong) {
  test(`it refuses ${name}`, () => {
    const problems = validate(broken(path, value));
    assert.equal(problems.length, 1, JSON.stringify(problems, null, 1));
    assert.equal(problems[0]!.path, at);
    assert.match(problems[0]!.message, message);
  });
}

test('it lets any CSL variable through, as exports have them', () => {
  assert.deepEqual(validate(broken('/sources/doc/csl/custom', { 'citation-key': 'x' })), []);
  assert.deepEqual(validate(broken('/sources/memoir/csl/author/0/parse-names', true)), []);
});
