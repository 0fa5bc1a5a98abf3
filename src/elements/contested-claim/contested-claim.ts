import { css, type TemplateResult } from '../../ui/html.js';
import type { Id } from '../../dataset/types.js';
import { AttestedElement } from '../../ui/attested-element.js';
import type { Selection } from '../../ui/events.js';
import { Notes } from '../../ui/notes.js';
import { frame, tokens } from '../../ui/tokens.js';
import type { View } from '../../ui/view.js';
import { claimView } from './view.js';

/**
 * One claim: what is claimed, how it stands, what of it nobody disputes, each position with who holds
 * it, on what basis and from which source, what would settle it, and who weighed it when.
 *
 * @customElement contested-claim
 * @attr {string} src - URL of this claim's own dataset.
 * @attr {string} lang - The reader's language, BCP 47.
 * @attr {string} citation-style - Citation style of the references: one that the dataset names, such as `apa`. Default: its first.
 * @attr {number} heading-level - Level of the heading, 1 to 6. Default: 3.
 * @fires {AttestedReadyEvent} attested-ready - The claim is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - A sentence is shown in the claim's place.
 * @slot - What to show until the claim is there, and for ever if it never is.
 * @csspart claim - The whole.
 * @csspart title - The statement.
 * @csspart standing - How it stands.
 * @csspart status - Its status: a shape and a word.
 * @csspart evidence - How far the evidence reaches, in words.
 * @csspart undisputed - What of it nobody disputes.
 * @csspart positions - The positions.
 * @csspart position - One position.
 * @csspart holder - Who holds it, with stance and basis.
 * @csspart stance - The stance: a shape and a word.
 * @csspart basis - What it rests on.
 * @csspart says - What the voice says.
 * @csspart settle - What would settle the claim.
 * @csspart assessment - The assessment.
 * @csspart signature - Who made it, and when.
 * @csspart aside - What is said in passing.
 * @csspart heading - The heading of a section.
 * @csspart sources - The list of sources.
 * @csspart reference - One reference.
 * @csspart quotation - A quotation.
 * @csspart translation - Its translation.
 * @csspart mark - A citation mark.
 * @csspart note - The note that a mark opens.
 * @csspart get - The panel that exports sources.
 * @csspart error - The sentence that says what is wrong.
 */
export class ContestedClaim extends AttestedElement {
  static override styles = [
    tokens,
    frame,
    css`
      [part='undisputed'] {
        padding-inline-start: 0.8em;
        border-inline-start: 3px solid var(--_rule);
      }
      [part='positions'] > ol {
        padding: 0;
      }
      [part='position'] {
        padding-block: 0.7em;
        border-block-start: 1px solid var(--_rule);
        list-style: none;
      }
      [part='stance'] > span {
        display: inline-block;
        inline-size: 1em;
        color: var(--_accent);
        font-weight: 700;
      }
      [part='holder'] > * {
        display: block;
      }
      @container (min-inline-size: 34em) {
        [part='position'] {
          display: grid;
          grid-template-columns: minmax(0, 13em) minmax(0, 1fr);
          column-gap: 1.5em;
        }
      }
    `,
  ];

  static override properties = { ...AttestedElement.properties, claim: {} };

  /** Id of the claim. */
  declare claim?: Id;

  protected override readonly listsSources = true;

  constructor() {
    super();
    new Notes(this);
  }

  protected override answer({ type, id }: Selection): void {
    this.toggleAttribute('selected', type === 'claim' && id === this.claim);
  }

  protected override show(view: View): TemplateResult {
    return claimView(view, this.find('claim', view.data.claims), (source) => `source-${source}`);
  }
}
