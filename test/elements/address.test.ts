/** Addresses of records, on the built files as a page has them. */
import { expect } from '@open-wc/testing';
import { open as openPage, rest, said, until, words } from '../page.js';

const DATA = '/site/dist/data/conferences.json';
const LOADER = `<script type="module" src="/site/dist/attested.js" data-dataset="${DATA}"></script>`;
const FAR = '<div style="height: 4000px"></div>';
const CLAIM = '<contested-claim claim="katyn-link">Mine</contested-claim>';
const EVENT = '<event-card event="zakopane-1939-12">Mine</event-card>';

type Page = Window & typeof globalThis;

const page = (body: string, hash = '', head = ''): Promise<Page> =>
  openPage(`<!doctype html><html lang="en"><title>Post</title>${head}${LOADER}<body>${body}`, {
    place: `/site/${hash}`,
  });
const at = (window: Page, selector: string): HTMLElement =>
  window.document.querySelector(selector) as HTMLElement;
/** What has the focus, in whatever shadow tree. */
const focused = (window: Page): Element | null => {
  let it = window.document.activeElement;
  while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
  return it;
};
const dialog = (window: Page): HTMLDialogElement | undefined => {
  for (const it of window.document.querySelectorAll('*')) {
    const found = it.shadowRoot?.querySelector<HTMLDialogElement>('dialog[open]');
    if (found) return found;
  }
  return undefined;
};
const inView = (window: Page, it: Element): boolean => {
  const { top, bottom } = it.getBoundingClientRect();
  return top < window.innerHeight && bottom > 0;
};
const files = (window: Page): string[] =>
  window.performance.getEntriesByType('resource').map(({ name }) => name);
const link = (window: Page, host: string, href: string): HTMLAnchorElement =>
  at(window, host).shadowRoot?.querySelector(`a[href="${href}"]`) as HTMLAnchorElement;

describe('the address of a record', function () {
  this.timeout(30_000);

  it('leads to its card, however far down and in whatever shadow tree, and gives it the focus', async () => {
    const window = await page(
      `${EVENT}${FAR}<div id="own"></div><script>own.attachShadow({mode: 'open'}).innerHTML = '${CLAIM}'</script>`,
      '#claim-katyn-link',
    );
    const card = at(window, '#own').shadowRoot?.querySelector('contested-claim') as HTMLElement;
    // The loader looks at the page's own tree only.
    const script = window.document.createElement('script');
    script.type = 'module';
    script.src = '/site/dist/elements/contested-claim.js';
    window.document.head.append(script);
    await until(() => focused(window)?.matches('article'));
    expect((focused(window)?.getRootNode() as ShadowRoot).host === card).to.equal(true);
    expect(inView(window, card)).to.equal(true);
  });

  it('keeps the card in view while what stands above it grows, until the reader scrolls', async () => {
    const late =
      '<event-card event="zakopane-1939-12" src="/trouble/slow?ms=700">Mine</event-card>';
    const window = await page(`${late}${CLAIM}${FAR}`, '#claim-katyn-link');
    await until(() => focused(window)?.matches('article'));
    const top = (): number => Math.round(at(window, 'contested-claim').getBoundingClientRect().top);
    expect(top()).to.equal(0);
    await until(() => /Zakopane/.test(said(at(window, 'event-card'))));
    await until(() => top() === 0);
    window.scrollBy(0, 50);
    at(window, 'event-card').dispatchEvent(new Event('attested-ready', { bubbles: true }));
    expect(top()).to.equal(-50);
  });

  it('leads to a card in its data-attribute form too', async () => {
    const window = await page(
      `${FAR}<div data-attested="event-card" data-event="zakopane-1939-12">Mine</div>`,
      '#event-zakopane-1939-12',
    );
    await until(() => focused(window)?.matches('article'));
    expect(words(focused(window))).to.contain('Zakopane');
    expect(inView(window, focused(window) as Element)).to.equal(true);
  });

  it('prefers the card to a widget that shows many, and takes that where there is no card', async () => {
    const both = await page(`<claim-matrix></claim-matrix>${FAR}${CLAIM}`, '#claim-katyn-link');
    await until(() => focused(both)?.matches('article'));
    const matrix = await page(`${FAR}<claim-matrix></claim-matrix>`, '#claim-katyn-link');
    await until(() => focused(matrix)?.matches('tr[data-claim=katyn-link] a'));
    expect(inView(matrix, focused(matrix) as Element)).to.equal(true);
    const timeline = await page(
      `${FAR}<conference-timeline></conference-timeline>`,
      '#event-zakopane-1939-12',
    );
    await until(
      () => at(timeline, 'conference-timeline').getAttribute('event') === 'zakopane-1939-12',
    );
    await until(() => inView(timeline, at(timeline, 'conference-timeline')));
    expect(!dialog(timeline)).to.equal(true);
  });

  it('leads to the entry of a source', async () => {
    const window = await page(
      `<p>W<source-cite source="rees-2008"></source-cite></p>${FAR}<source-list></source-list>`,
      '#source-rees-2008',
    );
    await until(() => focused(window)?.matches('[data-entry=rees-2008]'));
    expect(inView(window, focused(window) as Element)).to.equal(true);
  });

  it('opens the card over the page where the record is shown nowhere, once a dataset is there that has it', async () => {
    const window = await page(EVENT, '#person-eichmann');
    const opened = await until(() => dialog(window));
    const card = opened.querySelector('person-card') as HTMLElement;
    await until(() => /Adolf Eichmann/.test(said(card)));
    expect(opened.getAttribute('aria-label')).to.equal('Adolf Eichmann');
    opened.querySelector<HTMLElement>('[part=close]')?.click();
    await until(() => !dialog(window));
    await until(() => !at(window, 'event-card').shadowRoot?.querySelector('dialog'));
  });

  it('follows the address when it changes, and leaves others alone', async () => {
    const window = await page(`${EVENT}${FAR}${CLAIM}<h2 id="claim-x">Mine</h2>`);
    await until(() => /Zakopane/.test(said(at(window, 'event-card'))));
    expect(files(window).some((it) => it.includes('/address'))).to.equal(false);
    window.location.hash = '#section-2';
    await rest();
    expect(files(window).some((it) => it.includes('/address'))).to.equal(false);
    window.location.hash = '#claim-katyn-link';
    await until(() => focused(window)?.matches('article'));
    // What stands in the page itself is the browser's.
    window.location.hash = '#claim-x';
    await rest();
    expect(!dialog(window)).to.equal(true);
    window.location.hash = '#claim-that-nobody-made';
    await rest();
    expect(!dialog(window)).to.equal(true);
    window.location.hash = '#claim-%E0%A4%A';
    await rest();
    expect(!dialog(window)).to.equal(true);
  });

  it('leads to the event in a timeline, opens it there and gives it the focus, numbered sources or not', async () => {
    const timeline = '<conference-timeline></conference-timeline>';
    const window = await page(`${timeline}<source-list></source-list>`, '#event-krakow-1940-03');
    await until(() => focused(window)?.matches('[part=panel]'));
    const panel = focused(window) as Element;
    await until(() => /Talks at Kraków/.test(said(panel.querySelector('event-card') as Element)));
  });

  describe('as a link in a widget', () => {
    it('leads to where the record is shown, and stands in the address bar', async () => {
      const window = await page(`${EVENT}${FAR}<claim-matrix></claim-matrix>`);
      const href = '#claim-zakopane-date';
      (await until(() => link(window, 'event-card', href))).click();
      await until(() => focused(window)?.matches('tr[data-claim=zakopane-date] a'));
      expect(window.location.hash).to.equal(href);
    });

    it('tells the page, which can cancel it', async () => {
      const window = await page(`${EVENT}${CLAIM}`);
      const told: string[] = [];
      window.document.addEventListener('attested-select', (event) => {
        told.push(`${event.detail.type} ${event.detail.id} ${event.detail.dataset}`);
        event.preventDefault();
      });
      (await until(() => link(window, 'event-card', '#claim-zakopane-date'))).click();
      await until(() => told.length);
      await rest();
      expect(told).to.deep.equal([`claim zakopane-date ${new URL(DATA, location.href).href}`]);
      expect(window.location.hash).to.equal('');
      expect(!dialog(window)).to.equal(true);
    });

    it('opens the card over the page where that does not show the record, from one to the next', async () => {
      const window = await page(EVENT);
      const first = await until(() => link(window, 'event-card', '#claim-zakopane-date'));
      first.focus();
      first.click();
      const claim = await until(() => dialog(window)?.querySelector('contested-claim'));
      const next = await until(() =>
        claim.shadowRoot?.querySelector<HTMLElement>('a[href="#event-zakopane-1940-02"]'),
      );
      next.click();
      const event = await until(() => dialog(window)?.querySelector('event-card'));
      await until(() => /February 1940/.test(said(event)));
      expect(at(window, 'event-card').shadowRoot?.querySelectorAll('dialog').length).to.equal(1);
      dialog(window)?.close();
      await until(() => focused(window) === first);
    });

    it('leaves the address of a page alone that finds its way by it, and heeds no base', async () => {
      const window = await page(`${EVENT}${CLAIM}`, '#/post/1', '<base href="/elsewhere/">');
      expect(window.location.hash).to.equal('#/post/1');
      (await until(() => link(window, 'event-card', '#claim-zakopane-date'))).click();
      await until(() => dialog(window));
      expect(window.location.hash).to.equal('#/post/1');
      expect(window.location.pathname).to.equal('/site/');
    });

    it('of a source shows what it supports and disputes', async () => {
      const window = await page(
        '<p>W<source-cite source="police-museum-2021"></source-cite></p><source-list></source-list>',
      );
      const entry = await until(() => link(window, 'source-list', '#source-police-museum-2021'));
      entry.click();
      const opened = await until(() => dialog(window));
      const uses = [...opened.querySelectorAll('[part=uses]')].map((it) => words(it));
      expect(uses.length).to.be.at.least(3);
      expect(uses.find((it) => it.startsWith('Cited in support of'))).to.match(
        /Katyn massacre is linked/,
      );
      expect(uses.find((it) => it.startsWith('Cited against'))).to.match(/8–9 December/);
      expect(uses.find((it) => it.startsWith('Cited on'))).to.match(/Zakopane/);
      opened.querySelector<HTMLElement>('a[href^="#claim-"]')?.click();
      await until(() => dialog(window)?.querySelector('contested-claim'));
    });

    it('is in the note of a mark as well', async () => {
      const window = await page('<p>W<source-cite source="rees-2008"></source-cite></p>');
      const cite = at(window, 'source-cite');
      (await until(() => cite.shadowRoot?.querySelector<HTMLElement>('.mark button'))).focus();
      const note = await until(() => cite.shadowRoot?.querySelector('[popover]'));
      note.querySelector<HTMLElement>('a[data-record=card]')?.click();
      const opened = await until(() => dialog(window));
      expect(words(opened)).to.match(/Rees 2008.*Cited/);
      expect(!cite.shadowRoot?.querySelector('[popover]:popover-open')).to.equal(true);
    });
  });
});
