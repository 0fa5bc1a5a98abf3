import { ContextProvider } from '@lit/context';
import { ReactiveElement } from 'lit';
import { datasetContext } from '../../store/context.js';
import { DatasetResource, datasetAt, datasetIn } from '../../store/resource.js';

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

  #provider = new ContextProvider(this, { context: datasetContext });
  #children?: MutationObserver;
  #text?: string;

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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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
    if (document.readyState === 'loading') return this.#set(this.#provider.value ?? never());
    const text = this.querySelector(':scope > script[type="application/json"]')?.textContent ?? '';
    if (text === this.#text) return;
    this.#text = text;
    this.#set(text ? datasetIn(text, 'the dataset in this page') : nothingGiven());
  }

  #set(resource: DatasetResource): void {
    if (this.#provider.value !== resource) this.#provider.setValue(resource);
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
