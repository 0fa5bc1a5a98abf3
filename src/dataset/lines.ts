/**
 * A compiled dataset as a file in which a browser can find an event without reading the others: JSON as
 * any other, but with one line for each event, in the order of `inTime`. Before them stand what a timeline
 * shows first, so that it can while the others are on their way; all other records, with columns of what is
 * asked of all events; and their ids.
 *
 * Reading a hundred thousand events into objects takes a third of a second and 60 MB, to show sixty of
 * them. Bytes that nobody looks into cost next to nothing: they are not even made into text.
 */
import type { CompiledDataset, CompiledEvent } from './compiled.js';
import type { Id } from './types.js';

/** The most events that are kept as objects. */
const KEPT = 4096;
const NEWLINE = 10;
/** How many lines stand before the events. */
const HEAD = 3;

/** The records that an opening has none of. */
const none = (): Pick<
  CompiledDataset,
  'byEvidence' | 'claims' | 'sources' | 'people' | 'organisations' | 'places' | 'errata'
> => ({
  byEvidence: [],
  claims: {},
  sources: {},
  people: {},
  organisations: {},
  places: {},
  errata: {},
});

/** How long bytes are looked through at a time, ms. */
const SLICE = 8;

/** Lets the page do what is due. */
const rest = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });

/** Lets the page draw a frame, if it draws any, and do what waits for that. */
const frame = (): Promise<unknown> =>
  new Promise((done) => {
    globalThis.requestAnimationFrame?.(() => setTimeout(done));
    setTimeout(done, 100);
  });

/** The bytes of a file as they come, and where its lines end. */
class Lines {
  /** Where each line ends. */
  readonly ends: number[] = [];
  size = 0;
  readonly #pieces: Uint8Array[] = [];
  /** Where each piece begins. */
  readonly #starts: number[] = [];

  add(piece: Uint8Array): void {
    for (let at = -1; (at = piece.indexOf(NEWLINE, at + 1)) >= 0;) this.ends.push(this.size + at);
    this.#pieces.push(piece);
    this.#starts.push(this.size);
    this.size += piece.length;
  }

  /** The text of a line; of the last, which nothing ends, too. */
  line(n: number): string {
    return this.text(n ? this.ends[n - 1]! + 1 : 0, this.ends[n]);
  }

  text(from = 0, to = this.size): string {
    let low = 0;
    for (let high = this.#starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! > from) high = middle;
      else low = middle;
    }
    const decoder = new TextDecoder();
    let text = '';
    for (let i = low; i < this.#pieces.length && this.#starts[i]! < to; i++) {
      const start = this.#starts[i]!;
      const piece = this.#pieces[i]!.subarray(Math.max(0, from - start), to - start);
      text += decoder.decode(piece, { stream: true });
    }
    return text + decoder.decode();
  }
}

/**
 * A dataset out of such a file. Each event is read when it is asked for.
 * @param body the file's bytes
 * @param opened called with the events that a timeline shows first, before the rest is there
 * @returns its text where the file is not written so
 */
export async function fromLines(
  body: ReadableStream<Uint8Array> | ArrayBuffer | string,
  opened?: (opening: CompiledDataset) => void,
): Promise<CompiledDataset | string> {
  const lines = new Lines();
  const head = {} as CompiledDataset;
  let part: CompiledDataset['part'];
  let read = 0;
  const reader = new Response(body).body!.getReader();
  let begun = performance.now();
  for (;;) {
    // What is there already comes at once, however much it is.
    if (performance.now() - begun > SLICE) {
      await rest();
      begun = performance.now();
    }
    const { done, value } = await reader.read();
    if (done) break;
    lines.add(value);
    // Each is read as it comes: together they would take longer than a frame.
    for (; read < HEAD && lines.ends.length > read; read++) {
      const line = lines.line(read).replace(/,("events":{)?$/, '');
      try {
        Object.assign(head, JSON.parse(read ? `{${line}}` : `${line}}`));
      } catch {
        read = Infinity;
        break;
      }
      const { opening } = head;
      if (!opening || head.attested !== 1) read = Infinity;
      else if (!read) {
        part = { keys: opening.keys };
        opened?.({ ...none(), ...head, ...opening, part });
        await frame();
      }
    }
  }
  const { inTime } = head;
  // What follows the last event is the end of the file and nothing else.
  if (
    read !== HEAD ||
    !part ||
    lines.ends.length !== inTime.length + HEAD + 1 ||
    lines.line(inTime.length + HEAD) !== '}}'
  )
    return lines.text();
  delete head.opening;

  const kept = new Map<number, CompiledEvent>();
  head.at = (place) => {
    let event = kept.get(place);
    if (event || !(place < inTime.length)) return event;
    event = Object.values(
      JSON.parse(`{${lines.line(place + HEAD).replace(/,$/, '')}}`) as Record<Id, CompiledEvent>,
    )[0]!;
    if (kept.size >= KEPT) kept.clear();
    kept.set(place, event);
    return event;
  };
  let ids: Map<string | symbol, number> | undefined;
  const place = (id: string | symbol): number =>
    (ids ??= new Map(inTime.map((one, i) => [one, i]))).get(id) ?? NaN;
  head.events = new Proxy(Object.create(null) as Record<Id, CompiledEvent>, {
    get: (_, id) => head.at!(place(id)) as CompiledEvent,
    has: (_, id) => place(id) >= 0,
    ownKeys: () => inTime,
    getOwnPropertyDescriptor: (_, id) =>
      place(id) >= 0
        ? { get: () => head.at!(place(id)), enumerable: true, configurable: true }
        : undefined,
  });
  part.of = head;
  return head;
}
