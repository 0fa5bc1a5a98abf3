import { ContextEvent } from '@lit/context';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Id } from '../dataset/types.js';
import type { Dictionary } from '../locales/en.js';
import { pageCites } from '../store/cites.js';
import { datasetContext } from '../store/context.js';
import { datasetAt, pageDefault, type DatasetResource } from '../store/resource.js';
import { AttestedErrorEvent, AttestedReadyEvent, type Selection } from './events.js';
import { base, languageTag, viewOf, type View } from './view.js';

/** What only a reader of another language than the dataset's needs. */
interface Interpreter {
  dictionary: (language: string) => Promise<Dictionary | undefined>;
  format: (edtf: string, language: string) => string;
}

/**
 * What all elements that show something of a dataset have in common: which dataset they read, the
 * author's own content until there is something better, and plain words where there is not.
 *
 * @slot - What to show until the dataset is there, and for ever if it never is.
 * @csspart error - The sentence that says what is wrong, after the slotted content.
 * @fires {AttestedReadyEvent} attested-ready - Content is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - Something is said instead of the content.
 */
export abstract class AttestedElement extends LitElement {
  /** Tells our elements from another's of the same name; the version of what copies share. */
  static readonly attested = 1;

  static override properties: PropertyDeclarations = {
    src: {},
    lang: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Ends what began with being on the page. */
  #leave = new AbortController();
  /** Ends the reading of the present dataset. */
  #unsubscribe?: () => void;
  #resource?: DatasetResource;
  #declared: ChildNode[] = [];
  #marks: Id[] = [];
  #failure?: string;
  #said?: string;
  #ready = false;
  #interpreter?: Interpreter;
  #dictionary?: [language: string, words?: Dictionary];

  /** URL of this element's own dataset. Without it: the nearest `<history-dataset>`, then the page's default. */
  declare src?: string;

  /** The reader's language, BCP 47. Default: that of the nearest element with a `lang`. */
  declare lang: string;

  /** Level of the element's heading, 1 to 6, to fit the page's outline. Default: 3. */
  declare headingLevel: number;

  /** How the content was last drawn; nothing before there is a dataset. */
  view?: View;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const { readers } = pageCites();
    const renumbered = (): void => this.requestUpdate();
    readers.add(renumbered);
    signal.addEventListener('abort', () => readers.delete(renumbered));
    document.addEventListener(
      'attested-select',
      (event) => {
        if (!event.defaultPrevented && event.detail.dataset === this.#resource?.name)
          this.answer(event.detail);
      },
      { signal },
    );
    this.#resolve();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave.abort();
    this.#use();
    const { citing, numbering } = pageCites();
    if (citing.delete(this)) numbering?.touch();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A declarative shadow root stays as it is until there is something to put in its place.
    this.#declared = [...(this.shadowRoot?.childNodes ?? [])];
    const root = super.createRenderRoot();
    // Lit would draw before the first of these nodes, which will be gone.
    this.renderOptions.renderBefore = null;
    return root;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('src')) this.#resolve();
  }

  protected override updated(): void {
    if (this.#failure && this.#failure !== this.#said)
      this.dispatchEvent(new AttestedErrorEvent(this.#failure));
    this.#said = this.#failure;
    // An element that was taken away before it was drawn must not be counted again.
    if (!this.view || this.#failure || !this.isConnected) return;
    const { citing, numbering } = pageCites();
    const marks = this.#marks;
    const cites = { dataset: this.view.dataset, marks };
    if (`${citing.get(this)?.marks}` !== `${marks}`) numbering?.touch();
    citing.set(this, cites);
    if (!this.#ready) this.dispatchEvent(new AttestedReadyEvent());
    this.#ready = true;
  }

  /** Answers to a record chosen in any widget of the page. */
  protected answer(_selection: Selection): void {}

  /** Whether the element shows the sources that it cites itself. */
  protected readonly listsSources: boolean = false;

  /**
   * Draws the element's content.
   * @throws an error whose message is shown in the content's place
   */
  protected abstract show(view: View): TemplateResult;

  /**
   * The record that an attribute names.
   * @param type the kind of record; the attribute has its name
   * @param id the record's id, where the attribute does not hold it alone
   * @throws an error that names the id and, once looked up, the nearest that exists
   */
  protected find<T>(
    type: Selection['type'],
    records: Record<Id, T>,
    id = this[type as keyof this] as Id | undefined,
  ): T {
    if (id && Object.hasOwn(records, id)) return records[id] as T;
    void import('./missing.js').then(({ missing }) =>
      this.#fail(missing(type, id, records, this.#resource)),
    );
    throw new Error('');
  }

  #fail(message: string): void {
    // Every drawing looks it up again: only a new answer is drawn.
    if (this.#failure === message) return;
    this.#failure = message;
    this.requestUpdate();
  }

  #use(resource?: DatasetResource): void {
    this.#unsubscribe?.();
    this.#resource = resource;
    this.#unsubscribe = resource?.subscribe(() => this.requestUpdate());
    this.requestUpdate();
  }

  #resolve(): void {
    if (this.src) return this.#use(datasetAt(this.src));
    this.#use();
    const ask = (): unknown =>
      this.dispatchEvent(
        new ContextEvent(
          datasetContext,
          this,
          (resource, unsubscribe) => {
            if (this.src || this.#leave.signal.aborted) return unsubscribe?.();
            this.#use(resource);
            this.#leave.signal.addEventListener('abort', () => unsubscribe?.());
          },
          true,
        ),
      );
    ask();
    if (this.#resource) return;
    const provider = this.#awaited();
    const url = pageDefault();
    if (provider) void customElements.whenDefined(provider.localName).then(ask);
    else if (url) this.#use(datasetAt(url));
  }

  #awaited(): Element | null {
    return this.closest('history-dataset:not(:defined)');
  }

  #language(): string {
    let marked: Element | null = null;
    for (
      let node: Element | undefined = this;
      node && !marked;
      node = (node.getRootNode() as ShadowRoot).host
    )
      marked = node.closest('[lang]');
    return languageTag(marked?.getAttribute('lang') || this.#resource?.data?.language || '');
  }

  #draw(): TemplateResult | undefined {
    const { data, name = '' } = this.#resource ?? {};
    if (!data) return undefined;
    const language = this.#language();
    if (!data.words[language] && !data.words[base(language)]) this.#interpret(language);
    const marks: Id[] = (this.#marks = []);
    const { numbering } = pageCites();
    const listed = Boolean(numbering?.listOf(name));
    this.view = viewOf({
      data,
      dataset: name,
      language,
      level: this.headingLevel || 3,
      dictionary: this.#dictionary?.[1],
      format: this.#interpreter?.format,
      order: numbering?.of(name).order ?? [],
      listed,
      entry: (source) => (listed || this.listsSources ? `#source-${source}` : undefined),
      onmark: (source) => marks.push(source),
    });
    return this.show(this.view);
  }

  #interpret(language: string): void {
    if (this.#dictionary?.[0] === language) return;
    this.#dictionary = [language];
    void import('./interpreter.js').then(async (interpreter) => {
      this.#interpreter = interpreter;
      this.#dictionary = [language, await interpreter.dictionary(language)];
      this.requestUpdate();
    });
  }

  protected override render(): unknown {
    const resource = this.#resource;
    const failure = resource?.failure;
    try {
      const content = this.#draw();
      if (content) {
        this.#failure = undefined;
        for (const node of this.#declared.splice(0)) node.remove();
        return content;
      }
      this.#failure =
        resource || this.#awaited()
          ? failure?.message
          : 'This element has no dataset: give it src, wrap it in <history-dataset>, or put data-dataset on the script tag.';
    } catch (error) {
      this.#failure = (error as Error).message || this.#failure;
    }
    const said = this.#failure
      ? html`<p part="error">
          ${this.#failure}
          ${failure?.retriable ? html`<button @click=${() => resource?.retry()}>Try again</button>` : nothing}
        </p>`
      : nothing;
    return this.#declared.length ? said : html`<slot></slot>${said}`;
  }
}
