/**
 * Strings of every form of EDTF, from a seeded generator: the same on every machine and every run.
 */

/** A source of numbers from 0 up to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from low to high, both included. */
export function whole(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

function pick<T>(random: () => number, items: readonly T[]): T {
  return items[whole(random, 0, items.length - 1)] as T;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A form of EDTF and how to make a string of it. Not every string is valid: 02-31 may come up. */
export type Form = readonly [name: string, make: (random: () => number) => string];

const year = (random: () => number): string => {
  const negative = random() < 0.15;
  const size = random() < 0.7 ? whole(random, 1500, 2100) : whole(random, 0, 9999);
  return (negative && size ? '-' : '') + String(size).padStart(4, '0');
};
const month = (random: () => number): string => two(whole(random, 1, 12));
const day = (random: () => number): string =>
  two(random() < 0.7 ? whole(random, 1, 28) : whole(random, 29, 31));
const ym = (random: () => number): string => `${year(random)}-${month(random)}`;
const ymd = (random: () => number): string => `${ym(random)}-${day(random)}`;
const plain = (random: () => number): string => pick(random, [year, ym, ymd, ymd])(random);
const mark = (random: () => number): string => pick(random, ['?', '~', '%']);
const maybe = (random: () => number): string => (random() < 0.3 ? mark(random) : '');
const masked = (random: () => number, digits: string, chance: number): string =>
  digits.replace(/\d/g, (digit) => (random() < chance ? 'X' : digit));
const ordered = (
  random: () => number,
  make: (random: () => number) => string,
): [string, string] => {
  const a = make(random).replace('-', '');
  const b = make(random).replace('-', '');
  const pad = (s: string): string => s.replace(/^(\d{4})(\d\d)/, '$1-$2');
  return (a < b ? [a, b] : [b, a]).map(pad) as [string, string];
};

/** One of every kind of string that the specification has, by level. */
export const forms: readonly Form[] = [
  ['year', year],
  ['month', ym],
  ['day', ymd],
  [
    'time',
    (r) => `${ymd(r)}T${two(whole(r, 0, 23))}:${two(whole(r, 0, 59))}:${two(whole(r, 0, 59))}`,
  ],
  ['time Z', (r) => `${ymd(r)}T${two(whole(r, 0, 23))}:${two(whole(r, 0, 59))}:00Z`],
  [
    'time zone',
    (r) =>
      `${ymd(r)}T${two(whole(r, 0, 23))}:${two(whole(r, 0, 59))}:00${pick(r, ['+', '-'])}${two(whole(r, 1, 11))}:${pick(r, ['00', '30'])}`,
  ],
  ['interval', (r) => ordered(r, pick(r, [year, ym, ymd])).join('/')],
  ['interval of mixed precision', (r) => `${plain(r)}/${plain(r)}`],
  ['long year', (r) => `Y${pick(r, ['', '-'])}${whole(r, 10_000, 200_000)}`],
  ['very long year', (r) => `Y${pick(r, ['', '-'])}${whole(r, 300_000, 2_000_000_000)}`],
  ['season', (r) => `${year(r)}-${whole(r, 21, 24)}`],
  ['qualified', (r) => plain(r) + mark(r)],
  ['unspecified year', (r) => year(r).replace(/\d$|\d\d$/, (d) => 'X'.repeat(d.length))],
  ['unspecified day', (r) => `${ym(r)}-XX`],
  ['unspecified month', (r) => `${year(r)}-XX`],
  ['unspecified month and day', (r) => `${year(r)}-XX-XX`],
  ['open interval', (r) => pick(r, [() => `../${plain(r)}`, () => `${plain(r)}/..`])()],
  ['unknown interval', (r) => pick(r, [() => `/${plain(r)}`, () => `${plain(r)}/`])()],
  [
    'qualified interval',
    (r) =>
      ordered(r, pick(r, [year, ym, ymd]))
        .map((one) => one + maybe(r))
        .join('/'),
  ],
  ['exponential year', (r) => `Y${pick(r, ['', '-'])}${whole(r, 1, 999)}E${whole(r, 3, 7)}`],
  ['significant digits', (r) => `${year(r)}S${whole(r, 1, 4)}`],
  [
    'significant digits of a long year',
    (r) => `Y${pick(r, ['', '-'])}${whole(r, 10_000, 200_000)}S${whole(r, 1, 5)}`,
  ],
  ['division of the year', (r) => `${year(r)}-${whole(r, 25, 41)}`],
  [
    'interval of seasons',
    (r) =>
      `${whole(r, 1900, 1949)}-${whole(r, 21, 24)}/${whole(r, 1950, 1999)}-${whole(r, 21, 24)}`,
  ],
  [
    'partly qualified',
    (r) =>
      `${maybe(r)}${year(r)}${maybe(r)}-${maybe(r)}${month(r)}${maybe(r)}-${maybe(r)}${day(r)}${maybe(r)}`,
  ],
  ['unspecified anywhere in a year', (r) => masked(r, year(r), 0.5)],
  ['unspecified anywhere in a month', (r) => masked(r, ym(r), 0.4)],
  ['unspecified anywhere in a day', (r) => masked(r, ymd(r), 0.3)],
  [
    'unspecified interval',
    (r) =>
      ordered(r, ymd)
        .map((one) => one.replace(/\d\d$/, 'XX'))
        .join('/'),
  ],
  ['one of', (r) => `[${Array.from({ length: whole(r, 1, 4) }, () => plain(r)).join(',')}]`],
  ['all of', (r) => `{${Array.from({ length: whole(r, 1, 4) }, () => plain(r)).join(',')}}`],
  ['one of a range', (r) => `[${ordered(r, pick(r, [year, ym, ymd])).join('..')}]`],
  ['all of a range', (r) => `{${ordered(r, pick(r, [year, ym, ymd])).join('..')}}`],
  [
    'open set',
    (r) =>
      pick(r, [
        () => `[..${plain(r)}]`,
        () => `[${plain(r)}..]`,
        () => `{..${plain(r)}}`,
        () => `[${plain(r)},${plain(r)}..]`,
      ])(),
  ],
  ['set of anything', (r) => `[${masked(r, ymd(r), 0.2)},${plain(r)}${maybe(r)}]`],
];
