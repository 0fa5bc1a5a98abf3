import type { Id } from '../dataset/types.js';
import type { AttestedSelectEvent } from './select.js';

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

declare global {
  interface GlobalEventHandlersEventMap {
    'attested-ready': AttestedReadyEvent;
    'attested-error': AttestedErrorEvent;
    'attested-select': AttestedSelectEvent;
  }
}
