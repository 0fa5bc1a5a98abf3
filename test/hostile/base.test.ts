/** A page whose `<base>` points elsewhere: what is relative is read from there, and links stay in the page. */
import { expect } from '@open-wc/testing';
import { rest, said, until } from '../page.js';
import { BODY, library, openWhole, watched, whole, widget, type Page } from './whole.js';

const root = (window: Page, selector: string): ShadowRoot =>
  widget(window, selector).shadowRoot as ShadowRoot;
const link = (window: Page, selector: string, href: string): Promise<HTMLAnchorElement> =>
  until(() => root(window, selector).querySelector<HTMLAnchorElement>(`a[href^="${href}"]`));

describe('under a base address', () => {
  const base = (href: string, script?: (dataset: string) => string) =>
    openWhole(`<base href="${href}">`, script ? { script } : {});

  it('of another site every widget works', async () => {
    await whole(
      await base('https://elsewhere.example/blog/', (dataset) =>
        library('/site/', dataset).replace(/"\//g, `"${location.origin}/`),
      ),
    );
  });

  it('a relative address of an element’s own dataset is read from there', async () => {
    const { window } = await base('/site/dist/data/', (dataset) => library('/site/', dataset));
    const { document } = window;
    const card = document.createElement('event-card');
    card.setAttribute('event', 'krakow-1940-03');
    card.setAttribute('src', 'conferences.json');
    document.body.append(card);
    await until(() => /Kraków/.test(said(card)));
  });

  it('a link to a source, back to its mark, and to a record do not leave the page', async () => {
    const { window } = await base('/elsewhere/');
    const address = window.location.href;
    const stays = (): string => `${window.location.origin}${window.location.pathname}`;

    const mark = root(window, 'source-cite').querySelector('.mark [data-source]') as HTMLElement;
    mark.click();
    await until(() => root(window, 'source-list').activeElement);

    const entry = root(window, 'source-list').activeElement as HTMLElement;
    expect(entry.closest('li')?.textContent).to.match(/Rees/);
    const back = entry.closest('li')?.querySelector<HTMLAnchorElement>('a[role=doc-backlink]');
    (back as HTMLAnchorElement).click();
    await until(
      () => root(window, 'source-cite').activeElement ?? root(window, '#card').activeElement,
    );

    (await link(window, '#card', '#claim-katyn-link')).click();
    await until(() => widget(window, 'contested-claim').shadowRoot?.activeElement);

    await rest(300);
    expect(stays()).to.equal(address.replace(/\?.*/, ''));
    expect(window.location.search).to.equal(new URL(address).search);
    expect(window.document.documentElement).to.contain(widget(window, '#card'));
    expect(watched(window).failures).to.deep.equal([]);
  });

  it('an address of a record in the page’s own address is found', async () => {
    const { window } = await base('/elsewhere/');
    window.location.hash = '#claim-katyn-link';
    await until(() => widget(window, 'contested-claim').shadowRoot?.activeElement);
    expect(BODY).to.contain('katyn-link');
  });
});
