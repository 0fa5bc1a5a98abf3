import { define as defineAs } from '../../ui/define.js';
import { ContestedClaim } from './contested-claim.js';

/**
 * Registers `<contested-claim>`, or the same element under another name.
 * @param registry where; default: the page's own
 * @returns the name that it has
 */
export const define = (tag = 'contested-claim', registry?: CustomElementRegistry): string =>
  defineAs(tag, ContestedClaim, registry);

define();

export { ContestedClaim };

declare global {
  interface HTMLElementTagNameMap {
    'contested-claim': ContestedClaim;
  }
}
