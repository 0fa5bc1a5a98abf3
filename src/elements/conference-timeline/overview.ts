/**
 * The whole time in a strip beside the axis: how many events begin when, and a window on it to drag, to
 * resize by its ends and to move by keys. Loaded where there is more time than is in view.
 */
import { html, css, type TemplateResult } from '../../ui/html.js';
import { adopt } from '../../ui/reactive-element.js';
import { fill } from '../../ui/view.js';
import { ROOM, type Axis } from './axis.js';
import { far } from './far.js';
import type { Host } from './host.js';
import type { Model } from './model.js';
import { CLOSEST, fit, length, toX, type Span } from './scale.js';
import { spanWords } from './span-words.js';
import { add, look } from './stage.js';
import { isAge, ticks } from './ticks.js';
import { words } from './words.js';

/** Into how many parts the whole time is cut, to count what begins in each. */
const BINS = 256;
/** Of how many pixels a handle is. */
const HANDLE = 24;
/** The narrowest that the window is drawn. */
const LEAST = 4;

const styles = css`
  .overview {
    position: relative;
    flex: none;
    block-size: 3.2em;
    overflow: clip;
    border-block-end: var(--_edge);
    font-size: var(--_label);
    line-height: 1.3;
    white-space: nowrap;
    user-select: none;
    touch-action: pan-y;
    cursor: pointer;
  }
  .overview > *,
  .scale > * {
    position: absolute;
    inset-block: 0;
    inset-inline: 0 auto;
  }
  .density {
    inset-block: 2px 1.4em;
    inline-size: 100%;
  }
  .density svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    fill: var(--_ink);
    opacity: 0.6;
  }
  :host(:dir(rtl)) .density {
    scale: -1 1;
  }
  .scale > * {
    inset-block: auto 0;
    padding-inline-start: 0.35em;
    border-inline-start: 1px solid var(--_rule);
    color: var(--_muted);
  }
  .brush {
    box-sizing: border-box;
    border: 2px solid var(--_ink);
    border-radius: var(--attested-radius, 4px);
    background: color-mix(in srgb, var(--_ink) 14%, transparent);
    cursor: grab;
  }
  .brush:active {
    cursor: grabbing;
  }
  .end {
    inline-size: 24px;
    cursor: ew-resize;
  }
  .end::before {
    content: '';
    position: absolute;
    inset-block: 25%;
    inset-inline: 4px;
    margin-inline: 5px;
    border-radius: 3px;
    background: var(--_ink);
  }
  .overview :focus-visible {
    outline-offset: -2px;
  }
  @container (inline-size >= 40rem) {
    .timeline:has(> .overview) .panel {
      inset-block-end: 3.2em;
    }
  }
  @media (forced-colors: active) {
    .density svg {
      fill: CanvasText;
      opacity: 1;
    }
    .brush {
      border-color: Highlight;
    }
    .end::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .overview {
      display: none;
    }
  }
`;

/** What of the window is moved: all of it, or one end. */
type Grip = 'window' | 'from' | 'to';

const element = <K extends 'svg' | 'path'>(tag: K): SVGElementTagNameMap[K] =>
  document.createElementNS('http://www.w3.org/2000/svg', tag);

/** How many events begin in each part of a stretch of time. */
export function histogram(model: Model, { from, to }: Span, bins = BINS): number[] {
  const places = [...Array(bins + 1).keys()].map((i) =>
    model.index.from(from + ((to - from) * i) / bins),
  );
  return places.slice(1).map((place, i) => place - places[i]!);
}

/** A window after one of its grips was moved by so many days; it stays within the whole. */
export function moved({ from, to }: Span, grip: Grip, by: number, whole: Span): Span {
  if (grip === 'from')
    return {
      from: Math.min(Math.max(from + by, Math.min(whole.from, from)), to - CLOSEST),
      to,
    };
  if (grip === 'to')
    return { from, to: Math.max(Math.min(to + by, Math.max(whole.to, to)), from + CLOSEST) };
  const [back, on] = [Math.min(0, whole.from - from), Math.max(0, whole.to - to)];
  const days = Math.min(Math.max(by, back), on);
  return { from: from + days, to: to + days };
}

/** The strip of one timeline. */
export class Overview {
  readonly #axis: Axis;
  readonly #host: Host;
  readonly #svg = element('svg');
  readonly #path = this.#svg.appendChild(element('path'));
  /** All that there is, with the air that it has where all of it is in view. */
  #whole: Span = { from: 0, to: 1 };
  /** What the strip was last made of. */
  #of: unknown[] = [];
  #drag?: { id: number; grip: Grip; at: number; span: Span } | undefined;

  /**
   * @param axis what it stands beside
   * @param host the element
   */
  constructor(axis: Axis, host: Host) {
    this.#axis = axis;
    this.#host = host;
    this.#svg.setAttribute('preserveAspectRatio', 'none');
    adopt(host.root, styles);
  }

  /** Its frame; what moves in it is drawn by {@link Overview.frame}. */
  template(): TemplateResult {
    const t = words(this.#host.view).overview;
    const grip = (name: Grip, look: string, label: string): TemplateResult =>
      html`<div
        class=${look}
        part=${name === 'window' ? 'overview-window' : 'overview-end'}
        role="slider"
        tabindex="0"
        aria-label=${label}
        aria-orientation=${this.#axis.turned ? 'vertical' : 'horizontal'}
        aria-valuenow="0"
        aria-valuemin="0"
        aria-valuemax="100"
        data-grip=${name}
      ></div>`;
    return html`<div
      class="overview"
      part="overview"
      role="group"
      aria-label=${fill(t.label, this.#axis.model ? this.#words(this.#axis.model.all) : '')}
      @pointerdown=${this.#press}
      @pointermove=${this.#move}
      @pointerup=${this.#release}
      @pointercancel=${this.#release}
      @keydown=${this.#key}
    >
      <div class="density" aria-hidden="true">${this.#svg}</div>
      <div class="scale" aria-hidden="true"></div>
      ${grip('window', 'brush', t.window)}${grip('from', 'end', t.from)}${grip('to', 'end', t.to)}
    </div>`;
  }

  /** Shows what is in view. Its work does not depend on how many events there are. */
  frame(): void {
    const { model, span, size, turned } = this.#axis;
    const strip = this.#axis.part('.overview');
    if (!model || !span || !strip) return;
    const { width } = size;
    const of = [
      strip,
      model,
      model.all.from,
      model.all.to,
      width,
      this.#host.view.language,
      turned,
    ];
    if (of.some((it, i) => it !== this.#of[i])) {
      this.#of = of;
      this.#make(model, strip);
    }
    const whole = this.#whole;
    const x = (time: number): number => Math.min(Math.max(toX(whole, width, time), 0), width);
    const from = Math.min(x(span.from), width - LEAST);
    const to = Math.max(x(span.to), from + LEAST);
    // Handles leave something of a narrow window to be held, and never lie on one another.
    const within = to - from > 2 * HANDLE ? HANDLE / 2 : 0;
    const first = Math.min(Math.max(from - HANDLE + within, 0), width - 2 * HANDLE);
    const last = Math.min(Math.max(to - within, first + HANDLE), width - HANDLE);
    const part = (time: number): number => (100 * x(time)) / width;
    const moment = (at: number): string => this.#words({ from: at, to: at }, length(span));
    const grips: Record<Grip, [at: number, wide: number, value: number, text: string]> = {
      window: [from, to - from, (part(span.from) + part(span.to)) / 2, this.#words(span)],
      from: [first, HANDLE, part(span.from), moment(span.from)],
      to: [last, HANDLE, part(span.to), moment(span.to - 1e-6)],
    };
    for (const [grip, [at, wide, value, text]] of Object.entries(grips)) {
      const node = strip.querySelector<HTMLElement>(`[data-grip=${grip}]`)!;
      look(node, this.#across(at, wide));
      node.ariaValueNow = value.toFixed(1);
      if (node.ariaValueText !== text) node.ariaValueText = text;
    }
    // Where there is nothing to move to, a finger on it scrolls the page.
    strip.toggleAttribute('data-still', span.from <= whole.from && span.to >= whole.to);
  }

  /** Counts and labels, once for each set of events and width. */
  #make(model: Model, strip: HTMLElement): void {
    const { size, turned } = this.#axis;
    const { width, em } = size;
    const { language } = this.#host.view;
    const whole = (this.#whole = fit(model.all, width, turned ? 0 : ROOM));
    const counts = histogram(model, whole);
    const most = Math.max(...counts, 1);
    const high = 100;
    const bar = (n: number): number => Math.round(high * (0.15 + (0.85 * n) / most));
    this.#svg.setAttribute('viewBox', turned ? `0 0 ${high} ${BINS}` : `0 0 ${BINS} ${high}`);
    this.#path.setAttribute(
      'd',
      counts
        .map((n, i) =>
          !n
            ? ''
            : turned
              ? `M0 ${i}H${bar(n)}V${i + 1}H0Z`
              : `M${i} ${high}V${high - bar(n)}H${i + 1}V${high}Z`,
        )
        .join(''),
    );
    const measure = turned ? () => em * 1.3 : (text: string) => text.length * em * 0.62;
    const deep = isAge(whole) || width > 100 * length(whole) ? far : undefined;
    const { minor, major } = ticks(whole, width, language, measure, deep, turned ? 24 : 44);
    const scale = strip.querySelector<HTMLElement>('.scale')!;
    scale.textContent = '';
    const years = new Map(major.map(({ at, label }) => [at, label]));
    for (const { at, x, label } of minor) {
      if (!label) continue;
      const node = add(scale, 'span');
      // Where a larger unit begins, it says more.
      node.textContent = years.get(at) ?? label;
      look(node, this.#across(x));
    }
  }

  #across(at: number, wide?: number): string {
    const along = this.#axis.turned ? 'block' : 'inline';
    const px = (n: number): string => `${Math.round(n * 10) / 10}px`;
    return `inset-${along}-start:${px(at)}${wide === undefined ? '' : `;${along}-size:${px(wide)}`}`;
  }

  #words(span: Span, days?: number): string {
    return spanWords(this.#host.view.language, span, days);
  }

  #go(to: Span, glide = false): void {
    void this.#axis.reader().then(({ go }) => go(this.#axis, to, glide));
  }

  /** Where on the strip a pointer is, px from where it begins. */
  #at({ clientX, clientY }: PointerEvent, strip: Element): number {
    const { left, right, top } = strip.getBoundingClientRect();
    if (this.#axis.turned) return clientY - top;
    return this.#axis.size.sign > 0 ? clientX - left : right - clientX;
  }

  #press = (event: PointerEvent): void => {
    const { span, size } = this.#axis;
    if (event.button || this.#drag || !span) return;
    const strip = event.currentTarget as Element;
    const at = this.#at(event, strip);
    const grip = (event.target as HTMLElement).dataset['grip'] as Grip | undefined;
    const drag = { id: event.pointerId, grip: grip ?? 'window', at, span } as const;
    this.#drag = drag;
    strip.setPointerCapture(event.pointerId);
    if (grip) return;
    // Beside the window: it goes there, and is held by its middle from then on.
    const middle = this.#whole.from + (at / size.width) * length(this.#whole);
    const there = moved(span, 'window', middle - (span.from + span.to) / 2, this.#whole);
    this.#drag = { ...drag, span: there };
    this.#go(there, true);
  };

  #move = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.id !== event.pointerId) return;
    const px = this.#at(event, event.currentTarget as Element) - drag.at;
    if (!px) return;
    const days = (px * length(this.#whole)) / this.#axis.size.width;
    this.#go(moved(drag.span, drag.grip, days, this.#whole));
  };

  #release = ({ pointerId }: PointerEvent): void => {
    if (this.#drag?.id === pointerId) this.#drag = undefined;
  };

  #key = (event: KeyboardEvent): void => {
    const { span, size, turned } = this.#axis;
    const grip = (event.target as HTMLElement).dataset['grip'] as Grip | undefined;
    if (!grip || !span || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = grip === 'window';
    const step = length(span) / (all ? 10 : 20);
    const page = length(span) / (all ? 1 : 4);
    // Up is more, as everywhere, but where more lies below.
    const up = turned ? -1 : 1;
    const by: Record<string, number | undefined> = {
      ArrowRight: step * size.sign,
      ArrowLeft: -step * size.sign,
      ArrowUp: step * up,
      ArrowDown: -step * up,
      PageUp: page * up,
      PageDown: -page * up,
      Home: -Infinity,
      End: Infinity,
    };
    const days = Object.hasOwn(by, event.key) ? by[event.key] : undefined;
    if (days === undefined) return;
    event.preventDefault();
    this.#go(moved(span, grip, days, this.#whole));
  };
}
