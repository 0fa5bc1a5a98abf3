/** Any number of events that are the same at each run, as their authors would write them. */
import type { Claim, Dataset, Event, Id, Source } from '../../src/dataset/types.js';

/** Numbers between 0 and 1 in an order that looks like none (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KINDS = { battle: 'Battle', letter: 'Letter', meeting: 'Meeting', decree: 'Decree' };
const TOWNS = ['Arden', 'Brzeg', 'Cieszyn', 'Dorpat', 'Elbląg', 'Fulda', 'Gniezno', 'Halicz'];
const WORDS = ['council', 'fire', 'flood', 'march', 'oath', 'siege', 'strike', 'treaty'];
const STATUSES = ['established', 'attested', 'reported', 'unconfirmed'] as const;

const pick = <T>(of: readonly T[], by: number): T => of[Math.floor(by * of.length)]!;
const two = (n: number): string => `${n}`.padStart(2, '0');

/** The id of the event of a number. */
export const idOf = (n: number): Id => `event-${n.toString(36)}`;

/** One event of a million: most of them in the last of nine centuries, a few long, a few with two dates. */
export function event(n: number): Event {
  const random = chance(n + 1);
  const year = Math.floor(2000 - 900 * random() ** 3);
  const month = two(1 + Math.floor(random() * 12));
  const day = two(1 + Math.floor(random() * 28));
  const form = random();
  const source = (): Id => `source-${Math.floor(random() ** 2 * 400)}`;
  const edtf =
    form < 0.6
      ? `${year}-${month}-${day}`
      : form < 0.75
        ? `${year}-${month}`
        : form < 0.9
          ? `${year}${random() < 0.3 ? '~' : ''}`
          : form < 0.97
            ? `${year}-${month}/${year + Math.floor(random() * 20)}-12`
            : `[${year}-${month}-01..${year}-${month}-20]`;
  const cited = { citations: [{ source: source(), locator: `${n % 300}` }] };
  return {
    title: `${pick(WORDS, random())} of ${pick(TOWNS, random())}, no. ${n}`,
    kind: pick(Object.keys(KINDS), random()),
    dates: [
      { edtf, ...cited },
      ...(n % 50 ? [] : [{ edtf: `${year - 1}`, citations: [{ source: source() }] }]),
    ],
    occurrence: { status: pick(STATUSES, random()), reason: 'An annal has it.', ...cited },
    places: [{ place: `place-${Math.floor(random() * TOWNS.length)}`, ...cited }],
    ...(n % 20 ? {} : { summary: `It was told much later [@${source()}, p. ${n % 90}].` }),
    ...(n % 1000 === 7 ? { partOf: idOf(n - 7) } : {}),
    importance: n % 5000 === 0 ? 9 : Math.floor(random() * 6),
  };
}

/** Everything but the events; the first of them has a claim. */
export function around(): Dataset {
  const sources: Record<Id, Source> = {};
  for (let i = 0; i < 400; i++)
    sources[`source-${i}`] = {
      kind: 'monograph',
      verification: 'confirmed',
      csl: {
        type: 'book',
        title: `Annals, volume ${i}`,
        author: [{ family: `Writer ${i}`, given: 'Anna' }],
        issued: { 'date-parts': [[1900 + (i % 100)]] },
      },
    };
  const claim: Claim = {
    statement: 'It was a little later.',
    about: [idOf(0)],
    status: 'contested',
    assessment: { by: 'E', date: '2026-01-01', reason: 'Two annals differ.' },
    positions: [
      {
        holder: { person: 'scribe' },
        stance: 'supports',
        basis: 'document',
        says: 'So it is written.',
        citations: [{ source: 'source-399' }],
      },
    ],
  };
  return {
    title: 'Many events',
    language: 'en',
    licence: 'CC0-1.0',
    editors: [{ name: 'E' }],
    version: '1.0.0',
    modified: '2026-01-02',
    kinds: KINDS,
    events: {},
    claims: { later: claim },
    sources,
    people: { scribe: { label: 'The scribe' } },
    organisations: {},
    places: Object.fromEntries(TOWNS.map((label, i) => [`place-${i}`, { label, names: [] }])),
    errata: {},
  };
}

/** A whole dataset of so many events. */
export const many = (count: number): Dataset => ({
  ...around(),
  events: Object.fromEntries(Array.from({ length: count }, (_, n) => [idOf(n), event(n)])),
});
