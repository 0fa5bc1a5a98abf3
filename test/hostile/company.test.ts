/** Pages on which we are not alone. */
import { expect } from '@open-wc/testing';
import { open, rest, said, until, words } from '../page.js';
import { library, watched, widget } from './whole.js';

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title>${head}<body>${body}`;
const CARD = '<event-card event="zakopane-1939-12"><p>My words</p></event-card>';
const FORM = '<div data-attested="event-card" data-event="krakow-1940-03">Mine</div>';

describe('two versions of the library', () => {
  for (const [name, first, second] of [
    ['the older one first', '/older/', '/site/'],
    ['the newer one first', '/site/', '/older/'],
  ] as const)
    for (const kind of ['type="module"', 'async'])
      it(`that share nothing make each widget once: ${name}, ${kind}`, async () => {
        const data = '/site/dist/data/conferences.json';
        const body = `${CARD}${FORM}<p>Words<source-cite source="rees-2008"></source-cite></p><contested-claim claim="katyn-link"></contested-claim><conference-timeline></conference-timeline>`;
        const window = await open(
          page(
            `${library(first, data, kind)}<script ${kind} src="${second}dist/attested.js"></script>`,
            body,
          ),
          { height: 5000 },
        );
        const form = (): Element => widget(window, '[data-attested]');
        for (const [selector, what] of [
          ['event-card', /Zakopane/],
          ['[data-attested] > event-card', /Kraków/],
          ['source-cite', /\[\d+\]/],
          ['contested-claim', /Katyn/i],
          ['conference-timeline', /Zakopane/],
        ] as const)
          await until(() => what.test(said(widget(window, selector))), selector);
        await rest(300);
        expect(form().querySelectorAll('*').length, form().innerHTML).to.equal(1);
        expect(words(form())).to.equal('Mine');
        expect(watched(window).failures).to.deep.equal([]);
      });

  it('an older one is really another: it shares no state with this one', async () => {
    const own = async (place: string): Promise<string> =>
      (await fetch(`${place}dist/attested.js`)).text();
    expect(await own('/older/')).to.contain('attested.loader.0');
    expect(await own('/site/')).to.contain('attested.loader.1');
  });
});

describe('another <event-card>', () => {
  const theirs = (wait = ''): string =>
    `<script type="module">${wait}try { customElements.define('event-card', class extends HTMLElement { connectedCallback() { this.own = true } }) } catch (error) { window.refused = error.name }</script>`;
  type Theirs = Element & { own?: boolean };

  it('that was there before is theirs, and ours comes under another name', async () => {
    const window = await open(
      page(
        theirs() + library(),
        `${CARD}${FORM}<contested-claim claim="katyn-link"></contested-claim>`,
      ),
      { height: 3000 },
    );
    await until(() => /Kraków/.test(said(widget(window, '[data-attested] > attested-event-card'))));
    await until(() => /Katyn/i.test(said(widget(window, 'contested-claim'))));
    expect((widget(window, 'event-card') as Theirs).own).to.equal(true);
    expect(words(widget(window, 'event-card'))).to.equal('My words');
    expect(watched(window).failures).to.deep.equal([]);
  });

  it('that comes after is told so by the browser, and ours stay whole', async () => {
    const window = await open(
      page(library() + theirs("await customElements.whenDefined('event-card');"), CARD + FORM),
      { height: 3000 },
    );
    await until(() => (window as unknown as { refused?: string }).refused === 'NotSupportedError');
    await until(() => /Zakopane/.test(said(widget(window, 'event-card'))));
    await until(() => /Kraków/.test(said(widget(window, '[data-attested] > event-card'))));
    expect(watched(window).failures).to.deep.equal([]);
  });
});
