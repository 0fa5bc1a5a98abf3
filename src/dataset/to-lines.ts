/** Writes a compiled dataset as a file that {@link fromLines} reads. */
import { columnsOf } from './columns.js';
import type { CompiledDataset } from './compiled.js';
import { sortsOf } from './sorts.js';

/** Files of more characters are written in lines; `src/store/resource.ts` looks for them from there on. */
const LARGE = 5e5;

/** The file of a compiled dataset: plain JSON, in lines where it is large. */
export function fileOf(data: CompiledDataset): string {
  const text = JSON.stringify(data);
  return text.length > LARGE ? toLines(data) : `${text}\n`;
}

/** The text of a file in lines. */
export function toLines(data: CompiledDataset): string {
  const { events, ...rest } = data;
  const head = JSON.stringify({ ...rest, columns: { ...columnsOf(data), sorts: sortsOf(data) } });
  const lines = data.inTime.map((id) => `${JSON.stringify(id)}:${JSON.stringify(events[id])}`);
  return `${head.slice(0, -1)},"events":{\n${lines.join(',\n')}\n}}\n`;
}
