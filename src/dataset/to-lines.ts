/** Writes a compiled dataset as a file that {@link fromLines} reads. */
import { columnsOf } from './columns.js';
import type { Columns, CompiledDataset, CompiledEvent, Opening } from './compiled.js';
import { sortsOf } from './sorts.js';

/** Files of more characters are written in lines; `src/store/resource.ts` looks for them from there on. */
const LARGE = 5e5;
/**
 * Into how many stretches the time is cut at the most to choose what is shown first, and how many events of
 * each there are: those that an axis up to 1900 px long would choose from all (`scene.ts` there), so that
 * nothing changes when the others come. Shorter axes have stretches of which these are halves.
 */
const STRETCHES = 10.4;
const OF_EACH = 20;

/** The file of a compiled dataset: plain JSON, in lines where it is large. */
export function fileOf(data: CompiledDataset): string {
  const text = JSON.stringify(data);
  return text.length > LARGE ? toLines(data) : `${text}\n`;
}

/** The text of a file in lines. */
export function toLines(data: CompiledDataset): string {
  const { events, inTime, words, kinds, ...rest } = data;
  const { attested, title, language, languages, licence, editors, version, modified, ...more } =
    rest;
  const about = { attested, title, language, languages, licence, editors, version, modified };
  const columns = columnsOf(data);
  const first = { ...about, words, kinds, opening: openingOf(data, columns) };
  const second = { ...more, columns: { ...columns, sorts: sortsOf(data) } };
  const lines = inTime.map((id) => `${JSON.stringify(id)}:${JSON.stringify(events[id])}`);
  return `${JSON.stringify(first).slice(0, -1)},
${JSON.stringify(second).slice(1, -1)},
"inTime":${JSON.stringify(inTime)},"events":{
${lines.join(',\n')}
}}
`;
}

/** What an axis and a list show of an event. */
const shown = ({ title, kind, dates, occurrence, importance }: CompiledEvent): CompiledEvent => ({
  title,
  kind,
  dates: dates.map(({ cites: _, unsourced: __, wording: ___, note: ____, ...date }) => date),
  occurrence: { status: occurrence.status, reason: {} },
  importance,
});

/** The events that matter most in each stretch of the whole time, and those with which it begins and ends. */
function openingOf({ inTime, events }: CompiledDataset, columns: Columns): Opening {
  const { from, to, rank } = columns;
  const start = (i: number): number => from[i] ?? -Infinity;
  // As a timeline counts them (`Whole` in src/elements/conference-timeline/model.ts).
  const all = [...inTime.keys()]
    .filter((i) => from[i] !== null || to[i] !== null)
    .sort((a, b) => start(a) - start(b) || a - b);
  const begin = (i: number): number => from[i] ?? to[i]!;
  const end = (i: number): number => to[i] ?? from[i]!;
  const best = (of: number[], by: (i: number) => number, most = 1): number[] =>
    [...of].sort((a, b) => by(b) - by(a)).slice(0, most);
  const [first = 0] = best(all, (i) => -begin(i));
  const [last = 0] = best(all, end);
  const days = 2 ** Math.ceil(Math.log2((end(last) - begin(first)) / STRETCHES));
  const stretches = new Map<number, number[]>();
  for (const i of all) {
    const stretch = Math.floor(start(i) / days);
    const of = stretches.get(stretch);
    if (of) of.push(i);
    else stretches.set(stretch, [i]);
  }
  const chosen = new Set([first, last]);
  for (const of of stretches.values())
    for (const i of best(of, (i) => rank[i]!, OF_EACH)) chosen.add(i);
  const keys = [...all.keys()].filter((key) => chosen.has(all[key]!));
  const places = keys.map((key) => all[key]!);
  const pick = <T>(of: T[]): T[] => places.map((i) => of[i]!);
  const ids = pick(inTime);
  return {
    keys,
    inTime: ids,
    columns: { from: pick(from), to: pick(to), rank: pick(rank) },
    events: Object.fromEntries(ids.map((id) => [id, shown(events[id]!)])),
  };
}
