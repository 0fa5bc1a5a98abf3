import { css, html, nothing, type TemplateResult } from '../../ui/html.js';
import type { LocatorLabel } from '../../dataset/types.js';
import { numbering } from '../../store/numbering.js';
import { AttestedElement } from '../../ui/attested-element.js';
import type { noteText } from '../../ui/note-text.js';
import { Notes } from '../../ui/notes.js';
import { mark } from '../../ui/rich-text.js';
import { tokens } from '../../ui/tokens.js';
import type { View } from '../../ui/view.js';
import { citesOf, isBare } from './cites.js';
import { citeView } from './view.js';

/**
 * A citation in running text: a numbered mark that opens the full reference, its place in the source,
 * where it was read, and the words cited. Numbers follow the order of the page.
 *
 * @customElement source-cite
 * @attr {string} src - URL of this citation's own dataset.
 * @attr {string} lang - The reader's language, BCP 47.
 * @attr {string} citation-style - Citation style of the references: one that the dataset names, such as `apa`. Default: its first.
 * @fires {AttestedReadyEvent} attested-ready - The mark is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - A sentence is shown in the mark's place.
 * @slot - What to show until the mark is there, and for ever if it never is.
 * @csspart mark - The mark.
 * @csspart note - The note that it opens.
 * @csspart note-source - One source in the note.
 * @csspart reference - The reference.
 * @csspart quotation - The words cited.
 * @csspart translation - Their translation.
 * @csspart get - The panel that exports sources.
 * @csspart error - The sentence that says what is wrong.
 */
export class SourceCite extends AttestedElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: inline !important;
        container-type: normal !important;
        inline-size: auto;
        max-inline-size: none;
        line-height: inherit;
      }
      [part='error'] {
        display: inline;
        padding: 0;
        border: 0;
        font-style: italic;
      }
      .spelled {
        display: none;
      }
      @media print {
        .spelled {
          display: inline;
        }
        .spelled + .mark {
          display: none;
        }
      }
    `,
  ];

  static override properties = {
    ...AttestedElement.properties,
    source: {},
    locator: {},
    label: {},
    citePrefix: { attribute: 'prefix' },
    citeSuffix: { attribute: 'suffix' },
    via: {},
    quotation: {},
    quotationLang: { attribute: 'quotation-lang' },
    translation: {},
    translationLang: { attribute: 'translation-lang' },
    translator: {},
  };

  /** Ids of the sources cited, set apart by spaces. */
  declare source?: string;

  /** Where in the source: `p. 54`, or `54` for a page. For several sources, set apart by semicolons. */
  declare locator?: string;

  /** What a bare locator counts, in CSL's terms: `page`, `chapter`, `folio` … For several sources, set apart by semicolons. */
  declare label?: string;

  #noteText?: typeof noteText;
  #format?: (locator: string, label: LocatorLabel | undefined, language: string) => string;

  /** Words before the citation, such as `see`. For several sources, set apart by semicolons. */
  declare citePrefix?: string;

  /** Words after the citation. For several sources, set apart by semicolons. */
  declare citeSuffix?: string;

  /** Ids of the sources in which they were actually read, set apart by semicolons. */
  declare via?: string;

  /** The words cited, in their own language. */
  declare quotation?: string;

  /** Their language, BCP 47. */
  declare quotationLang?: string;

  /** The words cited, translated. */
  declare translation?: string;

  /** The language of the translation, BCP 47. */
  declare translationLang?: string;

  /** Who translated them. */
  declare translator?: string;

  constructor() {
    super();
    new Notes(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    numbering().touch();
  }

  protected override show(view: View): TemplateResult {
    const attributes = {
      source: this.source,
      locator: this.locator,
      label: this.label,
      prefix: this.citePrefix,
      suffix: this.citeSuffix,
      via: this.via,
      quotation: this.quotation,
      quotationLang: this.quotationLang,
      translation: this.translation,
      translationLang: this.translationLang,
      translator: this.translator,
    };
    if (!this.#format && isBare(attributes))
      void import('../../citations/locator.js').then(({ formatLocator }) => {
        this.#format = formatLocator;
        this.requestUpdate();
      });
    const cites = citesOf(
      attributes,
      (locator, label) => this.#format?.(locator, label, view.language) ?? locator,
    );
    if (!cites.length) this.find('source', view.data.sources);
    for (const { source } of cites) this.find('source', view.data.sources, source);
    // A page without a list of sources must print them here.
    const listed = numbering().listOf(view.dataset);
    if (!listed && view.data.references && !this.#noteText)
      void import('../../ui/note-text.js').then(({ noteText }) => {
        this.#noteText = noteText;
        this.requestUpdate();
      });
    const { marks } = numbering().of(view.dataset);
    const note: View['note'] = (view, source, cite) => {
      const first = marks.find((it) => it.source === cite.source)?.host;
      return this.#noteText?.(view, source, cite, first && first !== this);
    };
    const spelled = listed
      ? nothing
      : html`<span class="spelled">${citeView({ ...view, cite: () => 0, note }, cites)}</span>`;
    return html`${spelled}${mark(view, cites)}`;
  }
}
