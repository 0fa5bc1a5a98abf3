import { html, nothing, type TemplateResult } from './html.js';
import { ReactiveElement, type PropertyDeclarations } from './reactive-element.js';
import type { CompiledDataset } from '../dataset/compiled.js';
import type { Id } from '../dataset/types.js';
import { pageCites } from '../store/cites.js';
import { datasetRequest } from '../store/context.js';
import type { ShardedDataset } from '../store/sharded.js';
import { datasetAt, pageDefault, type DatasetResource } from '../store/resource.js';
import { AttestedErrorEvent, AttestedReadyEvent, type Selection } from './events.js';
import type { Heard } from './interpreter.js';
import { base, languageTag, viewOf, type View } from './view.js';

/** When this stretch of drawing began, and who is next: what is in sight, then what is not. */
let began = 0;
let near = Promise.resolve();
let far = near;

/** Draws for some 16 ms at a time, so that a page with hundreds of widgets answers in between. */
const take = async (): Promise<void> => {
  if (performance.now() - began > 16) {
    await new Promise((done) => setTimeout(done));
    began = performance.now();
  }
};

/**
 * What all elements that show something of a dataset have in common: which dataset they read, the
 * author's own content until there is something better, and plain words where there is not.
 *
 * @slot - What to show until the dataset is there, and for ever if it never is.
 * @csspart error - The sentence that says what is wrong, after the slotted content.
 * @fires {AttestedReadyEvent} attested-ready - Content is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - Something is said instead of the content.
 */
export abstract class AttestedElement extends ReactiveElement {
  /** Tells our elements from another's of the same name; the version of what copies share. */
  static readonly attested = 1;

  static override properties: PropertyDeclarations = {
    src: {},
    lang: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    citationStyle: { attribute: 'citation-style' },
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
  #asked?: string;
  #heard: Heard = {};
  #again = (): void => this.requestUpdate();

  /** URL of this element's own dataset. Without it: the nearest `<history-dataset>`, then the page's default. */
  declare src?: string;

  /** The reader's language, BCP 47. Default: that of the nearest element with a `lang`. */
  declare lang: string;

  /** Level of the element's heading, 1 to 6, to fit the page's outline. Default: 3. */
  declare headingLevel: number;

  /** Citation style of the references: one that the dataset names, such as `apa`. Default: its first. */
  declare citationStyle?: string;

  /** Told of the tree that is drawn into, once it is there. */
  onroot?: (root: Node) => void;

  /** How the content was last drawn; nothing before there is a dataset. */
  view?: View;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    pageCites().readers.add(this.#again);
    // The page is printed as it stands when this returns.
    addEventListener('beforeprint', () => this.performUpdate(), { signal });
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

  disconnectedCallback(): void {
    this.#leave.abort();
    this.#use();
    const { citing, numbering, readers } = pageCites();
    readers.delete(this.#again);
    if (citing.delete(this)) numbering?.touch();
  }

  protected override createRenderRoot(): HTMLElement | ShadowRoot {
    // A declarative shadow root stays as it is until there is something to put in its place.
    this.#declared = [...(this.shadowRoot?.childNodes ?? [])];
    const root = super.createRenderRoot();
    this.onroot?.(root);
    return root;
  }

  protected override scheduleUpdate(): void | Promise<void> {
    // What is small or seen already is drawn at once.
    if (this.#resource?.data && !this.#ready)
      return Math.abs(this.getBoundingClientRect().top) < 2 * innerHeight
        ? (near = near.then(take))
        : (far = far.then(() => near).then(take));
  }

  protected override willUpdate(changed: Set<string>): void {
    if (changed.has('src')) this.#resolve();
  }

  protected override updated(): void {
    if (this.#failure && this.#failure !== this.#said)
      this.dispatchEvent(new AttestedErrorEvent(this.#failure));
    this.#said = this.#failure;
    // An element that was taken away before it was drawn must not be counted again.
    if (!this.view || this.view.data.part || this.#failure || !this.isConnected) return;
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

  /** What the element can begin with, given the opening of a large file (`CompiledDataset.part`). */
  protected opens?(opening: CompiledDataset | undefined): CompiledDataset | undefined;

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
    if (id) (this.#resource?.data as Partial<ShardedDataset>).shards?.need(type, id);
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
    this.#unsubscribe = resource?.subscribe(this.#again);
    this.requestUpdate();
  }

  #resolve(): void {
    if (this.src) return this.#use(datasetAt(this.src));
    this.#use();
    const ask = (): unknown =>
      this.dispatchEvent(
        datasetRequest(this, (resource, unsubscribe) => {
          if (this.src || this.#leave.signal.aborted) return unsubscribe?.();
          this.#use(resource);
          this.#leave.signal.addEventListener('abort', () => unsubscribe?.());
        }),
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

  #language(data: CompiledDataset): string {
    let node: Element | undefined = this;
    let marked: Element | null = null;
    while (node && !(marked = node.closest('[lang]')))
      node = (node.getRootNode() as ShadowRoot).host;
    return languageTag(marked?.getAttribute('lang') || data.language);
  }

  #draw(): TemplateResult | undefined {
    const { name = '', opening, data = this.opens?.(opening) } = this.#resource ?? {};
    if (!data) return undefined;
    const language = this.#language(data);
    const { dictionary, format, data: styled } = this.#interpret(data, name, language);
    const marks: Id[] = (this.#marks = []);
    const { numbering } = pageCites();
    const listed = Boolean(numbering?.listOf(name));
    this.view = viewOf({
      data: styled ?? data,
      dataset: name,
      language,
      level: this.headingLevel,
      dictionary,
      format,
      order: numbering?.of(name).order ?? [],
      listed,
      entry: (source) => (listed || this.listsSources ? `#source-${source}` : undefined),
      onmark: (source) => marks.push(source),
    });
    return this.show(this.view);
  }

  /** What is known so far for a reader whom the dataset alone does not serve. */
  #interpret(data: CompiledDataset, name: string, language: string): Heard {
    const served = data.words[language] ?? data.words[base(language)];
    const key = served && !this.citationStyle ? '' : `${[name, language, this.citationStyle]}`;
    if (this.#asked !== key) {
      this.#asked = key;
      if (!key) this.#heard = {};
      else
        void import('./interpreter.js').then(({ interpret }) =>
          interpret(this, data, name, language, (heard) => {
            if (this.#asked !== key) return;
            this.#heard = { ...this.#heard, ...heard };
            this.requestUpdate();
          }),
        );
    }
    return this.#heard;
  }

  protected override render(): unknown {
    const resource = this.#resource;
    const failure = resource?.failure;
    try {
      const content = this.#draw();
      if (content) {
        this.#failure = undefined;
        for (const node of this.#declared.splice(0)) node.remove();
        const { problem } = this.#heard;
        return problem ? [content, html`<p part="error">${problem}</p>`] : content;
      }
      if (resource || this.#awaited()) this.#failure = failure?.message;
      else void import('./missing.js').then(({ NONE }) => this.#resource || this.#fail(NONE));
    } catch (error) {
      this.#failure = (error as Error).message || this.#failure;
    }
    const said =
      this.#failure || failure
        ? html`<p part="error" role="alert">
            ${this.#failure}
            ${failure?.retriable ? html`<button @click=${() => resource?.retry()}>Try again</button>` : nothing}
          </p>`
        : nothing;
    return this.#declared.length ? said : html`<slot></slot>${said}`;
  }
}
