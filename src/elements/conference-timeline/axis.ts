import type { CompiledDataset } from '../../dataset/compiled.js';
import type { OccurrenceStatus } from '../../dataset/types.js';
import { adopt } from '../../ui/reactive-element.js';
import type { ShardedDataset } from '../../store/sharded.js';
import { html, type TemplateResult } from '../../ui/html.js';
import { plain, type Piece } from '../../ui/view.js';
import { axisStyles } from './axis-styles.js';
import { drawn } from './drawing.js';
import type { Host } from './host.js';
import { Scan, Whole, type Indexed, type Model } from './model.js';
import { CLOSEST, fit, length, type Span } from './scale.js';
import type { More, Teller } from './tell.js';
import type * as Reading from './reader.js';
import { scene, type Known, type Scene } from './scene.js';
import { add, at, look, Stage, type Node } from './stage.js';
import { isAge, ticks, type Far, type Tick } from './ticks.js';
import { words } from './words.js';

/** The most events, and the most other dates, that are drawn at once: with the axis, some 300 nodes. */
const MOST = 48;
const EXTRA = 20;
/** The widest an event's label gets, in its own em. */
const LABEL = 22;
/** What the last event gets for its title where everything is shown, px. */
export const ROOM = 100;
/** How many events are remembered of those that were asked about. */
const KNOWN = 4000;
/** What a reader does before anything happens to the axis. */
const INTENT = 'pointerover pointerdown pointermove pointerup focusin click wheel keydown'.split(
  ' ',
);

type Reader = typeof Reading;

/** See {@link Axis.size}. */
interface Size {
  /** How long the axis is. */
  width: number;
  /** How many rows each lane has, and how high a row, a lane and its heading are. */
  rows: number;
  row: number;
  lane: number;
  head: number;
  em: number;
  sign: number;
  /** How many events compete for each part of a lane, where not as many as usual. */
  each?: number;
}

/** What happened before there was somebody to listen; an event forgets its target inside a shadow tree. */
export type Missed = [event: Event, target: Element];

/** The timeline as an axis. Lit draws its frame; what moves in it is drawn by hand, once for each frame. */
export class Axis {
  /** The events, prepared. Nothing before they are. */
  model?: Model;
  /** The time in view. */
  span?: Span | undefined;
  /** What was in view at first, or would have been but for the page's address. */
  home?: Span;
  /** The event that Tab goes to, by its key. */
  current = -1;
  /** An event that is drawn in any case. */
  keep?: number | undefined;
  /** What the last frame shows. */
  scene?: Scene;
  /** The summaries of the last frame. */
  more: readonly More[] = [];
  /** What draws the events. */
  stage?: Stage;
  /** The sizes on which a frame depends, px; `sign` is -1 where the axis runs from right to left. */
  size = {} as Size;
  /** Does what is to be done where time runs down the page, once there is room for rows. */
  turned?: ((plot: HTMLElement, rows: HTMLElement) => void) | undefined;
  /** The frame of a glide that goes on. */
  glide = 0;
  readonly #host: Host;
  readonly #resized = new ResizeObserver(() => requestAnimationFrame(() => this.resize()));
  #made: unknown[] = [];
  #layout?: string | undefined;
  #known = new Map<number, Known>();
  /** How much of the axis a label takes, px. */
  measure: (text: string) => number = (text) => text.length * 7;
  #index: Indexed = Scan;
  #far?: Far;
  #frame = 0;
  #tell?: Teller;
  #telling?: Promise<void>;
  #reader?: Promise<Reader>;
  readonly #missed: Missed[] = [];

  /** @param host the element */
  constructor(host: Host) {
    this.#host = host;
    adopt(host.root, axisStyles);
    for (const type of INTENT) host.root.addEventListener(type, this.#intend, { passive: true });
  }

  /** Only who comes near the axis needs the code that listens; what happens meanwhile is not lost. */
  #intend = (event: Event): void => {
    this.#missed.push([event, event.target as Element]);
    void this.reader();
  };

  /** The code that moves the axis. */
  reader(): Promise<Reader> {
    return (this.#reader ??= import('./reader.js').then((reader) => {
      const { root } = this.#host;
      for (const type of INTENT) root.removeEventListener(type, this.#intend);
      reader.listen(this, this.#host, this.#missed);
      return reader;
    }));
  }

  /** Ends what goes on by itself. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.glide);
    this.#frame = 0;
    // Not where it is only moved to another place.
    setTimeout(() => this.#host.element.isConnected || this.model?.close?.());
  }

  /** The frame in which events are drawn; nothing until they are prepared. */
  template(panel: Piece): TemplateResult | undefined {
    this.#prepare();
    return (
      this.model &&
      html`<div class="bar" part="toolbar">${this.#tell?.tools()}</div>
        <div class="plot" part="plot">
          <div class="eras" aria-hidden="true"></div>
          <div class="ticks" aria-hidden="true"></div>
          <div class="rows">
            ${this.model.lanes.map(({ label }) => label && html`<span class="lane" part="lane">${label}</span>`)}
            <ul class="events" role="list" aria-label=${words(this.#host.view).events}></ul>
          </div>
          <div class="more"></div>
        </div>
        ${this.#tell?.below()}${panel}`
    );
  }

  /** Takes over what Lit has drawn. */
  updated(): void {
    const plot = this.part('.plot');
    const list = this.part('.events')!;
    if (!plot) return;
    if (this.stage?.list !== list) {
      this.stage = new Stage(list, this.#write);
      this.#resized.disconnect();
      this.#resized.observe(plot);
    } else this.stage.refresh();
    this.#tell?.all(this.stage);
    this.resize();
  }

  /** Where a place on the axis is, and how far into the rows; otherwise where time runs down the page. */
  at(x: number, y = 0): string {
    return at(this.size.sign * x, y);
  }

  /** A node of the frame. */
  part(selector: string): HTMLElement | null {
    return this.#host.root.querySelector(selector);
  }

  /** Makes the model anew where what it is made of has changed. */
  #prepare(): void {
    const { view, passes, by, bounds, element } = this.#host;
    const update = (): Promise<unknown> => this.#host.update();
    const { layout } = element;
    if (layout !== this.#layout) {
      this.#layout = layout;
      // Without its code time runs across the page.
      return void import('./vertical.js')
        .then(({ lay }) => lay(this, this.#host))
        .catch(() => {})
        .then(update);
    }
    const of = [view.data, bounds, view.language, by, passes, layout];
    if (of.every((it, i) => it === this.#made[i])) return;
    // What was the opening of these events goes on: each has another key now, and stays where it is.
    const part = (this.#made[0] as CompiledDataset | undefined)?.part;
    const keys = part?.of === of[0] ? part!.keys : [];
    if ((of[0] !== this.#made[0] && !keys.length) || of[1] !== this.#made[1]) this.span = undefined;
    this.#made = of;
    const use = (model: Model): void => {
      if (of !== this.#made) return;
      this.model?.close?.();
      this.model = model;
      model.changed = () => this.soon();
      this.#known.clear();
      this.stage?.move(keys);
      this.current = keys[this.current] ?? -1;
    };
    const { shards } = view.data as Partial<ShardedDataset>;
    const whole = shards
      ? undefined
      : new Whole(view.data, this.#host.columns, passes, this.#index);
    if (whole && !by) return use(whole);
    const coming = whole
      ? // Without the code of lanes there is one.
        import('./lanes.js').then(({ inLanes }) => inLanes(whole, this.#host)).catch(() => whole)
      : import('./sharded.js').then(({ Sharded }) => new Sharded(shards!, update));
    void coming.then(use).then(update);
  }

  #write = ({ item, button, title }: Node, key: number): void => {
    const { view } = this.#host;
    const event = this.model?.event(key);
    if (!event) return;
    const { status } = event.occurrence;
    item.dataset['status'] = status;
    button.dataset['glyph'] = view.t.shapes[status];
    button.dataset['word'] = this.#word(status);
    title.textContent = plain(view, event.title);
    // Until what tells it is there, the title is the name.
    this.#tell?.write(button, title, event);
  };

  /** What is beyond doubt needs no word; the legend says so. */
  #word(status: OccurrenceStatus): string {
    const { t, language } = this.#host.view;
    return status === 'established' ? '' : t.occurrence[status].toLocaleLowerCase(language);
  }

  #know = (key: number): Known | undefined => {
    let known = this.#known.get(key);
    const event = known ? undefined : this.model!.event(key);
    if (event) {
      const { em } = this.size;
      const text = plain(this.#host.view, event.title) + this.#word(event.occurrence.status);
      known = {
        dates: event.dates.map(drawn).filter((it) => it !== null),
        // With the glyph and the spaces between; the canvas measures a little less than the page sets.
        label: Math.min(this.measure(text) * 1.02 + em * 2.1, em * LABEL),
      };
      if (this.#known.size > KNOWN) this.#known.clear();
      this.#known.set(key, known);
    }
    return known;
  };

  /** Looks how much room there is. */
  resize(): void {
    const plot = this.part('.plot');
    const rows = this.part('.rows')!;
    const { stage, model } = this;
    if (!plot?.clientWidth || !stage || !model) return;
    const { fontSize, fontWeight, fontFamily, direction } = getComputedStyle(rows);
    const em = parseFloat(fontSize);
    const canvas = document.createElement('canvas').getContext('2d');
    if (canvas) {
      canvas.font = `${fontWeight} ${em}px ${fontFamily}`;
      this.measure = (text) => canvas.measureText(text).width;
    }
    this.#known.clear();
    const { lanes } = model;
    const head = lanes[0]?.label ? em * 1.7 : em * 0.4;
    const row = Math.round(em * 1.3 + 17);
    // As high as the page made it; higher only where each lane would not have its row. Never does it
    // scroll by itself, which would trap the wheel.
    look(plot, '');
    const room = Math.floor(rows.clientHeight / lanes.length);
    const count = Math.max(1, Math.floor((room - head) / row));
    const lane = Math.max(Math.ceil(head + count * row), room);
    if (lane > room)
      look(plot, `min-block-size:${plot.clientHeight - rows.clientHeight + lanes.length * lane}px`);
    this.size = {
      width: plot.clientWidth,
      rows: count,
      row,
      lane,
      head,
      em,
      sign: direction === 'rtl' ? -1 : 1,
    };
    this.turned?.(plot, rows);
    rows
      .querySelectorAll<HTMLElement>('.lane')
      .forEach((it, i) => look(it, this.at(0, i * this.size.lane)));
    this.draw();
  }

  /** Pans until an event is in view and not behind the open panel; nothing where there is no such event. */
  reveal(key: number, glide = true): void {
    if (key >= 0) void this.reader().then(({ reveal }) => reveal(this, key, glide));
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
    const { width, rows, row, lane, head, each } = this.size;
    const { stage, model } = this;
    if (!stage?.list.isConnected || !width || !model) return;
    const opened = model.keyOf(open);
    if (!this.span) {
      const all = fit(model.all, width, ROOM);
      const from = bounds.from ?? Math.min(all.from, bounds.to ?? Infinity);
      const to = bounds.to ?? Math.max(all.to, from);
      const { wanted } = this.#host;
      this.home = to - from >= CLOSEST ? { from, to } : all;
      this.span = wanted ?? this.home;
      if (!wanted) this.reveal(opened, false);
      this.#host.wanted = undefined;
    }
    const { span } = this;
    model.want?.(span);
    const first = !this.scene;
    const { placed } = (this.scene = scene({
      model,
      view: span,
      width,
      rows,
      each,
      known: this.#know,
      before: stage.rows,
      keep: this.keep ?? stage.keyOf(root.activeElement) ?? (opened < 0 ? undefined : opened),
      most: MOST,
    }));
    if (!placed.some(({ key }) => key === this.current))
      this.current = (placed.find(({ label }) => label.x >= 0) ?? placed[0])?.key ?? -1;
    const y = (at: number): number => Math.floor(at / rows) * lane + head + (at % rows) * row;
    const isOpen = (key: number): boolean => opened >= 0 && model.same(key) === model.same(opened);
    stage.draw(placed, y, this, this.current, isOpen, EXTRA);
    // The first words for times cost as much as all else.
    if (first) return;
    const far = isAge(span) || width > 100 * length(span) ? this.#far : undefined;
    const { minor, major } = ticks(span, width, view.language, this.measure, far);
    this.#ticks('era', major);
    this.#ticks('tick', minor);
    // What is said of all events waits for all.
    if (view.data.part) return;
    if (this.#tell) this.#tell.frame();
    else
      this.#telling ??= import('./tell.js').then(({ Teller, far, TimeIndex }) => {
        this.#far = far;
        this.#index = TimeIndex;
        if (this.model instanceof Whole) this.model.use(TimeIndex);
        this.#tell = new Teller(this, this.#host);
        void this.#host.update();
      });
  }

  /** As many nodes as there are things to show. */
  nodes(selector: string, tag: string, part: string, count: number): HTMLElement[] {
    const into = this.part(selector)!;
    while (into.childElementCount > count) into.lastElementChild!.remove();
    while (into.childElementCount < count) add(into, tag, part);
    return [...into.children] as HTMLElement[];
  }

  #ticks(part: string, marks: readonly Tick[]): void {
    this.nodes(`.${part}s`, 'span', part, marks.length).forEach((node, i) => {
      const { x, label } = marks[i]!;
      if (node.textContent !== label) node.textContent = label;
      look(node, this.at(x));
    });
  }
}
