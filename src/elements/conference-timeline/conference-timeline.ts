import { columnsOf } from '../../dataset/columns.js';
import type { CompiledDataset } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { AttestedElement } from '../../ui/attested-element.js';
import { AttestedErrorEvent, type Selection } from '../../ui/events.js';
import { html, nothing, type TemplateResult } from '../../ui/html.js';
import type { PropertyDeclarations } from '../../ui/reactive-element.js';
import { tokens } from '../../ui/tokens.js';
import { fill, plain, type View } from '../../ui/view.js';
import type { Axis } from './axis.js';
import { bounds, type Bounds } from './bounds.js';
import type { Host } from './host.js';
import type { List } from './list.js';
import type { Panels } from './panels.js';
import type { Span } from './scale.js';
import { styles } from './styles.js';
import { words } from './words.js';

/** Below this width, px, there is a list: 40rem. */
const narrow = (): number => 40 * parseFloat(getComputedStyle(document.documentElement).fontSize);

/**
 * Events in time, drawn so that a reader sees how much is known: a day, an interval, one of several
 * days, a month and an open end each look different, and how surely an event took place is told by a
 * shape and a word. Wide, it is an axis to pan and zoom; narrow and in print it is a list.
 *
 * Pan by dragging, by a horizontal wheel, or by Page Up and Page Down; zoom by pinching, by Ctrl and the
 * wheel, or by + and −; 0 shows everything. Arrow keys, Home and End go through the events in order of
 * time; letters go to the next event whose title has a word that begins so. In right-to-left text the axis
 * runs from right to left, and so do the arrow keys.
 *
 * @customElement conference-timeline
 * @attr {string} src - URL of this timeline's own dataset.
 * @attr {string} lang - The reader's language, BCP 47.
 * @attr {number} heading-level - Level of the headings in the list and the panels, less one. Default: 3.
 * @attr {string} from - Where the first view begins, as EDTF, such as `1939-09`. Default: with the first event.
 * @attr {string} to - Where the first view ends, as EDTF, inclusive. Default: with the last event.
 * @attr {string} event - Id of the event that is opened: it is brought into view with its card. Follows what the reader opens.
 * @attr {boolean} bookmark - Keeps the time in view and the opened event in the fragment of the page's address, such as `#t=1939-09..1940-03&event=zakopane-1939-12`, without adding to the page's history; reads them from there at first and whenever it changes. With a value, such as `bookmark="war"`, the keys begin with it (`war.t`), for a page with several timelines. Default: the address is left alone.
 * @attr {string} group-by - Puts the events into lanes: by `kind`, `place`, `country`, `status`, `person` or `organisation`, or by one within another, such as `country place`. By person or organisation an event stands in the lane of each that took part. Default: one lane.
 * @attr {string} overview - A strip below the axis with the whole time: how many events begin when, and a window on it to drag, to resize and to move by keys. Without a value it is always there; `off` leaves it out. Default: it comes as soon as there is more time than is in view.
 * @attr {string} layout - `vertical`: time runs down the page, at any width, with lanes as columns where there is room. One finger and the wheel scroll the page; drag with the mouse or two fingers. Default: across where there is room, else a list.
 * @fires {AttestedReadyEvent} attested-ready - The timeline is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - A sentence is shown in the timeline's place.
 * @fires {AttestedSelectEvent} attested-select - The reader chose an event. Unless it is cancelled, the event's card opens in place.
 * @fires {AttestedWindowEvent} attested-window - The time in view came to rest: `detail` has it in days since 1970-01-01.
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
 * @csspart overview - The strip with the whole time.
 * @csspart overview-window - The time in view on it.
 * @csspart overview-end - A handle at either end of that.
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
    from: {},
    to: {},
    groupBy: { attribute: 'group-by' },
    event: {},
    bookmark: { type: Boolean },
    overview: {},
    layout: {},
  };

  /** Where the first view begins, as EDTF. */
  declare from?: string;

  /** Where the first view ends, as EDTF, inclusive. */
  declare to?: string;

  /** What the lanes are made by, such as `kind`, or `country place` for places within countries. */
  declare groupBy?: string;

  /** `off` leaves out the strip with the whole time; any other value shows it from the beginning. */
  declare overview?: string;

  /** `vertical`: time runs down the page, at any width. */
  declare layout?: string;

  /** The event that is opened, by its id. */
  declare event?: Id | undefined;

  /** Whether the time in view and the opened event are kept in the page's address. */
  declare bookmark?: boolean;

  #bounds: Bounds = {};
  #axis?: Axis;
  #list?: List;
  #panels?: Panels;
  #wide?: boolean;
  /** What is wrong with the attributes, in sentences. */
  #wrong: string[] = [];
  #opened?: Id | undefined;
  #kept?: Promise<() => void> | undefined;
  #resized = new ResizeObserver(() =>
    requestAnimationFrame(() => this.isConnected && this.#look()),
  );
  #host: Host = this.#asHost();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    this.#list?.watch(true);
    this.#keep();
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#list?.watch(false);
    this.#axis?.stop();
    this.#keep(false);
  }

  /** Shows everything. */
  fit(): void {
    void this.#axis?.reader().then(({ fitTo }) => fitTo(this.#axis!));
  }

  /** Shows a shorter time. */
  zoomIn(): void {
    this.#zoom(1 / 1.6);
  }

  /** Shows a longer time. */
  zoomOut(): void {
    this.#zoom(1.6);
  }

  #zoom(factor: number): void {
    void this.#axis?.reader().then(({ zoom }) => zoom(this.#axis!, factor));
  }

  /**
   * Brings an event into view and opens its card, as if the reader had chosen it.
   * @param id the event's id
   * @returns whether there is such an event
   */
  open(id: Id): boolean {
    const known = !!this.view && Object.hasOwn(this.view.data.events, id);
    if (known) void this.#host.panels().then((panels) => panels.choose(id));
    return known;
  }

  /** The time in view, in days since 1970-01-01; `to` is exclusive. Nothing while there is no axis. */
  get window(): Readonly<Span> | undefined {
    return this.#axis?.span;
  }

  #asHost(): Host {
    const self = this;
    return {
      element: self,
      get root() {
        return self.renderRoot as ShadowRoot;
      },
      get view() {
        return self.view as View;
      },
      get columns() {
        return columnsOf(this.view.data);
      },
      get by() {
        return self.groupBy ?? '';
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
      get opened() {
        return self.#panels;
      },
      update(now) {
        self.requestUpdate();
        if (now && self.view) self.performUpdate();
        return self.updateComplete;
      },
      panels: async () => {
        const { Panels } = await import('./panels.js');
        return (self.#panels ??= new Panels(self.#host));
      },
    };
  }

  protected override willUpdate(changed: Set<string>): void {
    super.willUpdate(changed);
    if (changed.has('bookmark')) this.#keep();
    if (changed.has('layout')) this.#look();
    if (!changed.has('from') && !changed.has('to') && !changed.has('group-by')) return;
    const { from, to, groupBy: by } = this;
    const read = bounds(from, to);
    if (read) this.#bounds = read;
    if (read && !by) {
      this.#wrong = [];
      return;
    }
    void import('./attributes.js')
      .then(({ attributes }) => attributes(from, to, by))
      .then(([given, wrong]) => {
        if (this.from !== from || this.to !== to || this.groupBy !== by) return;
        // What is the same need not be drawn anew.
        if (!read) this.#bounds = given;
        this.#wrong = wrong;
        this.requestUpdate();
        for (const message of this.#wrong) this.dispatchEvent(new AttestedErrorEvent(message));
      });
  }

  protected override opens(opening?: CompiledDataset): CompiledDataset | undefined {
    const { from, to, groupBy, event, citationStyle, view } = this;
    // What asks for all of the events cannot begin with some.
    const asks = from || to || groupBy || event || citationStyle;
    return this.#wide && (!asks || view?.data === opening) ? opening : undefined;
  }

  protected override show(view: View): TemplateResult {
    const t = words(view);
    const open = this.#panels?.template() ?? nothing;
    const content =
      this.#wide && !this.#list?.printing ? this.#axis?.template(open) : this.#list?.template(open);
    // What the page wrote stays until there is something to show.
    if (!content) throw new Error('');
    return html`<div
      class="timeline"
      part="timeline"
      role="group"
      aria-label=${fill(t.label, plain(view, view.data.title))}
    >
      ${this.#wrong.map((message) => html`<p part="error">${message}</p>`)}${content}
    </div>`;
  }

  protected override updated(): void {
    // Ready is what can be seen.
    if (this.view && !(this.#wide ? this.#axis?.model : this.#list)) return;
    super.updated();
    if (!this.view) return;
    this.#axis?.updated();
    if (this.view.data.part) return;
    if (this.event !== this.#opened) void this.#host.panels().then((panels) => panels.follow());
    this.#opened = this.event;
    if (!this.#wide) this.#host.rested?.();
    // Nobody waits for what is printed.
    else if (!this.#list) (globalThis.requestIdleCallback ?? setTimeout)(() => this.#listed());
  }

  /** Begins or ends to keep the page's address in step. */
  #keep(on = this.bookmark && this.isConnected): void {
    if (!on === !this.#kept) return;
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
    const key = type === 'event' ? (axis?.model?.keyOf(id) ?? -1) : -1;
    if (!axis || key < 0) return;
    axis.current = key;
    axis.reveal(key);
  }

  /** Looks whether there is room for an axis, and fetches what is to be shown. */
  #look(): void {
    const width = this.clientWidth;
    // Hidden, it has no width: then an axis is expected, and what the page wrote is kept until it is shown.
    const wide = !width || width >= narrow() || this.layout === 'vertical';
    if (wide === this.#wide) return;
    this.#wide = wide;
    this.requestUpdate();
    if (!wide) return void this.#listed();
    if (this.#axis) return;
    // What the address asks for is known before anything is drawn.
    void Promise.all([import('./axis.js'), this.#kept])
      .then(([{ Axis }]) => (this.#axis ??= new Axis(this.#host)))
      .then(
        () => this.requestUpdate(),
        // Without its code there is still the list.
        () => {
          this.#wide = false;
          this.#listed();
        },
      );
  }

  /** Fetches the list. */
  #listed(): void {
    if (this.#list) return;
    void import('./list.js').then(({ List }) => {
      this.#list ??= new List(this.#host);
      this.requestUpdate();
    });
  }
}
