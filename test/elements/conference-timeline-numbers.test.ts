import { expect } from '@open-wc/testing';
import { bounds } from '../../src/elements/conference-timeline/bounds.js';
import { drawn } from '../../src/elements/conference-timeline/drawing.js';
import { finer } from '../../src/elements/conference-timeline/finer.js';
import { attributes } from '../../src/elements/conference-timeline/attributes.js';
import { far, yearWords } from '../../src/elements/conference-timeline/far.js';
import { firstAt, Scan, Whole, type Model } from '../../src/elements/conference-timeline/model.js';
import { clamp, panned, toTime, zoomed } from '../../src/elements/conference-timeline/moves.js';
import { pack, type Box } from '../../src/elements/conference-timeline/rows.js';
import { fit, length, toX, type Span } from '../../src/elements/conference-timeline/scale.js';
import { mark, scene } from '../../src/elements/conference-timeline/scene.js';
import { spanWords } from '../../src/elements/conference-timeline/span-words.js';
import { crowd } from '../../src/elements/conference-timeline/tell.js';
import { isAge, ticks } from '../../src/elements/conference-timeline/ticks.js';
import { TimeIndex } from '../../src/elements/conference-timeline/window.js';
import { civilToDays, doubt, extent, parse, shape } from '../../src/dates/index.js';
import type { CompiledDataset, CompiledDate } from '../../src/dataset/compiled.js';

const at = (edtf: string): number => parse(edtf).earliest as number;
const date = (edtf: string): CompiledDate => {
  const parsed = parse(edtf);
  const finite = (n: number | null): number | null => (n !== null && Number.isFinite(n) ? n : null);
  const qualifier = doubt(parsed);
  return {
    edtf,
    earliest: finite(parsed.earliest),
    latest: finite(parsed.latest),
    shape: shape(parsed),
    ...extent(parsed),
    ...(qualifier && { doubt: qualifier }),
    words: { en: edtf },
  };
};

/** Numbers that are the same in each run. */
function* seeded(seed: number): Generator<number> {
  for (let n = seed; ;) {
    n = (n * 1103515245 + 12345) % 2147483648;
    yield n / 2147483648;
  }
}

describe('timeline: scale', () => {
  const view = { from: 0, to: 100 };

  it('goes from time to place and back', () => {
    expect(toX(view, 500, 20)).to.equal(100);
    expect(toTime(view, 500, 100)).to.equal(20);
  });

  it('keeps the time under the pointer when it zooms', () => {
    const closer = zoomed(view, 0.25, 20);
    expect(length(closer)).to.equal(25);
    expect(toX(closer, 500, 20)).to.be.closeTo(100, 1e-9);
  });

  it('fits everything with room for the last title', () => {
    const fitted = fit({ from: 0, to: 1000 }, 800, 200);
    expect(toX(fitted, 800, 0)).to.be.closeTo(16, 1e-9);
    expect(toX(fitted, 800, 1000)).to.be.at.most(800 - 200);
  });

  it('is never too near, too far or too far off', () => {
    const all = { from: 0, to: 1000 };
    expect(length(clamp({ from: 10, to: 10.1 }, all))).to.equal(1);
    expect(length(clamp({ from: -1e6, to: 1e6 }, all))).to.equal(2000);
    const off = clamp(panned(view, 5000), all);
    expect((off.from + off.to) / 2).to.equal(1000);
    expect(clamp(view, all)).to.equal(view);
  });
});

describe('timeline: bounds from attributes', () => {
  it('reads years, months and days at once, the end inclusive', () => {
    expect(bounds('1939', '1939')).to.deep.equal({ from: at('1939-01-01'), to: at('1940-01-01') });
    expect(bounds('1939-12', '1940-02')).to.deep.equal({
      from: at('1939-12-01'),
      to: at('1940-03-01'),
    });
    expect(bounds('1940-02-28', '1940-02-29')).to.deep.equal({
      from: at('1940-02-28'),
      to: at('1940-03-01'),
    });
    expect(bounds(undefined, '1970')).to.deep.equal({ from: undefined, to: 365 });
    expect(bounds('1970-01-01')!.from).to.equal(0);
  });

  it('leaves what is unusual, and no day of the calendar, to be read otherwise', () => {
    for (const from of ['-0044-03-15', '193X', '1939-02-30', '1939-13', 'soon'])
      expect(bounds(from), from).to.equal(undefined);
    expect(bounds('1940', '1939')).to.equal(undefined);
    expect(bounds('0044', '0045')).to.deep.equal({ from: at('0044'), to: at('0046') });
  });

  it('reads any other EDTF, and says what is none, with the nearest that is', async () => {
    expect(await attributes('-0044-03-15', '193X')).to.deep.equal([
      { from: at('-0044-03-15'), to: at('1940-01-01') },
      [],
    ]);
    const wrong = async (...given: Parameters<typeof attributes>): Promise<string> =>
      (await attributes(...given))[1].join();
    expect((await attributes('12 June 1939'))[0]).to.deep.equal({ from: undefined, to: undefined });
    expect(await wrong('12 June 1939'))
      .to.include('“12 June 1939” in “from”')
      .and.include('“1939-06-12”');
    expect(await wrong(undefined, '1939-13'))
      .to.include('“to”')
      .and.include('“1939”');
    expect(await wrong('1940', '1939')).to.include('later than');
    expect(await wrong(undefined, undefined, 'country plaec')).to.include('“place”');
    expect(await wrong(undefined, undefined, 'kind place status')).to.include('two');
    expect(await wrong('1939', '1940', 'country place')).to.equal('');
  });
});

describe('timeline: ticks', () => {
  const measure = (label: string): number => label.length * 7;
  const year = (y: number): number => civilToDays(y, 1, 1);
  const drawnAxis = (span: Span, width: number, language: string): ReturnType<typeof ticks> =>
    ticks(
      span,
      width,
      language,
      measure,
      isAge(span) || width > 100 * length(span) ? far : undefined,
    );
  const labels = (
    from: number,
    to: number,
    width = 900,
    language = 'en',
  ): [minor: string[], major: string[]] => {
    const { minor, major } = drawnAxis({ from, to }, width, language);
    return [minor.map(({ label }) => label), major.map(({ label }) => label)];
  };

  it('never lets two labels touch, at any length and place', () => {
    const random = seeded(7);
    for (let i = 0; i < 600; i++) {
      const days = 10 ** ((random.next().value as number) * 13);
      const from = ((random.next().value as number) - 0.7) * days * 3;
      const width = 320 + (random.next().value as number) * 2000;
      const { minor, major } = drawnAxis(
        { from, to: from + days },
        width,
        ['en', 'de', 'ru', 'ja'][i % 4] as string,
      );
      for (const row of [minor, major])
        row.forEach((tick, n) => {
          const next = row[n + 1];
          if (next)
            expect(
              tick.x + measure(tick.label),
              `${days} days from ${from}: ${tick.label} ${next.label}`,
            ).to.be.at.most(next.x);
        });
      expect(minor.length, `${days} days from ${from}`).to.be.within(1, width / 20);
    }
  });

  it('goes from hours through days, months and years to ages', () => {
    const day = at('1939-12-08');
    expect(labels(day, day + 1)[0]).to.satisfy((all: string[]) =>
      all.some((it) => /^0?6:00$/.test(it)),
    );
    expect(labels(day, day + 1)[1]).to.deep.equal(['8 December 1939']);
    expect(labels(day, day + 30)[1]).to.deep.equal(['December 1939', 'January 1940']);
    expect(labels(day, day + 400)[0]).to.include('Mar');
    expect(labels(day, day + 400)[1]).to.deep.equal(['1939', '1940', '1941']);
    expect(labels(year(1000), year(2000))[0]).to.deep.equal([
      '1000',
      '1100',
      '1200',
      '1300',
      '1400',
      '1500',
      '1600',
      '1700',
      '1800',
      '1900',
    ]);
    expect(labels(year(-4.5e9), year(2000), 600)[0][0]).to.match(/B BCE$/);
  });

  it('has no year 0', () => {
    const [minor] = labels(year(-1000), year(1000), 1200);
    expect(minor).to.include('200 BCE').and.include('1').and.include('200');
    expect(minor.join()).not.to.match(/\b(0|201|199)\b/);
    expect(labels(year(-3), year(4), 1200)[1]).to.deep.equal([
      '4 BCE',
      '3 BCE',
      '2 BCE',
      '1 BCE',
      '1',
      '2',
      '3',
    ]);
    expect(yearWords('en', -43)).to.equal('44 BCE');
  });

  it('keeps the larger unit in sight when its beginning is not', () => {
    const { major } = drawnAxis({ from: at('1939-12-10'), to: at('1939-12-20') }, 900, 'en');
    expect(major.map(({ x, label }) => [x, label])).to.deep.equal([[0, 'December 1939']]);
  });

  it('speaks the reader’s language, in the Gregorian calendar', () => {
    const day = at('1939-12-01');
    expect(labels(day, day + 60, 900, 'pl')[1][0]).to.equal('grudzień 1939');
    expect(labels(day, day + 60, 900, 'fa')[1][0]).to.match(/۱۹۳۹/);
    expect(labels(day, day + 60, 900, 'th')[1][0]).to.match(/1939/);
  });

  it('says a stretch as finely as it deserves', () => {
    expect(spanWords('en', { from: at('1939-09-01'), to: at('1939-09-11') })).to.match(
      /^1\s?–\s?10 September 1939$/,
    );
    expect(spanWords('en', { from: year(1500), to: year(1900) })).to.equal('1500 – 1899');
    expect(spanWords('en', { from: year(-499), to: year(1900) })).to.equal('500 BCE – 1899');
  });
});

describe('timeline: what is in view', () => {
  const random = seeded(3);
  const r = (): number => random.next().value as number;
  const items = Array.from({ length: 500 }, () => {
    const start = r() * 1000;
    return { start, end: start + (r() < 0.1 ? r() * 900 : r() * 3), rank: Math.floor(r() * 60) };
  });
  items.push({ start: -Infinity, end: 300, rank: 5 }, { start: 400, end: Infinity, rank: 5 });
  items.sort((a, b) => a.start - b.start);
  const indexed = (
    of: readonly { start: number; end: number; rank: number }[],
    Index: typeof TimeIndex | typeof Scan = TimeIndex,
  ) =>
    new Index(
      Float64Array.from(of, ({ start }) => start),
      Float64Array.from(of, ({ end }) => end),
      Uint8Array.from(of, ({ rank }) => rank),
    );
  const index = indexed(items) as TimeIndex;
  const scan = indexed(items, Scan);

  it('finds the first place at or after a value', () => {
    expect([0, 1, 2, 3, 4].map((n) => firstAt([1, 2, 2, 3], n))).to.deep.equal([0, 0, 1, 3, 4]);
  });

  it('counts what touches a stretch, long intervals included', () => {
    for (let i = 0; i < 100; i++) {
      const from = r() * 1100 - 50;
      const to = from + r() * 200;
      const slow = items.filter((it) => it.start < to && it.end > from + 1e-9).length;
      expect(index.count(from, to)).to.equal(slow);
    }
  });

  it('gives the highest ranks of a stretch that last beyond a time, in order of time', () => {
    for (let i = 0; i < 100; i++) {
      const low = Math.floor(r() * 400);
      const high = low + Math.floor(r() * 100);
      const after = r() < 0.5 ? -Infinity : r() * 1000;
      const found = index.top(low, high, 8, after);
      const possible = items.slice(low, high).filter(({ end }) => end > after);
      expect(found).to.deep.equal([...found].sort((a, b) => a - b));
      expect(found.map((n) => items[n]!.rank).sort((a, b) => b - a)).to.deep.equal(
        possible
          .map(({ rank }) => rank)
          .sort((a, b) => b - a)
          .slice(0, 8),
      );
      expect(found.every((n) => items[n]!.end > after)).to.equal(true);
      const slow = scan.top(low, high, 8, after);
      expect(slow.map((n) => items[n]!.rank).sort()).to.deep.equal(
        found.map((n) => items[n]!.rank).sort(),
      );
      expect(slow).to.deep.equal([...slow].sort((a, b) => a - b));
      // The same ones, so that nothing is exchanged when the one takes the place of the other.
      expect(slow).to.deep.equal(found);
    }
  });

  it('looks at as many nodes for a million as for a thousand, but for the depth of the tree', () => {
    const looked = [1e3, 1e5, 1e6].map((n) => {
      const many = indexed(
        Array.from({ length: n }, (_, i) => ({ start: i, end: i + 2, rank: (i * 7919) % 60 })),
      );
      (many as TimeIndex).top(n / 4, n / 2, 20);
      return (many as TimeIndex).looked;
    });
    expect(looked[2]).to.be.below(looked[0]! * 4);
    // The worst data: each high rank ends early, so that the search is in vain.
    const worst = indexed(
      Array.from({ length: 2 ** 17 }, (_, i) => ({
        start: i,
        end: i % 2 ? 1e9 : i,
        rank: i % 2 ? 0 : i >> 9,
      })),
    ) as TimeIndex;
    worst.top(0, 2 ** 17, 10, 1e8);
    expect(worst.looked).to.be.below(3000);
  });

  it('does without events', () => {
    const none = indexed([]) as TimeIndex;
    expect(none.top(0, 0, 5)).to.deep.equal([]);
    expect(none.count(0, 10)).to.equal(0);
  });
});

describe('timeline: rows', () => {
  const box = (key: number, from: number, to: number, rank = 5, lane = 0): Box => ({
    key,
    from,
    to,
    rank,
    lane,
  });

  it('never lets two overlap', () => {
    const random = seeded(11);
    const boxes = Array.from({ length: 200 }, (_, key) => {
      const from = (random.next().value as number) * 2000;
      return box(key, from, from + 20 + (random.next().value as number) * 200, key % 7, key % 3);
    });
    const rows = pack(boxes, 4);
    for (const a of boxes)
      for (const b of boxes) {
        if (a.key >= b.key || rows.get(a.key) === undefined || rows.get(a.key) !== rows.get(b.key))
          continue;
        expect(a.to <= b.from || b.to <= a.from).to.equal(true);
      }
    for (const { key, lane } of boxes) {
      const row = rows.get(key);
      if (row !== undefined) expect(Math.floor(row / 4)).to.equal(lane);
    }
  });

  it('takes the important first where there is not room for all', () => {
    expect([...pack([box(1, 0, 100, 1), box(2, 50, 150, 9)], 1).keys()]).to.deep.equal([2]);
    expect(pack([box(1, 0, 10), box(2, 20, 30), box(3, 40, 50)], 1, undefined, 2).size).to.equal(2);
  });

  it('keeps each in its row while panning, also when a new one comes first', () => {
    const before = new Map([
      [1, 0],
      [2, 1],
    ]);
    const rows = pack([box(3, 0, 120, 9), box(1, 0, 100), box(2, 50, 150)], 3, before);
    expect(pack([box(1, 0, 100)], 3, new Map([[1, 2]])).get(1)).to.equal(2);
    expect([rows.get(1), rows.get(2), rows.get(3)]).to.deep.equal([0, 1, 2]);
  });
});

describe('timeline: what is drawn', () => {
  const DAY = date('1939-09-11');
  const view = { from: at('1939-09-01'), to: at('1940-01-01') };
  const stretch = (edtf: string): [number, number] => {
    const { x, width } = mark(drawn(date(edtf))!, view, 1220);
    return [Math.round(x), Math.round(x + width)];
  };
  // 122 days in 1220 px: ten pixels are a day.
  it('puts each form where it belongs', () => {
    expect(stretch('1939-09-11')).to.deep.equal([100, 110]);
    expect(stretch('1939-09-11/1939-09-20')).to.deep.equal([100, 200]);
    expect(stretch('[1939-09-11..1939-09-20]')).to.deep.equal([100, 200]);
    expect(stretch('1939-10')).to.deep.equal([300, 610]);
    expect(stretch('1939-12-01/..')).to.deep.equal([910, 1218]);
    expect(stretch('../1939-10-31')).to.deep.equal([2, 610]);
    expect(stretch('1939-12-01/')).to.deep.equal([910, 960]);
    expect(stretch('/1939-10-31')).to.deep.equal([560, 610]);
  });

  it('says how much of an end is soft', () => {
    const soft = (edtf: string): number[] | undefined => {
      const one = mark(drawn(date(edtf))!, view, 1220);
      const styles = finer(document.createElement('i'), one, view, 1220);
      return styles
        ? [...styles.matchAll(/:([\d.]+)px/g)].map(([, px]) => Math.round(Number(px) / 10))
        : undefined;
    };
    expect(soft('1939-10-01/1939-11')).to.deep.equal([0, 29]);
    expect(soft('1939-10-XX/1939-12-01')).to.deep.equal([30, 0]);
    // An end that is doubted has no day that is sure.
    expect(soft('1939-10-01~/1939-11')).to.equal(undefined);
    expect(soft('1939-10-01/1939-10-03')).to.equal(undefined);
    // What begins long before the view is cut, and the sure days stay where they are.
    expect(soft('1930/1939-10-10')![0]).to.equal(0);
    expect(soft('1939-09/1940-07')![0]).to.equal(29);
  });

  it('draws nothing where there is nothing to draw', () => {
    expect(drawn(date('XXXX-12-25'))).to.equal(null);
    expect(
      drawn({ edtf: '../..', earliest: null, latest: null, shape: 'open-end', words: {} }),
    ).to.equal(null);
  });

  /** A model of events that fall on these days. */
  const modelOf = (days: readonly number[], rank: (i: number) => number): Model => {
    const inTime = days.map((_, i) => `e${i}`);
    const events = Object.fromEntries(inTime.map((id) => [id, { title: id }]));
    const columns = {
      from: [...days],
      to: days.map((day) => day + 1),
      rank: days.map((_, i) => rank(i)),
    };
    return new Whole(
      { inTime, events } as unknown as CompiledDataset,
      columns,
      undefined,
      TimeIndex,
    );
  };
  const known = (model: Model, label: number) => (key: number) => ({
    dates: [{ date: DAY, from: model.start(key), to: model.end(key) }],
    label,
  });

  it('loses no event: what is in view is drawn or counted', () => {
    const random = seeded(5);
    const days = Array.from({ length: 900 }, () =>
      Math.floor((random.next().value as number) * 400),
    ).sort((a, b) => a - b);
    const model = modelOf(days, (i) => i % 50);
    for (const [from, to] of [
      [0, 400],
      [33.3, 180.1],
      [200, 203],
    ] as const) {
      const view = { from, to };
      const found = scene({
        model,
        view,
        width: 1000,
        rows: 8,
        known: known(model, 120),
        most: 48,
      });
      const told = crowd(model, view, 1000, found);
      const touches = (day: number): boolean => day < to && day + 1 > from;
      const there = days.filter(touches).length;
      const shown = found.placed.filter(({ key }) => touches(days[key]!)).length;
      const counted = told.more.reduce((sum, { count }) => sum + count, 0);
      expect(told.inView).to.equal(there);
      expect(shown + counted).to.equal(there);
      expect(found.placed.length).to.be.at.most(48);
    }
  });

  it('leaves no part of the view empty where all matter the same', () => {
    const model = modelOf(
      Array.from({ length: 5000 }, (_, i) => i),
      () => 5,
    );
    const { placed } = scene({
      model,
      view: { from: 0, to: 5000 },
      width: 1600,
      rows: 12,
      known: known(model, 100),
      most: 48,
    });
    for (let at = 0; at < 1600; at += 400)
      expect(
        placed.filter(({ marks: [first] }) => first!.x >= at && first!.x < at + 400).length,
      ).to.be.above(5);
  });

  it('draws an event by another date given for it where the preferred one is out of view', () => {
    const model = modelOf([100], () => 5);
    const found = scene({
      model: {
        ...model,
        start: () => 100,
        end: () => 900,
        rank: () => 5,
        index: model.index,
        lanes: model.lanes,
      } as Model,
      view: { from: 90, to: 190 },
      width: 1000,
      rows: 4,
      known: () => ({
        dates: [800, 100].map((from) => ({
          date: DAY,
          from,
          to: from + 1,
        })),
        label: 120,
      }),
      most: 48,
    });
    expect(found.placed.length).to.equal(1);
    // Its title stands beside the date that is seen.
    expect(found.placed[0]!.label.x).to.be.closeTo(100, 12);
  });

  it('puts events in order by the first date given, and those without an end or a place aside', () => {
    const columns = {
      from: [50, null, 20, null, 30],
      to: [60, 15, 90, null, null],
      rank: [1, 1, 1, 1, 1],
    };
    const inTime = ['a', 'b', 'c', 'd', 'e'];
    const model = new Whole(
      { inTime, events: {} } as unknown as CompiledDataset,
      columns,
      undefined,
    );
    expect([0, 1, 2, 3].map((key) => model.id(key))).to.deep.equal(['b', 'c', 'e', 'a']);
    expect(model.keyOf('a')).to.equal(3);
    expect(model.keyOf('none')).to.equal(-1);
    expect(model.undated).to.deep.equal(['d']);
    expect(model.all).to.deep.equal({ from: 15, to: 90 });
    expect([model.start(0), model.end(2)]).to.deep.equal([-Infinity, Infinity]);
    expect(new Whole(model.data, columns, (place) => place !== 2).events).to.equal(3);
  });
});
