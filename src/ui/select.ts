import type { Selection } from './events.js';

/**
 * Fired when a reader chooses a record. Bubbles, composed, cancelable: unless it is cancelled, the
 * page's other widgets that show the same record answer to it.
 */
export class AttestedSelectEvent extends CustomEvent<Selection> {
  constructor(detail: Selection) {
    super('attested-select', { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/**
 * Announces that the reader chose a record.
 * @returns whether the page let it happen
 */
export const select = (from: Element, selection: Selection): boolean =>
  from.dispatchEvent(new AttestedSelectEvent(selection));
