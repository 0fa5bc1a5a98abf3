/**
 * Compiles a map layer: from what its authors keep (natural-earth.json and drawn.json, whose README says
 * where each line comes from) to one JSON file whose shapes a browser draws as they are. Everything is
 * projected, cut to the plate, thinned out and rounded here, so that no geometry is left to compute there.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Radius of the sphere, km; the mean of the Earth's (Moritz 2000, Geodetic Reference System 1980). */
const EARTH = 6371;
/** How far a line that is thinned out may leave its course, km. */
const TOLERANCE = 0.8;

/** Lambert's conformal conic (Snyder 1987, Map Projections, p. 107), in units, y downwards. */
export function conic({ longitude, latitude, parallels, unit }) {
  const rad = (degrees) => (degrees * Math.PI) / 180;
  const [a, b] = parallels.map(rad);
  const half = (phi) => Math.tan(Math.PI / 4 + phi / 2);
  const n = Math.log(Math.cos(a) / Math.cos(b)) / Math.log(half(b) / half(a));
  const f = ((EARTH / unit) * Math.cos(a) * half(a) ** n) / n;
  const origin = f / half(rad(latitude)) ** n;
  return ([x, y]) => {
    const rho = f / half(rad(y)) ** n;
    const theta = n * rad(x - longitude);
    return [rho * Math.sin(theta), rho * Math.cos(theta) - origin];
  };
}

/** Thins a line out (Douglas and Peucker 1973). */
function thin(points, tolerance) {
  if (points.length < 3) return points;
  const [a, b] = [points[0], points.at(-1)];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const long = Math.hypot(dx, dy);
  let far = 0;
  let at = 0;
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = [points[i][0] - a[0], points[i][1] - a[1]];
    const off = long ? Math.abs(x * dy - y * dx) / long : Math.hypot(x, y);
    if (off > far) [far, at] = [off, i];
  }
  if (far <= tolerance) return [a, b];
  return [
    ...thin(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...thin(points.slice(at), tolerance),
  ];
}

/** Where a line leaves the plate, it is cut: the pieces that lie in it. */
function cut(points, [west, north, east, south]) {
  const pieces = [];
  let open;
  for (let i = 1; i < points.length; i++) {
    const [p, q] = [points[i - 1], points[i]];
    // Liang and Barsky 1984.
    const d = [q[0] - p[0], q[1] - p[1]];
    let [from, to] = [0, 1];
    for (const [step, room] of [
      [-d[0], p[0] - west],
      [d[0], east - p[0]],
      [-d[1], p[1] - north],
      [d[1], south - p[1]],
    ]) {
      if (step === 0) to = room < 0 ? -1 : to;
      else if (step < 0) from = Math.max(from, room / step);
      else to = Math.min(to, room / step);
    }
    const at = (t) => [p[0] + t * d[0], p[1] + t * d[1]];
    if (from >= to) open = undefined;
    else {
      if (!open) pieces.push((open = [at(from)]));
      open.push(at(to));
      if (to < 1) open = undefined;
    }
  }
  return pieces;
}

/** An area cut to the plate (Sutherland and Hodgman 1974). */
function crop(ring, [west, north, east, south]) {
  let points = ring;
  for (const [axis, bound, sign] of [
    [0, west, 1],
    [0, east, -1],
    [1, north, 1],
    [1, south, -1],
  ]) {
    const inside = (p) => (p[axis] - bound) * sign >= 0;
    points = points.flatMap((p, i) => {
      const last = points.at(i - 1);
      if (inside(p) === inside(last)) return inside(p) ? [p] : [];
      const t = (bound - last[axis]) / (p[axis] - last[axis]);
      const edge = [0, 1].map((k) => last[k] + t * (p[k] - last[k]));
      return inside(p) ? [edge, p] : [edge];
    });
  }
  return points;
}

/** A line as SVG path data: whole numbers, each point as its way from the last. */
function path(points, closed = false) {
  let last;
  const steps = [];
  for (const [x, y] of points.map((p) => p.map(Math.round))) {
    if (!last) steps.push(`M${x} ${y}l`);
    else if (x !== last[0] || y !== last[1]) steps.push(`${x - last[0]} ${y - last[1]}`);
    last = [x, y];
  }
  if (steps.length < (closed ? 4 : 2)) return '';
  return (steps[0] + steps.slice(1).join(' ') + (closed ? 'z' : '')).replaceAll(' -', '-');
}

/** @param folder where the authors keep the layer */
export function compileMap(folder) {
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const nature = read('natural-earth.json');
  const drawn = read('drawn.json');
  const { unit } = drawn.projection;
  const project = conic(drawn.projection);
  const frame = drawn.frame.map((km) => km / unit);
  const tolerance = TOLERANCE / unit;
  const same = (p, q) => p[0] === q[0] && p[1] === q[1];
  const nearest = (points, [x, y]) => {
    const far = (p) => Math.hypot((p[0] - x) * Math.cos((y * Math.PI) / 180), p[1] - y);
    return points.reduce((best, p, i) => (far(p) < far(points[best]) ? i : best), 0);
  };
  /** The part of a line between its points nearest to two others, in that direction. */
  const between = (points, from, to) => {
    const [a, b] = [nearest(points, from), nearest(points, to)];
    return a <= b ? points.slice(a, b + 1) : points.slice(b, a + 1).reverse();
  };
  const place = (it) => {
    if (Array.isArray(it)) return it;
    const town = drawn.towns[it];
    if (!town) throw new Error(`There is no town “${it}” in drawn.json.`);
    return town.at;
  };
  /** Points that no thinning takes away: where lines part and where they were placed. */
  const fixed = new Set();
  const fix = (p) => (fixed.add(`${p}`), p);
  const rivers = {};
  const step = (it) => {
    if (typeof it === 'string') return [fix(place(it))];
    if (it.at) return [fix(it.at)];
    if (it.between) {
      const [[a, b], [c, d]] = it.between.map(place);
      return [fix([(a + c) / 2, (b + d) / 2])];
    }
    const ends = [place(it.from), place(it.to)];
    const source = it.border
      ? nature.borders[it.border]
      : it.river
        ? rivers[it.river]
        : nature.rivers.reduce((best, line) => {
            const far = (points) =>
              ends.reduce((all, end) => {
                const p = points[nearest(points, end)];
                return all + Math.hypot(p[0] - end[0], p[1] - end[1]);
              }, 0);
            return far(line) < far(best) ? line : best;
          });
    if (!source) throw new Error(`There is no line ${JSON.stringify(it)}.`);
    const part = between(source, ...ends);
    fix(part[0]);
    fix(part.at(-1));
    return part;
  };
  const course = (steps) =>
    steps.flatMap(step).filter((p, i, all) => i === 0 || !same(p, all[i - 1]));
  for (const [id, river] of Object.entries(drawn.rivers)) rivers[id] = course(river.course);
  const lines = drawn.lines.map((line) => ({
    ...line,
    parts: line.parts.map((part) => ({ ...part, points: course(part.course) })),
  }));

  const draw = (points) => {
    const pieces = [];
    let open = [];
    for (const p of points) {
      open.push(project(p));
      if (!fixed.has(`${p}`) || open.length < 2) continue;
      pieces.push(thin(open, tolerance));
      open = [project(p)];
    }
    if (open.length > 1) pieces.push(thin(open, tolerance));
    const whole = pieces.flatMap((piece, i) => (i ? piece.slice(1) : piece));
    return cut(whole, frame)
      .map((piece) => path(piece))
      .join('');
  };
  const areas = (rings) =>
    rings
      .map((ring) => path(crop(thin([...ring, ring[0]].map(project), tolerance), frame), true))
      .join('');
  const lakes = nature.lakes.filter(
    (ring) =>
      !drawn.leftOut.some(({ lake: [x, y] }) => {
        const [xs, ys] = [0, 1].map((k) => ring.map((p) => p[k]));
        return (
          x > Math.min(...xs) && x < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys)
        );
      }),
  );
  return {
    'attested-map': 1,
    title: drawn.title,
    notes: drawn.notes,
    credit: drawn.credit,
    projection: drawn.projection,
    frame,
    land: areas(nature.land),
    lakes: areas(lakes),
    rivers: [...nature.rivers, ...Object.values(rivers)].map(draw).join(''),
    today: nature.today.map(draw).join(''),
    lines: lines.map(({ kind, name, parts }) => ({
      kind,
      name,
      sure: parts
        .filter(({ sure }) => sure !== 'direction')
        .map(({ points }) => draw(points))
        .join(''),
      unsure: parts
        .filter(({ sure }) => sure === 'direction')
        .map(({ points }) => draw(points))
        .join(''),
    })),
    names: drawn.names.map(({ kind, text, at }) => ({
      kind,
      text,
      at: project(at).map(Math.round),
    })),
  };
}
