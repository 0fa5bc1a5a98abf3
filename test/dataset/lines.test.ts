import { expect } from '@open-wc/testing';
import { compile } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { fromBytes, fromLines } from '../../src/dataset/lines.js';
import { fileOf, toLines } from '../../src/dataset/to-lines.js';
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

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a dataset in lines', () => {
  const data = made(60);
  const text = toLines(data);

  it('is JSON that says the same', () => {
    const { columns, ...rest } = JSON.parse(text) as CompiledDataset;
    const { columns: _, ...whole } = data;
    expect(rest).to.deep.equal(JSON.parse(JSON.stringify(whole)));
    expect(columns!.rank.length).to.equal(60);
    expect(columns!.sorts!.kinds).to.have.members(['talk', 'war']);
  });

  it('gives each event when it is asked for, as any dataset would', async () => {
    const read = (await fromLines(bytes(text)))!;
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
    expect(JSON.parse(JSON.stringify(read))).to.deep.equal(JSON.parse(text));
  });

  it('is left to be read as a whole where it is anything else', async () => {
    for (const other of [
      JSON.stringify(data),
      JSON.stringify(data, null, 2),
      text.replace('"attested":1', '"attested":2'),
      text.slice(0, -5),
      text.replace(/\n"e-7":.*\n/, '\n'),
      '',
      '\n',
      '{"events":{\n}}',
    ])
      expect(await fromLines(bytes(other)), other.slice(0, 40)).to.equal(undefined);
    const [none, words] = await fromBytes(bytes('{"a": 1}').buffer as ArrayBuffer);
    expect([none, words]).to.deep.equal([undefined, '{"a": 1}']);
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
