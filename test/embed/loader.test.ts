/** The built script tag, in pages that know nothing of the source. */
import { expect } from '@open-wc/testing';
import { asked, fresh, open, rest, said, until, words } from '../page.js';

const DATA = '/site/dist/data/conferences.json';
const LOADER = '/site/dist/attested.js';
const SCRIPT = `<script type="module" src="${LOADER}" data-dataset="${DATA}"></script>`;
const CARD = '<event-card event="zakopane-1939-12"><p>My words</p></event-card>';
const page = (body: string, head = SCRIPT): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title>${head}<body>${body}`;

const card = (window: Window, selector = 'event-card', nth = 0): Element | undefined =>
  [...window.document.querySelectorAll(selector)][nth];
const shown = (window: Window, selector = 'event-card', nth = 0): Promise<unknown> =>
  until(
    () => /Conference at Zakopane, December 1939/.test(said(card(window, selector, nth))),
    `${selector} ${nth} shows the conference: ${said(card(window, selector, nth))}`,
  );
/** The files of ours that the page asked for. */
const files = (window: Window, part = '/dist/'): string[] =>
  window.performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((it) => it.includes(part) && it.endsWith('.js'));
const far = (html: string): string => `<div style="height: 9000px"></div>${html}`;
const scroll = (window: Window): void => window.scrollTo(0, 1e6);

describe('the script tag', () => {
  for (const [name, head, end] of [
    ['a module in the head', SCRIPT, ''],
    [
      'a classic async script in the head',
      `<script async src="${LOADER}" data-dataset="${DATA}"></script>`,
      '',
    ],
    [
      'a classic deferred script in the head',
      `<script defer src="${LOADER}" data-dataset="${DATA}"></script>`,
      '',
    ],
    [
      'a classic script in the head that stops the parser',
      `<script src="${LOADER}" data-dataset="${DATA}"></script>`,
      '',
    ],
    ['a module at the end', '', SCRIPT],
    [
      'a classic async script at the end',
      '',
      `<script async src="${LOADER}" data-dataset="${DATA}"></script>`,
    ],
    ['a classic script at the end', '', `<script src="${LOADER}" data-dataset="${DATA}"></script>`],
  ] as const)
    it(`works as ${name}`, async () => {
      const window = await open(page(`<h1>Post</h1>${CARD}${end}`, head));
      await shown(window);
      expect(card(window)?.querySelector('p')?.textContent).to.equal('My words');
    });

  it('works on a page of three lines', async () => {
    const window = await open(
      `<script type="module" src="${LOADER}" data-dataset="${DATA}"></script>\n<event-card event="zakopane-1939-12"></event-card>\n<contested-claim claim="krakow-1940-03-purpose"></contested-claim>`,
    );
    await shown(window);
    await until(() => /Contested/.test(said(card(window, 'contested-claim'))));
  });

  it('works from another origin, as a module and as a classic script', async function () {
    const other = new URL(location.href);
    other.hostname = other.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const reachable = await fetch(new URL(LOADER, other)).catch(() => undefined);
    if (!reachable?.ok) this.skip();
    for (const kind of ['type="module"', 'async']) {
      const window = await open(
        page(
          CARD,
          `<script ${kind} src="${new URL(LOADER, other).href}" data-dataset="${new URL(DATA, other).href}"></script>`,
        ),
      );
      await shown(window);
      expect(files(window).length).to.be.greaterThan(0);
    }
  });

  it('works under a base address that points elsewhere', async () => {
    for (const script of [SCRIPT, SCRIPT.replace('type="module"', 'async')]) {
      const window = await open(
        page(
          CARD,
          `<base href="https://elsewhere.example.org/blog/">${script.replaceAll('"/site', `"${location.origin}/site`)}`,
        ),
      );
      await shown(window);
    }
  });

  it('reads a relative address of a dataset from the page’s base', async () => {
    const window = await open(
      page(
        CARD,
        `<base href="/site/dist/data/"><script type="module" src="${LOADER}" data-dataset="conferences.json"></script>`,
      ),
    );
    await shown(window);
  });

  it('loads just what the page has, each file once', async () => {
    const window = await open(page(CARD.repeat(3)));
    for (const nth of [0, 1, 2]) await shown(window, 'event-card', nth);
    const asked = files(window);
    expect(asked.filter((it, i) => asked.indexOf(it) !== i)).to.deep.equal([]);
    expect(
      asked.filter((it) => it.includes('/elements/')).map((it) => it.split('/').at(-1)),
    ).to.deep.equal(['event-card.js']);
  });

  it('loads nothing on a page without widgets, not even the dataset', async () => {
    const window = await open(page('<p>Just words</p>'));
    await rest(300);
    expect(files(window)).to.deep.equal([LOADER]);
    expect(
      window.performance
        .getEntriesByType('resource')
        .some(({ name }) => name.includes('conferences.json')),
    ).to.equal(false);
  });

  it('asks once for the dataset of all widgets of the page', async () => {
    const key = fresh();
    const widgets = `${CARD}${CARD}<contested-claim claim="katyn-link"></contested-claim><p><source-cite source="rees-2008"></source-cite></p><source-list></source-list>`;
    const window = await open(
      page(widgets, SCRIPT.replace(DATA, `/trouble/counting?key=${key}&ms=60`)),
    );
    await shown(window, 'event-card', 1);
    await until(() => /Rees/.test(said(card(window, 'source-list'))));
    expect((await asked(key)).count).to.equal(1);
  });

  it('asks for the dataset before the code has come that reads it, and for none that nothing reads', async () => {
    const key = fresh();
    const text = await (await fetch(LOADER)).text();
    // Here it finds no other file of ours.
    const inline = `<script data-dataset="/trouble/counting?key=${key}">${text}</script>`;
    await open(page('Just words', inline));
    await rest(300);
    expect((await asked(key)).count).to.equal(0);
    const window = await open(page(CARD, inline));
    await until(async () => (await asked(key)).count === 1);
    expect(card(window)?.textContent).to.equal('My words');
  });

  it('asks again where the first answer broke off, and says what is wrong', async () => {
    const window = await open(page(CARD, SCRIPT.replace(DATA, '/trouble/abort')));
    await until(() => /could not be loaded: it broke off/.test(said(card(window))));
    expect(card(window)?.querySelector('p')?.textContent).to.equal('My words');
    const key = fresh();
    const other = await open(page(CARD, SCRIPT.replace(DATA, `/trouble/404?key=${key}`)));
    await until(() => /the server answered 404/.test(said(card(other))));
    expect((await asked(key)).count).to.equal(1);
    card(other)?.shadowRoot?.querySelector<HTMLElement>('button')?.click();
    await until(async () => (await asked(key)).count === 2);
  });

  it('loads an element when it comes near, and not before', async () => {
    const window = await open(
      page(`${CARD}${far('<contested-claim claim="katyn-link">Mine</contested-claim>')}`),
    );
    await shown(window);
    await rest(200);
    expect(files(window).some((it) => it.includes('contested-claim'))).to.equal(false);
    scroll(window);
    await until(() => /Katyn/i.test(said(card(window, 'contested-claim'))));
  });

  it('loads an element inside something closed when it is opened', async () => {
    const window = await open(page(`<details><summary>More</summary>${CARD}</details>`));
    await rest(300);
    expect(files(window).some((it) => it.includes('event-card'))).to.equal(false);
    (window.document.querySelector('details') as HTMLDetailsElement).open = true;
    await shown(window);
  });

  it('finds widgets that are added later, alone or inside others', async () => {
    const window = await open(page('<main></main>'));
    const main = window.document.querySelector('main') as HTMLElement;
    await rest(100);
    main.insertAdjacentHTML('beforeend', CARD);
    await shown(window);
    main.replaceChildren();
    main.insertAdjacentHTML('beforeend', `<section><div>${CARD}</div></section>`);
    await shown(window);
    main.replaceChildren();
    main.insertAdjacentHTML(
      'beforeend',
      '<section><div data-attested="event-card" data-event="zakopane-1939-12"></div></section>',
    );
    await shown(window, '[data-attested] > *');
  });

  it('finds widgets that are taken out and put back', async () => {
    const window = await open(page(far(CARD)));
    const element = card(window) as Element;
    await rest(100);
    element.remove();
    await rest(50);
    window.document.body.prepend(element);
    await shown(window);
  });

  it('loads everything for print', async () => {
    const window = await open(
      page(far(`${CARD}<div data-attested="contested-claim" data-claim="katyn-link">Mine</div>`)),
    );
    await rest(200);
    expect(files(window).some((it) => it.includes('/elements/'))).to.equal(false);
    window.dispatchEvent(new Event('beforeprint'));
    await shown(window);
    await until(() => /Katyn/i.test(said(window.document.querySelector('[data-attested] > *'))));
    window.dispatchEvent(new Event('beforeprint'));
    scroll(window);
    await rest(200);
    expect(window.document.querySelectorAll('contested-claim').length).to.equal(1);
  });

  it('says where the portable form names no element, and leaves what is there', async () => {
    const window = await open(
      page(`<div data-attested="event-crad" data-event="zakopane-1939-12">Mine</div>${CARD}`),
    );
    await shown(window);
    const host = window.document.querySelector('[data-attested]') as HTMLElement;
    await until(() => host.dataset.attestedError);
    expect(host.dataset.attestedError).to.match(/no element “event-crad”.*nearest is “event-card”/);
    expect(host.textContent).to.equal('Mine');
  });

  it('loads the citations further down for a list of sources that is in sight', async () => {
    const window = await open(
      page(
        `<source-list></source-list>${far('<p>Words<source-cite source="rees-2008"></source-cite></p>')}`,
      ),
    );
    await until(() => /Rees/.test(said(card(window, 'source-list'))));
  });

  it('loads a list of sources from wherever it is, so that no card folds under its reader', async () => {
    const window = await open(page(`${CARD}${far('<source-list></source-list>')}`));
    await shown(window);
    await until(
      () => card(window)?.shadowRoot?.querySelector('details')?.open === false,
      'the card’s sources are folded before anybody scrolls',
    );
  });

  it('tells where no dataset is named, and keeps what the page wrote', async () => {
    const window = await open(page(CARD, `<script type="module" src="${LOADER}"></script>`));
    await until(() => /no dataset: give it src/.test(said(card(window))));
    expect(card(window)?.querySelector('p')?.getClientRects().length).to.equal(1);
  });

  it('reads the dataset that stands in the page', async () => {
    const json = JSON.stringify({
      title: 'T',
      language: 'en',
      licence: 'CC0',
      editors: [],
      version: '1',
      modified: '2026-01-01',
      kinds: {},
      claims: {},
      sources: {},
      people: {},
      organisations: {},
      places: {},
      events: {
        a: {
          title: 'Inline',
          kind: 'x',
          dates: [{ edtf: '1939', unsourced: true }],
          occurrence: { status: 'reported', reason: 'R', unsourced: true },
        },
      },
    });
    for (const kind of ['type="module"', 'async', '']) {
      const window = await open(
        page(
          `<history-dataset><event-card event="a">mine</event-card><script type="application/json">${json}</script></history-dataset>`,
          `<script ${kind} src="${LOADER}"></script>`,
        ),
      );
      await until(() => /Inline/.test(said(card(window))), `${kind}: ${said(card(window))}`);
    }
  });
});

describe('the data-attribute form', () => {
  const form = (attributes: string, inside = 'Mine', tag = 'div'): string =>
    `<${tag} data-attested="event-card" ${attributes}>${inside}</${tag}>`;

  for (const tag of ['div', 'span', 'a', 'blockquote', 'section'])
    it(`becomes the element inside a ${tag}`, async () => {
      const window = await open(
        page(form('data-event="zakopane-1939-12" class="mine"', '<b>Mine</b>', tag)),
      );
      await shown(window, '[data-attested] > event-card');
      const host = window.document.querySelector('[data-attested]') as Element;
      expect(host.localName).to.equal(tag);
      expect(host.className).to.equal('mine');
      expect(host.querySelector('event-card > b')?.textContent).to.equal('Mine');
    });

  it('takes every attribute that the element has', async () => {
    const window = await open(
      page(
        `<p lang="en">Words<span data-attested="source-cite" data-source="rees-2008" data-locator="p. 54" data-lang="pl" data-prefix="por."></span></p><div data-attested="event-card" data-event="zakopane-1939-12" data-heading-level="2" data-lang="pl"></div>`,
      ),
    );
    await until(
      () => /\[por\. 1, p\. 54\]/.test(said(card(window, 'source-cite'))),
      said(card(window, 'source-cite')),
    );
    await until(() => /grudnia/.test(said(card(window))));
    expect(
      card(window)?.shadowRoot?.querySelector('[part=title]')?.getAttribute('aria-level'),
    ).to.equal('2');
  });

  it('takes no attribute that could run a script or restyle the page', async () => {
    const window = await open(
      page(
        form(
          'data-event="zakopane-1939-12" data-onclick="window.ran=1" data-onfocus="window.ran=1" data-tabindex="0" data-style="position:fixed" data-id="x" data-class="y" data-srcdoc="z"',
        ),
      ),
    );
    await shown(window, '[data-attested] > event-card');
    expect(card(window)?.getAttributeNames()).to.have.members(['event']);
    (card(window) as HTMLElement).click();
    expect((window as unknown as { ran?: number }).ran).to.equal(undefined);
  });

  it('nests: a dataset around its widgets', async () => {
    const window = await open(
      page(
        `<div data-attested="history-dataset" data-src="${DATA}"><p>Words<span data-attested="source-cite" data-source="rees-2008"></span></p>${form('data-event="zakopane-1939-12"')}</div>`,
        `<script type="module" src="${LOADER}"></script>`,
      ),
    );
    await shown(window);
    await until(() => /\[1\]/.test(said(card(window, 'source-cite'))));
    expect(window.document.querySelectorAll('event-card').length).to.equal(1);
    expect(window.document.querySelectorAll('history-dataset').length).to.equal(1);
  });

  it('is left alone where it names no element of ours', async () => {
    const window = await open(
      page(
        `<div data-attested="something-else" data-event="a">Mine</div><div data-attested="">Mine</div><div data-attested="constructor">Mine</div>${CARD}`,
      ),
    );
    await shown(window);
    for (const it of window.document.querySelectorAll('[data-attested]'))
      expect(it.innerHTML).to.equal('Mine');
  });
});

describe('in company', () => {
  it('two copies of the loader make one of each widget and one request', async () => {
    const key = fresh();
    const data = `/trouble/counting?key=${key}&ms=60`;
    for (const kinds of [
      ['type="module"', 'type="module"'],
      ['async', 'type="module"'],
      ['', ''],
    ]) {
      const before = (await asked(key)).count;
      const scripts = ['/site', '/other']
        .map(
          (place, i) =>
            `<script ${kinds[i]} src="${place}/dist/attested.js" data-dataset="${data}"></script>`,
        )
        .join('');
      const window = await open(
        page(
          `${CARD}<div data-attested="event-card" data-event="zakopane-1939-12">Mine</div>${scripts}`,
          '',
        ),
      );
      await shown(window);
      await shown(window, '[data-attested] > event-card');
      await rest(100);
      expect(window.document.querySelectorAll('event-card').length).to.equal(2);
      expect((await asked(key)).count - before).to.equal(1);
    }
  });

  it('two copies of an element, imported by hand, share the name and the dataset', async () => {
    const key = fresh();
    const data = `/trouble/counting?key=${key}&ms=60`;
    const imports = ['/site', '/other']
      .map((place) => `<script type="module" src="${place}/dist/elements/event-card.js"></script>`)
      .join('');
    const window = await open(
      page(
        `<event-card event="zakopane-1939-12" src="${data}"></event-card><script type="module">import { define } from '/other/dist/elements/event-card.js'; document.body.append(Object.assign(document.createElement(define('other-card')), { event: 'zakopane-1939-12', src: '${data}' }))</script>`,
        imports,
      ),
    );
    await shown(window);
    await shown(window, 'other-card');
    expect((await asked(key)).count).to.equal(1);
  });

  it('a page keeps its own <event-card>, and ours comes under another name', async () => {
    const own = `<script>customElements.define('event-card', class extends HTMLElement { connectedCallback() { this.own = true } })</script>`;
    const errors =
      '<script>addEventListener("error", () => (window.failed = true)); addEventListener("unhandledrejection", () => (window.failed = true))</script>';
    const window = await open(
      page(
        `${CARD}<div data-attested="event-card" data-event="zakopane-1939-12">Mine</div><contested-claim claim="katyn-link"></contested-claim>`,
        errors + own + SCRIPT,
      ),
    );
    await shown(window, '[data-attested] > attested-event-card');
    await until(() => /Katyn/i.test(said(card(window, 'contested-claim'))));
    const theirs = card(window) as Element & { own?: boolean };
    expect(theirs.own).to.equal(true);
    expect(theirs.shadowRoot === null).to.equal(true);
    expect(words(theirs)).to.equal('My words');
    expect((window as unknown as { failed?: boolean }).failed).to.equal(undefined);
  });

  it('an element can be defined under other names', async () => {
    const window = await open(
      page(
        `<history-card event="zakopane-1939-12" src="${DATA}"></history-card><third-card event="zakopane-1939-12" src="${DATA}"></third-card><script type="module">import { define } from '/site/dist/elements/event-card.js'; window.names = [define('history-card'), define('third-card'), define('history-card')]</script>`,
        '',
      ),
    );
    await shown(window, 'history-card');
    await shown(window, 'third-card');
    expect((window as unknown as { names: string[] }).names).to.deep.equal([
      'history-card',
      'third-card',
      'history-card',
    ]);
  });
});

describe('when things go wrong', () => {
  const watch =
    '<script>window.failures = []; for (const type of ["error", "unhandledrejection"]) addEventListener(type, (event) => failures.push(String(event.message ?? event.reason)))</script>';
  const failures = (window: Window): string[] =>
    (window as unknown as { failures: string[] }).failures;

  it('an element’s file that cannot be loaded leaves the page as it was written', async () => {
    for (const kind of ['type="module"', 'async']) {
      const window = await open(
        page(
          `${CARD}<div data-attested="event-card" data-event="zakopane-1939-12"><b>Mine</b></div>`,
          `${watch}<script ${kind} src="/torn/dist/attested.js" data-dataset="${DATA}"></script>`,
        ),
      );
      await until(
        () =>
          files(window).some((it) => it.includes('/torn/dist/elements/')) ||
          window.performance.getEntriesByType('resource').some(({ name }) => name.includes('torn')),
      );
      await rest(300);
      expect(words(window.document.body)).to.contain('My words').and.to.contain('Mine');
      expect(card(window)?.querySelector('p')?.getClientRects().length).to.equal(1);
      expect(window.document.querySelector('[data-attested]')?.innerHTML).to.equal('<b>Mine</b>');
      expect(failures(window)).to.deep.equal([]);
    }
  });

  it('a dataset that cannot be loaded is told in every widget', async () => {
    const window = await open(
      page(
        `${CARD}<contested-claim claim="a">Mine</contested-claim><p>Words<source-cite source="a">(A)</source-cite></p>`,
        watch + SCRIPT.replace(DATA, '/trouble/404'),
      ),
    );
    for (const tag of ['event-card', 'contested-claim', 'source-cite'])
      await until(() => /404/.test(said(card(window, tag))));
    expect(failures(window)).to.deep.equal([]);
  });

  it('a page whose widgets leave at once is left in peace', async () => {
    const window = await open(page(CARD.repeat(5), watch + SCRIPT));
    for (const it of [...window.document.querySelectorAll('event-card')]) it.remove();
    await rest(300);
    expect(failures(window)).to.deep.equal([]);
    window.document.body.insertAdjacentHTML('beforeend', CARD);
    await shown(window);
  });

  it('a page in quirks mode shows the same', async () => {
    const window = await open(`<title>Old</title>${SCRIPT}<table><tr><td>${CARD}</table>`);
    expect(window.document.compatMode).to.equal('BackCompat');
    await shown(window);
  });
});
