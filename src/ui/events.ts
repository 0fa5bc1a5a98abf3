import type { Id } from '../dataset/types.js';

/** What a reader can choose in one widget and see in the others. */
export interface Selection {
  type: 'event' | 'claim' | 'source' | 'person' | 'organisation' | 'place';
  id: Id;
  /** The dataset's name: its absolute URL, or words for an inline block. */
  dataset: string;
}

// A page may have put an `Event` of its own in the browser's place, as MooTools does, but no `CustomEvent`.

/** Fired once when an element first shows its content. Bubbles, composed. */
export class AttestedReadyEvent extends CustomEvent<null> {
  constructor() {
    super('attested-ready', { bubbles: true, composed: true });
  }
}

/** Fired when an element has something to say instead of its content. Bubbles, composed. */
export class AttestedErrorEvent extends CustomEvent<null> {
  /** @param message the sentence that is shown in place */
  constructor(readonly message: string) {
    super('attested-error', { bubbles: true, composed: true });
  }
}

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

declare global {
  interface GlobalEventHandlersEventMap {
    'attested-ready': AttestedReadyEvent;
    'attested-error': AttestedErrorEvent;
    'attested-select': AttestedSelectEvent;
  }
}
