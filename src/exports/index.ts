/**
 * A compiled dataset in the formats of others: for reference managers, search engines and gazetteers.
 * Pure functions, without a DOM and without Node.
 *
 * @packageDocumentation
 */
export { bibtex } from './bibtex.js';
export { coins, contextObject } from './coins.js';
export { cslJson } from './csl-json.js';
export { highwire, highwireTags } from './highwire.js';
export { citedIn, itemOf } from './item.js';
export { jsonLd, jsonLdScript } from './json-ld.js';
export type { JsonLd, JsonLdOptions } from './json-ld.js';
export { linkedPlaces, timespan } from './linked-places.js';
export type { Bound, LinkedPlacesOptions, Timespan } from './linked-places.js';
export { citation } from './plain-text.js';
export { ris } from './ris.js';
