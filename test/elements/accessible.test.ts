import { expect } from '@open-wc/testing';
import 'axe-core';
import type axeCore from 'axe-core';
import '../../src/elements/claim-matrix/define.js';
import '../../src/elements/contested-claim/define.js';
import '../../src/elements/event-card/define.js';
import '../../src/elements/history-dataset/define.js';
import '../../src/elements/person-card/define.js';
import '../../src/elements/source-cite/define.js';
import '../../src/elements/source-list/define.js';
import { sample } from '../dataset/sample.js';
import { DATASET, media, put, rest, said, served, unmedia, until } from '../page.js';

declare const axe: typeof axeCore;

/** What axe finds wrong, as lines. */
async function wrong(element: Element): Promise<string> {
  const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
  return violations
    .flatMap(({ id, nodes }) =>
      nodes.map((node) =>
        `${id}: ${node.target.flat().join(' ')}: ${node.any.map(({ message }) => message).join('; ')} ${node.html}`.slice(
          0,
          500,
        ),
      ),
    )
    .join('\n');
}

const hebrew = (): object => {
  const data = sample();
  return {
    ...data,
    language: 'he',
    languages: ['he', 'en'],
    events: {
      ...data.events,
      'lwow-1939-10': {
        ...data.events['lwow-1939-10'],
        title: 'פגישה בלבוב',
        summary: 'הם *נפגשו* (ראו [@memoir, p. 54]) — 1939.',
      },
    },
  };
};

/** Each element as a reader meets it, and what it must show before it is looked at. */
const WIDGETS: [name: string, html: string, shows: RegExp][] = [
  ['event-card', `<event-card event="zakopane-1939-12" src="${DATASET}"></event-card>`, /Zakopane/],
  [
    'event-card that is contested',
    `<event-card event="krakow-1940-03" src="${DATASET}"></event-card>`,
    /Kraków/,
  ],
  [
    'contested-claim',
    `<contested-claim claim="krakow-1940-03-purpose" src="${DATASET}"></contested-claim>`,
    /Contested/,
  ],
  ['source-list', `<source-list all src="${DATASET}"></source-list>`, /Rees/],
  [
    'source-cite',
    `<p>Some words<source-cite source="rees-2008 conquest-1991" locator="p. 54" src="${DATASET}"></source-cite>.</p>`,
    /54/,
  ],
  [
    'event-card that does not exist',
    `<event-card event="nowhere" src="${DATASET}">Mine</event-card>`,
    /There is no event/,
  ],
  [
    'event-card that could not be loaded',
    '<event-card event="nowhere" src="/trouble/404?axe">Mine</event-card>',
    /Try again/,
  ],
  [
    'event-card in Polish',
    `<div lang="pl"><event-card event="zakopane-1939-12" src="${DATASET}"></event-card></div>`,
    /grudnia/,
  ],
  [
    'claim-matrix',
    `<claim-matrix event="krakow-1940-03" sort="claim" src="${DATASET}"></claim-matrix>`,
    /Disputes it/,
  ],
  [
    'claim-matrix that is narrow',
    `<div style="width: 300px"><claim-matrix event="krakow-1940-03" src="${DATASET}"></claim-matrix></div>`,
    /Disputes it/,
  ],
  ['person-card', `<person-card person="eichmann" src="${DATASET}"></person-card>`, /Eichmann/],
  [
    'person-card of an organisation',
    `<person-card organisation="nkvd" src="${DATASET}"></person-card>`,
    /НКВД/,
  ],
];

const show = async (
  [, html, shows]: (typeof WIDGETS)[number],
  style: string,
): Promise<HTMLElement> => {
  const holder = put(`<div style="padding: 20px; ${style}">${html}</div>`);
  await until(
    () => [...holder.querySelectorAll('*')].some((it) => shows.test(said(it))),
    `it shows ${shows}`,
  );
  await document.fonts.ready;
  return holder;
};

describe('for every reader', function () {
  this.timeout(60_000);
  const LOOKS = {
    light: 'background: #fff; color: #222; color-scheme: light',
    dark: 'background: #1b1a18; color: #e8e4dc; color-scheme: dark',
    'a page of its own colours': 'background: #f6efe0; color: #3b2f1e',
    'right to left': 'background: #fff; color: #222; direction: rtl',
  };
  for (const [look, style] of Object.entries(LOOKS))
    for (const widget of WIDGETS)
      it(`axe finds nothing wrong in ${look}: ${widget[0]}`, async () => {
        const holder = await show(widget, style);
        expect(await wrong(holder)).to.equal('');
      });

  for (const [look, style] of Object.entries(LOOKS))
    it(`axe finds nothing wrong in ${look}: an open note`, async () => {
      const holder = await show(WIDGETS[4] as (typeof WIDGETS)[number], style);
      const cite = holder.querySelector('source-cite') as Element;
      cite.shadowRoot?.querySelector<HTMLElement>('[data-source]')?.focus();
      await until(() => cite.shadowRoot?.querySelector('[popover]'));
      expect(await wrong(holder)).to.equal('');
    });

  it('axe finds nothing wrong in Hebrew, right to left', async () => {
    const holder = put(
      `<div dir="rtl" lang="he" style="background: #fff; color: #222"><event-card event="lwow-1939-10" src="${served(hebrew())}"></event-card></div>`,
    );
    const card = holder.querySelector('event-card') as HTMLElement;
    await until(() => /פגישה/.test(said(card)), said(card));
    expect(await wrong(holder)).to.equal('');
    const title = card.shadowRoot?.querySelector('[part=title]') as HTMLElement;
    expect(getComputedStyle(title).direction).to.equal('rtl');
    expect(getComputedStyle(title).textAlign).to.match(/start|right/);
    const list = card.shadowRoot?.querySelector('[part=sources] ol') as HTMLElement;
    expect(parseFloat(getComputedStyle(list).paddingRight)).to.be.greaterThan(
      parseFloat(getComputedStyle(list).paddingLeft),
    );
  });

  it('axe finds nothing wrong in Arabic, right to left, with Latin references', async () => {
    const data = sample();
    Object.assign(data.events['lwow-1939-10'] as object, {
      title: { en: 'Meeting', ar: 'اجتماع في لفوف' },
    });
    const holder = put(
      `<div dir="rtl" lang="ar" style="background: #fff; color: #222"><event-card event="lwow-1939-10" src="${served({ ...data, languages: ['en', 'ar'] })}"></event-card></div>`,
    );
    await until(() => /اجتماع/.test(said(holder.querySelector('event-card'))));
    expect(await wrong(holder)).to.equal('');
  });

  describe('of forced colours', () => {
    afterEach(unmedia);
    for (const widget of WIDGETS)
      it(`axe finds nothing wrong, and nothing is told by colour alone: ${widget[0]}`, async function () {
        await media(this, { 'forced-colors': 'active' });
        expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
        const holder = await show(widget, '');
        expect(await wrong(holder)).to.equal('');
      });
  });

  describe('of a dark system', () => {
    afterEach(unmedia);
    it('the note is dark where the page is', async function () {
      await media(this, { 'prefers-color-scheme': 'dark' });
      const holder = await show(
        WIDGETS[4] as (typeof WIDGETS)[number],
        'color-scheme: light dark; background: Canvas; color: CanvasText',
      );
      const cite = holder.querySelector('source-cite') as Element;
      cite.shadowRoot?.querySelector<HTMLElement>('[data-source]')?.focus();
      const note = await until(() => cite.shadowRoot?.querySelector('[popover]'));
      const sum = (colour: string): number =>
        (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((all, n) => all + Number(n), 0);
      expect(sum(getComputedStyle(note).backgroundColor)).to.be.lessThan(200);
      expect(sum(getComputedStyle(note).color)).to.be.greaterThan(500);
      expect(await wrong(holder)).to.equal('');
    });
  });

  describe('on paper', () => {
    afterEach(unmedia);
    it('a citation is spelled out where the page has no list of sources, and a number where it has one', async function () {
      await media(this, {}, 'print');
      const src = served(sample());
      const page = put(
        `<article><source-cite src="${src}" source="memoir" locator="p. 54"></source-cite></article>`,
      );
      const cite = page.querySelector('source-cite') as HTMLElement;
      await until(() =>
        /Wspomnienia/.test(
          cite.shadowRoot?.querySelector<HTMLElement>('.spelled')?.innerText ?? '',
        ),
      );
      expect(cite.shadowRoot?.querySelector('.mark')?.getClientRects().length).to.equal(0);
      page.insertAdjacentHTML('beforeend', `<source-list src="${src}"></source-list>`);
      await until(() => cite.shadowRoot?.querySelector('.mark')?.getClientRects().length);
      expect(cite.shadowRoot?.querySelector('.spelled') === null).to.equal(true);
    });
  });

  it('the Tab key reaches each mark and link in the order of reading, and nothing else', async () => {
    const holder = await show(WIDGETS[0] as (typeof WIDGETS)[number], '');
    const root = holder.querySelector('event-card')?.shadowRoot as ShadowRoot;
    const stops = [...root.querySelectorAll<HTMLElement>('*')].filter((it) => it.tabIndex >= 0);
    expect(stops.length).to.be.greaterThan(5);
    for (const stop of stops) {
      expect(stop.tabIndex, stop.outerHTML).to.equal(0);
      expect(stop.matches('a[href], button, summary'), stop.outerHTML).to.equal(true);
      stop.focus();
      expect(root.activeElement === stop).to.equal(true);
    }
    await rest(30);
  });

  it('each focused mark has a ring that can be seen', async () => {
    const holder = await show(
      WIDGETS[0] as (typeof WIDGETS)[number],
      'background: #fff; color: #222',
    );
    const link = holder
      .querySelector('event-card')
      ?.shadowRoot?.querySelector<HTMLElement>('a[data-source]') as HTMLElement;
    (link.focus as (options: object) => void).call(link, { focusVisible: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(link);
    expect(outlineStyle).to.not.equal('none');
    expect(parseFloat(outlineWidth)).to.be.at.least(2);
  });
});
