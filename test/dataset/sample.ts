import type { Dataset } from '../../src/dataset/types.js';

/** A small sound dataset, new at each call, so that a test may break it. */
export function sample(): Dataset {
  return {
    title: 'Sample',
    description: 'Of *meetings* [@doc, p. 2].',
    language: 'en',
    languages: ['en', 'pl'],
    licence: 'CC-BY-4.0',
    editors: [{ name: 'E', url: 'mailto:e@example.org' }],
    contact: 'mailto:errors@example.org',
    version: '1.0.0',
    modified: '2026-01-02',
    changes: [{ version: '1.0.0', date: '2026-01-02', what: 'Begun.' }],
    kinds: { meeting: 'Meeting' },
    events: {
      winter: {
        title: 'Winter',
        kind: 'meeting',
        dates: [{ edtf: '1939-10/1940-03', citations: [{ source: 'doc' }] }],
        occurrence: { status: 'established', reason: 'Papers.', citations: [{ source: 'doc' }] },
      },
      'lwow-1939-10': {
        title: { en: 'Meeting at Lwów', pl: 'Spotkanie we Lwowie' },
        kind: 'meeting',
        dates: [
          { edtf: '1939-11', unsourced: true },
          {
            edtf: '1939-10',
            preferred: true,
            citations: [{ source: 'memoir', locator: '54', via: 'web' }],
            calendar: 'gregorian',
          },
        ],
        occurrence: {
          status: 'unconfirmed',
          reason: 'One source [@memoir, pp. 54-56].',
          citations: [{ source: 'memoir' }],
        },
        places: [{ place: 'lviv', venue: 'Hotel', unsourced: true }],
        participants: [
          { who: 'kowal', role: 'Colonel', citations: [{ source: 'doc', locator: '3' }] },
          { who: 'office', stance: 'disputes', citations: [{ source: 'doc', locator: '3' }] },
        ],
        summary: { en: 'They *met*.', pl: '*Spotkali* się [@memoir, s. 54].' },
        claims: ['second'],
        partOf: 'winter',
        images: [
          {
            src: 'https://example.org/a.jpg',
            alt: 'A hall',
            credit: 'Somebody',
            width: 10,
            height: 10,
          },
        ],
      },
    },
    claims: {
      first: {
        statement: 'They met.',
        about: ['lwow-1939-10', 'kowal'],
        status: 'contested',
        assessment: { by: 'E', date: '2026-01-01', reason: 'A memoir against a paper.' },
        positions: [
          {
            holder: { name: 'A page' },
            stance: 'reports',
            basis: 'tertiary',
            says: 'So it is said.',
            citations: [{ source: 'web' }],
          },
          {
            holder: { person: 'kowal' },
            stance: 'supports',
            basis: 'eyewitness',
            says: 'I was there.',
            since: '1951',
            citations: [
              {
                source: 'memoir',
                locator: '54',
                quotation: {
                  language: 'pl',
                  text: 'Byłem tam.',
                  translations: [{ language: 'en', text: 'I was there.', translator: 'E' }],
                },
              },
            ],
          },
          {
            holder: { name: 'B. Historian' },
            stance: 'disputes',
            basis: 'document',
            says: 'No.',
            citations: [{ source: 'article', locator: '7' }],
          },
          {
            holder: { organisation: 'office' },
            stance: 'disputes',
            basis: 'document',
            says: 'No.',
            since: '1940-01',
            citations: [{ source: 'doc', locator: '3' }],
          },
        ],
        wouldSettle: 'The log.',
      },
      second: {
        statement: 'It was cold.',
        about: ['lviv'],
        status: 'established',
        assessment: { by: 'E', date: '2026-01-01', reason: 'Nobody doubts it.' },
        positions: [
          {
            holder: { name: 'Station' },
            stance: 'supports',
            basis: 'document',
            says: 'Frost.',
            citations: [{ source: 'doc' }],
          },
        ],
      },
    },
    sources: {
      doc: {
        csl: { type: 'report', title: 'Paper', issued: { 'date-parts': [[1941]] } },
        kind: 'archival-document',
        verification: 'confirmed',
      },
      memoir: {
        csl: {
          type: 'book',
          title: 'Wspomnienia',
          language: 'pl',
          author: [{ family: 'Kowal', given: 'Jan' }],
          issued: { 'date-parts': [[1951]] },
        },
        kind: 'memoir',
        translatedTitle: { en: 'Memories' },
        verification: 'confirmed',
      },
      article: {
        csl: {
          type: 'article-journal',
          title: 'No meeting',
          'container-title': 'Past',
          author: [{ family: 'Historian', given: 'B.' }],
          issued: { 'date-parts': [[1999]] },
        },
        kind: 'article',
        verification: 'confirmed',
      },
      web: {
        csl: { type: 'webpage', title: 'A page', URL: 'https://example.org/' },
        kind: 'tertiary',
        verification: 'confirmed',
      },
    },
    people: {
      kowal: {
        label: 'Jan Kowal',
        roles: [
          {
            title: 'Colonel',
            organisation: 'office',
            when: '1938/1945',
            citations: [{ source: 'memoir', locator: '5' }],
          },
        ],
      },
    },
    organisations: { office: { label: 'The Office', when: '1919/1945' } },
    places: {
      lviv: {
        label: 'Lviv',
        names: [
          { text: 'Lviv', language: 'uk', when: '1918/' },
          { text: 'Львів', language: 'uk', when: '1991/..' },
          { text: 'Lemberg', language: 'de', when: '1772/1918' },
          { text: 'Lwów', language: 'pl', when: '../1939' },
        ],
        country: { then: 'Soviet Union', now: 'Ukraine' },
        coordinates: { longitude: 24.03, latitude: 49.84, certainty: 'exact' },
      },
    },
    errata: {
      slip: {
        source: 'web',
        says: 'Wrong year.',
        correction: 'Right year [@doc].',
        about: ['lwow-1939-10'],
        by: 'E',
        date: '2026-01-01',
        citations: [{ source: 'doc' }],
      },
    },
  };
}

/** A value that a test may look into and break, whatever its type. */
export type Loose = { [key: string]: Loose } & Loose[] & (string | number | boolean | null);

/** The sample with one place changed: `path` as a JSON Pointer; `undefined` takes the member away. */
export function broken(path: string, value: unknown): unknown {
  const data = sample() as unknown as Loose;
  const keys = path.split('/').slice(1);
  const last = keys.pop()!;
  let at = data;
  for (const key of keys) at = at[key]!;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value as Loose;
  return data;
}
