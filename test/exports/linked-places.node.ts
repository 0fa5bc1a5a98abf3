/** Linked Places: the shape that its documentation gives (version 1.1), and GeoJSON's own (RFC 7946). */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { compile } from '../../src/dataset/compile.js';
import { linkedPlaces, timespan, type Bound, type Timespan } from '../../src/exports/index.js';
import { compiled } from './sample.js';

interface When {
  timespans: Timespan[];
}
interface Feature {
  '@id': string;
  type: string;
  properties: { title: string };
  when?: When;
  names: {
    toponym: string;
    lang?: string;
    citations: { label: string; '@id': string }[];
    when?: When;
  }[];
  geometry: {
    type: string;
    geometries: { type: string; coordinates: number[]; certainty: string }[];
  };
  links: { type: string; identifier: string }[];
  descriptions?: { value: string; lang: string }[];
}
interface Collection {
  '@context': string;
  type: string;
  features: Feature[];
}

const BASE = 'https://example.org/places';
const data = compiled();
const made = (...args: Parameters<typeof linkedPlaces>): Collection =>
  JSON.parse(JSON.stringify(linkedPlaces(...args))) as Collection;

/** ISO 8601, with at most one sign of doubt at its end. */
const DATE = /^-?\d{4}(-\d\d){0,2}[~?%]?$/;

function bounded(bound: Bound): void {
  const keys = Object.keys(bound);
  assert.ok(keys.length && keys.every((key) => ['in', 'earliest', 'latest'].includes(key)));
  for (const value of Object.values(bound) as string[]) assert.match(value, DATE);
}

function shaped(collection: Collection): void {
  assert.equal(collection.type, 'FeatureCollection');
  assert.match(collection['@context'], /^https:\/\/.*linkedplaces-context-v1\.1\.jsonld$/);
  for (const feature of collection.features) {
    assert.match(feature['@id'], /^https:\/\//);
    assert.equal(feature.type, 'Feature');
    assert.ok(feature.properties.title);
    assert.ok(feature.names.length);
    assert.ok(feature.names.some(({ citations }) => citations.some((it) => it.label && it['@id'])));
    for (const { toponym } of feature.names) assert.ok(toponym);
    for (const when of [feature.when, ...feature.names.map((it) => it.when)])
      for (const { start, end } of when?.timespans ?? []) {
        bounded(start);
        if (end) bounded(end);
      }
    assert.equal(feature.geometry.type, 'GeometryCollection');
    for (const { type, coordinates, certainty } of feature.geometry.geometries) {
      assert.equal(type, 'Point');
      const [longitude = NaN, latitude = NaN] = coordinates;
      assert.ok(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && coordinates.length === 2);
      assert.ok(['certain', 'less-certain', 'uncertain'].includes(certainty));
    }
    for (const { type, identifier } of feature.links) {
      assert.ok(
        ['exactMatch', 'closeMatch', 'primaryTopicOf', 'subjectOf', 'seeAlso'].includes(type),
      );
      assert.match(identifier, /^https?:\/\/\S+$/);
    }
  }
}

test('every place has the documented shape, here and in the conferences', async () => {
  shaped(made(data, undefined, { base: BASE }));
  const conferences = compile(JSON.parse(await readFile('data/conferences/dataset.json', 'utf8')));
  const all = made(conferences, undefined, { base: BASE });
  shaped(all);
  assert.equal(all.features.length, Object.keys(conferences.places).length);
});

test('names keep their script, language and time; a place knows when it is spoken of', () => {
  const [lviv] = made(data, ['lviv'], { base: BASE }).features;
  assert.deepEqual(
    lviv!.names.map(({ toponym, lang, when }) => [toponym, lang, when?.timespans[0]]),
    [
      ['Львів', 'uk', undefined],
      ['Lwów', 'pl', { start: { in: '1918' }, end: { in: '1945' } }],
      ['Lemberg', 'de', { start: { latest: '1918' }, end: { in: '1918' } }],
    ],
  );
  assert.deepEqual(lviv!.when?.timespans, [
    { start: { in: '1939-12-06' }, end: { in: '1939-12-07' } },
  ]);
  assert.deepEqual(lviv!.geometry.geometries, [
    { type: 'Point', coordinates: [24.02324, 49.83826], certainty: 'certain' },
  ]);
  assert.deepEqual(
    lviv!.links.map(({ identifier }) => identifier),
    ['http://www.wikidata.org/entity/Q36036', 'https://www.geonames.org/702550'],
  );
  assert.deepEqual(lviv!.descriptions, [
    { value: 'A city (Żółkiewska-Świątek & Gąsienica 2010).', lang: 'en' },
  ]);
});

test('an event stands for its places; one that perhaps never was dates none', () => {
  const [nowhere, ...more] = made(data, ['rumour'], { base: BASE }).features;
  assert.equal(more.length, 0);
  assert.equal(nowhere!.properties.title, 'Nowhere');
  assert.equal(nowhere!.when, undefined);
  assert.equal(nowhere!.geometry.geometries[0]!.certainty, 'uncertain');
});

test('a date says as a timespan no more than it says as EDTF', () => {
  const table: Record<string, Timespan | undefined> = {
    '1939-12-06': { start: { in: '1939-12-06' } },
    '1939-10': { start: { in: '1939-10' } },
    '1940-03~': { start: { in: '1940-03~' } },
    '1918/1945': { start: { in: '1918' }, end: { in: '1945' } },
    '1939-11-XX': { start: { earliest: '1939-11-01', latest: '1939-11-30' } },
    '193X': { start: { earliest: '1930-01-01', latest: '1939-12-31' } },
    '[1939-11-21..1939-11-30]': { start: { earliest: '1939-11-21', latest: '1939-11-30' } },
    '../1939': { start: { latest: '1939' }, end: { in: '1939' } },
    '/1939': { start: { latest: '1939' }, end: { in: '1939' } },
    '1940-02-20/': { start: { in: '1940-02-20' }, end: { earliest: '1940-02-20' } },
    '1940/..': { start: { in: '1940' }, end: { earliest: '1940' } },
    '[..1939]': { start: { latest: '1939-12-31' } },
    '-0044-03-15': { start: { in: '-0044-03-15' } },
    '../..': undefined,
    nonsense: undefined,
  };
  for (const [edtf, expected] of Object.entries(table))
    assert.deepEqual(timespan(edtf), expected, edtf);
});
