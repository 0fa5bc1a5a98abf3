import { expect } from '@open-wc/testing';
import { fillReference } from '../../src/citations/index.js';
import type { ReferencePiece, Slots } from '../../src/dataset/compiled.js';

const slots: Slots = {
  forms: [
    [', ', '', 0],
    [',” ', '.', 0],
  ],
  words: [{ page: ['p. ', 'pp. '], chapter: ['chap. ', 'chaps. '], timestamp: '' }],
};
const note: ReferencePiece[] = ['A, ', { em: 'B' }, ' (1)', { at: 0 }, '.'];

/** What is put into the slot of a note that has pages without a label, as Chicago's. */
const bare = (locator: string, range: string, label?: 'chapter', dash?: string): string => {
  const words = [{ page: '', chapter: ['chap. ', 'chaps. '] as [string, string] }];
  const filled = fillReference(
    [{ at: 0 }],
    { forms: [['', '', 0]], words, range, dash },
    { locator, label },
  );
  return filled.join('');
};

describe('fillReference', () => {
  it('puts a comma and the words into the slot of the plain style, or nothing', () => {
    const plain: ReferencePiece[] = ['A (1)', { at: true }, ', ', { em: 'x' }];
    expect(fillReference(plain, undefined, { locator: '5' }, 'p. 5')).to.deep.equal([
      'A (1), p. 5, ',
      { em: 'x' },
    ]);
    expect(fillReference(plain)).to.deep.equal(['A (1), ', { em: 'x' }]);
  });

  const table: [locator: string, label: string | undefined, filled: string][] = [
    ['54', undefined, ', p. 54.'],
    ['54-60', 'page', ', pp. 54–60.'],
    ['54 – 60', 'page', ', pp. 54–60.'],
    ['54, 60', 'page', ', pp. 54, 60.'],
    ['54&60', 'page', ', pp. 54 & 60.'],
    ['54 und 60', 'page', ', pp. 54 und 60.'],
    ['xii-xiv', 'page', ', pp. xii–xiv.'],
    ['12a', 'page', ', p. 12a.'],
    ['12a-c', 'page', ', p. 12a-c.'],
    ['12r-13v', 'page', ', pp. 12r–13v.'],
    ['5th', 'page', ', p. 5th.'],
    ['Suppl. 2', 'page', ', p. Suppl. 2.'],
    ['54f.', 'page', ', p. 54f.'],
    ['54?', 'page', ', p. 54?'],
    ['3', 'chapter', ', chap. 3.'],
    ['3-4', 'chapter', ', chaps. 3–4.'],
    ['1:02:03', 'timestamp', ', 1:02:03.'],
    ['7', 'unknown', ', 7.'],
    ['7', 'constructor', ', 7.'],
    ['7', '__proto__', ', 7.'],
  ];
  for (const [locator, label, filled] of table) {
    it(`${locator} ${label ?? ''}`, () => {
      const cite = { locator, label: label as 'page' | undefined };
      expect(fillReference(note, slots, cite, 'x')).to.deep.equal([
        'A, ',
        { em: 'B' },
        ` (1)${filled}`,
      ]);
    });
  }

  it('has one full stop after a locator that ends with one, also inside the slot', () => {
    const quoted: ReferencePiece[] = ['“A', { at: 1, none: '.”' }];
    expect(fillReference(quoted, slots, { locator: '54f.' })).to.deep.equal(['“A,” p. 54f.']);
    expect(fillReference(quoted, slots, { locator: '54' })).to.deep.equal(['“A,” p. 54.']);
    expect(fillReference(quoted, slots)).to.deep.equal(['“A.”']);
  });

  it('sets words as they are, without a label', () => {
    expect(fillReference(note, slots, undefined, 'Introduction').at(-1)).to.equal(
      ' (1), Introduction.',
    );
  });

  it('shortens ranges of pages, and only of pages, as the style does', () => {
    const ranges: [range: string, locator: string, filled: string][] = [
      ['chicago', '3-10, 71-72, 96-117', '3–10, 71–72, 96–117'],
      ['chicago', '100-104; 1100-1113', '100–104; 1100–1113'],
      ['chicago', '101-108', '101–8'],
      ['chicago', '321-328', '321–28'],
      ['chicago', '498-532', '498–532'],
      ['chicago', '1087-1089', '1087–89'],
      ['chicago', '1496-1500', '1496–1500'],
      ['chicago', '11564-11615', '11564–615'],
      ['chicago-16', '1496-1504', '1496–504'],
      ['chicago-16', '321-328', '321–28'],
      ['minimal', '321-328', '321–8'],
      ['minimal', '42-45', '42–5'],
      ['minimal-two', '321-328', '321–28'],
      ['minimal-two', '3-7', '3–7'],
      ['expanded', '321-28', '321–328'],
      ['expanded', '321-8', '321–328'],
      ['', '321-28', '321–28'],
      ['', '3-2', '3–2'],
    ];
    for (const [range, locator, filled] of ranges)
      expect(bare(locator, range), `${range} ${locator}`).to.equal(filled);
    expect(bare('321-328', 'chicago', 'chapter')).to.equal('chaps. 321–328');
    expect(bare('54-60', 'expanded', undefined, '‑')).to.equal('54‑60');
  });

  it('gives the words where a dataset has no such form', () => {
    expect(fillReference([{ at: 9 }], slots, { locator: '5' }, 'p. 5')).to.deep.equal([', p. 5']);
    const odd: Slots = { forms: [[', ', '', 7]], words: [] };
    expect(fillReference([{ at: 0 }], odd, { locator: '5' }, 'p. 5')).to.deep.equal([', 5']);
  });

  it('takes linear time on hostile locators', () => {
    for (const bomb of ['1-', '1,', '1 & ', ' - ', 'i', '1a-', ' and ', ', ', '-', ' '])
      fillReference(note, slots, { locator: `1${bomb.repeat(100_000)}1` });
  });
});
