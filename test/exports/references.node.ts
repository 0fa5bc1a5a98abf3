/** BibTeX, RIS and CSL-JSON, read back by parsers that are not ours. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { compile } from '../../src/dataset/compile.js';
import type { CslItem, CslName, Dataset } from '../../src/dataset/types.js';
import { bibtex, citation, cslJson, itemOf, ris } from '../../src/exports/index.js';
import { compiled, ITEMS, SIGNS } from './sample.js';

const data = compiled();
const all = Object.keys(ITEMS);

type Items = Record<string, CslItem>;
const read = (text: string, forceType: string): Items =>
  Object.fromEntries(
    (new Cite(text, { forceType }).data as CslItem[]).map((item) => [item.id as string, item]),
  );
const biblatex = (text: string): Items => read(text, '@biblatex/text');

/** A name in one string, however its reader divided it. */
const name = (it: CslName): string =>
  [it.given, it['non-dropping-particle'], it.family, it.suffix, it.literal]
    .filter(Boolean)
    .join(' ')
    .replace('al- ', 'al-');
const named = (list: unknown): string[] => ((list ?? []) as CslName[]).map(name);
/** The same of an item as it was written, in which particles have fields of their own. */
const written = (list: CslName[] = []): string[] =>
  list.map((it) =>
    name({ ...it, given: [it.given, it['dropping-particle']].filter(Boolean).join(' ') }),
  );

const PLAIN = [
  'title',
  'container-title',
  'publisher-place',
  'volume',
  'issue',
  'ISBN',
  'ISSN',
  'DOI',
];

const OTHERWISE = { BibTeX: ['webpage'], RIS: ['webpage', 'conference'] };

for (const [format, items, types] of [
  [
    'BibTeX',
    biblatex(bibtex(data, all)),
    { hebrew: 'article-journal', thesis: 'thesis', webpage: 'webpage' },
  ],
  [
    'RIS',
    read(ris(data, all), '@ris/file'),
    {
      hebrew: 'article-journal',
      newspaper: 'article-newspaper',
      thesis: 'thesis',
      webpage: 'webpage',
    },
  ],
] as const) {
  test(`${format} keeps titles, names and numbers in every script`, () => {
    assert.deepEqual(Object.keys(items), all, 'the keys are the ids');
    for (const [id, item] of Object.entries(ITEMS)) {
      const back = items[id]!;
      for (const field of PLAIN) {
        // These readers take the name of a site for its publisher, or pass it over.
        if (field === 'container-title' && OTHERWISE[format].includes(id)) continue;
        assert.equal(back[field], item[field], `${id}: ${field}`);
      }
      // Reference managers read the editor of a book from ED, which this reader does not know.
      if (format === 'BibTeX' || item.type !== 'book')
        assert.deepEqual(named(back.editor), written(item.editor), id);
      // RIS has no way to say that a comma stands in a name.
      if (format === 'RIS' && id === 'particles') continue;
      assert.deepEqual(named(back.author), written(item.author), id);
    }
  });

  test(`${format} keeps dates, pages and types`, () => {
    for (const [id, item] of Object.entries(ITEMS)) {
      // This reader takes no more of a newspaper's date than its year.
      if (format === 'RIS' && id === 'newspaper') continue;
      const back = items[id]!;
      const parts = item.issued?.['date-parts'];
      assert.deepEqual(
        back.issued?.['date-parts']?.slice(0, format === 'RIS' ? 1 : 2),
        parts?.slice(0, format === 'RIS' ? 1 : 2),
        id,
      );
      assert.equal(back.page, item.page && String(item.page).replace('–', '-'), id);
    }
    for (const [id, type] of Object.entries({ ...types, cyrillic: 'book', polish: 'chapter' }))
      assert.equal(items[id]!.type, type, id);
    assert.deepEqual(items.signs!.accessed?.['date-parts'], [[2026, 11, 23]]);
  });
}

test('signs that mean something to TeX are signs, and an address stays an address', () => {
  const text = bibtex(data, ['signs']);
  assert.ok(text.includes(' title = {{50 '), 'its case is its own');
  for (const sign of ['\\%', '\\&', '\\{more\\}', '\\textbackslash{}', '\\$5', '\\#1', 'a\\_b'])
    assert.ok(text.includes(sign), sign);
  const { title, URL: url } = biblatex(text).signs!;
  assert.equal(title, SIGNS);
  assert.equal(url, 'https://example.org/a_b?x=1&y=%7B2%7D%20#top');
});

test('a name is divided where its author divided it', () => {
  const [gogh, humboldt, king, ministry] = biblatex(bibtex(data, ['particles'])).particles!.author!;
  assert.deepEqual(gogh, { given: 'Vincent', 'non-dropping-particle': 'van', family: 'Gogh' });
  assert.deepEqual(humboldt, { given: 'Alexander von', family: 'Humboldt' });
  assert.deepEqual(king, { given: 'Martin Luther', family: 'King', suffix: 'Jr.' });
  assert.deepEqual(ministry, { family: 'Ministry of War, and of Peace' });
  assert.match(bibtex(data, ['arabic']), /author = \{\{al-Khwarizmi\}, Muhammad and حسين, طه\}/);
});

test('what BibTeX calls a book has an author, and a collection has not', () => {
  assert.match(bibtex(data, ['edited-book']), /^@collection\{edited-book,/);
  assert.match(bibtex(data, ['cyrillic']), /^@book\{cyrillic,/);
});

test('RIS is lines of one tag each, ended as its readers want them', () => {
  const text = ris(data, all);
  for (const line of text.split('\r\n'))
    assert.match(line, /^(?:[A-Z][A-Z0-9] {2}- [^\r\n\u2028]*)?$/u);
  assert.equal(text.match(/^TY/gm)?.length, all.length);
  assert.equal(text.match(/^ER {2}- $/gm)?.length, all.length);
  assert.match(ris(data, ['conference']), /T2 {2}- Proceedings\r/);
  assert.match(ris(data, ['edited-book']), /ED {2}- Sinclair, Ann\r/);
  assert.match(ris(data, ['newspaper']), /DA {2}- 1921\/03\/08\//);
  assert.match(ris(data, ['particles']), /DA {2}- 1888\/\/\/1888–1890/);
});

test('CSL-JSON is the item that its author wrote, but for its abstract and a link that is none', () => {
  const back = JSON.parse(cslJson(data, all)) as CslItem[];
  for (const [index, [id, item]] of Object.entries(ITEMS).entries()) {
    const link = id === 'hebrew' ? { URL: 'https://doi.org/10.1000/xyz_(1)%2' } : {};
    assert.deepEqual(back[index], { id, ...item, ...link });
  }
  const bad = compile({
    events: {},
    sources: {
      x: {
        csl: {
          type: 'book',
          'title-short': 'Short',
          URL: 'javascript:alert(1)',
          abstract: 'Long.',
        },
        kind: 'memoir',
        verification: 'confirmed',
      },
    },
  });
  assert.deepEqual(itemOf(bad, 'x'), { id: 'x', type: 'book', 'title-short': 'Short' });
});

test('every source of the conferences survives each format', async () => {
  const dataset = JSON.parse(await readFile('data/conferences/dataset.json', 'utf8')) as Dataset;
  const conferences = compile(dataset);
  const sources = Object.entries(dataset.sources ?? {});
  const ids = sources.map(([id]) => id);
  const items = JSON.parse(cslJson(conferences, ids)) as CslItem[];
  const text = bibtex(conferences, ids);
  const [tex, lines] = [biblatex(text), read(ris(conferences, ids), '@ris/file')];
  for (const [index, [id, { csl }]] of sources.entries()) {
    assert.deepEqual(items[index], { ...csl, id });
    // The reader of BibTeX encodes an address once more.
    assert.ok(!csl.URL || text.includes(`url = {${csl.URL}}`), id);
    assert.equal(lines[id]!.URL, csl.URL, id);
    assert.deepEqual(named(tex[id]!.editor), written(csl.editor), id);
    for (const back of [tex[id]!, lines[id]!]) {
      assert.equal(back.title, csl.title, id);
      assert.deepEqual(named(back.author), written(csl.author), id);
      assert.equal(back.issued?.['date-parts']?.[0]?.[0], csl.issued?.['date-parts']?.[0]?.[0], id);
    }
  }
});

test('nothing that a hand-made file can hold makes an export throw or end a field', () => {
  const odd: unknown[] = [
    null,
    7,
    true,
    [],
    {},
    [null],
    [[[]]],
    '}',
    '\r\nER  - ',
    '\ud800',
    '%',
    { family: 3 },
  ];
  const names = [
    'title',
    'author',
    'editor',
    'issued',
    'accessed',
    'page',
    'volume',
    'DOI',
    'URL',
    'ISBN',
    'language',
    'type',
  ];
  const sources = Object.fromEntries(
    names.flatMap((field, i) =>
      odd.map((value, j) => [
        `s${i}-${j}`,
        {
          ...data.sources.cyrillic!,
          csl: { type: 'book', author: [{ literal: 'A' }], [field]: value },
        },
      ]),
    ),
  );
  const hostile = { ...data, sources } as typeof data;
  const ids = Object.keys(sources);
  assert.equal(Object.keys(biblatex(bibtex(hostile, ids))).length, ids.length);
  assert.equal(ris(hostile, ids).match(/^ER {2}- \r$/gm)?.length, ids.length);
  assert.equal((JSON.parse(cslJson(hostile, ids)) as unknown[]).length, ids.length);
});

test('a reference can be had as text, with the place that is cited in it', () => {
  assert.equal(
    citation(data, { source: 'cyrillic' }, 'en'),
    'Вишлёв, Олег Викторович. Накануне 22 июня 1941 года. Москва: Наука, 2001.',
  );
  assert.equal(
    citation(data, { source: 'cyrillic', at: 'p. 188', locator: '188' }, 'en'),
    'Олег Викторович Вишлёв, Накануне 22 июня 1941 года (Москва: Наука, 2001), p. 188',
  );
  assert.equal(citation(data, { source: 'constructor' }, 'en'), '');
});
