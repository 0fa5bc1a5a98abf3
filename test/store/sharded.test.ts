import { expect } from '@open-wc/testing';
import '../../src/elements/contested-claim/define.js';
import '../../src/elements/event-card/define.js';
import '../../src/elements/source-cite/define.js';
import '../../src/elements/source-list/define.js';
import { stretch } from '../../src/dataset/columns.js';
import { compile } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { bucket, type IndexFile, type WindowFile } from '../../src/dataset/shard-format.js';
import type { Id } from '../../src/dataset/types.js';
import { datasetAt } from '../../src/store/resource.js';
import type { Shards, ShardedDataset } from '../../src/store/sharded.js';
import {
  Windows,
  type Missing,
  type TimedEvent,
  type TimeWindow,
} from '../../src/store/windows.js';
import { idOf, many } from '../dataset/many.js';
import { put, rest, said, served, until } from '../page.js';
import { cut, ShardServer } from './shard-server.js';

const N = 10_000;
let dataset: CompiledDataset;
let files: Record<string, string>;
let time: NonNullable<IndexFile['shards']['time']>;

before(async () => {
  dataset = compile(many(N));
  files = await cut(dataset);
  time = (JSON.parse(files['index.json']!) as IndexFile).shards.time!;
});

/** The same dataset at a new address. */
const server = (other: Record<string, string> = {}): Promise<ShardServer> =>
  new ShardServer({ ...files, ...other }).put();

const leave: (() => void)[] = [];
afterEach(() => {
  for (const end of leave.splice(0)) end();
});

/** The files of a dataset on a server, once its index is there. */
async function opened({ src }: ShardServer): Promise<Shards> {
  const resource = datasetAt(src);
  leave.push(resource.subscribe(() => undefined));
  await until(() => resource.data ?? resource.failure, 'the index is there');
  return (resource.data as ShardedDataset).shards;
}

/** A view of its events in time. */
async function windows(on: ShardServer): Promise<Windows> {
  const view = new Windows(await opened(on));
  leave.push(() => view.close());
  return view;
}

/** A window once nothing of it is on its way. */
const settled = (view: Windows, from: number, to: number, detail?: number): Promise<TimeWindow> =>
  until(() => {
    const found = view.window(from, to, detail);
    return found.loading ? undefined : found;
  }, 'all of the window is there');

const day = (iso: string): number => Date.parse(iso) / 86_400_000;
const address = (path: string): string => `${path}.json`;
const shard = (map: 'events' | 'sources' | 'claims' | 'places', id: Id): string => {
  const { bits, names } = (JSON.parse(files['index.json']!) as IndexFile).shards.records[map];
  return address(`${map}/${names![bucket(id, bits)]}`);
};

/** What of the whole dataset touches a time. */
const touching = (from: number, to: number): Id[] =>
  Object.keys(dataset.events).filter((id) => {
    const all = dataset.events[id]!.dates.map((date) => stretch(date)!);
    return Math.min(...all.map(([a]) => a)) < to && Math.max(...all.map(([, b]) => b)) > from;
  });

describe('a window of time out of shards', () => {
  it('is the index and one file at first, which are small', async () => {
    const on = await server();
    const view = await windows(on);
    const { from, to } = view.all;
    expect(view.size).to.equal(N);
    const first = view.window(from, to, 100);
    expect(first.loading).to.equal(true);
    expect(first.events).to.deep.equal([]);
    // What is known from the index is there at once.
    expect(first.densities.reduce((sum, { count }) => sum + count, 0)).to.equal(N);
    expect(view.overview.reduce((sum, { count }) => sum + count, 0)).to.equal(N);
    const { events, whole } = await settled(view, from, to, 100);
    expect(events.length).to.be.within(100, 200);
    expect(whole).to.equal(false);
    expect(events.map(({ id }) => id)).to.contain(idOf(5000));
    const { log } = await on.asked();
    expect(log).to.deep.equal(['index.json', address(`windows/${time.root}`)]);
    const bytes = new Blob(log.map((path) => files[path]!));
    expect(bytes.size).to.be.lessThan(60_000);
    const packed = bytes.stream().pipeThrough(new CompressionStream('gzip'));
    expect((await new Response(packed).arrayBuffer()).byteLength).to.be.lessThan(15_000);
  });

  it('has all of a short time, and asks for no more files than it needs', async () => {
    const on = await server();
    const view = await windows(on);
    for (const [from, to] of [
      ['1990-01-01', '1990-03-01'],
      ['1300-01-01', '1310-01-01'],
      ['1999-12-01', '2005-01-01'],
      ['1101-01-01', '1101-02-01'],
    ] as const) {
      const found = await settled(view, day(from), day(to), Infinity);
      const ids = found.events.map(({ id }) => id);
      const all = touching(day(from), day(to)).length;
      expect(all, from).to.be.within(ids.length, ids.length + found.before);
      for (const id of ids) expect(touching(day(from), day(to)).includes(id), id).to.equal(true);
      expect(new Set(ids).size).to.equal(ids.length);
      expect(found.whole).to.equal(!found.before);
    }
    // Ten thousand events are forty files on the last level.
    const { log } = await on.asked();
    expect(new Set(log).size).to.equal(log.length);
    expect(log.length).to.be.lessThan(14);
  });

  it('has of each event what a timeline shows', async () => {
    const view = await windows(await server());
    const { events } = await settled(view, day('1990-01-01'), day('1990-06-01'), Infinity);
    expect(events.length).to.be.greaterThan(50);
    for (const { id, event, place, start, end, rank } of events) {
      const { title, kind, dates, occurrence, importance, places } = dataset.events[id]!;
      expect(event.title).to.equal(title);
      expect([event.kind, event.occurrence.status, event.importance]).to.deep.equal([
        kind,
        occurrence.status,
        importance,
      ]);
      expect(event.dates).to.deep.equal(dates.map(({ cites: _, ...date }) => date));
      expect(event.places?.map((it) => it.place)).to.deep.equal(places?.map((it) => it.place));
      expect(place).to.be.within(0, N - 1);
      expect(start).to.be.lessThan(end);
      expect(Math.floor(rank / 10)).to.equal(importance);
    }
    expect(events.map(({ place }) => place)).to.deep.equal(
      [...events].sort((a, b) => a.start - b.start || a.place - b.place).map(({ place }) => place),
    );
  });

  it('says how many events there are between those it names', async () => {
    const view = await windows(await server());
    const [from, to] = [day('1900-01-01'), day('2001-01-01')];
    const { densities, events } = await settled(view, from, to, 50);
    const begun = densities
      .filter((it) => it.from >= from - 400 && it.to <= to + 400)
      .reduce((sum, { count }) => sum + count, 0);
    const truth = touching(from, to).length;
    expect(begun).to.be.within(truth * 0.9, truth * 1.1);
    expect(events.length).to.be.lessThan(truth / 5);
    for (const [i, { from: at }] of densities.entries())
      if (i) expect(at).to.equal(densities[i - 1]!.to);
  });

  it('shows what is known from further off while the rest is on its way', async () => {
    const on = await server();
    const view = await windows(on);
    await settled(view, view.all.from, view.all.to, 100);
    await on.trouble(
      Object.fromEntries(Object.keys(files).map((path) => [path, 'silent' as const])),
    );
    const closer = view.window(day('1950-01-01'), day('2000-01-01'));
    expect(closer.loading).to.equal(true);
    expect(closer.events.length).to.be.greaterThan(0);
    for (const { start } of closer.events) expect(start).to.be.lessThan(day('2000-01-01'));
  });

  it('asks ahead in the direction in which it moves, and nowhere while it rests', async () => {
    const on = await server();
    const view = await windows(on);
    let [from, to] = [day('1960-01-01'), day('1964-01-01')];
    await settled(view, from, to);
    await settled(view, from, to);
    await rest();
    const before = (await on.asked()).log;
    await settled(view, (from += 30), (to += 30));
    const { log } = await on.asked();
    const ahead = log.slice(before.length).map((path) => JSON.parse(files[path]!) as WindowFile);
    expect(ahead.length).to.be.within(1, 3);
    for (const { events, before: carried } of ahead)
      expect(events.earliest[carried[1]]!).to.be.greaterThan(from);
    await until(async () => {
      view.window((from += 30), (to += 30));
      return !view.window(from, to).loading;
    });
    const start = (await on.asked()).log.length;
    await settled(view, (from -= 900), (to -= 900));
    await rest();
    const back = (await on.asked()).log.slice(start).at(-1)!;
    const { events, before: carried } = JSON.parse(files[back]!) as WindowFile;
    expect(events.earliest[carried[1]]!).to.be.lessThan(from);
  });

  it('gives up what it has left before it came', async () => {
    const on = await server();
    const view = await windows(on);
    const all = Object.keys(files).filter((path) => path.startsWith('windows/'));
    await on.trouble(Object.fromEntries(all.map((path) => [path, 'silent' as const])));
    view.window(day('1990-01-01'), day('1990-03-01'));
    const asked = await until(async () => {
      const { log } = await on.asked();
      return log.length > 1 ? log : undefined;
    });
    view.window(day('1200-01-01'), day('1210-01-01'));
    await until(async () => (await on.asked()).aborted.length === asked.length - 1);
    expect((await on.asked()).aborted.sort()).to.deep.equal(asked.slice(1).sort());
    const waiting = (await on.asked()).log.length - 1 - (asked.length - 1);
    view.close();
    await until(async () => (await on.asked()).aborted.length === asked.length - 1 + waiting);
  });

  it('does not give up what another view still wants', async () => {
    const on = await server();
    const [one, other] = [await windows(on), await windows(on)];
    await on.trouble({ [address(`windows/${time.root}`)]: 'silent' });
    const { from, to } = one.all;
    one.window(from, to, 50);
    other.window(from, to, 50);
    await until(async () => (await on.asked()).log.length === 2);
    one.close();
    await rest();
    expect(await on.asked()).to.deep.equal({
      log: ['index.json', address(`windows/${time.root}`)],
      aborted: [],
    });
    other.close();
    await until(async () => (await on.asked()).aborted.length === 1);
  });

  for (const [name, trouble, why] of [
    ['is not there', 404, 'the server answered 404'],
    ['comes from a broken server', 500, 'the server answered 500'],
    ['is no JSON', '{"before": [', 'it is damaged'],
    ['is something else', '{"records": {}}', 'it is damaged'],
    ['is null', 'null', 'it is damaged'],
    [
      'has columns without events',
      '{"before":[0,0],"at":[],"events":{"id":["a"]}}',
      'it is damaged',
    ],
  ] as const)
    it(`says which file ${name}, shows the rest, and tries again when asked`, async () => {
      const on = await server();
      const view = await windows(on);
      const { from, to } = view.all;
      await settled(view, from, to, 100);
      const [first, , third] = time.below[0]!.name;
      await on.trouble({ [address(`windows/${third}`)]: trouble });
      const found = await settled(view, from, to, 600);
      expect(found.missing).to.have.length(1);
      const [{ message }] = found.missing as [Missing];
      expect(message).to.contain(
        new URL(`windows/${third}.json`, new URL(on.src, location.href)).href,
      );
      expect(message).to.contain(why);
      // The rest is there, and in the gap what was known from further off.
      const gap = found.missing[0]!;
      const inGap = found.events.filter((it) => it.start > gap.from && it.start < gap.to);
      expect(inGap.length).to.be.within(1, 100);
      expect(found.events.length).to.be.greaterThan(400);
      expect((await on.asked()).log).to.contain(address(`windows/${first}`));
      // It is not asked for again and again.
      await settled(view, from, to, 600);
      const times = (log: string[]): number =>
        log.filter((path) => path === address(`windows/${third}`)).length;
      expect(times((await on.asked()).log)).to.equal(1);
      await on.trouble({});
      view.retry();
      await until(() => !view.window(from, to, 600).missing.length);
      const whole = await settled(view, from, to, 600);
      expect(whole.missing).to.deep.equal([]);
      expect(whole.events.length).to.be.greaterThan(found.events.length);
    });

  it('keeps no more files than it may, and asks again for what it forgot', async () => {
    const on = await server();
    const shards = await opened(on);
    const paths = Object.keys(files)
      .filter((path) => path.startsWith('events/'))
      .map((path) => path.slice(0, -5));
    expect(paths.length).to.be.greaterThan(80);
    const who = {};
    for (const path of paths.slice(0, 80)) {
      shards.want(who, [path]);
      await until(() => shards.content(path));
    }
    shards.want(who, []);
    const kept = paths.filter((path) => shards.content(path));
    expect(kept.length).to.be.within(60, 65);
    expect(kept).to.deep.equal(paths.slice(80 - kept.length, 80));
    shards.want(who, [paths[0]!, paths[79]!]);
    await until(() => shards.content(paths[0]!));
    const { log } = await on.asked();
    expect(log.filter((path) => path === address(paths[0]!))).to.have.length(2);
    expect(log.filter((path) => path === address(paths[79]!))).to.have.length(1);
  });

  it('lists the events in order from any place', async () => {
    const view = await windows(await server());
    const order = Object.keys(dataset.events)
      .map((id) => ({ id, at: dataset.events[id]!.dates.map((date) => stretch(date)!) }))
      .map(({ id, at }) => ({
        id,
        start: Math.min(...at.map(([a]) => a)),
        end: Math.max(...at.map(([, b]) => b)),
      }))
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
    for (const first of [0, 250, 5000, N - 10]) {
      const { events } = await until(() => {
        const found = view.list(first, 30);
        return found.loading ? undefined : found;
      });
      expect(events.map(({ id }) => id)).to.deep.equal(order.slice(first, first + 30));
      const [one] = events as [TimedEvent];
      expect(Math.abs(view.placeOf(one.start) - one.place)).to.be.lessThan(30);
    }
  });

  it('lists what has no date', async () => {
    const [first, second] = [idOf(1), idOf(2)];
    const { events, ...other } = many(3);
    for (const id of [first, second]) events[id]!.dates = [{ edtf: 'XXXX-12-25', unsourced: true }];
    const view = await windows(
      await new ShardServer(await cut(compile({ ...other, events }))).put(),
    );
    expect(view.undated).to.equal(2);
    const found = await until(() => {
      const all = view.withoutDate();
      return all.loading ? undefined : all;
    });
    expect(found.events.map(({ id }) => id).sort()).to.deep.equal([first, second].sort());
  });
});

describe('a record out of shards', () => {
  const card = (src: string, event: Id, inside = ''): HTMLElement =>
    put(`<event-card src="${src}" event="${event}">${inside}</event-card>`);
  const shown = (element: HTMLElement): Promise<unknown> =>
    until(() => element.shadowRoot?.querySelector('article'), 'the record is shown');

  it('says in a card the same as the whole dataset does', async () => {
    const { src } = await server();
    const whole = served(dataset);
    // One with a claim, parts and two dates; a part; one with a summary; one of the plain ones.
    for (const n of [0, 7, 20, 4321]) {
      const [one, other] = [card(src, idOf(n)), card(whole, idOf(n))];
      await Promise.all([shown(one), shown(other)]);
      expect(said(one)).to.equal(said(other));
      expect(said(one)).not.to.match(/event-\w|source-\d|place-\d/);
    }
    for (const html of [
      '<contested-claim claim="later"></contested-claim>',
      '<source-cite source="source-3 source-4" locator="p. 5; p. 6"></source-cite>',
    ]) {
      const [one, other] = [src, whole].map((it) => put(html.replace(' ', ` src="${it}" `)));
      await until(() => said(other).length > 2 && said(one) === said(other), html);
    }
  });

  it('costs the index, its own file and those of what it names', async () => {
    const on = await server();
    const event = dataset.events[idOf(1234)]!;
    await shown(card(on.src, idOf(1234)));
    const sources = [...JSON.stringify(event).matchAll(/"source":"(.*?)"/g)].map(([, id]) =>
      shard('sources', id!),
    );
    const { log } = await on.asked();
    expect(log.slice(0, 2)).to.deep.equal(['index.json', shard('events', idOf(1234))]);
    expect(log.slice(2).sort()).to.deep.equal(
      [...new Set([...sources, shard('places', event.places![0]!.place)])].sort(),
    );
  });

  it('is asked for once by many widgets', async () => {
    const on = await server();
    const cards = [5, 5, 5, 6, 6, 4000].map((n) => card(on.src, idOf(n)));
    await Promise.all(cards.map(shown));
    const { log } = await on.asked();
    expect(new Set(log).size).to.equal(log.length);
  });

  it('can be of a page of names, where there are too many for the index', async () => {
    const index = JSON.parse(files['index.json']!) as IndexFile;
    const { bits, names } = index.shards.records.events;
    const page = JSON.stringify(names);
    index.shards.records.events = { bits, pages: ['0123456789abcdef'] };
    const on = await server({
      'index.json': JSON.stringify(index),
      'pages/0123456789abcdef.json': page,
    });
    await shown(card(on.src, idOf(77)));
    expect((await on.asked()).log.slice(0, 3)).to.deep.equal([
      'index.json',
      'pages/0123456789abcdef.json',
      shard('events', idOf(77)),
    ]);
  });

  it('is among the sources of the page', async () => {
    const { src } = await server();
    const list = put(`<source-list src="${src}"></source-list>`);
    const cite = put(`<source-cite src="${src}" source="source-9"></source-cite>`);
    await until(() => said(list).includes('Annals, volume 9'));
    const other = card(src, idOf(3));
    await shown(other);
    await until(() => list.shadowRoot!.querySelectorAll('li').length > 1);
    expect(said(cite)).to.contain('1');
  });

  it('that does not exist is said so, and the nearest of those that are there', async () => {
    const on = await server();
    await shown(card(on.src, idOf(1234)));
    const wrong = card(on.src, `${idOf(1234)}x`, 'mine');
    await until(() => /There is no event “event-ya" *x|There is no event/.test(said(wrong)));
    expect(said(wrong)).to.contain(`The nearest is “${idOf(1234)}”`);
    expect(wrong.shadowRoot!.querySelector('slot')).to.be.ok;
  });

  const hostile = [
    '../x',
    '/etc/passwd',
    'https://example.org/x',
    '__proto__',
    'a/b',
    '%2e%2e%2f',
    'x'.repeat(100_000),
    'É',
  ];
  for (const id of hostile)
    it(`with the id ${id.slice(0, 30)} is asked of nobody`, async () => {
      const on = await server();
      const element = card(on.src, '', 'mine');
      element.setAttribute('event', id);
      await until(() => said(element).includes('There is no event'));
      expect((await on.asked()).log).to.deep.equal(['index.json']);
      expect(element.shadowRoot!.querySelector('slot')).to.be.ok;
    });

  it('does not find what every object inherits', async () => {
    const on = await server();
    const element = card(on.src, 'constructor', 'mine');
    await until(() => said(element).includes('There is no event “constructor”'));
    expect((await on.asked()).log).to.deep.equal(['index.json', shard('events', 'constructor')]);
  });

  it('that is only named by another is not taken to be there', async () => {
    const { events, ...other } = many(8);
    const all = await cut(compile({ ...other, events }));
    const path = Object.keys(all).find((it) => it.startsWith('events/'))!;
    const shardFile = JSON.parse(all[path]!) as { records: Record<Id, unknown> };
    delete shardFile.records[idOf(7)];
    all[path] = JSON.stringify(shardFile);
    const { src } = await new ShardServer(all).put();
    const whole = card(src, idOf(0));
    await shown(whole);
    expect(said(whole)).to.contain('no. 7');
    const part = card(src, idOf(7));
    await until(() => said(part).includes(`There is no event “${idOf(7)}”`));
  });

  it('that cannot be had is said with its address, troubles no other, and comes when asked again', async () => {
    const on = await server();
    const lost = shard('events', idOf(50));
    const fine = Array.from({ length: 100 }, (_, n) => n).find(
      (n) => shard('events', idOf(n)) !== lost,
    )!;
    await on.trouble({ [lost]: 404 });
    const [one, other] = [card(on.src, idOf(50), 'my words'), card(on.src, idOf(fine))];
    await shown(other);
    const button = await until(() => one.shadowRoot!.querySelector('button'));
    expect(said(one)).to.contain(new URL(lost, new URL(on.src, location.href)).href);
    expect(said(one)).to.contain('the server answered 404');
    expect(one.shadowRoot!.querySelector('slot')!.assignedNodes()).to.have.length(1);
    // Still in trouble: it is said again.
    button.click();
    await until(async () => (await on.asked()).log.filter((path) => path === lost).length === 2);
    await until(() => one.shadowRoot!.querySelector('button'));
    expect(other.shadowRoot!.querySelector('article')).to.be.ok;
    await on.trouble({});
    one.shadowRoot!.querySelector('button')!.click();
    await shown(one);
    expect(one.shadowRoot!.querySelector('[part=error]')).to.equal(null);
    expect(other.shadowRoot!.querySelector('article')).to.be.ok;
  });

  it('is not shown without its sources', async () => {
    const on = await server();
    const event = dataset.events[idOf(60)]!;
    await on.trouble({ [shard('sources', event.dates[0]!.cites![0]!.source)]: 500 });
    const element = card(on.src, idOf(60), 'my words');
    await until(() => said(element).includes('the server answered 500'));
    expect(element.shadowRoot!.querySelector('article')).to.equal(null);
    await on.trouble({});
    (await until(() => element.shadowRoot!.querySelector('button'))).click();
    await shown(element);
  });

  it('is found in a new index, where the old one leads to files that are gone', async () => {
    const on = await server();
    await shown(card(on.src, idOf(1)));
    const { events, ...other } = many(3000);
    events[idOf(2000)]!.title = 'Another title';
    const old = on.files;
    const again = await cut(compile({ ...other, events }));
    Object.assign(on, { files: again });
    await on.put();
    expect(Object.hasOwn(again, shard('events', idOf(2000)))).to.equal(false);
    expect(old).not.to.equal(again);
    const element = card(on.src, idOf(2000));
    (await until(() => element.shadowRoot!.querySelector('button'))).click();
    await shown(element);
    expect(said(element)).to.contain('Another title');
  });
});

describe('a hostile index of shards', () => {
  const asked: string[] = [];
  const fetched = window.fetch;
  beforeEach(() => {
    asked.length = 0;
    window.fetch = (input, init) => {
      asked.push(new URL(input as string, location.href).href);
      return fetched(input, init);
    };
  });
  afterEach(() => {
    window.fetch = fetched;
  });

  for (const name of [
    '../../../x',
    '//example.org/x',
    'https://example.org/x',
    'aaaaaaaaaaaaaaaa/../../x',
    'aaaaaaaaaaaaaaaa.json?x=',
    'AAAAAAAAAAAAAAAA',
    '',
    5,
    null,
    ['aaaaaaaaaaaaaaaa', 'b'],
  ])
    it(`that names ${JSON.stringify(name)} leads nowhere`, async () => {
      const index = JSON.parse(files['index.json']!) as IndexFile;
      const { records } = index.shards;
      for (const table of Object.values(records))
        if (table.names) table.names = table.names.map(() => name as string);
      index.shards.time!.root = name as string;
      for (const level of index.shards.time!.below)
        level.name = level.name.map(() => name as string);
      const on = await server({ 'index.json': JSON.stringify(index) });
      const element = put(`<event-card src="${on.src}" event="${idOf(1)}">mine</event-card>`);
      const view = await windows(on);
      view.window(0, 1000, 10);
      await until(() => /could not be loaded|There is no event/.test(said(element)));
      await rest();
      const { origin } = location;
      const data = asked.filter((it) => !it.startsWith(`${origin}/shards/${on.key}/`));
      expect(data.filter((it) => !it.startsWith(origin))).to.deep.equal([]);
      expect((await on.asked()).log).to.deep.equal(['index.json']);
      expect(element.shadowRoot!.querySelector('slot')).to.be.ok;
    });

  for (const shards of [
    1,
    'x',
    [],
    {},
    { version: 1 },
    { version: 2, records: {}, undated: { names: [] } },
    { version: 1, records: { events: null }, undated: null },
  ])
    it(`that is ${JSON.stringify(shards)} is said to be none`, async () => {
      const index = { ...(JSON.parse(files['index.json']!) as object), shards };
      const on = await server({ 'index.json': JSON.stringify(index) });
      const element = put(`<event-card src="${on.src}" event="${idOf(1)}">mine</event-card>`);
      await until(() =>
        said(element).includes('says that it is in shards, but not where they are'),
      );
      expect(said(element)).to.contain(on.src);
      expect(element.shadowRoot!.querySelector('button')).to.equal(null);
    });

  it('cannot reach what all objects inherit', async () => {
    const root = JSON.parse(files[address(`windows/${time.root}`)]!) as WindowFile;
    const text = JSON.stringify(root).replace(
      '"labels":{',
      '"labels":{"__proto__":{"polluted":"x"},"constructor":{"polluted":"x"},',
    );
    const name = shard('events', idOf(1));
    const events = files[name]!.replace(/}$/, ',"names":{"__proto__":{"polluted":"x"}}}');
    const on = await server({ [address(`windows/${time.root}`)]: text, [name]: events });
    const view = await windows(on);
    await settled(view, view.all.from, view.all.to, 50);
    const element = put(`<event-card src="${on.src}" event="${idOf(1)}"></event-card>`);
    await until(() => element.shadowRoot?.querySelector('article'));
    expect(Object.hasOwn(Object.prototype, 'polluted')).to.equal(false);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('with a tree that does not add up shows what it can', async () => {
    for (const spoil of [
      (it: typeof time) => (it.below[0]!.count[0] = -5),
      (it: typeof time) => (it.below[0]!.count[0] = 1e9),
      (it: typeof time) => (it.below = [null] as never),
      (it: typeof time) => (it.below[1]!.name = 'x' as never),
    ]) {
      const index = JSON.parse(files['index.json']!) as IndexFile;
      spoil(index.shards.time!);
      const view = await windows(await server({ 'index.json': JSON.stringify(index) }));
      const { events } = await settled(view, view.all.from, view.all.to, 500);
      expect(events.length).to.be.greaterThan(100);
    }
  });
});
