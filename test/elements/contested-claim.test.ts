import { expect } from '@open-wc/testing';
import '../../src/elements/contested-claim/define.js';
import { sample } from '../dataset/sample.js';
import { conferences, DATASET, english, put, said, served, until, words } from '../page.js';

const claim = (id: string, src = DATASET, attributes = ''): HTMLElement =>
  put(`<contested-claim claim="${id}" src="${src}" ${attributes}></contested-claim>`);
const shown = (element: Element): Promise<ShadowRoot> =>
  until(() => element.shadowRoot?.querySelector('article') && element.shadowRoot);
const part = (root: ParentNode, name: string): string =>
  words(root.querySelector(`[part~=${name}]`));

describe('<contested-claim>', () => {
  it('puts the statement first, then what nobody disputes, then each voice, then what would settle it, then who weighed it and when', async () => {
    const data = sample();
    Object.assign(data.claims?.first as object, { undisputed: 'There was a town.' });
    const element = claim('first', served(data));
    const root = await shown(element);
    expect(part(root, 'title')).to.equal('They met.');
    const text = said(element);
    const order = [
      'They met.',
      'Contested',
      'Not disputed',
      'There was a town.',
      'Who says what',
      'B. Historian',
      'What would settle it',
      'The log.',
      'Assessment',
      'A memoir against a paper.',
      'E, reviewed',
      'About',
      'Sources',
    ].map((it) => text.indexOf(it));
    expect(order, text).not.to.contain(-1);
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    expect(text).to.match(/E, reviewed (1 January|January 1,) 2026/);
    expect(root.querySelector('time')?.getAttribute('datetime')).to.equal('2026-01-01');
  });

  it('says of each voice who, stance, basis, since when, what it says, from where, and how the words go', async () => {
    const root = await shown(claim('first', served(sample())));
    const positions = [...root.querySelectorAll('[part=position]')].map((it) => words(it));
    expect(positions).to.have.length(4);
    // Documents before the eyewitness before what only repeats.
    expect(positions[0]).to.match(
      /The Office.*Disputes it.*from documents.*since January 1940.*No\./,
    );
    expect(positions[1]).to.match(/B\. Historian.*Disputes it.*from documents/);
    expect(positions[2]).to.match(
      /Jan Kowal.*Supports it.*as an eyewitness.*I was there\..*Kowal 1951, p\. 54/,
    );
    expect(positions[2]).to.contain('Byłem tam.');
    expect(positions[2]).to.contain('translated by E');
    expect(positions[3]).to.match(/A page.*Reports it.*in a tertiary source/);
  });

  it('tells every stance and status by a word and a shape, never by a count', async () => {
    const root = await shown(claim('first', served(sample())));
    const shapes = [...root.querySelectorAll('[part=stance]')].map((it) => words(it));
    expect(shapes).to.deep.equal([
      '− Disputes it',
      '− Disputes it',
      '+ Supports it',
      '“ Reports it',
    ]);
    expect(part(root, 'status')).to.match(/^\S Contested$/);
    expect(root.querySelector('meter, progress, table') === null).to.equal(true);
    expect(part(root, 'evidence')).to.match(/\w/);
    expect(words(root)).not.to.match(/\d+ (voices|votes|positions|of \d)|%/);
  });

  it('is one column, so that no voice looks like half of the field', async () => {
    const holder = put(
      `<div style="width: 900px"><contested-claim claim="krakow-1940-03-purpose" src="${DATASET}"></contested-claim></div>`,
    );
    const root = await shown(holder.firstElementChild as Element);
    const lefts = new Set(
      [...root.querySelectorAll('[part=position]')].map((it) =>
        Math.round(it.getBoundingClientRect().left),
      ),
    );
    expect(lefts.size).to.equal(1);
  });

  it('shows every claim of the dataset with all its positions, their sources and where they were read', async () => {
    const data = await conferences();
    for (const [id, it] of Object.entries(data.claims)) {
      const element = claim(id);
      const root = await shown(element);
      expect(part(root, 'title')).to.equal(english(it.statement));
      expect(root.querySelectorAll('[part=position]').length, id).to.equal(it.positions.length);
      const text = said(element);
      expect(text, id).not.to.match(/undefined|null|\[object|NaN/);
      for (const { cites } of it.positions)
        for (const { source, via } of cites ?? []) {
          expect(text, id).to.contain(data.sources[source]?.short);
          if (via) expect(text, id).to.contain(`read in ${data.sources[via]?.short}`);
        }
      element.remove();
    }
  });

  it('gives each quotation its own language', async () => {
    const root = await shown(claim('first', served(sample())));
    const quotation = [...root.querySelectorAll('[part=position] [lang=pl]')].map((it) =>
      words(it),
    );
    expect(quotation.join()).to.contain('Byłem tam.');
  });

  it('says openly that a voice gives no source', async () => {
    const data = sample();
    (data.claims?.first as { positions: object[] }).positions.push({
      holder: { name: 'Rumour' },
      stance: 'supports',
      basis: 'unsourced',
      says: 'Yes.',
      unsourced: true,
    });
    const root = await shown(claim('first', served(data)));
    expect(words([...root.querySelectorAll('[part=position]')].at(-1))).to.match(
      /Rumour.*without a source.*no source given/,
    );
  });

  for (const [id, sentence] of [
    [
      'krakow-1940-03-purposes',
      /There is no claim “krakow-1940-03-purposes”.*The nearest is “krakow-1940-03-purpose”/,
    ],
    ['__proto__', /There is no claim “__proto__”/],
    ['', /the attribute “claim” is missing/],
  ] as const)
    it(`says that there is no claim “${id}”`, async () => {
      const element = claim(id);
      await until(() => sentence.test(said(element)));
    });

  it('fits a page 320 pixels wide', async () => {
    const data = await conferences();
    for (const id of Object.keys(data.claims)) {
      const holder = put(
        `<div style="width: 320px; overflow: auto"><contested-claim claim="${id}" src="${DATASET}"></contested-claim></div>`,
      );
      await shown(holder.firstElementChild as Element);
      expect(holder.scrollWidth, id).to.be.at.most(320);
      holder.remove();
    }
  });

  for (const lang of ['en_US', 'pl', 'constructor'])
    it(`shows the claim under lang="${lang}"`, async () => {
      const root = await shown(claim('krakow-1940-03-purpose', DATASET, `lang="${lang}"`));
      expect(part(root, 'signature')).to.match(/2026/);
    });
});
