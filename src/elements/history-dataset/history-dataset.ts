import { ReactiveElement } from '../../ui/reactive-element.js';
import { KEY, type DatasetRequest, type Receive } from '../../store/context.js';
import { DatasetResource, datasetAt } from '../../store/resource.js';

/**
 * A dataset for everything inside it: from a URL, or from a `<script type="application/json">` among
 * its children. It shows nothing of its own and leaves its content as it is.
 *
 * @customElement history-dataset
 * @slot - The page's own content, with the elements that read the dataset.
 */
export class HistoryDataset extends ReactiveElement {
  static readonly attested = 1;

  static override properties = { src: {} };

  /** URL of the dataset, compiled or as its authors write it. It comes before an inline block. */
  declare src?: string;

  #resource?: DatasetResource;
  /** Who wants to hear of each new dataset, with what ends that. */
  #readers = new Map<Receive, () => unknown>();
  #children?: MutationObserver;
  #text?: string;

  constructor() {
    super();
    this.addEventListener('context-request', (event) => {
      const { context, callback, subscribe } = event as DatasetRequest;
      if (context !== KEY || !this.#resource) return;
      event.stopPropagation();
      const unsubscribe = (): unknown => this.#readers.delete(callback);
      if (subscribe) this.#readers.set(callback, unsubscribe);
      callback(this.#resource, subscribe ? unsubscribe : undefined);
    });
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.style.display ||= 'contents';
    this.#children = new MutationObserver(() => this.#provide());
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    // Before the page is parsed an inline block can be half there.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => this.#provide(), { once: true });
    this.#provide();
  }

  disconnectedCallback(): void {
    this.#children?.disconnect();
  }

  protected override willUpdate(): void {
    this.#provide();
  }

  #provide(): void {
    if (!this.isConnected) return;
    const { src } = this;
    if (src) {
      this.#text = undefined;
      return this.#set(datasetAt(src));
    }
    if (document.readyState === 'loading') return this.#set(this.#resource ?? never());
    const text = this.querySelector(':scope > script[type="application/json"]')?.textContent ?? '';
    if (text === this.#text) return;
    this.#text = text;
    this.#set(
      text
        ? new DatasetResource('the dataset in this page', () => Promise.resolve(text))
        : nothingGiven(),
    );
  }

  #set(resource: DatasetResource): void {
    if (this.#resource === resource) return;
    this.#resource = resource;
    for (const [receive, unsubscribe] of this.#readers) receive(resource, unsubscribe);
  }
}

const never = (): DatasetResource => new DatasetResource('', () => new Promise(() => {}));

const nothingGiven = (): DatasetResource =>
  Object.assign(never(), {
    failure: {
      message:
        '<history-dataset> has no dataset: give it src, or put a <script type="application/json"> directly inside it.',
      retriable: false,
    },
  });
