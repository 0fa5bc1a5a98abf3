/**
 * The map itself, drawn as one picture: what it shows stands in words in the list beside it. Loaded
 * where there is a place to be drawn.
 */
import type { CompiledPlace } from '../../dataset/compiled.js';
import type { Id, Text } from '../../dataset/types.js';
import { html, nothing } from '../../ui/html.js';
import { fill, pick, plain, say, type Piece, type View } from '../../ui/view.js';
import { arrange, around, take, upon, type Box, type Obstacle } from './labels.js';
import { conic, layerAt, type MapLayer, type Point } from './layer.js';
import { inTime, isChosen, placesOf, type Here, type MapOptions } from './view.js';

/** What the map needs of its element. */
export interface PlateHost {
  root: ShadowRoot;
  view: View;
  options: MapOptions;
  /** A reader chose a place on the map. */
  choose(place: Id): void;
  /** Draws the element anew. */
  update(): void;
}

/** What two fingers hold: the middle between them, px in the window, and px from one to the other. */
interface Grip {
  at: Point;
  apart: number;
}

/** A place with its point, in units. */
interface Mark extends Here {
  at: Point;
}

/** px around the places that a view is fitted to, for their names. */
const MARGIN = 34;
/** px per km: a view that begins closer shows nothing more. */
const NEAREST = 0.9;
/** px per km: closer than that the shapes are too coarse. */
const CLOSEST = 1.6;
/** px per km: in less, towns cannot be told apart. */
const LEGIBLE = 0.22;
/** Radius of a mark, px, and how far from it a word keeps. */
const DOT = 4.5;
const GAP = 8;
/** How far an arrow key moves the map, as a part of it. */
const STEP = 0.2;

const svg = <K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number> = {},
  children: (Node | string)[] = [],
): SVGElementTagNameMap[K] => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
};

const middle = (points: readonly Point[]): { at: Point; width: number; height: number } => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  return {
    at: [(west + east) / 2, (north + south) / 2],
    width: east - west,
    height: south - north,
  };
};

/** How much happened at some places; a place where nothing did still counts a little. */
const weigh = (marks: readonly Mark[]): number =>
  marks.reduce((sum, { events }) => sum + events.length + 0.1, 0);

/** The middle of some places, weighed by how much happened there. */
const heart = (marks: readonly Mark[]): Point => {
  const mean = (i: 0 | 1): number =>
    marks.reduce((sum, { at, events }) => sum + at[i] * (events.length + 0.1), 0) / weigh(marks);
  return [mean(0), mean(1)];
};

/** Whether a place has a position that is known less than exactly. */
const isInexact = ({ coordinates }: CompiledPlace): boolean =>
  coordinates !== undefined && coordinates.certainty !== 'exact';

/** Points along a layer's path data, which has a start and then steps, close enough to tell what it crosses. */
function pointsOf(d: string): Point[] {
  return d
    .split('M')
    .filter(Boolean)
    .flatMap((piece) => {
      const numbers = (piece.match(/-?\d+/g) ?? []).map(Number);
      let [x = 0, y = 0] = numbers;
      const points: Point[] = [[x, y]];
      for (let i = 2; i + 1 < numbers.length; i += 2) {
        const [dx = 0, dy = 0] = numbers.slice(i, i + 2);
        const n = Math.min(200, Math.ceil(Math.hypot(dx, dy) / 10));
        for (let k = 1; k <= n; k++) points.push([x + (dx * k) / n, y + (dy * k) / n]);
        [x, y] = [x + dx, y + dy];
      }
      return points;
    });
}

/** Width and height of each line of a label, px. */
type Sizes = readonly (readonly [width: number, height: number])[];

const sizesOf = (text: SVGTextElement): Sizes =>
  ([...text.children] as SVGTSpanElement[]).map((line) => [
    // WebKit leaves the spacing of the letters out of the first.
    Math.max(line.getComputedTextLength(), line.getBoundingClientRect().width) + 2,
    parseFloat(getComputedStyle(line).fontSize) * 1.12,
  ]);

const extent = (sizes: Sizes): [width: number, height: number] => [
  Math.max(...sizes.map(([width]) => width)),
  sizes.reduce((sum, [, height]) => sum + height, 0),
];

/** Puts a label into its box, without its last lines where there is no room for them, or takes it away. */
function put(text: SVGTextElement, sizes: Sizes, box?: Box, without = 0): void {
  if (!box) return text.remove();
  let { y } = box;
  const middle = text.classList.contains('name');
  [...text.children].forEach((line, i) => {
    const [width = 0, height = 0] = sizes[i] ?? [];
    if (i >= sizes.length - without) line.remove();
    line.setAttribute('x', String(box.x + 1 + (middle ? (box.width - width) / 2 : 0)));
    line.setAttribute('y', String(y + height * 0.8));
    y += height;
  });
}

const gripOf = ([a, b]: readonly [Touch, Touch]): Grip => ({
  at: [(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2],
  apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
});

/** The map of one element. */
export class Plate {
  #layer?: MapLayer;
  #failed = false;
  #marks: Mark[] = [];
  #unit = 1;
  #frame: readonly number[] = [0, 0, 0, 0];
  /** The places that the marks are of. */
  #of?: View['data']['places'];
  #svg?: SVGSVGElement;
  #ground?: SVGGElement;
  #today = false;
  #width = 0;
  #height = 0;
  /** px per unit, and what is in the middle. */
  #scale = 1;
  #centre: Point = [0, 0];
  /** What is in view: where most happened, all places, or what the reader chose. */
  #shows: 'most' | 'all' | 'chosen' = 'most';
  /** Points along the lines, in units, and how much words keep off them. */
  #course: { at: Point; weight: number }[] = [];
  #outside: string[] = [];
  #resized = new ResizeObserver(() => requestAnimationFrame(() => this.#host.update()));
  #box?: Element;
  /** Where two fingers lay on the page, and how far from one another. */
  #grip?: Grip | undefined;

  readonly #host: PlateHost;

  constructor(host: PlateHost) {
    this.#host = host;
  }

  /** Fetches what the places are drawn on. Never rejects: without it there are the places alone. */
  async load({ data, dataset }: View): Promise<void> {
    this.#layer = undefined;
    this.#failed = false;
    let layer: MapLayer | undefined;
    try {
      layer = data.map && (await layerAt(data.map.layer, dataset));
    } catch {
      // That is said in its place.
    }
    if (this.#host.view.data.places !== data.places) return;
    this.#layer = layer;
    this.#failed = Boolean(data.map) && !layer;
    this.#of = undefined;
    this.#host.update();
  }

  stop(): void {
    this.#resized.disconnect();
    this.#box = undefined;
  }

  /** The map's frame, its buttons and what its lines mean. The picture itself is drawn by {@link draw}. */
  template(): Piece {
    const { view } = this.#host;
    const t = view.t.map;
    const layer = this.#layer;
    const tool = (label: string, sign: string, act: () => void): Piece =>
      html`<button type="button" part="button" aria-label=${label} title=${label} @click=${act}>
        ${sign}
      </button>`;
    const line = (kind: string, name: Piece): Piece =>
      html`<li><span class="sample" data-kind=${kind} aria-hidden="true"></span> ${name}</li>`;
    const { from, to } = this.#host.options;
    return html`<figure part="figure">
      <div
        part="plate"
        role="group"
        tabindex="0"
        aria-label=${fill(t.label, plain(view, view.data.title))}
        aria-describedby="keys"
        @keydown=${this.#key}
      >
        <div class="paper"></div>
        <div part="toolbar">
          ${tool(t.zoomIn, '+', () => this.#zoom(1.6))}${tool(t.zoomOut, '−', () => this.#zoom(1 / 1.6))}
          <button type="button" part="button" @click=${this.#whole}>${t.whole}</button>
          ${
            layer
              ? html`<button
                  type="button"
                  part="button"
                  aria-pressed=${this.#today}
                  @click=${() => {
                    this.#today = !this.#today;
                    this.#host.update();
                  }}
                >
                  ${t.today}
                </button>`
              : nothing
          }
        </div>
      </div>
      <figcaption part="caption">
        <p class="for-fingers">${t.fingers}</p>
        <p part="outside" role="status">
          ${this.#outside.length ? fill(t.outside, this.#outside.join(', ')) : nothing}
        </p>
        <ul part="legend" role="list">
          ${layer?.lines.map(({ kind, name }) => line(kind, say(view, name)))}
          ${layer && this.#today ? line('today', t.todayLine) : nothing}
          ${from !== undefined || to !== undefined ? line('other', t.otherTime) : nothing}
          ${Object.values(view.data.places).some(isInexact) ? line('doubt', t.doubt) : nothing}
        </ul>
        ${
          layer
            ? html`<p part="notes">
                ${layer.notes.map((note) => [say(view, note), ' '])}<small
                  >${say(view, layer.credit)}</small
                >
              </p>`
            : html`<p part="notes">
                ${this.#failed ? t.failed : view.data.map ? nothing : t.bare}
              </p>`
        }
        <p id="keys" class="only-spoken">${t.keys}</p>
      </figcaption>
    </figure>`;
  }

  /** Draws the picture as large as there is room for. */
  draw(): void {
    const { root, view } = this.#host;
    const box = root.querySelector('.paper');
    if (!box) return;
    if (box !== this.#box) {
      this.stop();
      this.#resized.observe((this.#box = box));
      box.append((this.#svg = svg('svg', { role: 'img' })));
      this.#svg.addEventListener('click', this.#click);
      this.#svg.addEventListener('pointerdown', this.#drag);
      this.#svg.addEventListener('touchstart', this.#touch, { passive: false });
      this.#of = undefined;
    }
    if (this.#of !== view.data.places) this.#ready(view);
    const width = box.clientWidth;
    const height = box.clientHeight;
    if (!width || !height) return;
    // A view that was fitted is fitted again; one that the reader chose keeps its scale.
    [this.#width, this.#height] = [width, height];
    if (this.#shows !== 'chosen') this.#home();
    this.#clamp();
    this.#paint(this.#svg as SVGSVGElement);
  }

  /** Brings what is chosen into view. */
  reveal(): void {
    const points = this.#marks
      .filter((mark) => isChosen(mark, this.#host.options))
      .map(({ at }) => at);
    if (!points.length || points.every((at) => this.#sees(at))) return;
    const goal = middle(points);
    const fits = Math.min(
      (this.#width - 2 * MARGIN) / goal.width,
      (this.#height - 2 * MARGIN) / goal.height,
    );
    this.#scale = Math.min(this.#scale, fits);
    this.#centre = goal.at;
    this.#shows = 'chosen';
    this.draw();
  }

  /** What depends on the dataset and the layer alone. */
  #ready(view: View): void {
    this.#of = view.data.places;
    const layer = this.#layer;
    const here = placesOf(view).filter(({ place }) => place.coordinates);
    const of = (which: 'longitude' | 'latitude'): [number, number] => {
      const all = here.map(({ place }) => place.coordinates?.[which] ?? 0);
      return [Math.min(...all), Math.max(...all)];
    };
    const [[west, east], [south, north]] = [of('longitude'), of('latitude')];
    const projection = layer?.projection ?? {
      longitude: (west + east) / 2,
      latitude: (south + north) / 2,
      parallels: [south + (north - south) / 6, north - (north - south) / 6 + 1e-3] as const,
      unit: 1,
    };
    const project = conic(projection);
    this.#unit = projection.unit;
    this.#marks = here.map((it) => {
      const { longitude = 0, latitude = 0 } = it.place.coordinates ?? {};
      return { ...it, at: project(longitude, latitude) };
    });
    const all = middle(this.#marks.map(({ at }) => at));
    const reach = Math.max(all.width, all.height, 200 / this.#unit) * 0.75;
    const [x, y] = all.at;
    this.#frame = layer?.frame ?? [x - reach, y - reach, x + reach, y + reach];
    this.#shows = 'most';
    this.#ground = svg('g', { class: 'ground' });
    this.#course = (layer?.lines ?? []).flatMap(({ kind, sure, unsure }) =>
      pointsOf(sure + unsure).map((at) => ({ at, weight: kind === 'frontier' ? 0.5 : 1 })),
    );
    if (!layer) return;
    const path = (kind: string, d: string): SVGPathElement => svg('path', { class: kind, d });
    this.#ground.append(
      path('land', layer.land),
      path('lakes', layer.lakes),
      path('rivers', layer.rivers),
      path('today', layer.today),
      ...layer.lines.flatMap(({ kind, sure, unsure }) => [
        path(`line ${kind === 'frontier' ? 'frontier' : 'demarcation'}`, sure),
        path(`line unsure ${kind === 'frontier' ? 'frontier' : 'demarcation'}`, unsure),
      ]),
    );
  }

  /** All places or, where they would lie too close, without those that lie farthest from where most happened. */
  #home(): void {
    let shown = this.#marks;
    const all = weigh(shown);
    for (;;) {
      this.#fit(shown.map(({ at }) => at));
      const legible = this.#scale / this.#unit >= LEGIBLE;
      if (legible || this.#shows === 'all' || weigh(shown) < all * 0.7) return;
      const [x, y] = heart(shown);
      const far = ({ at }: Mark): number => Math.hypot(at[0] - x, at[1] - y);
      const farthest = Math.max(...shown.map(far));
      shown = shown.filter((mark) => far(mark) < farthest);
    }
  }

  #fit(points: readonly Point[]): void {
    const { at, width, height } = middle(points);
    this.#centre = at;
    this.#scale = Math.min(
      (this.#width - 2 * MARGIN) / width,
      (this.#height - 2 * MARGIN) / height,
      NEAREST * this.#unit,
    );
  }

  get #least(): number {
    const [west = 0, north = 0, east = 0, south = 0] = this.#frame;
    return Math.max(this.#width / (east - west), this.#height / (south - north));
  }

  /** Keeps the view within what there is. */
  #clamp(): void {
    const [west = 0, north = 0, east = 0, south = 0] = this.#frame;
    const scale = Math.max(this.#least, Math.min(CLOSEST * this.#unit, this.#scale));
    const [w, h] = [this.#width / scale / 2, this.#height / scale / 2];
    const [x, y] = this.#centre;
    this.#scale = scale;
    this.#centre = [
      Math.max(west + w, Math.min(east - w, x)),
      Math.max(north + h, Math.min(south - h, y)),
    ];
  }

  /** From units to px. */
  #px([x, y]: Point): Point {
    const scale = this.#scale;
    return [
      (x - this.#centre[0]) * scale + this.#width / 2,
      (y - this.#centre[1]) * scale + this.#height / 2,
    ];
  }

  #sees(at: Point): boolean {
    const [x, y] = this.#px(at);
    return x > DOT && y > DOT && x < this.#width - DOT && y < this.#height - DOT;
  }

  #paint(root: SVGSVGElement): void {
    const { view, options } = this.#host;
    const [width, height, scale] = [this.#width, this.#height, this.#scale];
    const [dx, dy] = this.#px([0, 0]);
    this.#ground?.setAttribute('transform', `translate(${dx} ${dy}) scale(${scale})`);
    this.#ground?.classList.toggle('with-today', this.#today);
    const marks = svg('g');
    const words = svg('g');
    root.replaceChildren(
      svg('title', {}, [fill(view.t.map.label, plain(view, view.data.title))]),
      svg('desc', {}, [
        [this.#layer?.title, ...(this.#layer?.lines.map(({ name }) => name) ?? [])]
          .map((text) => (text ? plain(view, text) : ''))
          .join('. '),
      ]),
      svg('rect', { class: 'water', width, height }),
      ...(this.#ground ? [this.#ground] : []),
      marks,
      words,
    );
    root.setAttribute('viewBox', `0 0 ${width} ${height}`);
    root.classList.toggle('bare', !this.#layer);

    const lines = this.#course
      .filter(({ at }) => this.#sees(at))
      .map(({ at, weight }): Obstacle => [...this.#px(at), weight]);
    const frame: Box = { x: 4, y: 4, width: width - 8, height: height - 8 };
    const taken: Box[] = [];
    this.#bar(words, taken);
    const seen = this.#marks
      .filter(({ at }) => this.#sees(at))
      .map((mark) => ({
        ...mark,
        px: this.#px(mark.at),
        chosen: isChosen(mark, options),
        now: !mark.events.length || mark.events.some((id) => inTime(view, id, options)),
      }))
      .sort(
        (a, b) => +b.chosen - +a.chosen || +b.now - +a.now || b.events.length - a.events.length,
      );
    for (const { px } of seen)
      taken.push({ x: px[0] - DOT, y: px[1] - DOT, width: 2 * DOT, height: 2 * DOT });
    for (const { id, place, px, chosen, now } of seen) {
      const [cx, cy] = px;
      const { certainty = 'exact', radius } = place.coordinates ?? {};
      const mark = svg('g', { class: `mark ${certainty}`, 'data-place': id });
      mark.classList.toggle('chosen', chosen);
      mark.classList.toggle('other', !now);
      const doubt = Math.max(DOT * 2, ((radius ?? 0) / this.#unit) * scale);
      mark.append(
        svg('circle', { class: 'hit', cx, cy, r: 14 }),
        ...(isInexact(place) ? [svg('circle', { class: 'doubt', cx, cy, r: doubt })] : []),
        ...(chosen ? [svg('circle', { class: 'ring', cx, cy, r: DOT + 4 })] : []),
        svg('circle', { class: 'dot', cx, cy, r: DOT }),
      );
      // What comes first is drawn last, above the others.
      marks.prepend(mark);
    }
    const towns = seen.map(({ id, place, px, chosen, now }) => {
      const { then, now: today } = place.onMap ?? { then: place.label, now: undefined };
      const text = svg('text', { class: 'place', 'data-place': id });
      text.classList.toggle('chosen', chosen);
      text.classList.toggle('other', !now);
      text.append(this.#line(then), ...(today ? [this.#line(today, 'now')] : []));
      words.append(text);
      const sizes = sizesOf(text);
      const gap = chosen ? GAP + 3 : GAP;
      // Where there is no room for both names, there may be for the first.
      const forms = sizes.map((_, i) => {
        const [width, height] = extent(sizes.slice(0, sizes.length - i));
        return around(...px, width, height, gap);
      });
      return { text, sizes, forms };
    });
    const rooms = arrange(
      towns.map(({ forms }) => forms),
      taken,
      frame,
      lines,
    );
    towns.forEach(({ text, sizes }, i) => {
      const [box, without] = rooms[i] ?? [];
      put(text, sizes, box, without);
    });
    for (const { kind, text, at } of this.#layer?.names ?? []) {
      const [x, y] = this.#px(at);
      const [word, lang] = typeof text === 'string' ? [text, view.data.language] : pick(view, text);
      const label = svg('text', { class: `name ${kind}`, lang });
      label.append(...word.split('\n').map((line) => svg('tspan', {}, [line])));
      words.append(label);
      const sizes = sizesOf(label);
      put(label, sizes, take(upon(x, y, ...extent(sizes)), taken, frame, lines));
    }
    root.append(svg('rect', { class: 'edge', width, height }));
    const outside = this.#marks
      .filter(({ at }) => !this.#sees(at))
      .map(({ place }) => plain(view, place.label));
    if (`${outside}` !== `${this.#outside}`) {
      this.#outside = outside;
      this.#host.update();
    }
  }

  /** A name as a line of a label, in its language. */
  #line(name: Text, kind = 'then'): SVGTSpanElement {
    const { view } = this.#host;
    const [word, lang] = typeof name === 'string' ? [name, view.data.language] : pick(view, name);
    return svg('tspan', { class: kind, lang }, [word]);
  }

  /** How long some kilometres are. */
  #bar(into: SVGGElement, taken: Box[]): void {
    const { view } = this.#host;
    const perKm = this.#scale / this.#unit;
    const km = [1000, 500, 200, 100, 50, 20, 10, 5].find((it) => it * perKm < 110) ?? 5;
    const long = km * perKm;
    const [x, y] = [12, this.#height - 12];
    const words = new Intl.NumberFormat(view.language, { style: 'unit', unit: 'kilometer' });
    into.append(
      svg('path', { class: 'bar', d: `M${x} ${y - 4}v4h${long}v-4` }),
      svg('text', { class: 'name bar-text', x, y: y - 7 }, [words.format(km)]),
    );
    taken.push({ x: x - 4, y: y - 24, width: long + 24, height: 28 });
  }

  #zoom(factor: number): void {
    // What a reader looks at stays where it is: the chosen place, else the middle; at first that is where
    // most happened.
    const chosen = this.#marks.find(
      (mark) => isChosen(mark, this.#host.options) && this.#sees(mark.at),
    );
    if (!chosen && this.#shows !== 'chosen' && factor > 1) this.#centre = heart(this.#marks);
    const [before, from] = [this.#scale, this.#centre];
    this.#shows = 'chosen';
    this.#scale *= factor;
    this.#clamp();
    if (chosen) {
      const kept = before / this.#scale;
      const keep = (i: 0 | 1): number => chosen.at[i] + (from[i] - chosen.at[i]) * kept;
      this.#centre = [keep(0), keep(1)];
    }
    this.#host.update();
  }

  #whole = (): void => {
    this.#shows = 'all';
    this.#host.update();
  };

  /** @returns whether there was anywhere to go */
  #move(x: number, y: number): boolean {
    const [a, b] = this.#centre;
    const scale = this.#scale;
    this.#centre = [a + x / scale, b + y / scale];
    this.#clamp();
    const moved = this.#centre[0] !== a || this.#centre[1] !== b;
    if (moved) this.#shows = 'chosen';
    this.#host.update();
    return moved;
  }

  #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [w, h] = [this.#width * STEP, this.#height * STEP];
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-w, 0],
      ArrowRight: [w, 0],
      ArrowUp: [0, -h],
      ArrowDown: [0, h],
    };
    const move = moves[event.key];
    // At the edge the key is the page's again.
    if (move) {
      if (!this.#move(...move)) return;
    } else if (event.key === '+' || event.key === '=') this.#zoom(1.6);
    else if (event.key === '-') this.#zoom(1 / 1.6);
    else if (event.key === '0') this.#whole();
    else return;
    event.preventDefault();
  };

  #click = ({ target }: Event): void => {
    const id = (target as Element).closest('[data-place]')?.getAttribute('data-place');
    if (id) this.#host.choose(id);
  };

  /** A mouse or a pen moves the map; a single finger moves the page. */
  #drag = (down: PointerEvent): void => {
    if (down.pointerType === 'touch' || down.button) return;
    let [x, y] = [down.clientX, down.clientY];
    let dragged = false;
    const over = new AbortController();
    const { signal } = over;
    const move = (event: PointerEvent): void => {
      if (!event.buttons) return over.abort();
      if (!dragged && Math.hypot(event.clientX - x, event.clientY - y) < 4) return;
      dragged = true;
      this.#move(x - event.clientX, y - event.clientY);
      [x, y] = [event.clientX, event.clientY];
    };
    addEventListener('pointermove', move, { signal });
    // What was pressed is drawn anew with each move, so the end of a drag is no click on it.
    addEventListener('pointerup', () => over.abort(), { signal });
  };
  /** Two fingers move the map and zoom it; one finger moves the page. */
  #touch = (event: TouchEvent): void => {
    if (event.touches.length !== 2) return;
    const fingers = [...event.touches] as [Touch, Touch];
    if (!fingers.every(({ target }) => this.#svg?.contains(target as Node))) return;
    event.preventDefault();
    this.#grip = gripOf(fingers);
    const over = new AbortController();
    const { signal } = over;
    const move = (moved: TouchEvent): void => {
      const [a, b, more] = moved.touches;
      const before = this.#grip;
      if (!a || !b || more || !before) return over.abort();
      moved.preventDefault();
      this.#grip = gripOf([a, b]);
      this.#pinch(before, this.#grip);
    };
    for (const { target } of fingers) {
      // What a finger lies on hears of it alone once the map is drawn anew without it.
      target.addEventListener('touchmove', move as EventListener, { signal, passive: false });
      for (const type of ['touchend', 'touchcancel'])
        target.addEventListener(type, () => over.abort(), { signal });
    }
  };

  /** Keeps what lay between two fingers between them. */
  #pinch(before: Grip, after: Grip): void {
    const { left = 0, top = 0 } = this.#svg?.getBoundingClientRect() ?? {};
    const from = ([x, y]: Point): Point => [
      (x - left - this.#width / 2) / this.#scale,
      (y - top - this.#height / 2) / this.#scale,
    ];
    const [x, y] = from(before.at);
    const held: Point = [this.#centre[0] + x, this.#centre[1] + y];
    this.#scale *= after.apart / (before.apart || after.apart || 1);
    this.#clamp();
    const [dx, dy] = from(after.at);
    this.#centre = [held[0] - dx, held[1] - dy];
    this.#clamp();
    this.#shows = 'chosen';
    this.#host.update();
  }
}
