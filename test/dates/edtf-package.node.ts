/**
 * Our bounds against those of the `edtf` package, for thousands of strings of every form.
 *
 * Where the two differ, the difference must belong to a class below, and each class has its row in
 * docs/edtf.md with the reason. A difference of no class fails.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import edtf from 'edtf';
import { parse } from '../../src/dates/index.js';
import { forms, seeded } from './generate.js';

type Bounds = readonly [earliest: number | null, latest: number | null];
interface Result {
  text: string;
  /** Bounds in days, or the message of the refusal. */
  ours: Bounds | string;
  theirs: Bounds | string;
}

const message = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function ours(text: string): Bounds | string {
  try {
    const { earliest, latest } = parse(text);
    return [earliest, latest];
  } catch (error) {
    assert.ok(error instanceof RangeError, `${text}: ${message(error)}`);
    return error.message;
  }
}

function theirs(text: string): Bounds | string {
  try {
    const { min, max } = edtf(text);
    const days = (time: number | null): number | null =>
      time === null ? null : Math.floor(time / 86_400_000);
    return [days(min), days(max)];
  } catch (error) {
    return `refused: ${message(error)}`;
  }
}

const refusal = (one: Bounds | string): one is string => typeof one === 'string';
const differ = ({ ours: a, theirs: b }: Result): boolean =>
  refusal(a) || refusal(b) ? refusal(a) !== refusal(b) : a[0] !== b[0] || a[1] !== b[1];
const weRefuse = (one: Result, why: RegExp): boolean =>
  refusal(one.ours) && !refusal(one.theirs) && why.test(one.ours);
const theyRefuse = (one: Result): boolean => !refusal(one.ours) && refusal(one.theirs);
const bothRead = (one: Result): boolean => !refusal(one.ours) && !refusal(one.theirs);

/** Every known class of difference, most specific first. The names are those of docs/edtf.md. */
const classes: readonly (readonly [name: string, is: (one: Result) => boolean])[] = [
  ['29 February of a common year', (one) => weRefuse(one, /is not 01–28/) && /02-/.test(one.text)],
  ['29 February of year 0', (one) => bothRead(one) && one.text === '0000-02-29'],
  ['reversed range', (one) => weRefuse(one, /before the start/)],
  ['no date at either end', (one) => weRefuse(one, /no date at either end/)],
  ['time in an interval', (one) => weRefuse(one, /takes no time of day/)],
  ['24:00', (one) => weRefuse(one, /hour 24/)],
  ['fraction of a second', (one) => weRefuse(one, /"\." at position/)],
  ['space in a set', (one) => weRefuse(one, /no spaces/)],
  ['two or three digits', (one) => weRefuse(one, /four digits of a year/)],
  [
    'season',
    (one) =>
      /-(2[1-9]|3[0-2]|3[78])\b/.test(one.text) && !/\d-\d\d-/.test(one.text) && bothRead(one),
  ],
  ['interval of seasons', (one) => theyRefuse(one) && /-2[1-4]\/|-2[1-4]$/.test(one.text)],
  ['qualified season', (one) => theyRefuse(one) && /-(2[1-9]|3\d|4[01])[?~%]$/.test(one.text)],
  ['zone', (one) => bothRead(one) && /T.*[+-]\d\d:\d\d$/.test(one.text)],
  ['significant digits', (one) => bothRead(one) && /S\d/.test(one.text)],
  [
    'far year',
    (one) => /^Y/.test(one.text) && bothRead(one) && (one.theirs as Bounds).some(Number.isNaN),
  ],
  ['equal ends', (one) => theyRefuse(one) && /^([^/]+?)[?~%]?\/\1[?~%]?$/.test(one.text)],
  [
    'unspecified digit in an interval or set',
    (one) => theyRefuse(one) && /[/[{].*X|X.*\//.test(one.text),
  ],
  ['qualifier in a set', (one) => theyRefuse(one) && /^[[{].*[?~%]/.test(one.text)],
  ['tens of a month or 3X of a day', (one) => theyRefuse(one) && /-X\d|-3X/.test(one.text)],
  ['set', (one) => bothRead(one) && /^[[{]/.test(one.text)],
  ['negative year with X', (one) => bothRead(one) && /^-.*X/.test(one.text)],
  [
    'unspecified digit before a specified one',
    (one) => bothRead(one) && /X.*\d|-\dX/.test(one.text),
  ],
];

/** Strings that the generator does not make, since most of them are refused by one of the two. */
const fixed = [
  ...[
    '1939-09-01T24:00:00',
    '1939-09-01T04:45',
    '1939-09-01T04:45:00.5Z',
    '1939-09-01T23:00/1939-09-02',
  ],
  ...[
    '[1950..1940]',
    '/',
    '../..',
    '../',
    '[1940, 1941]',
    '19',
    '193',
    '-01',
    '1940-21~',
    '1940-33?',
    '1940-21/1941-23',
  ],
  ...[
    '1940/1940',
    '[1940~]',
    '{1940?,1941}',
    '[19XX..1950]',
    '1939-X2',
    '1939-11-3X',
    '1939-1X-10',
  ],
  ...[
    '0000-02-29',
    '-0000',
    '0000',
    '-0001',
    'Y12345',
    'Y-12345',
    'Y1E3',
    '1985-04-12',
    '2004-06-XX/2004-07-03',
  ],
  ...[
    '?2004-06-~11',
    '2004-06~-11',
    '1560-02-29',
    '156X-12-25',
    'XXXX-12-XX',
    '1984-1X',
    '1XXX-12',
    '-0X01',
  ],
];

test('the bounds are those of the edtf package, but for the listed classes', () => {
  const random = seeded(1939);
  const seen = new Map<string, string>();
  const unlisted: Result[] = [];
  let compared = 0;
  let agreed = 0;
  const compare = (text: string): void => {
    const one = { text, ours: ours(text), theirs: theirs(text) };
    compared++;
    if (!differ(one)) {
      agreed++;
      return;
    }
    const known = classes.find(([, is]) => is(one));
    if (known) seen.set(known[0], text);
    else unlisted.push(one);
  };
  fixed.forEach(compare);
  for (const [, make] of forms) {
    for (let i = 0; i < 250; i++) compare(make(random));
  }
  assert.deepEqual(unlisted.slice(0, 20), [], `${unlisted.length} differences of no listed class`);
  assert.ok(compared > 8000 && agreed > 4000, `${agreed} of ${compared} agree`);

  const never = classes.filter(([name]) => !seen.has(name)).map(([name]) => name);
  assert.deepEqual(never, [], 'classes that no string shows any more');
  const page = readFileSync('docs/edtf.md', 'utf8');
  const missing = classes.filter(([name]) => !page.includes(`| ${name} |`)).map(([name]) => name);
  assert.deepEqual(missing, [], 'classes without a row in docs/edtf.md');
});
