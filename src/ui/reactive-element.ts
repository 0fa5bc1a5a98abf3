import { render } from './html.js';

/** How a property answers to its attribute. */
export interface PropertyDeclaration {
  /** The attribute's name. Default: the property's, in lower case. */
  attribute?: string;
  /** What the attribute is read as: `Boolean` is whether it is there. Default: `String`. */
  type?: typeof String | typeof Number | typeof Boolean;
  /** Whether the property is written back to the attribute. */
  reflect?: boolean;
  /** The browser keeps the property itself, as it does `lang`; a change of the attribute draws anew. */
  noAccessor?: boolean;
}

/** A class's properties by name. */
export type PropertyDeclarations = Record<string, PropertyDeclaration>;

const attributeOf = (name: string, { attribute }: PropertyDeclaration): string =>
  attribute ?? name.toLowerCase();

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
 * and `renderRoot`. Unlike Lit it has no decorators, controllers, converters and `hasChanged`, and an
 * attribute that is taken away leaves `undefined`. A subclass `declare`s its properties, since a
 * field of that name would hide them.
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
    return Object.entries(this.properties).map(([name, declaration]) => {
      if (!declaration.noAccessor)
        Object.defineProperty(this.prototype, name, {
          configurable: true,
          get(this: ReactiveElement) {
            return this.#values[name];
          },
          set(this: ReactiveElement, value: unknown) {
            const old = this.#values[name];
            this.#values[name] = value;
            if (old !== value) this.requestUpdate(name, old);
          },
        });
      return attributeOf(name, declaration);
    });
  }

  /** Where the content goes: the shadow root, or the element itself. */
  renderRoot!: HTMLElement | ShadowRoot;

  /** Whether a drawing is due. */
  isUpdatePending = true;

  /** Resolves when what is due has been drawn. */
  updateComplete: Promise<void>;

  #values: Record<string, unknown> = {};
  #changed = new Map<PropertyKey, unknown>();
  #connect!: () => void;
  /** What was set before the element was defined: it is stronger than an attribute. */
  #before: Record<string, unknown> = {};

  constructor() {
    super();
    for (const name of Object.keys(this.#class.properties))
      if (Object.hasOwn(this, name)) {
        const own = this as Record<string, unknown>;
        this.#before[name] = own[name];
        delete own[name];
      }
    this.updateComplete = new Promise<void>((connected) => (this.#connect = connected)).then(
      this.#draw,
    );
  }

  get #class(): typeof ReactiveElement {
    return this.constructor as typeof ReactiveElement;
  }

  /** Makes the tree to draw into, when the element first comes to the page. */
  protected createRenderRoot(): HTMLElement | ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    for (const text of this.#class.styles) adopt(root, text);
    return root;
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot();
    this.#connect();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(attribute: string, _old: string | null, value: string | null): void {
    for (const [name, declaration] of Object.entries(this.#class.properties)) {
      if (attributeOf(name, declaration) !== attribute) continue;
      const { noAccessor, type } = declaration;
      if (noAccessor) this.requestUpdate(name);
      else
        (this as Record<string, unknown>)[name] =
          type === Boolean
            ? value !== null
            : value === null
              ? undefined
              : type
                ? type(value)
                : value;
    }
  }

  /**
   * Asks for a drawing; many are one.
   * @param name the property that changed
   * @param old what it was
   */
  requestUpdate(name?: PropertyKey, old?: unknown): void {
    if (name !== undefined && !this.#changed.has(name)) this.#changed.set(name, old);
    if (this.isUpdatePending) return;
    this.isUpdatePending = true;
    this.updateComplete = this.updateComplete.then(this.#draw, this.#draw);
  }

  #draw = async (): Promise<void> => {
    await this.scheduleUpdate();
    this.performUpdate();
  };

  /** Waits for the time to draw. */
  protected scheduleUpdate(): void | Promise<void> {}

  /** Draws at once what is due. */
  performUpdate(): void {
    if (!this.isUpdatePending) return;
    Object.assign(this, this.#before);
    this.#before = {};
    const changed = this.#changed;
    try {
      this.willUpdate(changed);
      for (const [name, declaration] of Object.entries(this.#class.properties))
        if (declaration.reflect && changed.has(name)) this.#reflect(name, declaration);
      if (this.render) render(this.render(), this.renderRoot);
    } finally {
      this.#changed = new Map();
      this.isUpdatePending = false;
    }
    this.updated(changed);
  }

  #reflect(name: string, declaration: PropertyDeclaration): void {
    const attribute = attributeOf(name, declaration);
    const value = this.#values[name] as string | boolean | null | undefined;
    if (typeof value === 'boolean') this.toggleAttribute(attribute, value);
    else if (value === undefined || value === null) this.removeAttribute(attribute);
    else this.setAttribute(attribute, value);
  }

  /** The content: a template. Without it an element shows what the page put in it. */
  protected render?(): unknown;

  /** Before each drawing; what is changed here is drawn with it. @param _changed old values by property */
  protected willUpdate(_changed: Map<PropertyKey, unknown>): void {}

  /** After each drawing. @param _changed old values by property */
  protected updated(_changed: Map<PropertyKey, unknown>): void {}
}
