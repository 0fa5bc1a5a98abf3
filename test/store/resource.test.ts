import { expect } from '@open-wc/testing';
import '../../src/elements/event-card/define.js';
import '../../src/elements/history-dataset/define.js';
import { compile } from '../../src/dataset/compile.js';
import { datasetAt } from '../../src/store/resource.js';
import { sample } from '../dataset/sample.js';
import { asked, conferences, DATASET, fresh, put, rest, said, served, until } from '../page.js';

const TITLE = /Zakopane, December 1939/;
const card = (src: string, inside = ''): HTMLElement =>
  put(`<event-card event="zakopane-1939-12" src="${src}">${inside}</event-card>`);
const shows = (element: Element): Promise<unknown> =>
  until(() => TITLE.test(said(element)), `the card shows its title: ${said(element)}`);

describe('a dataset on a page', () => {
  it('is asked for once by ten widgets', async () => {
    const key = fresh();
    const cards = Array.from({ length: 10 }, () => card(`/trouble/counting?key=${key}&ms=50`));
    await Promise.all(cards.map(shows));
    expect((await asked(key)).count).to.equal(1);
  });

  it('is asked for once, however its address is written', async () => {
    const key = fresh();
    const path = `/trouble/counting?key=${key}`;
    const cards = [
      card(path),
      card(new URL(path, location.href).href),
      card(`/trouble/../trouble/counting?key=${key}`),
    ];
    await Promise.all(cards.map(shows));
    expect((await asked(key)).count).to.equal(1);
  });

  it('is one object in memory for all', async () => {
    const address = `${DATASET}?${fresh()}`;
    await shows(card(address));
    expect(datasetAt(address)).to.equal(datasetAt(new URL(address, location.href).href));
    expect(datasetAt(address).data?.title).to.eql((await conferences()).title);
  });

  it('is asked for once by two copies of the library', async () => {
    const key = fresh();
    const src = `/trouble/counting?key=${key}&ms=50`;
    type Module = { define(tag: string): string };
    const [one, other] = (await Promise.all(
      ['/site/', '/other/'].map((place) => import(`${place}dist/elements/event-card.js`)),
    )) as [Module, Module];
    expect(one).not.to.equal(other);
    const tags = [one.define(`one-card-${key}`), other.define(`other-card-${key}`)];
    expect(customElements.get(tags[0] as string)).to.not.equal(
      customElements.get(tags[1] as string),
    );
    const cards = tags.map((tag) => put(`<${tag} event="zakopane-1939-12" src="${src}"></${tag}>`));
    await Promise.all([...cards, card(src)].map(shows));
    expect((await asked(key)).count).to.equal(1);
  });

  it('is given up when the last widget that wants it leaves', async () => {
    const key = fresh();
    const [one, other] = [card(`/trouble/silent?key=${key}`), card(`/trouble/silent?key=${key}`)];
    await until(async () => (await asked(key)).count === 1);
    one.remove();
    await rest();
    expect((await asked(key)).aborted).to.equal(0);
    other.remove();
    await until(async () => (await asked(key)).aborted === 1);
  });

  it('is asked for again by a widget that comes after it was given up', async () => {
    const key = fresh();
    const src = `/trouble/counting?key=${key}&ms=400`;
    const first = card(src);
    await until(async () => (await asked(key)).count === 1);
    first.remove();
    await rest(30);
    await shows(card(src));
    expect((await asked(key)).count).to.equal(2);
  });

  it('is not asked for again when a widget is moved', async () => {
    const key = fresh();
    const element = card(`/trouble/counting?key=${key}&ms=300`);
    await until(async () => (await asked(key)).count === 1);
    put('<section></section>').append(element);
    await shows(element);
    expect((await asked(key)).count).to.equal(1);
  });

  it('may begin with a byte order mark', async () => {
    await shows(card(served(`\uFEFF${JSON.stringify(await conferences())}`)));
  });

  it('may be the file as its authors write it', async () => {
    const element = put(`<event-card event="lwow-1939-10" src="${served(sample())}"></event-card>`);
    await until(() => said(element).includes('Meeting at Lwów'));
    const compiled = put(
      `<event-card event="lwow-1939-10" src="${served(compile(sample()))}"></event-card>`,
    );
    await until(() => said(compiled) === said(element));
  });

  it('changes with the attribute', async () => {
    const element = put(`<event-card event="lwow-1939-10" src="${served(sample())}"></event-card>`);
    await until(() => said(element).includes('Meeting at Lwów'));
    element.setAttribute(
      'src',
      served({
        ...sample(),
        events: { 'lwow-1939-10': { ...sample().events['lwow-1939-10'], title: 'Another' } },
      }),
    );
    await until(() => said(element).includes('Another'));
  });
});

describe('a dataset that cannot be had', () => {
  const troubles: [name: string, address: string, sentence: RegExp, retriable: boolean][] = [
    ['does not exist', '/trouble/404', /could not be loaded: the server answered 404/, true],
    ['has a broken server', '/trouble/500', /could not be loaded: the server answered 500/, true],
    [
      'cannot be reached',
      'http://localhost:1/data.json',
      /http:\/\/localhost:1\/data\.json could not be loaded: it could not be reached/,
      true,
    ],
    [
      'breaks off',
      '/trouble/abort',
      /could not be loaded: it (broke off|could not be reached)/,
      true,
    ],
    ['is malformed', '/trouble/broken.json', /broken\.json\S* is not valid JSON/, false],
    ['is empty', '/trouble/empty', /empty\S* is not valid JSON/, false],
    ['is a web page', '/trouble/html', /html\S* is a web page, not a dataset/, false],
    ['is a number', served('5'), /\S/, false],
    ['is null', served('null'), /\S/, false],
    ['is a list', served('[]'), /\S/, false],
    ['has no events', served('{}'), /events/, false],
    ['has an address that is none', 'http://[', /\S/, true],
  ];
  for (const [name, address, sentence, retriable] of troubles)
    it(`because it ${name} is told in words, and what the page wrote stays`, async () => {
      const errors: string[] = [];
      const hear = (event: HTMLElementEventMap['attested-error']): unknown =>
        errors.push(event.message);
      document.addEventListener('attested-error', hear);
      const element = card(
        `${address}${address.startsWith('/') ? `?${fresh()}` : ''}`,
        '<b>my words</b>',
      );
      try {
        const error = await until(() => element.shadowRoot?.querySelector('[part=error]'));
        expect(words(error)).to.match(sentence);
        expect(words(error)).not.to.match(/undefined|\[object|TypeError|Cannot read/);
        expect(!!error.querySelector('button')).to.equal(retriable);
        const [slot] = element.shadowRoot?.querySelectorAll('slot') ?? [];
        expect(slot?.assignedElements().map(({ textContent }) => textContent)).to.deep.equal([
          'my words',
        ]);
        expect(element.querySelector('b')?.getClientRects().length).to.equal(1);
        await until(() => errors.length);
        expect(errors).to.have.length(1);
        expect(words(error)).to.contain(errors[0]);
      } finally {
        document.removeEventListener('attested-error', hear);
      }
    });

  const words = (element: Element): string =>
    element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  it('can be asked for again by a button, which then shows it in every widget', async () => {
    const src = `/trouble/flaky?key=${fresh()}`;
    const [one, other] = [card(src, 'mine'), card(src)];
    const button = await until(() => one.shadowRoot?.querySelector('button'));
    expect(words(button)).to.equal('Try again');
    expect(other.shadowRoot?.querySelector('button')).to.be.ok;
    button.click();
    await Promise.all([shows(one), shows(other)]);
    expect(one.shadowRoot?.querySelector('[part=error], slot')).to.equal(null);
  });

  it('says so again where it fails again, and keeps the focus on its button', async () => {
    const key = fresh();
    const element = card(`/trouble/404?key=${key}`, 'mine');
    const button = await until(() => element.shadowRoot?.querySelector('button'));
    const alert = element.shadowRoot?.querySelector('[role=alert]') as Element;
    expect(words(alert)).to.match(/answered 404/);
    // What is said again is heard only if it was gone in between.
    const texts: string[] = [];
    const observer = new MutationObserver(() => texts.push(words(alert)));
    observer.observe(alert, { subtree: true, childList: true, characterData: true });
    button.focus();
    button.click();
    await until(async () => (await asked(key)).count === 2);
    await until(() => /answered 404/.test(texts.at(-1) ?? ''));
    observer.disconnect();
    expect(texts[0]).to.equal('Try again');
    expect(element.shadowRoot?.activeElement).to.equal(button);
    expect(button.isConnected).to.equal(true);
    expect(element.shadowRoot?.querySelector('slot')).to.be.ok;
  });

  it('is missed by an element that nobody gave one', async () => {
    const element = put('<event-card event="zakopane-1939-12">mine</event-card>');
    await until(() => /no dataset: give it src/.test(said(element)));
    element.setAttribute('src', DATASET);
    await shows(element);
  });
});
