/**
 * What an axis says besides its titles: its tools, all of an event for a screen reader, which time is in
 * view, how many events, and how many there are where there is no room for them; and the drawings of
 * rarer dates. Loaded as soon as the first frame stands.
 */
import type { CompiledEvent } from '../../dataset/compiled.js';
import { css, html, nothing } from '../../ui/html.js';
import { adopt } from '../../ui/reactive-element.js';
import { base, fill, pick, type Piece } from '../../ui/view.js';
import { AttestedWindowEvent } from '../../ui/window-event.js';
import type { Axis } from './axis.js';
import type { Host } from './host.js';
import type { Model } from './model.js';
import type { Overview } from './overview.js';
import { toX, type Span } from './scale.js';
import type { Mark, Scene } from './scene.js';
import { saidBy } from './said-by.js';
import { spoken } from './spoken.js';
import { add, look, type Node, type Stage } from './stage.js';
import { tool } from './tool.js';
import { finer } from './finer.js';
import { rareStyles } from './rare-styles.js';
import { spanWords } from './span-words.js';
import { words } from './words.js';

export { far } from './far.js';
export { TimeIndex } from './window.js';

/** Events that are there but have no room: where they begin, how many. */
export interface More extends Span {
  x: number;
  count: number;
  /** Whether it is where the view begins, and so has also what runs into it. */
  edge: boolean;
}

const styles = css`
  [part='window'] {
    flex: 1 1 16em;
    min-block-size: 1.5em;
    color: var(--_muted);
  }
  .more {
    inset-block: auto 3.3em;
    block-size: 1.7em;
  }
  .more > * {
    inline-size: 4.4em;
    margin-inline-start: -2.2em;
    border-radius: 1em;
    text-decoration: none;
    background: color-mix(in srgb, var(--_ink) 14%, transparent);
    line-height: 1.6;
  }
  .more > :hover {
    background: color-mix(in srgb, var(--_ink) 30%, transparent);
  }
  .plot {
    user-select: none;
    cursor: grab;
  }
  .plot:active {
    cursor: grabbing;
  }
  :is(:hover, [aria-expanded='true']) > [part='label'] {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  /* Not bolder, which would be wider than the place that it has. */
  [aria-expanded='true'] > [part='label'] {
    text-decoration-thickness: 2px;
  }
  .tie::after {
    content: attr(data-says);
    display: none;
    position: absolute;
    inset-block-start: 5px;
    inset-inline-start: 0;
    padding: 0.1em 0.5em;
    border: 1px solid var(--attested-note-rule-color, light-dark(#cfc8bb, #55504a));
    border-radius: var(--attested-radius, 4px);
    background: var(--attested-note-background, light-dark(#fffdf8, #24221f));
    color: var(--attested-note-color, light-dark(#1e1b18, #ece8e1));
    font-style: normal;
    inline-size: max-content;
    max-inline-size: 36em;
    white-space: normal;
    pointer-events: none;
  }
  :is(:hover, :focus-visible, [aria-expanded='true']) > .tie[data-says]::after {
    display: block;
  }
  .events > :is(:hover, :focus-within, :has([aria-expanded='true'])) {
    z-index: 1;
  }
  @media (forced-colors: active) {
    .more > * {
      border: 1px solid;
    }
  }
`;

/**
 * What has no room in a frame, by the stretches in which it begins.
 * @returns how many of the model's events touch the view, and those of them that are not drawn
 */
export function crowd(
  model: Model,
  view: Span,
  width: number,
  { placed, stretch }: Scene,
): { inView: number; more: More[] } {
  const { index } = model;
  // Each once, in however many lanes it stands.
  const shown = [...new Map(placed.map(({ key }) => [model.same(key), key])).values()];
  const inView = index.count?.(view.from, view.to) ?? 0;
  let left = inView;
  for (const key of shown) if (model.start(key) < view.to && model.end(key) > view.from) left--;
  const more: More[] = [];
  // From the end, so that the stretch in which the view begins gets what remains: all that runs into it.
  for (let n = Math.ceil(view.to / stretch) - 1; ; n--) {
    const from = n * stretch;
    const to = from + stretch;
    const edge = from <= view.from;
    const end = Math.min(to, view.to);
    const count = edge
      ? left
      : index.from(end) -
        index.from(from) -
        shown.filter((key) => model.start(key) >= from && model.start(key) < end).length;
    if (count > 0) {
      left -= count;
      const x = Math.min(Math.max(toX(view, width, (from + to) / 2), 32), width - 32);
      more.unshift({ from, to, x, count, edge });
    }
    if (edge) return { inView, more };
  }
}

/** Draws the other dates of an event, and the thread that ties them to the one shown first. */
function others(
  this: Stage,
  node: Node,
  marks: readonly Mark[],
  origin: number,
  left: number,
): number {
  const shown = marks.slice(0, 1 + Math.max(0, left));
  while (node.marks.length > shown.length) node.marks.pop()!.remove();
  if (!shown[1]) {
    node.tie?.remove();
    node.tie = undefined;
    return left;
  }
  shown.forEach((it, i) => i && this.mark(node, i, it, origin));
  node.tie ??= add(node.button, 'i');
  node.tie.className = 'tie';
  node.tie.dataset['says'] = node.button.dataset['says'];
  const from = Math.min(...shown.map(({ x }) => x));
  const to = Math.max(...shown.map(({ x, width }) => x + width));
  look(node.tie, this.across(from - origin, to - from));
  return left - shown.length;
}

/** Says what a frame shows. */
export class Teller {
  readonly #axis: Axis;
  readonly #host: Host;
  #timer?: ReturnType<typeof setTimeout>;
  #overview?: Overview | undefined;
  #overviewing = false;

  /**
   * @param axis what it tells of
   * @param host the element
   */
  constructor(axis: Axis, host: Host) {
    this.#axis = axis;
    this.#host = host;
    for (const text of [styles, rareStyles]) adopt(host.root, text);
  }

  /** Says all of an event in plain words, and which language its title is in where it is not the reader's. */
  write(button: HTMLElement, title: HTMLElement, event: CompiledEvent): void {
    const { view } = this.#host;
    button.ariaLabel = spoken(view, event);
    // Said beside the thread that ties them, of which there is one where there are several.
    button.dataset['says'] = saidBy(view, event.dates).join(' · ');
    const language =
      typeof event.title === 'string' ? view.data.language : pick(view, event.title)[1];
    if (base(language) === base(view.language)) title.removeAttribute('lang');
    else title.lang = language;
  }

  /** What stands above the axis. */
  tools(): Piece {
    const host = this.#host;
    const t = words(host.view);
    const undated = this.#axis.model?.undated.length;
    // The reader's code hears these.
    const zoom = (sign: string, label: string, factor: number): Piece =>
      html`<button part="button" class="sign" aria-label=${label} data-zoom=${factor}>
        ${sign}
      </button>`;
    return html`<p part="window" role="status"></p>
      ${undated ? tool(host, 'events', fill(t.undated, undated)) : nothing}${tool(host, 'filter', t.filter)}${tool(host, 'legend', t.legend)}${zoom('−', t.zoomOut, 1.6)}${zoom('+', t.zoomIn, 1 / 1.6)}<button
        part="button"
        title=${t.fitAll}
        data-zoom=""
      >
        ${t.fit}
      </button>`;
  }

  /** What stands below the axis: the whole time in a strip, and what could not be had. */
  below(): Piece {
    return [this.#asked !== 'off' && this.#overview?.template(), this.#axis.model?.note?.()];
  }

  /** What the page says of the strip with the whole time. */
  get #asked(): string | null {
    return this.#host.element.getAttribute('overview');
  }

  /** Fetches the strip with the whole time where the page asks for it, or where there is more than is in view. */
  #whole(model: Model, { from, to }: Span): void {
    const asked = this.#asked;
    const { all } = model;
    if (this.#overviewing || asked === 'off') return;
    if (asked === null && from <= all.from && to >= all.to) return;
    this.#overviewing = true;
    void import('./overview.js').then(
      ({ Overview }) => {
        this.#overview = new Overview(this.#axis, this.#host);
        void this.#host.update();
      },
      // Without its code there is still the axis.
      () => {},
    );
  }

  /** Has a stage draw all dates of an event. */
  all(stage: Stage): void {
    stage.others = others;
    stage.finer = (element, mark) =>
      finer(element, mark, this.#axis.span as Span, this.#axis.size.width);
  }

  /** Draws the summaries of a frame, and says what is in view once things have come to rest. */
  frame(): void {
    const { model, span, scene, size } = this.#axis;
    const host = this.#host;
    const { view } = host;
    if (!model || !span || !scene) return;
    const t = words(view);
    const number = (n: number): string => n.toLocaleString(view.language);
    this.#whole(model, span);
    this.#overview?.frame();
    const { inView, more } = crowd(model, span, size.width, scene);
    this.#axis.more = more;
    this.#axis.nodes('.more', 'button', 'more', more.length).forEach((chip, i) => {
      const { x, count } = more[i]!;
      const many = number(count);
      const name = fill(t.more, many, spanWords(view.language, more[i]!));
      if (chip.ariaLabel !== name) {
        chip.ariaLabel = name;
        chip.textContent = fill(t.moreShort, many);
      }
      look(chip, this.#axis.at(Math.round(x)));
    });
    clearTimeout(this.#timer);
    // Said when things have come to rest, not for each frame.
    this.#timer = setTimeout(() => {
      if (!host.element.isConnected) return;
      host.rested?.();
      const { from, to } = span;
      host.element.dispatchEvent(new AttestedWindowEvent({ dataset: view.dataset, from, to }));
      const status = this.#axis.part('[part=window]');
      const julian = new Set(
        scene.placed
          .filter(({ key }) => model.event(key)?.dates.some((it) => it.julian))
          .map(({ key }) => model.same(key)),
      ).size;
      const text = model.events
        ? fill(t.inView, spanWords(view.language, span), number(inView), number(model.events)) +
          (julian ? `. ${fill(t.julian, number(julian))}` : '')
        : t.none;
      if (status && status.textContent !== text) status.textContent = text;
    }, 400);
  }
}
