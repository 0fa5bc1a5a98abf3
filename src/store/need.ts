import { shared } from './shared.js';

/** Asks the page's loader, if there is one, for the definition of another element. */
export const need = (tag: string): void =>
  shared<{ load?(tag: string): void }>('loader.1', () => ({})).load?.(tag);
