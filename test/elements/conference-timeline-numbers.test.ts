import { expect } from '@open-wc/testing';
import { bounds, type Bounds } from '../../src/elements/conference-timeline/bounds.js';
import { drawn } from '../../src/elements/conference-timeline/drawing.js';
import { pack, type Box } from '../../src/elements/conference-timeline/lanes.js';
import {
  clamp,
  fit,
  length,
  pan,
  toTime,
  toX,
  zoom,
} from '../../src/elements/conference-timeline/scale.js';
import { mark, scene } from '../../src/elements/conference-timeline/scene.js';
import { axis, spanWords, yearWords } from '../../src/elements/conference-timeline/ticks.js';
import { firstAt, TimeIndex, type Lasting } from '../../src/elements/conference-timeline/window.js';
import { civilToDays, parse, shape } from '../../src/dates/index.js';
import type { CompiledDate } from '../../src/dataset/compiled.js';

const at = (edtf: string): number => parse(edtf).earliest as number;
const date = (edtf: string): CompiledDate => {
  const parsed = parse(edtf);
  const finite = (n: number | null): number | null => (n !== null && Number.isFinite(n) ? n : null);
  return {
    edtf,
    earliest: finite(parsed.earliest),
    latest: finite(parsed.latest),
    shape: shape(parsed),
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
    const closer = zoom(view, 0.25, 20);
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
    const off = clamp(pan(view, 5000), all);
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
    expect((bounds('1970-01-01') as Bounds).from).to.equal(0);
  });

  it('reads any other EDTF, and what is none bounds nothing', async () => {
    expect(await bounds('-0044-03-15', '193X')).to.deep.equal({
      from: at('-0044-03-15'),
      to: at('1940-01-01'),
    });
    expect(await bounds('next week', 'soon')).to.deep.equal({ from: undefined, to: undefined });
  });
});

describe('timeline: ticks', () => {
  const measure = (label: string): number => label.length * 7;
  const year = (y: number): number => civilToDays(y, 1, 1);
  const labels = (
    from: number,
    to: number,
    width = 900,
    language = 'en',
  ): [minor: string[], major: string[]] => {
    const { minor, major } = axis({ from, to }, width, language, measure);
    return [minor.map(({ label }) => label), major.map(({ label }) => label)];
  };

  it('never lets two labels touch, at any length and place', () => {
    const random = seeded(7);
    for (let i = 0; i < 600; i++) {
      const days = 10 ** ((random.next().value as number) * 13);
      const from = ((random.next().value as number) - 0.7) * days * 3;
      const width = 320 + (random.next().value as number) * 2000;
      const { minor, major } = axis(
        { from, to: from + days },
        width,
        ['en', 'de', 'ru', 'ja'][i % 4] as string,
        measure,
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
    const { major } = axis({ from: at('1939-12-10'), to: at('1939-12-20') }, 900, 'en', measure);
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
  const items: Lasting[] = Array.from({ length: 500 }, () => {
    const start = r() * 1000;
    return { start, end: start + (r() < 0.1 ? r() * 900 : r() * 3), rank: Math.floor(r() * 60) };
  });
  items.push({ start: -Infinity, end: 300, rank: 5 }, { start: 400, end: Infinity, rank: 5 });
  items.sort((a, b) => a.start - b.start);
  const index = new TimeIndex(items);

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
    }
  });

  it('looks at as many nodes for a million as for a thousand, but for the depth of the tree', () => {
    const looked = [1e3, 1e5, 1e6].map((n) => {
      const many = new TimeIndex(
        Array.from({ length: n }, (_, i) => ({ start: i, end: i + 2, rank: (i * 7919) % 60 })),
      );
      many.top(n / 4, n / 2, 20);
      return many.looked;
    });
    expect(looked[2]).to.be.below(looked[0]! * 4);
    // The worst data: each high rank ends early, so that the search is in vain.
    const worst = new TimeIndex(
      Array.from({ length: 2 ** 17 }, (_, i) => ({
        start: i,
        end: i % 2 ? 1e9 : i,
        rank: i % 2 ? 0 : i,
      })),
    );
    worst.top(0, 2 ** 17, 10, 1e8);
    expect(worst.looked).to.be.below(3000);
  });

  it('does without events', () => {
    const none = new TimeIndex([]);
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
    const soft = (edtf: string): [number, number] => drawn(date(edtf))!.soft;
    expect(soft('1939-10-01/1939-11')).to.deep.equal([0, 31]);
    expect(soft('1939/1940-21')).to.deep.equal([366, 92]);
    expect(soft('1939-10-XX/1939-12-01')).to.deep.equal([31, 0]);
    expect(soft('1939-10-01/1939-10-03')).to.deep.equal([0, 0]);
  });

  it('marks doubt, and draws nothing where there is nothing to draw', () => {
    expect(drawn(date('1939-10-01?'))!.doubt).to.equal(true);
    expect(drawn(date('1939-10-01'))!.doubt).to.equal(false);
    expect(drawn(date('XXXX-12-25'))).to.equal(null);
    expect(
      drawn({ edtf: '../..', earliest: null, latest: null, shape: 'open-end', words: {} }),
    ).to.equal(null);
  });

  it('loses no event: what is in view is drawn or counted', () => {
    const random = seeded(5);
    const days = Array.from({ length: 900 }, () =>
      Math.floor((random.next().value as number) * 400),
    ).sort((a, b) => a - b);
    const items = days.map((start, i) => ({ id: `e${i}`, start, end: start + 1, rank: i % 50 }));
    const dates = days.map((day): CompiledDate[] => [
      { edtf: 'x', earliest: day, latest: day, shape: 'day', words: {} },
    ]);
    const model = {
      items,
      undated: [],
      all: { from: 0, to: 401 },
      index: new TimeIndex(items),
      lanes: [{ label: '', index: new TimeIndex(items), items: items.map((_, i) => i) }],
    };
    for (const [from, to] of [
      [0, 400],
      [33.3, 180.1],
      [200, 203],
    ] as const) {
      const found = scene({
        model,
        view: { from, to },
        width: 1000,
        rows: 8,
        label: () => 120,
        dates: (key) => dates[key]!,
        most: 48,
      });
      const there = items.filter(({ start, end }) => start < to && end > from).length;
      const shown = found.placed.filter(
        ({ key }) => items[key]!.start < to && items[key]!.end > from,
      ).length;
      const counted = found.more.reduce((sum, { count }) => sum + count, 0);
      expect(found.inView).to.equal(there);
      expect(shown + counted).to.equal(there);
      expect(found.placed.length).to.be.at.most(48);
    }
  });

  it('leaves no part of the view empty where all matter the same', () => {
    const items = Array.from({ length: 5000 }, (_, i) => ({
      id: `e${i}`,
      start: i,
      end: i + 1,
      rank: 5,
    }));
    const model = {
      items,
      undated: [],
      all: { from: 0, to: 5000 },
      index: new TimeIndex(items),
      lanes: [{ label: '', index: new TimeIndex(items), items: items.map((_, i) => i) }],
    };
    const day = (key: number): CompiledDate[] => [
      { edtf: 'x', earliest: key, latest: key, shape: 'day', words: {} },
    ];
    const { placed } = scene({
      model,
      view: { from: 0, to: 5000 },
      width: 1600,
      rows: 12,
      label: () => 100,
      dates: day,
      most: 48,
    });
    for (let at = 0; at < 1600; at += 400)
      expect(
        placed.filter(({ marks: [first] }) => first!.x >= at && first!.x < at + 400).length,
      ).to.be.above(5);
  });
});
