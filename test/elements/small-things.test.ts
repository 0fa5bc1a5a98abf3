/** What the pieces that several elements share take care of. */
import { expect } from '@open-wc/testing';
import '../../src/elements/event-card/define.js';
import { compile } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { renderStatic } from '../../src/elements/static.js';
import { sample } from '../dataset/sample.js';
import { DATASET, put, served, until, words } from '../page.js';

const shown = (element: Element): Promise<ShadowRoot> =>
  until(() => element.shadowRoot?.querySelector('article') && element.shadowRoot);

/** The sample with a summary of our own. */
const summarised = (summary: string): CompiledDataset => {
  const data = sample();
  Object.assign(data.events['lwow-1939-10'] as object, { summary });
  return compile(data);
};

describe('a widget', () => {
  it('has the direction of its own words where they are not the reader’s', async () => {
    const arabic = put(
      `<div lang="ar" dir="rtl"><event-card event="zakopane-1939-12" src="${DATASET}"></event-card></div>`,
    );
    const root = await shown(arabic.querySelector('event-card') as Element);
    const article = root.querySelector('article') as HTMLElement;
    expect(getComputedStyle(article).direction).to.equal('ltr');
    const english = put(
      `<div lang="en" dir="rtl"><event-card event="zakopane-1939-12" src="${DATASET}"></event-card></div>`,
    );
    const other = await shown(english.querySelector('event-card') as Element);
    expect(other.querySelector('article')?.hasAttribute('dir')).to.equal(false);
  });

  it('lets the page answer while hundreds of it are drawn', async () => {
    const tasks: number[] = [];
    let task = 0;
    let going = true;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      task++;
      if (going) port2.postMessage(0);
    };
    port2.postMessage(0);
    const src = served(compile(sample()));
    const first = put(`<event-card event="lwow-1939-10" src="${src}"></event-card>`);
    await shown(first);
    const many = put('<div></div>');
    many.addEventListener('attested-ready', () => tasks.push(task));
    many.innerHTML = `<event-card event="lwow-1939-10" src="${src}"></event-card>`.repeat(200);
    await until(() => tasks.length === 200);
    going = false;
    expect(new Set(tasks).size).to.be.greaterThan(2);
  });

  it('is printed whole, also what still waits for its turn', async () => {
    const src = served(compile(sample()));
    await shown(put(`<event-card event="lwow-1939-10" src="${src}"></event-card>`));
    const many = put('<div></div>');
    many.innerHTML = `<event-card event="lwow-1939-10" src="${src}"></event-card>`.repeat(100);
    dispatchEvent(new Event('beforeprint'));
    for (const it of many.children)
      expect(it.shadowRoot?.querySelector('[part=title]')).to.not.equal(null);
  });
});

describe('a mark', () => {
  it('of several sources has its numbers in order and stays on one line', async () => {
    const src = served(
      summarised('One [@web]. Two [@memoir]. Both [@memoir, p. 3; @web, p. 4; @doc].'),
    );
    const root = await shown(put(`<event-card event="lwow-1939-10" src="${src}"></event-card>`));
    const marks = [...root.querySelectorAll<HTMLElement>('.mark')];
    const several = marks.filter((it) => it.querySelectorAll('[data-source]').length > 1);
    expect(several).to.not.have.length(0);
    for (const mark of several) {
      const numbers = [...mark.querySelectorAll('[data-source]')].map((it) => Number(words(it)));
      expect(numbers).to.eql([...numbers].sort((a, b) => a - b));
      // One box for each line that it stands on.
      for (let width = 200; width < 500; width += 7) {
        (root.host as HTMLElement).style.width = `${width}px`;
        expect(mark.getClientRects().length, `at ${width} px`).to.equal(1);
      }
    }
  });
});

describe('a source', () => {
  it('that was read in another is said to be so once, with each place in it', () => {
    const data = sample();
    const event = data.events['lwow-1939-10'] as { occurrence: { citations: object[] } };
    event.occurrence.citations = [
      { source: 'memoir', locator: '54', via: 'web' },
      { source: 'memoir', locator: '60', via: 'web' },
    ];
    const html = renderStatic(compile(data), 'event-card', { event: 'lwow-1939-10' });
    const entry = /<li id="[^"]*memoir".*?<\/li>/s.exec(html)?.[0] ?? '';
    expect(entry).to.match(/p\. 54.*p\. 60/s);
    expect(entry.match(/read in/g), entry).to.have.length(1);
  });
});

describe('the static form', () => {
  it('has no list and no part without content', () => {
    const html = renderStatic(compile(sample()), 'event-card', { event: 'winter' });
    expect(html).to.contain('Winter');
    expect(html).to.not.match(/<(ul|ol|dl|div|p|section)(?: [^>]*)?>\s*<\/\1>/);
  });

  it('has headings of levels that there are', () => {
    for (const [level, is] of [
      ['0', '1'],
      ['7', '6'],
      ['x', '3'],
    ])
      expect(
        renderStatic(compile(sample()), 'event-card', {
          event: 'winter',
          'heading-level': level as string,
        }),
      ).to.contain(`<h3 aria-level="${is}">`);
  });
});
