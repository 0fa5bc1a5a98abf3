import { expect } from '@open-wc/testing';
import '../../src/elements/source-cite/define.js';
import '../../src/elements/source-list/define.js';
import { sample } from '../dataset/sample.js';
import { conferences, DATASET, put, said, served, until, words } from '../page.js';

const entries = (list: Element): HTMLElement[] => [
  ...(list.shadowRoot?.querySelectorAll<HTMLElement>('[data-entry]') ?? []),
];

describe('<source-list>', () => {
  it('lists what the page cites, in order, with a labelled link back to each mark', async () => {
    const src = served(sample());
    const page = put(
      `<article><source-cite src="${src}" source="web"></source-cite><source-cite src="${src}" source="memoir doc"></source-cite><source-cite src="${src}" source="web"></source-cite><source-list src="${src}"></source-list></article>`,
    );
    const list = page.querySelector('source-list') as Element;
    await until(() => entries(list).length === 3);
    expect(entries(list).map((it) => it.dataset.entry)).to.deep.equal(['web', 'memoir', 'doc']);
    const backs = entries(list).map((it) =>
      [...it.querySelectorAll('[role=doc-backlink]')].map((link) =>
        link.getAttribute('aria-label'),
      ),
    );
    expect(backs.map(({ length }) => length)).to.deep.equal([2, 1, 1]);
    expect(new Set(backs.flat()).size).to.equal(4);
    expect(list.shadowRoot?.querySelector('[role=doc-bibliography]')).to.be.ok;
    expect(words(list.shadowRoot?.querySelector('[part=title]'))).to.equal('Sources');
  });

  it('lists with “all” every source of the dataset, the cited ones first', async () => {
    const src = served(sample());
    const page = put(
      `<article><source-cite src="${src}" source="web"></source-cite><source-list all src="${src}"></source-list></article>`,
    );
    const list = page.querySelector('source-list') as Element;
    await until(() => entries(list)[0]?.dataset.entry === 'web');
    expect(entries(list).map((it) => it.dataset.entry)).to.deep.equal([
      'web',
      'doc',
      'memoir',
      'article',
    ]);
  });

  it('says each source of the conferences in full, with its kind and how it was verified', async () => {
    const data = await conferences();
    const list = put(`<source-list all src="${DATASET}"></source-list>`);
    await until(() => entries(list).length === Object.keys(data.sources).length);
    for (const entry of entries(list)) {
      const source = data.sources[entry.dataset.entry as string] as (typeof data.sources)[string];
      // A style may set titles in capitals of its own.
      expect(words(entry).toLowerCase()).to.contain(source.title.toLowerCase().replace(/\.$/, ''));
      if (source.remark)
        expect(words(entry)).to.contain(
          typeof source.remark === 'string' ? source.remark.trim() : '',
        );
      expect(words(entry)).not.to.match(/undefined|null|\[object/);
    }
  });

  it('fits a page 320 pixels wide', async () => {
    const holder = put(
      `<div style="width: 320px; overflow: auto"><source-list all src="${DATASET}"></source-list></div>`,
    );
    await until(() => entries(holder.firstElementChild as Element).length > 10);
    expect(holder.scrollWidth).to.be.at.most(320);
  });

  it('keeps what the page wrote where it has no dataset', async () => {
    const list = put('<source-list src="/trouble/404?list"><ol><li>Mine</li></ol></source-list>');
    await until(() => /404/.test(said(list)));
    expect(list.querySelector('li')?.getClientRects().length).to.equal(1);
  });
});
