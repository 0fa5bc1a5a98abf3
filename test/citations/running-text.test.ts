import { expect } from '@open-wc/testing';
import { parseRunningText } from '../../src/citations/index.js';
import type { Inline } from '../../src/dataset/compiled.js';

/** All that a reader sees of some pieces, with the mark-up's signs gone. */
const seen = (pieces: readonly Inline[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : 'em' in piece
          ? seen(piece.em)
          : 'text' in piece
            ? piece.text
            : '†',
    )
    .join('');

describe('parseRunningText', () => {
  const one: Record<string, Inline[]> = {
    'plain words': ['plain words'],
    'a *b c* d': ['a ', { em: ['b c'] }, ' d'],
    '*all*': [{ em: ['all'] }],
    '(*all*), *b*.': ['(', { em: ['all'] }, '), ', { em: ['b'] }, '.'],
    '[a b](https://x.org/y?z=1#q)': [{ href: 'https://x.org/y?z=1#q', text: 'a b' }],
    '[a](https://x.org/W_(b)) c': [{ href: 'https://x.org/W_(b)', text: 'a' }, ' c'],
    '[m](mailto:a@b.org)': [{ href: 'mailto:a@b.org', text: 'm' }],
    '*see [a](http://x.org) now*': [{ em: ['see ', { href: 'http://x.org', text: 'a' }, ' now'] }],
    '[a [b] c](https://x.org)': [{ href: 'https://x.org', text: 'a [b] c' }],
    'said [@rees-2008, p. 54].': [
      'said ',
      { cites: [{ source: 'rees-2008', at: 'p. 54', locator: '54' }] },
      '.',
    ],
    '[@rees-2008]': [{ cites: [{ source: 'rees-2008' }] }],
    '[-@rees-2008]': [{ cites: [{ source: 'rees-2008' }] }],
    '[@rees-2008 p. 54]': [{ cites: [{ source: 'rees-2008', at: 'p. 54', locator: '54' }] }],
    '[@rees-2008, 54]': [{ cites: [{ source: 'rees-2008', at: 'p. 54', locator: '54' }] }],
    '[see @rees-2008, pp. 54-56, and more; @conquest-1991, ch. 3]': [
      {
        cites: [
          {
            source: 'rees-2008',
            at: 'pp. 54–56',
            locator: '54-56',
            prefix: 'see',
            suffix: 'and more',
          },
          { source: 'conquest-1991', at: 'chap. 3', locator: '3', label: 'chapter' },
        ],
      },
    ],
    '[@a, in passing]': [{ cites: [{ source: 'a', suffix: 'in passing' }] }],
    '[@a, p. 5, I think]': [
      { cites: [{ source: 'a', at: 'p. 5', locator: '5', suffix: 'I think' }] },
    ],
    '[@a, suffix with \\; in it]': [{ cites: [{ source: 'a', suffix: 'suffix with ; in it' }] }],
    'one\ntwo  three': ['one two  three'],
    // As typed.
    '<b onclick="x()">a</b> &amp; <script>': ['<b onclick="x()">a</b> &amp; <script>'],
    'a * b * c': ['a * b * c'],
    '2*3*4': ['2*3*4'],
    '**a**': ['**a**'],
    '*open': ['*open'],
    'a *open [@a] b': ['a *open ', { cites: [{ source: 'a' }] }, ' b'],
    'close*': ['close*'],
    '\\*a\\* \\[@b\\] \\\\ \\n': ['*a* [@b] \\ \\n'],
    '[a](javascript:alert(1))': ['[a](javascript:alert(1))'],
    '[a](data:text/html,x)': ['[a](data:text/html,x)'],
    '[a](//x.org)': ['[a](//x.org)'],
    '[a](https://x.org': ['[a](https://x.org'],
    '[a](https://x .org)': ['[a](https://x .org)'],
    '[](https://x.org)': ['[](https://x.org)'],
    '[a@b.org]': ['[a@b.org]'],
    '[@Bad_Id]': ['[@Bad_Id]'],
    '[@a; nothing]': ['[@a; nothing]'],
    '[…] [1] [': ['[…] [1] ['],
    'tail\\': ['tail\\'],
  };
  for (const [text, pieces] of Object.entries(one)) {
    it(JSON.stringify(text), () => {
      expect(parseRunningText(text)).to.deep.equal([pieces]);
    });
  }

  it('parts paragraphs at blank lines and has none of blank text', () => {
    expect(parseRunningText('a\nb\n\nc\r\n \t\r\n\r\n\r\nd\n')).to.deep.equal([
      ['a b'],
      ['c'],
      ['d'],
    ]);
    expect(parseRunningText(' \n\n \n')).to.deep.equal([]);
    expect(parseRunningText('')).to.deep.equal([]);
  });

  it('reads locators in the language of the text', () => {
    expect(parseRunningText('[@a, s. 54]', { language: 'pl' })).to.deep.equal([
      [{ cites: [{ source: 'a', at: 's. 54', locator: '54' }] }],
    ]);
    expect(parseRunningText('[@a, p. 54]', { language: 'uk' })).to.deep.equal([
      [{ cites: [{ source: 'a', at: 'с. 54', locator: '54' }] }],
    ]);
  });

  it('leaves a cite of an unknown source as typed and tells of it', () => {
    const told: string[] = [];
    const text = 'x [see @nobody, p. 1; @a] y [@nobody] [z](ftp://q) [see @A]';
    const pieces = parseRunningText(text, {
      knows: (id) => id === 'a',
      onProblem: (kind, value) => told.push(`${kind} ${value}`),
    });
    expect(pieces).to.deep.equal([
      [
        'x ',
        { cites: [{ source: 'a' }] },
        ' [see @nobody, p. 1] y [@nobody] [z](ftp://q) [see @A]',
      ],
    ]);
    expect(told).to.deep.equal(['source nobody', 'source nobody', 'url ftp://q']);
  });

  it('tells of what was surely meant as a cite or as HTML, and shows it as typed', () => {
    const told: string[] = [];
    const read = (text: string): unknown =>
      parseRunningText(text, { onProblem: (kind, value) => told.push(`${kind} ${value}`) });
    for (const text of ['so [see @a, p. 1', '<b class="x">so</b>', 'a <br/> b', '[@A b]'])
      expect(read(text)).to.deep.equal([[text]]);
    expect(told).to.deep.equal(['cite [see @a,', 'html <b class="x">', 'html </b>', 'html <br/>']);
    told.length = 0;
    for (const text of ['a < b > c', 'x <3', '[a note', 'a@b.org [ and']) read(text);
    expect(told).to.deep.equal([]);
  });

  it('loses no letter of text without mark-up', () => {
    const signs = [
      '*',
      '[',
      ']',
      '(',
      ')',
      '@',
      ';',
      '\\',
      ' ',
      'a',
      '1',
      '-',
      ',',
      'https://x.org',
      '<',
      '\n',
    ];
    let state = 7;
    const next = (most: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * most);
    };
    const bare = (text: string): string => text.replace(/[^a1@<-]/g, '');
    for (let run = 0; run < 3000; run++) {
      const text = Array.from({ length: next(24) }, () => signs[next(signs.length)]).join('');
      const pieces = parseRunningText(text, { knows: () => false }).flat();
      const links = pieces.some(
        (piece) =>
          typeof piece !== 'string' &&
          ('href' in piece || ('em' in piece && piece.em.some((one) => typeof one !== 'string'))),
      );
      if (!links) expect(bare(seen(pieces)), JSON.stringify(text)).to.equal(bare(text));
    }
  });

  it('takes linear time on hostile text', () => {
    const bombs = [
      '[',
      '[[](',
      '*a ',
      '[@a',
      '[a](',
      '](a',
      '\\',
      ' ',
      '\n ',
      '[@a;',
      '[@a, p. 1',
      '(',
      '*[',
      '[a](https://x',
      '@',
      '[ @ ',
    ];
    for (const bomb of bombs) {
      const time = (length: number): number => {
        const text = bomb.repeat(length / bomb.length);
        const start = performance.now();
        parseRunningText(text);
        parseRunningText(`a${text}b`);
        parseRunningText(text + ']'.repeat(length / 10));
        parseRunningText('['.repeat(length / 2) + text);
        parseRunningText('['.repeat(length / 2) + '](a'.repeat(length / 2));
        return performance.now() - start;
      };
      time(2000);
      expect(time(200_000), JSON.stringify(bomb)).to.be.below(3000);
    }
  });
});
