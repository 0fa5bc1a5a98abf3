/**
 * Places in the Linked Places format 1.1 (GeoJSON-T), for World Historical Gazetteer, Recogito and other
 * gazetteers: names by language and time, where, how surely, and when events of the dataset speak of them.
 */
import type { CompiledDataset } from '../dataset/compiled.js';
import { lookup } from '../dataset/lookup.js';
import type { Coordinates, EdtfString, Id } from '../dataset/types.js';
import { daysToCivil, parse } from '../dates/index.js';
import { plainText, textIn } from './plain-text.js';

/** One bound of a timespan: the date itself, or between which it lies. */
export interface Bound {
  in?: string;
  earliest?: string;
  latest?: string;
}

/** A stretch of time; without an end it is the day, month or year of its start. */
export interface Timespan {
  start: Bound;
  end?: Bound;
}

const CONTEXT =
  'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld';

const CERTAINTY: Record<Coordinates['certainty'], string> = {
  exact: 'certain',
  approximate: 'less-certain',
  uncertain: 'uncertain',
};

/** What the format takes as it is: a calendar date, with one of EDTF's signs of doubt at its end. */
const PLAIN = /^-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?[~?%]?$/;

const iso = (days: number): string => {
  const { year, month, day } = daysToCivil(days);
  const digits = `${Math.abs(year)}`.padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
};

/** A date that is one point, however wide; nothing where it is open or unknown. */
function bound(edtf: EdtfString): Bound | undefined {
  if (PLAIN.test(edtf)) return { in: edtf };
  const { earliest, latest } = parse(edtf);
  const between: Bound = {};
  if (earliest !== null && Number.isFinite(earliest)) between.earliest = iso(earliest);
  if (latest !== null && Number.isFinite(latest)) between.latest = iso(latest);
  return between.earliest || between.latest ? between : undefined;
}

/**
 * A date as a timespan. The format asks for a start: of what is only known to have ended the start is
 * given as no later than the end, and what goes on is given as having ended no earlier than it began.
 * @returns nothing where the date says nothing that has a bound
 */
export function timespan(edtf: EdtfString): Timespan | undefined {
  try {
    const [from = '', to] = /^[[{]/.test(edtf) ? [edtf] : edtf.split('/');
    const known = (side: string): Bound | undefined =>
      side && side !== '..' ? bound(side) : undefined;
    const start = known(from);
    if (to === undefined) return start && { start };
    const end = known(to);
    if (start)
      return { start, end: end ?? { earliest: start.in ?? start.earliest ?? start.latest } };
    return end && { start: { latest: end.in ?? end.latest ?? end.earliest }, end };
  } catch (error) {
    // Only the dates of a file that `compile` did not make can be wrong.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const when = (dates: readonly EdtfString[]): { timespans: Timespan[] } | undefined => {
  const timespans = [...new Set(dates)].flatMap((edtf) => timespan(edtf) ?? []);
  return timespans.length ? { timespans } : undefined;
};

/** What an export can be told. */
export interface LinkedPlacesOptions {
  /** The address below which each place has its own; the format wants one that stays. */
  base?: string;
}

/**
 * Places of a dataset as a Linked Places feature collection.
 * @param ids of places, or of events, which stand for their places; default: every place
 */
export function linkedPlaces(
  data: CompiledDataset,
  ids?: Iterable<Id>,
  { base = '' }: LinkedPlacesOptions = {},
): object {
  const wanted = new Set<Id>();
  for (const id of ids ?? Object.keys(data.places)) {
    if (lookup(data.places, id)) wanted.add(id);
    for (const { place } of lookup(data.events, id)?.places ?? []) wanted.add(place);
  }
  const dates = new Map<Id, EdtfString[]>();
  for (const id of data.inTime) {
    const event = lookup(data.events, id);
    // A place of an event that perhaps never was is not attested by it.
    if (!event?.dates[0] || event.occurrence.status === 'unconfirmed') continue;
    for (const { place } of event.places ?? [])
      dates.set(place, [...(dates.get(place) ?? []), event.dates[0].edtf]);
  }
  const title = textIn(data, data.title, data.language);
  const citations = [{ label: `${title}, ${data.version}`, '@id': `${base}#dataset` }];
  return {
    '@context': CONTEXT,
    type: 'FeatureCollection',
    features: [...wanted].flatMap((id) => {
      const place = lookup(data.places, id);
      if (!place) return [];
      const label = textIn(data, place.label, data.language);
      const described = plainText(data, place.note, data.language);
      const { coordinates, geonames, wikidata } = place;
      const names = place.names.length ? place.names : [{ text: label, language: data.language }];
      return [
        {
          '@id': `${base}#place-${id}`,
          type: 'Feature',
          properties: { title: label },
          when: when(dates.get(id) ?? []),
          names: names.map(({ text, language, ...name }) => ({
            toponym: text,
            lang: language,
            citations,
            when: 'when' in name && name.when ? when([name.when]) : undefined,
          })),
          geometry: {
            type: 'GeometryCollection',
            geometries: coordinates
              ? [
                  {
                    type: 'Point',
                    coordinates: [coordinates.longitude, coordinates.latitude],
                    certainty: CERTAINTY[coordinates.certainty],
                  },
                ]
              : [],
          },
          links: [
            ...identifier('http://www.wikidata.org/entity/', wikidata),
            ...identifier('https://www.geonames.org/', geonames),
          ],
          descriptions: described ? [{ value: described, lang: data.language }] : undefined,
        },
      ];
    }),
  };
}

const identifier = (before: string, id: string | undefined): object[] =>
  id && /^\w+$/.test(id) ? [{ type: 'closeMatch', identifier: before + id }] : [];
