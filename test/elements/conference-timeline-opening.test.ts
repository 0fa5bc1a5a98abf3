import { expect } from '@open-wc/testing';
import '../../src/elements/conference-timeline/define.js';
import '../../src/elements/event-card/define.js';
import type { ConferenceTimeline } from '../../src/elements/conference-timeline/conference-timeline.js';
import { compile } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { toLines } from '../../src/dataset/to-lines.js';
import { many } from '../dataset/many.js';
import { fresh, put, rest, said, until } from '../page.js';

/** A file of which the first line has come and the rest has not. */
interface Halted {
  src: string;
  /** Lets the rest come. */
  go(): void;
  /** Breaks off. */
  fail(): void;
}

let data: CompiledDataset;
let bytes: Uint8Array;
before(() => {
  data = compile(many(3000));
  bytes = new TextEncoder().encode(toLines(data));
});

const real = window.fetch;
afterEach(() => {
  window.fetch = real;
});

/** A server that stops in the midst of a file. */
function halted(): Halted {
  const src = `/halted/${fresh()}.json`;
  let body: ReadableStreamDefaultController<Uint8Array>;
  const first = bytes.indexOf(10) + 1;
  window.fetch = (address, init) => {
    if (!(address as string).endsWith(src)) return real(address, init);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        body = controller;
        body.enqueue(bytes.slice(0, first));
      },
    });
    return Promise.resolve(
      new Response(stream, { headers: { 'content-length': String(bytes.length) } }),
    );
  };
  return {
    src,
    go() {
      body.enqueue(bytes.slice(first));
      body.close();
    },
    fail: () => body.error(new Error('gone')),
  };
}

const timeline = (src: string, attributes = '', width = 60): ConferenceTimeline =>
  put(
    `<div style="width: ${width}rem"><conference-timeline src="${src}" ${attributes}>A list of mine.</conference-timeline></div>`,
  ).firstElementChild as ConferenceTimeline;

const all = (element: Element, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const drawn = async (element: Element): Promise<HTMLElement[]> => {
  await until(() => all(element, '.events > li').length > 5, 'the first events are drawn');
  return all(element, '.events > li');
};

const titleOf = (item: HTMLElement): string => item.querySelector('[part~=label]')!.textContent;

describe('a timeline of which the file is still on its way', () => {
  it('shows what matters most, and says nothing of the others', async () => {
    const { src, go } = halted();
    const element = timeline(src);
    let ready = 0;
    element.addEventListener('attested-ready', () => ready++);
    expect((await drawn(element)).length).to.be.at.most(48);
    await until(() => all(element, '[part=tick]').some((it) => it.textContent), 'the axis');
    await rest(600);
    expect(all(element, '[part=more]').length).to.equal(0);
    expect(all(element, '[part=button]').length).to.equal(0);
    expect(ready).to.equal(0);
    go();
    await until(() => ready, 'it is ready');
    await until(() => /3,000/.test(said(element)), 'it says how many there are');
    expect(all(element, '[part=more]').length).to.be.greaterThan(0);
    expect(ready).to.equal(1);
  });

  it('goes on from there when the others come: nothing is lost, moved or renamed', async () => {
    const { src, go } = halted();
    const element = timeline(src);
    const before = await drawn(element);
    const was = before.map((item) => [titleOf(item), item.style.transform]);
    const window_ = element.window;
    const button = before[3]!.querySelector('button')!;
    button.focus();
    go();
    await until(() => /3,000/.test(said(element)), 'the others are there');
    expect(element.shadowRoot!.activeElement).to.equal(button);
    expect(button.tabIndex).to.equal(0);
    expect(element.window).to.deep.equal(window_);
    const stayed = before.filter((item) => item.isConnected);
    expect(stayed.length).to.equal(before.length);
    for (const [i, item] of before.entries())
      if (item.isConnected) expect([titleOf(item), item.style.transform]).to.deep.equal(was[i]);
    // In order of time still, each once.
    const titles = all(element, '.events > li').map(titleOf);
    expect(new Set(titles).size).to.equal(titles.length);
    button.click();
    await until(() => element.event);
    expect(data.events[element.event!]!.title as string).to.equal(titleOf(before[3]!));
  });

  it('can be moved, and opens an event, meanwhile', async () => {
    const { src, go } = halted();
    const element = timeline(src);
    const [item] = await drawn(element);
    const { from } = element.window!;
    element.zoomIn();
    await until(() => element.window!.from > from, 'it zooms');
    const title = titleOf(item!);
    item!.querySelector('button')!.click();
    await until(() => all(element, '[part=panel]')[0], 'its panel opens');
    expect(data.events[element.event!]!.title).to.equal(title);
    go();
    const card = await until(() => all(element, 'event-card')[0]);
    await until(() => said(card).includes(title), 'its card');
    expect(all(element, '[part=panel]').length).to.equal(1);
  });

  it('says so where the file breaks off, and shows what the page wrote', async () => {
    const { src, fail } = halted();
    const element = timeline(src);
    await drawn(element);
    fail();
    await until(() => /broke off/.test(said(element)), 'it says so');
    expect(all(element, '.events > li').length).to.equal(0);
    expect(all(element, 'slot').length).to.equal(1);
    all(element, 'button')[0]!.click();
    await drawn(element);
  });

  it('waits for all where some would not do', async () => {
    for (const [attributes, width] of [
      ['group-by="kind"', 60],
      ['from="1950"', 60],
      ['to="1950"', 60],
      [`event="${Object.keys(data.events)[7]}"`, 60],
      ['', 20],
    ] as const) {
      const { src, go } = halted();
      const element = timeline(src, attributes, width);
      await rest(300);
      expect(all(element, 'slot').length, attributes).to.equal(1);
      expect(all(element, 'li').length, attributes).to.equal(0);
      go();
      await until(() => all(element, 'li').length > 5, attributes);
    }
  });
});

it('a timeline that was moved to another place still follows its width', async () => {
  const text = JSON.stringify(data);
  const element = timeline(URL.createObjectURL(new Blob([text])));
  const reach = (): number =>
    Math.max(...all(element, '.ticks > *').map((it) => it.getBoundingClientRect().left));
  const right = (): number => element.getBoundingClientRect().right;
  await drawn(element);
  await until(() => reach() > right() - 250, 'its axis');
  const holder = put('<div style="width: 60rem"></div>');
  holder.append(element);
  await rest();
  holder.style.width = '45rem';
  await until(() => reach() <= right(), 'no mark lies beyond its end');
});
