import { expect } from '@open-wc/testing';
import { check, pagesIn, rules } from '../../src/dataset/check.js';
import { broken, sample } from './sample.js';

/** What the rules say, without what the compiler says of the form. */
const found = (dataset: unknown): string[] =>
  check(dataset)
    .filter(({ rule }) => rule)
    .map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);

const twice = (path: string, value: unknown, path2: string, value2: unknown): unknown => {
  const data = broken(path, value);
  const keys = path2.split('/').slice(1);
  const last = keys.pop()!;
  let at = data as Record<string, never>;
  for (const key of keys) at = at[key]!;
  (at as Record<string, unknown>)[last] = value2;
  return data;
};

describe('check', () => {
  it('finds nothing in a sound dataset', () => {
    expect(check(sample())).to.deep.equal([]);
  });

  const position = '/claims/first/positions';
  const quoted = `${position}/1/citations/0/quotation`;
  const table: [name: string, dataset: () => unknown, ...problems: string[]][] = [
    [
      'a date without a citation',
      () => broken('/events/winter/dates/0/citations', undefined),
      'error unattributed /events/winter/dates/0',
    ],
    [
      'an empty list of citations',
      () => broken('/events/winter/dates/0/citations', []),
      'error unattributed /events/winter/dates/0',
    ],
    [
      'an occurrence without a citation',
      () => broken('/events/winter/occurrence/citations', undefined),
      'error unattributed /events/winter/occurrence',
    ],
    [
      'a place without a citation',
      () => broken('/events/lwow-1939-10/places/0/unsourced', undefined),
      'error unattributed /events/lwow-1939-10/places/0',
    ],
    [
      'a participant without a citation',
      () => broken('/events/lwow-1939-10/participants/0/citations', undefined),
      'error unattributed /events/lwow-1939-10/participants/0',
    ],
    [
      'a role without a citation',
      () => broken('/people/kowal/roles/0/citations', undefined),
      'warning unattributed /people/kowal/roles/0',
    ],
    [
      'cited and unsourced at once',
      () => broken('/events/winter/dates/0/unsourced', true),
      'error unattributed /events/winter/dates/0',
    ],
    [
      'contested by nobody cited',
      () => twice(`${position}/2/stance`, 'supports', `${position}/3/stance`, 'reports'),
      'error one-sided /claims/first/status',
    ],
    [
      'contested, but one side without a citation',
      () =>
        twice(`${position}/2/stance`, 'reports', `${position}/3`, {
          holder: { name: 'N' },
          stance: 'disputes',
          basis: 'unsourced',
          says: 'No.',
          unsourced: true,
        }),
      'error one-sided /claims/first/status',
    ],
    [
      'contested by a narrower view',
      () => twice(`${position}/2/stance`, 'qualifies', `${position}/3/stance`, 'qualifies'),
    ],
    [
      'established, yet disputed',
      () => broken('/claims/first/status', 'established'),
      `error disputed-established ${position}/2/stance`,
      `error disputed-established ${position}/3/stance`,
    ],
    [
      'words of a source that was not found',
      () => broken('/sources/memoir/verification', 'not-found'),
      'warning second-hand /events/lwow-1939-10/occurrence/citations/0',
      `error second-hand ${position}/1/citations/0`,
      'warning second-hand /people/kowal/roles/0/citations/0',
    ],
    [
      'read in itself',
      () => broken('/events/lwow-1939-10/dates/1/citations/0/via', 'memoir'),
      'error second-hand /events/lwow-1939-10/dates/1/citations/0/via',
    ],
    [
      'a document known from a tertiary source alone',
      () => broken(`${position}/2/citations/0/source`, 'web'),
      `error second-hand ${position}/2/basis`,
      'warning unused-source /sources/article',
    ],
    [
      'an effect before its cause',
      () =>
        twice(
          '/claims/first/causation',
          { cause: 'lwow-1939-10', effect: 'winter' },
          '/events/winter/dates/0/edtf',
          '1939-09-30',
        ),
      'error outside-whole /events/lwow-1939-10/partOf',
    ],
    [
      'an effect before its cause that nobody disputes',
      () =>
        twice(
          '/claims/second/causation',
          { cause: 'lwow-1939-10', effect: 'winter' },
          '/events/winter/dates/0/edtf',
          '1939-09-30',
        ),
      'error effect-before-cause /claims/second/causation',
      'error outside-whole /events/lwow-1939-10/partOf',
    ],
    [
      'an effect within the doubt of its cause',
      () => broken('/claims/second/causation', { cause: 'lwow-1939-10', effect: 'winter' }),
    ],
    [
      'a source older than the event',
      () => broken('/sources/doc/csl/issued', { 'date-parts': [[1938, 5]] }),
      'error told-before /events/winter/occurrence/citations/0/source',
      'error told-before /events/winter/dates/0/citations/0/source',
      'error told-before /events/lwow-1939-10/participants/0/citations/0/source',
      'error told-before /events/lwow-1939-10/participants/1/citations/0/source',
    ],
    [
      'a view older than the event',
      () => broken(`${position}/1/since`, '1938'),
      `error told-before ${position}/1/since`,
    ],
    [
      'a rank before it was held',
      () => broken('/people/kowal/roles/0/when', '1940/1945'),
      'error anachronism /events/lwow-1939-10/participants/0/role',
    ],
    [
      'a rank after it was held',
      () => broken('/people/kowal/roles/0/when', '1920/1938'),
      'error anachronism /events/lwow-1939-10/participants/0/role',
    ],
    [
      'a rank of another name',
      () =>
        twice(
          '/people/kowal/roles/0/when',
          '1940/1945',
          '/events/lwow-1939-10/participants/0/role',
          'Guest',
        ),
    ],
    [
      'an organisation before it existed',
      () => broken('/organisations/office/when', '1940/1945'),
      'error anachronism /events/lwow-1939-10/participants/0/role',
      'error anachronism /events/lwow-1939-10/participants/1/who',
    ],
    [
      'a wide locator',
      () => broken(`${position}/1/citations/0/locator`, '9–123'),
      `error wide-locator ${position}/1/citations/0/locator`,
    ],
    [
      'a wide locator of chapters',
      () =>
        twice(
          `${position}/1/citations/0/locator`,
          '1-60',
          `${position}/1/citations/0/label`,
          'section',
        ),
    ],
    [
      'a wide locator in running text',
      () => broken('/events/lwow-1939-10/summary/pl', '[@memoir, pp. 1-51]'),
      'error wide-locator /events/lwow-1939-10/summary/pl',
    ],
    [
      'two records of one book',
      () => broken('/sources/twin', structuredClone(sample().sources!['memoir'])),
      'error twins /sources/twin',
      'warning unused-source /sources/twin',
    ],
    [
      'two records of one address',
      () =>
        broken('/sources/twin', {
          csl: { type: 'webpage', title: 'Z', URL: 'http://www.example.org' },
          kind: 'website',
          verification: 'confirmed',
        }),
      'error twins /sources/twin',
      'warning unused-source /sources/twin',
    ],
    [
      'two editions',
      () =>
        broken('/sources/twin', {
          ...sample().sources!['memoir'],
          csl: { ...sample().sources!['memoir']!.csl, issued: { 'date-parts': [[1952]] } },
        }),
      'warning unused-source /sources/twin',
    ],
    [
      'a CSL type that styles drop',
      () => broken('/sources/doc/csl/type', 'document'),
      'error dropped-by-style /sources/doc/csl/type',
    ],
    [
      'a CSL type that is none',
      () => broken('/sources/doc/csl/type', 'journalArticle'),
      'error dropped-by-style /sources/doc/csl/type',
    ],
    [
      'a source without title and author',
      () => broken('/sources/doc/csl/title', undefined),
      'error dropped-by-style /sources/doc/csl',
    ],
    [
      'a stray number',
      () => broken(`${quoted}/text`, 'a hundred times 60 more dangerous'),
      `warning stray-number ${quoted}/text`,
    ],
    [
      'a glued number',
      () => broken(`${quoted}/translations/0/text`, 'more dangerous60 and efficient'),
      `warning stray-number ${quoted}/translations/0/text`,
    ],
    [
      'a stray number that is noted',
      () =>
        twice(`${quoted}/text`, 'a hundred times 60 more', `${quoted}/note`, 'So in the source.'),
    ],
    [
      'numbers at home',
      () =>
        broken(
          `${quoted}/text`,
          'on page 60 about 20 officers and 30 men met in 1939; after 12 days',
        ),
    ],
    ['nobody to tell of an error', () => broken('/contact', undefined), 'warning no-contact '],
    [
      'a source that nobody cites',
      () => broken(`${position}/2/citations/0/source`, 'doc'),
      'warning unused-source /sources/article',
    ],
    [
      'a part after the whole',
      () => broken('/events/winter/dates/0/edtf', '1941'),
      'error outside-whole /events/lwow-1939-10/partOf',
    ],
    [
      'a translation by nobody',
      () => broken(`${quoted}/translations/0/translator`, ''),
      `error nameless-translation ${quoted}/translations/0`,
    ],
    [
      'a Julian day that was not converted',
      () =>
        broken('/events/lwow-1939-10/dates/1', {
          edtf: '1939-10-25',
          preferred: true,
          citations: [{ source: 'memoir', locator: '54', via: 'web' }],
          calendar: 'julian',
          wording: { language: 'en', text: 'on 25 October' },
        }),
      'warning unconverted /events/lwow-1939-10/dates/1/edtf',
    ],
    [
      'two preferred dates',
      () => broken('/events/lwow-1939-10/dates/0/preferred', true),
      'error twice-preferred /events/lwow-1939-10/dates/1/preferred',
    ],
    [
      'an id of two records',
      () => broken('/places/winter', { label: 'W', names: [] }),
      'error shared-id /places/winter',
    ],
    [
      'a review after the last change',
      () => broken('/modified', '2026-01-01'),
      'warning after-modified /changes/0/date',
    ],
  ];
  const seen = new Set<string>();
  for (const [name, dataset, ...problems] of table) {
    it(name, () => {
      const got = found(dataset());
      got.forEach((one) => seen.add(one.split(' ')[1]!));
      expect(got.sort()).to.deep.equal(problems.sort());
    });
  }

  it('has seen each rule fail', () => {
    expect([...seen].sort()).to.deep.equal([...rules].sort());
  });

  it('tells of EDTF that is none, and of what is no dataset', () => {
    expect(
      check(broken('/events/winter/dates/0/edtf', '1939-1')).map(({ path }) => path),
    ).to.include('/events/winter/dates/0/edtf');
    expect(check(null)).to.have.length(1);
    expect(check({ events: 5 })).to.have.length(1);
  });

  it('counts pages', () => {
    const pages: Record<string, number> = {
      '54': 1,
      '188–191': 4,
      '188-91': 4,
      '9–123': 115,
      '1, 3, 5-6': 4,
      xii: 0,
      'f. 12v': 0,
      '33/266': 0,
      '10-1': 2,
      '1:20': 0,
      '': 0,
    };
    for (const [locator, count] of Object.entries(pages))
      expect(pagesIn(locator), locator).to.equal(count);
  });
});
