import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { executeServerCommand, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { compile } from '../../src/dataset/compile.js';
import type { ConferenceTimeline } from '../../src/elements/conference-timeline/conference-timeline.js';
import '../../src/elements/conference-timeline/define.js';
import { Whole, type Window } from '../../src/elements/conference-timeline/model.js';
import { histogram, moved } from '../../src/elements/conference-timeline/overview.js';
import { columnsOf } from '../../src/dataset/columns.js';
import { timeline } from '../../src/locales/en-timeline.js';
import { media, put, rest, served, unmedia, until } from '../page.js';

/** Ten years, most of them in 1935; some in deep time or with hours where a test asks for it. */
const YEARS = ['1930', '1933', '1935-01', '1935-02', '1935-02', '1935-03', '1937', '1939-12-31'];

function dataset(dates: readonly string[] = YEARS): CompiledDataset {
  const data = compile({
    title: 'Ten years',
    language: 'en',
    licence: 'CC-BY-4.0',
    editors: [{ name: 'E' }],
    version: '1',
    modified: '2026-01-02',
    kinds: { talk: 'Talk' },
    events: Object.fromEntries(
      dates.map((edtf, i) => [
        `e${i}`,
        {
          title: `Event ${i}`,
          kind: 'talk',
          dates: [{ edtf, unsourced: true }],
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

const IN_1935 = { from: '1935', to: '1935' };

async function show({
  data = dataset(),
  attrs = IN_1935,
  width = 1000,
  dir = 'ltr',
}: Options = {}) {
  const around = put(
    `<div lang="en" dir="${dir}" style="inline-size:${width}px;font:16px/1.5 sans-serif;background:#fff;color:#222"></div>`,
  );
  const element = document.createElement('conference-timeline');
  for (const [name, value] of Object.entries({ src: served(data), ...attrs }))
    element.setAttribute(name, value);
  const ready = oneEvent(element, 'attested-ready');
  around.append(element);
  await ready;
  await until(() => element.shadowRoot!.querySelector('[part=window]')?.textContent, 'words');
  return element;
}

const found = (element: Element, selector: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const strip = (element: Element): Promise<HTMLElement> =>
  until(() => found(element, '.overview [aria-valuetext]') && found(element, '.overview'), 'strip');
const grip = (element: Element, name: string): HTMLElement =>
  found(element, `[data-grip=${name}]`)!;
const box = (element: Element, name: string): DOMRect =>
  grip(element, name).getBoundingClientRect();
const year = (day: number): number => 1970 + day / 365.2425;
const span = (element: ConferenceTimeline): [number, number] => [
  year(element.window!.from),
  year(element.window!.to),
];
const at = (rect: DOMRect, x = 0.5): [number, number] => [
  Math.round(rect.left + rect.width * x),
  Math.round(rect.top + rect.height / 2),
];
/** Drags sideways, as far as there is page. */
async function drag(from: [number, number], by: number): Promise<void> {
  const x = (part: number): number =>
    Math.round(Math.min(Math.max(from[0] + by * part, 1), innerWidth - 2));
  await sendMouse({ type: 'move', position: from });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x(0.5), from[1]] });
  await sendMouse({ type: 'move', position: [x(1), from[1]] });
  await sendMouse({ type: 'up' });
}
async function press(element: Element, name: string, key: string): Promise<void> {
  grip(element, name).focus();
  await sendKeys({ press: key });
}

describe('the overview of <conference-timeline>', () => {
  before(() => executeServerCommand('media', { features: { 'prefers-reduced-motion': 'reduce' } }));
  after(() => unmedia());
  afterEach(() => resetMouse());

  it('is there where there is more time than is in view, and when a reader zooms in', async () => {
    await strip(await show());
    const element = await show({ attrs: {} });
    await rest(300);
    expect(found(element, '.overview')).to.equal(null);
    const { height } = element.getBoundingClientRect();
    element.zoomIn();
    await strip(element);
    // It takes its room from the axis: the page does not move.
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('is always there with the attribute, and never with “off”', async () => {
    const element = await show({ attrs: { overview: '' } });
    await strip(element);
    element.setAttribute('overview', 'off');
    await until(() => !found(element, '.overview'), 'the strip goes');
    element.removeAttribute('overview');
    await strip(element);
    const whole = await show({ attrs: { overview: '' } });
    await strip(whole);
    const off = await show({ attrs: { ...IN_1935, overview: 'off' } });
    await rest(300);
    expect(found(off, '.overview')).to.equal(null);
  });

  it('shows when events begin, and what is in view in its place', async () => {
    const element = await show();
    const whole = (await strip(element)).getBoundingClientRect();
    const path = found(element, '.density path')!;
    const { left, right } = path.getBoundingClientRect();
    // The first begins after a little air, the last before the room for its title.
    expect(left - whole.left).to.be.within(8, 30);
    expect(right - whole.left).to.be.within(830, 960);
    const window_ = box(element, 'window');
    const scale = (right - left) / 10;
    expect(window_.left).to.be.closeTo(left + 5 * scale, 6);
    expect(window_.width).to.be.closeTo(scale, 6);
    expect(found(element, '.scale')!.textContent).to.include('1935');
    expect((await strip(element)).ariaLabel).to.match(/1930 . December 1939|1930 – 1939/);
  });

  it('counts what begins in each part, once, at a cost that does not grow with the events', () => {
    const days = Float64Array.from({ length: 100_000 }, (_, i) => i);
    let asked = 0;
    const index: Window = {
      from: (time) => (asked++, Math.min(Math.max(Math.ceil(time), 0), days.length)),
      top: () => [],
    };
    const model = Object.assign(new Whole(dataset(), columnsOf(dataset()), undefined), { index });
    const counts = histogram(model, { from: -25_600, to: 102_400 }, 256);
    expect(asked).to.equal(257);
    expect(counts.reduce((a, b) => a + b)).to.equal(100_000);
    expect(counts[50]).to.equal(0);
    expect(counts[100]).to.equal(500);
  });

  it('is not counted anew while the reader moves', async () => {
    const element = await show();
    await strip(element);
    const d = found(element, '.density path')!.getAttribute('d');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(found(element, '.density')!, { subtree: true, attributes: true });
    observer.observe(found(element, '.scale')!, { subtree: true, childList: true });
    const [from] = span(element);
    await press(element, 'window', 'ArrowRight');
    await until(() => span(element)[0] > from + 0.05, 'it moves');
    expect(found(element, '.density path')!.getAttribute('d')).to.equal(d);
    expect(changes.length).to.equal(0);
    // Other events are another density.
    element.setAttribute('src', served(dataset(['1930', '1934', '1939'])));
    await until(() => found(element, '.density path')?.getAttribute('d') !== d, 'a new density');
  });

  it('moves the time in view by dragging the window, and holds it within the whole', async () => {
    const element = await show();
    await strip(element);
    const { left } = box(element, 'window');
    await drag(at(box(element, 'window')), 120);
    await until(() => span(element)[0] > 1936, 'it moves');
    expect(span(element)[1] - span(element)[0]).to.be.closeTo(1, 0.01);
    await until(() => Math.abs(box(element, 'window').left - left - 120) < 2, 'by as much');
    await until(async () => {
      await drag(at(box(element, 'window')), -2000);
      return span(element)[0] < 1930.1;
    }, 'it moves back');
    const { left: edge } = (await strip(element)).getBoundingClientRect();
    await until(() => Math.abs(box(element, 'window').left - edge) < 1, 'it is drawn there');
    expect(span(element)[1] - span(element)[0]).to.be.closeTo(1, 0.01);
  });

  it('makes the time in view longer or shorter by its ends', async () => {
    const element = await show();
    await strip(element);
    const [from, to] = span(element);
    await drag(at(box(element, 'to')), 190);
    await until(() => span(element)[1] > to + 1.5, 'the end moves');
    expect(span(element)[0]).to.be.closeTo(from, 0.01);
    await drag(at(box(element, 'from')), -190);
    await until(() => span(element)[0] < from - 1.5, 'the beginning moves');
    // Past the other end there is nothing.
    await drag(at(box(element, 'to')), -900);
    await until(() => element.window!.to - element.window!.from < 40, 'it becomes short');
    expect(element.window!.to).to.be.above(element.window!.from);
    for (const [a, b] of [[box(element, 'from'), box(element, 'to')]] as const)
      expect(a.right).to.be.at.most(b.left + 0.5);
  });

  it('goes where a reader clicks', async () => {
    const element = await show({ width: 760 });
    const rect = (await strip(element)).getBoundingClientRect();
    await sendMouse({ type: 'click', position: at(rect, 0.8) });
    await until(() => span(element)[0] > 1937, 'it goes there');
    // It is drawn with the next frame.
    await until(() => {
      const { left, width } = box(element, 'window');
      return Math.abs(left + width / 2 - rect.left - rect.width * 0.8) < 3;
    }, 'its middle is where the click was');
  });

  it('is three sliders with a spoken value, for all keys of a slider', async () => {
    const element = await show();
    await strip(element);
    for (const [name, label, value] of [
      ['from', timeline.overview.from, '1 January 1935'],
      ['to', timeline.overview.to, '31 December 1935'],
      ['window', timeline.overview.window, '1 January – 31 December 1935'],
    ]) {
      const it = grip(element, name!);
      expect(it.getAttribute('role')).to.equal('slider');
      expect(it.getAttribute('aria-label')).to.equal(label);
      expect(it.getAttribute('aria-valuetext')!.replace(/\s/g, ' ')).to.equal(value);
      expect(it.tabIndex).to.equal(0);
      expect(Number(it.getAttribute('aria-valuenow'))).to.be.within(40, 70);
    }
    const [from, to] = span(element);
    const becomes = (name: string, look: () => boolean): Promise<unknown> => until(look, name);
    await press(element, 'window', 'ArrowRight');
    await becomes('later', () => Math.abs(span(element)[0] - from - 0.1) < 0.01);
    await becomes(
      'it is said',
      () => grip(element, 'from').getAttribute('aria-valuetext') === '6 February 1935',
    );
    await press(element, 'window', 'ArrowDown');
    await becomes('earlier', () => Math.abs(span(element)[0] - from) < 0.01);
    await press(element, 'window', 'PageUp');
    await becomes('a window later', () => Math.abs(span(element)[0] - to) < 0.01);
    await press(element, 'window', 'Home');
    await becomes('the beginning', () => span(element)[0] < 1930);
    await press(element, 'window', 'End');
    await becomes('the end', () => span(element)[1] > 1940);
    expect(span(element)[1] - span(element)[0]).to.be.closeTo(1, 0.01);
    await press(element, 'from', 'Home');
    await becomes('all', () => span(element)[0] < 1930);
    await press(element, 'to', 'ArrowLeft');
    await becomes('shorter', () => span(element)[1] < 1940.5);
    await press(element, 'to', 'Home');
    await becomes('the shortest', () => element.window!.to - element.window!.from < 2);
  });

  it('leaves keys that are not its own alone, and + and − zoom there too', async () => {
    const element = await show();
    await strip(element);
    grip(element, 'window').focus();
    for (const init of [{ key: 'a' }, { key: 'ArrowRight', ctrlKey: true }, { key: 'Tab' }]) {
      const event = new KeyboardEvent('keydown', {
        ...init,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      grip(element, 'window').dispatchEvent(event);
      expect(event.defaultPrevented, init.key).to.equal(false);
    }
    const { from, to } = element.window!;
    await sendKeys({ press: '+' });
    await until(() => element.window!.to - element.window!.from < to - from, 'it zooms');
  });

  it('runs from right to left with the page', async () => {
    const element = await show({ dir: 'rtl' });
    const whole = (await strip(element)).getBoundingClientRect();
    const path = found(element, '.density path')!.getBoundingClientRect();
    expect(whole.right - path.right).to.be.within(8, 30);
    const [from] = span(element);
    const { left } = box(element, 'window');
    await press(element, 'window', 'ArrowLeft');
    await until(() => span(element)[0] > from + 0.05, 'left is later');
    await until(() => box(element, 'window').left < left, 'it is drawn there');
    await press(element, 'window', 'ArrowRight');
    await until(() => Math.abs(span(element)[0] - from) < 0.01, 'right is earlier');
    expect(box(element, 'from').left).to.be.above(box(element, 'to').left);
    await drag(at(box(element, 'window')), 100);
    await until(() => span(element)[0] < from, 'right is earlier');
  });

  it('leaves up and down to a finger on the page, and takes it sideways', async () => {
    const element = await show();
    const it = await strip(element);
    expect(getComputedStyle(it).touchAction).to.equal('pan-y');
    it.setPointerCapture = () => {};
    const { left, top } = box(element, 'window');
    const finger = (type: string, x: number): boolean =>
      grip(element, 'window').dispatchEvent(
        new PointerEvent(type, {
          pointerId: 5,
          pointerType: 'touch',
          clientX: left + x,
          clientY: top + 5,
          bubbles: true,
          composed: true,
        }),
      );
    const [from] = span(element);
    finger('pointerdown', 4);
    finger('pointermove', 100);
    await until(() => span(element)[0] > from + 0.5, 'it moves');
    // The page took the finger to scroll.
    finger('pointercancel', 100);
    const [there] = span(element);
    finger('pointermove', 300);
    await nextFrame();
    await nextFrame();
    expect(span(element)[0]).to.equal(there);
  });

  it('has targets of 24 px, also where the window is as narrow as can be', async () => {
    const element = await show({
      data: dataset(['-9999', '1935-06-05', '1935-06-09', '2020']),
      width: 700,
    });
    const whole = (await strip(element)).getBoundingClientRect();
    const [from, to, window_] = ['from', 'to', 'window'].map((name) => box(element, name));
    for (const it of [from!, to!]) {
      expect(it.width).to.equal(24);
      expect(it.left).to.be.at.least(whole.left);
      expect(it.right).to.be.at.most(whole.right + 0.5);
    }
    expect(from!.right).to.be.at.most(window_!.left + 1);
    expect(window_!.width).to.be.at.least(4);
    expect(grip(element, 'from').getAttribute('aria-valuetext')).to.include('1935');
    expect(found(element, '.scale')!.textContent).to.include('BCE');
  });

  it('is accessible, and is not lost in forced colours', async function () {
    const element = await show();
    await strip(element);
    await expect(element).to.be.accessible();
    await media(this, { 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
    try {
      const fill = getComputedStyle(found(element, '.density svg')!).fill;
      const probe = put('<i style="color:CanvasText"></i>');
      expect(fill).to.equal(getComputedStyle(probe).color);
      expect(getComputedStyle(grip(element, 'window')).borderTopStyle).to.equal('solid');
    } finally {
      await executeServerCommand('media', { features: { 'prefers-reduced-motion': 'reduce' } });
    }
  });

  it('is not printed', async function () {
    const element = await show();
    await strip(element);
    await media(this, {}, 'print');
    try {
      await until(() => {
        const it = found(element, '.overview');
        return !it || getComputedStyle(it).display === 'none';
      }, 'the strip goes');
    } finally {
      await executeServerCommand('media', { features: { 'prefers-reduced-motion': 'reduce' } });
    }
  });

  it('holds a window within the whole, whatever is asked', () => {
    const whole = { from: 0, to: 100 };
    expect(moved({ from: 10, to: 20 }, 'window', Infinity, whole)).to.deep.equal({
      from: 90,
      to: 100,
    });
    expect(moved({ from: 10, to: 20 }, 'window', -Infinity, whole)).to.deep.equal({
      from: 0,
      to: 10,
    });
    expect(moved({ from: 10, to: 20 }, 'from', 50, whole)).to.deep.equal({ from: 19, to: 20 });
    expect(moved({ from: 10, to: 20 }, 'to', -50, whole)).to.deep.equal({ from: 10, to: 11 });
    // What is further out already is not drawn in.
    expect(moved({ from: -50, to: 150 }, 'window', 30, whole)).to.deep.equal({
      from: -50,
      to: 150,
    });
    expect(moved({ from: -50, to: 20 }, 'from', -10, whole)).to.deep.equal({ from: -50, to: 20 });
  });
});
