import { expect } from '@open-wc/testing';
import { formatReference, linkOf } from '../../src/citations/index.js';
import type { ReferencePiece } from '../../src/dataset/compiled.js';
import type { CslItem } from '../../src/dataset/types.js';

const flat = (pieces: readonly ReferencePiece[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : 'em' in piece
          ? `*${piece.em}*`
          : 'href' in piece
            ? `<${piece.href}>`
            : '‹›',
    )
    .join('');
const issued = (...parts: number[]) => ({ 'date-parts': [parts] });
const rees = { family: 'Rees', given: 'Laurence' };

describe('formatReference', () => {
  const table: [
    name: string,
    csl: CslItem,
    language: string,
    entry: string,
    note: string,
    short: string,
  ][] = [
    [
      'book',
      {
        type: 'book',
        title: 'A B: C',
        author: [rees],
        publisher: 'BBC Books',
        'publisher-place': 'London',
        issued: issued(2008),
      },
      'en',
      'Rees, Laurence. *A B: C*. London: BBC Books, 2008.',
      'Laurence Rees, *A B: C* (London: BBC Books, 2008)‹›',
      'Rees 2008',
    ],
    [
      'chapter with editor and pages',
      {
        type: 'chapter',
        title: 'One',
        'container-title': 'Whole',
        author: [rees],
        editor: [{ literal: 'The Institute' }],
        page: '9-123',
        issued: issued(2008),
        publisher: 'X',
      },
      'en',
      'Rees, Laurence. “One.” In *Whole*, edited by The Institute, pp. 9–123. X, 2008.',
      'Laurence Rees, “One,” in *Whole*, edited by The Institute (X, 2008)‹›',
      'Rees 2008',
    ],
    [
      'journal article with DOI',
      {
        type: 'article-journal',
        title: 'Why?',
        'container-title': 'Past',
        volume: 3,
        issue: '2',
        page: '1-9',
        author: [rees, { family: 'Watson', given: 'G.' }],
        issued: issued(1981, 6),
        DOI: '10.1000/abc',
      },
      'en',
      'Rees, Laurence and G. Watson. “Why?” *Past*, vol. 3, no. 2, 1981, pp. 1–9. <https://doi.org/10.1000/abc>',
      'Laurence Rees and G. Watson, “Why?”, *Past*, vol. 3, no. 2 (1981)‹›, <https://doi.org/10.1000/abc>',
      'Rees & Watson 1981',
    ],
    [
      'newspaper to the day, in Polish',
      {
        type: 'article-newspaper',
        title: 'Pożar',
        'container-title': 'Gazeta',
        issued: issued(1939, 9, 1),
      },
      'pl',
      '„Pożar”. *Gazeta*, 1 września 1939.',
      '„Pożar”, *Gazeta* (1 września 1939)‹›',
      'Pożar 1939',
    ],
    [
      'original script and translator, in Russian',
      {
        type: 'book',
        title: 'Накануне',
        author: [{ family: 'Вишлёв', given: 'О. В.' }],
        translator: [{ family: 'Smith', given: 'A.' }],
        'publisher-place': 'Москва',
        issued: issued(2001),
      },
      'ru',
      'Вишлёв, О. В. *Накануне*. Пер. A. Smith. Москва, 2001.',
      'О. В. Вишлёв, *Накануне*, пер. A. Smith (Москва, 2001)‹›',
      'Вишлёв 2001',
    ],
    [
      'edited book by several',
      {
        type: 'book',
        title: 'W',
        editor: [rees, { family: 'Bach', given: 'E.', 'non-dropping-particle': 'von dem' }],
        issued: issued(2010),
      },
      'en',
      'Rees, Laurence and E. von dem Bach (eds.). *W*. 2010.',
      'Laurence Rees and E. von dem Bach (eds.), *W* (2010)‹›',
      'Rees & von dem Bach 2010',
    ],
    [
      'many authors',
      {
        type: 'book',
        title: 'W',
        author: Array.from({ length: 12 }, (_, n) => ({ family: `F${n}`, given: 'G' })),
      },
      'en',
      'F0, G et al. *W*. N.d.',
      'G F0 et al., *W* (n.d.)‹›',
      'F0 et al.',
    ],
    [
      'web page without author or date',
      {
        type: 'webpage',
        title: 'T',
        'container-title': 'Site',
        URL: 'https://x.org/',
        accessed: issued(2020, 1, 2),
      },
      'en',
      '“T.” *Site*. N.d. Accessed 2 January 2020. <https://x.org/>',
      '“T,” *Site* (n.d.)‹›, accessed 2 January 2020, <https://x.org/>',
      'T',
    ],
    [
      'manuscript in an archive',
      {
        type: 'manuscript',
        title: 'Letter',
        author: [rees],
        issued: issued(1940, 3, 5),
        archive: 'AAN',
        archive_location: 'f. 12',
      },
      'en',
      'Rees, Laurence. “Letter.” AAN, f. 12. 5 March 1940.',
      'Laurence Rees, “Letter,” AAN, f. 12 (5 March 1940)‹›',
      'Rees 1940',
    ],
    [
      'thesis',
      {
        type: 'thesis',
        title: 'T',
        author: [rees],
        genre: 'PhD thesis',
        publisher: 'U',
        issued: issued(1999),
      },
      'en',
      'Rees, Laurence. “T.” PhD thesis. U, 1999.',
      'Laurence Rees, “T,” PhD thesis (U, 1999)‹›',
      'Rees 1999',
    ],
    [
      'report',
      { type: 'report', title: 'T', author: [{ literal: 'The Office' }], issued: issued(1999) },
      'en',
      'The Office. *T*. 1999.',
      'The Office, *T* (1999)‹›',
      'The Office 1999',
    ],
    [
      'Zotero mark-up left out',
      { type: 'book', title: 'On <i>Titus</i> <script>', issued: issued(1) },
      'en',
      '*On Titus <script>*. 1.',
      '*On Titus <script>* (1)‹›',
      'On Titus <script> 1',
    ],
    [
      'literal date',
      { type: 'book', title: 'T', issued: { literal: 'c. spring 1940' } },
      'en',
      '*T*. 1940.',
      '*T* (1940)‹›',
      'T 1940',
    ],
    [
      'years',
      { type: 'book', title: 'T', issued: { 'date-parts': [[1939], [1945]] } },
      'en',
      '*T*. 1939–1945.',
      '*T* (1939–1945)‹›',
      'T 1939–1945',
    ],
    [
      'East Asian name',
      { type: 'book', title: 'T', author: [{ family: '陳', given: '永發' }] },
      'en',
      '陳永發. *T*. N.d.',
      '陳永發, *T* (n.d.)‹›',
      '陳',
    ],
    ['nothing at all', { type: 'book' }, 'en', 'N.d.', 'n.d.‹›', ''],
  ];
  for (const [name, csl, language, entry, note, short] of table) {
    it(name, () => {
      const reference = formatReference(csl, language);
      expect(flat(reference.entry)).to.equal(entry);
      expect(flat(reference.note)).to.equal(note);
      expect(reference.short).to.equal(short);
    });
  }

  it('has a slot in the note of every type, and no undefined, doubled sign or blank', () => {
    const types =
      'article article-journal article-magazine article-newspaper bill book broadcast chapter document entry entry-encyclopedia figure graphic interview legal_case legislation manuscript map motion_picture pamphlet paper-conference patent personal_communication post post-weblog report review review-book song speech thesis treaty webpage no-such-type';
    const full = {
      title: 'T',
      author: [rees],
      editor: [rees],
      'container-title': 'C',
      volume: 1,
      page: '3',
      publisher: 'P',
      issued: issued(1990, 2, 3),
      URL: 'https://x.org',
    };
    for (const type of types.split(' ')) {
      for (const language of ['en', 'pl', 'de', 'ru', 'uk', 'fr', 'xx']) {
        for (const csl of [
          { type, ...full },
          { type, title: 'T' },
          { type, author: [rees] },
          { type, 'container-title': 'C' },
          { type },
        ] as CslItem[]) {
          const { entry, note } = formatReference(csl, language);
          expect(note.filter((piece) => typeof piece === 'object' && 'at' in piece)).to.have.length(
            1,
          );
          expect(`${flat(entry)} ${flat(note)}`, `${type} ${language}`).not.to.match(
            /undefined|null|NaN|\[object|[.,]{2}|  |\( |\(\)|^[,. ]/,
          );
        }
      }
    }
  });

  it('passes over values of any wrong type', () => {
    const wrong: unknown[] = [
      null,
      5,
      '',
      [],
      {},
      [[]],
      [null],
      [5],
      { 'date-parts': 5 },
      { 'date-parts': [[null]] },
      { 'date-parts': [['x', 99, -1]] },
      true,
    ];
    const names = [
      'title',
      'author',
      'editor',
      'translator',
      'issued',
      'accessed',
      'container-title',
      'URL',
      'DOI',
      'page',
      'volume',
      'id',
      'type',
    ];
    for (const name of names)
      for (const value of wrong) formatReference({ type: 'book', title: 'T', [name]: value }, 'en');
  });

  it('links to http and https alone', () => {
    for (const URL of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://x"y',
      'java\nscript:x',
      'ftp://x',
      '//x.org',
      'https:///x',
    ]) {
      expect(linkOf({ type: 'book', URL }), URL).to.equal(undefined);
    }
    expect(linkOf({ type: 'book', DOI: 'https://doi.org/10.1/x' })).to.equal(
      'https://doi.org/10.1/x',
    );
    expect(linkOf({ type: 'book', DOI: 'javascript:1' })).to.equal(undefined);
  });
});
