/** What was measured, as Markdown: ratios first, for they hold on other machines too. */
import { readFileSync } from 'node:fs';
import { quantile } from './measure.mjs';

const version = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version;

/** What each is called in the tables. */
const called = (who) =>
  ({
    ours: () => 'ours',
    bare: () => 'bare',
    timelinejs: () => `TimelineJS3 ${version('@knight-lab/timelinejs')}`,
    vis: () => `vis-timeline ${version('vis-timeline')}`,
    fqqb: () => `@fqqb/timeline ${version('@fqqb/timeline')}`,
  })[who]();

const LOADS = { plain: 'plain', cpu: 'CPU 4×', net: 'slow 4G', both: 'both' };

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) =>
  [
    row(...head),
    row(...head.map((_, i) => (i ? '--:' : ':--'))),
    ...rows.map((it) => row(...it)),
  ].join('\n');

/** Milliseconds, in few figures. */
const ms = (n) => (n < 10 ? n.toFixed(1) : Math.round(n).toLocaleString('en'));
const kb = (n) => (n < 1e5 ? (n / 1000).toFixed(1) : Math.round(n / 1000).toLocaleString('en'));
const ratio = (n) =>
  n < 10 ? n.toFixed(2) : n < 100 ? n.toFixed(1) : Math.round(n).toLocaleString('en');

/**
 * Writes the report.
 * @param about when, where and how it was measured
 * @param results every measurement
 */
export function report(about, results) {
  const of = (who, count, load) =>
    results.filter((it) => it.who === who && it.count === count && it.load === load);
  /** The median of something, or why there is none. */
  const value = (who, count, load, get) => {
    const all = of(who, count, load);
    if (!all.length) return undefined;
    if (all.some((it) => it.gaveUp)) return all.some((it) => it.spared) ? 'not tried' : 'gave up';
    const numbers = all.map(get);
    const word = numbers.find((it) => typeof it === 'string');
    if (word) return word;
    const known = numbers.filter((it) => typeof it === 'number' && Number.isFinite(it));
    return known.length ? median(known) : undefined;
  };
  const shown = (n, how) => (typeof n === 'number' ? how(n) : (n ?? '–'));
  const gesture = (name, part) => (it) =>
    typeof it[name] === 'string' ? it[name] : it[name]?.[part];

  const compared = [
    ...about.loads.map((load) => [`first item, ${LOADS[load]}`, load, (it) => it.first]),
    ['code', 'plain', (it) => it.code],
    ['data', 'plain', (it) => it.data],
    ['heap', 'plain', (it) => it.heap],
    ['elements', 'plain', (it) => it.elements],
    ['pan p95', 'plain', gesture('pan', 'p95')],
    ['pan, work a frame', 'plain', gesture('pan', 'work')],
    ['zoom p95', 'plain', gesture('zoom', 'p95')],
    ['zoom, work a frame', 'plain', gesture('zoom', 'work')],
  ];
  const against = (above, below) =>
    about.sizes.map((count) => [
      count.toLocaleString('en'),
      ...compared.map(([, load, get]) => {
        const [a, b] = [above, below].map((who) => value(who, count, load, get));
        if (typeof a !== 'number') return a ?? '–';
        return typeof b === 'number' && b > 0 ? ratio(a / b) : '–';
      }),
    ]);
  const heads = compared.map(([name]) => name);
  const others = about.names.filter((it) => it !== 'ours' && it !== 'bare');

  const parts = [
    '# Timelines, measured side by side',
    [
      `${about.date} · ${about.browser} · ${about.machine} · ${about.rounds} ${about.rounds === 1 ? 'round' : 'rounds'}, medians ·`,
      `gave up: no item on screen after ${about.limit} s · load of the machine from start to end:`,
      `${about.load.map((it) => it.toFixed(1)).join(', ')}.`,
    ].join(' '),
    'Made by `node bench/run.mjs`; what each column means stands in [the README](../README.md).',
    '## Ratios',
  ];
  if (about.names.includes('ours') && about.names.includes('bare'))
    parts.push(
      'Ours ÷ bare (1 is the limit):',
      table(['events', ...heads], against('ours', 'bare')),
    );
  if (about.names.includes('ours') && others.length)
    parts.push(
      'Others ÷ ours (more than 1: ours is better):',
      table(
        ['', 'events', ...heads],
        others.flatMap((who) => against(who, 'ours').map((cells) => [called(who), ...cells])),
      ),
    );
  for (const count of about.sizes) {
    const first = (who, load) => {
      const numbers = of(who, count, load).map((it) => it.first);
      const middle = value(who, count, load, (it) => it.first);
      if (typeof middle !== 'number' || numbers.length < 2) return shown(middle, ms);
      return `${ms(middle)} (${ms(quantile(numbers, 0))}–${ms(quantile(numbers, 1))})`;
    };
    const plain = (who, get, how) => shown(value(who, count, 'plain', get), how);
    parts.push(
      `## ${count.toLocaleString('en')} events`,
      table(
        [
          '',
          ...about.loads.map((load) => `first item, ${LOADS[load]}, ms`),
          ...about.loads.map((load) => `blocking, ${LOADS[load]}, ms`),
          'longest task, ms',
          'layout shift',
        ],
        about.names.map((who) => [
          called(who),
          ...about.loads.map((load) => first(who, load)),
          ...about.loads.map((load) =>
            shown(
              value(who, count, load, (it) => it.blocking),
              ms,
            ),
          ),
          plain(who, (it) => it.longestTask, ms),
          plain(
            who,
            (it) => it.shift,
            (n) => n.toFixed(3),
          ),
        ]),
      ),
      table(
        ['', 'code, kB', 'code after use, kB', 'data, kB', 'requests', 'heap, MB', 'elements'],
        about.names.map((who) => [
          called(who),
          plain(who, (it) => it.code, kb),
          plain(who, (it) => it.codeUsed, kb),
          plain(who, (it) => it.data, kb),
          plain(who, (it) => it.requests, String),
          plain(
            who,
            (it) => it.heap,
            (n) => (n / 1e6).toFixed(1),
          ),
          plain(
            who,
            (it) => it.elements,
            (n) => n.toLocaleString('en'),
          ),
        ]),
      ),
      table(
        [
          '',
          ...['pan', 'zoom'].flatMap((it) => [
            `${it}: p50`,
            'p95',
            'longest, ms',
            'frames a second',
            'work a frame, ms',
          ]),
        ],
        about.names.map((who) => [
          called(who),
          ...['pan', 'zoom'].flatMap((name) =>
            ['p50', 'p95', 'longest', 'perSecond', 'work'].map((part) =>
              plain(who, gesture(name, part), (n) => n.toFixed(1)),
            ),
          ),
        ]),
      ),
    );
  }
  return `${parts.join('\n\n')}\n`;
}
