/** References by CSL: what is put together in a browser against the processor's own answers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import CSL from 'citeproc';
import { fillReference } from '../../src/citations/fill.js';
import { LABELS } from '../../src/citations/locator.js';
import { main } from '../../src/cli/main.js';
import { formatterFor, mender, withWords } from '../../src/cli/references.js';
import type {
  CompiledDataset,
  ReferencePiece,
  StyledReferences,
} from '../../src/dataset/compiled.js';
import type { CslItem, Dataset, Id } from '../../src/dataset/types.js';
import { sample } from '../dataset/sample.js';

const STYLES: Record<string, string> = {
  chicago: 'chicago-fullnote-bibliography',
  apa: 'apa',
  mla: 'modern-language-association',
  iso690: 'iso690-author-date-en',
};
const LOCALES: Record<string, string> = {
  en: 'en-US',
  pl: 'pl-PL',
  de: 'de-DE',
  ru: 'ru-RU',
  uk: 'uk-UA',
  fr: 'fr-FR',
};

/** Locators of each sort: one, ranges, lists, Roman numbers, letters, and what is left as it is. */
const LOCATORS = [
  ...['54', '1', '1939', '054', '12345', '5th'],
  ...['54-60', '54–60', '54 - 60', '54 – 60', '3-2', '71-72', '96-117', '100-104', '101-108'],
  ...['321-328', '321–328', '321-28', '321-8', '498-532', '1087-1089', '1002–1009', '1100-1113'],
  ...['1496-1500', '1496-504', '11564-11615', '11564-78', '12991-13001', '1939-1940'],
  ...['54, 60', '54,60', '54; 60', '54 & 60', '54&60', '54 and 60', '54, 56, and 58', '1, 2, 3'],
  ...['54-60, 71', '54, 60-65', '321-328, 331-335', '54-60; 71–75', '54-60-70', '5, 321-328 & 400'],
  ...['xii', 'XII', 'iv', 'l', 'xii-xiv', 'xii–xiv', 'XII-XIV', 'ii, iv', 'xii-15', 'c-d'],
  ...[
    'a',
    'a-c',
    'A',
    '12a',
    '12a-c',
    '12a-14b',
    '12r-13v',
    '12r–13v',
    '12v',
    'A12',
    '54f',
    '54f.',
  ],
  ...['54 ff.', '54n3', '3.4', '3.4-3.6', '1/2', '33/266', 'II/3', '12:3', '12:3-5'],
  ...['54?', '54*', '*54', '№ 5', 'Suppl. 2', 'S12', 'лист 5', 'б', '54–60 (note 3)'],
];

/** Kinds of sources, each with and without what styles look at. */
function generated(): Record<Id, CslItem> {
  const items: Record<Id, CslItem> = {};
  const types = [
    ...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book'],
    ...['broadcast', 'chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'figure'],
    ...['graphic', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture'],
    ...['pamphlet', 'paper-conference', 'patent', 'personal_communication', 'post', 'post-weblog'],
    ...['report', 'review', 'review-book', 'song', 'speech', 'thesis', 'treaty', 'webpage'],
    ...['document', 'collection', 'dataset'],
  ];
  const parts: Partial<CslItem>[] = [
    { author: [{ family: 'Wieczorkiewicz', given: 'Paweł' }], issued: { 'date-parts': [[2001]] } },
    {
      'container-title': 'Whole, the',
      volume: '3',
      issue: '2',
      page: '101-108',
      issued: { 'date-parts': [[1981, 6, 7]] },
    },
    {
      editor: [
        { family: 'Ó Broin', given: 'Eoin' },
        { family: 'Źdźbło', given: 'Żaneta' },
      ],
      publisher: 'Наука',
      'publisher-place': 'Москва',
      edition: '2',
      'number-of-volumes': '3',
    },
    {
      URL: 'https://example.org/a_b?c=d%20e',
      accessed: { 'date-parts': [[2020, 1, 2]] },
      language: 'pl',
    },
    {
      archive: 'Archiwum Akt Nowych',
      archive_location: '202/II-7',
      number: '12',
      genre: 'Letter',
      DOI: '10.1000/xyz',
    },
  ];
  types.forEach((type, t) =>
    [[0b00011, 0b11000][t % 2]!, 0b00111, [0b10001, 0b01110][t % 2]!].forEach((mask, m) => {
      const id = `${type}-${m}`.replace(/_/g, '-');
      items[id] = Object.assign(
        { id, type, title: `Opening ${t}: “A” <i>b</i> & the Σ${m}${m === 1 ? '?' : ''}` },
        ...parts.filter((_, p) => mask & (1 << p)),
        // Names that are alike would have to be told apart, which takes long.
        mask & 1 && { author: [{ family: `Wieczorkiewicz-${t}`, given: `Paweł ${m}` }] },
      ) as CslItem;
    }),
  );
  return items;
}

/** What stands on a page: text and italics. */
const flat = (pieces: readonly ReferencePiece[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : 'em' in piece
          ? `<i>${piece.em}</i>`
          : 'text' in piece
            ? piece.text
            : assert.fail('a slot is left'),
    )
    .join('')
    .replace(/<\/i><i>/g, '')
    .replace(/[ \n]+/g, ' ');

/** The processor's answer in HTML, as text and italics on one line, without the stop that ISO 690 doubles. */
const plain = (html: string): string =>
  html
    .replace(/<span style="font-style:normal;">(.*?)<\/span>/g, '</i>$1<i>')
    .replace(/<\/?div[^<>]*>/g, ' ')
    .replace(/<sup>(.*?)<\/sup>/g, (_, raised: string) =>
      raised.replace(/[oser]/g, (letter) => ({ o: 'ᵒ', s: 'ˢ', e: 'ᵉ', r: 'ʳ' })[letter] ?? letter),
    )
    .replace(/<(?!\/?i>)[^<>]*>/g, '')
    .replace(/<i><\/i>|<\/i><i>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/[ \n]+/g, ' ')
    .trim()
    .replace(/\.((?:<\/?i>)*) \.(?= |$)/g, '.$1');

const repository = process.cwd();
const style = (name: string): string =>
  readFileSync(join(repository, `src/cli/csl/styles/${STYLES[name]}.csl`), 'utf8');

/** The processor as it is, with its own HTML. */
function asked(name: string, language: string, items: Record<Id, CslItem>) {
  const engine = new CSL.Engine(
    {
      retrieveLocale: (locale) => {
        const path = join(repository, `src/cli/csl/locales/locales-${locale}.xml`);
        return Object.values(LOCALES).includes(locale) && readFileSync(path, 'utf8');
      },
      retrieveItem: (id) => items[id],
    },
    withWords({ name, xml: style(name) }, language),
    LOCALES[language]!,
    true,
  );
  engine.setOutputFormat('html');
  engine.updateItems(Object.keys(items));
  return engine;
}

const real = JSON.parse(readFileSync('data/conferences/dataset.json', 'utf8')) as Dataset;
const sources = Object.fromEntries(
  Object.entries(real.sources ?? {}).map(([id, { csl }]): [Id, CslItem] => [id, { ...csl, id }]),
);

/** Everything in every style and language, as `attested build` makes it. */
async function built(items: Record<Id, CslItem>, languages: string[]): Promise<StyledReferences[]> {
  const references = { styles: Object.keys(STYLES), languages };
  const value = { language: languages[0], references };
  const file = { name: 'dataset.json', value, scan: { text: '', doubles: [] } } as never;
  const io = { cwd: repository, out: assert.fail, err: assert.fail };
  const formatter = await formatterFor(file, io, { all: true });
  assert.ok(formatter);
  formatter.format(items, [], () => undefined);
  return formatter.beside;
}

/** What was compared, and what differs by the words that say where. */
interface Count {
  compared: number;
  different: Map<string, string>;
}

/**
 * Compares what is filled in with what the processor answers for the same locator. Dashes are hyphens
 * for it, since to a dash it does not listen; its answer is mended as `mender` mends.
 * @param at which labels and locators of a source, by its number
 */
function compare(
  made: StyledReferences[],
  items: Record<Id, CslItem>,
  at: (n: number) => [label: string, locator: string][],
): Count {
  const count: Count = { compared: 0, different: new Map() };
  const check = (where: string[], ours: readonly ReferencePiece[], theirs: string): void => {
    count.compared++;
    if (flat(ours) !== theirs) count.different.set(where.join(' '), `${flat(ours)}\n${theirs}`);
  };
  let n = 0;
  for (const { style: name, language, slots, sources: all } of made) {
    const mend = mender(language);
    const engine = asked(name, language, items);
    const inText = style(name).includes('class="in-text"');
    for (const [id, { entry, note, again }] of Object.entries(all)) {
      // A note of a style that cites in the text is the entry and then that citation.
      const before = inText ? `${flat(entry)} ` : '';
      for (const [label, locator] of [['', ''] as const, ...at(n++)])
        for (const [position, form] of [note, again].entries()) {
          const cite = { locator: locator.replace(/ ?[–—] ?/g, '-'), label };
          const html = engine.makeCitationCluster([{ id, position, ...(locator && cite) }]);
          const filled = fillReference(form, slots, { locator, label: label as 'page' }, locator);
          check(
            [name, language, id, `${position}`, label, locator],
            filled,
            (position ? '' : before) + mend(plain(html)),
          );
        }
    }
    engine.bibliography.opt['subsequent-author-substitute'] = undefined;
    const [info, entries] = engine.makeBibliography() || assert.fail();
    info.entry_ids.forEach(([id], i) => {
      check([name, language, id, 'entry'], all[id]!.entry, mend(plain(entries[i]!)));
    });
  }
  return count;
}

const pairs = LABELS.flatMap((label) => LOCATORS.map((one): [string, string] => [label, one]));
/** A few of all pairs for each source, so that each pair meets many sources. */
const some = (each: number) => (n: number) =>
  Array.from({ length: each }, (_, i) => pairs[(n * each + i) % pairs.length]!);

/** Where we do otherwise on purpose: the processor shortens pages with letters as though they had none. */
const ON_PURPOSE = /^mla .* page 12[ar][-–]1[34][bv]$/;

/** How many times as much is compared: `THOROUGH=5 npm test -- test/cli/references` takes minutes. */
const thorough = Number(process.env['THOROUGH'] ?? 1);

for (const [what, items, each, languages] of [
  ['the sources of the conferences', sources, 6, Object.keys(LOCALES)],
  ['sources of every type', generated(), 6, ['en', 'pl', 'ru']],
] as const)
  test(`what is put together of ${what} is what the processor answers`, async () => {
    const made = await built(items, [...languages]);
    assert.equal(made.length, Object.keys(STYLES).length * languages.length);
    const { compared, different } = compare(made, items, some(each * thorough));
    console.log(`${what}: ${compared} compared, ${different.size} different`);
    assert.ok(compared > 15_000, `${compared}`);
    const odd = [...different].filter(([where]) => !ON_PURPOSE.test(where));
    assert.deepEqual(odd.slice(0, 20), []);
    assert.ok(different.size / compared <= 0.001, `${different.size} of ${compared}`);
  });

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'attested-'));
});
after(() => rm(cwd, { recursive: true }));

interface Ran {
  code: number;
  out: string;
  err: string;
}

async function attested(...args: string[]): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', err: '' };
  const out = (text: string): string => (ran.out += text);
  ran.code = await main(args, { cwd, out, err: (text) => (ran.err += text) });
  return ran;
}

/** A dataset in the test's folder, with these styles. */
async function dataset(styles: string[], change?: (data: Dataset) => void): Promise<void> {
  const data = structuredClone(sample()) as unknown as Dataset;
  data.references = { styles, languages: ['uk'] };
  change?.(data);
  await writeFile(join(cwd, 'set.json'), JSON.stringify(data, null, 2));
}

const json = async (name: string): Promise<never> =>
  JSON.parse(await readFile(join(cwd, name), 'utf8')) as never;

test('build writes its first style, and each other style and language beside it', async () => {
  await dataset(['chicago', 'apa']);
  const { code, err } = await attested('build', 'set.json', '-o', 'out/a.json');
  assert.equal(code, 0, err);
  const own: CompiledDataset = await json('out/a.json');
  assert.deepEqual(
    { ...own.references, slots: Object.keys(own.references?.slots ?? {}) },
    {
      style: 'chicago',
      styles: ['chicago', 'apa'],
      languages: ['en', 'pl', 'uk'],
      slots: ['en', 'pl'],
    },
  );
  assert.equal(flat(own.sources['memoir']!.entry['pl']!), 'Kowal, Jan. <i>Wspomnienia</i>, 1951.');
  const { entry } = own.sources['web']!;
  assert.deepEqual(entry['en']!.slice(-2), [
    { href: 'https://example.org/', text: 'https://example.org/' },
    '.',
  ]);
  assert.deepEqual((await readdir(join(cwd, 'out/a.references'))).sort(), [
    'apa.en.json',
    'apa.pl.json',
    'apa.uk.json',
    'chicago.uk.json',
  ]);
  const apa: StyledReferences = await json('out/a.references/apa.pl.json');
  const { note } = apa.sources['memoir']!;
  assert.equal(
    flat(fillReference(note, apa.slots, { locator: '54-60' })),
    'Kowal, J. (1951). <i>Wspomnienia</i>. (Kowal, 1951, s. 54–60)',
  );
  assert.match(err, /out\/a\.references\/STYLE\.LANGUAGE\.json: 4 files/);
});

test('a source that a style cannot print is an error with its place and what is missing', async () => {
  await dataset(['apa', 'mla'], (data) => {
    data.sources!['doc']!.csl = { type: 'book', publisher: 'X' };
    data.sources!['web']!.csl = {
      type: 'document',
      URL: 'https://x.org',
      author: [{ given: 'A' }],
    };
  });
  for (const args of [['build'], ['build', '--check'], ['check']]) {
    const { code, err, out } = await attested(...args, 'set.json');
    assert.equal(code, 1, args.join(' '));
    for (const style of ['apa', 'mla'])
      assert.match(
        err + out,
        new RegExp(
          `set\\.json:\\d+:\\d+ error /sources/doc/csl: “doc” has neither a title nor an author or editor, so the style “${style}” has nothing to print; add one of them\\.`,
        ),
      );
    assert.match(err + out, /\/sources\/web\/csl: “web” has neither a title/);
    assert.doesNotMatch(out, /"attested":1/);
  }
});

test('a source that a style drops without a word is an error', async () => {
  const own = style('mla').replace(/<bibliography[\s\S]*<\/bibliography>/, (part) =>
    part.replace('<text macro="title"/>', '').replace('<text macro="author"/>', ''),
  );
  await writeFile(join(cwd, 'house.csl'), own);
  await dataset(['house']);
  const { code, err } = await attested('build', 'set.json');
  assert.equal(code, 1);
  assert.match(
    err,
    /The style “house” drops “memoir”: it prints neither title nor author of the type “book”\. Give it a closer type\./,
  );
});

test('a CSL file beside the dataset is a style too', async () => {
  await writeFile(join(cwd, 'mine.csl'), style('iso690'));
  await dataset(['mine']);
  const { code, out, err } = await attested('build', 'set.json');
  assert.equal(code, 0, err);
  const { sources } = JSON.parse(out) as CompiledDataset;
  assert.match(flat(sources['memoir']!.entry['en']!), /^KOWAL, Jan, 1951\. <i>Wspomnienia\.?<\/i>/);
});

test('a style or a language that is not to be had is told with the nearest', async () => {
  await writeFile(join(cwd, 'dependent.csl'), '<style><info><title>x</title></info></style>');
  const table: [styles: string[], languages: string[], says: RegExp][] = [
    [
      ['chicgo'],
      [],
      /^set\.json names the style “chicgo”, but there is no chicgo\.csl beside it; did you mean “chicago”\?\n$/,
    ],
    [['../secret'], [], /names the style “\.\.\/secret”, but there is no/],
    [['dependent'], [], /^dependent\.csl only refers to another style/],
    [['apa'], ['cs'], /^set\.json has references in “cs”, for which there is no CSL locale/],
  ];
  for (const [styles, languages, says] of table) {
    await dataset(styles, (data) => (data.references!.languages = languages));
    const { code, err } = await attested('build', 'set.json');
    assert.match(err, says);
    assert.equal(code, 2);
  }
});

test('render takes a style, from the authors’ file and from a compiled one', async () => {
  await dataset(['chicago', 'apa']);
  await attested('build', 'set.json', '-o', 'set.out.json');
  for (const file of ['set.json', 'set.out.json']) {
    const cite = [
      'render',
      file,
      '--element',
      'source-cite',
      '--source',
      'memoir',
      '--locator',
      'p. 54',
    ];
    const plain = await attested(...cite, '--form', 'static');
    assert.match(plain.out, /^\(<bdi[^>]*>Jan Kowal, <em>Wspomnienia<\/em>, 1951, 54<\/bdi>/, file);
    const apa = await attested(...cite, '--citation-style', 'apa', '--lang', 'uk');
    assert.match(apa.out, /<source-cite source="memoir" locator="p\. 54" citation-style="apa">/);
    assert.match(
      apa.out,
      /Kowal, J\. \(1951\)\. <em>Wspomnienia<\/em>\. \(Kowal, 1951, с\. 54\)/,
      file,
    );
    const unknown = await attested(...cite, '--citation-style', 'apaa');
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /“apaa”.*did you mean “apa”/);
  }
});

test('no file for browsers or bundlers has anything of the processor or of a style', async () => {
  const files = (await readdir('dist', { recursive: true })).filter(
    (name) => /\.(?:m?js|html|css)$/.test(name) && !/^(?:cli|storybook|\.next)/.test(name),
  );
  assert.ok(files.length > 20);
  for (const name of files)
    assert.doesNotMatch(
      await readFile(join('dist', name), 'utf8'),
      /citeproc|purl\.org\/net\/xbiblio|makeCitationCluster|Frank Bennett/i,
      name,
    );
  assert.match(await readFile('dist/cli/attested.mjs', 'utf8'), /import\("citeproc"\)/);
  assert.deepEqual(
    (await readdir('dist/cli/csl/styles')).sort(),
    Object.values(STYLES)
      .map((name) => `${name}.csl`)
      .sort(),
  );
});
