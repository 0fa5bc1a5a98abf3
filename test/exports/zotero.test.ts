/** Zotero finds the works: in a static page, in a page of widgets that asks for it, and on a page of one work. */
import { expect } from '@open-wc/testing';
import type { CslName } from '../../src/dataset/types.js';
import { renderStatic } from '../../src/elements/static.js';
import { coins, highwire } from '../../src/exports/index.js';
import { open, put, served, until } from '../page.js';
import { compiled, ITEMS, SIGNS } from './sample.js';
import { coinsIn, embeddedIn, type Found } from './zotero-rules.js';

const data = compiled();
const all = Object.keys(ITEMS);

const TYPES: Record<string, string> = {
  cyrillic: 'book',
  polish: 'bookSection',
  hebrew: 'journalArticle',
  arabic: 'book',
  particles: 'book',
  signs: 'magazineArticle',
  thesis: 'thesis',
  webpage: 'webpage',
  newspaper: 'newspaperArticle',
  'edited-book': 'book',
  encyclopedia: 'encyclopediaArticle',
  conference: 'conferencePaper',
  report: 'report',
  archive: 'manuscript',
  bare: 'document',
};

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** A name as Zotero has it. */
const named = (
  { family, given, literal, ...more }: CslName,
  role: string,
): Found['creators'][number] => {
  const particle = more['non-dropping-particle'] ?? '';
  const last = literal ?? `${particle}${/-$/.test(particle) || !particle ? '' : ' '}${family}`;
  const first = [given, more['dropping-particle']].filter(Boolean).join(' ');
  return first ? { last, first, role } : { last, role };
};

const byName = (list: Found['creators']): string[] => list.map((it) => JSON.stringify(it)).sort();

/** What every work must keep. */
function same(found: Found, id: string, coins: boolean): void {
  const item = ITEMS[id]!;
  expect(found.type, id).to.equal(TYPES[id]);
  // Zotero takes a plus for a blank in COinS, however it is encoded.
  expect(found.title, id).to.equal(coins ? item.title?.replace('+', ' ') : item.title);
  // Meta tags have a container for parts and articles of journals only.
  if (coins || found.container) expect(found.container, id).to.equal(item['container-title']);
  expect(found.language, id).to.equal(found.type === 'thesis' && coins ? undefined : item.language);
  expect(found.doi, id).to.equal(item.DOI);
  expect(found.url, id).to.equal(id === 'hebrew' ? 'https://doi.org/10.1000/xyz_(1)%2' : item.URL);
  expect(found.isbn, id).to.equal(item.ISBN);
  expect(found.publisher, id).to.equal(item.publisher);
  const [year] = item.issued?.['date-parts']?.[0] ?? [];
  expect(found.date?.slice(0, 4), id).to.equal(year === undefined ? undefined : String(year));
}

describe('Zotero', () => {
  it('finds every work by COinS, with its type, its names and its numbers', () => {
    const found = coinsIn(parse(`<p>Text</p>${coins(data, all)}`));
    // A work without a title is still found, and looked up by Zotero itself.
    expect(found).to.have.length(all.length);
    for (const [index, id] of all.entries()) {
      const item = ITEMS[id]!;
      same(found[index]!, id, true);
      expect(byName(found[index]!.creators), id).to.deep.equal(
        byName([
          ...(item.author ?? []).map((name) => named(name, 'author')),
          ...(item.editor ?? []).map((name) => named(name, 'contributor')),
        ]),
      );
    }
    const [, polish, hebrew, , , signs] = found;
    expect(polish!.pages).to.equal('119–123');
    expect(polish!.place).to.equal('Warszawa');
    expect([hebrew!.volume, hebrew!.issue, hebrew!.issn]).to.deep.equal(['12', '3', '0084-3296']);
    expect(signs!.title).to.equal(SIGNS.replace('+', ' '));
  });

  it('finds them in the static form of a list, also once the list is upgraded', async () => {
    await import('../../src/elements/source-list/define.js');
    const html = renderStatic(
      data,
      'source-list',
      { src: served(data), all: '' },
      { form: 'element' },
    );
    const list = put(html.replace(/<\/source-list>$/, `${coins(data, all)}</source-list>`));
    await until(() => list.shadowRoot?.querySelector('button'));
    expect(coinsIn(document)).to.have.length(all.length);
  });

  it('takes a page of one work for that work by its meta tags', () => {
    for (const id of all) {
      if (id === 'bare') continue;
      same(embeddedIn(parse(`<head>${highwire(data, id)}</head>`))!, id, false);
    }
    expect(embeddedIn(parse(`<head>${highwire(data, 'polish')}</head>`))!.container).to.equal(
      'Studia i materiały',
    );
    const tags = highwire(data, 'hebrew');
    expect(tags).to.contain('<meta name="citation_firstpage" content="45">');
    const { creators, pages } = embeddedIn(parse(`<head>${tags}</head>`))!;
    expect(creators).to.deep.equal([{ last: 'כהן', first: 'רבקה', role: 'author' }]);
    expect(pages).to.equal('45-67');
  });

  it('takes no name with a particle for two people', () => {
    const names = embeddedIn(parse(`<head>${highwire(data, 'particles')}</head>`))!.creators;
    expect(names[0]).to.deep.equal({ last: 'van Gogh', first: 'Vincent', role: 'author' });
    expect(names.filter(({ last }) => /King|Jr/.test(last))).to.have.length(1);
  });

  it('finds nothing where nothing is said', () => {
    expect(coinsIn(parse(coins(data, ['constructor', '__proto__'])))).to.have.length(0);
    expect(embeddedIn(parse(`<head>${highwire(data, 'nobody')}</head>`))).to.equal(undefined);
  });
});

describe('a page of widgets that asks for metadata', function () {
  this.timeout(20_000);
  const page = (body: string, more = ''): string =>
    `<!doctype html><html lang="en"><head><title>Post</title>${more}<script>addEventListener('ZoteroItemUpdated',()=>{window.told=(window.told??0)+1},true)</script></head><body>${body}</body></html>`;
  const widgets = `<script type="module" src="/src/elements/event-card/define.ts"></script><script type="module" src="/src/elements/source-cite/define.ts"></script>`;
  const metadata = '<script type="module" src="/src/embed/metadata.ts"></script>';

  it('has the works in its own tree, and the event for search engines', async () => {
    const src = served(data);
    const window = await open(
      page(
        `<p>Text<source-cite source="thesis" src="${src}"></source-cite></p><event-card event="meeting" src="${src}"></event-card>${widgets}${metadata}`,
      ),
    );
    const found = await until(() => {
      const works = coinsIn(window.document);
      return works.some(({ type }) => type === 'thesis') && works.length > 3 && works;
    });
    expect(found[0]!.type).to.equal('thesis');
    expect(found.map(({ title }) => title)).to.include(ITEMS.cyrillic!.title);
    const json = await until(() =>
      window.document.head.querySelector('script[type="application/ld+json"]'),
    );
    const graph = (JSON.parse(json.textContent) as { '@graph': Record<string, string>[] })[
      '@graph'
    ];
    expect(graph.map((it) => it['@id'])).to.include.members([
      '#dataset',
      '#event-meeting',
      '#claim-purpose',
    ]);
    expect((window as unknown as { told: number }).told).to.be.at.least(1);
    expect(window.document.body.innerText).not.to.contain('Z3988');
  });

  it('keeps a strict policy', async () => {
    const src = '/dist/data/conferences.json';
    const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'">`;
    const window = await open(
      page(
        `<event-card event="zakopane-1939-12" src="${src}"></event-card>${widgets}${metadata}`,
        policy,
      ),
    );
    await until(() => window.document.head.querySelector('script[type="application/ld+json"]'));
  });

  it('has nothing without it', async () => {
    const src = served(data);
    const window = await open(
      page(`<event-card event="meeting" src="${src}"></event-card>${widgets}`),
    );
    await until(() =>
      window.document.querySelector('event-card')?.shadowRoot?.querySelector('article'),
    );
    expect(coinsIn(window.document)).to.have.length(0);
    expect(window.document.querySelectorAll('[type="application/ld+json"]')).to.have.length(0);
  });
});
