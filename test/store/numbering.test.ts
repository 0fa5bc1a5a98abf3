import { expect } from '@open-wc/testing';
import '../../src/elements/event-card/define.js';
import '../../src/elements/source-cite/define.js';
import '../../src/elements/source-list/define.js';
import type { SourceCite } from '../../src/elements/source-cite/source-cite.js';
import { pageCites } from '../../src/store/cites.js';
import { sample } from '../dataset/sample.js';
import { put, rest, said, served, until } from '../page.js';

/** A dataset of its own for each test, so that its numbers begin at 1. */
const start = (): { src: string; cite: (source: string) => string } => {
  const src = served(sample());
  return { src, cite: (source) => `<source-cite src="${src}" source="${source}"></source-cite>` };
};

const number = (mark: Element): string =>
  [...(mark.shadowRoot?.querySelectorAll('[data-source]') ?? [])]
    .map((it) => it.textContent)
    .join();
const numbers = (root: ParentNode): string =>
  [...root.querySelectorAll('source-cite')].map(number).join(' ');
const become = (root: ParentNode, expected: string): Promise<unknown> =>
  until(() => numbers(root) === expected, `${numbers(root)} becomes ${expected}`).catch(() =>
    expect(numbers(root)).to.equal(expected),
  );

describe('the numbers of citations', () => {
  it('follow the order of the page, the same number for the same source', async () => {
    const { cite } = start();
    const text = put(`<p>${cite('memoir')} ${cite('doc')} ${cite('memoir')} ${cite('web')}</p>`);
    await become(text, '1 2 1 3');
  });

  it('count each source of a mark that cites several', async () => {
    const { cite } = start();
    await become(put(`<p>${cite('web doc')} ${cite('memoir')} ${cite('doc')}</p>`), '1,2 3 2');
  });

  it('draw the others anew only when these change', async () => {
    const { cite } = start();
    const text = put(`<p>${cite('doc')} ${cite('web')}</p>`);
    await become(text, '1 2');
    const first = text.firstElementChild as SourceCite;
    let drawn = 0;
    const { performUpdate } = first;
    first.performUpdate = () => {
      drawn++;
      performUpdate.call(first);
    };
    text.insertAdjacentHTML('beforeend', cite('web') + cite('doc'));
    await become(text, '1 2 2 1');
    await rest();
    expect(drawn).to.equal(0);
    text.insertAdjacentHTML('afterbegin', cite('memoir'));
    await become(text, '1 2 3 3 2');
    expect(drawn).to.be.greaterThan(0);
  });

  it('change when a mark is put before the others', async () => {
    const { cite } = start();
    const text = put(`<p>${cite('doc')} ${cite('web')}</p>`);
    await become(text, '1 2');
    text.insertAdjacentHTML('afterbegin', cite('memoir'));
    await become(text, '1 2 3');
  });

  it('change when a mark is taken away', async () => {
    const { cite } = start();
    const text = put(`<p>${cite('doc')} ${cite('web')} ${cite('memoir')}</p>`);
    await become(text, '1 2 3');
    text.firstElementChild?.remove();
    await become(text, '1 2');
  });

  it('forget a mark that is taken away before it was drawn', async () => {
    const { cite } = start();
    const text = put(`<p>${cite('web')} ${cite('memoir')}</p>`);
    await become(text, '1 2');
    text.insertAdjacentHTML('afterbegin', cite('doc'));
    const doc = text.firstElementChild as SourceCite;
    doc.remove();
    await doc.updateComplete;
    await become(text, '1 2');
    // Where a removed mark stands among the others differs from browser to browser.
    expect(pageCites().citing.has(doc)).to.equal(false);
  });

  it('change when a mark is moved', async () => {
    const { cite } = start();
    const text = put(`<p>${cite('doc')} ${cite('web')} ${cite('memoir')}</p>`);
    await become(text, '1 2 3');
    const [doc] = text.children;
    text.append(doc as Element);
    await become(text, '1 2 3');
    expect(
      [...text.children].map((it) => `${it.getAttribute('source')} ${number(it)}`),
    ).to.deep.equal(['web 1', 'memoir 2', 'doc 3']);
  });

  it('change when a mark cites something else', async () => {
    const { cite } = start();
    const text = put(`<p>${cite('doc')} ${cite('web')} ${cite('doc')}</p>`);
    await become(text, '1 2 1');
    text.firstElementChild?.setAttribute('source', 'memoir');
    await become(text, '1 2 3');
  });

  it('are those of each dataset by itself', async () => {
    const [one, other] = [start(), start()];
    const text = put(
      `<p>${one.cite('doc')} ${other.cite('memoir')} ${one.cite('web')} ${other.cite('web')}</p>`,
    );
    await become(text, '1 1 2 2');
  });

  it('are common to cards, marks and lists', async () => {
    const { src, cite } = start();
    const page = put(
      `<article>${cite('web')}<event-card src="${src}" event="lwow-1939-10"></event-card>${cite('article')}<source-list src="${src}"></source-list></article>`,
    );
    const card = page.querySelector('event-card');
    await until(() => card?.shadowRoot?.querySelector('[data-source]'));
    await become(page, '1 4');
    const inCard = [
      ...(card?.shadowRoot?.querySelectorAll<HTMLElement>('[data-source]') ?? []),
    ].map((it) => `${it.dataset.source} ${it.textContent}`);
    expect(new Set(inCard)).to.deep.equal(new Set(['memoir 2', 'doc 3', 'web 1']));
    const values = [...(card?.shadowRoot?.querySelectorAll('li[data-entry]') ?? [])].map(
      (it) => `${it.getAttribute('data-entry')} ${(it as HTMLLIElement).value}`,
    );
    // A correction of what a source says of the event cites the source that was wrong.
    expect(values).to.have.members(['web 1', 'memoir 2', 'doc 3']);
    const list = page.querySelector('source-list')?.shadowRoot;
    await until(() => list?.querySelectorAll('[data-entry]').length === 4);
    expect(
      [...(list?.querySelectorAll('[data-entry]') ?? [])].map((it) =>
        it.getAttribute('data-entry'),
      ),
    ).to.deep.equal(['web', 'memoir', 'doc', 'article']);
  });

  it('reach into the shadow trees of the page', async () => {
    const { cite } = start();
    const page = put(`<article>${cite('doc')}<div></div>${cite('web')}</article>`);
    const root = page.querySelector('div')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = `<p>${cite('memoir')}</p><div></div>`;
    const inner = (root.querySelector('div') as Element).attachShadow({ mode: 'open' });
    inner.innerHTML = cite('article');
    await become(page, '1 4');
    expect(numbers(root)).to.equal('2');
    expect(numbers(inner)).to.equal('3');
  });

  it('leave nothing behind when all have left', async () => {
    const { cite } = start();
    const text = put(`<p>${cite('doc')}</p>`);
    const mark = text.firstElementChild as Element;
    await become(text, '1');
    text.remove();
    await rest(50);
    expect(pageCites().citing.has(mark)).to.equal(false);
    const readers = pageCites().readers.size;
    put(`<p>${cite('doc')}</p>`).remove();
    await rest(50);
    expect(pageCites().readers.size).to.equal(readers);
  });

  it('stay right while hundreds of marks come and go', async () => {
    const { cite } = start();
    const sources = Object.keys(sample().sources ?? {});
    const text = put(
      `<p>${Array.from({ length: 200 }, (_, i) => cite(sources[i % 4] as string)).join(' ')}</p>`,
    );
    await until(() => numbers(text).split(' ').every(Boolean));
    for (let i = 0; i < 190; i++) text.children[(i * 7) % text.children.length]?.remove();
    const order = [...new Set([...text.children].map((it) => it.getAttribute('source')))];
    await become(
      text,
      [...text.children].map((it) => order.indexOf(it.getAttribute('source')) + 1).join(' '),
    );
  });
});

describe('a list of sources', () => {
  it('says that nothing is cited', async () => {
    const { src } = start();
    const list = put(`<source-list src="${src}"></source-list>`);
    await until(() => /No source is cited/.test(said(list)));
  });

  it('follows the page', async () => {
    const { src, cite } = start();
    const page = put(
      `<article><p>${cite('doc')}</p><source-list src="${src}"></source-list></article>`,
    );
    const list = page.querySelector('source-list') as HTMLElement;
    const entries = (): string =>
      [...(list.shadowRoot?.querySelectorAll('[data-entry]') ?? [])]
        .map((it) => it.getAttribute('data-entry'))
        .join();
    await until(() => entries() === 'doc');
    page.querySelector('p')?.insertAdjacentHTML('afterbegin', cite('web'));
    await until(() => entries() === 'web,doc');
    page.querySelector('p')?.replaceChildren();
    await until(() => /No source is cited/.test(said(list)));
  });
});
