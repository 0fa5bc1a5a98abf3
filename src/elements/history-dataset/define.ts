import { define as defineAs } from '../../ui/define.js';
import { HistoryDataset } from './history-dataset.js';

/**
 * Registers `<history-dataset>`, or the same element under another name.
 * @param registry where; default: the page's own
 * @returns the name that it has
 */
export const define = (tag = 'history-dataset', registry?: CustomElementRegistry): string =>
  defineAs(tag, HistoryDataset, registry);

define();

export { HistoryDataset };

declare global {
  interface HTMLElementTagNameMap {
    'history-dataset': HistoryDataset;
  }
}
