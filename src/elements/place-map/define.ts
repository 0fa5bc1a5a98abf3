import { define as defineAs } from '../../ui/define.js';
import { PlaceMap } from './place-map.js';

/**
 * Registers `<place-map>`, or the same element under another name.
 * @param registry where; default: the page's own
 * @returns the name that it has
 */
export const define = (tag = 'place-map', registry?: CustomElementRegistry): string =>
  defineAs(tag, PlaceMap, registry);

define();

export { PlaceMap };

declare global {
  interface HTMLElementTagNameMap {
    'place-map': PlaceMap;
  }
}
