/** What the map of the conferences promises: that every line has an origin, holds together and stays small. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Dataset } from '../../src/dataset/types.js';
import {
  conic,
  type MapLayer,
  type Point,
  type Projection,
} from '../../src/elements/place-map/layer.js';
// @ts-expect-error: a script without types
import { compileMap as compileUntyped, conic as conicOfScript } from '../../scripts/map.mjs';

const compileMap = compileUntyped as (folder: string) => MapLayer;
const FOLDER = 'data/conferences/map';
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

type Spot = [number, number];
type Step =
  | string
  | { at: Spot; what: string }
  | { between: [string, string] }
  | { border: string; from: Spot; to: Spot }
  | { river: string; from: Spot | string; to: Spot | string }
  | { near: string; from: Spot; to: Spot };
interface Drawn {
  projection: Projection;
  towns: Record<string, { name: string; geonames: number; at: Spot }>;
  rivers: Record<string, { name: string; course: Step[] }>;
  lines: {
    kind: string;
    source: string;
    parts: { says: string; sure: string; course: Step[] }[];
  }[];
  names: { text: Record<string, string> }[];
  leftOut: { lake: Spot; why: string }[];
}
const drawn = read<Drawn>(`${FOLDER}/drawn.json`);
const layer = compileMap(FOLDER);
const dataset = read<Dataset>('data/conferences/dataset.json');

/** The pieces of path data as lists of points. */
const pieces = (d: string): Point[][] =>
  d
    .split('M')
    .filter(Boolean)
    .map((piece) => {
      const numbers = (piece.match(/-?\d+/g) ?? []).map(Number);
      let [x = 0, y = 0] = numbers;
      const points: Point[] = [[x, y]];
      for (let i = 2; i < numbers.length; i += 2)
        points.push([(x += numbers[i] ?? 0), (y += numbers[i + 1] ?? 0)]);
      return points;
    });
const far = (a: Point, b: Point): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1]) * drawn.projection.unit;
const project = conic(drawn.projection);

test('the layer stays below 25 kB, is the same each time, and is what the build publishes', () => {
  const text = JSON.stringify(layer);
  assert.ok(brotliCompressSync(text).length < 25_000, String(brotliCompressSync(text).length));
  assert.equal(JSON.stringify(compileMap(FOLDER)), text);
  assert.equal(dataset.map?.layer, 'maps/conferences.json');
  assert.equal(readFileSync('dist/data/maps/conferences.json', 'utf8').trim(), text);
});

test('the element projects as the script does', () => {
  const other = (conicOfScript as (it: Projection) => (at: Spot) => Point)(drawn.projection);
  for (const at of [
    [25, 50.4],
    [13.4, 52.5],
    [37.6, 55.8],
    [34.2, 44.5],
    [8, 60],
  ] as Spot[]) {
    const [a, b] = [project(...at), other(at)];
    assert.ok(Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < 1e-6);
  }
  // At the middle nothing is turned, and a degree of latitude is 111 km, within the projection’s half per cent.
  assert.ok(Math.abs(far(project(25, 50), project(25, 51)) - 111.2) < 0.6);
});

test('every town of a line is one of the towns, with its GeoNames id, and every other point says what it is', () => {
  const seen = new Set<string>();
  const courses = [...Object.values(drawn.rivers), ...drawn.lines.flatMap(({ parts }) => parts)];
  for (const { course } of courses)
    for (const step of course) {
      const towns = typeof step === 'string' ? [step] : 'between' in step ? step.between : [];
      for (const town of towns) {
        assert.ok((drawn.towns[town]?.geonames ?? 0) > 0, town);
        seen.add(town);
      }
      if (typeof step === 'object' && 'at' in step) assert.ok(step.what.length > 5);
      // Two towns of a pair lie on either side of a frontier, not far from it.
      if (towns.length === 2) {
        const [a, b] = towns.map((it) => project(...(drawn.towns[it]?.at as Spot))) as [
          Point,
          Point,
        ];
        assert.ok(far(a, b) < 85, `${towns.join()}: ${far(a, b)} km`);
      }
    }
  assert.deepEqual(
    Object.keys(drawn.towns).filter((id) => !seen.has(id)),
    [],
  );
});

test('each line names its source, and each part says what it rests on', () => {
  for (const { source, parts, kind } of drawn.lines) {
    assert.ok(source.length > 40);
    for (const { says, sure } of parts) {
      assert.ok(says.length > 5);
      assert.ok(['river', 'towns', 'direction'].includes(sure), `${kind}: ${sure}`);
    }
  }
  assert.match(drawn.lines[0]?.source ?? '', /Foreign Relations of the United States 1939/);
});

test('the demarcation line runs without a gap from Lithuania to the source of the San', () => {
  const line = layer.lines.find(({ kind }) => kind === 'demarcation');
  const left = [...pieces(line?.sure ?? ''), ...pieces(line?.unsure ?? '')];
  const start = project(23.485, 53.939);
  let end = start;
  while (left.length) {
    const i = left.findIndex((it) =>
      [it[0], it.at(-1)].some((point) => far(point as Point, end) < 6),
    );
    assert.ok(i >= 0, `a gap at ${end}`);
    const [piece] = left.splice(i, 1) as [Point[]];
    end = (far(piece[0] as Point, end) < 6 ? piece.at(-1) : piece[0]) as Point;
  }
  assert.ok(far(end, project(22.87, 49.01)) < 5);
});

test('it passes Brest and Przemyśl, which it divided, and keeps clear of the other towns', () => {
  const line = layer.lines.find(({ kind }) => kind === 'demarcation');
  const points = pieces(`${line?.sure}${line?.unsure}`).flat();
  const near = (id: string): number => {
    const { longitude = 0, latitude = 0 } = dataset.places?.[id]?.coordinates ?? {};
    return Math.min(...points.map((point) => far(point, project(longitude, latitude))));
  };
  assert.ok(near('brest') < 8, String(near('brest')));
  assert.ok(near('przemysl') < 5, String(near('przemysl')));
  for (const id of ['warsaw', 'lviv', 'krakow', 'zakopane']) assert.ok(near(id) > 50, id);
});

test('the frontier encloses what was Poland and nothing else', () => {
  const line = layer.lines.find(({ kind }) => kind === 'frontier');
  const left = pieces(line?.sure ?? '');
  // Joined in order, from the Piaśnica round to Gdynia; the sea closes it.
  const ring = left.flat();
  const inside = ([x, y]: Point): boolean =>
    ring.reduce((odd, [ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] as Point;
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
    }, false);
  const of = (id: string): Point => {
    const { longitude = 0, latitude = 0 } = dataset.places?.[id]?.coordinates ?? {};
    return project(longitude, latitude);
  };
  for (const id of ['brest', 'lviv', 'przemysl', 'krakow', 'warsaw']) assert.ok(inside(of(id)), id);
  // Poznań, Łódź, Wilno, Pinsk, Tarnopol; then Wrocław, Olsztyn, Gdańsk, Kaunas, Minsk, Košice, Chernivtsi, Vinnytsia.
  for (const at of [
    [16.93, 52.41],
    [19.46, 51.77],
    [25.28, 54.69],
    [26.1, 52.12],
    [25.6, 49.55],
  ] as Spot[])
    assert.ok(inside(project(...at)), String(at));
  for (const at of [
    [17.03, 51.11],
    [20.48, 53.78],
    [18.65, 54.35],
    [23.9, 54.9],
    [27.57, 53.9],
    [21.26, 48.72],
    [25.94, 48.29],
    [28.47, 49.23],
  ] as Spot[])
    assert.ok(!inside(project(...at)), String(at));
  for (const id of ['berlin', 'moscow', 'yalta']) assert.ok(!inside(of(id)), id);
});

test('every place with a position lies on the map, on land', () => {
  const land = pieces(layer.land);
  const [west, north, east, south] = layer.frame;
  for (const [id, { coordinates }] of Object.entries(dataset.places ?? {})) {
    if (!coordinates) continue;
    const [x, y] = project(coordinates.longitude, coordinates.latitude);
    assert.ok(x > west && x < east && y > north && y < south, id);
    const crossings = land.filter((ring) =>
      ring.reduce((odd, [ax, ay], i) => {
        const [bx, by] = ring[(i + 1) % ring.length] as Point;
        return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
      }, false),
    ).length;
    // A coast is drawn to a few kilometres.
    if (id !== 'yalta') assert.equal(crossings % 2, 1, id);
  }
});

test('no reservoir of later years is on it', () => {
  for (const { lake } of drawn.leftOut)
    for (const ring of pieces(layer.lakes))
      for (const point of ring) assert.ok(far(point, project(...lake)) > 30, String(lake));
});

test('every word on the map is there in each language of the dataset', () => {
  for (const { text } of drawn.names)
    for (const language of dataset.languages ?? []) assert.ok(text[language], JSON.stringify(text));
});
