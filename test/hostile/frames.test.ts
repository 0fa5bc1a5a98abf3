/** Pages of which the browser lets less in or out: other origins, sandboxes, isolation. */
import { expect } from '@open-wc/testing';
import { asked, fresh, open, until, words } from '../page.js';
import { BODY, library } from './whole.js';

/** This server by its other name: another origin. */
const other = new URL(location.href);
other.hostname = other.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
const elsewhere = (path: string): string => new URL(path, other).href;

/** What a page that watches itself tells its frame. */
interface Seen {
  widgets: Record<string, string>;
  failures: string[];
  violations: string[];
  origin: string;
  text: string;
}

/** Puts a page at an address of this server. */
async function put(html: string, place = '/site/'): Promise<string> {
  const path = `${place}?name=${fresh()}`;
  await fetch(path, { method: 'PUT', body: html });
  return path;
}

const page = (head: string, body = BODY): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title>${head}<body>${body}`;

/** Frames an address, and asks the page in it until it tells what is wanted. */
async function framed(
  src: string,
  attributes: string,
  wanted: (seen: Seen) => boolean,
): Promise<Seen> {
  const outer = await open(
    `<!doctype html><title>Outside</title><iframe src="${src}" ${attributes} width="800" height="6000"></iframe>`,
    { height: 6000 },
  );
  let seen: Seen | undefined;
  // Who asks is this window, in which the test runs, and so it is told.
  const hear = ({ data }: MessageEvent<{ seen?: Seen } | undefined>): void => {
    seen = data?.seen ?? seen;
  };
  window.addEventListener('message', hear);
  const frame = outer.document.querySelector('iframe') as HTMLIFrameElement;
  return until(() => {
    frame.contentWindow?.postMessage('look', '*');
    return seen && wanted(seen) && seen;
  }, `the page in the frame shows what it has to: ${src}`);
}

/** Every widget is there, and says no error. */
const complete = ({ widgets }: Seen): boolean =>
  /Zakopane|Kraków/.test(widgets['event-card'] ?? '') &&
  /\[1, p\. 54\]/.test(widgets['source-cite'] ?? '') &&
  /Katyn/i.test(widgets['contested-claim'] ?? '') &&
  /Eichmann/.test(widgets['person-card'] ?? '') &&
  /Katyn/i.test(widgets['claim-matrix'] ?? '') &&
  /Zakopane/.test(widgets['conference-timeline'] ?? '') &&
  /Zakopane/.test(widgets['place-map'] ?? '') &&
  /Rees/.test(widgets['source-list'] ?? '');

const whole = async (seen: Seen, key: string): Promise<void> => {
  expect(seen.failures).to.deep.equal([]);
  expect(seen.violations).to.deep.equal([]);
  expect(seen.text).to.contain('My words').and.to.contain('The words after.');
  expect((await asked(key)).count).to.equal(1);
};

describe('every widget, in a frame', () => {
  for (const [name, sandbox, origin] of [
    ['in a sandbox, where its origin is opaque', 'allow-scripts', 'null'],
    ['in a sandbox that keeps its origin', 'allow-scripts allow-same-origin', location.origin],
  ] as const)
    it(name, async () => {
      const key = fresh();
      const src = await put(page(library('/site/', `/trouble/counting?key=${key}`)));
      const seen = await framed(src, `sandbox="${sandbox}"`, complete);
      expect(seen.origin).to.equal(origin);
      await whole(seen, key);
    });

  it('of another origin', async () => {
    const key = fresh();
    const src = await put(page(library('/site/', `/trouble/counting?key=${key}`)));
    const seen = await framed(elsewhere(src), '', complete);
    expect(seen.origin).to.equal(other.origin);
    await whole(seen, key);
  });

  it('in a sandbox without scripts the page is as it was written', async () => {
    const outer = await open(
      `<!doctype html><iframe src="${await put(page(library()))}" sandbox="allow-same-origin" width="800"></iframe>`,
    );
    const inner = outer.document.querySelector('iframe')?.contentDocument as Document;
    expect(words(inner.body)).to.contain('My words').and.to.contain('(Rees)');
    expect(inner.querySelector('event-card')?.checkVisibility()).to.equal(true);
    expect(inner.querySelector('event-card')?.shadowRoot).to.equal(null);
  });
});

describe('on a page that is isolated (COEP require-corp)', () => {
  const there = (place: string, attributes: string, key: string): string =>
    `<script src="/site/test/pages/watch.js"></script><script ${attributes} src="${elsewhere(`${place}dist/attested.js`)}" data-dataset="${elsewhere(`/trouble/counting?key=${key}`)}"></script>`;

  for (const [name, place, attributes] of [
    ['a module of another origin that lets everybody read it', '/site/', 'type="module"'],
    ['a classic script asked for with crossorigin', '/site/', 'async crossorigin'],
    ['a classic script that says it may be embedded (CORP)', '/lent/', 'async'],
  ] as const)
    it(`every widget works by ${name}`, async () => {
      const key = fresh();
      const src = await put(page(there(place, attributes, key)), '/isolated/');
      await whole(await framed(src, '', complete), key);
    });

  it('a classic script that is not lent to it leaves the page as it was written', async () => {
    const key = fresh();
    const src = await put(page(there('/site/', 'async', key)), '/isolated/');
    const window = await open('<!doctype html>', { place: '/isolated/' });
    window.location.href = new URL(src, location.href).href;
    await until(() => window.document.querySelector('event-card'));
    await until(() => window.document.readyState === 'complete');
    expect(words(window.document.body)).to.contain('My words').and.to.contain('(Rees)');
    expect(window.document.querySelector('event-card')?.matches(':defined')).to.equal(false);
    expect((await asked(key)).count).to.equal(0);
  });

  it('the framed page of another origin is shown when it is lent', async () => {
    const messages: unknown[] = [];
    const window = await open(
      `<!doctype html><iframe src="${elsewhere('/lent/dist/embed.html?widget=event-card&event=zakopane-1939-12&title=Zakopane')}" title="A conference" height="90"></iframe><script async src="/lent/dist/embed-client.js"></script>`,
      { place: '/isolated/', height: 3000 },
    );
    window.addEventListener('message', ({ data }) => messages.push(data));
    await until(() => messages.some((it) => ((it as { height?: number }).height ?? 0) > 300));
    await until(() => (window.document.querySelector('iframe')?.offsetHeight ?? 0) > 300);
  });
});
