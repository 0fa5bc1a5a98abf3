import { define as defineAs } from '../../ui/define.js';
import { SourceList } from './source-list.js';

/**
 * Registers `<source-list>`, or the same element under another name.
 * @param registry where; default: the page's own
 * @returns the name that it has
 */
export const define = (tag = 'source-list', registry?: CustomElementRegistry): string =>
  defineAs(tag, SourceList, registry);

define();

export { SourceList };

declare global {
  interface HTMLElementTagNameMap {
    'source-list': SourceList;
  }
}
