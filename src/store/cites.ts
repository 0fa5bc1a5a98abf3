import type { Numbering } from './numbering.js';
import { shared } from './shared.js';

/** What one widget cites. */
export interface Citing {
  /** The dataset's name. */
  dataset: string;
  /** Source ids, one for each mark, in reading order. */
  marks: readonly string[];
}

/** What the widgets of a page cite, each by itself until something on the page numbers them together. */
export interface PageCites {
  citing: Map<Element, Citing>;
  /** Called after a renumbering that changes what a mark shows. */
  readers: Set<() => void>;
  /** There once `<source-cite>` or `<source-list>` is on the page; a lone card numbers its own sources. */
  numbering?: Numbering;
}

/** The cites of this page. */
export const pageCites = (): PageCites =>
  shared('cites.1', () => ({ citing: new Map(), readers: new Set() }));
