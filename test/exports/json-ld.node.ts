/** JSON-LD, read by a processor that is not ours with a context that stands here: no test asks the network. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import jsonld from 'jsonld';
import { compile } from '../../src/dataset/compile.js';
import { jsonLd, jsonLdScript } from '../../src/exports/index.js';
import { compiled, ITEMS } from './sample.js';

const data = compiled();
const PAGE = 'https://example.org/page';
const SCHEMA = 'http://schema.org/';
const DCTERMS = 'http://purl.org/dc/terms/';

/** What Schema.org's own context says of the terms used here: addresses and dates are no texts. */
const CONTEXT = {
  '@vocab': SCHEMA,
  ...Object.fromEntries(
    ['url', 'sameAs', 'license', 'archivedAt'].map((term) => [
      term,
      { '@id': SCHEMA + term, '@type': '@id' },
    ]),
  ),
  ...Object.fromEntries(
    ['startDate', 'endDate', 'datePublished', 'dateModified'].map((term) => [
      term,
      { '@id': SCHEMA + term, '@type': `${SCHEMA}Date` },
    ]),
  ),
};

const options = {
  base: PAGE,
  // Fails on any term or address that would be lost in silence.
  safe: true,
  documentLoader: (url: string) =>
    url === 'https://schema.org'
      ? Promise.resolve({ documentUrl: url, document: { '@context': CONTEXT } })
      : Promise.reject(new Error(`asked for ${url}`)),
};

type Expanded = Record<
  string,
  { '@id'?: string; '@value'?: unknown; '@type'?: string; '@language'?: string }[]
>;

const graph = async (document: object): Promise<Map<string, Expanded>> => {
  const [top] = await jsonld.expand(document, options);
  const nodes = (top!['@graph'] ?? (await jsonld.expand(document, options))) as ({
    '@id': string;
  } & Expanded)[];
  return new Map(nodes.map((node) => [node['@id'].replace(`${PAGE}#`, ''), node]));
};
const values = (node: Expanded | undefined, term: string): unknown[] =>
  (node?.[term.includes(':') ? term : SCHEMA + term] ?? []).map((it) => it['@id'] ?? it['@value']);
const idOf = (...ids: string[]): string[] => ids.map((id) => `${PAGE}#${id}`);

/** Shape rules of our own: each type, and the terms that it may have in Schema.org. */
const THING = [
  'name',
  'alternateName',
  'description',
  'disambiguatingDescription',
  'sameAs',
  'url',
  'subjectOf',
];
const WORK = [
  ...THING,
  'text',
  'about',
  'author',
  'editor',
  'translator',
  'creator',
  'citation',
  'datePublished',
  'dateModified',
  'inLanguage',
  'publisher',
  'isPartOf',
  'hasPart',
  'archivedAt',
  'correction',
  'creativeWorkStatus',
  'version',
  'license',
  'pagination',
];
const TERMS: Record<string, string[]> = {
  Event: [...THING, 'startDate', 'endDate', 'location', 'superEvent'],
  Place: [...THING, 'geo', 'containedInPlace'],
  Country: THING,
  GeoCoordinates: ['latitude', 'longitude'],
  Person: [...THING, 'familyName', 'givenName', 'jobTitle'],
  Organization: THING,
  Claim: [...WORK, 'appearance'],
  Book: [...WORK, 'isbn'],
  Periodical: [...WORK, 'issn'],
  ...Object.fromEntries(
    [
      'Dataset',
      'Chapter',
      'ScholarlyArticle',
      'NewsArticle',
      'Article',
      'WebPage',
      'WebSite',
      'Blog',
      'BlogPosting',
      'Thesis',
      'Report',
      'Manuscript',
      'CreativeWork',
    ].map((type) => [type, WORK]),
  ),
};

function shaped(node: unknown): void {
  if (Array.isArray(node)) return node.forEach(shaped);
  if (typeof node !== 'object' || node === null) return;
  const { '@id': id, '@type': type, '@value': value, ...terms } = node as Record<string, unknown>;
  if (value !== undefined || (type === undefined && id !== undefined && !Object.keys(terms).length))
    return;
  assert.ok(typeof type === 'string' && TERMS[type], `type ${String(type)}`);
  for (const [term, one] of Object.entries(terms)) {
    if (one === undefined) continue;
    assert.ok(
      TERMS[type]!.includes(term) || (type === 'Event' && term === 'dcterms:date'),
      `${type}.${term}`,
    );
    assert.notEqual(one, '', `${type}.${term} is empty`);
    shaped(one);
  }
}

test('a processor reads all of it, and every node is of a type that has these terms', async () => {
  const document = jsonLd(data);
  shaped(document['@graph']);
  const nodes = await graph(document);
  for (const id of [
    'dataset',
    'event-meeting',
    'claim-purpose',
    'person-kowal',
    'organisation-office',
    'place-lviv',
    ...Object.keys(ITEMS).map((it) => `source-${it}`),
  ])
    assert.ok(nodes.has(id), id);
  const quads = await jsonld.toRDF(document, options);
  assert.ok(quads.length > 150, String(quads.length));
  assert.doesNotMatch(JSON.stringify(document), /ClaimReview|reviewRating/);
});

test('an event has its place, its claims, its works and every date that is given for it', async () => {
  const event = (await graph(jsonLd(data))).get('event-meeting');
  assert.deepEqual(values(event, 'location'), idOf('place-lviv'));
  assert.deepEqual(values(event, 'startDate'), ['1939-12-06']);
  assert.deepEqual(values(event, 'endDate'), ['1939-12-07']);
  assert.deepEqual(
    event?.[`${DCTERMS}date`]?.map((it) => [it['@type'], it['@value']]),
    ['1939-12-06/1939-12-07', '[1939-11-21..1939-11-30]'].map((it) => [
      'http://id.loc.gov/datatypes/edtf/EDTF',
      it,
    ]),
  );
  const named = values(event, 'subjectOf');
  for (const id of idOf('claim-purpose', 'source-cyrillic', 'source-webpage', 'source-signs'))
    assert.ok(named.includes(id), id);
});

test('who was there is never said outright, but as a claim of the works that say so', async () => {
  const event = data.events.meeting!;
  const roster = { ...event.participants![0]!, role: 'Guest' };
  const doubted: typeof data = {
    ...data,
    events: {
      ...data.events,
      meeting: {
        ...event,
        participants: [
          roster,
          { ...roster, stance: 'disputes', cites: [{ source: 'signs' }] },
          { type: 'organisation', who: 'office', name: 'Office' },
        ],
      },
    },
  };
  const document = jsonLd(doubted);
  const nodes = await graph(document);
  const lines = (
    nodes.get('event-meeting')?.[`${SCHEMA}subjectOf`] as unknown as Expanded[]
  ).filter((it) => values(it, 'text').length);
  const [kowal, office] = ['person-kowal', 'organisation-office'].map((id) =>
    String(values(nodes.get(id), 'name')[0]),
  );
  assert.deepEqual(
    lines.map((it) => ['text', 'about', 'appearance', 'citation'].map((term) => values(it, term))),
    [
      [[`${kowal}: was there (Guest)`], 'person-kowal', 'source-polish'],
      [[`${kowal}: was not there (Guest)`], 'person-kowal', 'source-signs'],
      [[`${office}: was there (no source given)`], 'organisation-office'],
    ].map(([text, who, ...works]) => [
      text,
      idOf('event-meeting', who as string),
      idOf(...(works as string[])),
      idOf(...(works as string[])),
    ]),
  );
  assert.doesNotMatch(JSON.stringify(document), /attendee|performer|organizer|participant/);
  shaped(document['@graph']);
});

test('what is in doubt has no start that a machine could take for a fact', async () => {
  const rumour = (await graph(jsonLd(data))).get('event-rumour');
  assert.deepEqual(values(rumour, 'startDate'), []);
  assert.deepEqual(values(rumour, `${DCTERMS}date`), ['1939-10']);
  assert.match(String(values(rumour, 'disambiguatingDescription')[0]), /^Unconfirmed\. /);
  const nowhere = (await graph(jsonLd(data))).get('place-nowhere');
  assert.deepEqual(values(nowhere, 'geo'), []);
});

test('a claim appears where it is made, and cites whoever speaks of it', async () => {
  const claim = (await graph(jsonLd(data))).get('claim-purpose');
  assert.deepEqual(values(claim, 'appearance'), idOf('source-polish'));
  assert.deepEqual(values(claim, 'citation'), idOf('source-polish', 'source-thesis'));
  assert.deepEqual(
    values(claim, 'about'),
    idOf('event-meeting', 'person-kowal', 'organisation-office', 'place-lviv'),
  );
  assert.deepEqual(values(claim, 'creativeWorkStatus'), ['Contested']);
  const [one, two] = claim?.[`${SCHEMA}hasPart`] as unknown as Expanded[];
  assert.deepEqual(values(one, 'creator'), idOf('person-kowal'));
  assert.deepEqual(values(one, 'text'), ['Supports it: So it was.']);
  assert.deepEqual(values(two, 'creator'), ['A critic']);
  assert.deepEqual(values(two, 'text'), ['Disputes it: It was not.']);
});

test('names and titles keep their script and their language', async () => {
  const nodes = await graph(jsonLd(data));
  const [book, person, place] = ['source-cyrillic', 'person-kowal', 'place-lviv'].map((id) =>
    nodes.get(id),
  );
  assert.deepEqual(book?.[`${SCHEMA}name`], [
    { '@value': ITEMS.cyrillic!.title, '@language': 'ru' },
  ]);
  const author = book?.[`${SCHEMA}author`]?.[0] as unknown as Expanded;
  assert.deepEqual(values(author, 'familyName'), ['Вишлёв']);
  assert.deepEqual(person?.[`${SCHEMA}alternateName`], [
    { '@value': 'Ян Коваль', '@language': 'ru' },
  ]);
  assert.deepEqual(values(place, 'alternateName'), ['Львів', 'Lwów', 'Lemberg']);
  assert.deepEqual(values(person, 'sameAs'), [
    'http://www.wikidata.org/entity/Q1',
    'https://d-nb.info/gnd/118540238',
  ]);
  assert.deepEqual(values(nodes.get('source-hebrew'), 'name'), [ITEMS.hebrew!.title]);
  assert.equal(
    (nodes.get('source-particles') as unknown as { '@type': string[] })['@type'][0],
    `${SCHEMA}Book`,
  );
});

test('what a source got wrong is said with it', async () => {
  const nodes = await graph(jsonLd(data));
  assert.match(
    String(values(nodes.get('source-signs'), 'correction')[0]),
    /They met on the 9th\. Correction: It was the 6th\./,
  );
  assert.deepEqual(values(nodes.get('source-cyrillic'), 'correction'), []);
});

test('some records bring what they name, in the reader’s language, at an address of their own', () => {
  const some = jsonLd(data, ['purpose'], { base: 'https://e.org/p', language: 'pl' });
  const ids = (some['@graph'] as { '@id': string; creativeWorkStatus?: string }[]).map(
    (it) => it['@id'],
  );
  assert.deepEqual(ids.slice(0, 2), ['https://e.org/p#dataset', 'https://e.org/p#claim-purpose']);
  assert.ok(ids.includes('https://e.org/p#source-thesis'));
  assert.ok(!ids.includes('https://e.org/p#source-hebrew'));
  assert.match(JSON.stringify(some), /"Sporne"/);
});

test('in a script element it ends nothing and is the same', () => {
  const script = jsonLdScript(data);
  const [, json = ''] =
    /^<script type="application\/ld\+json">([^<>&\u2028\u2029]*)<\/script>$/.exec(script) ?? [];
  assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(jsonLd(data))));
  assert.ok(json.includes('\\u003c/script'));
  const broken = { ...data, title: 'a\u2028b\u2029c]]>' };
  assert.doesNotMatch(jsonLdScript(broken, []), /[\u2028\u2029]|]]>/);
});

test('the conferences are sound, all of them', async () => {
  const conferences = compile(JSON.parse(await readFile('data/conferences/dataset.json', 'utf8')));
  const document = jsonLd(conferences);
  shaped(document['@graph']);
  const nodes = await graph(document);
  const { events, claims, sources, people, organisations, places } = conferences;
  const count = [events, claims, sources, people, organisations, places].reduce(
    (sum, map) => sum + Object.keys(map).length,
    1,
  );
  assert.equal(nodes.size, count);
});
