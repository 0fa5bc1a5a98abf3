/** CSL-JSON to references, Pandoc's cites in running text, locators in words. No DOM, no Node. */
export { formatLocator, readLocator, type Locator } from './locator.js';
export { fillReference, formatReference, linkOf, type Reference } from './reference.js';
export { parseRunningText, type RunningTextOptions } from './running-text.js';
