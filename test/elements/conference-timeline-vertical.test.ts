import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { executeServerCommand, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { compile } from '../../src/dataset/compile.js';
import type { ConferenceTimeline } from '../../src/elements/conference-timeline/conference-timeline.js';
import '../../src/elements/conference-timeline/define.js';
import { timeline } from '../../src/locales/en-timeline.js';
import { media, put, rest, served, unmedia, until } from '../page.js';

type Given = [edtf: string | string[], kind?: string];

const EVENTS: Record<string, Given> = {
  first: ['1939-09-05'],
  lasting: ['1939-09-10/1939-10-10', 'war'],
  one: ['[1939-09-16..1939-09-25]'],
  both: [['1939-10-01', '1939-11-01']],
  month: ['1939-11'],
  until: ['../1939-09-20', 'war'],
  on: ['1939-11-20/..'],
  last: ['1939-12-20', 'war'],
};

function dataset(events = EVENTS): CompiledDataset {
  const data = compile({
    title: 'Meetings',
    language: 'en',
    licence: 'CC-BY-4.0',
    editors: [{ name: 'E' }],
    version: '1',
    modified: '2026-01-02',
    kinds: { talk: 'Talk', war: 'War' },
    events: Object.fromEntries(
      Object.entries(events).map(([id, [edtf, kind = 'talk']]) => [
        id,
        {
          title: `Event ${id}`,
          kind,
          dates: [edtf].flat().map((it) => ({ edtf: it, unsourced: true })),
          occurrence: { status: 'attested', reason: 'Because.', unsourced: true },
          summary: 'They met.',
        },
      ]),
    ),
  } as Parameters<typeof compile>[0]);
  for (const words of Object.values(data.words)) Object.assign(words, { timeline });
  return data;
}

interface Options {
  data?: CompiledDataset;
  attrs?: Record<string, string>;
  width?: number;
  dir?: string;
}

const AUTUMN = { from: '1939-09', to: '1939-12' };

async function show({ data = dataset(), attrs = AUTUMN, width = 760, dir = 'ltr' }: Options = {}) {
  const around = put(
    `<div lang="en" dir="${dir}" style="inline-size:${width}px;font:16px/1.5 sans-serif;background:#fff;color:#222;--attested-timeline-block-size:500px"></div>`,
  );
  const element = document.createElement('conference-timeline');
  for (const [name, value] of Object.entries({
    src: served(data),
    layout: 'vertical',
    ...attrs,
  }))
    element.setAttribute(name, value);
  const ready = oneEvent(element, 'attested-ready');
  around.append(element);
  await ready;
  await until(() => found(element, '[part=window]')?.textContent, 'words');
  return element;
}

const found = (element: Element, selector: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const all = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const event = (element: Element, id: string): HTMLElement => {
  const it = all(element, '.events [part=event]').find((one) => one.textContent === `Event ${id}`);
  if (!it) throw new Error(`${id} is not drawn`);
  return it;
};
const box = (node: Element): DOMRect => node.getBoundingClientRect();
const drawing = (element: Element, id: string): DOMRect =>
  box(event(element, id).querySelector('.drawing')!);
/** Where a day is, px from the top of the page. */
const day = (element: ConferenceTimeline, date: string): number => {
  const { top, height } = box(found(element, '.rows')!);
  const { from, to } = element.window!;
  return top + ((Date.parse(date) / 864e5 - from) / (to - from)) * height;
};
const focused = (element: Element): string => element.shadowRoot!.activeElement?.textContent ?? '';

describe('<conference-timeline layout="vertical">', () => {
  before(() => executeServerCommand('media', { features: { 'prefers-reduced-motion': 'reduce' } }));
  after(() => unmedia());
  afterEach(() => resetMouse());

  it('lets time run down on a scale, each mark in its place and of its length', async () => {
    const element = await show({ width: 1400 });
    for (const [id, from, to] of [
      ['lasting', '1939-09-10', '1939-10-11'],
      ['one', '1939-09-16', '1939-09-26'],
      ['month', '1939-11-01', '1939-12-01'],
    ] as const) {
      const { top, bottom, width } = drawing(element, id);
      expect(top, id).to.be.closeTo(day(element, from), 1);
      expect(bottom, id).to.be.closeTo(day(element, to), 1);
      expect(width, id).to.be.within(6, 12);
    }
    const first = drawing(element, 'first');
    expect((first.top + first.bottom) / 2).to.be.closeTo(day(element, '1939-09-05T12:00Z'), 1);
    const october = all(element, '.eras > *').find((it) => it.textContent === 'October 1939')!;
    expect(box(october).top).to.be.closeTo(day(element, '1939-10-01'), 1);
    expect(box(october).height).to.be.above(10);
    expect(found(element, '[part=list]')).to.equal(null);
  });

  it('draws the arrow of an open end at the end of it, also from right to left', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await show({ dir });
      const flip = (id: string): string =>
        getComputedStyle(event(element, id).querySelector('.drawing')!).transform;
      // The beginning of the drawing is at the top, or, of an open start, its end.
      expect(flip('on')).to.match(/^matrix\(0, 1, 1, 0, /);
      expect(flip('until')).to.match(/^matrix\(0, -1, 1, 0, /);
      expect(drawing(element, 'until').bottom).to.be.closeTo(day(element, '1939-09-21'), 1);
      expect(drawing(element, 'on').top).to.be.closeTo(day(element, '1939-11-20'), 1);
    }
  });

  it('lets no two titles overlap, and reads them upright beside their marks', async () => {
    for (const [width, dir] of [
      [760, 'ltr'],
      [760, 'rtl'],
      [320, 'ltr'],
    ] as const) {
      const element = await show({ width, dir });
      const labels = all(element, '.events [part=label]').map(box);
      expect(labels.length).to.be.above(width > 400 ? 3 : 1);
      for (const [n, a] of labels.entries())
        for (const b of labels.slice(n + 1))
          expect(
            a.right <= b.left + 1 ||
              b.right <= a.left + 1 ||
              a.bottom <= b.top + 1 ||
              b.bottom <= a.top + 1,
          ).to.equal(true);
      const rows = box(found(element, '.rows')!);
      for (const it of labels) {
        expect(it.left).to.be.at.least(rows.left - 1);
        expect(it.right).to.be.at.most(rows.right + 1);
      }
      if (width < 400) continue;
      const mark = drawing(element, 'lasting');
      const label = box(event(element, 'lasting').querySelector('[part=label]')!);
      expect(dir === 'rtl' ? mark.left - label.right : label.left - mark.right).to.be.within(0, 30);
      expect(box(element).width).to.be.at.most(width);
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    }
  });

  it('ties other dates to the first, down the page', async () => {
    const element = await show();
    const both = event(element, 'both');
    const [main, other] = [...both.querySelectorAll('.drawing')].map(box);
    const tie = box(both.querySelector('.tie')!);
    expect(tie.top).to.be.closeTo(main!.top, 1);
    expect(tie.bottom).to.be.closeTo(other!.bottom, 1);
    expect(tie.width).to.be.below(4);
    expect(other!.top).to.be.above(main!.bottom);
  });

  it('has lanes as columns where there is room, and one where there is not', async () => {
    const element = await show({ attrs: { ...AUTUMN, 'group-by': 'kind' } });
    await until(() => all(element, '.lane').length === 2, 'lanes');
    const [talk, war] = all(element, '.lane').map(box);
    expect(war!.left).to.be.above(talk!.right - 1);
    expect(war!.top).to.be.closeTo(talk!.top, 1);
    for (const id of ['first', 'one'])
      expect(box(event(element, id)).left, id).to.be.below(war!.left);
    expect(box(event(element, 'lasting')).left).to.be.at.least(war!.left - 1);
    // The headings stand above the time, within the frame.
    expect(talk!.top).to.be.at.least(box(found(element, '.plot')!).top);
    expect(box(event(element, 'first')).top).to.be.above(talk!.bottom - 1);
    const narrow = await show({ width: 320, attrs: { ...AUTUMN, 'group-by': 'kind' } });
    await rest();
    expect(all(narrow, '.lane').length).to.equal(0);
  });

  it('has the same keys', async () => {
    const element = await show();
    const order = element.view!.data.inTime.map((id) => `Event ${id}`);
    event(element, 'first').focus();
    const goes = (to: string): Promise<unknown> =>
      until(() => focused(element) === to, `${to}, but ${focused(element)}`);
    const at = order.indexOf('Event first');
    await sendKeys({ press: 'ArrowDown' });
    await goes(order[at + 1]!);
    await sendKeys({ press: 'ArrowUp' });
    await goes('Event first');
    await sendKeys({ press: 'End' });
    await goes('Event last');
    const shown = box(element.shadowRoot!.activeElement!);
    expect(shown.bottom).to.be.below(box(found(element, '.plot')!).bottom);
    await sendKeys({ press: 'Home' });
    await goes(order[0]!);
    const days = element.window!.to - element.window!.from;
    await sendKeys({ press: '+' });
    await until(() => element.window!.to - element.window!.from < days, 'nearer');
    const { from } = element.window!;
    await sendKeys({ press: 'PageDown' });
    await until(() => element.window!.from > from, 'a page later');
    await sendKeys({ press: 'm' });
    await goes('Event month');
  });

  it('pans by dragging down or up, and leaves wheel and finger to the page', async () => {
    const element = await show();
    const plot = found(element, '.plot')!;
    const { left, top } = box(plot);
    const { from, to } = element.window!;
    const at: [number, number] = [Math.round(left + 100), Math.round(top + 300)];
    await sendMouse({ type: 'move', position: at });
    await until(
      () => import('../../src/elements/conference-timeline/reader.js').then(() => true),
      'what listens',
    );
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [at[0], at[1] - 50] });
    await sendMouse({ type: 'move', position: [at[0], at[1] - 100] });
    await sendMouse({ type: 'up' });
    await until(() => element.window!.from > from, 'it pans');
    const pixels = box(found(element, '.rows')!).height;
    expect(element.window!.from - from).to.be.closeTo((100 * (to - from)) / pixels, 0.5);
    expect(getComputedStyle(plot).touchAction).to.equal('pan-y');
    const wheel = (init: WheelEventInit): boolean => {
      const turn = new WheelEvent('wheel', {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientY: top + 100,
        ...init,
      });
      plot.dispatchEvent(turn);
      return turn.defaultPrevented;
    };
    const before = { ...element.window! };
    expect(wheel({ deltaY: 100 })).to.equal(false);
    await nextFrame();
    await nextFrame();
    expect(element.window).to.deep.equal(before);
    const fixed = before.from + (100 / pixels) * (before.to - before.from);
    expect(wheel({ deltaY: -100, ctrlKey: true })).to.equal(true);
    const { from: a, to: b } = element.window!;
    expect(b - a).to.be.below(before.to - before.from);
    expect(a + (100 / pixels) * (b - a)).to.be.closeTo(fixed, 0.2);
    for (const it of all(element, '*'))
      expect(getComputedStyle(it).overflowY, it.className).not.to.match(/auto|scroll/);
  });

  it('has the whole time beside it, from the top down', async () => {
    const element = await show({ attrs: { from: '1939-10', to: '1939-10' } });
    const grip = (name: string): HTMLElement => found(element, `[data-grip=${name}]`)!;
    await until(() => grip('window').ariaValueText, 'strip');
    const strip = box(found(element, '.overview')!);
    const plot = box(found(element, '.plot')!);
    expect(strip.left).to.be.at.least(plot.right - 1);
    expect(strip.height).to.be.closeTo(plot.height, 3);
    expect(grip('window').getAttribute('aria-orientation')).to.equal('vertical');
    expect(box(grip('from')).bottom).to.be.at.most(box(grip('to')).top + 1);
    const { from } = element.window!;
    grip('window').focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => element.window!.from > from, 'down is later');
    const { left, top, width, height } = box(grip('window'));
    await sendMouse({
      type: 'move',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
    await sendMouse({ type: 'down' });
    await sendMouse({
      type: 'move',
      position: [Math.round(left), Math.max(2, Math.round(top - 400))],
    });
    await sendMouse({ type: 'up' });
    await until(() => element.window!.from < from, 'up is earlier');
  });

  it('draws no more at 10,000 events, and follows the attribute', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1500 }, (_, i): [string, Given] => [
        `e${i}`,
        [`${1500 + Math.floor(i / 4)}-0${1 + (i % 9)}-10`],
      ]),
    );
    const element = await show({ data: dataset(many), attrs: {} });
    const nodes = (): number => element.shadowRoot!.querySelectorAll('*').length;
    expect(all(element, '.events li').length).to.be.within(8, 48);
    expect(nodes()).to.be.below(500);
    expect(all(element, '[part=more]').length).to.be.at.least(3);
    element.removeAttribute('layout');
    await until(() => box(found(element, '.eras')!).width > 500, 'across');
    await until(() => !all(element, '.events .drawing')[0]!.style.transform, 'turned back');
    element.setAttribute('layout', 'vertical');
    await until(() => box(found(element, '.eras')!).width < 200, 'down');
    await until(() => all(element, '.events .drawing')[0]!.style.transform, 'turned');
  });

  it('is accessible, and a list in print', async function () {
    const element = await show({ width: 320 });
    await expect(element).to.be.accessible();
    await media(this, {}, 'print');
    try {
      await until(() => all(element, '[part=entry]').length === 8, 'all in print');
      expect(found(element, '.plot')).to.equal(null);
    } finally {
      await executeServerCommand('media', { features: { 'prefers-reduced-motion': 'reduce' } });
    }
  });
});
