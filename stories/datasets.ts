import type { Dataset, DateStatement } from '../src/dataset/types.js';
import { DatasetResource } from '../src/store/resource.js';
import { shared } from '../src/store/shared.js';

/** An inline dataset as a page writes it; the template that holds it cannot have it as text. */
export function block(dataset: unknown): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent =
    typeof dataset === 'string' ? dataset : `\n${JSON.stringify(dataset, null, 2)}\n`;
  return script;
}

/** The URL of a dataset that is always on its way. */
export function slow(): string {
  const url = 'https://example.org/slow.json';
  const resources = shared('resources.1', () => new Map<string, DatasetResource>());
  resources.set(url, new DatasetResource(url, () => new Promise(() => {})));
  return url;
}

/** Where no server answers. */
export const UNREACHABLE = 'https://dataset.invalid/conferences.json';

/** A dataset in which there is nothing yet. */
export const empty: Dataset = {
  title: 'Nothing yet',
  language: 'en',
  licence: 'CC-BY-4.0',
  editors: [{ name: 'An editor' }],
  version: '0.1.0',
  modified: '2026-01-01',
  changes: [],
  kinds: {},
  events: {},
  claims: {},
  sources: {},
  people: {},
  organisations: {},
  places: {},
  errata: {},
};

/** A town that does not exist, and what was written about it: no real author is made to say anything here. */
export const fire: Dataset = {
  ...empty,
  title: 'The fire at Exampleton',
  sources: {
    'gazette-1921': {
      csl: {
        type: 'article-newspaper',
        title: 'Town hall in flames',
        'container-title': 'The Exampleton Gazette',
        issued: { 'date-parts': [[1921, 3, 8]] },
      },
      kind: 'journalism',
      verification: 'confirmed',
      archived: 'https://example.org/archive/gazette-1921',
    },
    'kowalska-1975': {
      csl: {
        type: 'book',
        title: 'Moje lata w urzędzie',
        author: [{ family: 'Kowalska', given: 'Anna' }],
        publisher: 'Wydawnictwo Przykład',
        issued: { 'date-parts': [[1975]] },
        language: 'pl',
      },
      kind: 'memoir',
      translatedTitle: { en: 'My years in office' },
      verification: 'locator-unverified',
    },
    'nowak-1998': {
      csl: {
        type: 'article-journal',
        title: 'The town hall fire reconsidered',
        author: [{ family: 'Nowak', given: 'Jan' }],
        'container-title': 'Exampleton Historical Review',
        volume: 12,
        page: '81-99',
        issued: { 'date-parts': [[1998]] },
      },
      kind: 'article',
      verification: 'confirmed',
    },
    'inquest-1921': {
      csl: {
        type: 'manuscript',
        title: 'Inquest into the fire',
        issued: { 'date-parts': [[1921]] },
      },
      kind: 'archival-document',
      verification: 'uncertain',
    },
  },
};

const FORMS = {
  'A day': '1917-03-05',
  'A day and hour': '1917-04-05T10:30',
  'From day to day': '1917-02-10/1917-03-20',
  'Coarse at its end': '1917-02-10/1917-06',
  'One of these days': '[1917-02-01..1917-05-20]',
  'One of several': '[1917-02-01,1917-05-20..1917-06-20,1917-09-01]',
  'All of several': '{1917-02-01,1917-05,1917-08-10}',
  'The 12th of some month': '1917-XX-12',
  'A month': '1917-06',
  'A season': '1917-22',
  'Digits not given': '1917-1X',
  'A year': '1917',
  'Until then': '../1917-03-01',
  'From then on': '1917-09-10/..',
  'Nobody says until when': '1917-07-01/',
  'Then or later': '[1917-10-01..]',
  'An uncertain month': '1917-04?',
  'An approximate month': '1917-08~',
  'Doubtful at its end': '1917-04-02/1917-06-02%',
};

const DISPUTED: [title: string, DateStatement[]][] = [
  [
    'Two sources, two dates',
    [
      { edtf: '1917-05-08', citations: [{ source: 'nowak-1998' }] },
      { edtf: '1917-07-20', citations: [{ source: 'kowalska-1975' }] },
    ],
  ],
  [
    'By the Julian calendar',
    [
      {
        edtf: '1917-11-07',
        calendar: 'julian',
        wording: { language: 'en', text: '25 October' },
        citations: [{ source: 'gazette-1921' }],
      },
    ],
  ],
];

/** Each form of date, two sources that give different ones, and one with the Julian calendar. */
export const dates: Dataset = {
  ...fire,
  title: 'Forms of dates',
  kinds: { form: 'Form' },
  events: Object.fromEntries(
    [
      ...Object.entries(FORMS).map(([title, edtf]): [string, DateStatement[]] => [
        title,
        [{ edtf, unsourced: true }],
      ]),
      ...DISPUTED,
    ].map(([title, given], i) => [
      `form-${i}`,
      {
        title,
        kind: 'form',
        dates: given,
        occurrence: { status: 'established', reason: 'It is an example.', unsourced: true },
        summary: 'An example.',
      },
    ]),
  ),
};

const report = { source: 'report' };

/** Words longer than any line, and more of everything than there is room for. */
export const long: Dataset = {
  ...empty,
  title: 'Long words',
  kinds: { agreement: 'Agreement with a kind that needs more than one line on a telephone' },
  events: {
    long: {
      title:
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: the extraordinary general meeting at which nobody could agree on anything at all, as told by everyone who was there',
      kind: 'agreement',
      dates: [
        {
          edtf: '1939-10-30/1940-03-02',
          preferred: true,
          citations: [report],
          note: 'The minutes were begun on one day and closed on another, and it is open which of the two days is meant.',
        },
        {
          edtf: '[1939-11-21..1939-11-30]',
          citations: [{ ...report, locator: '1204–1298, with the footnotes and the appendix' }],
        },
        { edtf: '1939-11~', unsourced: true },
      ],
      occurrence: {
        status: 'contested',
        reason: `${'The grounds for it fill a long paragraph. '.repeat(12)}[@report, p. 12]`,
        citations: [report],
      },
      places: [
        {
          place: 'long',
          venue: 'The large hall on the second floor of the house behind the old customs office',
          citations: [report],
        },
      ],
      participants: Array.from({ length: 24 }, (_, i) => ({
        who: 'clerk',
        role: `Deputy assistant secretary number ${i + 1} of the commission for the affairs of the river`,
        citations: [{ ...report, locator: `${i + 1}` }],
      })),
      summary: `${'A summary without an end, and without a paragraph. '.repeat(30)}See https://example.org/${'a-path-that-cannot-be-broken-'.repeat(8)}.html.`,
    },
  },
  sources: {
    report: {
      csl: {
        type: 'report',
        title:
          'Report of the commission on the report of the commission, with an appendix on appendices',
        author: Array.from({ length: 14 }, (_, i) => ({
          family: `Surname-Hyphenated-${i + 1}`,
          given: 'Maximiliana',
        })),
        issued: { 'date-parts': [[1951]] },
        URL: `https://example.org/${'archive/'.repeat(20)}report.pdf`,
      },
      kind: 'document-edition',
      verification: 'uncertain',
    },
  },
  people: { clerk: { label: 'A clerk with a name that is longer than a name should ever be' } },
  places: {
    long: {
      label: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
      names: [
        { text: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', language: 'cy' },
      ],
    },
  },
};

/** A dataset in a language that is written from right to left. */
export const arabic: Dataset = {
  ...empty,
  title: 'حريق دار البلدية',
  language: 'ar',
  kinds: { fire: 'حريق' },
  events: {
    fire: {
      title: 'حريق في دار البلدية',
      kind: 'fire',
      dates: [{ edtf: '1921-03-04/1921-03-05', citations: [{ source: 'gazette', locator: '1' }] }],
      occurrence: {
        status: 'established',
        reason: 'يذكره مصدران مستقلان [@gazette, p. 1].',
        citations: [{ source: 'gazette', locator: '1' }],
      },
      places: [{ place: 'town', citations: [{ source: 'gazette' }] }],
      summary: 'احترق الجناح الشرقي، ولم يُصب أحد بأذى [@gazette, p. 1; @nowak].',
    },
  },
  claims: {
    cause: {
      statement: 'أُضرمت النار عمدًا.',
      undisputed: 'بدأ الحريق في غرفة السجلات.',
      about: ['fire'],
      status: 'contested',
      assessment: {
        by: 'المحرر',
        date: '2026-01-01',
        reason: 'تقول ذلك مذكرات، وينفيه مؤرخ اطّلع على التحقيق.',
      },
      positions: [
        {
          holder: { name: 'آنا كوفالسكا' },
          stance: 'supports',
          basis: 'hearsay',
          says: 'سمعت من الحارس عن رائحة بنزين.',
          citations: [{ source: 'gazette' }],
        },
        {
          holder: { name: 'Jan Nowak' },
          stance: 'disputes',
          basis: 'document',
          says: 'وجد التحقيق موقدًا معطوبًا.',
          citations: [{ source: 'nowak', locator: '88' }],
        },
      ],
    },
  },
  sources: {
    gazette: {
      csl: {
        type: 'article-newspaper',
        title: 'حريق كبير',
        'container-title': 'الجريدة',
        issued: { 'date-parts': [[1921, 3, 8]] },
        language: 'ar',
      },
      kind: 'journalism',
      verification: 'confirmed',
    },
    nowak: {
      csl: {
        type: 'book',
        title: 'The town hall fire',
        author: [{ family: 'Nowak', given: 'Jan' }],
        issued: { 'date-parts': [[1998]] },
        language: 'en',
      },
      kind: 'monograph',
      verification: 'confirmed',
    },
  },
  places: { town: { label: 'المدينة', names: [{ text: 'المدينة', language: 'ar' }] } },
};
