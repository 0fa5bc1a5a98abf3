/**
 * The events that every timeline is fed with: the same for a given number, on every machine.
 *
 * A century of invented history: most are known to the day, some to the month, some last for a while
 * and some fell on one of several days, about as dates are in real datasets.
 */

/** Days since 1970-01-01 of the first and the last day of the century. */
const FIRST = Date.UTC(1900, 0, 1) / 864e5;
const LAST = Date.UTC(1999, 11, 31) / 864e5;

const KINDS = [
  'treaty',
  'battle',
  'election',
  'strike',
  'congress',
  'trial',
  'flood',
  'exhibition',
];
const STATUSES = ['established', 'attested', 'reported', 'unconfirmed', 'contested'];
const WHAT = {
  treaty: ['Treaty', 'Truce', 'Secret protocol', 'Trade agreement'],
  battle: ['Battle', 'Siege', 'Skirmish', 'Crossing'],
  election: ['Election', 'Plebiscite', 'By-election', 'Vote of confidence'],
  strike: ['General strike', 'Strike of the weavers', 'Lock-out', 'March of the miners'],
  congress: ['Congress', 'Conference', 'Meeting of the envoys', 'Second conference'],
  trial: ['Trial', 'Appeal', 'Inquiry into the archives', 'Verdict'],
  flood: ['Flood', 'Earthquake', 'Great fire', 'Failure of the harvest'],
  exhibition: ['Exhibition', 'World fair', 'Opening of the museum', 'First performance'],
};
const BEGIN = ['Bel', 'Mor', 'Kar', 'Lin', 'Tor', 'Vas', 'Ost', 'Wel', 'Sar', 'Nor', 'Gal', 'Hel'];
const MIDDLE = ['a', 'o', 'e', 'en', 'ar', 'im', 'un', ''];
const END = ['wick', 'stadt', 'no', 'burg', 'gorod', 'ville', 'mouth', 'ów', 'haven', 'ford'];

/** Numbers from 0 up to 1 that are the same each time (mulberry32). */
function seeded(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A day, counted from 1970-01-01, as YYYY-MM-DD. */
export const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

/**
 * Makes so many events, in no order, as an author's file has them.
 * @returns {{id: string, title: string, kind: string, status: string, importance: number,
 *   edtf: string, first: number, last: number}[]} `first` and `last` are days since 1970-01-01
 */
export function events(count, seed = 1939) {
  const random = seeded(seed);
  const below = (n) => Math.floor(random() * n);
  const one = (list) => list[below(list.length)];
  return Array.from({ length: count }, (_, i) => {
    const kind = one(KINDS);
    const title = `${one(WHAT[kind])} ${random() < 0.5 ? 'of' : 'at'} ${one(BEGIN)}${one(MIDDLE)}${one(END)}`;
    let first = FIRST + below(LAST - FIRST - 400);
    let last = first;
    let edtf = iso(first);
    const form = random();
    if (form > 0.9) {
      last = first + 2 + below(12);
      edtf = `[${iso(first)}..${iso(last)}]`;
    } else if (form > 0.75) {
      // Most are short; a few last for a year.
      last = first + 1 + Math.floor(random() ** 4 * 380);
      edtf = `${iso(first)}/${iso(last)}`;
    } else if (form > 0.55) {
      edtf = edtf.slice(0, 7);
      const month = new Date(first * 864e5);
      first = Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 1) / 864e5;
      last = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0) / 864e5;
    }
    return {
      id: `event-${String(i + 1).padStart(6, '0')}`,
      title,
      kind,
      status: one(STATUSES),
      importance: below(11),
      edtf,
      first,
      last,
    };
  });
}

/** What readers see for each kind. */
export const kinds = Object.fromEntries(
  KINDS.map((kind) => [kind, kind[0].toUpperCase() + kind.slice(1)]),
);
