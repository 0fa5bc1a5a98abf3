/** A dataset is written by somebody else: whatever its strings are, they are shown as text. */
import { expect } from '@open-wc/testing';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import '../../src/elements/claim-matrix/define.js';
import '../../src/elements/contested-claim/define.js';
import '../../src/elements/event-card/define.js';
import '../../src/elements/history-dataset/define.js';
import '../../src/elements/person-card/define.js';
import '../../src/elements/source-cite/define.js';
import '../../src/elements/source-list/define.js';
import { compile } from '../../src/dataset/compile.js';
import { renderStatic } from '../../src/elements/static.js';
import { sample } from '../dataset/sample.js';
import { put, rest, said, served, until } from '../page.js';

declare global {
  interface Window {
    ran?: string;
  }
}

const PAYLOADS: Record<string, string> = {
  'an image that fails': '<img src=x onerror="window.ran=1">',
  'a script': '"><script>window.ran=1</script>',
  'a script that ends others': '</script></style></template></title><script>window.ran=1</script>',
  'an attribute': `" onmouseover="window.ran=1" onfocus='window.ran=1' autofocus x="`,
  'an attribute in single quotes': `' onload='window.ran=1`,
  'an attribute without quotes': 'x onpointerenter=window.ran=1 ',
  'a link to a script': 'javascript:window.ran=1',
  'a link to a script in disguise': ' \u0001jAvA\tscr\nipt:window.ran=1',
  'a page as data': 'data:text/html,<script>parent.ran=1</script>',
  'signs that change the direction': '\u202Egnp.\u2066\u2067\u200Fx\u202C',
  'a template of Lit': '?lit$123456789$ ${window.ran=1} {{window.ran=1}} <!--?lit$-->',
  'a comment': '--><img src=x onerror=window.ran=1><!--',
  'a foreign namespace':
    '<svg><style><img src=x onerror=window.ran=1></style></svg><math><mtext><script>window.ran=1</script>',
  entities: '&lt;img src=x onerror=window.ran=1&gt; &#60;script&#62; &amp;quot;',
  'what no text may have': '\u0000\uD800\uDFFF\uFFFE\u2028\u2029',
  'a declarative shadow root':
    '<template shadowrootmode=open><script>window.ran=1</script></template>',
  nothing: '',
  blanks: ' \n\t ',
  'a long word': 'x'.repeat(2_000),
  'many words': 'a < b > c '.repeat(200),
  prototypes: '__proto__',
  'a running text': '[x](javascript:alert(1)) *[y](data:,)* [@doc; @__proto__] <b>',
};

/** The dataset with every string changed, but for those that are one of a fixed set of words. */
function changed(value: unknown, text: string, keep: (key: string) => boolean, key = ''): unknown {
  if (typeof value === 'string') return keep(key) ? value : text;
  if (Array.isArray(value)) return value.map((one) => changed(one, text, keep, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'words' && 'event' in ((one as object) ?? {}) ? one : changed(one, text, keep, name),
    ]),
  );
}

/** What links records with each other, and what the format has fixed words for. */
const FRAME = new Set([
  'source',
  'via',
  'place',
  'who',
  'person',
  'organisation',
  'claims',
  'about',
  'partOf',
  'parts',
  'inTime',
  'kind',
  'status',
  'stance',
  'basis',
  'verification',
  'type',
  'shape',
  'language',
  'languages',
  'edtf',
  'date',
  'calendar',
  'translator',
]);

const ALLOWED = new Set([
  'id',
  'part',
  'class',
  'href',
  'rel',
  'lang',
  'dir',
  'role',
  'aria-level',
  'aria-label',
  'aria-colcount',
  'aria-describedby',
  'aria-haspopup',
  'aria-hidden',
  'aria-rowcount',
  'rowspan',
  'scope',
  'data-claim',
  'data-filter',
  'data-record',
  'data-source',
  'data-stop',
  'data-entry',
  'data-stance',
  'data-status',
  'tabindex',
  'value',
  'type',
  'datetime',
  'src',
  'alt',
  'width',
  'height',
  'loading',
  'popover',
  'title',
  'cite',
  'open',
]);
const ELEMENTS = new Set(
  'a article aside b bdi blockquote br button cite dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 i img label li ol option p q section select slot small span strong style summary sup table tbody td th thead time tr ul'.split(
    ' ',
  ),
);

/** Fails where something stands in a tree that a string has made, or that could run. */
function clean(root: ParentNode, where: string): void {
  for (const element of root.querySelectorAll('*')) {
    expect(ELEMENTS.has(element.localName), `${where}: <${element.localName}>`).to.equal(true);
    for (const name of element.getAttributeNames())
      expect(ALLOWED.has(name), `${where}: ${element.localName} ${name}`).to.equal(true);
    const href = element.getAttribute('href');
    if (href !== null) expect(href, where).to.match(/^(#|https?:\/\/|mailto:)/i);
    if (element.localName === 'img')
      expect(element.getAttribute('src'), where).to.match(/^https?:\/\//i);
  }
}

const WIDGETS = [
  '<event-card event="lwow-1939-10"></event-card>',
  '<event-card event="winter"></event-card>',
  '<contested-claim claim="first"></contested-claim>',
  '<contested-claim claim="second"></contested-claim>',
  '<p>Words<source-cite source="memoir web" locator="p. 54"></source-cite></p>',
  '<source-list all></source-list>',
  '<claim-matrix></claim-matrix>',
  '<person-card person="kowal"></person-card>',
  '<person-card organisation="office"></person-card>',
].join('');

async function show(dataset: unknown, where: string, mayFail = false): Promise<void> {
  delete window.ran;
  const failures: string[] = [];
  const fail = (event: Event): unknown =>
    failures.push(String((event as ErrorEvent).message ?? (event as PromiseRejectionEvent).reason));
  addEventListener('error', fail);
  addEventListener('unhandledrejection', fail);
  try {
    const page = put(`<history-dataset src="${served(dataset)}">${WIDGETS}</history-dataset>`);
    const widgets = [
      ...page.querySelectorAll(
        'event-card, contested-claim, source-cite, source-list, claim-matrix, person-card',
      ),
    ];
    await until(
      () =>
        widgets.every((it) =>
          it.shadowRoot?.querySelector(
            'article, .mark, [role=doc-bibliography], [part=matrix], [part=error]',
          ),
        ),
      `${where}: each widget shows something`,
    );
    for (const widget of widgets) {
      const error = widget.shadowRoot?.querySelector('[part=error]')?.textContent;
      if (!mayFail) expect(error, `${where}: ${widget.localName}`).to.equal(undefined);
      expect(error ?? '', where).not.to.match(/undefined|not a function|Cannot|TypeError|\[object/);
    }
    const mark = page
      .querySelector('source-cite')
      ?.shadowRoot?.querySelector<HTMLElement>('[data-source]');
    mark?.focus();
    if (mark)
      await until(() => page.querySelector('source-cite')?.shadowRoot?.querySelector('[popover]'));
    for (const widget of widgets) clean(widget.shadowRoot as ShadowRoot, where);
    for (const element of page.querySelectorAll('source-cite'))
      for (const it of element.shadowRoot?.querySelectorAll('*') ?? [])
        it.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    await rest(20);
    expect(window.ran, where).to.equal(undefined);
    expect(failures, where).to.deep.equal([]);
    page.remove();
  } finally {
    removeEventListener('error', fail);
    removeEventListener('unhandledrejection', fail);
  }
}

function still(data: CompiledDataset, where: string): void {
  const widgets: [string, Record<string, string>][] = [
    ['event-card', { event: 'lwow-1939-10' }],
    ['contested-claim', { claim: 'first' }],
    ['claim-matrix', {}],
    ['person-card', { person: 'kowal' }],
    ['person-card', { organisation: 'office' }],
    [
      'source-cite',
      { source: 'memoir', locator: PAYLOADS[where] ?? '', prefix: PAYLOADS[where] ?? '' },
    ],
    ['source-list', {}],
  ];
  for (const [tag, attributes] of widgets)
    for (const form of ['static', 'data-attribute'] as const) {
      const html = renderStatic(data, tag, attributes, { form });
      expect(html, where).not.to.match(/[\n\r]/);
      const template = document.createElement('template');
      template.innerHTML = html;
      const host =
        form === 'data-attribute' ? template.content.firstElementChild : template.content;
      if (form === 'data-attribute') expect(template.content.children.length, where).to.equal(1);
      clean(host as ParentNode, where);
    }
}

describe('a hostile dataset', function () {
  this.timeout(60_000);
  const compiled = (): CompiledDataset => compile(sample());

  for (const [name, payload] of Object.entries(PAYLOADS)) {
    it(`with ${name} in every text is shown as text`, async () => {
      const data = changed(compiled(), payload, (key) => FRAME.has(key));
      await show(data, name);
      still(data as CompiledDataset, name);
    });

    it(`with ${name} in every field, whatever it is for, runs nothing`, async () => {
      await show(
        { ...(changed(compiled(), payload, () => false) as object), attested: 1 },
        name,
        true,
      );
    });

    it(`with ${name} in every field of the authors’ file runs nothing`, async () => {
      await show(
        changed(sample(), payload, () => false),
        name,
        true,
      );
    });

    it(`with ${name} in every text of the authors’ file is shown`, async () => {
      await show(
        changed(
          sample(),
          payload,
          (key) =>
            FRAME.has(key) ||
            [
              'source',
              'citations',
              'src',
              'url',
              'csl',
              'verification',
              'language',
              'modified',
              'when',
              'since',
              'language',
              'type',
            ].includes(key),
        ),
        name,
        payload.trim() === '',
      );
    });
  }

  it('with a hundred thousand letters where a reader would see them shows them', async () => {
    for (const long of ['x'.repeat(100_000), 'a < b > c '.repeat(10_000)])
      await show(
        changed(
          compiled(),
          long,
          (key) => key !== 'title' && key !== 'statement' && key !== 'name',
        ),
        'long',
      );
  });

  for (const [name, payload] of Object.entries(PAYLOADS).filter(
    ([, it]) => it.trim() && it.length < 1000,
  ))
    it(`with ${name} as an id is shown as text`, async () => {
      const data = compiled();
      const event = data.events['lwow-1939-10'] as CompiledDataset['events'][string];
      const own = Object.create(null) as CompiledDataset['events'];
      own[payload] = {
        ...event,
        occurrence: {
          ...event.occurrence,
          cites: [{ source: payload, at: payload, via: payload }],
        },
      };
      data.events = own;
      const sources = Object.create(null) as CompiledDataset['sources'];
      Object.assign(sources, data.sources);
      sources[payload] = {
        ...(data.sources.memoir as CompiledDataset['sources'][string]),
        short: payload,
      };
      data.sources = sources;
      delete window.ran;
      const card = put('<event-card></event-card>') as HTMLElement & { event: string; src: string };
      card.event = payload;
      // JSON.parse makes an own __proto__, JSON.stringify writes it.
      card.src = served(data);
      await until(
        () => (card.shadowRoot as ShadowRoot).querySelector('article, [part=error]'),
        said(card),
      );
      // A lone surrogate does not outlive its way through UTF-8.
      if (!/what no text/.test(name))
        await until(() => card.shadowRoot?.querySelector('article'), said(card));
      const list = put<HTMLElement & { src: string }>('<source-list all></source-list>');
      list.src = card.src;
      await until(() => list.shadowRoot?.querySelector('[data-entry]'));
      const cite = put<HTMLElement & { src: string; source: string }>(
        '<source-cite></source-cite>',
      );
      cite.source = payload;
      cite.src = card.src;
      await until(() => cite.shadowRoot?.querySelector('.mark, [part=error]'));
      for (const it of [card, list, cite]) clean(it.shadowRoot as ShadowRoot, name);
      const mark = card.shadowRoot?.querySelectorAll<HTMLElement>('.mark a');
      for (const it of mark ?? []) it.click();
      await rest(30);
      expect(window.ran).to.equal(undefined);
    });

  it('with hostile words in the attributes of a citation is shown as text', async () => {
    const src = served(sample());
    for (const [name, payload] of Object.entries(PAYLOADS)) {
      const cite = document.createElement('source-cite');
      for (const attribute of [
        'locator',
        'prefix',
        'suffix',
        'quotation',
        'quotation-lang',
        'translation',
        'translation-lang',
        'translator',
        'lang',
      ])
        cite.setAttribute(attribute, payload);
      cite.setAttribute('source', 'memoir');
      cite.setAttribute('src', src);
      put('<p></p>').append(cite);
      const mark = await until(
        () => cite.shadowRoot?.querySelector<HTMLElement>('[data-source]'),
        name,
      );
      mark.focus();
      await until(() => cite.shadowRoot?.querySelector('[popover]'), name);
      clean(cite.shadowRoot as ShadowRoot, name);
      cite.remove();
    }
    expect(window.ran).to.equal(undefined);
  });
});
