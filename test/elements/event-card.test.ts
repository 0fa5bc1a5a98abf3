import { expect } from '@open-wc/testing';
import '../../src/elements/event-card/define.js';
import { compile } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { sample } from '../dataset/sample.js';
import { conferences, DATASET, english, put, rest, said, served, until, words } from '../page.js';

const card = (event: string, attributes = `src="${DATASET}"`, inside = ''): HTMLElement =>
  put(`<event-card event="${event}" ${attributes}>${inside}</event-card>`);
const shown = (element: Element): Promise<ShadowRoot> =>
  until(() => element.shadowRoot?.querySelector('article') && element.shadowRoot);
const part = (element: Element, name: string): string =>
  words(element.shadowRoot?.querySelector(`[part=${name}]`));

describe('<event-card>', () => {
  it('says what, when in words, where then and now, whether, who and on whose word, what is disputed, and the sources', async () => {
    const data = sample();
    Object.assign(data.events['lwow-1939-10'] as object, {
      names: [{ text: 'First conference' }],
      note: 'A note.',
    });
    const element = card('lwow-1939-10', `src="${served(data)}"`);
    await shown(element);
    expect(part(element, 'kind')).to.equal('Meeting');
    expect(part(element, 'title')).to.equal('Meeting at Lwów');
    expect(part(element, 'date')).to.match(/^October 1939/);
    expect(said(element)).to.match(/Also dated: November 1939 \(no source given\)/);
    expect(part(element, 'places')).to.match(/Lviv, Hotel.*then Lwów.*Soviet Union.*now Ukraine/);
    expect(part(element, 'occurrence')).to.match(/Unconfirmed.*One source \[/);
    expect(part(element, 'participants')).to.match(
      /According to Paper.*Jan Kowal.*Colonel.*The Office.*was not there/,
    );
    expect(part(element, 'claims')).to.match(/Contested They met\./);
    expect(part(element, 'summary')).to.equal('They met.');
    expect(said(element)).to.match(/Part of: Winter/);
    expect(said(element)).to.match(/Also known as: First conference/);
    expect(said(element)).to.contain('A note.');
    expect(element.shadowRoot?.querySelector('img')?.alt).to.equal('A hall');
    expect(said(element)).to.contain('Somebody');
    const sources = part(element, 'sources');
    for (const phrase of ['Kowal, Jan. Wspomnienia', 'Memories', 'p. 54', 'read in', 'Paper'])
      expect(sources).to.contain(phrase);
  });

  it('says of each event of the dataset its title, date, status and every source it cites', async () => {
    const data = await conferences();
    for (const [id, event] of Object.entries(data.events)) {
      const element = card(id);
      const root = await shown(element);
      const text = said(element);
      expect(text).to.contain(english(event.title));
      expect(text).to.contain(event.dates[0]?.words.en);
      const numbers = [...root.querySelectorAll('.mark [data-source]')].map(
        (it) => (it as HTMLElement).dataset.source,
      );
      const entries = [...root.querySelectorAll('[data-entry]')].map(
        (it) => (it as HTMLElement).dataset.entry,
      );
      expect(new Set(entries), id).to.deep.equal(new Set(numbers));
      expect(entries.length, id).to.equal(new Set(entries).size);
      expect(text, id).not.to.match(/undefined|null|\[object|NaN/);
      element.remove();
    }
  });

  it('shows the status by a shape and a word', async () => {
    const element = card('zakopane-1939-12');
    const root = await shown(element);
    const status = root.querySelector('[part=occurrence] [part=status]') as Element;
    expect(words(status)).to.match(/^\S Reported$/);
    expect(status.querySelector('[aria-hidden=true]')?.textContent).to.equal('○');
  });

  it('keeps what the page wrote until it can show the event', async () => {
    const element = card('zakopane-1939-12', `src="/trouble/slow?ms=300"`, '<p>My own words</p>');
    await rest(100);
    const own = element.querySelector('p') as Element;
    expect(own.getClientRects().length).to.equal(1);
    const root = await shown(element);
    expect(root.querySelector('slot') === null).to.equal(true);
    expect(own.getClientRects().length).to.equal(0);
    expect(element.innerHTML).to.equal('<p>My own words</p>');
  });

  for (const [id, sentence] of [
    [
      'zakopane-1939-21',
      /There is no event “zakopane-1939-21” in http.*conferences\.json.*The nearest is “zakopane-1939-12”/,
    ],
    ['ZAKOPANE-1939-12', /There is no event “ZAKOPANE-1939-12”.*The nearest is “zakopane-1939-12”/],
    ['__proto__', /There is no event “__proto__”/],
    ['constructor', /There is no event “constructor”/],
    ['toString', /There is no event “toString”/],
    ['qqqqqqqqqqqqqqqqqqqqqqqqq', /There is no event “q+”/],
    ['', /the attribute “event” is missing/],
  ] as const)
    it(`says that there is no event “${id}”, and keeps what the page wrote`, async () => {
      const heard: string[] = [];
      const element = put('<div></div>');
      element.addEventListener('attested-error', (event) => heard.push(event.message));
      element.innerHTML = `<event-card event="${id}" src="${DATASET}">mine</event-card>`;
      const inside = element.firstElementChild as Element;
      await until(() => sentence.test(said(inside)), `${said(inside)} says ${sentence}`);
      expect(inside.shadowRoot?.querySelector('slot')?.assignedNodes().length).to.equal(1);
      expect(inside.shadowRoot?.querySelector('[part=error]')).to.be.ok;
      await rest(60);
      expect(heard.length).to.equal(1);
      expect(heard[0]).to.match(sentence);
      inside.setAttribute('event', 'zakopane-1939-12');
      await shown(inside);
      expect(inside.shadowRoot?.querySelector('[part=error]') === null).to.equal(true);
    });

  it('shows another event when its attribute or property changes', async () => {
    const element = card('zakopane-1939-12') as HTMLElement & { event: string };
    await shown(element);
    element.setAttribute('event', 'krakow-1940-03');
    await until(() => /Kraków/.test(part(element, 'title')));
    element.event = 'zakopane-1940-02';
    await until(() => /Zakopane/.test(part(element, 'title')));
    expect(element.getAttribute('event')).to.equal('zakopane-1940-02');
  });

  it('tells once that it is ready', async () => {
    let ready = 0;
    const holder = put('<div></div>');
    holder.addEventListener('attested-ready', (event) => {
      ready++;
      expect(event.composed).to.equal(true);
    });
    holder.innerHTML = `<event-card event="zakopane-1939-12" src="${DATASET}"></event-card>`;
    await shown(holder.firstElementChild as Element);
    holder.firstElementChild?.setAttribute('event', 'krakow-1940-03');
    await rest(60);
    expect(ready).to.equal(1);
  });

  it('takes the level of its headings from the page', async () => {
    for (const [attribute, levels] of [
      ['', [3, 4]],
      ['heading-level="1"', [1, 2]],
      ['heading-level="6"', [6, 6]],
      ['heading-level="0"', [1, 2]],
      ['heading-level="9"', [6, 6]],
      ['heading-level="2.4"', [2, 3]],
      ['heading-level="nonsense"', [3, 4]],
    ] as const) {
      const root = await shown(card('zakopane-1939-12', `src="${DATASET}" ${attribute}`));
      const level = (selector: string): number =>
        Number(root.querySelector(selector)?.getAttribute('aria-level'));
      expect([level('[part=title]'), level('[part=heading]')]).to.deep.equal(levels);
    }
  });

  describe('to a reader of another language', () => {
    it('says dates and its own words in Polish, from the card’s lang or that of the page around it', async () => {
      for (const html of [
        `<event-card lang="pl" event="zakopane-1939-12" src="${DATASET}"></event-card>`,
        `<div lang="pl"><event-card event="zakopane-1939-12" src="${DATASET}"></event-card></div>`,
        `<div lang="pl-PL"><event-card event="zakopane-1939-12" src="${DATASET}"></event-card></div>`,
      ]) {
        const holder = put(`<div>${html}</div>`);
        const element = holder.querySelector('event-card') as Element;
        await until(
          () => /8–9 grudnia 1939/.test(part(element, 'date')),
          `${part(element, 'date')} is in Polish`,
        );
        expect(part(element, 'title')).to.equal('Konferencja w Zakopanem, grudzień 1939');
      }
    });

    it('marks what it has in English alone as English', async () => {
      const element = card('winter', `lang="pl" src="${served(sample())}"`);
      await until(() => element.shadowRoot?.querySelector('[part=title] [lang=en]'));
    });

    it('takes the text in that language where the dataset has one', async () => {
      const element = card('lwow-1939-10', `lang="pl" src="${served(sample())}"`);
      await until(() => part(element, 'title') === 'Spotkanie we Lwowie');
      expect(element.shadowRoot?.querySelector('[part=title] [lang]') === null).to.equal(true);
      expect(part(element, 'summary')).to.match(/^Spotkali się/);
      expect(part(element, 'date')).to.match(/^październik 1939/i);
    });

    for (const lang of [
      'en_US',
      'english',
      'x',
      '*',
      'constructor',
      '__proto__',
      'pl-',
      '',
      'EN',
      'tlh',
      'he',
      'zh-Hant-TW',
    ])
      it(`shows the card under lang="${lang}"`, async () => {
        const element = card('zakopane-1939-12', `lang="${lang}" src="${DATASET}"`);
        const root = await shown(element);
        // Its words and dates are loaded for it.
        await rest(300);
        expect(part(element, 'title')).to.match(/Zakopane, December 1939/);
        expect(part(element, 'date')).to.match(/1939/);
        expect(root.querySelector('[part=error]') === null).to.equal(true);
        expect(said(element)).not.to.match(/undefined|\[object/);
      });
  });

  it('takes a dataset’s unknown kinds, people, places and sources as they are written', async () => {
    const data = compile(sample());
    const event = data.events['lwow-1939-10'] as CompiledDataset['events'][string];
    event.kind = 'constructor';
    event.partOf = 'toString';
    event.claims = ['valueOf', 'first'];
    (event.places?.[0] as { place: string }).place = 'hasOwnProperty';
    event.occurrence.cites = [{ source: 'constructor', via: 'toString' }, { source: 'nowhere' }];
    const element = card('lwow-1939-10', `src="${served(data)}"`);
    const root = await shown(element);
    expect(part(element, 'kind')).to.equal('constructor');
    expect(said(element)).not.to.match(/undefined|native code|\[object/);
    expect(said(element)).to.contain('unknown source “nowhere”');
    expect(said(element)).to.contain('unknown source “constructor”');
    expect(root.querySelector('[part=error]') === null).to.equal(true);
  });

  it('fits a page 320 pixels wide', async () => {
    const data = await conferences();
    for (const id of Object.keys(data.events)) {
      const holder = put(
        `<div style="width: 320px; overflow: auto"><event-card event="${id}" src="${DATASET}"></event-card></div>`,
      );
      await shown(holder.firstElementChild as Element);
      expect(holder.scrollWidth, id).to.be.at.most(320);
      holder.remove();
    }
  });

  it('answers when its event is chosen in another widget, unless the page objects', async () => {
    const element = card('zakopane-1939-12');
    await shown(element);
    const { AttestedSelectEvent } = await import('../../src/ui/select.js');
    const choose = (id: string): boolean =>
      document.body.dispatchEvent(
        new AttestedSelectEvent({
          type: 'event',
          id,
          dataset: new URL(DATASET, location.href).href,
        }),
      );
    choose('zakopane-1939-12');
    expect(element.hasAttribute('selected')).to.equal(true);
    choose('krakow-1940-03');
    expect(element.hasAttribute('selected')).to.equal(false);
    const object = (event: Event): void => event.preventDefault();
    document.body.addEventListener('attested-select', object);
    choose('zakopane-1939-12');
    document.body.removeEventListener('attested-select', object);
    expect(element.hasAttribute('selected')).to.equal(false);
  });
});
