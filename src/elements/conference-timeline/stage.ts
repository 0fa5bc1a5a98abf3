/**
 * The part of the page that a frame touches. Each event keeps its nodes for as long as it is drawn, in
 * the order of time, so that focus stays and a screen reader reads them in order; nodes of what left
 * are used again.
 */
import type { Placed, Mark } from './scene.js';
import type { Tick } from './ticks.js';

/** What an event says, asked for once when it comes into view. */
export interface EventWords {
  title: string;
  /** The title's language where it is not the reader's. */
  lang: string | undefined;
  /** Everything, for a screen reader. */
  name: string;
  glyph: string;
  status: string;
  /** The status in a word, where it is shown. */
  word: string;
}

interface Node {
  item: HTMLLIElement;
  button: HTMLButtonElement;
  title: HTMLSpanElement;
  marks: HTMLElement[];
  tie?: HTMLElement | undefined;
}

const set = (element: HTMLElement, name: string, value: string): void => {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
};
const px = (n: number): string => `${Math.round(n * 10) / 10}px`;

/** Draws frames into a list. */
export class Stage {
  /** How many events' nodes were made, filled or taken out by the last frame. */
  changed = 0;
  readonly #nodes = new Map<number, Node>();
  readonly #spare: Node[] = [];

  /**
   * @param list the list of events
   * @param words what an event says
   */
  constructor(
    readonly list: HTMLElement,
    private readonly words: (key: number) => EventWords,
  ) {}

  /** The button of an event that is drawn. */
  button(key: number): HTMLButtonElement | undefined {
    return this.#nodes.get(key)?.button;
  }

  /** The event of a node inside the list. */
  keyOf(node: EventTarget | null): number | undefined {
    const item = (node as Element | null)?.closest?.('li');
    return item?.dataset['key'] ? Number(item.dataset['key']) : undefined;
  }

  /** Forgets what it has drawn: the events are others now. */
  clear(): void {
    for (const key of [...this.#nodes.keys()]) this.#drop(key);
  }

  /**
   * @param y where a row is, px
   * @param sign -1 where the axis runs from right to left
   * @param current the event that Tab goes to
   * @param open whether an event's card is open
   * @param extra how many nodes other dates may take in all
   */
  draw(
    placed: readonly Placed[],
    y: (row: number) => number,
    sign: number,
    current: number,
    open: (key: number) => boolean,
    extra: number,
  ): void {
    this.changed = 0;
    const stay = new Set(placed.map(({ key }) => key));
    for (const key of [...this.#nodes.keys()]) if (!stay.has(key)) this.#drop(key);
    // What stays is in order already and is never moved, which would lose the focus.
    let next = this.list.firstElementChild;
    for (const { key, row, marks, label } of placed) {
      let node = this.#nodes.get(key);
      if (!node) {
        node = this.#fill(key);
        this.list.insertBefore(node.item, next);
      } else next = node.item.nextElementSibling;
      const { item, button } = node;
      set(item, 'transform', `translate(${px(sign * label.x)},${px(y(row))})`);
      set(button, 'inline-size', px(label.width));
      const shown = Math.min(marks.length, 1 + Math.max(0, extra));
      if (shown > 1) extra -= shown;
      while (node.marks.length > shown) node.marks.pop()?.remove();
      for (let i = 0; i < shown; i++) this.#mark(node, i, marks[i] as Mark, label.x);
      this.#tie(node, marks.slice(0, shown), label.x);
      button.tabIndex = key === current ? 0 : -1;
      const is = String(open(key));
      if (button.getAttribute('aria-expanded') !== is) button.setAttribute('aria-expanded', is);
    }
  }

  #mark(node: Node, i: number, { x, width, soft, drawn }: Mark, origin: number): void {
    let element = node.marks[i];
    if (!element) {
      element = document.createElement('i');
      element.className = 'drawing';
      element.part.add(i ? 'alternative' : 'drawing');
      node.marks[i] = element;
      node.button.append(element);
    }
    element.dataset['shape'] = drawn.shape;
    element.toggleAttribute('data-doubt', drawn.doubt);
    set(element, 'inset-inline-start', px(x - origin));
    set(element, 'inline-size', px(width));
    set(element, '--a', px(Math.min(soft[0], width / 2)));
    set(element, '--b', px(Math.min(soft[1], width / 2)));
  }

  /** The thread that ties the other dates of an event to the one shown first. */
  #tie(node: Node, marks: readonly Mark[], origin: number): void {
    if (marks.length < 2) {
      node.tie?.remove();
      node.tie = undefined;
      return;
    }
    if (!node.tie) {
      node.tie = document.createElement('i');
      node.tie.className = 'tie';
      node.button.append(node.tie);
    }
    const from = Math.min(...marks.map(({ x }) => x));
    set(node.tie, 'inset-inline-start', px(from - origin));
    set(node.tie, 'inline-size', px(Math.max(...marks.map(({ x, width }) => x + width)) - from));
  }

  #fill(key: number): Node {
    const node = this.#spare.pop() ?? make();
    this.changed++;
    this.#nodes.set(key, node);
    node.item.dataset['key'] = String(key);
    this.#write(node, key);
    return node;
  }

  /** Says everything anew, in place: the words may have changed. */
  refresh(): void {
    for (const [key, node] of this.#nodes) this.#write(node, key);
  }

  #write(node: Node, key: number): void {
    const { title, lang, name, glyph, status, word } = this.words(key);
    node.item.dataset['status'] = status;
    node.button.dataset['glyph'] = glyph;
    node.button.dataset['word'] = word;
    node.button.setAttribute('aria-label', name);
    node.button.title = name;
    node.title.textContent = title;
    if (lang) node.title.lang = lang;
    else node.title.removeAttribute('lang');
  }

  #drop(key: number): void {
    const node = this.#nodes.get(key) as Node;
    this.changed++;
    this.#nodes.delete(key);
    node.item.remove();
    this.#spare.push(node);
  }
}

function make(): Node {
  const item = document.createElement('li');
  const button = document.createElement('button');
  const title = document.createElement('span');
  item.part.add('item');
  button.type = 'button';
  button.part.add('event');
  title.dir = 'auto';
  title.part.add('label');
  button.append(title);
  item.append(button);
  return { item, button, title, marks: [] };
}

/** Puts the marks of an axis into place, with as few nodes as there are marks. */
export function drawTicks(into: HTMLElement, ticks: readonly Tick[], sign: number): void {
  while (into.childElementCount > ticks.length) into.lastElementChild?.remove();
  ticks.forEach(({ x, label }, i) => {
    const tick = (into.children[i] ??
      into.appendChild(document.createElement('span'))) as HTMLElement;
    if (tick.textContent !== label) tick.textContent = label;
    set(tick, 'transform', `translateX(${px(sign * x)})`);
  });
}
