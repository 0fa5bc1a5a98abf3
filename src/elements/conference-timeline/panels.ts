/** What only some readers open: the filter, the legend, an event's card, a list of events. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Id } from '../../dataset/types.js';
import type { Shape } from '../../dates/shape.js';
import { rich } from '../../ui/rich-text.js';
import { SHAPES } from '../../ui/status-badge.js';
import { fill, say, title, type Piece, type View } from '../../ui/view.js';
import { eventOf, groupLabel, passes, STATUSES, type Hidden } from './events.js';
import { adopt, type Host } from './host.js';
import { facts, timelineList, when } from './view.js';
import { panelStyles } from './panel-styles.js';
import { search } from './search.js';
import { words } from './words.js';

/** What can be open, one at a time. */
export type PanelName = 'filter' | 'legend' | 'card' | 'events';

const ORDER: readonly Shape[] = [
  'day',
  'time',
  'interval',
  'blurred',
  'one-of',
  'month',
  'span',
  'open-end',
  'open-start',
  'unknown-end',
  'unknown-start',
  'or-later',
  'or-earlier',
  'all-of',
];

/** The one panel of a timeline that can be open. */
export class Panels {
  readonly #host: Host;
  #back: HTMLElement | null = null;
  #events: readonly Id[] = [];
  #card?: { of: string; element: HTMLElement };

  /** @param host the element */
  constructor(host: Host) {
    this.#host = host;
    adopt(host.root, panelStyles);
    host.root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Escape' || !host.panel) return;
      event.stopPropagation();
      host.close();
    });
  }

  /** Opens a panel and moves the focus into it, if the reader opened it. */
  async open(panel: PanelName, events: readonly Id[] = []): Promise<void> {
    const host = this.#host;
    // A panel opened out of a panel gives the focus back to where the first one was opened from.
    if (!host.panel) this.#back = host.root.activeElement as HTMLElement | null;
    host.panel = panel;
    this.#events = events;
    await host.update();
    if (this.#back)
      host.root.querySelector<HTMLElement>('[part=panel]')?.focus({ preventScroll: true });
  }

  /** Closes it and gives the focus back. */
  close(): void {
    const host = this.#host;
    const { open } = host;
    host.panel = host.open = undefined;
    void host.update().then(() => {
      const there = this.#back?.isConnected
        ? this.#back
        : host.root.querySelector<HTMLElement>(
            `[data-event="${open}"] button, [part=event][tabindex="0"]`,
          );
      if (this.#back) there?.focus({ preventScroll: true });
      this.#back = null;
    });
  }

  /** What is open. */
  template(): TemplateResult {
    const host = this.#host;
    const { view, panel, open } = host;
    const t = words(view);
    const label =
      panel === 'filter'
        ? t.filter
        : panel === 'legend'
          ? t.legend
          : panel === 'events'
            ? t.events
            : t.details;
    const content =
      panel === 'filter'
        ? filter(host)
        : panel === 'legend'
          ? legend(view)
          : panel === 'events'
            ? timelineList(view, { ids: this.#events, choose: (id) => host.choose(id) })
            : open !== undefined && this.#element(open);
    return html`<section
      class="panel"
      part="panel"
      data-panel=${panel ?? nothing}
      tabindex="-1"
      aria-label=${label}
    >
      <button
        type="button"
        part="button"
        class="close sign"
        aria-label=${t.close}
        title=${t.close}
        @click=${() => host.close()}
      >
        ×</button
      >${content || nothing}
    </section>`;
  }

  /** The open event's card: kept, so that drawing again does not build it again. */
  #element(open: Id): HTMLElement {
    const { view, element: timeline } = this.#host;
    const of = JSON.stringify([open, view.dataset, view.language]);
    if (this.#card?.of !== of) {
      // Where the page has an <event-card> of its own, ours has the other name that define() gives it.
      const known = customElements.get('event-card') as { attested?: number } | undefined;
      const element = document.createElement(
        known && !known.attested ? 'attested-event-card' : 'event-card',
      );
      element.setAttribute('event', open);
      if (timeline.src) element.setAttribute('src', timeline.src);
      element.setAttribute('heading-level', String(Math.min(6, view.level + 1)));
      element.lang = view.language;
      // The card's readiness is not the timeline's.
      element.addEventListener('attested-ready', (event) => event.stopPropagation());
      render(
        Object.hasOwn(view.data.events, open) ? summary(view, open) : words(view).none,
        element,
      );
      this.#card = { of, element };
    }
    return this.#card.element;
  }
}

function filter(host: Host): TemplateResult {
  const { view, hidden } = host;
  const t = words(view);
  const hide = (next: Hidden): void => {
    host.hidden = next;
    void host.update();
  };
  const { data } = view;
  const count = new Map<string, number>();
  let found = 0;
  for (const id of data.inTime) {
    const event = eventOf(data, id);
    const {
      kind,
      occurrence: { status },
    } = event;
    if (hidden.found && passes(event, hidden)) found++;
    for (const key of [`kinds ${kind}`, `statuses ${status}`])
      count.set(key, (count.get(key) ?? 0) + 1);
  }
  const box = (of: 'kinds' | 'statuses', key: string, words: Piece): Piece => {
    const n = count.get(`${of} ${key}`);
    const toggle = (): void => {
      const next = new Set(hidden[of]);
      if (!next.delete(key)) next.add(key);
      hide({ ...hidden, [of]: next });
    };
    return n
      ? html`<label
          ><input
            type="checkbox"
            .checked=${!hidden[of].has(key)}
            data-filter=${key}
            @change=${toggle}
          />
          ${words} <small>${n}</small></label
        >`
      : nothing;
  };
  const kinds = [...count.keys()]
    .filter((key) => key.startsWith('kinds '))
    .map((key) => key.slice(6));
  const seek = ({ target }: Event): void => {
    clearTimeout(seeking.get(host));
    const act = (): void => {
      const text = (target as HTMLInputElement).value;
      hide({ ...host.hidden, text, found: search(host.view.data, text) });
    };
    // Each letter of a word would draw all anew.
    seeking.set(host, setTimeout(act, 150));
  };
  const reset = (): void => {
    clearTimeout(seeking.get(host));
    hide({ kinds: new Set(), statuses: new Set() });
  };
  return html`<label class="search"
      >${t.search}
      <input
        type="search"
        part="search"
        autocomplete="off"
        spellcheck="false"
        .value=${hidden.text ?? ''}
        @input=${seek}
      />
    </label>
    <p part="found" role="status">
      ${
        hidden.found
          ? fill(
              t.found,
              ...[found, data.inTime.length].map((n) => n.toLocaleString(view.language)),
            )
          : nothing
      }
    </p>
    <fieldset>
      <legend part="heading">${t.kinds}</legend>
      ${kinds.map((key) => box('kinds', key, groupLabel(view, 'kind', key)))}
    </fieldset>
    <fieldset>
      <legend part="heading">${t.statuses}</legend>
      ${STATUSES.map((key) => box('statuses', key, [glyph(key), ' ', view.t.occurrence[key]]))}
    </fieldset>
    ${hidden.kinds.size + hidden.statuses.size || hidden.text ? html`<button type="button" part="button" @click=${reset}>${t.reset}</button>` : nothing}`;
}

/** The search that begins when a reader stops typing. */
const seeking = new WeakMap<Host, ReturnType<typeof setTimeout>>();

const glyph = (status: keyof typeof SHAPES): Piece =>
  html`<span class="glyph" data-status=${status} aria-hidden="true">${SHAPES[status]}</span>`;

function legend(view: View): TemplateResult {
  const t = words(view);
  const shapes = new Set<Shape>();
  const statuses = new Set<string>();
  let doubt = false;
  let several = false;
  for (const {
    dates,
    occurrence: { status },
  } of Object.values(view.data.events)) {
    statuses.add(status);
    several ||= dates.length > 1;
    for (const { shape, edtf } of dates) {
      shapes.add(shape);
      doubt ||= /[?~%]/.test(edtf);
    }
  }
  const entry = (sample: Piece, words: string): TemplateResult =>
    html`<li><span class="sample" part="sample" aria-hidden="true">${sample}</span> ${words}</li>`;
  return html`${heading(view, t.when)}
    <ul>
      ${ORDER.filter((shape) => shapes.has(shape)).map((shape) => entry(html`<i class="drawing" data-shape=${shape}></i>`, t.shapes[shape as 'day']))}
      ${several ? entry(html`<i class="drawing" data-shape="day"></i><i class="drawing" part="alternative" data-shape="day"></i><i class="tie"></i>`, t.alternative) : nothing}
      ${doubt ? entry(html`<i class="drawing" data-shape="interval" data-doubt></i>`, t.doubt) : nothing}
    </ul>
    ${heading(view, t.whether)}
    <ul>
      ${STATUSES.filter((status) => statuses.has(status)).map((status) => entry(glyph(status), t.statusMeaning[status]))}
    </ul>
    <p><small>${t.keys}</small></p>`;
}

const heading = (view: View, text: string): Piece =>
  html`<h4 part="heading" aria-level=${Math.min(6, view.level + 1)}>${text}</h4>`;

/** An event in short, shown until its card is there and for ever if it never is. */
function summary(view: View, id: Id): TemplateResult {
  const event = eventOf(view.data, id);
  return html`${title(view, say(view, event.title))}
    <p>${when(view, event)} ${facts(view, event)}</p>
    ${rich(view, event.summary)}`;
}
