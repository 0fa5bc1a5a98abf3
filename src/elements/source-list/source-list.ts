import { css, html, nothing, type TemplateResult } from '../../ui/html.js';
import type { Id } from '../../dataset/types.js';
import { need } from '../../store/need.js';
import { numbering, type Mark } from '../../store/numbering.js';
import { AttestedElement } from '../../ui/attested-element.js';
import { Notes } from '../../ui/notes.js';
import { tokens } from '../../ui/tokens.js';
import { fill, type View } from '../../ui/view.js';
import { listView } from './view.js';

/**
 * The sources cited on this page, or all of a dataset: a numbered bibliography whose entries link
 * back to their marks.
 *
 * @customElement source-list
 * @attr {string} src - URL of this list's own dataset.
 * @attr {string} lang - The reader's language, BCP 47.
 * @attr {string} citation-style - Citation style of the references: one that the dataset names, such as `apa`. Default: its first.
 * @attr {number} heading-level - Level of the heading, 1 to 6. Default: 3.
 * @fires {AttestedReadyEvent} attested-ready - The list is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - A sentence is shown in the list's place.
 * @slot - What to show until the list is there, and for ever if it never is.
 * @csspart title - The heading.
 * @csspart list - The list.
 * @csspart entry - One entry.
 * @csspart reference - Its reference.
 * @csspart uses - The link to what it is cited for.
 * @csspart back - The links back to its marks.
 * @csspart get - The panel that exports sources.
 * @csspart error - The sentence that says what is wrong.
 */
export class SourceList extends AttestedElement {
  static override styles = [
    tokens,
    css`
      [part='back'] a {
        padding: 0.2em;
        text-decoration: none;
      }
      sup {
        font-size: 0.75em;
        line-height: 0;
      }
      @media print {
        [part='back'],
        [part='uses'] {
          display: none;
        }
      }
    `,
  ];

  static override properties = {
    ...AttestedElement.properties,
    all: { type: Boolean },
  };

  /** Lists every source of the dataset, cited on this page or not. */
  declare all: boolean;

  constructor() {
    super();
    new Notes(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A mark that nobody has scrolled to yet is on this page all the same.
    need('source-cite');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    numbering().unlist(this);
  }

  protected override updated(): void {
    super.updated();
    if (this.view && this.isConnected)
      numbering().list(this, this.view.dataset, () => this.requestUpdate());
  }

  protected override show(view: View): TemplateResult {
    const { order, marks } = numbering().of(view.dataset);
    const ids = this.all
      ? [...order, ...Object.keys(view.data.sources).filter((id) => !order.includes(id))]
      : order;
    return listView(view, ids, (id) => this.#back(view, id, marks));
  }

  #back(view: View, id: Id, marks: Mark[]): TemplateResult | typeof nothing {
    const own = marks.filter(({ source }) => source === id);
    const label = (n: number): string =>
      fill(view.t.source.back, n, view.data.sources[id]?.short ?? id);
    return own.length
      ? html`<span part="back"
          >${own.map((it, i) => [
            ' ',
            html`<a
              role="doc-backlink"
              href="#"
              aria-label=${label(i + 1)}
              @click=${(event: Event) => {
                event.preventDefault();
                goTo(it);
              }}
              >↑${own.length > 1 ? html`<sup>${i + 1}</sup>` : nothing}</a
            >`,
          ])}</span
        >`
      : nothing;
  }
}

/** Shows and focuses a mark. */
function goTo({ host, source, nth }: Mark): void {
  const mark = host.shadowRoot?.querySelectorAll<HTMLElement>(
    `[data-source="${CSS.escape(source)}"]`,
  )[nth];
  mark?.scrollIntoView({ block: 'center' });
  mark?.focus();
}
