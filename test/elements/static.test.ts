import { expect } from '@open-wc/testing';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import '../../src/elements/contested-claim/define.js';
import '../../src/elements/event-card/define.js';
import { renderStatic, staticTags } from '../../src/elements/static.js';
import { compile } from '../../src/dataset/compile.js';
import { sample } from '../dataset/sample.js';
import { conferences, DATASET, put, rest, said, until, words } from '../page.js';

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

const parsed = (html: string): DocumentFragment => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
};

/** The elements that the text spells out, with their depths; fails where they are not closed in order. */
function spelled(html: string): string[] {
  const open: string[] = [];
  const all: string[] = [];
  for (const [, end, name = '', attributes = ''] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g,
  )) {
    expect(attributes, html.slice(0, 200)).not.to.match(/\s(on\w+|style)=/);
    if (end) expect(open.pop()).to.equal(name);
    else {
      all.push(`${open.length} ${name}`);
      if (!VOID.has(name)) open.push(name);
    }
  }
  expect(open).to.deep.equal([]);
  return all;
}

/** The elements that a browser makes of it. */
function understood(node: Element | DocumentFragment, depth = 0): string[] {
  return [...node.children].flatMap((child) => [
    `${depth} ${child.localName}`,
    ...understood(child, depth + 1),
  ]);
}

/** What stands in the page, and what stands in the declared shadow root, without its styles. */
function apart(html: string): [light: string, shadow: string] {
  let shadow = '';
  const light = html.replace(
    /<template shadowrootmode="open"><style>[^<]*<\/style>(.*)<\/template>/,
    (_, inner: string) => {
      shadow = inner;
      return '';
    },
  );
  return [light, shadow];
}

/** Links to other pages, in order. */
const links = (root: ParentNode): string[] =>
  [...root.querySelectorAll('a[href]')]
    .map((it) => it.getAttribute('href') as string)
    .filter((href) => !href.startsWith('#'));

/** What structures the content, in order: headings with their levels, lists, quotations and languages. */
const structure = (root: ParentNode): string[] =>
  [
    ...root.querySelectorAll(
      'article, section, h1, h2, h3, h4, h5, h6, ol, ul, li, dl, dt, dd, blockquote, figure, time, p, [lang]',
    ),
  ].map(
    (it) =>
      `${it.localName} ${it.getAttribute('aria-level') ?? ''} ${it.getAttribute('lang') ?? ''} ${words(it)}`,
  );

/** Takes away what asks for an export, which a form without a script cannot answer. */
const withoutButtons = (root: ShadowRoot): void =>
  root.querySelectorAll('button[data-record]').forEach((it) => it.remove());

describe('the static form', () => {
  let data: CompiledDataset;
  before(async () => {
    data = await conferences();
  });

  const widgets = (): [tag: string, attribute: string, id: string][] => [
    ...Object.keys(data.events).map((id): [string, string, string] => ['event-card', 'event', id]),
    ...Object.keys(data.claims).map((id): [string, string, string] => [
      'contested-claim',
      'claim',
      id,
    ]),
  ];

  for (const lang of ['en', 'pl', 'ar'])
    it(`says all that the element says, for every event and claim, to a reader of “${lang}”`, async () => {
      await import('../../src/ui/interpreter.js');
      const list = widgets();
      expect(list.length).to.be.greaterThan(70);
      const holder = put(
        `<div>${list.map(([tag, attribute, id]) => `<${tag} ${attribute}="${id}" src="${DATASET}" lang="${lang}" heading-level="2"></${tag}>`).join('')}</div>`,
      );
      await until(() =>
        [...holder.children].every((it) => it.shadowRoot?.querySelector('article')),
      );
      await rest(100);
      for (const [i, [tag, attribute, id]] of list.entries()) {
        const root = holder.children[i]?.shadowRoot as ShadowRoot;
        withoutButtons(root);
        const still = parsed(
          renderStatic(data, tag, { [attribute]: id, lang, 'heading-level': '2' }),
        );
        expect(words(still), id).to.equal(words(root));
        expect(links(still), id).to.deep.equal(links(root));
        expect(structure(still), id).to.deep.equal(structure(root));
      }
    });

  it('is one line that a browser reads as it is written, without script and style', () => {
    for (const [tag, attribute, id] of widgets())
      for (const form of ['static', 'element', 'data-attribute'] as const) {
        const html = renderStatic(data, tag, { [attribute]: id }, { form });
        expect(html).not.to.match(/[\n\r]|<script|\son\w+=/);
        const [light, shadow] = apart(html);
        expect(light).not.to.match(/<style|\s(class|part)=/);
        for (const tree of [light, shadow])
          expect(understood(parsed(tree)), id).to.deep.equal(spelled(tree));
      }
    for (const id of Object.keys(data.sources)) {
      const html = renderStatic(
        data,
        'source-cite',
        { source: id, locator: 'p. 1' },
        { form: 'data-attribute' },
      );
      expect(html).not.to.match(/[\n\r]/);
      expect(understood(parsed(html)), id).to.deep.equal(spelled(html));
    }
  });

  it('has ids that are unique on a page of all of them, and links that find them', () => {
    const page = parsed(
      widgets()
        .map(([tag, attribute, id]) => renderStatic(data, tag, { [attribute]: id }))
        .join('') + renderStatic(data, 'source-list', { all: '' }),
    );
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.length).to.be.greaterThan(100);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).to.deep.equal([]);
    const known = new Set(ids);
    const lost = [...page.querySelectorAll('a[href^="#"]')]
      .map((it) => decodeURIComponent(it.getAttribute('href')?.slice(1) ?? ''))
      .filter((id) => !known.has(id));
    expect(lost).to.deep.equal([]);
  });

  it('has no control that only a script could work', () => {
    for (const [tag, attribute, id] of widgets())
      expect(
        parsed(renderStatic(data, tag, { [attribute]: id })).querySelector(
          'button, input, [tabindex="0"]',
        ),
        id,
      ).to.equal(null);
  });

  it('of a citation says all that its note says', async () => {
    await import('../../src/elements/source-cite/define.js');
    const attributes = {
      source: 'memoir',
      locator: 'p. 54',
      prefix: 'see',
      suffix: 'and elsewhere',
      via: 'web',
      quotation: 'Byłem tam.',
      'quotation-lang': 'pl',
      translation: 'I was there.',
      'translation-lang': 'en',
      translator: 'E',
    };
    const src = URL.createObjectURL(new Blob([JSON.stringify(compile(sample()))]));
    const mark = put(
      `<source-cite src="${src}" ${Object.entries(attributes)
        .map(([name, value]) => `${name}="${value}"`)
        .join(' ')}></source-cite>`,
    );
    const button = await until(() => mark.shadowRoot?.querySelector<HTMLElement>('.mark button'));
    button.focus();
    const note = await until(() => mark.shadowRoot?.querySelector('[role=note]'));
    const line = words(parsed(renderStatic(compile(sample()), 'source-cite', attributes)));
    for (const phrase of [
      'Wspomnienia',
      'Memories',
      'p. 54',
      'A page',
      'Byłem tam.',
      'I was there.',
      'translated by E',
      'memoir',
    ]) {
      expect(words(note)).to.contain(phrase);
      expect(line).to.contain(phrase);
    }
    for (const phrase of ['see', 'and elsewhere']) expect(line).to.contain(phrase);
  });

  it('of the list of sources has every source', () => {
    const list = parsed(renderStatic(data, 'source-list', { all: '' }));
    expect(list.querySelectorAll('li').length).to.equal(Object.keys(data.sources).length);
  });

  for (const lang of ['en', 'pl', 'ar'])
    it(`of the list says all that the element says, corrections included, to a reader of “${lang}”`, async () => {
      await import('../../src/elements/source-list/define.js');
      await import('../../src/ui/interpreter.js');
      const still = parsed(renderStatic(data, 'source-list', { all: '', lang }));
      const list = put(`<source-list all lang="${lang}" src="${DATASET}"></source-list>`);
      const root = list.shadowRoot as ShadowRoot;
      await until(() => root.querySelector('li'));
      await rest(100);
      for (const id of Object.keys(data.sources)) {
        const entry = (of: ParentNode): Element =>
          of.querySelector(`li[data-entry="${id}"]`) as Element;
        const corrections = [...entry(still).querySelectorAll('section p')];
        const spoken = entry(root).cloneNode(true) as Element;
        spoken.querySelectorAll('[part="uses"]').forEach((it) => it.remove());
        const said = entry(still).cloneNode(true) as Element;
        said.querySelector('section')?.remove();
        expect(words(said), id).to.equal(words(spoken));
        const errata = data.sources[id]?.errata ?? [];
        if (!errata.length) continue;
        entry(root).querySelector<HTMLElement>('button[data-record]')?.click();
        const panel = await until(() => root.querySelector<HTMLDialogElement>('dialog'));
        const opened = [...panel.querySelectorAll('[part="corrections"] p')].map(words);
        panel.close();
        await until(() => !root.querySelector('dialog'));
        expect(corrections.length, id).to.equal(opened.length);
        // What is a numbered mark in the one is a reference in brackets in the other.
        for (const [i, it] of corrections.entries()) {
          const unmarked = it.cloneNode(true) as Element;
          unmarked.querySelectorAll('span').forEach((mark) => mark.replaceWith('\0'));
          for (const piece of words(unmarked).split('\0'))
            expect(opened[i], id).to.contain(piece.replace(/^[\s.;:,]+/, '').trim());
        }
      }
      expect(still.querySelectorAll('section section').length).to.be.greaterThan(5);
    });

  const BOUNDS: Record<string, string>[] = [
    {},
    { from: '1939-12', to: '1940-01' },
    { from: '1939-12', 'group-by': 'place' },
    { to: '1939', 'group-by': 'country place' },
    { from: '1939-21/..', to: '1939-24' },
    { from: '1800', to: '1801' },
  ];
  for (const lang of ['en', 'pl', 'ar'])
    it(`of the timeline has what its attributes choose, to a reader of “${lang}”`, async () => {
      await import('../../src/elements/conference-timeline/define.js');
      await import('../../src/ui/interpreter.js');
      const seen = new Set<string>();
      for (const attributes of BOUNDS) {
        const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
        const timeline = put(
          `<div style="width: 320px"><conference-timeline lang="${lang}" src="${DATASET}"${written.join('')}></conference-timeline></div>`,
        ).firstElementChild as HTMLElement;
        const still = parsed(renderStatic(data, 'conference-timeline', { ...attributes, lang }));
        const list = (of: ParentNode): string =>
          [...of.querySelectorAll('h4, li, ol + p, [part="list"]:not(ol)')].map(words).join('\n');
        const ought = list(still) || words(still);
        await until(() => list(timeline.shadowRoot as ShadowRoot) === ought, written.join());
        seen.add(ought);
      }
      expect(seen.size).to.equal(BOUNDS.length);
      expect(() =>
        renderStatic(data, 'conference-timeline', { from: '1939-13', 'group-by': 'plcae' }),
      ).to.throw(RangeError, /“1939-13”.*“1939”.*“plcae”.*“place”/);
    });

  it('is wrapped in the element or in the form that the loader upgrades, with the same attributes', () => {
    const bare = renderStatic(data, 'event-card', { event: 'zakopane-1939-12', lang: 'pl' });
    const [light, shadow] = apart(
      renderStatic(
        data,
        'event-card',
        { event: 'zakopane-1939-12', lang: 'pl' },
        { form: 'element' },
      ),
    );
    expect(light).to.equal(`<event-card event="zakopane-1939-12" lang="pl">${bare}</event-card>`);
    expect(words(parsed(shadow))).to.equal(words(parsed(bare)));
    expect(
      renderStatic(
        data,
        'event-card',
        { event: 'zakopane-1939-12', lang: 'pl' },
        { form: 'data-attribute' },
      ),
    ).to.equal(
      `<div data-attested="event-card" data-event="zakopane-1939-12" data-lang="pl">${bare}</div>`,
    );
    expect(
      renderStatic(data, 'source-cite', { source: 'rees-2008' }, { form: 'data-attribute' }),
    ).to.match(/^<span data-attested="source-cite" data-source="rees-2008">.*<\/span>$/);
  });

  it('of what does not exist is an error with the nearest that does', () => {
    expect(() => renderStatic(data, 'event-card', { event: 'zakopane-1939-13' })).to.throw(
      RangeError,
      /“zakopane-1939-13”.*zakopane-1939-12/,
    );
    expect(() => renderStatic(data, 'contested-claim', { claim: 'brest-parade' })).to.throw(
      RangeError,
      /brest-joint-parade/,
    );
    expect(() => renderStatic(data, 'source-cite', { source: 'rees-2009' })).to.throw(
      RangeError,
      /rees-2008/,
    );
    expect(() => renderStatic(data, 'event-card', {})).to.throw(RangeError);
    expect(() => renderStatic(data, 'event-card', { event: '__proto__' })).to.throw(RangeError);
    expect(() => renderStatic(data, 'constructor', {})).to.throw(
      RangeError,
      new RegExp(staticTags.join(', ')),
    );
  });

  it('stays in the element until the element can show the same', async () => {
    const line = renderStatic(data, 'event-card', { event: 'zakopane-1939-12' });
    const element = put(
      `<event-card event="zakopane-1939-12" src="${DATASET}?static">${line}</event-card>`,
    );
    expect(words(element)).to.contain('Zakopane');
    await until(() => element.shadowRoot?.querySelector('article'));
    withoutButtons(element.shadowRoot as ShadowRoot);
    expect(said(element)).to.equal(words(parsed(line)));
  });
});
