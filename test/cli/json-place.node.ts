import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JsonError, locate, scan } from '../../src/cli/json-place.js';

const TEXT = `{
  "a": {
    "b/c": [1, {"d": "é😀", "e~f": null}]
  },
  "g": true
}`;

test('finds the line and column of every pointer', () => {
  const found = scan(TEXT);
  const table: Record<string, [line: number, column: number]> = {
    '': [1, 1],
    '/a': [2, 3],
    '/a/b~1c': [3, 5],
    '/a/b~1c/0': [3, 13],
    '/a/b~1c/1/d': [3, 17],
    '/a/b~1c/1/e~0f': [3, 29],
    '/g': [5, 3],
    // What is missing is where it would have to be put.
    '/a/nothing/here': [2, 3],
    '/nothing': [1, 1],
  };
  for (const [pointer, [line, column]] of Object.entries(table))
    assert.deepEqual(locate(found, pointer), { line, column }, pointer);
});

test('agrees with JSON.parse on what is JSON', () => {
  const texts = [
    '1',
    '-0.5e+3',
    '"\\u00e9\\n"',
    '[]',
    '{}',
    ' [ 1 , 2 ] ',
    'null',
    '{"a":{"a":1}}',
    '01',
    '1.',
    '.5',
    '+1',
    '"\\x"',
    '"\t"',
    '[1 2]',
    '{"a" 1}',
    '{a:1}',
    'nul',
    '',
    '[',
    '{"a":1,}',
    '"',
    '\u00a01',
    'NaN',
    '[,]',
    '[1,,2]',
    '{"a":}',
    '1 1',
    '\v1',
  ];
  for (const text of texts) {
    let sound = true;
    try {
      JSON.parse(text);
    } catch {
      sound = false;
    }
    if (sound) assert.doesNotThrow(() => scan(text), text);
    else assert.throws(() => scan(text), JsonError, text);
  }
});

test('tells of doubled names in the same object alone', () => {
  const pointers = (text: string): string[] => scan(text).doubles.map(({ pointer }) => pointer);
  assert.deepEqual(pointers('{"a":1,"b":{"a":1},"a":{"b":1}}'), ['/a']);
  assert.deepEqual(pointers('{"a":{"x":1},"a":{"x":2}}'), ['/a']);
  assert.deepEqual(pointers('[{"a":1},{"a":1}]'), []);
});

test('takes linear time', () => {
  const start = performance.now();
  scan(`[${'{"a":[1,2,"x"]},'.repeat(50_000)}1]`);
  assert.throws(() => scan('"'.repeat(200_001)));
  assert.ok(performance.now() - start < 3000);
});
