import type { TimelineWords } from '../../locales/en-timeline.js';
import type { View } from '../../ui/view.js';

/** The timeline's words in the reader's language. */
export const words = ({ t }: View): TimelineWords => t.timeline;
