import { define as defineAs } from '../../ui/define.js';
import { SourceCite } from './source-cite.js';

/**
 * Registers `<source-cite>`, or the same element under another name.
 * @param registry where; default: the page's own
 * @returns the name that it has
 */
export const define = (tag = 'source-cite', registry?: CustomElementRegistry): string =>
  defineAs(tag, SourceCite, registry);

define();

export { SourceCite };

declare global {
  interface HTMLElementTagNameMap {
    'source-cite': SourceCite;
  }
}
