import { html, nothing, type TemplateResult } from 'lit';
import type { Id } from '../../dataset/types.js';
import { SHAPES } from '../../ui/status-badge.js';
import { base, fill, plain, type Piece } from '../../ui/view.js';
import { axisStyles } from './axis-styles.js';
import { eventOf, groupLabel } from './events.js';
import { adopt, type Host } from './host.js';
import { model, type Model } from './model.js';
import { clamp, fit, length, pan, toTime, toX, zoom, type Span } from './scale.js';
import { scene, type More, type Scene } from './scene.js';
import { drawTicks, Stage, type EventWords } from './stage.js';
import { axis, spanWords } from './ticks.js';
import { spoken } from './view.js';
import { words } from './words.js';

/** The most events, and the most other dates, that are drawn at once: with the axis, some 300 nodes. */
const MOST = 48;
const EXTRA = 20;
/** The widest an event's label gets, in its own em. */
const LABEL = 22;
/** What the last event gets for its title where everything is shown, px. */
const ROOM = 100;
/** What a reader does before anything happens to the axis. */
const INTENT = ['pointerover', 'pointerdown', 'focusin', 'click'];

/** What happened before there was somebody to listen; an event forgets its target inside a shadow tree. */
export interface Missed {
  event: Event;
  target: Element;
}

/** The timeline as an axis. Lit draws its frame; what moves in it is drawn by hand, once for each frame. */
export class Axis {
  /** The events, prepared. */
  model!: Model;
  /** The time in view. */
  span?: Span | undefined;
  /** What was in view at first, or would have been but for the page's address. */
  home?: Span;
  /** The event that Tab goes to, by its place in the model. */
  current = -1;
  /** An event that is drawn in any case. */
  keep?: number | undefined;
  /** What the last frame shows. */
  scene?: Scene;
  /** What draws the events. */
  stage?: Stage;
  /** The sizes on which a frame depends, px; `sign` is -1 where the axis runs from right to left. */
  size = { width: 0, rows: 0, row: 0, lane: 0, head: 0, em: 13, sign: 1 };
  readonly #host: Host;
  readonly #resized = new ResizeObserver(() => requestAnimationFrame(() => this.resize()));
  #made: unknown[] = [];
  #sought?: { id: Id; in: Model; key: number };
  #rows = new Map<number, number>();
  #widths = new Map<number, number>();
  #measure: (text: string) => number = (text) => text.length * 7;
  #frame = 0;
  #glide = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #reader?: Promise<unknown>;

  /** @param host the element */
  constructor(host: Host) {
    this.#host = host;
    adopt(host.root, axisStyles);
    // Only who comes near the axis needs the code that listens; what happens meanwhile is not lost.
    const missed: Missed[] = [];
    const intend = (event?: Event): void => {
      if (event) missed.push({ event, target: event.target as Element });
      this.#reader ??= import('./reader.js').then(({ listen }) => {
        for (const type of INTENT) host.root.removeEventListener(type, intend);
        listen(this, host, missed);
      });
    };
    for (const type of INTENT) host.root.addEventListener(type, intend, { passive: true });
    // A finger gives no warning.
    if (matchMedia('(hover: none)').matches) intend();
  }

  /** Ends what goes on by itself. */
  stop(): void {
    this.#resized.disconnect();
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#glide);
    clearTimeout(this.#timer);
    this.#frame = 0;
  }

  /** The frame in which events are drawn. */
  template(
    tool: (name: 'filter' | 'legend' | 'events', words: string) => Piece,
    panel: Piece,
  ): TemplateResult {
    this.#prepare();
    const t = words(this.#host.view);
    const undated = this.model.undated.length;
    return html`<div class="bar" part="toolbar">
        <p part="window" role="status"></p>
        ${undated ? tool('events', fill(t.undated, undated)) : nothing}${tool('filter', t.filter)}${tool('legend', t.legend)}<button
          type="button"
          part="button"
          class="sign"
          aria-label=${t.zoomOut}
          title=${t.zoomOut}
          @click=${() => this.zoom(1.6)}
        >
          −</button
        ><button
          type="button"
          part="button"
          class="sign"
          aria-label=${t.zoomIn}
          title=${t.zoomIn}
          @click=${() => this.zoom(1 / 1.6)}
        >
          +</button
        ><button type="button" part="button" title=${t.fitAll} @click=${() => this.fit()}>
          ${t.fit}
        </button>
      </div>
      <div class="plot" part="plot">
        <div class="eras" aria-hidden="true"></div>
        <div class="ticks" aria-hidden="true"></div>
        <div class="rows" tabindex="-1">
          ${this.model.lanes.map(({ label }) => label && html`<span class="lane" part="lane">${label}</span>`)}
          <ul class="events" role="list" aria-label=${t.events}></ul>
        </div>
        <div class="more"></div>
      </div>
      ${panel}`;
  }

  /** Takes over what Lit has drawn. */
  updated(): void {
    const plot = this.part('.plot');
    const list = this.part('.events');
    if (!plot || !list) return;
    if (this.stage?.list !== list) {
      this.stage = new Stage(list, this.#words);
      this.#resized.disconnect();
      this.#resized.observe(plot);
    } else this.stage.refresh();
    this.resize();
  }

  /** A node of the frame. */
  part(selector: string): HTMLElement | null {
    return this.#host.root.querySelector(selector);
  }

  /** The place in the model of an event, or -1. */
  keyOf(id: Id | undefined): number {
    if (id === undefined) return -1;
    // Asked for each frame: looked for once.
    if (this.#sought?.id !== id || this.#sought.in !== this.model)
      this.#sought = {
        id,
        in: this.model,
        key: this.model.items.findIndex((item) => item.id === id),
      };
    return this.#sought.key;
  }

  /** Makes the model anew where what it is made of has changed. */
  #prepare(): void {
    const { view, hidden, by, bounds } = this.#host;
    const of = [view.data, bounds, view.language, by, hidden];
    if (of.every((it, i) => it === this.#made[i])) return;
    if (of[0] !== this.#made[0] || of[1] !== this.#made[1]) this.span = undefined;
    this.#made = of;
    this.model = model(
      view.data,
      hidden,
      by,
      (key) => groupLabel(view, by, key),
      words(view).other,
    );
    this.#rows.clear();
    this.#widths.clear();
    this.stage?.clear();
    this.current = -1;
  }

  #words = (key: number): EventWords => {
    const { view } = this.#host;
    const event = eventOf(view.data, this.model.items[key]?.id as Id);
    const { title, occurrence } = event;
    const { status } = occurrence;
    const text = plain(view, title);
    const lang =
      typeof title === 'string'
        ? view.data.language
        : (Object.keys(title).find((it) => title[it] === text) as string);
    return {
      title: text,
      lang: base(lang) === base(view.language) ? undefined : lang,
      name: spoken(view, event),
      glyph: SHAPES[status],
      status,
      // What is beyond doubt needs no word; the legend says so.
      word:
        status === 'established' ? '' : view.t.occurrence[status].toLocaleLowerCase(view.language),
    };
  };

  /** Looks how much room there is. */
  resize(): void {
    const plot = this.part('.plot');
    const rows = this.part('.rows');
    const stage = this.stage;
    if (!plot?.clientWidth || !rows || !stage) return;
    const { fontSize, fontWeight, fontFamily, direction } = getComputedStyle(rows);
    const em = parseFloat(fontSize);
    const canvas = document.createElement('canvas').getContext('2d');
    if (canvas) {
      canvas.font = `${fontWeight} ${em}px ${fontFamily}`;
      this.#measure = (text) => canvas.measureText(text).width;
    }
    this.#widths.clear();
    const { lanes } = this.model;
    const head = lanes[0]?.label ? em * 1.7 : em * 0.4;
    const row = Math.round(em * 1.3 + 17);
    const room = rows.clientHeight / lanes.length;
    const count = Math.max(lanes.length > 1 ? 2 : 1, Math.floor((room - head) / row));
    const lane = Math.max(head + count * row, Math.floor(room));
    this.size = {
      width: plot.clientWidth,
      rows: count,
      row,
      lane,
      head,
      em,
      sign: direction === 'rtl' ? -1 : 1,
    };
    rows.querySelectorAll<HTMLElement>('.lane').forEach((it, i) => {
      it.style.transform = `translateY(${i * lane}px)`;
    });
    stage.list.style.blockSize = `${lanes.length * lane}px`;
    this.draw();
  }

  /** Shows everything, or all of a stretch. */
  fit(all = this.model.all): void {
    this.go(fit(all, this.size.width, ROOM));
  }

  /** Shows `factor` times the time, about a place. */
  zoom(factor: number, x = this.size.width / 2, glide = true): void {
    if (this.span) this.go(zoom(this.span, factor, toTime(this.span, this.size.width, x)), glide);
  }

  /** Shows what lies so many pixels later. */
  pan(px: number, glide = false): void {
    if (this.span) this.go(pan(this.span, (px * length(this.span)) / this.size.width), glide);
  }

  /** Pans until an event is in view and not behind the open panel. */
  reveal(key: number, glide: boolean): void {
    const item = this.model.items[key];
    const { width } = this.size;
    if (!item || !this.span || !width) return;
    const x = toX(this.span, width, Number.isFinite(item.start) ? item.start : item.end);
    const free = width - (this.part('[part=panel]')?.offsetWidth ?? 0);
    if (x < 8 || x > free - 240) this.pan(x - free / 3, glide);
    else this.soon();
  }

  /** Goes to a stretch of time, gliding there unless the reader asked for less motion. */
  go(to: Span, glide = true): void {
    const from = this.span;
    const goal = clamp(to, this.model.all);
    cancelAnimationFrame(this.#glide);
    if (!glide || !from || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.span = goal;
      return this.soon();
    }
    const begun = performance.now();
    const step = (now: number): void => {
      const left = 1 - Math.min(1, Math.max(0, now - begun) / 220);
      const part = left ** 3;
      this.span = {
        from: goal.from + (from.from - goal.from) * part,
        to: goal.to + (from.to - goal.to) * part,
      };
      if (left) this.#glide = requestAnimationFrame(step);
      this.draw();
    };
    this.#glide = requestAnimationFrame(step);
  }

  /** Draws with the next frame, once. */
  soon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.draw();
    });
  }

  /** Draws one frame. */
  draw(): void {
    const { view, root, bounds, open } = this.#host;
    const { width, rows, row, lane, head, sign } = this.size;
    const { stage, model: of } = this;
    if (!stage?.list.isConnected || !width) return;
    const { data, language } = view;
    const opened = this.keyOf(open);
    if (!this.span) {
      const all = fit(of.all, width, ROOM);
      const from = bounds.from ?? Math.min(all.from, bounds.to ?? Infinity);
      const to = bounds.to ?? Math.max(all.to, from);
      const { wanted } = this.#host;
      this.span = this.home = clamp(to > from ? { from, to } : all, of.all);
      if (wanted) this.span = clamp(wanted, of.all);
      else if (opened >= 0) this.reveal(opened, false);
      this.#host.wanted = undefined;
    }
    const { placed, more } = (this.scene = scene({
      model: of,
      view: this.span,
      width,
      rows,
      label: this.#label,
      dates: (key) => eventOf(data, of.items[key]?.id as Id).dates,
      before: this.#rows,
      keep: this.keep ?? stage.keyOf(root.activeElement) ?? (opened < 0 ? undefined : opened),
      most: MOST,
    }));
    this.#rows = new Map(placed.map((it) => [it.key, it.row]));
    if (!this.#rows.has(this.current))
      this.current = (placed.find(({ label }) => label.x >= 0) ?? placed[0])?.key ?? -1;
    const y = (at: number): number => Math.floor(at / rows) * lane + head + (at % rows) * row;
    const isOpen = (key: number): boolean => of.items[key] === of.items[opened];
    stage.draw(placed, y, sign, this.current, isOpen, EXTRA);
    const { minor, major } = axis(this.span, width, language, this.#measure);
    drawTicks(this.part('.eras') as HTMLElement, major, sign);
    drawTicks(this.part('.ticks') as HTMLElement, minor, sign);
    this.#drawMore(more);
    clearTimeout(this.#timer);
    // Said when things have come to rest, not for each frame.
    this.#timer = setTimeout(this.#say, 400);
  }

  #label = (key: number): number => {
    let width = this.#widths.get(key);
    if (width === undefined) {
      const { em } = this.size;
      const { title, word } = this.#words(key);
      // The glyph and the spaces between; the canvas measures a little less than the page sets.
      const text = this.#measure(title) * 1.02 + (word ? this.#measure(word) + em * 0.6 : 0);
      this.#widths.set(key, (width = Math.ceil(Math.min(text + em * 1.5, em * LABEL))));
    }
    return width;
  };

  #drawMore(more: readonly More[]): void {
    const into = this.part('.more') as HTMLElement;
    const { view } = this.#host;
    const t = words(view);
    while (into.childElementCount > more.length) into.lastElementChild?.remove();
    more.forEach(({ x, count, from, to }, i) => {
      let chip = into.children[i] as HTMLButtonElement | undefined;
      if (!chip) {
        chip = into.appendChild(document.createElement('button'));
        chip.type = 'button';
        chip.part.add('more');
      }
      const number = count.toLocaleString(view.language);
      const name = fill(t.more, number, spanWords(view.language, { from, to }));
      if (chip.ariaLabel !== name) {
        chip.ariaLabel = name;
        chip.textContent = fill(t.moreShort, number);
      }
      chip.style.transform = `translateX(${this.size.sign * Math.round(x)}px)`;
    });
  }

  #say = (): void => {
    this.#host.rested?.();
    const status = this.part('[part=window]');
    const { view } = this.#host;
    if (!status || !this.span || !this.scene) return;
    const t = words(view);
    const [shown, all] = [this.scene.inView, this.model.index.size].map((n) =>
      n.toLocaleString(view.language),
    );
    const text = this.model.items.length
      ? fill(t.inView, spanWords(view.language, this.span), shown as string, all as string)
      : t.none;
    if (status.textContent !== text) status.textContent = text;
  };
}
