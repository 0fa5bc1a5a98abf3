import { define as defineAs } from '../../ui/define.js';
import { EventCard } from './event-card.js';

/**
 * Registers `<event-card>`, or the same element under another name.
 * @param registry where; default: the page's own
 * @returns the name that it has
 */
export const define = (tag = 'event-card', registry?: CustomElementRegistry): string =>
  defineAs(tag, EventCard, registry);

define();

export { EventCard };

declare global {
  interface HTMLElementTagNameMap {
    'event-card': EventCard;
  }
}
