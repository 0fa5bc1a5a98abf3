import { expect } from '@open-wc/testing';
import { fromQuery, toQuery, type Choice } from '../../builder/choice.js';
import { SNIPPETS, type Snippet } from '../../builder/snippets.js';
import { open, until } from '../page.js';

const NASTY = 'a "b" \'c\' <d> & {e} ]f[ --> }} g\n\nh';
const hostile: Choice = {
  library: 'https://example.org/attested/',
  dataset: 'https://example.org/d.json?a=1&b="2"',
  widget: 'source-cite',
  attributes: { source: 'rees-2008', locator: NASTY },
  title: NASTY,
};
const snippet = (id: string): Snippet => SNIPPETS.find((it) => it.id === id) as Snippet;
const code = (id: string, choice = hostile): string =>
  snippet(id).code(choice, { staticForm: '<p>a</p>\n\n<p>b</p>', integrity: 'sha384-x' });
const parsed = (html: string): HTMLElement =>
  new DOMParser().parseFromString(html, 'text/html').body;
const flat = NASTY.replace(/\s+/g, ' ');

describe('a snippet', () => {
  for (const { id } of SNIPPETS)
    it(`is one line: ${id}`, () => expect(code(id)).to.not.match(/[\n\r]/));

  for (const id of ['module', 'classic', 'markdown', 'vue'])
    it(`gives the element what was chosen: ${id}`, () => {
      const cite = parsed(code(id)).querySelector('source-cite') as HTMLElement;
      expect(cite.getAttribute('locator')).to.equal(flat);
      expect(cite.textContent).to.equal(flat);
      expect(cite.children).to.have.length(0);
    });

  it('gives the script tag the dataset and, as a module, its hash', () => {
    const script = parsed(code('module')).querySelector('script') as HTMLScriptElement;
    expect(script.type).to.equal('module');
    expect(script.integrity).to.equal('sha384-x');
    expect(script.src).to.equal('https://example.org/attested/attested.js');
    expect(script.getAttribute('data-dataset')).to.equal(hostile.dataset);
    expect(parsed(code('classic')).querySelector('script')?.hasAttribute('type')).to.equal(false);
  });

  it('has what survives a sanitizer in its data attributes', () => {
    const span = parsed(code('data')).firstElementChild as HTMLElement;
    expect(span.localName).to.equal('span');
    expect(span.getAttribute('data-attested')).to.equal('source-cite');
    expect(span.getAttribute('data-locator')).to.equal(flat);
    expect(span.getAttribute('data-src')).to.equal(hostile.dataset);
  });

  it('asks a frame for the same', () => {
    const frame = parsed(code('iframe')).querySelector('iframe') as HTMLIFrameElement;
    const asked = new URL(frame.src).searchParams;
    expect(asked.get('widget')).to.equal('source-cite');
    expect(asked.get('locator')).to.equal(NASTY);
    expect(asked.get('src')).to.equal(hostile.dataset);
    expect(frame.title).to.equal(flat);
  });

  it('is a block that WordPress reads back', () => {
    const [, name, json] =
      /^<!-- wp:([a-z/-]+) (\{.*\}) \/-->$/.exec(
        code('block', { ...hostile, widget: 'event-card' }),
      ) ?? [];
    expect(name).to.equal('attested/event-card');
    expect(json).to.not.match(/--|[<>&]/);
    expect(JSON.parse(json ?? '')).to.deep.equal({ ...hostile.attributes, label: flat });
  });

  it('names attributes, widgets and citations in a block as the plugin does', () => {
    const block = (widget: string, attributes: Record<string, string>): string =>
      snippet('block').code(
        { library: '', dataset: '', widget, attributes, title: 'A title' },
        { staticForm: '' },
      );
    expect(block('conference-timeline', { 'group-by': 'place', 'heading-level': '2' })).to.equal(
      '<!-- wp:attested/conference-timeline {"groupBy":"place","headingLevel":"2","label":"A title"} /-->',
    );
    expect(block('person-card', { organisation: 'nkvd' })).to.equal(
      '<!-- wp:attested/organisation-card {"organisation":"nkvd","label":"A title"} /-->',
    );
    expect(block('source-cite', { source: 'rees-2008', locator: 'p. 54' })).to.equal(
      '<span class="attested-cite" data-attested="source-cite" data-source="rees-2008" data-locator="p. 54">A title</span>',
    );
  });

  it('ends a shortcode only where it ends', () => {
    const inside = code('shortcode').slice(1, -'[/attested-source-cite]'.length);
    expect(inside.match(/[[\]]/g)).to.deep.equal([']']);
    expect(inside).to.match(/^attested-source-cite source="rees-2008" locator="[^"]*"\][^"]*$/);
  });

  it('begins no program in JSX', () => {
    for (const id of ['mdx', 'react'])
      expect(
        code(id)
          .replaceAll("{'{'}", '')
          .replaceAll("{'}'}", '')
          .replace(/"[^"]*"/g, ''),
      ).to.not.match(/[{}]/);
  });
});

describe('the address of the builder', () => {
  it('holds the whole choice', () => {
    const look = { width: 'phone', scheme: 'dark' } as const;
    const other: Choice = { ...hostile, attributes: {}, title: '', widget: 'event-card' };
    expect(fromQuery(toQuery(hostile, look), other)).to.deep.equal({ choice: hostile, look });
  });
});

describe('the builder', () => {
  const at = (query: string): string =>
    `<!doctype html><iframe src="/site/dist/builder/index.html${query}" width="1000" height="900"></iframe>`;
  const builder = async (query = ''): Promise<Document> => {
    const page = await open(at(query));
    const inner = await until(() => page.document.querySelector('iframe')?.contentDocument);
    await until(() => inner.querySelector('.preview > *')?.shadowRoot?.querySelector('article'));
    return inner;
  };
  const said = (inner: Document): string => inner.querySelector('textarea')?.value ?? '';
  const choose = (inner: Document, label: string, value: string): void => {
    const control = [...inner.querySelectorAll('label')]
      .find((it) => it.textContent?.trim().startsWith(label))
      ?.querySelector('input, select') as HTMLInputElement;
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };

  it('shows what it writes, and what it writes shows the same', async () => {
    const inner = await builder();
    const seen = inner.querySelector('.preview > *')?.shadowRoot?.querySelector('h3')?.textContent;
    const page = await open(`<!doctype html>${said(inner)}`);
    const card = await until(() =>
      page.document.querySelector('event-card')?.shadowRoot?.querySelector('h3'),
    );
    expect(card.textContent).to.equal(seen);
  });

  it('knows the records, and the nearest of one that does not exist', async () => {
    const inner = await builder();
    expect(inner.querySelectorAll('#list-event option').length).to.equal(34);
    choose(inner, 'event', 'zakopane-1939-21');
    const alert = await until(() => inner.querySelector<HTMLElement>('label [role=alert]'));
    expect(alert.textContent).to.contain('There is no event “zakopane-1939-21”');
    alert.querySelector('button')?.click();
    await until(() => said(inner).includes('event="zakopane-1939-12"'));
  });

  it('writes another widget for another host, and keeps that in its address', async () => {
    const inner = await builder();
    choose(inner, 'Widget', 'contested-claim');
    choose(inner, 'claim', 'katyn-link');
    choose(inner, 'Code for', 'shortcode');
    await until(() =>
      /^\[attested-contested-claim claim="katyn-link"\]The Katyn massacre/.test(said(inner)),
    );
    const query = new URL(inner.URL).searchParams;
    expect([query.get('widget'), query.get('claim')]).to.deep.equal([
      'contested-claim',
      'katyn-link',
    ]);
    expect(inner.URL).to.contain('#form=shortcode');
  });

  it('writes the static form', async () => {
    const inner = await builder();
    choose(inner, 'Code for', 'static');
    await until(() => said(inner).includes('<article') && said(inner).includes('Tatras'));
  });

  it('says that a dataset cannot be read', async () => {
    const inner = await builder();
    choose(inner, 'Dataset', '/trouble/404');
    await until(() =>
      /could not be read: the server answered 404/.test(
        inner.querySelector('[role=alert]')?.textContent ?? '',
      ),
    );
  });
});
