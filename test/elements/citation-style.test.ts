import { expect } from '@open-wc/testing';
import '../../src/elements/event-card/define.js';
import '../../src/elements/source-cite/define.js';
import '../../src/elements/source-list/define.js';
import type {
  CompiledDataset,
  ReferencePiece,
  StyledReferences,
} from '../../src/dataset/compiled.js';
import { compile } from '../../src/dataset/compile.js';
import { sample } from '../dataset/sample.js';
import { conferences, DATASET, put, said, served, until, words } from '../page.js';

const flat = (pieces: ReferencePiece[] = []): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : 'em' in piece
          ? piece.em
          : 'text' in piece
            ? piece.text
            : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const beside = async (file: string): Promise<StyledReferences> =>
  (
    await fetch(DATASET.replace('.json', `.references/${file}.json`))
  ).json() as Promise<StyledReferences>;

const references = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('[part=reference]') ?? [])].map((it) =>
    words(it).replace(/ \[[^\]]*\]$/, ''),
  );

const requests = (file: string): number =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes(file)).length;

/** The sample, as a style formatted it whose notes have pages without a label. */
function styled(): CompiledDataset {
  const data = compile(sample());
  for (const [id, source] of Object.entries(data.sources)) {
    source.note = { en: [`Note of ${id}`, { at: 0 }, '.'] };
    source.again = { en: [`Again ${id}`, { at: 0 }, '.'] };
  }
  data.references = {
    style: 'house',
    styles: ['house', 'office'],
    languages: ['en'],
    slots: { en: { forms: [[', ', '', 0]], words: [{ page: '', folio: ['fol. ', 'fols. '] }] } },
  };
  return data;
}

const note = async (cite: Element): Promise<string> => {
  const mark = await until(() =>
    cite.shadowRoot?.querySelector<HTMLElement>('.mark a, .mark button'),
  );
  mark.focus();
  const open = await until(() => cite.shadowRoot?.querySelector('[part=note] [part=reference]'));
  return words(open);
};

describe('citation-style', () => {
  it('sets every reference in the style asked for, with one request for all widgets', async () => {
    const { sources } = await beside('mla.pl');
    const page = put(
      `<div lang="pl"><source-list all citation-style="mla" src="${DATASET}"></source-list><event-card event="krakow-1940-03" citation-style="mla" src="${DATASET}"></event-card><source-list all citation-style="mla" src="${DATASET}"></source-list></div>`,
    );
    const expected = new Set(Object.values(sources).map(({ entry }) => flat(entry)));
    for (const widget of page.children) {
      await until(() => references(widget).length && expected.has(references(widget)[0]!));
      for (const one of references(widget)) expect(expected.has(one), one).to.equal(true);
    }
    expect(requests('conferences.references/mla.pl.json')).to.be.at.most(2);
  });

  it('follows the language of the page', async () => {
    const own = (await conferences()).sources['buber-1949']!.entry;
    const list = put(`<source-list all lang="pl" src="${DATASET}"></source-list>`);
    await until(() => references(list).includes(flat(own['pl'])));
    expect(flat(own['pl'])).to.contain('Tłum. Edward Fitzgerald');
    expect(requests('chicago.pl')).to.equal(0);
    list.setAttribute('lang', 'uk');
    const { sources } = await beside('chicago.uk');
    await until(() => references(list).includes(flat(sources['buber-1949']!.entry)));
    expect(flat(sources['buber-1949']!.entry)).to.contain('Пер. Edward Fitzgerald');
    list.setAttribute('lang', 'pl');
    await until(() => references(list).includes(flat(own['pl'])));
  });

  it('says which style there is not, and the nearest, and keeps the default', async () => {
    const own = (await conferences()).sources['buber-1949']!.entry['en'];
    const list = document.createElement('source-list');
    const errors: string[] = [];
    list.addEventListener('attested-error', (event) => errors.push(event.message));
    Object.assign(list, { all: true, src: DATASET, citationStyle: 'chicgo' });
    put('<div></div>').append(list);
    const sentence =
      /There is no citation style “chicgo” in .*conferences\.json\. The nearest is “chicago”\./;
    await until(() => sentence.test(said(list)));
    expect(references(list)).to.include(flat(own));
    expect(errors.join()).to.match(sentence);
    list.citationStyle = 'apa';
    const { sources } = await beside('apa.en');
    await until(() => references(list).includes(flat(sources['buber-1949']!.entry)));
    expect(said(list)).not.to.contain('There is no citation style');
    list.citationStyle = undefined;
    await until(() => references(list).includes(flat(own)));
  });

  it('says that a style cannot be loaded, and keeps the default', async () => {
    const list = put(
      `<source-list all citation-style="office" src="${served(styled())}"></source-list>`,
    );
    await until(() => said(list).includes('The citation style “office” could not be loaded: '));
    expect(references(list).length).to.equal(4);
  });

  it('leaves the plain style of a dataset that the page compiled itself', async () => {
    const list = put(
      `<source-list all citation-style="apa" src="${served(sample())}"></source-list>`,
    );
    await until(() => references(list).length === 4);
    expect(references(list)[1]).to.match(/^Kowal, Jan\. Wspomnienia\. 1951\.$/);
    expect(said(list)).not.to.contain('style');
  });

  it('puts the locator into the note as the style does, wherever it was written', async () => {
    const src = served(styled());
    const table: [attributes: string, reference: string][] = [
      ['locator="p. 54-60"', 'Note of memoir, 54–60.'],
      ['locator="54"', 'Note of memoir, 54.'],
      ['locator="fol. 3"', 'Note of memoir, fol. 3.'],
      ['locator="3, 4" label="folio"', 'Note of memoir, fols. 3, 4.'],
      ['locator="Introduction"', 'Note of memoir, Introduction.'],
      ['', 'Note of memoir.'],
    ];
    for (const [attributes, reference] of table) {
      const cite = put(`<source-cite src="${src}" source="memoir" ${attributes}></source-cite>`);
      expect(await note(cite), attributes).to.equal(reference);
      cite.remove();
    }
  });

  it('prints a citation in full where it is the first of its source, else in short', async () => {
    const src = served(styled());
    const page = put(
      `<p><source-cite src="${src}" source="memoir" locator="5"></source-cite> <source-cite src="${src}" source="memoir" locator="6"></source-cite></p>`,
    );
    const spelled = (i: number): string =>
      words(page.children[i]?.shadowRoot?.querySelector('.spelled [part=reference]'));
    await until(() => spelled(0) === 'Note of memoir, 5' && spelled(1) === 'Again memoir, 6');
  });

  it('shows markup and addresses of a hostile style as text', async () => {
    const data = styled();
    const bad = '<img src=x onerror=alert(1)>';
    data.sources['memoir']!.note = {
      en: [
        bad,
        { href: 'javascript:alert(1)', text: bad },
        { at: 0, none: bad },
        { at: 7 } as never,
      ],
    };
    data.references!.slots['en'] = {
      forms: [[bad, bad, 0]],
      words: [{ page: bad }],
      range: '__proto__',
      dash: bad,
    };
    const cite = put(
      `<source-cite src="${served(data)}" source="memoir" locator="5-6"></source-cite>`,
    );
    expect(await note(cite)).to.contain(`${bad}${bad}5${bad}6${bad}`);
    expect(cite.shadowRoot?.querySelector('img, [href^="javascript"]')).to.equal(null);
  });

  it('is accessible with a sentence beside the list', async () => {
    const list = put(`<source-list all citation-style="chicgo" src="${DATASET}"></source-list>`);
    await until(() => said(list).includes('There is no citation style'));
    await expect(list).to.be.accessible();
  });
});
