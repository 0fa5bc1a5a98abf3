/** A map's coasts, rivers and borders: one file, compiled ahead, fetched by pages that show a map. */
import type { Text } from '../../dataset/types.js';

/** A point in the layer's own units, y downwards. */
export type Point = readonly [x: number, y: number];

/** Lambert's conformal conic (Snyder 1987, Map Projections: A Working Manual, p. 107). */
export interface Projection {
  /** The middle: degrees east and north; there both coordinates are 0. */
  longitude: number;
  latitude: number;
  /** The two parallels that are true to scale, degrees north. */
  parallels: readonly [number, number];
  /** Length of a unit, km. */
  unit: number;
}

/** A line that mattered at the time. */
export interface LayerLine {
  /** How it is drawn. */
  kind: 'demarcation' | 'frontier';
  name: Text;
  /** SVG path data where its course is known. */
  sure: string;
  /** SVG path data where only its direction is. */
  unsure: string;
}

/** A word on the map itself. */
export interface LayerName {
  kind: 'state' | 'region' | 'small' | 'sea' | 'river';
  text: Text;
  at: Point;
}

/** A compiled map layer. All shapes are SVG path data in units. */
export interface MapLayer {
  /** Marks the file, and the version of this format. */
  'attested-map': 1;
  title: Text;
  /** What is drawn how, and what is not drawn. */
  notes: Text[];
  credit: Text;
  projection: Projection;
  /** What of it there is: west, north, east, south, in units. */
  frame: readonly [number, number, number, number];
  land: string;
  lakes: string;
  rivers: string;
  /** Borders of today. */
  today: string;
  lines: LayerLine[];
  names: LayerName[];
}

/** Radius of the sphere, km; the Earth's mean one (Moritz 2000, Geodetic Reference System 1980). */
const EARTH = 6371;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** From degrees east and north to units. */
export function conic({
  longitude,
  latitude,
  parallels,
  unit,
}: Projection): (east: number, north: number) => Point {
  const [a, b] = parallels.map(rad) as [number, number];
  const half = (phi: number): number => Math.tan(Math.PI / 4 + phi / 2);
  const cone = Math.log(Math.cos(a) / Math.cos(b)) / Math.log(half(b) / half(a));
  // Two parallels as far north as south make a cylinder: all but one is near enough.
  const n = Math.abs(cone) > 1e-3 ? cone : 1e-3;
  const f = ((EARTH / unit) * Math.cos(a) * half(a) ** n) / n;
  const origin = f / half(rad(latitude)) ** n;
  return (east, north) => {
    // A pole lies at infinity.
    const rho = f / half(rad(Math.max(-85, Math.min(85, north)))) ** n;
    const theta = n * rad(east - longitude);
    return [rho * Math.sin(theta), rho * Math.cos(theta) - origin];
  };
}

const isText = (it: unknown): it is Text =>
  typeof it === 'string' ||
  (isObject(it) &&
    Object.values(it).every((one) => typeof one === 'string') &&
    Object.keys(it).length > 0);

const isObject = (it: unknown): it is Record<string, unknown> =>
  typeof it === 'object' && it !== null;

const isNumbers = (it: unknown, length: number): boolean =>
  Array.isArray(it) && it.length === length && it.every((one) => Number.isFinite(one));

const isList = (it: unknown, each: (one: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(it) && it.every((one) => isObject(one) && each(one));

/** Whether a file is a layer that can be drawn; any other is as good as none. */
const isLayer = (it: unknown): it is MapLayer =>
  isObject(it) &&
  it['attested-map'] === 1 &&
  isObject(it.projection) &&
  isNumbers(
    [
      it.projection.longitude,
      it.projection.latitude,
      it.projection.unit,
      ...(it.projection.parallels as number[]),
    ],
    5,
  ) &&
  isNumbers(it.frame, 4) &&
  ['land', 'lakes', 'rivers', 'today'].every((name) => typeof it[name] === 'string') &&
  [it.title, it.credit, ...(it.notes as unknown[])].every(isText) &&
  isList(
    it.lines,
    ({ name, sure, unsure }) =>
      isText(name) && typeof sure === 'string' && typeof unsure === 'string',
  ) &&
  isList(it.names, ({ text, at }) => isText(text) && isNumbers(at, 2));

const layers = new Map<string, Promise<MapLayer>>();

/**
 * Fetches a layer, once for each address.
 * @param path as the dataset has it
 * @param dataset the dataset's name: its address, unless it stands in the page
 * @returns rejects where there is none
 */
export function layerAt(path: string, dataset: string): Promise<MapLayer> {
  const base = /^https?:/.test(dataset) ? dataset : document.baseURI;
  const url = new URL(path, base);
  // A dataset may bring its own map, but must not make a page ask somebody else.
  if (url.origin !== new URL(base).origin)
    return Promise.reject(new Error(`The map ${url.href} does not lie with its dataset.`));
  let layer = layers.get(url.href);
  if (!layer) {
    layer = fetch(url).then(async (response) => {
      const json: unknown = response.ok ? await response.json() : undefined;
      if (!isLayer(json)) throw new Error(`There is no map at ${url.href}.`);
      return json;
    });
    layer.catch(() => layers.delete(url.href));
    layers.set(url.href, layer);
  }
  return layer;
}
