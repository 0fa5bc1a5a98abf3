import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Id } from '../../dataset/types.js';
import { AttestedElement } from '../../ui/attested-element.js';
import { need } from '../../store/need.js';
import { AttestedSelectEvent, type Selection } from '../../ui/events.js';
import { tokens } from '../../ui/tokens.js';
import { fill, plain, type Piece, type View } from '../../ui/view.js';
import type { Axis } from './axis.js';
import { bounds, type Bounds } from './bounds.js';
import { eventOf, groupBy, groupsOf, passes, type GroupBy } from './events.js';
import type { Host } from './host.js';
import type { PanelName, Panels } from './panels.js';
import type { Span } from './scale.js';
import { styles } from './styles.js';
import { listed, timelineList, type ListOptions } from './view.js';
import { words } from './words.js';

/** How many more events a list shows at a time. */
const LISTED = 200;

/** Below this width, px, there is a list: 40rem. */
const narrow = (): number => 40 * parseFloat(getComputedStyle(document.documentElement).fontSize);

/**
 * Events in time, drawn so that a reader sees how much is known: a day, an interval, one of several
 * days, a month and an open end each look different, and how surely an event took place is told by a
 * shape and a word. Wide, it is an axis to pan and zoom; narrow and in print it is a list.
 *
 * Pan by dragging, by a horizontal wheel, or by Page Up and Page Down; zoom by pinching, by Ctrl and the
 * wheel, or by + and −; 0 shows everything. Arrow keys, Home and End go through the events in order of
 * time; letters go to the next event whose title has a word that begins so. In right-to-left text the axis runs from right to left, and so do the arrow keys.
 *
 * @customElement conference-timeline
 * @attr {string} src - URL of this timeline's own dataset.
 * @attr {string} lang - The reader's language, BCP 47.
 * @attr {number} heading-level - Level of the headings in the list and the panels, less one. Default: 3.
 * @attr {string} from - Where the first view begins, as EDTF, such as `1939-09`. Default: with the first event.
 * @attr {string} to - Where the first view ends, as EDTF, inclusive. Default: with the last event.
 * @attr {string} event - Id of the event that is opened: it is brought into view with its card. Follows what the reader opens.
 * @attr {boolean} bookmark - Keeps the time in view and the opened event in the fragment of the page's address, such as `#t=1939-09..1940-03&event=zakopane-1939-12`, without adding to the page's history; reads them from there at first and whenever it changes. With a value, such as `bookmark="war"`, the keys begin with it (`war.t`), for a page with several timelines. Default: the address is left alone.
 * @attr {'kind' | 'place' | 'status' | 'person' | 'organisation'} group-by - Puts the events into lanes. By person or organisation an event stands in the lane of each that took part. Default: one lane.
 * @fires {AttestedReadyEvent} attested-ready - The timeline is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - A sentence is shown in the timeline's place.
 * @fires {AttestedSelectEvent} attested-select - The reader chose an event. Unless it is cancelled, the event's card opens in place.
 * @slot - What to show until the events are there, and for ever if they never are.
 * @csspart timeline - The whole.
 * @csspart toolbar - The row above the axis.
 * @csspart window - The words that say what time is in view.
 * @csspart button - A button of the toolbar or of a panel.
 * @csspart plot - The area with the axis.
 * @csspart tick - The fine marks of the axis.
 * @csspart era - The larger units of the axis.
 * @csspart item - One event with its marks.
 * @csspart event - The button of an event.
 * @csspart label - The title of an event.
 * @csspart drawing - The drawing of the date shown first.
 * @csspart alternative - Another date given for the same event.
 * @csspart more - A button that stands for events without room.
 * @csspart lane - The heading of a lane or of a group.
 * @csspart panel - The filter, the legend, an event's card or a list of events.
 * @csspart search - The field to search in.
 * @csspart found - How many events a search found.
 * @csspart sample - A drawing in the legend.
 * @csspart list - The events as a list.
 * @csspart entry - One event in it.
 * @csspart date - Its date in words.
 * @csspart place - Its place.
 * @csspart kind - Its kind.
 * @csspart status - A status: a shape and a word.
 * @csspart error - The sentence that says what is wrong.
 * @cssprop --attested-timeline-block-size - Height of the timeline where it has an axis. Default: 27rem.
 * @cssprop --attested-timeline-label-size - Type size of titles and axis. Default: 0.8125em.
 * @cssprop --attested-timeline-mark-color - Colour of the marks. Default: the text colour with some blue.
 * @cssprop --attested-muted-color - Colour of what is said in passing. Default: the text colour, fainter.
 * @cssprop --attested-rule-color - Colour of rules. Default: the text colour, faint.
 * @cssprop --attested-accent-color - Colour of what is contested. Default: the text colour with some rust.
 * @cssprop --attested-focus-color - Colour of the focus ring. Default: Highlight.
 * @cssprop --attested-note-background - Background of a panel. Default: light-dark(#fffdf8, #24221f).
 * @cssprop --attested-note-color - Text colour of a panel. Default: light-dark(#1e1b18, #ece8e1).
 * @cssprop --attested-note-rule-color - Border colour of a panel. Default: light-dark(#cfc8bb, #55504a).
 * @cssprop --attested-radius - Corner radius of buttons and panels. Default: 4px.
 */
export class ConferenceTimeline extends AttestedElement {
  static override styles = [tokens, styles];

  static override properties: PropertyDeclarations = {
    ...AttestedElement.properties,
    from: { reflect: true },
    to: { reflect: true },
    groupBy: { attribute: 'group-by', reflect: true },
    event: { reflect: true },
    bookmark: { type: Boolean },
  };

  /** Where the first view begins, as EDTF. */
  declare from?: string;

  /** Where the first view ends, as EDTF, inclusive. */
  declare to?: string;

  /** What the lanes are made by: `kind`, `place`, `status`, `person` or `organisation`. */
  declare groupBy?: GroupBy;

  /** The event that is opened, by its id. */
  declare event?: Id | undefined;

  /** Whether the time in view and the opened event are kept in the page's address. */
  declare bookmark?: boolean;

  #bounds: Bounds = {};
  #axis?: Axis;
  #panels?: Panels;
  #wide?: boolean;
  #printing = false;
  /** The event that was opened last; where `event` is another, the page wants that opened. */
  #opened?: Id | undefined;
  #kept?: Promise<() => void> | undefined;
  /** The list: how many events of it are shown, and whether also those outside `from` and `to`. */
  #shown = LISTED;
  #whole = false;
  #group?: string;
  #resized = new ResizeObserver(() =>
    requestAnimationFrame(() => this.isConnected && this.#look()),
  );
  #print = matchMedia('print');
  #host: Host = this.#asHost();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    this.#print.addEventListener('change', this.#onPrint);
    for (const type of ['beforeprint', 'afterprint']) addEventListener(type, this.#onPrint);
    this.#keep();
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#print.removeEventListener('change', this.#onPrint);
    for (const type of ['beforeprint', 'afterprint']) removeEventListener(type, this.#onPrint);
    this.#axis?.stop();
    this.#keep(false);
  }

  /** Shows everything. */
  fit(): void {
    this.#axis?.fit();
  }

  /** Shows a shorter time. */
  zoomIn(): void {
    this.#axis?.zoom(1 / 1.6);
  }

  /** Shows a longer time. */
  zoomOut(): void {
    this.#axis?.zoom(1.6);
  }

  /**
   * Brings an event into view and opens its card, as if the reader had chosen it.
   * @param id the event's id
   * @returns whether there is such an event
   */
  open(id: Id): boolean {
    const known = !!this.view && Object.hasOwn(this.view.data.events, id);
    if (known) this.#host.choose(id);
    return known;
  }

  /** The time in view, in days since 1970-01-01; `to` is exclusive. Nothing while there is no axis. */
  get window(): Readonly<Span> | undefined {
    return this.#axis?.span;
  }

  #asHost(): Host {
    const self = this;
    return {
      hidden: { kinds: new Set(), statuses: new Set() },
      element: self,
      get root() {
        return self.renderRoot as ShadowRoot;
      },
      get view() {
        return self.view as View;
      },
      get by() {
        return groupBy(self.groupBy);
      },
      get bounds() {
        return self.#bounds;
      },
      get axis() {
        return self.#axis;
      },
      get open() {
        return self.event || undefined;
      },
      set open(id) {
        self.#opened = self.event = id;
      },
      update() {
        self.requestUpdate();
        return self.updateComplete;
      },
      choose(id) {
        if (id === this.open) return this.close();
        const { dataset } = this.view;
        if (!self.dispatchEvent(new AttestedSelectEvent({ type: 'event', id, dataset }))) return;
        this.open = id;
        void self.#openPanel('card');
      },
      toggle(panel, events) {
        if (panel === this.panel && !events) return this.close();
        this.open = undefined;
        void self.#openPanel(panel, events ?? self.#axis?.model.undated);
      },
      close: () => self.#panels?.close(),
    };
  }

  async #openPanel(panel: PanelName, events?: readonly Id[]): Promise<void> {
    if (panel === 'card') need('event-card');
    if (!this.#panels) {
      const { Panels } = await import('./panels.js');
      this.#panels ??= new Panels(this.#host);
    }
    await this.#panels.open(panel, events);
    // Now that the panel's width is known.
    if (panel === 'card' && !this.#host.still)
      this.#axis?.reveal(this.#axis.keyOf(this.#host.open), true);
    this.#host.still = false;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('bookmark')) this.#keep();
    if (!changed.has('from') && !changed.has('to')) return;
    const { from, to } = this;
    const read = bounds(from, to);
    if (!(read instanceof Promise)) {
      this.#bounds = read;
      return;
    }
    void read.then((given) => {
      if (this.from !== from || this.to !== to) return;
      this.#bounds = given;
      this.requestUpdate();
    });
  }

  protected override show(view: View): TemplateResult {
    const t = words(view);
    const { panel } = this.#host;
    const tool = (name: PanelName, label: string): Piece =>
      html`<button
        type="button"
        part="button"
        aria-expanded=${panel === name}
        @click=${() => this.#host.toggle(name)}
      >
        ${label}
      </button>`;
    const open = panel && this.#panels ? this.#panels.template() : nothing;
    let content: Piece;
    if (this.#printing) content = timelineList(view, this.#options());
    else if (!this.#wide) content = this.#list(view, tool('filter', t.filter), open);
    else if (this.#axis) content = this.#axis.template(tool, open);
    // What the page wrote stays until the axis is there.
    else throw new Error('');
    return html`<div
      class="timeline"
      part="timeline"
      role="group"
      aria-label=${fill(t.label, plain(view, view.data.title))}
    >
      ${content}
    </div>`;
  }

  protected override updated(): void {
    // Ready is what can be seen.
    if (this.view && this.#wide && !this.#axis) return;
    super.updated();
    if (!this.view) return;
    this.#axis?.updated();
    const { open } = this.#host;
    if (open !== this.#opened) {
      this.#opened = open;
      if (open) void this.#openPanel('card');
      else this.#host.close();
    }
    if (!this.#wide) this.#host.rested?.();
  }

  /** Begins or ends to keep the page's address in step. */
  #keep(on = this.bookmark && this.isConnected): void {
    if (Boolean(on) === Boolean(this.#kept)) return;
    void this.#kept?.then((end) => end());
    this.#kept = on
      ? import('./bookmark.js').then(
          ({ keep }) => keep(this.#host),
          // Without its code the address is left alone.
          () => () => {},
        )
      : undefined;
  }

  protected override answer({ type, id }: Selection): void {
    const axis = this.#axis;
    const key = type === 'event' && axis?.stage ? axis.keyOf(id) : -1;
    if (!axis || key < 0) return;
    axis.current = key;
    axis.reveal(key, true);
  }

  #options(): ListOptions {
    const { hidden, by, view } = this.#host;
    const { data } = view;
    const filtered = hidden.kinds.size + hidden.statuses.size > 0 || hidden.found;
    return {
      ...(this.#whole ? {} : this.#bounds),
      groupBy: by,
      ...(filtered && { ids: data.inTime.filter((id) => passes(eventOf(data, id), hidden)) }),
    };
  }

  #list(view: View, tools: Piece, open: Piece): Piece {
    const t = words(view);
    const options = this.#options();
    const bounded = !this.#whole && (options.from ?? options.to) !== undefined;
    const { panel, open: opened } = this.#host;
    const ids = listed(view, options);
    const left = ids.length - this.#shown;
    // Below its entry, where that is shown.
    const card = panel === 'card' && ids.indexOf(opened as Id) >>> 0 < this.#shown;
    const more = (label: string, act: () => void): Piece =>
      html`<button
        type="button"
        part="button"
        @click=${() => {
          act();
          this.requestUpdate();
        }}
      >
        ${label}
      </button>`;
    return html`<div class="bar" part="toolbar">${tools}</div>
      ${card ? nothing : open}${timelineList(view, {
        ...options,
        most: this.#shown,
        choose: (id, group) => {
          this.#group = group;
          this.#host.choose(id);
        },
        // An event can stand in several groups: the card opens where it was chosen.
        below: (id, group) => {
          if (!card || id !== opened) return nothing;
          const all = groupsOf(eventOf(view.data, id), options.groupBy);
          return group === (all.find((it) => it === this.#group) ?? all[0]) ? open : nothing;
        },
      })}${left > 0 ? more(fill(t.showMore, Math.min(left, LISTED)), () => (this.#shown += LISTED)) : nothing}${bounded ? more(t.whole, () => (this.#whole = true)) : nothing}`;
  }

  /** Looks whether there is room for an axis, and fetches it if so. */
  #look(): void {
    const width = this.clientWidth;
    // Hidden, it has no width: then an axis is expected, and what the page wrote is kept until it is shown.
    const wide = !width || width >= narrow();
    if (wide === this.#wide) return;
    this.#wide = wide;
    this.requestUpdate();
    if (!wide || this.#axis) return;
    // What the address asks for is known before anything is drawn.
    void Promise.all([import('./axis.js'), this.#kept])
      .then(([{ Axis }]) => (this.#axis ??= new Axis(this.#host)))
      // Without its code there is still the list.
      .catch(() => (this.#wide = false))
      .then(() => this.requestUpdate());
  }

  #onPrint = (event: Event): void => {
    const printing =
      event.type === 'beforeprint' || (event.type === 'change' && this.#print.matches);
    if (printing === this.#printing) return;
    this.#printing = printing;
    this.requestUpdate();
    // The page is printed as it stands when this returns.
    if (this.view) this.performUpdate();
  };
}
