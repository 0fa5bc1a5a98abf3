import { define as defineAs } from '../../ui/define.js';
import { ClaimMatrix } from './claim-matrix.js';

/**
 * Registers `<claim-matrix>`, or the same element under another name.
 * @param registry where; default: the page's own
 * @returns the name that it has
 */
export const define = (tag = 'claim-matrix', registry?: CustomElementRegistry): string =>
  defineAs(tag, ClaimMatrix, registry);

define();

export { ClaimMatrix };

declare global {
  interface HTMLElementTagNameMap {
    'claim-matrix': ClaimMatrix;
  }
}
