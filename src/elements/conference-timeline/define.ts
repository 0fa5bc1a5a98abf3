import { define as defineAs } from '../../ui/define.js';
import { ConferenceTimeline } from './conference-timeline.js';

/**
 * Registers `<conference-timeline>`, or the same element under another name.
 * @returns the name that it has
 */
export const define = (tag = 'conference-timeline', registry?: CustomElementRegistry): string =>
  defineAs(tag, ConferenceTimeline, registry);

define();

export { ConferenceTimeline };

declare global {
  interface HTMLElementTagNameMap {
    'conference-timeline': ConferenceTimeline;
  }
}
