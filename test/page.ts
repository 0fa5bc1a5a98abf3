/** What the tests of elements have in common: hand-written pages, waiting, and what a reader can read. */
import { executeServerCommand } from '@web/test-runner-commands';
import type { CompiledDataset } from '../src/dataset/compiled.js';
import type { Text } from '../src/dataset/types.js';

/** Where the built dataset is served. */
export const DATASET = '/dist/data/conferences.json';

let loading: Promise<CompiledDataset> | undefined;

/** The built dataset. */
export const conferences = (): Promise<CompiledDataset> =>
  (loading ??= fetch(DATASET).then((response) => response.json() as Promise<CompiledDataset>));

/** Address of a dataset, or of any text, that a test made. */
export const served = (content: unknown): string =>
  URL.createObjectURL(
    new Blob([typeof content === 'string' ? content : JSON.stringify(content)], {
      type: 'application/json',
    }),
  );

let last = 0;

/** A name that no other test has. */
export const fresh = (): string => `${Date.now()}-${++last}`;

/** How often an address under /trouble/ with this key was asked for, and how often in vain. */
export const asked = async (key: string): Promise<{ count: number; aborted: number }> =>
  (await fetch(`/trouble/count?key=${key}`)).json() as Promise<{ count: number; aborted: number }>;

/** Waits until there is something to return. */
export async function until<T>(
  look: () => T | Promise<T>,
  what = String(look),
): Promise<NonNullable<Exclude<T, false>>> {
  let error: unknown;
  // On a machine that stood still, the time is over before anything could happen: it has its looks too.
  for (let end = performance.now() + 8000, looks = 0; looks++ < 200 || performance.now() < end;) {
    try {
      const found = await look();
      if (found) return found as NonNullable<Exclude<T, false>>;
      error = undefined;
    } catch (thrown) {
      error = thrown;
    }
    await new Promise((done) => setTimeout(done, 15));
  }
  throw new Error(`This never happened: ${what}${error ? ` (${String(error)})` : ''}`);
}

/** Time for anything to happen that should not. */
export const rest = (ms = 150): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A dataset's text in English. */
export const english = (text: Text): string => (typeof text === 'string' ? text : (text.en ?? ''));

/** What a reader reads: text without styles and scripts, blanks as one. */
export function words(node: Node | null | undefined): string {
  if (!node) return '';
  const copy =
    node instanceof ShadowRoot || node.nodeName === '#document-fragment'
      ? node
      : node.cloneNode(true);
  const text = (it: Node): string =>
    it.nodeType === Node.TEXT_NODE
      ? (it.nodeValue ?? '')
      : /^(style|script|template)$/i.test(it.nodeName)
        ? ''
        : [...it.childNodes].map(text).join('');
  return text(copy).replace(/\s+/g, ' ').trim();
}

/** What a widget says: the text of its shadow tree, with what the page put into its slot. */
export function said(element: Element | null | undefined): string {
  const root = element?.shadowRoot;
  return root ? words(root) : '';
}

/** Puts HTML into the test's own page; it is taken away after the test. */
export function put<E extends Element = HTMLElement>(
  html: string,
  into: Node & ParentNode = document.body,
): E {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  into.append(holder);
  added.push(holder);
  return holder.firstElementChild as E;
}

/** Opens a page written by hand in a frame, as a browser would open it from a server. */
export async function open(
  html: string,
  { place = '/site/', width = 800, height = 600, wait = true } = {},
): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, {
    width: `${width}px`,
    height: `${height}px`,
    border: '0',
    position: 'fixed',
    inset: '0 auto auto 0',
  });
  const url = new URL(place, location.href);
  url.searchParams.set('name', fresh());
  await fetch(url, { method: 'PUT', body: html });
  frame.src = url.href;
  const loaded = new Promise((done) => (frame.onload = done));
  document.body.append(frame);
  added.push(frame);
  if (wait) await loaded;
  return frame.contentWindow as Window & typeof globalThis;
}

const added: Element[] = [];
afterEach(() => {
  for (const element of added.splice(0)) element.remove();
});

/** Sets what the page is told of its reader's wishes, or skips the test in a browser that cannot. */
export async function media(
  test: Mocha.Context,
  features: Record<string, string>,
  kind = '',
): Promise<void> {
  if (!(await executeServerCommand('media', { features, media: kind }))) test.skip();
}

/** Takes back what `media` set. */
export const unmedia = (): Promise<unknown> => executeServerCommand('media', {});

/** Gives the page a size in px, in a browser that can; in another it keeps its own. */
export const viewport = (width: number, height: number): Promise<unknown> =>
  executeServerCommand('viewport', { width, height });

/** Presses keys held down together, such as Control and End. */
export const chord = (...keys: string[]): Promise<unknown> => executeServerCommand('chord', keys);
