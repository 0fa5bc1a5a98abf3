import { css, type TemplateResult } from '../../ui/html.js';
import { AttestedElement } from '../../ui/attested-element.js';
import type { Selection } from '../../ui/events.js';
import { Notes } from '../../ui/notes.js';
import { frame, tokens } from '../../ui/tokens.js';
import type { View } from '../../ui/view.js';
import { eventView } from './view.js';

/**
 * One event: what is said to have happened, when and where, how surely, who was there and on whose
 * word, which claims about it are disputed, and the sources of all that.
 *
 * @customElement event-card
 * @attr {string} src - URL of this card's own dataset.
 * @attr {string} lang - The reader's language, BCP 47.
 * @attr {string} citation-style - Citation style of the references: one that the dataset names, such as `apa`. Default: its first.
 * @attr {number} heading-level - Level of the title, 1 to 6. Default: 3.
 * @fires {AttestedReadyEvent} attested-ready - The event is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - A sentence is shown in the event's place.
 * @fires {AttestedSelectEvent} attested-select - The reader chose a claim of the event.
 * @slot - What to show until the event is there, and for ever if it never is.
 * @csspart card - The whole.
 * @csspart kind - The kind of event, above the title.
 * @csspart title - The title.
 * @csspart date - The date shown first.
 * @csspart places - The list of places.
 * @csspart occurrence - Whether it happened, and on what grounds.
 * @csspart status - A status: a shape and a word.
 * @csspart summary - What is said to have happened.
 * @csspart participants - The rosters.
 * @csspart claims - The claims about it.
 * @csspart aside - Said in passing: other dates and names, the larger event, its parts, remarks.
 * @csspart image - A picture with its credit.
 * @csspart heading - The heading of a section.
 * @csspart sources - The list of sources.
 * @csspart reference - One reference.
 * @csspart evidence - The kind and the verification of a source.
 * @csspart quotation - A quotation.
 * @csspart translation - Its translation.
 * @csspart mark - A citation mark.
 * @csspart unsourced - The open statement that no source is given.
 * @csspart note - The note that a mark opens.
 * @csspart note-source - One source in it.
 * @csspart get - The panel that exports sources.
 * @csspart error - The sentence that says what is wrong.
 * @cssprop --attested-font-family - Font. Default: the page's.
 * @cssprop --attested-line-height - Line height. Default: 1.5.
 * @cssprop --attested-measure - Greatest width. Default: 42em.
 * @cssprop --attested-space - Space between the sections. Default: 0.75em.
 * @cssprop --attested-small-size - Size of small type. Default: 0.875em.
 * @cssprop --attested-muted-color - Colour of what is said in passing. Default: the text colour, fainter.
 * @cssprop --attested-rule-color - Colour of rules. Default: the text colour, faint.
 * @cssprop --attested-accent-color - Colour of statuses and links. Default: the text colour with some rust.
 * @cssprop --attested-focus-color - Colour of the focus ring. Default: currentColor.
 * @cssprop --attested-note-background - Background of a note. Default: light-dark(#fffdf8, #24221f).
 * @cssprop --attested-note-color - Text colour of a note. Default: light-dark(#1e1b18, #ece8e1).
 * @cssprop --attested-note-rule-color - Border colour of a note. Default: light-dark(#cfc8bb, #55504a).
 * @cssprop --attested-note-size - Type size of a note. Default: 0.9375rem.
 * @cssprop --attested-radius - Corner radius of a note. Default: 4px.
 */
export class EventCard extends AttestedElement {
  static override styles = [
    tokens,
    frame,
    css`
      [part='title'] {
        margin-block-start: 0.1em;
      }
      [part='date'] {
        margin-block-start: 0.3em;
        font-size: 1.1em;
      }
      [part='occurrence'] {
        padding-inline-start: 0.8em;
        border-inline-start: 3px solid var(--_accent);
      }
      [part='occurrence'] p {
        display: inline;
      }
      [part='claims'] li,
      dl > div,
      p:not(:last-child) {
        margin-block-end: 0.45em;
        break-inside: avoid;
      }
      img {
        max-inline-size: 100%;
        block-size: auto;
      }
      @container (min-inline-size: 34em) {
        dl {
          columns: 2;
          column-gap: 2em;
        }
      }
    `,
  ];

  static override properties = {
    ...AttestedElement.properties,
    event: {},
  };

  /** Id of the event. */
  declare event?: string;

  protected override readonly listsSources = true;

  constructor() {
    super();
    new Notes(this);
  }

  protected override answer({ type, id }: Selection): void {
    this.toggleAttribute('selected', type === 'event' && id === this.event);
  }

  protected override show(view: View): TemplateResult {
    return eventView(view, this.find('event', view.data.events), (source) => `source-${source}`);
  }
}
