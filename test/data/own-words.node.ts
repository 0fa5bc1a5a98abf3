/**
 * The dataset began with a web page of 2019. What it says is in our own words: no run of eight words
 * stands both there and here, but for quotations that are marked as such and the titles of works.
 *
 * The page itself is not ours to publish, so page-shingles.json has a hash of each of its runs and none
 * of its words.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { RUN, shingles, words } from './words.js';

const read = (path: string): string => readFileSync(path, 'utf8');
const page = new Set(JSON.parse(read('test/data/page-shingles.json')) as string[]);
const dataset = JSON.parse(read('data/conferences/dataset.json')) as Record<string, unknown>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of the dataset and where it stands. */
interface Found {
  path: string;
  text: string;
}

const titles: string[] = [];
const quotations: string[] = [];

/** Every string of the dataset but for references and the words of quotations, which are kept apart. */
function strings(value: unknown, path = ''): Found[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, i) => strings(one, `${path}/${i}`));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const at = `${path}/${key}`;
    if (key === 'csl' && isRecord(one)) {
      for (const part of ['title', 'title-short', 'container-title'])
        if (typeof one[part] === 'string') titles.push(one[part]);
      return [];
    }
    if (key === 'quotation' && isRecord(one)) {
      // Our note on a quotation is ours.
      const { text, translations, note } = one;
      for (const said of [
        text,
        ...(Array.isArray(translations)
          ? translations.map((it: unknown) => isRecord(it) && it['text'])
          : []),
      ])
        if (typeof said === 'string') quotations.push(said);
      return strings(note, `${at}/note`);
    }
    return strings(one, at);
  });
}

const texts = strings(dataset);

/** A shorter title, such as “Lwów”, is a word like any other. */
const LONG_TITLE = 5;

/** The text without titles, each of which ends a run. */
const own = (text: string, excepted: readonly string[]): string[][] => {
  let left = ` ${words(text).join(' ')} `;
  for (const one of [...excepted].sort((a, b) => b.length - a.length)) {
    const known = words(one);
    if (known.length >= LONG_TITLE) left = left.replaceAll(` ${known.join(' ')} `, ' | ');
  }
  return left.split('|').map((part) => part.split(' ').filter(Boolean));
};

/** The runs of a text that stand on the page, too. */
const borrowed = (text: string, excepted: readonly string[] = titles): string[] =>
  own(text, excepted)
    .flatMap(shingles)
    .filter(({ hash }) => page.has(hash))
    .map(({ run }) => run);

/** HTML as text: without comments, marked quotations and tags, but with what attributes say. */
const plain = (html: string): string =>
  html
    .replace(/<!--[^]*?-->|<(style|script|q|blockquote)\b[^]*?<\/\1>/g, ' | ')
    .replace(/\s(?:quotation|translation)="[^"]*"/g, ' ')
    .replace(/\s(?:alt|title|content|aria-label|prefix|suffix|locator)="([^"]*)"/g, ' | $1 | ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#\d+|\w+);/g, ' ');

test('the page is there, as hashes and nothing else', () => {
  assert.ok(page.size > 2000, `${page.size} hashes`);
  for (const hash of page) assert.match(hash, /^[0-9a-f]{12}$/);
  assert.deepEqual([...page], [...page].sort());
});

test('the comparison finds what is there', () => {
  // A quotation of the dataset stands on the page and is more than a run long.
  const [long = ''] = quotations.filter((it) => words(it).length > RUN);
  assert.notDeepEqual(borrowed(`We wrote: ${long.toUpperCase()}, and so on.`), []);
  assert.notDeepEqual(borrowed(plain(`<p>We wrote: <b>${long}</b></p>`)), []);
  assert.deepEqual(borrowed(plain(`<p>They wrote: <q>${long}</q></p>`)), []);
  const [title = ''] = titles;
  assert.notDeepEqual(borrowed(title, []), []);
  assert.deepEqual(borrowed(`As ${title} says`), []);
});

test('the dataset is in our own words', () => {
  assert.ok(texts.length > 2000, `${texts.length} texts`);
  assert.deepEqual(
    texts.flatMap(({ path, text }) => borrowed(text).map((run) => `${path}: ${run}`)),
    [],
  );
});

const pages = readdirSync('demo')
  .filter((it) => it.endsWith('.html'))
  .map((it) => `demo/${it}`);
const prose = ['README.md', 'data/conferences/README.md', ...pages];

for (const path of prose)
  test(`${path} is in our own words`, () => {
    assert.ok(existsSync(path));
    const text = read(path);
    assert.deepEqual(borrowed(path.endsWith('.html') ? plain(text) : text), []);
  });
