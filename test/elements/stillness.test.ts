/** What stands on the page before a widget is there is not moved by it. */
import { expect } from '@open-wc/testing';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { renderStatic } from '../../src/elements/static.js';
import { conferences, open, rest, said, until } from '../page.js';

/** In the middle of the page's text, as a hosted widget stands. */
const page = (widget: string): string =>
  `<!doctype html><html lang="en"><title>Post</title><meta name="viewport" content="width=device-width"><style>body{font:16px/1.5 serif}</style><script>window.shift=0;new PerformanceObserver((list)=>{for(const it of list.getEntries())window.shift+=it.value}).observe({type:'layout-shift',buffered:true})</script><script type="module" src="/site/dist/attested.js" data-dataset="/trouble/slow?ms=300"></script><body><p>Before</p>${widget}<p>After</p><p>The rest of the text.</p>`;

const shift = async (widget: string, selector: string): Promise<number> => {
  const window = await open(page(widget));
  await until(
    () =>
      /Zakopane|Katyn|Rees/.test(said(window.document.querySelector(selector))) &&
      window.document.querySelector(selector)?.matches(':defined'),
  );
  // The dataset comes later than the widget.
  await rest(800);
  return (window as unknown as { shift: number }).shift;
};

describe('a widget that is there before its script', function () {
  this.timeout(30_000);
  let data: CompiledDataset;
  before(async function () {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
    data = await conferences();
  });

  it('moves nothing when its shadow root was declared', async () => {
    for (const [tag, attributes] of [
      ['event-card', { event: 'zakopane-1939-12' }],
      ['contested-claim', { claim: 'katyn-link' }],
    ] as const)
      expect(
        await shift(renderStatic(data, tag, attributes, { form: 'element' }), tag),
        tag,
      ).to.equal(0);
  });

  it('moves nothing while it is narrow', async () => {
    expect(
      await shift(
        `<div style="width:320px">${renderStatic(data, 'event-card', { event: 'zakopane-1939-12' }, { form: 'element' })}</div>`,
        'event-card',
      ),
    ).to.equal(0);
  });

  it('moves nothing when the page keeps its place', async () => {
    expect(
      await shift(
        '<div style="min-height:4000px"><event-card event="zakopane-1939-12"></event-card></div>',
        'event-card',
      ),
    ).to.equal(0);
  });

  it('would be seen to move something', async () => {
    expect(
      await shift('<event-card event="zakopane-1939-12"></event-card>', 'event-card'),
    ).to.be.greaterThan(0);
  });

  it('is the same before and after: the declared content is what the element draws', async () => {
    const window = await open(
      `<!doctype html><html lang="en"><body>${renderStatic(data, 'event-card', { event: 'zakopane-1939-12' }, { form: 'element' })}`,
    );
    const element = window.document.querySelector('event-card') as HTMLElement;
    const [text, height] = [said(element), element.offsetHeight];
    expect(text).to.contain('Zakopane');
    const script = window.document.createElement('script');
    script.type = 'module';
    script.src = '/site/dist/elements/event-card.js';
    element.setAttribute('src', '/site/dist/data/conferences.json');
    window.document.head.append(script);
    await until(() => element.matches(':defined') && !element.shadowRoot?.querySelector('style'));
    // The build leaves out blanks between blocks; the button that a script answers is new, and takes no room.
    const button = element.shadowRoot?.querySelector('details > button')?.textContent ?? '';
    expect(said(element).replace(button, '').replace(/\s/g, '')).to.equal(text.replace(/\s/g, ''));
    expect(element.offsetHeight).to.equal(height);
  });

  it('keeps its declared content where the dataset cannot be had, and says so below it', async () => {
    const window = await open(
      `<!doctype html><html lang="en"><body>${renderStatic(data, 'event-card', { event: 'zakopane-1939-12', src: '/trouble/404' }, { form: 'element' })}<script type="module" src="/site/dist/attested.js"></script>`,
    );
    const element = window.document.querySelector('event-card') as HTMLElement;
    await until(() => /404/.test(said(element)));
    expect(said(element)).to.match(/Conference at Zakopane.*404/);
    expect(element.shadowRoot?.querySelector('article')?.getClientRects().length).to.equal(1);
  });
});
