import type { DatasetResource } from './resource.js';

/**
 * How `<history-dataset>` gives its dataset to what is inside it: the Web Components community's
 * context protocol, so that elements of other libraries can ask for it too. The key is common to all
 * copies of this one.
 */
export const KEY = Symbol.for('attested.context.1');

/** Takes a dataset; `unsubscribe` ends that it is told of the next. */
export type Receive = (resource: DatasetResource, unsubscribe?: () => unknown) => void;

/** What asks for a dataset, if its `context` is `KEY`. */
export interface DatasetRequest extends Event {
  context: unknown;
  /** Who asks; the event itself shows only the outermost host of the shadow trees it stands in. */
  contextTarget?: Element;
  callback: Receive;
  subscribe?: boolean;
}

/** Asks the elements around `contextTarget` for their dataset, now and whenever it changes. */
export const datasetRequest = (contextTarget: Element, callback: Receive): Event =>
  Object.assign(new CustomEvent('context-request', { bubbles: true, composed: true }), {
    context: KEY,
    contextTarget,
    callback,
    subscribe: true,
  });
