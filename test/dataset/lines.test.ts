import { expect } from '@open-wc/testing';
import { compile } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { fromLines } from '../../src/dataset/lines.js';
import { fileOf, toLines } from '../../src/dataset/to-lines.js';
import { Whole } from '../../src/elements/conference-timeline/model.js';
import { datasetAt } from '../../src/store/resource.js';
import { until } from '../page.js';

const made = (count: number): CompiledDataset =>
  compile({
    title: 'Łódź – “many”',
    language: 'en',
    licence: 'CC0-1.0',
    editors: [{ name: 'E' }],
    version: '1',
    modified: '2026-01-02',
    kinds: { talk: 'Talk', war: 'War' },
    events: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `e-${i}`,
        {
          title: `Event ${i}: “words”, \\ and \n line`,
          kind: i % 3 ? 'talk' : 'war',
          importance: i % 11,
          dates: [
            { edtf: `${1900 + (i % 90)}-0${1 + (i % 9)}`, unsourced: true },
            ...(i % 7 ? [] : [{ edtf: '1890', unsourced: true }]),
          ],
          occurrence: { status: 'attested', reason: 'Because. '.repeat(9), unsourced: true },
        },
      ]),
    ),
  } as Parameters<typeof compile>[0]);

/** The bytes of a text, in pieces that end in the midst of lines and letters. */
const bytes = (text: string, size = 997): ReadableStream<Uint8Array> => {
  const all = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < all.length) controller.enqueue(all.slice(at, (at += size)));
      else controller.close();
    },
  });
};

describe('a dataset in lines', () => {
  const data = made(60);
  const text = toLines(data);

  it('is JSON that says the same', () => {
    const { columns, opening, ...rest } = JSON.parse(text) as CompiledDataset;
    expect(Object.keys(opening!.events)).to.have.members(opening!.inTime);
    const { columns: _, ...whole } = data;
    expect(rest).to.deep.equal(JSON.parse(JSON.stringify(whole)));
    expect(columns!.rank.length).to.equal(60);
    expect(columns!.sorts!.kinds).to.have.members(['talk', 'war']);
  });

  it('gives each event when it is asked for, as any dataset would', async () => {
    const read = (await fromLines(bytes(text))) as CompiledDataset;
    expect(read.at!(7)).to.equal(read.events[data.inTime[7]!]);
    expect(read.at!(60)).to.equal(undefined);
    expect(read.events['e-7']).to.deep.equal(JSON.parse(JSON.stringify(data.events['e-7'])));
    expect(read.events['none']).to.equal(undefined);
    expect(read.events['constructor']).to.equal(undefined);
    expect(Object.hasOwn(read.events, 'e-7')).to.equal(true);
    expect(Object.hasOwn(read.events, 'constructor')).to.equal(false);
    expect('e-59' in read.events).to.equal(true);
    expect(Object.keys(read.events)).to.have.members(data.inTime);
    expect(Object.values(read.events).length).to.equal(60);
    const { opening: _, ...rest } = JSON.parse(text) as CompiledDataset;
    expect(JSON.parse(JSON.stringify(read))).to.deep.equal(rest);
  });

  it('gives what is shown first before the rest is there', async () => {
    let opening: CompiledDataset | undefined;
    let go = (): void => {};
    const gone = new Promise<void>((done) => (go = done));
    const all = new TextEncoder().encode(text);
    const end = all.indexOf(10) + 1;
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(all.slice(0, end));
        await gone;
        controller.enqueue(all.slice(end));
        controller.close();
      },
    });
    const whole = fromLines(body, (it) => (opening = it));
    const { part, inTime, events, columns, words, claims } = await until(() => opening);
    expect(part!.of).to.equal(undefined);
    expect([words, claims]).to.deep.equal([JSON.parse(JSON.stringify(data.words)), {}]);
    expect(columns!.from.length).to.equal(inTime.length);
    go();
    const read = (await whole) as CompiledDataset;
    expect(part!.of).to.equal(read);
    expect(read.part).to.equal(undefined);
    for (const [i, id] of inTime.entries()) {
      const { title, dates, kind, occurrence, importance } = read.events[id]!;
      const shown = events[id]!;
      expect([shown.title, shown.kind, shown.importance]).to.deep.equal([title, kind, importance]);
      expect(shown.occurrence.status).to.equal(occurrence.status);
      expect(shown.dates.map((date) => [date.edtf, date.earliest, date.words])).to.deep.equal(
        dates.map((date) => [date.edtf, date.earliest, date.words]),
      );
      for (const of of ['from', 'to', 'rank'] as const)
        expect(columns![of][i]).to.equal(read.columns![of][read.inTime.indexOf(id)]);
    }
    // A timeline calls them by the same keys, and shows the same time.
    const [some, every] = [opening!, read].map((of) => new Whole(of, of.columns!, undefined));
    expect(some!.all).to.deep.equal(every!.all);
    expect(inTime.map((id) => every!.keyOf(id))).to.deep.equal(part!.keys);
    expect(inTime.map((id) => some!.keyOf(id))).to.deep.equal([...inTime.keys()]);
    // In each part of the time those that matter most.
    const [low, high] = [every!.index.from(-20000), every!.index.from(-16000)];
    const ranks = (of: number[]): number[] => of.map((key) => every!.rank(key));
    const best = Math.max(...ranks([...Array(every!.size).keys()].slice(low, high)));
    expect(ranks(part!.keys.filter((key) => key >= low && key < high))).to.include(best);
  });

  it('opens with some of the events, however many there are, and with none of their notes', () => {
    const { opening } = JSON.parse(toLines(made(2500))) as CompiledDataset;
    expect(opening!.inTime.length).to.be.within(100, 260);
    expect(opening!.keys).to.deep.equal([...opening!.keys].sort((a, b) => a - b));
    expect(JSON.stringify(opening)).not.to.include('Because.');
  });

  it('is left to be read as a whole where it is anything else', async () => {
    for (const other of [
      JSON.stringify(data),
      JSON.stringify(data, null, 2),
      text.replace('"attested":1', '"attested":2'),
      text.slice(0, -5),
      text.replace(/\n"e-7":.*\n/, '\n'),
      text.replace('"keys":[', '"keys":[,'),
      text.replace(',\n"inTime"', ',"inTime"'),
      '',
      '\n',
      '{"events":{\n}}',
    ])
      expect(await fromLines(bytes(other)), other.slice(0, 40)).to.equal(other);
  });

  it('is read so from an address where it is large, and not written so where it is small', async () => {
    expect(fileOf(data)).not.to.equal(text);
    const large = fileOf(made(2500));
    expect(large.length).to.be.above(5e5);
    for (const file of [large, JSON.stringify(JSON.parse(large))]) {
      const resource = datasetAt(URL.createObjectURL(new Blob([file])));
      const end = resource.subscribe(() => {});
      const read = await until(() => resource.data);
      expect(read.events['e-1234']!.title).to.include('Event 1234');
      expect(read.inTime.length).to.equal(2500);
      end();
    }
  });
});
