/** Works of every type with names, titles and signs that exports get wrong, and records around them. */
import { compile } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import type { CslItem, Dataset, Source } from '../../src/dataset/types.js';

/** Signs that mean something to TeX, HTML, XML, URLs and JSON. */
export const SIGNS = String.raw`50 % & {more} \ $5 #1 a_b ~ ^ <x> "quoted" 'so' = + ; | @`;

export const ITEMS: Record<string, CslItem> = {
  cyrillic: {
    type: 'book',
    title: 'Накануне 22 июня 1941 года',
    author: [{ family: 'Вишлёв', given: 'Олег Викторович' }],
    issued: { 'date-parts': [[2001]] },
    publisher: 'Наука',
    'publisher-place': 'Москва',
    ISBN: '978-5-02-008725-9',
    language: 'ru',
  },
  polish: {
    type: 'chapter',
    title: 'Zbrodnia katyńska: w kręgu prawdy i kłamstwa',
    author: [
      { family: 'Żółkiewska-Świątek', given: 'Łucja' },
      { family: 'Gąsienica', given: 'Jędrzej' },
    ],
    editor: [{ family: 'Kalbarczyk', given: 'Sławomir' }],
    'container-title': 'Studia i materiały',
    issued: { 'date-parts': [[2010]] },
    publisher: 'Instytut Pamięci Narodowej',
    'publisher-place': 'Warszawa',
    page: '119–123',
    language: 'pl',
  },
  hebrew: {
    type: 'article-journal',
    title: 'מסע אל תוך הלילה',
    author: [{ family: 'כהן', given: 'רבקה' }],
    'container-title': 'יד ושם מחקרים',
    issued: { 'date-parts': [[1987, 4]] },
    volume: '12',
    issue: '3',
    page: '45-67',
    ISSN: '0084-3296',
    DOI: '10.1000/xyz_(1)%2',
    language: 'he',
  },
  arabic: {
    type: 'book',
    title: 'كتاب الأيام',
    author: [
      { family: 'Khwarizmi', given: 'Muhammad', 'non-dropping-particle': 'al-' },
      { family: 'حسين', given: 'طه' },
    ],
    issued: { 'date-parts': [[1929]] },
    language: 'ar',
  },
  particles: {
    type: 'book',
    title: 'Letters',
    author: [
      { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
      { family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { literal: 'Ministry of War, and of Peace' },
    ],
    issued: { 'date-parts': [[1888], [1890]] },
    language: 'en',
  },
  signs: {
    type: 'article-magazine',
    title: SIGNS,
    author: [{ literal: 'Smith & Sons {Ltd} 100 %' }],
    'container-title': 'The #1 Weekly_News',
    issued: { 'date-parts': [[1939, 12, 8]] },
    URL: 'https://example.org/a_b?x=1&y={2}%20#top',
    accessed: { 'date-parts': [[2026, 11, 23]] },
    language: 'en',
  },
  thesis: {
    type: 'thesis',
    title: 'On a demarcation line',
    author: [{ family: 'Nowak', given: 'Jan' }],
    issued: { 'date-parts': [[1999]] },
    publisher: 'University of Kraków',
    genre: 'PhD thesis',
    language: 'en',
  },
  webpage: {
    type: 'webpage',
    title: 'Notes on a meeting',
    'container-title': 'A Site',
    issued: { 'date-parts': [[2019, 3, 18]] },
    URL: 'https://example.org/notes',
    language: 'en',
  },
  newspaper: {
    type: 'article-newspaper',
    title: 'Town hall in flames',
    'container-title': 'Gazette',
    issued: { 'date-parts': [[1921, 3, 8]] },
    language: 'en',
  },
  'edited-book': {
    type: 'book',
    title: 'Documents',
    editor: [{ family: 'Sinclair', given: 'Ann' }],
    issued: { 'date-parts': [[1966]] },
    publisher: 'Press',
    language: 'en',
  },
  encyclopedia: {
    type: 'entry-encyclopedia',
    title: 'Meeting',
    'container-title': 'Great Encyclopedia',
    language: 'en',
  },
  conference: {
    type: 'paper-conference',
    title: 'Said there',
    author: [{ family: 'Levi', given: 'Primo' }],
    'container-title': 'Proceedings',
    issued: { 'date-parts': [[1961]] },
    language: 'it',
  },
  report: { type: 'report', title: 'Findings', publisher: 'Commission', language: 'en' },
  archive: { type: 'manuscript', title: 'Minutes', language: 'de' },
  bare: { type: 'no-such-type' },
};

/** A dataset with these works, an event, a claim, people and places. */
export function dataset(): Dataset {
  const sources = Object.fromEntries(
    Object.entries(ITEMS).map(([id, csl]): [string, Source] => [
      id,
      { csl, kind: 'monograph', verification: 'confirmed' },
    ]),
  );
  return {
    title: 'Works',
    language: 'en',
    languages: ['en', 'pl'],
    licence: 'CC-BY-4.0',
    editors: [{ name: 'Anna Kowalska' }],
    contact: 'mailto:errors@example.org',
    version: '1.1.0',
    modified: '2026-11-23',
    changes: [
      { version: '1.0.0', date: '2026-01-01', what: 'First edition.' },
      {
        version: '1.1.0',
        date: '2026-11-23',
        what: { en: 'The date.', pl: 'Data.' },
        about: ['meeting'],
      },
    ],
    kinds: { talk: 'Talk' },
    events: {
      meeting: {
        title: { en: 'Meeting', pl: 'Spotkanie' },
        kind: 'talk',
        dates: [
          { edtf: '1939-12-06/1939-12-07', citations: [{ source: 'cyrillic', locator: '188' }] },
          { edtf: '[1939-11-21..1939-11-30]', citations: [{ source: 'hebrew', via: 'webpage' }] },
        ],
        occurrence: {
          status: 'attested',
          reason: 'Two say so.',
          citations: [{ source: 'cyrillic' }],
        },
        places: [{ place: 'lviv', citations: [{ source: 'polish' }] }],
        participants: [{ who: 'kowal', citations: [{ source: 'polish', locator: '3' }] }],
        summary: 'They *met* [@particles; @signs, p. 2].',
      },
      rumour: {
        title: 'Rumour </script><b>',
        kind: 'talk',
        dates: [{ edtf: '1939-10', citations: [{ source: 'signs' }] }],
        occurrence: {
          status: 'unconfirmed',
          reason: 'Nobody else.',
          citations: [{ source: 'signs' }],
        },
        places: [{ place: 'nowhere', unsourced: true }],
      },
    },
    claims: {
      purpose: {
        statement: 'They met in order to talk.',
        about: ['meeting', 'kowal', 'office', 'lviv'],
        status: 'contested',
        assessment: { by: 'Anna Kowalska', date: '2026-11-23', reason: 'Two against one.' },
        positions: [
          {
            holder: { person: 'kowal' },
            stance: 'supports',
            basis: 'eyewitness',
            says: 'So it was.',
            citations: [{ source: 'polish', locator: '12' }],
          },
          {
            holder: { name: 'A critic' },
            stance: 'disputes',
            basis: 'scholarship',
            says: 'It was not.',
            citations: [{ source: 'thesis' }],
          },
        ],
      },
    },
    sources,
    people: {
      kowal: {
        label: 'Jan Kowal',
        names: [{ text: 'Ян Коваль', language: 'ru' }],
        roles: [{ title: 'Colonel', organisation: 'office', unsourced: true }],
        wikidata: 'Q1',
        gnd: '118540238',
      },
    },
    organisations: { office: { label: 'The Office', description: 'An office', wikidata: 'Q2' } },
    places: {
      lviv: {
        label: 'Lviv (Lwów)',
        names: [
          { text: 'Львів', language: 'uk' },
          { text: 'Lwów', language: 'pl', when: '1918/1945' },
          { text: 'Lemberg', language: 'de', when: '../1918' },
        ],
        country: { then: 'Poland', now: 'Ukraine' },
        coordinates: { longitude: 24.02324, latitude: 49.83826, certainty: 'exact' },
        geonames: '702550',
        wikidata: 'Q36036',
        note: 'A city [@polish].',
      },
      nowhere: {
        label: 'Nowhere',
        names: [],
        coordinates: { longitude: 1, latitude: 2, certainty: 'uncertain' },
      },
    },
    errata: {
      'wrong-day': {
        source: 'signs',
        locator: 'Chapter 2',
        says: 'They met on the 9th.',
        correction: 'It was the 6th.',
        about: ['meeting', 'purpose', 'kowal'],
        by: 'Anna Kowalska',
        date: '2026-11-23',
        citations: [{ source: 'cyrillic' }],
      },
    },
  };
}

/** The same, compiled; what is wrong in it is not told. */
export const compiled = (): CompiledDataset => compile(dataset());
