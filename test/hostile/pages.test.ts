/** Pages and networks that were not made for us. */
import { expect } from '@open-wc/testing';
import { open, rest, said, until, words } from '../page.js';
import { library, openWhole, unreachable, watched, whole } from './whole.js';

const CARD = '<event-card event="zakopane-1939-12"><p>My words</p></event-card>';
const script = (place: string, attributes = 'type="module"'): string =>
  `<script ${attributes} src="${place}dist/attested.js" data-dataset="${place}dist/data/conferences.json"></script>`;
const card = (window: Window, selector = 'event-card'): HTMLElement | null =>
  window.document.querySelector(selector);
const shown = (window: Window, selector = 'event-card'): Promise<unknown> =>
  until(
    () => /Zakopane, December 1939/.test(said(card(window, selector))),
    `${selector}: ${said(card(window, selector))}`,
  );

describe('under the strictest policy', () => {
  const page = (body: string, attributes?: string): string =>
    `<!doctype html><html lang="en"><title>Strict</title><script src="/strict/test/pages/watch.js"></script>${script('/strict/', attributes)}<body>${body}`;

  for (const attributes of ['type="module"', 'async'])
    it(`every widget works without one violation, loaded by a script that is ${attributes}`, async () => {
      const window = await open(
        page(
          `${CARD}<p>Words<source-cite source="rees-2008 conquest-1991" locator="p. 54"></source-cite></p><contested-claim claim="katyn-link"></contested-claim><source-list></source-list><div data-attested="event-card" data-event="krakow-1940-03">Mine</div><conference-timeline></conference-timeline><claim-matrix></claim-matrix><person-card person="eichmann"></person-card>`,
          attributes,
        ),
        { place: '/strict/', height: 5000 },
      );
      await shown(window);
      await until(() => /Katyn/i.test(said(card(window, 'contested-claim'))));
      await until(() => /Rees/.test(said(card(window, 'source-list'))));
      await until(() => /Kraków/.test(said(card(window, '[data-attested] > *'))));
      const mark = card(window, 'source-cite')?.shadowRoot?.querySelector<HTMLElement>(
        '[data-source]',
      );
      mark?.focus();
      const note = await until(() =>
        card(window, 'source-cite')?.shadowRoot?.querySelector('[popover]'),
      );
      expect(words(note)).to.contain('Rees');
      await until(() => card(window, 'conference-timeline')?.shadowRoot?.querySelector('*'));
      const cell = await until(() =>
        card(window, 'claim-matrix')?.shadowRoot?.querySelector<HTMLElement>('td button'),
      );
      cell.click();
      await until(() => card(window, 'claim-matrix')?.shadowRoot?.querySelector('[popover]'));
      const link = await until(() =>
        card(window, 'person-card')?.shadowRoot?.querySelector<HTMLElement>(
          'a[href="#organisation-ss"]',
        ),
      );
      link.click();
      await until(() => card(window, 'person-card')?.shadowRoot?.querySelector('dialog'));
      await rest(300);
      expect(watched(window).violations).to.deep.equal([]);
      expect(watched(window).failures).to.deep.equal([]);
      // They also look as they should.
      expect(window.getComputedStyle(card(window) as Element).display).to.equal('block');
      const title = card(window)?.shadowRoot?.querySelector('[part=title]') as Element;
      expect(parseFloat(window.getComputedStyle(title).fontSize)).to.be.greaterThan(16);
    });

  it('is really strict: it would tell of a violation', async () => {
    const window = await open(page('<p style="color: red">Red</p>'), { place: '/strict/' });
    await until(() => watched(window).violations.length);
  });

  it('says errors without a violation, too', async () => {
    const window = await open(
      page(
        '<event-card event="zakopane-1939-21">Mine</event-card><event-card event="a" src="/trouble/500">Mine</event-card>',
      ),
      { place: '/strict/' },
    );
    await until(() => /The nearest is/.test(said(card(window))));
    await until(() => /500/.test(said(window.document.querySelectorAll('event-card')[1])));
    expect(watched(window).violations).to.deep.equal([]);
  });
});

describe('on a page with styles of its own', () => {
  const page = (style: string, body = CARD): string =>
    `<!doctype html><html lang="en"><title>Post</title><style>${style}</style>${script('/site/')}<body>${body}`;

  it('that unsets everything, the card stays whole', async () => {
    const window = await open(page('*{all:unset!important}'));
    await shown(window);
    const element = card(window) as HTMLElement;
    expect(window.getComputedStyle(element).display).to.equal('block');
    const title = element.shadowRoot?.querySelector('[part=title]') as Element;
    expect(window.getComputedStyle(title).display).to.equal('block');
    expect(parseFloat(window.getComputedStyle(title).fontSize)).to.be.greaterThan(
      parseFloat(window.getComputedStyle(element).fontSize),
    );
    element.hidden = true;
    expect(window.getComputedStyle(element).display).to.equal('none');
  });

  it('that unsets everything, a citation stays in its line', async () => {
    const window = await open(
      page(
        '*{all:unset!important}',
        '<p>Words<source-cite source="rees-2008"></source-cite> and more</p>',
      ),
    );
    await until(() => /\[1\]/.test(said(card(window, 'source-cite'))));
    expect(window.getComputedStyle(card(window, 'source-cite') as Element).display).to.equal(
      'inline',
    );
  });

  it('that styles every element, the inside of the card is its own', async () => {
    const window = await open(
      page(
        '*{display:flex!important;position:absolute!important;color:red!important;float:left} p,h3,li{margin:99px!important}',
      ),
    );
    await shown(window);
    const p = card(window)?.shadowRoot?.querySelector('[part=date]') as Element;
    expect(window.getComputedStyle(p).marginTop).to.not.equal('99px');
    expect(window.getComputedStyle(p).position).to.equal('static');
  });

  it('takes its font and its colour', async () => {
    const window = await open(page('body{font:20px/1.3 monospace;color:rgb(10,20,30)}'));
    await shown(window);
    const date = card(window)?.shadowRoot?.querySelector('[part=date]') as Element;
    expect(window.getComputedStyle(date).fontFamily).to.equal('monospace');
    expect(window.getComputedStyle(date).color).to.equal('rgb(10, 20, 30)');
  });

  it('that hides what is not defined, nothing stays hidden', async () => {
    const window = await open(page(':not(:defined){visibility:hidden}'));
    await shown(window);
    expect(window.getComputedStyle(card(window) as Element).visibility).to.equal('visible');
  });

  it('that sets tokens and parts, these win', async () => {
    const window = await open(
      page(':root{--attested-measure:200px} event-card::part(title){color:rgb(1,2,3)}'),
    );
    await shown(window);
    expect((card(window) as HTMLElement).offsetWidth).to.equal(200);
    expect(
      window.getComputedStyle(card(window)?.shadowRoot?.querySelector('[part=title]') as Element)
        .color,
    ).to.equal('rgb(1, 2, 3)');
  });
});

describe('in an old page', () => {
  it('in quirks mode, inside a table and a font tag, the card is shown', async () => {
    const window = await open(
      `<html><body bgcolor=white>${script('/site/')}<table><tr><td><font face=Arial size=2><center>${CARD}`,
    );
    expect(window.document.compatMode).to.equal('BackCompat');
    await shown(window);
  });

  it('a card inside a paragraph, a list or a link is shown', async () => {
    const window = await open(`<!doctype html>${script('/site/')}<p>Text ${CARD}</p>`);
    await shown(window);
    const list = await open(`<!doctype html>${script('/site/')}<ul><li>${CARD}</ul>`);
    await shown(list);
  });
});

describe('every widget, on a page with', () => {
  for (const name of ['bootstrap3', 'bootstrap5', 'tailwind3', 'tailwind4'])
    it(`the styles of ${name}`, async () => {
      const page = await openWhole(`<link rel="stylesheet" href="/framework/${name}.css">`);
      await whole(page);
      expect(await unreachable(page.window)).to.equal('');
    });

  it('styles that unset everything', async () => {
    await whole(await openWhole('<style>*{all:unset!important}</style>'));
  });

  it('the dark theme of Bootstrap', async () => {
    const page = await openWhole('<link rel="stylesheet" href="/framework/bootstrap5.css">', {
      page: (head, body) =>
        `<!doctype html><html lang="en" data-bs-theme="dark" style="color-scheme:dark"><head><title>A post</title>${head}</head><body>${body}</body></html>`,
    });
    await whole(page);
    expect(await unreachable(page.window)).to.equal('');
  });

  it('text from right to left', async () => {
    const page = await openWhole('<link rel="stylesheet" href="/framework/bootstrap5.css">', {
      page: (head, body) =>
        `<!doctype html><html lang="en" dir="rtl"><head><title>A post</title>${head}</head><body>${body}</body></html>`,
    });
    await whole(page);
    expect(await unreachable(page.window)).to.equal('');
  });

  for (const name of ['prototype', 'mootools'])
    for (const place of ['before', 'after'] as const)
      it(`${name}.js ${place} us, which changes what every object inherits`, async function () {
        const address = `/framework/${name}.js`;
        if (!(await fetch(address)).ok) {
          console.warn(`${name}.js is not tested: libjs-${name} is not installed here.`);
          this.skip();
        }
        const theirs = `<script src="${address}"></script>`;
        const page = await openWhole(place === 'before' ? theirs : '', {
          script: (dataset) => library('/site/', dataset) + (place === 'after' ? theirs : ''),
        });
        expect(page.window).to.have.property(name === 'mootools' ? 'MooTools' : 'Prototype');
        await whole(page);
      });

  it('no doctype: quirks mode', async () => {
    const page = await openWhole('', {
      page: (head, body) =>
        `<html><head><title>A post</title>${head}</head><body bgcolor=white><table width=100%><tr><td><font face=Arial>${body}</font></table></body></html>`,
    });
    expect(page.window.document.compatMode).to.equal('BackCompat');
    await whole(page);
  });

  // Chromium loads no module from a script tag in XML, but the classic script's own imports.
  it('XML: application/xhtml+xml', async () => {
    const page = await openWhole('', {
      place: '/xhtml/',
      page: (head, body) =>
        `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>A post</title>${head}</head><body>${body}</body></html>`,
      script: (dataset) => library('/site/', dataset, 'async="async"'),
    });
    expect(page.window.document.contentType).to.equal('application/xhtml+xml');
    await whole(page);
    expect(await unreachable(page.window)).to.equal('');
  });
});
