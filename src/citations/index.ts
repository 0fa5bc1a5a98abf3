/** CSL-JSON to references, Pandoc's cites in running text, locators in words. No DOM, no Node. */
export { fillReference } from './fill.js';
export { formatLocator, readLocator, takeApart, type Locator } from './locator.js';
export { formatReference, linkOf, type Reference } from './reference.js';
export { parseRunningText, type RunningTextOptions } from './running-text.js';
