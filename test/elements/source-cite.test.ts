import { expect } from '@open-wc/testing';
import { executeServerCommand, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/elements/event-card/define.js';
import '../../src/elements/source-cite/define.js';
import '../../src/elements/source-list/define.js';
import { sample } from '../dataset/sample.js';
import { put, rest, said, served, until, words } from '../page.js';

const cite = (src: string, attributes: string, inside = ''): string =>
  `<source-cite src="${src}" ${attributes}>${inside}</source-cite>`;
const dataset = (): string => served(sample());
const control = (mark: Element, nth = 0): Promise<HTMLElement> =>
  until(() => mark.shadowRoot?.querySelectorAll<HTMLElement>('[data-source]')[nth]);
const note = (mark: Element): HTMLElement | null =>
  mark.shadowRoot?.querySelector<HTMLElement>('[popover]') ?? null;
const opened = (mark: Element): Promise<HTMLElement> =>
  until(() => note(mark)?.matches(':popover-open') && note(mark), 'the note opens');
const closed = (mark: Element): Promise<unknown> => until(() => !note(mark), 'the note closes');
const middle = (element: Element): [number, number] => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};
/** Moves the real pointer, or skips where the driver cannot. */
const point = async (test: Mocha.Context, position: [number, number]): Promise<void> => {
  try {
    await sendMouse({ type: 'move', position });
  } catch {
    test.skip();
  }
};
const active = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

describe('<source-cite>', () => {
  it('is a number in brackets, named for its source, with its locator and words for those who listen', async () => {
    const mark = put(
      cite(dataset(), 'source="memoir" locator="p. 54" prefix="see" suffix="at length"'),
    );
    const button = await control(mark);
    expect(button.textContent).to.equal('1');
    expect(button.getAttribute('aria-label')).to.equal('1: Kowal 1951');
    expect(words(mark.shadowRoot?.querySelector('.mark'))).to.equal('[see 1, p. 54, at length]');
    expect(mark.shadowRoot?.querySelector('.mark')?.getBoundingClientRect().width).to.be.lessThan(
      60,
    );
  });

  it('stands in its line and does not change its height', async () => {
    const src = dataset();
    const [bare, marked] = [
      put('<p style="width: 600px">Some words here.</p>'),
      put(`<p style="width: 600px">Some words here.${cite(src, 'source="doc"')}</p>`),
    ];
    await control(marked.firstElementChild as Element);
    expect(marked.getBoundingClientRect().height).to.equal(bare.getBoundingClientRect().height);
  });

  it('cites several sources in one mark, each with its own locator', async () => {
    const mark = put(cite(dataset(), 'source="memoir doc" locator="p. 54; fol. 3"'));
    await control(mark, 1);
    expect(words(mark.shadowRoot?.querySelector('.mark'))).to.equal('[1, p. 54; 2, fol. 3]');
    (await control(mark)).focus();
    expect(
      [...(await opened(mark)).querySelectorAll('[part=note-source]')].map((it) =>
        /Wspomnienia.*p\. 54|Paper.*fol\. 3/.test(words(it)),
      ),
    ).to.deep.equal([true, true]);
  });

  it('says on focus the full reference, where it was read, the words, their translation and how the source was verified', async () => {
    const data = sample();
    Object.assign(data.sources?.memoir as object, {
      verification: 'uncertain',
      archived: 'https://archive.example.org/1',
      note: 'Second edition.',
    });
    const mark = put(
      cite(
        served(data),
        'source="memoir" locator="p. 54" via="web" quotation="Byłem tam." quotation-lang="pl" translation="I was there." translation-lang="en" translator="kowal"',
      ),
    );
    (await control(mark)).focus();
    const open = await opened(mark);
    for (const phrase of [
      'Jan Kowal, Wspomnienia',
      'p. 54',
      'Memories',
      'read in A page',
      'Byłem tam.',
      'I was there.',
      'translated by Jan Kowal',
      'memoir',
      'uncertain source',
      'Second edition.',
    ])
      expect(words(open)).to.contain(phrase);
    expect(open.querySelector('[lang=pl]')).to.be.ok;
    expect(words(open.querySelector('[part=quotation]'))).to.match(/Byłem tam\./);
    expect(
      open.querySelector('[part=quotation]')?.closest('[lang]')?.getAttribute('lang'),
    ).to.equal('pl');
    expect([...open.querySelectorAll('a')].map(({ href }) => href)).to.contain(
      'https://archive.example.org/1',
    );
    expect(open.getAttribute('role')).to.be.ok;
    expect(open.getAttribute('aria-label')).to.be.ok;
  });

  it('opens by the Tab key, closes by Escape and keeps the focus', async () => {
    const src = dataset();
    const text = put(
      `<p><a href="#a">before</a> ${cite(src, 'source="doc"')} ${cite(src, 'source="web"')}</p>`,
    );
    const [one, other] = [...text.children].slice(1) as [Element, Element];
    const first = await control(one);
    await control(other);
    text.querySelector('a')?.focus();
    try {
      await sendKeys({ press: 'Tab' });
    } catch {
      first.focus();
    }
    // WebKit leaves buttons and links out of the Tab order unless its user wants them in.
    if (active() !== first) first.focus();
    await opened(one);
    await sendKeys({ press: 'Escape' });
    await closed(one);
    expect(active() === first).to.equal(true);
    await rest(300);
    expect(note(one) === null).to.equal(true);
  });

  it('lets Escape close the note before the dialog that it stands in', async () => {
    const dialog = put<HTMLDialogElement>(`<dialog>${cite(dataset(), 'source="doc"')}</dialog>`);
    dialog.showModal();
    const mark = dialog.firstElementChild as Element;
    (await control(mark)).focus();
    await opened(mark);
    await sendKeys({ press: 'Escape' });
    await closed(mark);
    expect(dialog.open).to.equal(true);
    dialog.close();
  });

  it('closes when the focus leaves for elsewhere, and not when it goes into the note', async () => {
    const text = put(`<p>${cite(dataset(), 'source="web"')} <button>after</button></p>`);
    const mark = text.firstElementChild as Element;
    (await control(mark)).focus();
    const open = await opened(mark);
    open.querySelector('a')?.focus();
    expect(open.contains(active())).to.equal(true);
    await rest(400);
    expect(note(mark) === open).to.equal(true);
    text.querySelector('button')?.focus();
    await closed(mark);
  });

  it('gives the focus back to the mark when Escape is pressed in the note', async () => {
    const mark = put(cite(dataset(), 'source="web"'));
    const button = await control(mark);
    button.focus();
    (await opened(mark)).querySelector('a')?.focus();
    await sendKeys({ press: 'Escape' });
    await closed(mark);
    await rest(100);
    expect(note(mark) === null).to.equal(true);
    expect(active() === button).to.equal(true);
  });

  it('opens one note at a time', async () => {
    const src = dataset();
    const text = put(`<p>${cite(src, 'source="doc"')} ${cite(src, 'source="web"')}</p>`);
    const [one, other] = [...text.children] as [Element, Element];
    (await control(one)).focus();
    await opened(one);
    (await control(other)).focus();
    await opened(other);
    expect(note(one) === null).to.equal(true);
  });

  it('opens under a pointer that rests on it, stays while the pointer is on the note, and closes behind it', async function () {
    const text = put(`<p style="padding: 20px 200px">${cite(dataset(), 'source="web"')}</p>`);
    const mark = text.firstElementChild as Element;
    try {
      await point(this, middle(await control(mark)));
      const open = await opened(mark);
      await sendMouse({ type: 'move', position: middle(open) });
      await rest(450);
      expect(note(mark) === open).to.equal(true);
      await sendMouse({ type: 'move', position: [5, 5] });
      await closed(mark);
    } finally {
      await resetMouse().catch(() => undefined);
    }
  });

  it('stays shut under a pointer that only passes over', async function () {
    const text = put(`<p style="padding: 20px 200px">${cite(dataset(), 'source="web"')}</p>`);
    const mark = text.firstElementChild as Element;
    const at = middle(await control(mark));
    try {
      await point(this, at);
      await sendMouse({ type: 'move', position: [5, 5] });
      await rest(500);
      expect(note(mark) === null).to.equal(true);
    } finally {
      await resetMouse().catch(() => undefined);
    }
  });

  it('closes on a press elsewhere', async () => {
    const mark = put(cite(dataset(), 'source="web"'));
    (await control(mark)).focus();
    await opened(mark);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await closed(mark);
  });

  it('opens on a tap, and only a second tap follows the link', async function () {
    const src = dataset();
    const page = put(
      `<article><p style="padding: 20px 100px">${cite(src, 'source="web"')}</p><source-list src="${src}"></source-list></article>`,
    );
    const mark = page.querySelector('source-cite') as Element;
    const list = page.querySelector('source-list') as HTMLElement;
    const link = await until(() => mark.shadowRoot?.querySelector('a[data-source]'));
    const tap = async (): Promise<unknown> => {
      const [x, y] = middle(link);
      return executeServerCommand('tap', { x, y });
    };
    if (!(await tap())) this.skip();
    await opened(mark);
    await rest(100);
    await opened(mark);
    expect(!list.shadowRoot?.activeElement).to.equal(true);
    await tap();
    await until(
      () => list.shadowRoot?.activeElement?.getAttribute('data-entry') === 'web',
      'the entry has the focus',
    );
    expect(note(mark) === null).to.equal(true);
  });

  it('goes on a click to the entry in the list of sources, and from there back to the mark', async () => {
    const src = dataset();
    const page = put(
      `<article><p>${cite(src, 'source="doc"')} ${cite(src, 'source="web"')} ${cite(src, 'source="doc"')}</p><source-list src="${src}"></source-list></article>`,
    );
    const marks = [...page.querySelectorAll('source-cite')];
    const list = page.querySelector('source-list') as HTMLElement;
    const last = marks[2] as Element;
    const link = await until(() =>
      last.shadowRoot?.querySelector<HTMLElement>('a[role=doc-biblioref]'),
    );
    link.click();
    const entry = await until(() => list.shadowRoot?.activeElement);
    expect(entry.getAttribute('data-entry')).to.equal('doc');
    const back = await until(() => {
      const links = entry.querySelectorAll<HTMLElement>('a[role=doc-backlink]');
      return links.length === 2 && links;
    });
    expect([...back].map((it) => it.getAttribute('aria-label'))).to.deep.equal(
      ['Back to mark 1 of source Paper', 'Back to mark 2 of source Paper'].map((it) =>
        it.replace('Paper', sampleShort(list)),
      ),
    );
    back[1]?.click();
    await until(() => last.shadowRoot?.activeElement === link, 'the last mark has the focus');
  });

  const sampleShort = (list: HTMLElement): string =>
    /of source (.*)$/.exec(
      list.shadowRoot?.querySelector('[role=doc-backlink]')?.getAttribute('aria-label') ?? '',
    )?.[1] ?? '?';

  it('goes on Enter to the entry', async () => {
    const src = dataset();
    const page = put(
      `<article><p>${cite(src, 'source="doc"')}</p><source-list src="${src}"></source-list></article>`,
    );
    const list = page.querySelector('source-list') as HTMLElement;
    const link = await until(() =>
      page.querySelector('source-cite')?.shadowRoot?.querySelector<HTMLElement>('a[data-source]'),
    );
    link.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => list.shadowRoot?.activeElement?.getAttribute('data-entry') === 'doc');
  });

  it('is a button where there is no list, and a link as soon as there is one', async () => {
    const src = dataset();
    const page = put(`<article>${cite(src, 'source="doc"')}</article>`);
    const mark = page.firstElementChild as Element;
    expect((await control(mark)).localName).to.equal('button');
    page.insertAdjacentHTML('beforeend', `<source-list src="${src}"></source-list>`);
    await until(async () => (await control(mark)).localName === 'a');
    page.lastElementChild?.remove();
    await until(async () => (await control(mark)).localName === 'button');
  });

  it('takes its note along when it leaves', async () => {
    const mark = put(cite(dataset(), 'source="web"'));
    (await control(mark)).focus();
    await opened(mark);
    mark.remove();
    await rest(50);
    expect(document.querySelectorAll(':popover-open').length).to.equal(0);
    const other = put(cite(dataset(), 'source="web"'));
    (await control(other)).focus();
    await opened(other);
  });

  it('keeps its note open and whole while the page is renumbered', async () => {
    const src = dataset();
    const text = put(`<p>${cite(src, 'source="web"')}</p>`);
    const mark = text.firstElementChild as Element;
    (await control(mark)).focus();
    const open = await opened(mark);
    text.insertAdjacentHTML('afterbegin', cite(src, 'source="doc"'));
    await until(async () => (await control(mark)).textContent === '2');
    expect(open.isConnected && open.matches(':popover-open')).to.equal(true);
  });

  it('stays inside the window, wherever the mark stands', async () => {
    for (const where of [
      'left: 0; top: 0',
      'right: 0; top: 0',
      'right: 0; bottom: 0',
      'left: 0; bottom: 0',
      'left: 50%; top: 50%',
    ]) {
      const holder = put(
        `<div style="position: fixed; ${where}">${cite(dataset(), 'source="memoir" locator="p. 54"')}</div>`,
      );
      const mark = holder.firstElementChild as Element;
      (await control(mark)).focus();
      const open = await opened(mark);
      const box = await until(() => {
        const it = open.getBoundingClientRect();
        return it.width > 0 && it;
      });
      expect(box.left, where).to.be.at.least(0);
      expect(box.top, where).to.be.at.least(0);
      expect(box.right, where).to.be.at.most(innerWidth);
      expect(box.bottom, where).to.be.at.most(innerHeight);
      const at = mark.shadowRoot?.querySelector('.mark')?.getBoundingClientRect() as DOMRect;
      expect(
        Math.min(Math.abs(box.top - at.bottom), Math.abs(at.top - box.bottom)),
        where,
      ).to.be.lessThan(40);
      holder.remove();
    }
  });

  it('names the source that does not exist, and the nearest that does', async () => {
    const mark = put(cite(dataset(), 'source="memoirs"', '(Kowal, p. 54)'));
    await until(() => /There is no source “memoirs”.*The nearest is “memoir”/.test(said(mark)));
    expect(mark.shadowRoot?.querySelector('slot')?.assignedNodes()).to.have.length(1);
    const empty = put(cite(dataset(), ''));
    await until(() => /attribute “source” is missing/.test(said(empty)));
  });

  it('opens the notes of a card in the same way', async () => {
    const card = put(`<event-card src="${dataset()}" event="lwow-1939-10"></event-card>`);
    (await control(card)).focus();
    expect(words(await opened(card))).to.contain('Wspomnienia');
    (await control(card)).click();
    const entry = await until(() => card.shadowRoot?.activeElement?.closest('[data-entry]'));
    expect(entry.getAttribute('data-entry')).to.equal('memoir');
    await closed(card);
  });

  it('goes from a card to the page’s list, or to the card’s own where it has that folded', async () => {
    const src = dataset();
    const page = put(
      `<article><event-card src="${src}" event="lwow-1939-10"></event-card><source-list src="${src}"></source-list></article>`,
    );
    const [card, list] = [...page.children] as [HTMLElement, HTMLElement];
    await until(() => list.shadowRoot?.querySelector('[data-entry]'));
    (await control(card)).click();
    const entry = await until(
      () =>
        card.shadowRoot?.activeElement?.closest<HTMLElement>('[data-entry]') ??
        list.shadowRoot?.activeElement?.closest<HTMLElement>('[data-entry]'),
    );
    expect(entry.dataset.entry).to.equal('memoir');
    expect(entry.checkVisibility?.() ?? true).to.equal(true);
  });
});
