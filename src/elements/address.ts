/**
 * Leads to records. Each has an address on every page that shows it: `#event-ID`, `#claim-ID`,
 * `#source-ID`, `#person-ID`, `#organisation-ID` or `#place-ID`. Whoever opens a page with such an
 * address, or follows a link to it, comes to the first widget that shows the record, in whatever shadow
 * tree that stands, and has the focus there; a record that the page shows nowhere opens in a dialog.
 *
 * The loader imports this file when it meets such an address, and a widget when a reader follows a link
 * in it. Without the loader, `import 'attested/address.js'` does the same.
 */
import type { Id } from '../dataset/types.js';
import { need, type Loader } from '../store/need.js';
import { shared } from '../store/shared.js';
import type { AttestedElement } from '../ui/attested-element.js';
import type { Selection } from '../ui/events.js';
import { select } from '../ui/select.js';
import { css } from '../ui/html.js';
import { adopt } from '../ui/reactive-element.js';
import { plain, type View } from '../ui/view.js';

type Type = Selection['type'];

/** A record, whatever dataset it is in. */
interface Address {
  type: Type;
  id: Id;
}

/** A widget of ours that may be able to bring a record into view. */
type Widget = AttestedElement & {
  reveal?(selection: Selection): boolean;
  open?(id: Id): boolean;
  event?: Id;
};

const MAPS = {
  event: 'events',
  claim: 'claims',
  source: 'sources',
  person: 'people',
  organisation: 'organisations',
  place: 'places',
} as const;

/** The element that shows just one record of a type. */
const CARDS: { [type in Type]?: [tag: string, module: () => Promise<{ define(): string }>] } = {
  event: ['event-card', () => import('./event-card/define.js')],
  claim: ['contested-claim', () => import('./contested-claim/define.js')],
  person: ['person-card', () => import('./person-card/define.js')],
  organisation: ['person-card', () => import('./person-card/define.js')],
};

/** The elements that show many, and can bring one of them into view. */
const LISTS: { [type in Type]?: string[] } = {
  event: ['conference-timeline', 'place-map'],
  claim: ['claim-matrix'],
  source: ['source-list'],
  place: ['place-map'],
};

/** The elements whose marks put sources on a list. */
const CITING = ['source-cite', 'event-card', 'contested-claim', 'person-card'];

/** Where the reader last wanted to go: only that is gone to. */
let going: Address | undefined;

/** The dialog that is open, and the widget that it was opened from. */
let open: { dialog: HTMLDialogElement; origin: Widget } | undefined;

function addressOf(hash: string): Address | undefined {
  const [, type, id] = /^#(event|claim|source|person|organisation|place)-(.+)$/s.exec(hash) ?? [];
  return id ? { type: type as Type, id } : undefined;
}

/** Every element of the page, those in open shadow trees after their hosts. */
function* elements(root: Document | ShadowRoot = document): Generator<HTMLElement> {
  for (const it of root.querySelectorAll<HTMLElement>('*')) {
    yield it;
    if (it.shadowRoot) yield* elements(it.shadowRoot);
  }
}

/** Whether it is an element of ours, also under its other name or in its other form. */
const named = (it: Element, tag: string): boolean =>
  it.localName === tag ||
  it.localName === `attested-${tag}` ||
  it.getAttribute('data-attested') === tag;

/** Whether a widget shows something, and of the dataset that is asked for. */
const shows = (it: Widget | undefined, dataset?: string): it is Widget & { view: View } =>
  Boolean(it?.view) && (dataset === undefined || it?.view?.dataset === dataset);

/** The widget in the place of an element or of a data-attribute form, once it shows something. */
async function shown(host: HTMLElement, tag: string): Promise<Widget | undefined> {
  const widget = (): Widget =>
    (host.hasAttribute('data-attested') ? host.querySelector(tag) : host) as Widget;
  // What has failed tells of it only once.
  if (shows(widget()) || widget()?.shadowRoot?.querySelector('[part=error]')) return widget();
  const loader = shared<Loader>('loader.1', () => ({}));
  if (!loader.load && !widget()?.matches(':defined')) return undefined;
  need(tag);
  await new Promise<void>((done) => {
    for (const type of ['attested-ready', 'attested-error'])
      host.addEventListener(type, () => done(), { once: true });
  });
  return widget();
}

function focus(it: HTMLElement): void {
  // A card takes no focus by itself; a link, a button or an entry does.
  if (it.tabIndex < 0 && !it.hasAttribute('tabindex')) it.tabIndex = -1;
  it.focus({ preventScroll: true });
}

/**
 * Brings something into view, and keeps it there while widgets above it are drawn and grow, which not
 * every browser does by itself: until the reader scrolls.
 */
function bring(it: HTMLElement, at: Address, block: ScrollLogicalPosition = 'start'): void {
  const place = (): number => it.getBoundingClientRect().top;
  let top: number;
  let scrolled: number;
  const go = (): void => {
    it.scrollIntoView({ block });
    top = place();
    scrolled = scrollY;
  };
  const look = (): void => {
    const moved = place() !== top;
    if (going !== at || (moved && scrollY !== scrolled))
      document.removeEventListener('attested-ready', look);
    else if (moved) go();
    else scrolled = scrollY;
  };
  go();
  document.addEventListener('attested-ready', look);
}

/** Shows an entry, also one that is folded away. */
function enter(entry: HTMLElement | null | undefined, at: Address): boolean {
  const folded = entry?.closest('details');
  if (folded) folded.open = true;
  if (!entry) return false;
  bring(entry, at, 'center');
  focus(entry);
  return true;
}

/** A list's entry of a source: it is there once what cites the source is drawn. */
async function entryOf(
  list: Widget,
  id: Id,
  visible: HTMLElement[],
): Promise<HTMLElement | null | undefined> {
  const entry = (): HTMLElement | null | undefined =>
    list.shadowRoot?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`);
  for (const tag of CITING)
    for (const host of visible.filter((it) => named(it, tag))) {
      if (entry()) return entry();
      // A form becomes a widget when it comes near: only one that names the source is gone to for that.
      if (host.hasAttribute('data-attested') && !host.querySelector(tag)) {
        if (!host.dataset['source']?.split(/[\s;,]+/).includes(id)) continue;
        host.scrollIntoView();
      }
      await shown(host, tag);
      await list.updateComplete;
    }
  return entry();
}

/** What a widget opens an event in: it comes with code of its own, the first time. */
async function panelOf(widget: Widget, at: Address): Promise<HTMLElement | null | undefined> {
  for (let tries = 0; tries < 50 && going === at; tries++) {
    await widget.updateComplete;
    const panel = widget.shadowRoot?.querySelector<HTMLElement>('[part=panel]');
    if (panel) return panel;
    await new Promise((done) => setTimeout(done, 50));
  }
  return undefined;
}

/** Goes to where the page shows a record. @returns whether it does */
async function goTo(at: Address, dataset?: string): Promise<boolean> {
  const { type, id } = at;
  const visible = [...elements()].filter((it) => it.checkVisibility());
  const [card] = CARDS[type] ?? [];
  const own = card
    ? visible.find(
        (it) =>
          named(it, card) &&
          (it.getAttribute(type) ?? it.getAttribute(`data-${type}`)) === id &&
          // What stands in a form is found with the form.
          !it.parentElement?.matches('[data-attested]') &&
          (!(it as Widget).view || shows(it as Widget, dataset)),
      )
    : undefined;
  if (card && own) {
    // What is far away is loaded when it comes near.
    own.scrollIntoView();
    const widget = await shown(own, card);
    if (going !== at) return true;
    bring(own, at);
    focus(widget?.shadowRoot?.querySelector('article') ?? own);
    return true;
  }
  for (const tag of LISTS[type] ?? [])
    for (const host of visible.filter((it) => named(it, tag))) {
      const widget = await shown(host, tag);
      if (going !== at) return true;
      if (!shows(widget, dataset)) continue;
      const entry = type === 'source' ? await entryOf(widget, id, visible) : undefined;
      if (going !== at) return true;
      const there =
        type === 'source'
          ? enter(entry, at)
          : widget.reveal
            ? widget.reveal({ ...at, dataset: widget.view.dataset })
            : // An event that is open already would be closed.
              widget.event === id || widget.open?.(id);
      if (!there) continue;
      if (type !== 'source' && !widget.reveal) {
        bring(widget, at, 'nearest');
        const panel = await panelOf(widget, at);
        if (panel) focus(panel);
      }
      return true;
    }
  return (
    type === 'source' &&
    enter(
      visible.find((it) => it.matches(`[data-entry="${CSS.escape(id)}"]`)),
      at,
    )
  );
}

const styles = css`
  [part='dialog'] {
    box-sizing: border-box;
    inline-size: min(44rem, 100vw - 1.5rem);
    max-inline-size: none;
    max-block-size: calc(100dvh - 2rem);
    margin: auto;
    padding: 0.75rem 1.25rem 1.25rem;
    border: 1px solid var(--attested-note-rule-color, light-dark(#cfc8bb, #55504a));
    border-radius: var(--attested-radius, 4px);
    background: var(--attested-note-background, light-dark(#fffdf8, #24221f));
    color: var(--attested-note-color, light-dark(#1e1b18, #ece8e1));
    font-size: var(--attested-note-size, 1rem);
    text-align: start;
  }
  [part='dialog']::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  [part='dialog'] article {
    border: 0;
    padding-block: 0;
  }
  [part='dialog'] article > * + * {
    margin-block-start: 0.75em;
  }
  [part='dialog'] li {
    margin-block-start: 0.4em;
    padding-inline-start: 1.1em;
    text-indent: -1.1em;
  }
  [part='close'] {
    position: sticky;
    inset-block-start: 0;
    float: inline-end;
    min-inline-size: 2em;
    min-block-size: 2em;
    margin-inline: 0.5em -0.5em;
    background: inherit;
    border-radius: var(--attested-radius, 4px);
    font-size: 1.25em;
    line-height: 1;
    text-decoration: none;
  }
`;

/** Closes the dialog that is open, and takes it away before another comes. */
function shut(): void {
  open?.dialog.close();
  open?.dialog.remove();
}

/** Opens a record's card over the page, where a widget is that knows its dataset. */
async function openCard(at: Address, origin: Widget & { view: View }): Promise<void> {
  const { type, id } = at;
  const { view } = origin;
  const [, module] = CARDS[type] ?? [];
  const record = view.data[MAPS[type]][id] as {
    title?: string;
    statement?: string;
    label?: string;
  };
  const dialog = document.createElement('dialog');
  dialog.setAttribute('part', 'dialog');
  dialog.setAttribute(
    'aria-label',
    plain(view, record.title ?? record.statement ?? record.label ?? id),
  );
  const close = document.createElement('button');
  close.type = 'button';
  close.setAttribute('part', 'close');
  close.setAttribute('aria-label', view.t.record.close);
  close.textContent = '×';
  close.addEventListener('click', () => dialog.close());
  dialog.append(close);
  if (module) {
    const card = document.createElement((await module()).define());
    card.setAttribute(type, id);
    card.setAttribute('heading-level', '2');
    card.lang = view.language;
    if (origin.src) card.setAttribute('src', origin.src);
    // The card's readiness is not that of the widget it stands in.
    card.addEventListener('attested-ready', (event) => event.stopPropagation());
    dialog.append(card);
  } else {
    const { drawRecord } = await import('./record-view.js');
    drawRecord(view, type, id, dialog);
    dialog.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-record]');
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      void follow(link, view, origin);
    });
  }
  if (going !== at || !origin.isConnected) return;
  shut();
  const root = origin.renderRoot as ShadowRoot;
  adopt(root, styles);
  root.append(dialog);
  open = { dialog, origin };
  // A press beside it closes it too: on the dialog itself is on its backdrop.
  dialog.addEventListener('click', ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    if (
      target === dialog &&
      (clientX < left || clientX > right || clientY < top || clientY > bottom)
    )
      dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (open?.dialog === dialog) open = undefined;
  });
  dialog.showModal();
}

/**
 * Follows a link to a record. The page hears of it by `attested-select`, and can cancel it.
 * @param link its `href` is the record's address; `data-record="card"` asks for the record's own card; a
 * button asks for an export of the source that is its value, or of all that the widget cites
 * @param view of the widget that it stands in
 * @param host that widget
 */
export async function follow(link: HTMLAnchorElement, view: View, host: Widget): Promise<void> {
  if (link.localName === 'button') {
    const { getCitation } = await import('../ui/get-citation.js');
    return getCitation(link as HTMLElement as HTMLButtonElement, view, host);
  }
  const at = addressOf(link.getAttribute('href') ?? '');
  if (!at || !select(link, { ...at, dataset: view.dataset })) return;
  going = at;
  link.closest<HTMLElement>('[popover]')?.hidePopover();
  const before = open;
  // What stands in a dialog goes with it.
  const origin = before?.dialog.contains(host) ? before.origin : host;
  shut();
  if (link.dataset.record !== 'card') {
    const { href, hash } = location;
    try {
      // The address of a page that finds its way by it is not ours to change.
      if (!/^#[/!]/.test(hash))
        history.pushState(
          history.state,
          '',
          `${href.replace(/#.*/s, '')}#${at.type}-${encodeURIComponent(at.id)}`,
        );
    } catch {
      // A page without an address of its own.
    }
    if (await goTo(at, view.dataset)) return;
  }
  if (going === at && shows(origin)) await openCard(at, origin);
}

/** Goes where the page's address says. */
async function arrive(): Promise<void> {
  let hash = location.hash;
  try {
    hash = decodeURIComponent(hash);
  } catch {
    // An address that somebody cut off in the middle of a sign is taken as it is.
  }
  const at = (going = addressOf(hash));
  // What stands in the page itself the browser finds alone.
  if (!at || document.getElementById(hash.slice(1))?.checkVisibility()) return;
  if ((await goTo(at)) || going !== at) return;
  const knows = (it: Widget): boolean =>
    shows(it) && Object.hasOwn(it.view.data[MAPS[at.type]], at.id) && it.checkVisibility();
  const look = (): void => {
    if (going !== at) return document.removeEventListener('attested-ready', look);
    const origin = ([...elements()] as Widget[]).find(knows);
    if (!origin) return;
    document.removeEventListener('attested-ready', look);
    void openCard(at, origin as Widget & { view: View });
  };
  // The datasets may be on their way.
  document.addEventListener('attested-ready', look);
  look();
}

// A bundler's server side may import what only a page can run.
if (globalThis.document) {
  addEventListener('hashchange', () => void arrive());
  void arrive();
}
