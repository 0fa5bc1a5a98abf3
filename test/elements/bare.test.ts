/** Elements with little to show, and in boxes that give them no width. */
import { expect } from '@open-wc/testing';
import '../../src/elements/conference-timeline/define.js';
import '../../src/elements/event-card/define.js';
import '../../src/elements/history-dataset/define.js';
import '../../src/elements/source-cite/define.js';
import { compile } from '../../src/dataset/compile.js';
import type { Dataset } from '../../src/dataset/types.js';
import { renderStatic } from '../../src/elements/static.js';
import { DATASET, put, said, served, until } from '../page.js';

/** One event that nobody is cited for, twice in one town. */
const bare = (): Dataset => ({
  title: 'A rumour',
  language: 'en',
  licence: 'CC0-1.0',
  editors: [{ name: 'Editor' }],
  version: '1',
  modified: '2026-11-01',
  kinds: { rumour: 'Rumour' },
  events: {
    rumour: {
      title: 'A rumour',
      kind: 'rumour',
      dates: [
        { edtf: '1900', unsourced: true },
        { edtf: '1900', unsourced: true },
        { edtf: '1901', unsourced: true },
      ],
      occurrence: { status: 'reported', reason: 'It is told.', unsourced: true },
      summary: 'It is told.',
      places: ['Market', 'School'].map((venue) => ({ place: 'town', venue, unsourced: true })),
    },
  },
  claims: {},
  sources: {},
  places: { town: { label: 'Newtown', names: [{ text: 'Newtown', language: 'en' }] } },
});

const drawn = (card: Element | null): Promise<unknown> =>
  until(() => card?.shadowRoot?.querySelector('article'));

describe('an element with little to show', () => {
  it('has no sources where none is cited, and no stray words', async () => {
    const card = put(`<event-card event="rumour" src="${served(bare())}"></event-card>`);
    await drawn(card);
    expect(said(card))
      .to.match(/no source given/)
      .and.not.to.match(/false|undefined|null/);
    for (const [tag, attributes] of [
      ['event-card', { event: 'rumour' }],
      ['conference-timeline', {}],
    ] as const)
      expect(renderStatic(compile(bare()), tag, attributes)).not.to.match(/false|undefined|null/);
  });

  it('says each date and each place once in a list of events', () => {
    const list = renderStatic(compile(bare()), 'conference-timeline', {});
    expect(list.match(/Newtown/g)).to.have.length(1);
    expect(list.match(/1900/g)).to.have.length(1);
    expect(list).to.match(/also dated 1901/);
  });

  it('offers no second try where there is nothing to try', async () => {
    const page = put('<history-dataset><event-card event="x">mine</event-card></history-dataset>');
    const card = page.querySelector('event-card');
    await until(() => /has no dataset/.test(said(card)));
    expect(card?.shadowRoot?.querySelectorAll('button').length).to.equal(0);
  });
});

describe('an element in a box that gives it no width', () => {
  const CARD = `<event-card event="lwow-1939-12" src="${DATASET}"></event-card>`;
  for (const [name, style, least] of [
    ['a centred column', 'display: flex; flex-direction: column; align-items: center', 390],
    ['a line of a flex box', 'display: flex', 390],
    ['a centred cell of a grid', 'display: grid; place-items: center', 390],
    ['a cell of a table', 'display: table-cell', 100],
    ['a box as wide as its content', 'inline-size: fit-content', 100],
  ] as const)
    it(`can be read in ${name}`, async () => {
      const page = put(`<div style="inline-size: 400px"><div style="${style}">${CARD}</div></div>`);
      const card = page.querySelector('event-card') as Element;
      await drawn(card);
      expect(card.clientWidth).to.be.within(least, 400);
    });

  it('leaves a main column as narrow as the page wants it', async () => {
    const page = put(
      `<div style="display: flex; inline-size: 320px"><i style="flex: none; inline-size: 100px"></i><div style="flex: 1">${CARD}</div></div>`,
    );
    const card = page.querySelector('event-card') as Element;
    await drawn(card);
    expect(card.clientWidth).to.be.within(100, Math.max(220, innerWidth / 2));
  });

  it('is no wider as a mark than its number', async () => {
    const page = put(
      `<p style="display: flex">Words<source-cite source="rees-2008" src="${DATASET}"></source-cite></p>`,
    );
    const cite = page.querySelector('source-cite') as Element;
    await until(() => /\[1/.test(said(cite)));
    expect(cite.getBoundingClientRect().width).to.be.below(60);
  });

  it('is laid out in a page that unsets every style', async () => {
    const page = put(
      `<div><style>* { all: unset }</style><conference-timeline src="${DATASET}"></conference-timeline></div>`,
    );
    const timeline = page.querySelector('conference-timeline') as Element;
    await until(() => timeline.getBoundingClientRect().height > 200);
  });
});
