/** A page with every widget, and what must be so wherever it stands. */
import { expect } from '@open-wc/testing';
import type axeCore from 'axe-core';
import { asked, fresh, open, rest, said, until, words } from '../page.js';

/** Where each widget stands in the page, and what it says. */
const SAYS: [selector: string, says: RegExp][] = [
  ['#card', /Conference at Zakopane, December 1939/],
  ['source-cite', /\[1, p\. 54\]/],
  ['contested-claim', /Katyn/i],
  ['[data-attested] > :first-child', /Kraków/],
  ['person-card', /Eichmann/],
  ['claim-matrix', /Katyn/i],
  ['conference-timeline', /Zakopane/],
  ['place-map', /Zakopane/],
  ['source-list', /Rees/],
];

/** Every widget, between the words of a page, in markup that XML can be as well. */
export const BODY = `<main><h1>A post</h1><h2>The meetings</h2>
<p id="sentence">They met at Zakopane<source-cite source="rees-2008" locator="p. 54"> (Rees)</source-cite> in December. <a href="https://example.org/">A link of the page</a></p>
<event-card id="card" event="zakopane-1939-12"><p>My words</p></event-card>
<contested-claim claim="katyn-link"></contested-claim>
<div data-attested="event-card" data-event="krakow-1940-03">Mine</div>
<person-card person="eichmann"></person-card>
<claim-matrix></claim-matrix>
<conference-timeline></conference-timeline>
<place-map></place-map>
<p>The words after.</p>
<source-list></source-list></main>`;

/** What test/pages/watch.js keeps. */
export interface Watched {
  violations: string[];
  failures: string[];
}
export const watched = (window: Window): Watched => window as unknown as Watched;

/** The script tag of a copy of the library; both addresses end at this server. */
export const library = (
  place = '/site/',
  dataset = `${place}dist/data/conferences.json`,
  attributes = 'type="module"',
): string =>
  `<script src="${place}test/pages/watch.js"></script><script ${attributes} src="${place}dist/attested.js" data-dataset="${dataset}"></script>`;

export type Page = Window & typeof globalThis;
export const widget = (window: Window, selector: string): HTMLElement =>
  window.document.querySelector(selector) as HTMLElement;
const parts = (element: Element, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** Whether an element is there, or the first of some is, for whoever looks. */
const seen = (element: Element | undefined): boolean =>
  !!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/**
 * Opens a page with every widget and waits until each says what it has to; its dataset is counted.
 * @param head what the page has in its head besides the library
 */
export async function openWhole(
  head: string,
  {
    place = '/site/',
    body = BODY,
    width = 900,
    page = (inHead: string, inBody: string) =>
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>${inHead}</head><body>${inBody}</body></html>`,
    script = (dataset: string) => library('/site/', dataset),
  } = {},
): Promise<{ window: Page; key: string }> {
  const key = fresh();
  const dataset = `/trouble/counting?key=${key}`;
  const window = await open(page(head + script(dataset), body), { place, width, height: 6000 });
  await says(window);
  return { window, key };
}

/** Waits until each widget says what it has to. */
export async function says(window: Window): Promise<void> {
  for (const [selector, what] of SAYS)
    await until(
      () => what.test(said(widget(window, selector))),
      `${selector} says ${what}: ${said(widget(window, selector))} ${watched(window).failures}`,
    );
}

/** What must be so on every page: nothing lost, nothing hidden, nothing wrong, one request. */
export async function whole({ window, key }: { window: Page; key: string }): Promise<void> {
  const { document } = window;
  expect(words(document.body)).to.match(
    /A post ?The meetings They met at Zakopane \(Rees\) in December\. A link/,
  );
  expect(words(document.body)).to.contain('My words').and.to.contain('Mine');
  expect(words(document.body)).to.contain('The words after.');
  expect(document.querySelectorAll('event-card').length).to.equal(2);

  for (const [selector] of SAYS) {
    const it = widget(window, selector);
    const style = window.getComputedStyle(it);
    expect(parts(it, '[part~=error]').length, `${selector} has an error`).to.equal(0);
    expect(seen(it), `${selector} is seen`).to.equal(true);
    const inline = selector === 'source-cite';
    expect(style.display, selector).to.equal(inline ? 'inline' : 'block');
    expect(it.offsetWidth, `width of ${selector}`).to.be.greaterThan(inline ? 10 : 250);
    expect(it.offsetHeight, `height of ${selector}`).to.be.greaterThan(inline ? 8 : 40);
    if (!inline) expect(it.offsetWidth).to.be.most(document.documentElement.clientWidth);
  }
  const blocks = SAYS.flatMap(([it]) => (it === 'source-cite' ? [] : [widget(window, it)]));
  for (const one of blocks)
    for (const other of blocks) {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const apart = a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
      expect(one === other || apart, `${one.localName} is clear of ${other.localName}`).to.be.true;
    }
  expect(document.documentElement.scrollWidth).to.be.most(window.innerWidth);

  // Its text, and what is text in it, is as large as the page's own, links look like links and buttons do not
  // look like the page's.
  const card = widget(window, '#card');
  const size = (it: Element): number => parseFloat(window.getComputedStyle(it).fontSize);
  const [title, date] = ['title', 'date'].map((it) => parts(card, `[part~=${it}]`)[0] as Element);
  expect(size(date as Element)).to.be.least(size(card));
  expect(size(card)).to.be.least(12);
  expect(size(title as Element)).to.be.greaterThan(size(card));
  const link = parts(card, 'section a[href]:not(.mark a), p a[href]:not(.mark a)').find(seen);
  if (link) {
    expect(window.getComputedStyle(link).textDecorationLine).to.contain('underline');
    expect(window.getComputedStyle(link).cursor).to.equal('pointer');
  }
  const list = parts(widget(window, 'source-list'), 'li').find(seen) as HTMLElement;
  expect(window.getComputedStyle(list).display).to.equal('list-item');

  await notes(window);

  await rest(200);
  expect(watched(window).violations).to.deep.equal([]);
  expect(watched(window).failures).to.deep.equal([]);
  expect((await asked(key)).count).to.equal(1);
}

/** A note is closed at first, lies on top of everything when it is open, and can be closed. */
async function notes(window: Page): Promise<void> {
  const { document } = window;
  const cite = widget(window, 'source-cite');
  for (const it of blocksWithRoots(document))
    expect(it.querySelector(':popover-open, dialog[open]')).to.equal(null);
  const mark = parts(cite, '.mark [data-source]')[0] as HTMLElement;
  mark.focus();
  const note = await until(() => parts(cite, '[popover]:popover-open')[0]);
  await until(() => /Rees/.test(words(note)));
  const { left, top, width, height } = note.getBoundingClientRect();
  expect(width).to.be.greaterThan(100);
  expect(left).to.be.least(0);
  expect(left + width).to.be.most(window.innerWidth);
  const there = cite.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
  expect(note.contains(there ?? null), 'the note lies on top').to.equal(true);
  expect(window.getComputedStyle(note).position).to.match(/fixed|absolute/);
  const opaque = window.getComputedStyle(note).backgroundColor;
  expect(opaque).to.not.match(/transparent|rgba\(.*, 0\)/);
  mark.blur();
  note.hidePopover();
  await until(() => !parts(cite, ':popover-open').length);
}

const blocksWithRoots = (document: Document): ShadowRoot[] =>
  [...document.querySelectorAll('*')].flatMap((it) => it.shadowRoot ?? []);

/** What axe finds wrong with the widgets of a page, as lines; the page loads it itself. */
export async function unreachable(window: Page): Promise<string> {
  const { document } = window;
  const script = document.createElement('script');
  script.src = '/node_modules/axe-core/axe.min.js';
  const loaded = new Promise((done) => (script.onload = done));
  document.head.append(script);
  await loaded;
  const { axe } = window as unknown as { axe: typeof axeCore };
  const { violations } = await axe.run('main', {
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  });
  return violations
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.html.slice(0, 200)}`),
    )
    .join('\n');
}
