import { expect } from '@open-wc/testing';
import '../../src/elements/person-card/define.js';
import { compile } from '../../src/dataset/compile.js';
import { renderStatic } from '../../src/elements/static.js';
import { sample } from '../dataset/sample.js';
import { conferences, DATASET, put, said, served, until, words } from '../page.js';

const card = (attributes: string, src = DATASET): HTMLElement =>
  put(`<person-card ${attributes} src="${src}">Mine</person-card>`);
const shown = (element: Element): Promise<ShadowRoot> =>
  until(() => element.shadowRoot?.querySelector('article') && element.shadowRoot);
const part = (root: ParentNode, name: string): string =>
  words(root.querySelector(`[part~=${name}]`));

/** The sample with more said of its one person. */
function known(): ReturnType<typeof sample> {
  const data = sample();
  Object.assign(data.people?.kowal as object, {
    names: [
      { text: 'Jan Kowal', language: 'pl' },
      { text: 'Ян Коваль', language: 'uk', when: '1945/1950' },
      { text: 'يان كوفال', language: 'ar' },
    ],
    wikidata: 'Q42',
    gnd: '118540238',
    viaf: 'javascript:alert(1)',
    note: 'Born at Lwów [@memoir, p. 1].',
  });
  data.events['lwow-1939-10']?.participants?.push({
    who: 'kowal',
    stance: 'disputes',
    note: 'He was in Paris.',
    citations: [{ source: 'article', locator: '9' }],
  });
  return data;
}

describe('<person-card>', () => {
  it('says who, as what and when, where they are said to have been and by whom, and what is claimed', async () => {
    const element = card('person="kowal"', served(known()));
    const root = await shown(element);
    expect(part(root, 'kind')).to.equal('Person');
    expect(part(root, 'title')).to.equal('Jan Kowal');
    expect(part(root, 'roles')).to.match(
      /Colonel, The Office, 1938 – 1945|Colonel, The Office, .*1938.*1945/,
    );
    expect(part(root, 'roles')).to.match(/\[\d, p\. 5\]/);
    expect(part(root, 'remark')).to.contain('Born at Lwów');
    expect(part(root, 'events')).to.match(/Meeting at Lwów, October 1939/);
    expect(part(root, 'claims')).to.match(/Contested They met\./);
    expect(part(root, 'positions')).to.match(/\+ Supports it, as an eyewitness: They met\./);
    expect(said(element)).not.to.match(/undefined|null|\[object|NaN/);
    const sections = [...root.querySelectorAll('[part=heading]')].map((it) => words(it));
    expect(sections).to.deep.equal([
      'Roles, and on whose word',
      'Events, and who says so',
      'Claims',
      'Positions taken',
      'Sources',
    ]);
  });

  it('gives each voice on a presence by itself, and says that they differ', async () => {
    const root = await shown(card('person="kowal"', served(known())));
    const voices = [...root.querySelectorAll('[part=voices] li')].map((it) => words(it));
    expect(voices[0]).to.match(/^According to Paper.*\[\d, p\. 3\]: was there \(Colonel\)$/);
    expect(voices[1]).to.match(
      /^According to Historian 1999.*: was not there \(He was in Paris\.\)$/,
    );
    expect(part(root, 'events')).to.contain('◈ Disputed');
    // One voice alone is not a dispute.
    const alone = await shown(card('person="kowal"', served(sample())));
    expect(part(alone, 'events')).not.to.contain('Disputed');
  });

  it('gives names in their languages and scripts, with direction and period', async () => {
    const root = await shown(card('person="kowal"', served(known())));
    const names = [...root.querySelectorAll<HTMLElement>('[part=names] > bdi')];
    expect(names.map((it) => [it.lang, words(it)])).to.deep.equal([
      ['uk', 'Ян Коваль'],
      ['ar', 'يان كوفال'],
    ]);
    expect(part(root, 'names')).to.match(
      /Ян Коваль \(Ukrainian; 1945.*1950\), يان كوفال \(Arabic\)/,
    );
    expect(getComputedStyle(names[1] as Element).direction).to.equal('rtl');
    expect(getComputedStyle(names[0] as Element).direction).to.equal('ltr');
  });

  it('leads to the registers that know them, and never to what is no id', async () => {
    const root = await shown(card('person="kowal"', served(known())));
    const links = [...root.querySelectorAll<HTMLAnchorElement>('[part=aside] a')].map(
      (it) => it.href,
    );
    expect(links).to.deep.equal([
      'https://www.wikidata.org/wiki/Q42',
      'https://d-nb.info/gnd/118540238',
    ]);
    expect(part(root, 'aside')).to.contain('VIAF javascript:alert(1)');
  });

  it('shows an organisation with its people and what they were', async () => {
    const data = known();
    Object.assign(data.organisations?.office as object, { description: 'A ministry' });
    const root = await shown(card('organisation="office"', served(data)));
    expect(part(root, 'kind')).to.equal('Organisation');
    expect(part(root, 'description')).to.match(/^A ministry, 1919.*1945$/);
    expect(part(root, 'people')).to.match(/Jan Kowal, Colonel, .*1938.*1945/);
    expect(part(root, 'events')).to.match(/According to Paper.*: was not there/);
    // One voice alone is not a dispute.
    expect(part(root, 'events')).not.to.contain('Disputed');
    expect(part(root, 'positions')).to.match(/− Disputes it, from documents: They met\./);
  });

  it('shows every person and organisation of the dataset, with their events and in the static form alike', async () => {
    const data = await conferences();
    for (const [type, map] of [
      ['person', data.people],
      ['organisation', data.organisations],
    ] as const)
      for (const id of Object.keys(map)) {
        const root = await shown(card(`${type}="${id}"`));
        const text = words(root);
        expect(text, id).not.to.match(/undefined|null|\[object|NaN/);
        const events = Object.values(data.events).filter((it) =>
          it.participants?.some(({ who, type: of }) => of === type && who === id),
        );
        expect(root.querySelectorAll('[part=voices]').length, id).to.equal(events.length);
        const still = put(`<div>${renderStatic(data, 'person-card', { [type]: id })}</div>`);
        // Nobody is there to answer its button.
        expect(words(still), id).to.equal(text.replace(/ ?Cite or export$/, ''));
        expect(!still.querySelector('a[data-record]'), id).to.equal(true);
        root.host.remove();
        still.remove();
      }
  });

  it('shows corrections of what sources say of them, with who is corrected and by what', async () => {
    const data = known();
    Object.assign(data.errata?.['slip'] as object, { about: ['kowal'] });
    const src = served(data);
    const root = await shown(card('person="kowal"', src));
    const remark = part(root, 'remark');
    expect(remark).to.match(
      /Born at Lwów.*According to A page \[\d\]: Wrong year\. Correction: Right year \[\d\]\.$/,
    );
    expect(part(root, 'sources')).to.contain('Paper');
    const still = put(
      `<div>${renderStatic(compile(data), 'person-card', { person: 'kowal' })}</div>`,
    );
    expect(words(still)).to.contain(remark);
    // It is not about the office.
    const other = await shown(card('organisation="office"', src));
    expect(part(other, 'remark')).to.equal('');
  });

  it('keeps a person and an organisation of one id apart', async () => {
    const data = known();
    Object.assign(data.organisations as object, { kowal: { label: 'Kowal & Co.' } });
    const root = await shown(card('organisation="kowal"', served(data)));
    expect(part(root, 'title')).to.equal('Kowal & Co.');
    expect(!root.querySelector('[part=events], [part=positions]')).to.equal(true);
  });

  it('links every other record to its address', async () => {
    const root = await shown(card('person="kowal"', served(known())));
    const links = [...root.querySelectorAll('a[data-record]')].map((it) => it.getAttribute('href'));
    expect(links).to.deep.equal([
      '#organisation-office',
      '#event-lwow-1939-10',
      '#claim-first',
      '#claim-first',
    ]);
  });

  it('is marked when its person is chosen elsewhere, and marks what of it is', async () => {
    const src = served(known());
    const element = card('person="kowal"', src);
    const root = await shown(element);
    const choose = (type: string, id: string): void => {
      document.body.dispatchEvent(
        Object.assign(new Event('attested-select', { bubbles: true }), {
          detail: { type, id, dataset: src },
        }),
      );
    };
    choose('person', 'kowal');
    expect(element.hasAttribute('selected')).to.equal(true);
    choose('event', 'lwow-1939-10');
    expect(element.hasAttribute('selected')).to.equal(false);
    expect([...root.querySelectorAll('[aria-current=true]')].map((it) => words(it))).to.deep.equal([
      'Meeting at Lwów',
    ]);
    // An id of another type is another record.
    choose('organisation', 'kowal');
    expect(element.hasAttribute('selected')).to.equal(false);
  });

  it('says what is missing, with the nearest, and keeps what the page wrote', async () => {
    const element = card('person="bor-komorowsky"');
    await until(() => /There is no person.*The nearest is “bor-komorowski”/.test(said(element)));
    expect(element.textContent).to.equal('Mine');
    const other = card('organisation="nkwd"');
    await until(() => /There is no organisation.*The nearest is “nkvd”/.test(said(other)));
    const none = card('');
    await until(() => /the attribute “person” is missing/.test(said(none)));
  });
});
