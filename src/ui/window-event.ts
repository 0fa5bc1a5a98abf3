/** A stretch of time that a widget has in view. */
export interface TimeWindow {
  /** The dataset's name, as in a selection. */
  dataset: string;
  /** First day in view, in days since 1970-01-01. */
  from: number;
  /** The first day after it. */
  to: number;
}

/**
 * Fired when the time that a reader has in view comes to rest. Bubbles, composed: what else on the
 * page shows the same dataset can keep to it.
 */
export class AttestedWindowEvent extends CustomEvent<Readonly<TimeWindow>> {
  constructor(detail: Readonly<TimeWindow>) {
    super('attested-window', { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'attested-window': AttestedWindowEvent;
  }
}
