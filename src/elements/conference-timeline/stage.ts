/**
 * The part of the page that a frame touches. Each event keeps its nodes for as long as it is drawn, in
 * the order of time, so that focus stays and a screen reader reads them in order.
 */
import type { Placed, Mark } from './scene.js';

/** The nodes of one event. */
export interface Node {
  item: HTMLElement;
  button: HTMLElement;
  title: HTMLElement;
  marks: HTMLElement[];
  row: number;
  tie?: HTMLElement | undefined;
}

const looks = new WeakMap<HTMLElement, string>();

/** Gives a node its only styles of its own, where they have changed. */
export function look(node: HTMLElement, css: string): void {
  if (looks.get(node) === css) return;
  looks.set(node, css);
  node.style.cssText = css;
}

const px = (n: number): string => `${Math.round(n * 10) / 10}px`;

/** Where a node is, from where its container begins. */
export const at = (x: number, y = 0): string => `transform:translate(${px(x)},${px(y)})`;

/** Where in its container a node is, and how wide. */
export const across = (x: number, width: number): string =>
  `inset-inline-start:${px(x)};inline-size:${px(width)}`;

/** A new node in another. */
export function add(into: HTMLElement, tag: string, part?: string): HTMLElement {
  const node = into.appendChild(document.createElement(tag));
  if (part) node.part.value = part;
  return node;
}

/** Draws frames into a list. */
export class Stage {
  /**
   * Draws the other dates of an event, with as many nodes as there are left; says how many are then.
   * Comes after the first frame.
   */
  others?: (node: Node, marks: readonly Mark[], origin: number, left: number) => number;
  /** Draws what is finer than its shape; says what styles of its own that takes. Comes with the others. */
  finer?: (element: HTMLElement, mark: Mark) => string;
  /** Where in an event a mark is; otherwise where time runs down the page. */
  across = across;
  #nodes = new Map<number, Node>();

  /**
   * @param list the list of events
   * @param write says in its nodes what an event is
   */
  constructor(
    readonly list: HTMLElement,
    private readonly write: (node: Node, key: number) => void,
  ) {}

  /** The button of an event that is drawn. */
  button(key: number): HTMLElement | undefined {
    return this.#nodes.get(key)?.button;
  }

  /** The event of a node inside the list. */
  keyOf(node: EventTarget | null): number | undefined {
    for (const [key, { item }] of this.#nodes)
      if (item.contains(node as Element | null)) return key;
    return undefined;
  }

  /** The rows of the last frame. */
  get rows(): Map<number, number> {
    return new Map([...this.#nodes].map(([key, { row }]) => [key, row]));
  }

  /** The events have other keys now, by their old ones; what has none is gone. */
  move(keys: readonly number[]): void {
    const nodes = this.#nodes;
    this.#nodes = new Map();
    for (const [old, node] of nodes)
      if (old in keys) this.#nodes.set(keys[old]!, node);
      else node.item.remove();
  }

  /** Says everything anew, in place: the words may have changed. */
  refresh(): void {
    for (const [key, node] of this.#nodes) this.write(node, key);
  }

  /**
   * @param y where a row is, px
   * @param axis where a place on it and in the rows is
   * @param current the event that Tab goes to
   * @param open whether an event's card is open
   * @param extra how many nodes other dates may take in all
   */
  draw(
    placed: readonly Placed[],
    y: (row: number) => number,
    axis: { at(x: number, y: number): string },
    current: number,
    open: (key: number) => boolean,
    extra: number,
  ): void {
    for (const [key, { item }] of this.#nodes)
      if (!placed.some((it) => it.key === key)) {
        this.#nodes.delete(key);
        item.remove();
      }
    // What stays is in order already and is never moved, which would lose the focus.
    let next = this.list.firstElementChild;
    for (const { key, row, marks, label } of placed) {
      let node = this.#nodes.get(key);
      if (node) next = node.item.nextElementSibling;
      else {
        this.#nodes.set(key, (node = this.#make()));
        this.write(node, key);
        this.list.insertBefore(node.item, next);
      }
      const { item, button } = node;
      node.row = row;
      look(item, axis.at(label.x, y(row)));
      look(button, `inline-size:${px(label.width)}`);
      this.mark(node, 0, marks[0]!, label.x);
      extra = this.others?.(node, marks, label.x, extra) ?? extra;
      button.tabIndex = key === current ? 0 : -1;
      button.ariaExpanded = `${open(key)}`;
    }
  }

  /** Draws one date of an event. */
  mark(node: Node, i: number, mark: Mark, origin: number): void {
    const { x, width, drawn } = mark;
    const element = (node.marks[i] ??= add(node.button, 'i', i ? 'alternative' : 'drawing'));
    element.className = 'drawing';
    element.dataset['shape'] = drawn.date.shape;
    look(element, this.across(x - origin, width) + (this.finer?.(element, mark) ?? ''));
  }

  #make(): Node {
    const item = add(this.list, 'li', 'item');
    const button = add(item, 'button', 'event');
    const title = add(button, 'span', 'label');
    title.dir = 'auto';
    return { item, button, title, marks: [], row: 0 };
  }
}
