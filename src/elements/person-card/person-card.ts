import type { Id } from '../../dataset/types.js';
import { AttestedElement } from '../../ui/attested-element.js';
import type { Selection } from '../../ui/events.js';
import type { TemplateResult } from '../../ui/html.js';
import { Notes } from '../../ui/notes.js';
import type { PropertyDeclarations } from '../../ui/reactive-element.js';
import { frame, tokens } from '../../ui/tokens.js';
import type { View } from '../../ui/view.js';
import { styles } from './styles.js';
import { personView } from './view.js';

/**
 * One person, or one organisation: names, roles and when they were held, the events at which somebody
 * puts them and who does, the claims about them, the positions that they take, and their sources. A
 * roster is always somebody's roster: where voices differ on who was there, each is heard.
 *
 * @customElement person-card
 * @attr {string} src - URL of this card's own dataset.
 * @attr {string} lang - The reader's language, BCP 47.
 * @attr {string} citation-style - Citation style of the references: one that the dataset names, such as `apa`. Default: its first.
 * @attr {number} heading-level - Level of the title, 1 to 6. Default: 3.
 * @attr {string} person - Id of the person.
 * @attr {string} organisation - Id of the organisation, in place of a person's.
 * @fires {AttestedReadyEvent} attested-ready - The person is shown for the first time.
 * @fires {AttestedErrorEvent} attested-error - A sentence is shown in the person's place.
 * @fires {AttestedSelectEvent} attested-select - The reader followed a link to another record. Unless it is cancelled, that is shown.
 * @slot - What to show until the person is there, and for ever if they never are.
 * @csspart person - The whole.
 * @csspart kind - Whether it is a person or an organisation, above the title.
 * @csspart title - The name used in the dataset's text.
 * @csspart description - What an organisation was, and when.
 * @csspart names - The other names, each in its language.
 * @csspart roles - The roles, with their periods.
 * @csspart people - The people of an organisation.
 * @csspart remark - What else is said of them.
 * @csspart events - The events at which somebody puts them.
 * @csspart voices - What each voice says of an event.
 * @csspart claims - The claims about them.
 * @csspart status - A status: a shape and a word.
 * @csspart positions - The positions that they take.
 * @csspart stance - A stance: a shape and a word.
 * @csspart aside - What is said in passing.
 * @csspart heading - The heading of a section.
 * @csspart sources - The list of sources.
 * @csspart reference - One reference.
 * @csspart mark - A citation mark.
 * @csspart note - The note that a mark opens.
 * @csspart error - The sentence that says what is wrong.
 */
export class PersonCard extends AttestedElement {
  static override styles = [tokens, frame, styles];

  static override properties: PropertyDeclarations = {
    ...AttestedElement.properties,
    person: {},
    organisation: {},
  };

  /** Id of the person. */
  declare person?: Id;

  /** Id of the organisation, in place of a person's. */
  declare organisation?: Id;

  protected override readonly listsSources = true;

  #selected?: Selection;

  constructor() {
    super();
    new Notes(this);
  }

  protected override updated(): void {
    super.updated();
    this.#mark();
  }

  protected override answer(selection: Selection): void {
    this.#selected = selection;
    this.toggleAttribute('selected', this[selection.type as 'person'] === selection.id);
    this.#mark();
  }

  /** Marks the names of what was chosen anywhere on the page. */
  #mark(): void {
    const { type, id } = this.#selected ?? {};
    for (const it of this.renderRoot.querySelectorAll('a[data-record]'))
      if (it.getAttribute('href') === `#${type}-${id}`) it.setAttribute('aria-current', 'true');
      else it.removeAttribute('aria-current');
  }

  protected override show(view: View): TemplateResult {
    const { people, organisations } = view.data;
    const anchor = (source: Id): string => `source-${source}`;
    if (this.organisation && !this.person) {
      const record = this.find('organisation', organisations);
      return personView(view, { type: 'organisation', id: this.organisation }, record, anchor);
    }
    const record = this.find('person', people);
    return personView(view, { type: 'person', id: this.person as Id }, record, anchor);
  }
}
