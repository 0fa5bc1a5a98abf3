import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/claim-matrix/define.js';
import { renderStatic } from '../../src/elements/static.js';
import type { AttestedSelectEvent } from '../../src/ui/select.js';
import { compile } from '../../src/dataset/compile.js';
import type { Text } from '../../src/dataset/types.js';
import { BASES, STANCES } from '../../src/ui/stances.js';
import { shapes as SHAPES } from '../../src/locales/shapes.js';
import { broken, sample } from '../dataset/sample.js';
import {
  chord,
  conferences,
  DATASET,
  media,
  put,
  said,
  served,
  unmedia,
  until,
  words,
} from '../page.js';

interface Matrix extends HTMLElement {
  event?: string | undefined;
  sort?: string | undefined;
  readonly updateComplete: Promise<unknown>;
}

const matrix = (attributes = '', width = 1000): Matrix =>
  put(
    `<div style="width:${width}px"><claim-matrix ${attributes}>Mine</claim-matrix></div>`,
  ).querySelector('claim-matrix') as Matrix;
const real = (attributes = '', width?: number): Matrix =>
  matrix(`src="${DATASET}" ${attributes}`, width);
const shown = (element: Element): Promise<ShadowRoot> =>
  until(() => element.shadowRoot?.querySelector('[part=matrix]') && element.shadowRoot);
const table = (root: ParentNode): HTMLTableElement =>
  root.querySelector('table') as HTMLTableElement;
const claims = (root: ParentNode): string[] =>
  [...root.querySelectorAll('tr[data-claim]')].map((it) => it.getAttribute('data-claim') as string);
const sources = (root: ParentNode): string[] =>
  [...root.querySelectorAll('thead th[data-source]')].map(
    (it) => it.getAttribute('data-source') as string,
  );
const cell = (root: ParentNode, claim: string, source: string): HTMLTableCellElement => {
  const at = sources(root).indexOf(source) + 1;
  return root.querySelector<HTMLTableRowElement>(`tr[data-claim="${claim}"]`)?.cells[
    at
  ] as HTMLTableCellElement;
};
const focused = (root: ShadowRoot): string => {
  const { cellIndex, parentElement } = root.activeElement?.closest(
    'th, td',
  ) as HTMLTableCellElement;
  return `${(parentElement as HTMLTableRowElement).rowIndex}:${cellIndex}`;
};
/** A text of the dataset as a reader of English has it. */
const english = (text: Text): string => (typeof text === 'string' ? text : (text.en as string));
const note = (root: ShadowRoot): Promise<HTMLElement> =>
  until(() => root.querySelector<HTMLElement>('[popover]:popover-open'));

describe('<claim-matrix>', () => {
  it('is a table with a heading for each claim and each source, and a cell for each pair of them', async () => {
    const root = await shown(matrix(`src="${served(sample())}"`));
    expect(claims(root)).to.deep.equal(['first', 'second']);
    // By kind of evidence, then by date, whatever the order in the file.
    expect(sources(root)).to.deep.equal(['doc', 'memoir', 'article', 'web']);
    const { rows } = table(root);
    expect([...rows].map((it) => it.cells.length)).to.deep.equal([5, 5, 5]);
    expect(
      [...root.querySelectorAll('thead th')].every((it) => it.getAttribute('scope') === 'col'),
    ).to.equal(true);
    expect(root.querySelectorAll('tbody th[scope=row]').length).to.equal(2);
    expect(words(rows[0]?.cells[2])).to.match(/^Kowal 1951 memoir/);
    expect(words(rows[1]?.cells[0])).to.equal('◈ Contested They met.');
  });

  it('says stance and basis in each cell by word and shape, and leaves a cell empty where a source says nothing', async () => {
    const root = await shown(matrix(`src="${served(sample())}"`));
    expect(words(cell(root, 'first', 'doc').querySelector('.position'))).to.equal(
      '− Disputes it, ▤ from documents',
    );
    expect(words(cell(root, 'first', 'memoir').querySelector('.position'))).to.equal(
      '+ Supports it, ◉ as an eyewitness',
    );
    expect(cell(root, 'second', 'memoir').childNodes.length).to.equal(0);
    // Said once, not in each empty cell.
    expect(said(root.host).split('the source says nothing of the claim')).to.have.length(2);
    const described = (table(root).getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => words(root.getElementById(id))).join(' ')).to.match(
      /says nothing of the claim.*Arrow keys/,
    );
    const colours = ['first doc', 'first memoir', 'first web'].map((it) => {
      const [claim, source] = it.split(' ') as [string, string];
      const at = cell(root, claim, source).querySelector('.position') as Element;
      const { borderInlineStartStyle: line, borderInlineStartColor: colour } = getComputedStyle(at);
      return `${line} ${colour}`;
    });
    expect(new Set(colours).size).to.equal(3);
  });

  it('has a different shape for each stance, each basis and each status', () => {
    for (const shapes of [STANCES, BASES, SHAPES])
      expect(new Set(Object.values(shapes)).size).to.equal(Object.keys(shapes).length);
  });

  it('shows every position of the dataset under every source that it cites', async () => {
    const data = await conferences();
    const root = await shown(real());
    let count = 0;
    for (const [id, claim] of Object.entries(data.claims)) {
      const expected = new Map<string, number>();
      for (const { cites = [] } of claim.positions)
        for (const source of new Set(cites.map((it) => it.source)))
          expected.set(source, (expected.get(source) ?? 0) + 1);
      for (const [source, n] of expected) {
        expect(
          cell(root, id, source).querySelectorAll('.position').length,
          `${id} ${source}`,
        ).to.equal(n);
        count += n;
      }
    }
    expect(root.querySelectorAll('tbody .position').length).to.equal(count);
    expect(count).to.be.greaterThan(80);
    expect(said(root.host)).not.to.match(/undefined|null|\[object|NaN/);
  });

  it('counts no voices and scores nothing', async () => {
    const root = await shown(real());
    expect(!root.querySelector('meter, progress')).to.equal(true);
    expect(words(table(root))).not.to.match(/\d+ (voices|votes|positions|of \d)|%/);
  });

  it('gives a voice that cites nothing a column of its own', async () => {
    const data = sample();
    data.claims?.second?.positions.push({
      holder: { name: 'Rumour' },
      stance: 'disputes',
      basis: 'unsourced',
      says: 'No.',
      unsourced: true,
    });
    const root = await shown(matrix(`src="${served(data)}"`));
    expect(sources(root)).to.deep.equal(['doc', 'memoir', 'article', 'web', '?']);
    expect(words(root.querySelector('thead th:last-child'))).to.match(/no source given/);
    expect(words(cell(root, 'second', '?'))).to.match(/Disputes it/);
    expect(!root.querySelector('[aria-sort]')).to.equal(true);
    root.querySelector<HTMLElement>('thead th:last-child button')?.click();
    await until(() => claims(root)[0] === 'second');
    expect(sources(root)).to.have.length(5);
  });

  describe('is chosen from', () => {
    it('by event, status, stance and kind of source, with the sources that are left', async () => {
      const data = await conferences();
      const root = await shown(real('event="krakow-1940-03" status="contested"'));
      expect(claims(root)).to.deep.equal(
        data.events['krakow-1940-03']?.claims?.filter(
          (it) => data.claims[it]?.status === 'contested',
        ),
      );
      expect(words(root.querySelector('[part=title]'))).to.contain('Kraków, March 1940');
      const disputing = await shown(real('stance="disputes"'));
      expect(
        new Set(
          [...disputing.querySelectorAll<HTMLElement>('tbody .position')].map(
            (it) => it.dataset.stance,
          ),
        ),
      ).to.deep.equal(new Set(['disputes']));
      const memoirs = await shown(real('source-kind="memoir"'));
      expect(sources(memoirs)).to.deep.equal(['buber-1949', 'bor-komorowski']);
      expect(claims(memoirs)).to.include('krakow-1940-03-purpose');
      const two = await shown(real('status="documented unsupported"'));
      expect(
        new Set([...two.querySelectorAll('tbody .status')].map((it) => words(it).slice(2))),
      ).to.deep.equal(new Set(['Documented', 'Unsupported']));
    });

    it('by a reader, who is told how much is left, and can go back', async () => {
      const element = real();
      const root = await shown(element);
      const all = claims(root).length;
      root.querySelector<HTMLElement>('summary')?.click();
      const select = root.querySelector<HTMLSelectElement>(
        '[data-filter=status]',
      ) as HTMLSelectElement;
      expect(select.value).to.equal('');
      expect([...select.options].map((it) => it.value)).not.to.include('established');
      select.value = 'contested';
      select.dispatchEvent(new Event('change'));
      await until(() => claims(root).length < all);
      expect(element.getAttribute('status')).to.equal('contested');
      expect(words(root.querySelector('[role=status]'))).to.match(
        new RegExp(`^Claims: ${claims(root).length} of ${all}`),
      );
      root.querySelector<HTMLElement>('.fields button')?.click();
      await until(() => claims(root).length === all);
      expect(element.hasAttribute('status')).to.equal(false);
      expect(select.value).to.equal('');
    });

    it('and says so where nothing is left', async () => {
      const root = await shown(real('status="refuted"'));
      expect(said(root.host)).to.contain('No claim fits.');
      expect(!root.querySelector('table')).to.equal(true);
    });

    it('by an event that does not exist, which is said with the nearest', async () => {
      const element = real('event="krakow-1940-3"');
      await until(() => /There is no event.*krakow-1940-03/.test(said(element)));
      expect(element.textContent).to.equal('Mine');
    });
  });

  describe('is sorted', () => {
    const sorted = (root: ParentNode): string[] =>
      [...root.querySelectorAll('[aria-sort]')].map(
        (it) => `${it.getAttribute('data-source') ?? 'claim'} ${it.getAttribute('aria-sort')}`,
      );

    it('by a press on a heading, the other way by the next, and not at all by the third', async () => {
      const element = real();
      const root = await shown(element);
      const before = claims(root);
      const press = async (): Promise<void> => {
        root.querySelector<HTMLElement>('[part=corner] button')?.click();
        await element.updateComplete;
      };
      await press();
      const texts = [...root.querySelectorAll('tbody th a')].map((it) => words(it));
      expect(texts).to.deep.equal([...texts].sort(new Intl.Collator('en').compare));
      expect(sorted(root)).to.deep.equal(['claim ascending']);
      await press();
      expect([...root.querySelectorAll('tbody th a')].map((it) => words(it))).to.deep.equal(
        texts.reverse(),
      );
      expect(sorted(root)).to.deep.equal(['claim descending']);
      await press();
      expect(claims(root)).to.deep.equal(before);
      expect(sorted(root)).to.deep.equal([]);
    });

    it('by what a source says: first where it speaks', async () => {
      const root = await shown(real('sort="vishlyov-2001"'));
      const speaks = claims(root).map(
        (it) => cell(root, it, 'vishlyov-2001').childElementCount > 0,
      );
      const n = speaks.indexOf(false);
      expect(n).to.be.greaterThan(2);
      expect(speaks.slice(n)).not.to.include(true);
      expect(sorted(root)).to.deep.equal(['vishlyov-2001 ascending']);
    });

    it('by status and by date', async () => {
      const data = await conferences();
      const order = Object.keys(SHAPES);
      const root = await shown(real('sort="status"'));
      const statuses = claims(root).map((it) => order.indexOf(data.claims[it]?.status as string));
      expect(statuses).to.deep.equal([...statuses].sort((a, b) => a - b));
      const first = (id: string): number =>
        Math.min(
          ...(data.claims[id]?.about.map((it) => data.events[it]?.dates[0]?.earliest ?? Infinity) ??
            []),
        );
      const dated = await shown(real('sort="-date"'));
      const days = claims(dated).map(first);
      expect(days).to.deep.equal([...days].sort((a, b) => b - a));
    });
  });

  describe('by keyboard', () => {
    const start = async (attributes?: string, width?: number): Promise<ShadowRoot> => {
      const element = attributes ? real(attributes, width) : matrix(`src="${served(sample())}"`);
      const root = await shown(element);
      element.scrollIntoView();
      table(root).querySelector<HTMLElement>('[tabindex="0"]')?.focus();
      return root;
    };
    const press = async (root: ShadowRoot, key: string): Promise<string> => {
      await chord(...key.split('+'));
      return focused(root);
    };

    it('is one stop for the Tab key, which remembers where it was', async () => {
      const root = await start();
      const stops = (): Element[] =>
        [...table(root).querySelectorAll<HTMLElement>('*')].filter((it) => it.tabIndex === 0);
      expect(stops().length).to.equal(1);
      expect(focused(root)).to.equal('0:0');
      await press(root, 'ArrowDown');
      await press(root, 'ArrowRight');
      expect(stops().map((it) => it.closest('td') === cell(root, 'first', 'doc'))).to.deep.equal([
        true,
      ]);
      // Also after it is drawn anew.
      (root.host as Matrix).sort = 'claim';
      await (root.host as Matrix).updateComplete;
      expect(stops().length).to.equal(1);
    });

    it('arrows, Home, End and Ctrl go where a grid has them', async () => {
      const root = await start();
      expect(await press(root, 'ArrowUp')).to.equal('0:0');
      expect(await press(root, 'ArrowRight')).to.equal('0:1');
      expect(await press(root, 'ArrowDown')).to.equal('1:1');
      expect(await press(root, 'End')).to.equal('1:4');
      expect(await press(root, 'ArrowRight')).to.equal('1:4');
      expect(await press(root, 'ArrowDown')).to.equal('2:4');
      // An empty cell takes the focus too.
      expect(root.activeElement?.localName).to.equal('td');
      expect(await press(root, 'ArrowLeft')).to.equal('2:3');
      expect(table(root).querySelectorAll('td[tabindex]').length).to.equal(1);
      expect(await press(root, 'Control+ArrowLeft')).to.equal('2:1');
      expect(await press(root, 'Home')).to.equal('2:0');
      expect(await press(root, 'Control+End')).to.equal('2:4');
      expect(await press(root, 'Control+Home')).to.equal('0:0');
      expect(await press(root, 'PageDown')).to.equal('2:0');
      expect(await press(root, 'PageUp')).to.equal('0:0');
    });

    it('the left and right arrows change places where text runs from right to left', async () => {
      const root = await start();
      (root.host.parentElement as HTMLElement).dir = 'rtl';
      expect(await press(root, 'ArrowLeft')).to.equal('0:1');
      expect(await press(root, 'ArrowRight')).to.equal('0:0');
    });

    it('goes through the list where it is narrow', async () => {
      const root = await start('event="krakow-1940-03"', 320);
      expect(focused(root)).to.equal('1:0');
      await press(root, 'ArrowDown');
      expect(root.activeElement?.closest('td')?.parentElement === table(root).rows[1]).to.equal(
        true,
      );
      await press(root, 'ArrowUp');
      expect(focused(root)).to.equal('1:0');
      await press(root, 'Control+End');
      expect(root.activeElement?.closest('tr') === [...table(root).rows].at(-1)).to.equal(true);
      await press(root, 'ArrowDown');
      expect(root.activeElement?.closest('tr') === [...table(root).rows].at(-1)).to.equal(true);
    });

    it('the focused cell is not hidden behind the headings', async () => {
      const root = await start('event="krakow-1940-03"', 700);
      await press(root, 'Control+End');
      for (let i = 0; i < 12; i++) await press(root, 'ArrowUp');
      for (let i = 0; i < 4; i++) await press(root, 'ArrowLeft');
      await press(root, 'ArrowDown');
      // Firefox scrolls with the next frame.
      await until(() => {
        const at = root.activeElement?.getBoundingClientRect() as DOMRect;
        const corner = root.querySelector('[part=corner]')?.getBoundingClientRect() as DOMRect;
        return at.left >= corner.right - 1 && at.top >= corner.bottom - 1;
      });
    });

    it('Enter opens what the source says; Escape closes it and gives the focus back', async () => {
      const root = await start();
      await press(root, 'ArrowDown');
      await press(root, 'ArrowRight');
      const chosen: unknown[] = [];
      root.host.addEventListener('attested-select', (event) =>
        chosen.push((event as AttestedSelectEvent).detail),
      );
      await press(root, 'Enter');
      const open = await note(root);
      expect(root.activeElement === open).to.equal(true);
      expect(words(open)).to.match(
        /They met\..*The Office.*Disputes it, ▤ from documents, since January 1940.*No\..*Paper, 1941, p. 3|Paper.*p\. 3/,
      );
      expect(chosen.map((it) => (it as { type: string; id: string }).id)).to.deep.equal(['first']);
      await sendKeys({ press: 'Escape' });
      await until(() => !root.querySelector('[popover]'));
      expect(focused(root)).to.equal('1:1');
    });
  });

  it('opens who says it, where in the source, where it was read, and the words in their own language', async () => {
    const root = await shown(matrix(`src="${served(sample())}"`));
    cell(root, 'first', 'memoir').querySelector('button')?.click();
    const open = await note(root);
    expect(open.getAttribute('role')).to.equal('dialog');
    expect(open.getAttribute('aria-label')).to.equal('They met. Kowal 1951');
    expect(words(open)).to.match(/Jan Kowal.*Supports it.*as an eyewitness.*I was there\./);
    expect(words(open)).to.match(/Wspomnienia.*p\. 54/);
    expect(words(open.querySelector('q[lang=pl]'))).to.contain('Byłem tam.');
    const links = [...open.querySelectorAll('a[data-record]')].map((it) => it.getAttribute('href'));
    expect(links).to.deep.equal(['#claim-first', '#source-memoir', '#event-lwow-1939-10']);
    // One at a time.
    cell(root, 'second', 'doc').querySelector('button')?.click();
    await until(() =>
      words(root.querySelector('[popover]:popover-open')).startsWith('It was cold'),
    );
    await until(() => root.querySelectorAll('[popover]').length === 1);
  });

  it('opens nothing where the page cancels the choice', async () => {
    const root = await shown(matrix(`src="${served(sample())}"`));
    root.host.addEventListener('attested-select', (event) => event.preventDefault());
    cell(root, 'first', 'memoir').querySelector('button')?.click();
    await new Promise((done) => setTimeout(done, 100));
    expect(!root.querySelector('[popover]')).to.equal(true);
  });

  it('marks what was chosen elsewhere on the page, without moving focus or page', async () => {
    const src = served(sample());
    const root = await shown(matrix(`src="${src}"`));
    const choose = (type: string, id: string): string[] => {
      document.body.dispatchEvent(
        Object.assign(new Event('attested-select', { bubbles: true }), {
          detail: { type, id, dataset: src },
        }),
      );
      return [...root.querySelectorAll('[aria-current=true]')].map((it) => words(it));
    };
    const at = [scrollY, document.activeElement];
    expect(choose('claim', 'second')).to.deep.equal(['● Established It was cold.']);
    expect(choose('source', 'memoir')).to.have.length(1);
    // The claims about an event, a person or a place.
    expect(choose('event', 'lwow-1939-10')).to.deep.equal(['◈ Contested They met.']);
    expect(choose('place', 'lviv')).to.deep.equal(['● Established It was cold.']);
    expect(choose('claim', 'nowhere')).to.deep.equal([]);
    expect([scrollY, document.activeElement]).to.deep.equal(at);
  });

  it('keeps its headings in view while it is scrolled', async () => {
    const root = await shown(real());
    const scroller = root.querySelector('.scroller') as HTMLElement;
    const corner = root.querySelector('[part=corner]') as HTMLElement;
    const head = root.querySelector('thead th:nth-child(3)') as HTMLElement;
    const row = root.querySelector('tbody tr:nth-child(5) th') as HTMLElement;
    const before = [corner, head, row].map((it) => it.getBoundingClientRect());
    scroller.scrollTo({ left: 300, top: 400, behavior: 'instant' });
    const after = [corner, head, row].map((it) => it.getBoundingClientRect());
    expect([after[0]?.x, after[0]?.y]).to.deep.equal([before[0]?.x, before[0]?.y]);
    expect(after[1]?.y).to.equal(before[1]?.y);
    expect(after[2]?.x).to.equal(before[2]?.x);
    expect(after[1]?.x).to.be.lessThan(before[1]?.x as number);
    expect(getComputedStyle(corner).backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
  });

  it('is a list of claims with their sources in 320 pixels, and nothing sticks out', async () => {
    const element = real('', 320);
    const root = await shown(element);
    expect(getComputedStyle(root.querySelector('thead') as Element).display).to.equal('none');
    expect(element.scrollWidth).to.be.at.most(320);
    for (const it of root.querySelectorAll('th, td, button, select'))
      expect(it.getBoundingClientRect().right, it.outerHTML).to.be.at.most(
        element.getBoundingClientRect().right + 1,
      );
    const purpose = root.querySelector<HTMLElement>('[data-claim=krakow-1940-03-purpose]');
    expect(purpose?.innerText.replace(/\s+/g, ' ')).to.match(
      /Vishlyov 2001 − Disputes it, ▤ from documents/,
    );
    // What says nothing takes no room and is not read.
    expect(
      [...(purpose?.querySelectorAll('td') ?? [])].filter(
        (it) => !it.childElementCount && it.checkVisibility(),
      ),
    ).to.deep.equal([]);
  });

  it('draws a large dataset in parts, the first at once', async () => {
    const data = compile(sample());
    for (let i = 0; i < 3000; i++) data.claims[`c${i}`] = data.claims.first as never;
    const element = matrix(`src="${served(data)}"`);
    const root = await shown(element);
    expect(claims(root).length).to.equal(1200);
    expect(table(root).getAttribute('aria-rowcount')).to.equal('3003');
    [...root.querySelectorAll<HTMLElement>('[part=button]')].at(-1)?.click();
    await until(() => claims(root).length === 2400);
    (element as unknown as { reveal(at: object): boolean }).reveal({ type: 'claim', id: 'c2999' });
    expect(claims(root).length).to.equal(3002);
    expect(root.activeElement?.closest('tr')?.getAttribute('data-claim')).to.equal('c2999');
  });

  describe('without a script and on paper', () => {
    afterEach(unmedia);

    it('is a plain table with every position in full', async () => {
      const data = await conferences();
      const holder = put(`<div>${renderStatic(data, 'claim-matrix', {})}</div>`);
      expect(holder.querySelectorAll('th[scope=rowgroup]').length).to.equal(
        Object.keys(data.claims).length,
      );
      expect(!holder.querySelector('a[data-record]')).to.equal(true);
      for (const { statement, positions } of Object.values(data.claims)) {
        const heading = [...holder.querySelectorAll('th')].find((it) =>
          words(it).endsWith(english(statement)),
        );
        const body = heading?.closest('tbody');
        expect(heading?.rowSpan).to.equal(positions.length);
        for (const { holder: voice, cites = [] } of positions) {
          expect(words(body)).to.contain(english(voice.name));
          for (const { source } of cites)
            expect(words(body)).to.contain(data.sources[source]?.short);
        }
      }
    });

    it('takes the same choices', async () => {
      const data = await conferences();
      const holder = put(
        `<div>${renderStatic(data, 'claim-matrix', { event: 'krakow-1940-03', 'source-kind': 'memoir', sort: 'claim' })}</div>`,
      );
      expect(
        [...holder.querySelectorAll('tbody')].map((it) => words(it.querySelector('td'))),
      ).to.satisfy(
        (all: string[]) => all.length === 2 && all.every((it) => it.startsWith('Bór-Komorowski')),
      );
      expect(() => renderStatic(data, 'claim-matrix', { event: 'krakow' })).to.throw(
        /There is no event/,
      );
    });

    it('prints that table', async function () {
      const root = await shown(real('event="krakow-1940-03"'));
      await media(this, {}, 'print');
      await until(() => !root.querySelector('[role=grid]'));
      expect(words(table(root))).to.contain('went on for several weeks');
      await unmedia();
      await until(() => root.querySelector('[role=grid]'));
    });
  });

  it('keeps what the page wrote where the dataset cannot be had', async () => {
    const element = matrix('src="/trouble/404?matrix"');
    await until(() => /could not be loaded/.test(said(element)));
    expect(words(element)).to.equal('Mine');
    expect(element.shadowRoot?.querySelector('slot')?.assignedNodes().length).to.equal(1);
  });

  it('shows a claim whose positions could not be read as a row of empty cells', async () => {
    const root = await shown(matrix(`src="${served(broken('/claims/second/positions', []))}"`));
    expect(claims(root)).to.include('second');
    expect(
      [...root.querySelectorAll('[data-claim=second] td')].every((it) => !it.childNodes.length),
    ).to.equal(true);
  });
});
