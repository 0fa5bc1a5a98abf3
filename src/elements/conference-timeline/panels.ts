/** What only some readers open: the filter, the legend, an event's card, a list of events. */
import { STATUSES } from '../../dataset/columns.js';
import type { CompiledDataset } from '../../dataset/compiled.js';
import { sortsOf } from '../../dataset/sorts.js';
import type { Id, OccurrenceStatus } from '../../dataset/types.js';
import type { Shape } from '../../dates/shape.js';
import { need } from '../../store/need.js';
import { html, nothing, render, type TemplateResult } from '../../ui/html.js';
import { AttestedSelectEvent } from '../../ui/select.js';
import { rich } from '../../ui/rich-text.js';
import { fill, say, title, type Piece, type View } from '../../ui/view.js';

import { adopt } from '../../ui/reactive-element.js';
import { eventOf, groupLabel } from './groups.js';
import type { Host } from './host.js';
import { listStyles } from './list-styles.js';
import { passing, type Hidden } from './filters.js';
import { formOf, type Form } from './form.js';
import { pause } from './pause.js';
import { rareStyles } from './rare-styles.js';
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

const FORMS = ['season', 'digits', 'members'] as const;
const DOUBTS = ['uncertain', 'approximate', 'both'] as const;

/** The one panel of a timeline that can be open. */
export class Panels {
  /** Which panel is open. */
  panel?: PanelName | undefined;
  readonly #host: Host;
  /** The event that was opened last: where the element's is another, the page wants that opened. */
  #opened?: Id | undefined;
  #back: HTMLElement | null = null;
  #events: readonly Id[] = [];
  #card?: { of: string; element: HTMLElement };

  /** @param host the element */
  constructor(host: Host) {
    this.#host = host;
    for (const styles of [listStyles, rareStyles, panelStyles]) adopt(host.root, styles);
    host.root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Escape' || !this.panel) return;
      event.stopPropagation();
      this.close();
    });
  }

  /** Tells the page that the reader chose an event; opens its card unless the page prevents it. */
  choose(id: Id): void {
    const { element, view } = this.#host;
    if (id === this.#host.open) return this.close();
    const { dataset } = view;
    if (!element.dispatchEvent(new AttestedSelectEvent({ type: 'event', id, dataset }))) return;
    this.#open('card', id);
  }

  /** Opens a panel, or closes it where it is open; `events` are those of a list. */
  toggle(panel: PanelName, events?: readonly Id[]): void {
    if (panel === this.panel && !events) return this.close();
    this.#open(panel, undefined, events ?? this.#host.axis?.model?.undated);
  }

  /** Opens the event that the element is given, or closes its card. */
  follow(): void {
    const { open } = this.#host;
    if (open === this.#opened) return;
    if (open) this.#open('card', open);
    else this.close();
  }

  /** Opens a panel and moves the focus into it, if the reader opened it. */
  #open(panel: PanelName, id?: Id, events: readonly Id[] = []): void {
    const host = this.#host;
    if (panel === 'card') need('event-card');
    // A panel opened out of a panel gives the focus back to where the first one was opened from.
    if (!this.panel) this.#back = host.root.activeElement as HTMLElement | null;
    this.panel = panel;
    this.#opened = host.element.event = id;
    this.#events = events;
    void host.update().then(() => {
      if (this.#back)
        host.root.querySelector<HTMLElement>('[part=panel]')?.focus({ preventScroll: true });
      // Now that the panel's width is known.
      const { axis } = host;
      if (id && axis?.model && !host.still) axis.reveal(axis.model.keyOf(id));
      host.still = false;
    });
  }

  /** Closes it and gives the focus back. */
  close(): void {
    const host = this.#host;
    const open = this.#opened;
    this.panel = this.#opened = host.element.event = undefined;
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
  template(): TemplateResult | typeof nothing {
    const host = this.#host;
    const { panel } = this;
    const { view, open } = host;
    if (!panel) return nothing;
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
          ? legend(host)
          : panel === 'events'
            ? timelineList(view, { choose: (id) => this.choose(id) }, this.#events)
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
        @click=${() => this.close()}
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

/** Nothing is filtered out. */
const NOTHING: Hidden = { kinds: new Set(), statuses: new Set() };

function filter(host: Host): TemplateResult {
  const { view } = host;
  const hidden = host.hidden ?? NOTHING;
  const t = words(view);
  const hide = (next: Hidden): void => {
    host.hidden = next;
    host.passes = next === NOTHING ? undefined : passing(host.view.data, next);
    void host.update();
  };
  const { data } = view;
  const { kind, kinds, status } = sortsOf(data);
  const count = { kinds: new Map<string, number>(), statuses: new Map<string, number>() };
  const pass = passing(data, hidden);
  let found = 0;
  for (let i = 0; i < kind.length; i++) {
    if (hidden.found && pass(i)) found++;
    for (const [of, key] of [
      [count.kinds, kinds[kind[i]!]!],
      [count.statuses, STATUSES[status[i]!]!],
    ] as const)
      of.set(key, (of.get(key) ?? 0) + 1);
  }
  const box = (of: 'kinds' | 'statuses', key: string, words: Piece): Piece => {
    const n = count[of].get(key);
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
  const seek = ({ target }: Event): void => {
    clearTimeout(seeking.get(host));
    const act = async (): Promise<void> => {
      const text = (target as HTMLInputElement).value;
      const { data } = host.view;
      const wanted = (): boolean => seeking.get(host) === timer && host.view.data === data;
      const found = await search(data, text, wanted);
      if (wanted()) hide({ ...(host.hidden ?? NOTHING), text, found });
    };
    // Each letter of a word would draw all anew.
    const timer = setTimeout(() => void act(), 150);
    seeking.set(host, timer);
  };
  const reset = (): void => {
    clearTimeout(seeking.get(host));
    seeking.delete(host);
    hide(NOTHING);
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
      ${kinds.map((key) => box('kinds', key, groupLabel(view, ['kind'], key)))}
    </fieldset>
    <fieldset>
      <legend part="heading">${t.statuses}</legend>
      ${STATUSES.map((key) => box('statuses', key, [glyph(view, key), ' ', view.t.occurrence[key]]))}
    </fieldset>
    ${hidden.kinds.size + hidden.statuses.size || hidden.text ? html`<button type="button" part="button" @click=${reset}>${t.reset}</button>` : nothing}`;
}

/** The search that begins when a reader stops typing. */
const seeking = new WeakMap<Host, ReturnType<typeof setTimeout>>();

const glyph = ({ t }: View, status: OccurrenceStatus): Piece =>
  html`<span class="glyph" data-status=${status} aria-hidden="true">${t.shapes[status]}</span>`;

/** What occurs in a dataset. */
interface Seen {
  shapes: Set<Shape>;
  forms: Set<Exclude<Form['form'], ''>>;
  doubts: Set<Exclude<Form['doubt'], ''>>;
  part: boolean;
  several: boolean;
}

const seen = new WeakMap<CompiledDataset, Seen>();

/** Looks through all events, some at a time, and says what it has seen so far. */
function look(host: Host): Seen {
  const { data } = host.view;
  const known = seen.get(data);
  if (known) return known;
  const found: Seen = {
    shapes: new Set(),
    forms: new Set(),
    doubts: new Set(),
    part: false,
    several: false,
  };
  seen.set(data, found);
  void (async () => {
    const rest = pause();
    for (const i of data.inTime.keys()) {
      const { dates } = eventOf(data, data.inTime[i]!);
      found.several ||= dates.length > 1;
      for (const date of dates) {
        const { form, doubt, part } = formOf(date);
        found.shapes.add(date.shape);
        if (form) found.forms.add(form);
        if (doubt) found.doubts.add(doubt);
        found.part ||= part;
      }
      const due = i % 64 ? undefined : rest();
      if (!due) continue;
      await due;
      if (i % 4096 === 0) void host.update();
    }
    void host.update();
  })();
  return found;
}

function legend(host: Host): TemplateResult {
  const { view } = host;
  const t = words(view);
  const { shapes, forms, doubts, part, several } = look(host);
  const statuses = new Set(sortsOf(view.data).status);
  const entry = (sample: Piece, words: string): TemplateResult =>
    html`<li><span class="sample" part="sample" aria-hidden="true">${sample}</span> ${words}</li>`;
  return html`${heading(view, t.when)}
    <ul>
      ${ORDER.filter((shape) => shapes.has(shape)).map((shape) => entry(html`<i class="drawing" data-shape=${shape}></i>`, t.shapes[shape as 'day']))}
      ${several ? entry(html`<i class="drawing" data-shape="day"></i><i class="drawing" part="alternative" data-shape="day"></i><i class="tie"></i>`, t.alternative) : nothing}
      ${FORMS.filter((form) => forms.has(form)).map((form) => entry(html`<i class="drawing" data-shape="span" data-form=${form}></i>`, t.forms[form]))}
      ${DOUBTS.filter((doubt) => doubts.has(doubt)).map((doubt) => entry(html`<i class="drawing" data-shape="interval" data-doubt=${doubt}></i>`, t.doubts[doubt]))}
      ${part ? entry(html`<i class="drawing" data-shape="interval" data-doubt="uncertain" data-part="some"></i>`, t.part) : nothing}
    </ul>
    ${heading(view, t.whether)}
    <ul>
      ${STATUSES.filter((_, i) => statuses.has(i)).map((status) => entry(glyph(view, status), t.statusMeaning[status]))}
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
