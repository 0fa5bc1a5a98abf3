import { define as defineAs } from '../../ui/define.js';
import { PersonCard } from './person-card.js';

/**
 * Registers `<person-card>`, or the same element under another name.
 * @param registry where; default: the page's own
 * @returns the name that it has
 */
export const define = (tag = 'person-card', registry?: CustomElementRegistry): string =>
  defineAs(tag, PersonCard, registry);

define();

export { PersonCard };

declare global {
  interface HTMLElementTagNameMap {
    'person-card': PersonCard;
  }
}
