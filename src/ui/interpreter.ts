/**
 * What only a reader of another language than the dataset's needs: the interface in that language and
 * the wording of dates. Elements load it when they meet such a reader.
 */
export { format } from '../dates/index.js';
export { dictionary } from '../locales/dictionaries.js';
