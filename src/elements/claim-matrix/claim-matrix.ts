import type { Id } from '../../dataset/types.js';
import { AttestedElement } from '../../ui/attested-element.js';
import type { Selection } from '../../ui/events.js';
import { select } from '../../ui/select.js';
import type { TemplateResult } from '../../ui/html.js';
import { Notes } from '../../ui/notes.js';
import type { PropertyDeclarations } from '../../ui/reactive-element.js';
import { tokens } from '../../ui/tokens.js';
import type { View } from '../../ui/view.js';
import { onFocus, onKey, rove } from './grid.js';
import { matrixOf, type Choice, type Row } from './model.js';
import { styles } from './styles.js';
import { matrixTable, matrixView, type Reader } from './view.js';

/** How many cells are drawn at first, and how many more each time. */
const CELLS = 6000;

/**
 * Claims against sources: which source supports, disputes, qualifies or only reports which claim, and on
 * what basis. Nothing is counted and nothing is scored; a source that says nothing of a claim leaves its
 * cell empty. Wide it is a table with headings that stay in view, narrow a list of claims with their
 * sources, in print a table of all positions.
 *
 * Arrow keys go from cell to cell, with Ctrl to the next that is not empty; Home and End go to the ends
 * of a row, with Ctrl of the table; Page Up and Page Down go ten rows; Enter opens what a source says:
 * who, where in it, in which words. A column's heading sorts the claims by what that source says.
 *
 * @customElement claim-matrix
 * @attr {string} src - URL of this matrix's own dataset.
 * @attr {string} lang - The reader's language, BCP 47.
 * @attr {number} heading-level - Level of the heading, 1 to 6. Default: 3.
 * @attr {string} event - Only claims about the event with this id.
 * @attr {string} status - Only claims of this status, such as `contested`; several stand apart by spaces.
 * @attr {string} stance - Only positions of this stance: `supports`, `disputes`, `qualifies` or `reports`.
 * @attr {string} source-kind - Only sources of this kind, such as `memoir`.
 * @attr {string} sort - Order of the claims: `claim` (by wording), `status`, `date` (of the first event), or a source's id; with a hyphen before it, reversed. Default: as in the dataset.
 * @fires {AttestedReadyEvent} attested-ready - The matrix is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - A sentence is shown in the matrix's place.
 * @fires {AttestedSelectEvent} attested-select - The reader opened a claim, or what a source says of it. Unless it is cancelled, that is shown.
 * @slot - What to show until the claims are there, and for ever if they never are.
 * @csspart matrix - The whole.
 * @csspart title - The heading.
 * @csspart reading - How to read it.
 * @csspart keys - What the keys do.
 * @csspart toolbar - What is shown, and the filter.
 * @csspart shown - How many claims and sources are shown.
 * @csspart filter - The filter and the order.
 * @csspart button - A button below or in the filter.
 * @csspart table - The table.
 * @csspart corner - The heading of the claims.
 * @csspart source - The heading of a source.
 * @csspart claim - The heading of a claim.
 * @csspart status - Its status: a shape and a word.
 * @csspart cell - A cell that is not empty.
 * @csspart stance - A stance: a shape and a word.
 * @csspart basis - A basis: a sign and a word.
 * @csspart note - What a source says, opened.
 * @csspart error - The sentence that says what is wrong.
 * @cssprop --attested-supports-color - Colour of what supports. Default: light-dark(#1f5f8b, #8cc4ec).
 * @cssprop --attested-disputes-color - Colour of what disputes. Default: light-dark(#9a3412, #f0a47c).
 * @cssprop --attested-qualifies-color - Colour of what qualifies. Default: light-dark(#6d4c9f, #c5aef0).
 * @cssprop --attested-reports-color - Colour of what only reports. Default: light-dark(#57534e, #b8b2a8).
 * @cssprop --attested-matrix-block-size - Greatest height of the table. Default: min(46rem, 85vh).
 * @cssprop --attested-matrix-size - Type size in the table. Default: 0.8125em.
 * @cssprop --attested-note-background - Background of the table and of a note. Default: light-dark(#fffdf8, #24221f).
 * @cssprop --attested-note-color - Text colour of the table and of a note. Default: light-dark(#1e1b18, #ece8e1).
 * @cssprop --attested-note-rule-color - Border colour of the table and of a note. Default: light-dark(#cfc8bb, #55504a).
 */
export class ClaimMatrix extends AttestedElement {
  static override styles = [tokens, styles];

  static override properties: PropertyDeclarations = {
    ...AttestedElement.properties,
    event: {},
    status: {},
    stance: {},
    sourceKind: { attribute: 'source-kind' },
    sort: {},
  };

  /** Only claims about this event. */
  declare event?: Id | undefined;

  /** Only claims of these statuses. */
  declare status?: string | undefined;

  /** Only positions of these stances. */
  declare stance?: string | undefined;

  /** Only sources of these kinds. */
  declare sourceKind?: string | undefined;

  /** What the claims are ordered by. */
  declare sort?: string | undefined;

  #batches = 1;
  #selected?: Selection;
  #printing = false;
  #print = matchMedia('print');
  #reader: Reader = {
    most: 0,
    choose: (choice) => Object.assign(this, choice),
    open: (row, source, from) => void this.#open(row, source, from),
    more: () => {
      this.#batches++;
      this.requestUpdate();
    },
  };

  constructor() {
    super();
    new Notes(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#print.addEventListener('change', this.#onPrint);
    for (const type of ['beforeprint', 'afterprint']) addEventListener(type, this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#print.removeEventListener('change', this.#onPrint);
    for (const type of ['beforeprint', 'afterprint']) removeEventListener(type, this.#onPrint);
  }

  /**
   * Brings a claim into view and gives it the focus.
   * @returns whether the claim is shown here
   */
  reveal({ type, id }: Selection): boolean {
    if (type !== 'claim' || !this.view) return false;
    const at = matrixOf(this.view, this.#choice).rows.findIndex((row) => row.id === id);
    if (at < 0) return false;
    while (this.#reader.most <= at) {
      this.#batches++;
      this.requestUpdate();
      this.performUpdate();
    }
    const row = this.renderRoot.querySelector(`tr[data-claim="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector('a')?.focus({ preventScroll: true });
    return Boolean(row);
  }

  get #choice(): Choice {
    const { event, status, stance, sourceKind, sort } = this;
    return { event, status, stance, sourceKind, sort };
  }

  async #open(row: Row, source: Id, from: HTMLElement): Promise<void> {
    const { view } = this;
    if (!view || !select(from, { type: 'claim', id: row.id, dataset: view.dataset })) return;
    const { openPositions } = await import('./positions.js');
    if (from.isConnected) openPositions(view, row, source, from);
  }

  protected override show(view: View): TemplateResult {
    if (this.event) this.find('event', view.data.events);
    const choice = this.#choice;
    if (this.#printing) return matrixTable(view, choice);
    const { sources } = matrixOf(view, choice);
    this.#reader.most = Math.ceil(CELLS / (sources.length + 1)) * this.#batches;
    return matrixView(view, choice, this.#reader);
  }

  protected override updated(): void {
    super.updated();
    const table = this.renderRoot.querySelector<HTMLTableElement>('table[role]');
    if (!table) return;
    // The same listener is added once, however often this is called.
    table.addEventListener('keydown', onKey);
    table.addEventListener('focusin', onFocus);
    rove(table);
    this.#mark();
  }

  protected override answer(selection: Selection): void {
    this.#selected = selection;
    this.#mark();
  }

  /** Marks the claim or the source that was chosen anywhere on the page, or the claims about what was. */
  #mark(): void {
    const { type, id } = this.#selected ?? {};
    const claims = this.view?.data.claims ?? {};
    for (const it of this.renderRoot.querySelectorAll('tbody th, thead th')) {
      const claim = it.parentElement?.getAttribute('data-claim');
      const chosen =
        type === 'source'
          ? it.getAttribute('data-source') === id
          : type === 'claim'
            ? claim === id
            : Boolean(id && claim && claims[claim]?.about.includes(id));
      if (chosen) it.setAttribute('aria-current', 'true');
      else it.removeAttribute('aria-current');
    }
  }

  #onPrint = (event: Event): void => {
    const printing =
      event.type === 'beforeprint' || (event.type === 'change' && this.#print.matches);
    if (printing === this.#printing) return;
    this.#printing = printing;
    this.requestUpdate();
    // The page is printed as it stands when this returns.
    if (this.view) this.performUpdate();
  };
}
