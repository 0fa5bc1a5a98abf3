/**
 * Templates as Lit writes them, drawn by some hundred lines of our own: text, nodes, templates and
 * arrays as children, attributes, `.property` and `@event`. There are no directives and no SVG, and no
 * comments, entities and single quotes in a template; a value is a whole attribute; a listener is an arrow
 * function; an attribute of `nothing`, `null` or `undefined` is left out; what has no content ends in `/>`. Elements are made one by one from a template's fixed strings and values only
 * ever become text, so that no Trusted Types policy is needed and a page may be XHTML.
 */

/** A template: its fixed strings and the values between them. */
export interface TemplateResult {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}

/** A value that shows nothing and leaves its attribute out. */
export const nothing = Symbol.for('lit-nothing');

/** A piece of HTML. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult => ({
  strings,
  values,
});

/** Marks a text as CSS, for editors and for the build, which minifies it. */
export const css = ([text]: TemplateStringsArray): string => text as string;

/** Stands for a value in the joined strings. */
const VALUE = '\0';

/** A tag with its attributes, or the text up to the next tag. */
const TOKENS = /<(\/?)([\w-]+)((?:"[^"]*"|[^">])*)>|[^<]+/g;
const ATTRIBUTES = /([^\s=/]+)(?:=("?)(.*?)\2(?=\s|\/?$))?/gs;

type Token = [
  /** What is fixed, with a value between each piece and the next. */
  text: string[],
  close: string | undefined,
  tag: string | undefined,
  attributes: [name: string, value: string][],
  empty: boolean,
];

const parsed = new WeakMap<TemplateStringsArray, Token[]>();

const parse = (strings: TemplateStringsArray): Token[] =>
  [...strings.join(VALUE).matchAll(TOKENS)].map(([text, close, tag, attributes = '']) => [
    text.split(VALUE),
    close,
    tag,
    [...attributes.matchAll(ATTRIBUTES)].map(([, name, , value = '']) => [name as string, value]),
    attributes.endsWith('/'),
  ]);

/** Takes the values of the template that it is a part of. */
type Update = (values: readonly unknown[]) => void;

/** Makes a template's nodes, and returns what gives them their values and puts them in front of a node. */
function build({ strings }: TemplateResult, end: Node): Update {
  const root = new DocumentFragment();
  const parts: Update[] = [];
  let at: ParentNode = root;
  let count = 0;
  let tokens = parsed.get(strings);
  if (!tokens) parsed.set(strings, (tokens = parse(strings)));
  for (const [text, close, tag, attributes, empty] of tokens)
    if (close) at = at.parentNode as Element;
    else if (tag) {
      const element: Element = document.createElement(tag);
      for (const [name, value] of attributes)
        if (value === VALUE) parts.push(attribute(element, name, count++));
        else element.setAttribute(name, value);
      at.append(element);
      if (!empty) at = element;
    } else
      text.forEach((piece, i) => {
        if (i) {
          const part = new Part(at);
          const index = count++;
          parts.push((values) => part.set(values[index]));
        }
        if (piece) at.append(piece);
      });
  return (values) => {
    parts.forEach((part) => part(values));
    // Empty from the second time on.
    (end as ChildNode).before(root);
  };
}

/** Gives an attribute, property or listener its value, the one at `index`. */
function attribute(element: Element, name: string, index: number): Update {
  const key = name.slice(1);
  const sort = name[0];
  let old: unknown;
  if (sort === '@')
    element.addEventListener(key, (event) => typeof old === 'function' && old(event));
  return (values) => {
    const value = values[index];
    if (value === old) return;
    old = value;
    const none = (value ?? nothing) === nothing;
    if (sort === '.') (element as unknown as Record<string, unknown>)[key] = value;
    else if (sort !== '@')
      if (none) element.removeAttribute(name);
      else element.setAttribute(name, value as string);
  };
}

/** A place among the children of a node, between two marks. */
class Part {
  #start = new Comment();
  #end = new Comment();
  /** The node, the strings of the template, or what other sort of value is shown. */
  #key: unknown;
  #items: Part[] = [];
  #update?: Update;
  #text?: Text;

  constructor(parent: Node, before: Node | null = null) {
    parent.insertBefore(this.#start, before);
    parent.insertBefore(this.#end, before);
  }

  set(value: unknown): void {
    const end = this.#end;
    const template = value as TemplateResult | null | undefined;
    const list = Array.isArray(value);
    const node = value instanceof Node && value;
    const key = list || template?.strings || node;
    if (key !== this.#key) {
      this.#clear();
      this.#key = key;
      // Only once: what is put where it is already leaves the page and comes back.
      if (node) end.before(node);
    }
    if (list) {
      value.forEach((it, i) => (this.#items[i] ??= new Part(end.parentNode as Node, end)).set(it));
      for (const gone of this.#items.splice(value.length)) {
        gone.#clear();
        gone.#start.remove();
        gone.#end.remove();
      }
    } else if (template?.strings) (this.#update ??= build(template, end))(template.values);
    else if (!node) {
      const text = value === nothing ? '' : `${(value ?? '') as string}`;
      if (!this.#text) end.before((this.#text = new Text(text)));
      else if (this.#text.data !== text) this.#text.data = text;
    }
  }

  #clear(): void {
    this.#items = [];
    this.#update = this.#text = undefined;
    while (this.#start.nextSibling !== this.#end) this.#start.nextSibling?.remove();
  }
}

const roots = new WeakMap<Node, Part>();

/** Draws a value at the end of a node; drawn again, only what has changed is touched. */
export function render(value: unknown, container: Node): void {
  let part = roots.get(container);
  if (!part) roots.set(container, (part = new Part(container)));
  part.set(value);
}
