/**
 * A compiled dataset as a file in which a browser can find an event without reading the others: JSON as
 * any other, but with one line for each event, in the order of `inTime`, and all else in the first.
 *
 * Reading a hundred thousand events into objects takes a third of a second and 60 MB, to show sixty of
 * them. Bytes that nobody looks into cost next to nothing: they are not even made into text.
 */
import type { CompiledDataset, CompiledEvent } from './compiled.js';
import type { Id } from './types.js';

/** The most events that are kept as objects. */
const KEPT = 4096;
const NEWLINE = 10;

/** The dataset of a large file where it is written so, else its text. */
export async function fromBytes(
  buffer: ArrayBuffer,
): Promise<[CompiledDataset | undefined, text: string]> {
  const data = await fromLines(new Uint8Array(buffer));
  return [data, data ? '' : new TextDecoder().decode(buffer)];
}

/** Lets the page do what is due: each part of the work is short, all of it together is not. */
const rest = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });

/**
 * A dataset out of the bytes of such a file. Each event is read when it is asked for.
 * @returns nothing where the file is not written so
 */
export async function fromLines(bytes: Uint8Array): Promise<CompiledDataset | undefined> {
  const decoder = new TextDecoder();
  const text = (from: number, to: number): string => decoder.decode(bytes.subarray(from, to));
  const first = bytes.indexOf(NEWLINE);
  const end = text(Math.max(0, first - 10), first);
  if (!end.endsWith('"events":{')) return undefined;
  const data = JSON.parse(`${text(0, first)}}}`) as CompiledDataset;
  const { inTime, columns } = data;
  if (data.attested !== 1 || !columns) return undefined;
  await rest();
  const starts = new Float64Array(inTime.length + 1);
  let at = first + 1;
  for (let i = 0; i < inTime.length; i++) {
    starts[i] = at;
    at = bytes.indexOf(NEWLINE, at) + 1;
    if (!at) return undefined;
  }
  starts[inTime.length] = at;
  // What follows the last event is the end of the file and nothing else.
  if (text(at, bytes.length).trim() !== '}}') return undefined;
  await rest();

  const kept = new Map<number, CompiledEvent>();
  data.at = (place) => {
    let event = kept.get(place);
    if (event || !(place < inTime.length)) return event;
    const line = text(starts[place]!, starts[place + 1]! - 1);
    event = Object.values(
      JSON.parse(`{${line.replace(/,$/, '')}}`) as Record<Id, CompiledEvent>,
    )[0]!;
    if (kept.size >= KEPT) kept.clear();
    kept.set(place, event);
    return event;
  };
  let ids: Map<string | symbol, number> | undefined;
  const place = (id: string | symbol): number =>
    (ids ??= new Map(inTime.map((one, i) => [one, i]))).get(id) ?? NaN;
  data.events = new Proxy(Object.create(null) as Record<Id, CompiledEvent>, {
    get: (_, id) => data.at!(place(id)) as CompiledEvent,
    has: (_, id) => place(id) >= 0,
    ownKeys: () => inTime,
    getOwnPropertyDescriptor: (_, id) =>
      place(id) >= 0
        ? { get: () => data.at!(place(id)), enumerable: true, configurable: true }
        : undefined,
  });
  return data;
}
