/**
 * What is asked of all events of a dataset at once, one value for each: what a timeline of a hundred
 * thousand events needs to know before it looks into the sixty that it shows.
 */
import type { Columns, CompiledDataset, CompiledDate } from './compiled.js';

/** Statuses of an occurrence by their number in {@link Columns}, the surest first. */
export const STATUSES = [
  'established',
  'attested',
  'reported',
  'contested',
  'unconfirmed',
] as const;

/**
 * The stretch of an axis that a date takes, in days since 1970-01-01, the end exclusive. An end that is
 * open is infinite; one that nobody gives is where the known one ends, for there is nothing to measure it by.
 * @returns nothing where an axis has no place for the date
 */
export function stretch({ edtf, earliest, latest, shape }: CompiledDate): [number, number] | null {
  if (shape === 'undated') return null;
  let from = earliest ?? -Infinity;
  let to = latest === null ? Infinity : latest + 1;
  // How long the year, the month or the day of the known end is.
  const known = [366, 31][edtf.replace(/^[-/]+|\/$/g, '').split('-').length - 1] ?? 1;
  if (shape === 'unknown-end') to = from + known;
  if (shape === 'unknown-start') from = to - known;
  // A date that is open at both ends says nothing that an axis could show.
  return from === -Infinity && to === Infinity ? null : [from, to];
}

const finite = (day: number): number | null => (Number.isFinite(day) ? day : null);

/** When each event was, and how much it matters: the dataset's own columns, or made and kept. */
export const columnsOf = (data: CompiledDataset): Columns => (data.columns ??= make(data));

function make({ inTime, events }: CompiledDataset): Columns {
  const columns: Columns = { from: [], to: [], rank: [] };
  for (const id of inTime) {
    const { dates, occurrence, importance } = events[id]!;
    const all = dates.map(stretch).filter((it) => it !== null);
    columns.from.push(finite(Math.min(...all.map(([from]) => from))));
    columns.to.push(finite(Math.max(...all.map(([, to]) => to))));
    columns.rank.push(importance * 10 + STATUSES.length - STATUSES.indexOf(occurrence.status));
  }
  return columns;
}
