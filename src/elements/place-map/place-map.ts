import type { Id } from '../../dataset/types.js';
import { AttestedElement } from '../../ui/attested-element.js';
import type { Selection } from '../../ui/events.js';
import { select } from '../../ui/select.js';
import { Notes } from '../../ui/notes.js';
import { nothing, type TemplateResult } from '../../ui/html.js';
import type { PropertyDeclarations } from '../../ui/reactive-element.js';
import { frame, tokens } from '../../ui/tokens.js';
import type { View } from '../../ui/view.js';
import type { AttestedWindowEvent, TimeWindow } from '../../ui/window-event.js';
import { bounds } from './bounds.js';
import type { Plate } from './plate.js';
import { styles } from './styles.js';
import { mapView, type MapOptions } from './view.js';

/** How long a list waits for its map, ms. */
const PATIENCE = 3000;

/**
 * The places of a dataset on a map of the time, and in words beside it: what each was called then and
 * is now, whose country it was and is, how surely its position is known, and what happened there. The
 * map is one file that lies with the dataset; nobody else is asked for anything.
 *
 * @customElement place-map
 * @attr {string} src - URL of this map's own dataset.
 * @attr {string} lang - The reader's language, BCP 47.
 * @attr {number} heading-level - Level of the heading, 1 to 6. Default: 3.
 * @fires {AttestedReadyEvent} attested-ready - The places are shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - A sentence is shown in the places' stead.
 * @fires {AttestedSelectEvent} attested-select - The reader chose a place, or followed a link to an event.
 * @slot - What to show until the places are there, and for ever if they never are.
 * @csspart map - The whole.
 * @csspart title - The heading.
 * @csspart body - The map and the list.
 * @csspart figure - The map with what is said of it.
 * @csspart plate - The map.
 * @csspart toolbar - The buttons on it.
 * @csspart button - One of them.
 * @csspart caption - What is said of the map.
 * @csspart outside - Which places are outside the view.
 * @csspart legend - What its lines mean.
 * @csspart notes - What is drawn how, what is not, and whose it is.
 * @csspart list - The list of places.
 * @csspart entry - One place in it.
 * @csspart name - Its name.
 * @csspart place - The button that is its name.
 * @csspart names - Its other names.
 * @csspart country - Whose country it was and is, and how surely its position is known.
 * @csspart events - What happened there.
 * @csspart date - An event's date.
 * @csspart status - A status: a shape and a word.
 * @csspart hidden - How many events are not shown.
 * @csspart error - The sentence that says what is wrong.
 * @cssprop --attested-map-land-color - Colour of the land, and of the map's paper. Default: light-dark(#fbf8f0, #25231f).
 * @cssprop --attested-map-water-color - Colour of the water. Default: light-dark(#dbe7ec, #172129).
 * @cssprop --attested-map-coast-color - Colour of coasts and rivers. Default: light-dark(#86a3b1, #4b6675).
 * @cssprop --attested-map-line-color - Colour of the line that matters and of what is chosen. Default: light-dark(#a2311a, #e8866a).
 * @cssprop --attested-note-color - Colour of words on the map. Default: light-dark(#1e1b18, #ece8e1).
 * @cssprop --attested-note-rule-color - Colour of the map's frame. Default: light-dark(#cfc8bb, #55504a).
 * @cssprop --attested-muted-color - Colour of what is said in passing. Default: the text colour, fainter.
 * @cssprop --attested-rule-color - Colour of rules. Default: the text colour, faint.
 * @cssprop --attested-accent-color - Colour of statuses. Default: the text colour with some rust.
 * @cssprop --attested-focus-color - Colour of the focus ring. Default: currentColor.
 * @cssprop --attested-radius - Corner radius of buttons. Default: 4px.
 */
export class PlaceMap extends AttestedElement {
  static override styles = [tokens, frame, styles];

  static override properties: PropertyDeclarations = {
    ...AttestedElement.properties,
    place: {},
    event: {},
    from: {},
    to: {},
  };

  /** The place that is chosen, by its id. */
  declare place?: Id | undefined;

  /** The event whose places are chosen, by its id. */
  declare event?: Id | undefined;

  /** From when on events are shown, as EDTF. */
  declare from?: string | undefined;

  /** Until when events are shown, as EDTF, inclusive. */
  declare to?: string | undefined;

  #plate?: Plate;
  /** The places that the map was fetched for. */
  #of?: View['data']['places'];
  #waiting = false;
  /** The time shown: what `from` and `to` say, or what another widget has in view. */
  #bounds: Pick<MapOptions, 'from' | 'to'> = {};
  #window?: TimeWindow;
  #left = new AbortController();
  /** What was chosen when it was last brought into view. */
  #shown?: Id | undefined;

  constructor() {
    super();
    new Notes(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#left = new AbortController();
    document.addEventListener('attested-window', this.#follow, { signal: this.#left.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#left.abort();
    this.#plate?.stop();
  }

  #follow = ({ detail }: AttestedWindowEvent): void => {
    if (detail.dataset !== this.view?.dataset) return;
    this.#window = detail;
    this.requestUpdate();
  };

  protected override willUpdate(changed: Set<string>): void {
    super.willUpdate(changed);
    if (!changed.has('from') && !changed.has('to')) return;
    const { from, to } = this;
    this.#bounds = {};
    if (!from && !to) return;
    void import('../../dates/index.js').then(({ parse }) => {
      if (this.from !== from || this.to !== to) return;
      this.#bounds = bounds(parse, from, to);
      this.requestUpdate();
    });
  }

  get #options(): MapOptions {
    const { place, event } = this;
    return {
      ...(this.#window ?? this.#bounds),
      place,
      event,
      choose: (id) => this.#choose(id),
    };
  }

  #choose(id: Id): void {
    // Chosen once more, it is chosen no longer; that is nobody else's affair.
    if (this.place === id) {
      this.place = undefined;
      return;
    }
    const { dataset } = this.view as View;
    if (!select(this, { type: 'place', id, dataset })) return;
    this.place = id;
    this.event = undefined;
  }

  protected override answer({ type, id }: Selection): void {
    if (type !== 'event' && type !== 'place') return;
    const other = type === 'event' ? 'place' : 'event';
    if (!this.view || !Object.hasOwn(this.view.data[`${type}s`], id)) return;
    this[other] = undefined;
    this[type] = id;
  }

  /** Chooses a place and goes to it in the list. @returns whether it is there */
  reveal({ type, id }: Selection): boolean {
    if (type !== 'place' || !this.view || !Object.hasOwn(this.view.data.places, id)) return false;
    this.place = id;
    this.event = undefined;
    void this.updateComplete.then(() => {
      this.#goTo(true);
      this.renderRoot
        .querySelector<HTMLElement>('[data-chosen] [part=place]')
        ?.focus({ preventScroll: true });
    });
    return true;
  }

  /**
   * Shows the chosen entry in a list that scrolls by itself.
   * @param page whether the page may scroll for it too
   */
  #goTo(page: boolean): void {
    const entry = this.renderRoot.querySelector<HTMLElement>('[data-chosen]');
    const list = entry?.parentElement;
    if (!entry || !list) return;
    if (list.scrollHeight > list.clientHeight) list.scrollTop = entry.offsetTop;
    if (page) entry.scrollIntoView({ block: 'nearest' });
  }

  protected override show(view: View): TemplateResult {
    if (this.place) this.find('place', view.data.places);
    if (this.event) this.find('event', view.data.events);
    if (this.#of !== view.data.places) {
      this.#of = view.data.places;
      this.#waiting = Object.values(view.data.places).some(({ coordinates }) => coordinates);
      if (this.#waiting) void this.#load(view);
    }
    // List and map come together, so that nothing moves.
    if (this.#waiting) throw new Error('');
    return mapView(view, this.#options, this.#plate?.template() ?? nothing);
  }

  protected override updated(): void {
    // Ready is what can be seen.
    if (this.view && this.#waiting) return;
    super.updated();
    if (!this.view) return;
    this.#plate?.draw();
    const chosen = this.place ?? this.event;
    if (chosen === this.#shown) return;
    this.#shown = chosen;
    this.#plate?.reveal();
    this.#goTo(false);
  }

  async #load(view: View): Promise<void> {
    try {
      const { Plate } = await import('./plate.js');
      const self = this;
      this.#plate ??= new Plate({
        get root() {
          return self.renderRoot as ShadowRoot;
        },
        get view() {
          return self.view as View;
        },
        get options() {
          return self.#options;
        },
        choose(id) {
          self.#choose(id);
          void self.updateComplete.then(() => self.#goTo(true));
        },
        update: () => self.requestUpdate(),
      });
      await Promise.race([
        this.#plate.load(view),
        new Promise((done) => setTimeout(done, PATIENCE)),
      ]);
    } catch {
      // Without its code there is still the list.
    }
    this.#waiting = false;
    this.requestUpdate();
  }
}
