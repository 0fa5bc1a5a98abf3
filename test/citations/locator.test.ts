import { expect } from '@open-wc/testing';
import { formatLocator, readLocator } from '../../src/citations/index.js';
import type { LocatorLabel } from '../../src/dataset/types.js';

describe('formatLocator', () => {
  const table: [
    locator: string,
    label: LocatorLabel | undefined,
    language: string,
    words: string,
  ][] = [
    ['54', 'page', 'en', 'p. 54'],
    ['54', undefined, 'en', 'p. 54'],
    ['188-191', 'page', 'en', 'pp. 188–191'],
    ['188 – 191', 'page', 'en', 'pp. 188–191'],
    ['54, 58', 'page', 'en', 'pp. 54, 58'],
    ['xii', undefined, 'en', 'p. xii'],
    ['xii', 'page', 'en', 'p. xii'],
    ['xii-xv', 'page', 'en', 'pp. xii–xv'],
    ['54', 'page', 'pl', 's. 54'],
    ['54', 'page', 'de', 'S. 54'],
    ['54', 'page', 'ru', 'с. 54'],
    ['54', 'page', 'uk', 'с. 54'],
    ['54', 'page', 'fr', 'p. 54'],
    ['54-55', 'page', 'fr-CA', 'p. 54–55'],
    ['54', 'page', 'xx', 'p. 54'],
    ['54', 'page', 'constructor', 'p. 54'],
    ['3', 'chapter', 'en', 'chap. 3'],
    ['1-2', 'chapter', 'en', 'chaps. 1–2'],
    ['3', 'section', 'pl', '§ 3'],
    ['12', 'folio', 'ru', 'л. 12'],
    ['2', 'note', 'en', 'n. 2'],
    ['01:23:45', 'timestamp', 'en', '01:23:45'],
    ['Introduction', undefined, 'en', 'Introduction'],
    ['Part I-II of the book', undefined, 'en', 'Part I-II of the book'],
    ['ch. 3', undefined, 'pl', 'rozdz. 3'],
    ['p. 54', undefined, 'pl', 's. 54'],
    ['54 n. 3', undefined, 'en', 'p. 54 n. 3'],
    ['12a', undefined, 'en', 'p. 12a'],
    ['33/266', undefined, 'en', 'p. 33/266'],
    ['1 September 1939', undefined, 'en', '1 September 1939'],
    ['', undefined, 'en', ''],
  ];
  for (const [locator, label, language, words] of table) {
    it(`${locator} ${label ?? ''} ${language}`, () => {
      expect(formatLocator(locator, label, language)).to.equal(words);
    });
  }
});

describe('readLocator', () => {
  const table: Record<string, [LocatorLabel, string, string] | undefined> = {
    'p. 54, suffix': ['page', '54', ', suffix'],
    'pages 3–5': ['page', '3–5', ''],
    'page 54': ['page', '54', ''],
    'p. xii': ['page', 'xii', ''],
    'fol. 12': ['folio', '12', ''],
    '§ 4': ['section', '4', ''],
    '§§4, 5': ['section', '4, 5', ''],
    'chap. 2': ['chapter', '2', ''],
    'vol. ii, p. 3': ['volume', 'ii', ', p. 3'],
    '33, 35-36 and passim': ['page', '33, 35-36', ' and passim'],
    'p. 54, mix of things': ['page', '54', ', mix of things'],
    'n. 3': ['note', '3', ''],
    'in passing': undefined,
    mild: undefined,
    'p. unknown': undefined,
    '': undefined,
  };
  for (const [text, expected] of Object.entries(table)) {
    it(JSON.stringify(text), () => {
      const [label, locator, rest] = expected ?? [];
      expect(readLocator(text)).to.deep.equal(expected && { label, locator, rest });
    });
  }

  it('takes linear time on hostile text', () => {
    for (const bomb of ['1-', '1,', 'i', 'i-', ' ', 'p', 'p. 1, ', '1.', '1a']) {
      const start = performance.now();
      readLocator(bomb.repeat(100_000));
      formatLocator(bomb.repeat(100_000), 'page', 'en');
      formatLocator(bomb.repeat(100_000), undefined, 'en');
      expect(performance.now() - start, bomb).to.be.below(1500);
    }
  });
});
