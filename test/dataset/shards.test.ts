import { expect } from '@open-wc/testing';
import { compile, compileEvents, type Elsewhere } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import {
  bucket,
  RECORDS,
  type IndexFile,
  type RecordFile,
  type WindowFile,
} from '../../src/dataset/shard-format.js';
import { Sharder } from '../../src/dataset/shards.js';
import type { Dataset, Event } from '../../src/dataset/types.js';
import { cut } from '../store/shard-server.js';
import { around, event, idOf, many } from './many.js';
import { sample } from './sample.js';

const N = 10_000;
let dataset: CompiledDataset;
let files: Record<string, string>;
let index: IndexFile;

const read = <T>(all: Record<string, string>, path: string): T => JSON.parse(all[path]!) as T;
const sha = async (text: string): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** Every window file of a dataset by level. */
function levels(all: Record<string, string>, { time }: IndexFile['shards']): WindowFile[][] {
  const found: WindowFile[][] = [];
  const walk = (names: string[], level: number): void => {
    for (const name of names) {
      const file = read<WindowFile>(all, `windows/${name}.json`);
      (found[level] ??= []).push(file);
      file.below?.forEach(({ name: below }, i) => walk(below, level + 1 + i));
    }
  };
  if (!time) return [];
  walk([time.root], 0);
  time.below.forEach(({ name }, i) => walk(name, i + 1));
  return found;
}

/** The rows of a file without those from before it. */
const own = ({ events, before }: WindowFile): string[] => events.id.slice(before[1]);

describe('a dataset in shards', () => {
  before(async () => {
    dataset = compile(many(N));
    files = await cut(dataset);
    index = read(files, 'index.json');
  });

  it('has names that say what is in the files', async () => {
    for (const [path, text] of Object.entries(files)) {
      if (path === 'index.json') continue;
      const [, name] = /^[a-z]+\/([0-9a-f]{16})\.json$/.exec(path) ?? [];
      expect(name, path).to.equal((await sha(text)).slice(0, 16));
    }
    expect(Object.keys(files).at(-1)).to.equal('index.json');
  });

  it('leads from the index to every file', () => {
    const names = new Set<string>();
    for (const text of Object.values(files))
      for (const [, name] of text.matchAll(/"([0-9a-f]{16})"/g)) names.add(name!);
    const made = Object.keys(files).map((path) => /\/(\w+)\./.exec(path)?.[1]);
    expect([...names].sort()).to.deep.equal(made.filter(Boolean).sort());
  });

  it('has each record in the shard of its id, and loses none', () => {
    for (const map of RECORDS) {
      const { bits, names, pages } = index.shards.records[map];
      const all = names ?? pages!.flatMap((page) => read<string[]>(files, `pages/${page}.json`));
      let count = 0;
      for (const [number, name] of all.entries()) {
        if (!name) continue;
        for (const [id, record] of Object.entries(
          read<RecordFile>(files, `${map}/${name}.json`).records,
        )) {
          expect(bucket(id, bits), id).to.equal(number);
          expect(record, id).to.deep.equal(JSON.parse(JSON.stringify(dataset[map][id])));
          count++;
        }
      }
      expect(count, map).to.equal(index.shards.counts[map]);
      expect(count, map).to.equal(Object.keys(dataset[map]).length);
    }
  });

  it('says what the parts of an event, its whole and what a claim is about are called', () => {
    const named = Object.entries(files)
      .filter(([path]) => /^(events|claims)\//.test(path))
      .map(([, text]) => JSON.parse(text) as RecordFile);
    const file = named.find(({ records }) => Object.hasOwn(records, idOf(0)))!;
    expect(file.names?.events?.[idOf(7)]).to.equal(dataset.events[idOf(7)]!.title);
    const part = named.find(({ records }) => Object.hasOwn(records, idOf(7)))!;
    expect(part.names?.events?.[idOf(0)]).to.equal(dataset.events[idOf(0)]!.title);
    const claim = named.find(({ records }) => Object.hasOwn(records, 'later'))!;
    expect(claim.names?.events?.[idOf(0)]).to.equal(dataset.events[idOf(0)]!.title);
  });

  it('lists every event once on the last level, in time', () => {
    const last = levels(files, index.shards).at(-1)!;
    const ids = last.flatMap(own);
    expect(ids).to.have.length(N);
    expect(new Set(ids).size).to.equal(N);
    const starts = ids.map((id) =>
      Math.min(...dataset.events[id]!.dates.map(({ earliest }) => earliest!)),
    );
    expect(starts.every((at, i) => !i || at >= starts[i - 1]!)).to.equal(true);
  });

  it('lists the best of each stretch above that, out of all its time', () => {
    const all = levels(files, index.shards);
    expect(all).to.have.length(index.shards.time!.levels);
    const [[root]] = all as [[WindowFile]];
    for (const n of [0, 5000]) expect(own(root)).to.contain(idOf(n));
    const all5 = own(root).every((id) => dataset.events[id]!.importance >= 5);
    expect(all5).to.equal(true);
    // Most events are of the last century; without a look at time hardly any other would be listed.
    const { earliest } = root.events;
    expect(earliest.filter((day) => day! < -150_000).length).to.be.greaterThan(5);
    // What is shown from afar is not gone from nearer.
    for (let level = 1; level < all.length; level++) {
      const here = new Set(all[level]!.flatMap(own));
      for (const id of all[level - 1]!.flatMap(own)) expect(here.has(id), id).to.equal(true);
    }
  });

  it('counts each event once in every level and in the overview', () => {
    const sum = (counts: number[]): number => counts.reduce((a, b) => a + b, 0);
    expect(sum(index.shards.time!.density)).to.equal(N);
    for (const level of levels(files, index.shards).slice(0, -1))
      expect(sum(level.flatMap(({ bins }) => bins!))).to.equal(N);
  });

  it('carries what began before a stretch and lasts into it, and counts what it has no room for', () => {
    const last = levels(files, index.shards).at(-1)!;
    const span = (id: string): [number, number] => {
      const { dates } = dataset.events[id]!;
      return [
        Math.min(...dates.map(({ earliest }) => earliest!)),
        Math.max(...dates.map(({ latest }) => latest! + 1)),
      ];
    };
    let seen = 0;
    const past: [number, number][] = [];
    for (const file of last) {
      const [first] = span(own(file)[0]!);
      const lasting = past.filter(([, to]) => to > first).length;
      expect(file.before[0]).to.equal(lasting);
      expect(file.before[1]).to.equal(Math.min(lasting, 32));
      past.push(...own(file).map(span));
      seen += lasting;
    }
    expect(seen).to.be.greaterThan(0);
  });

  it('is of small files', () => {
    const size = (path: string): number => new Blob([files[path]!]).size;
    expect(size('index.json') + size(`windows/${index.shards.time!.root}.json`)).to.be.lessThan(
      60_000,
    );
    for (const path of Object.keys(files)) expect(size(path), path).to.be.lessThan(80_000);
  });

  it('is the same whether its events come together or a few at a time', async () => {
    const elsewhere: Elsewhere = {};
    const all = Array.from({ length: 2000 }, (_, n): [string, Event] => [idOf(n), event(n)]);
    for (const [id, { partOf }] of all) elsewhere[id] = partOf === undefined ? {} : { partOf };
    const head = compile(around(), { elsewhere });
    const problems: unknown[] = [];
    const sharder = new Sharder(head);
    for (let i = 0; i < all.length; i += 300)
      sharder.add(
        compileEvents(Object.fromEntries(all.slice(i, i + 300)), head, {
          elsewhere,
          onProblem: (problem) => problems.push(problem),
        }),
      );
    const made: Record<string, string> = {};
    for await (const { path, text } of sharder.files()) made[path] = text;
    expect(problems).to.deep.equal([]);
    expect(made).to.deep.equal(await cut(compile(many(2000))));
  });

  it('does not depend on the order in which events are written', async () => {
    const { events, ...rest } = many(1000);
    const turned = { ...rest, events: Object.fromEntries(Object.entries(events).reverse()) };
    const [one, other] = [await cut(compile({ ...rest, events })), await cut(compile(turned))];
    const names = (all: Record<string, string>): string[] => Object.keys(all).sort();
    expect(names(one)).to.deep.equal(names(other));
  });

  const few = (...dates: string[]): Dataset => ({
    ...around(),
    claims: {},
    events: Object.fromEntries(
      dates.map((edtf, n): [string, Event] => [
        `event-${n}`,
        { ...event(1), dates: [{ edtf, unsourced: true }], partOf: undefined },
      ]),
    ),
  });
  const cases: [name: string, dataset: Dataset, timed: number, undated: number][] = [
    ['no events', few(), 0, 0],
    ['one event', few('1940'), 1, 0],
    ['only events without a date', few(...new Array<string>(600).fill('XXXX-12-25')), 0, 600],
    ['only open beginnings', few('../1940', '../1950'), 2, 0],
    ['an open beginning among others', few('../1940', '1930', '1950/..', '1920/', '/1990'), 5, 0],
    [
      'five thousand events of one day',
      few(...new Array<string>(5000).fill('1940-05-01')),
      5000,
      0,
    ],
    ['deep time', few('Y-13800000000', 'Y-66000000', '-0043-03-15', '2000'), 4, 0],
    ['the sample', sample(), 2, 0],
  ];
  for (const [name, authored, timed, undated] of cases)
    it(`can have ${name}`, async () => {
      const all = await cut(compile(authored));
      const { shards } = read<IndexFile>(all, 'index.json');
      expect(shards.undated.count).to.equal(undated);
      const listed = shards.undated.names.flatMap((one) => own(read(all, `windows/${one}.json`)));
      expect(listed).to.have.length(undated);
      expect(shards.time === undefined).to.equal(!timed);
      expect(levels(all, shards).at(-1)?.flatMap(own) ?? []).to.have.length(timed);
      expect(shards.time?.density.reduce((a, b) => a + b, 0) ?? 0).to.equal(timed);
      expect(JSON.stringify(shards)).not.to.match(/Infinity|NaN/);
      for (const bound of [shards.time?.from, shards.time?.to])
        if (timed) expect(bound).to.be.a('number');
    });
});
