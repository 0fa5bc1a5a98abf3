import { render } from './html.js';

/** How a property answers to its attribute, in which its value is kept. */
export interface PropertyDeclaration {
  /** The attribute's name. Default: the property's, in lower case. */
  attribute?: string;
  /** What the attribute is read as: `Boolean` is whether it is there. Default: `String`. */
  type?: typeof String | typeof Number | typeof Boolean;
}

/** A class's properties by name. */
export type PropertyDeclarations = Record<string, PropertyDeclaration>;

const sheets = new Map<string, CSSStyleSheet>();

/** Gives a shadow root some styles, once; all elements share one sheet of the same text. */
export function adopt(root: ShadowRoot, text: string): void {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheets.set(text, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(text);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/**
 * A custom element that is drawn anew, once and before the next paint, when its properties change.
 * It has the names and habits of Lit's `LitElement`, and of these only what our elements use:
 * `static properties` and `styles`, `render`, `willUpdate`, `updated`, `requestUpdate`, `updateComplete`
 * and `renderRoot`. Unlike Lit it keeps each property in its attribute, as the elements of HTML do: what a
 * script sets can be matched by CSS, and an attribute that is taken away leaves `undefined`. It has no
 * decorators, controllers and converters. A subclass `declare`s its properties, since a field of that
 * name would hide them.
 */
export abstract class ReactiveElement extends (globalThis.HTMLElement ??
  // Node imports the classes for their views and styles.
  (class {} as typeof HTMLElement)) {
  /** The properties that draw anew when they change. */
  static properties: PropertyDeclarations = {};

  /** The styles of the shadow tree. */
  static styles: string[] = [];

  /** Makes the accessors as well: a registry asks for these names before there is an element. */
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).map(
      ([name, { type, attribute = name.toLowerCase() }]) => {
        // What the browser keeps in its attribute itself, as it does `lang`, needs no accessor.
        if (!(name in this.prototype))
          Object.defineProperty(this.prototype, name, {
            get(this: ReactiveElement) {
              const value = this.getAttribute(attribute);
              return type === Boolean
                ? value !== null
                : value === null
                  ? undefined
                  : type
                    ? type(value)
                    : value;
            },
            set(this: ReactiveElement, value: string | number | boolean | null | undefined) {
              if ((value ?? false) === false) this.removeAttribute(attribute);
              else this.setAttribute(attribute, value === true ? '' : `${value}`);
            },
          });
        return attribute;
      },
    );
  }

  /** Where the content goes: the shadow root, or the element itself. */
  renderRoot!: HTMLElement | ShadowRoot;

  /** Resolves when what is due has been drawn. */
  updateComplete = Promise.resolve();

  #due = false;
  #changed = new Set<string>();

  /** Makes the tree to draw into, when the element first comes to the page. */
  protected createRenderRoot(): HTMLElement | ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    for (const text of (this.constructor as typeof ReactiveElement).styles) adopt(root, text);
    return root;
  }

  connectedCallback(): void {
    const own = this as Record<string, unknown>;
    for (const name of Object.keys((this.constructor as typeof ReactiveElement).properties))
      // It was set before the element was defined, and is stronger than an attribute.
      if (Object.hasOwn(own, name)) {
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    this.renderRoot ??= this.createRenderRoot();
    this.requestUpdate();
  }

  attributeChangedCallback(attribute: string, old: string | null, value: string | null): void {
    if (old !== value) this.requestUpdate(attribute);
  }

  /**
   * Asks for a drawing; many are one. An element that is not on the page is drawn when it comes there.
   * @param attribute the attribute that changed
   */
  requestUpdate(attribute = ''): void {
    this.#changed.add(attribute);
    if (this.#due || !this.isConnected) return;
    this.#due = true;
    this.updateComplete = Promise.resolve()
      .then(() => this.scheduleUpdate())
      .then(() => this.performUpdate());
  }

  /** Waits for the time to draw. */
  protected scheduleUpdate(): void | Promise<void> {}

  /** Draws at once what is due. */
  performUpdate(): void {
    if (!this.#due) return;
    try {
      this.willUpdate(this.#changed);
      if (this.render) render(this.render(), this.renderRoot);
    } finally {
      this.#changed = new Set();
      this.#due = false;
    }
    this.updated();
  }

  /** The content: a template. Without it an element shows what the page put in it. */
  protected render?(): unknown;

  /** Before each drawing; what is changed here is drawn with it. @param _changed names of attributes */
  protected willUpdate(_changed: Set<string>): void {}

  /** After each drawing. */
  protected updated(): void {}
}
