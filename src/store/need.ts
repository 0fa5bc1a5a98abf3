import { shared } from './shared.js';

/** What the page's loader shares with the elements. */
export interface Loader {
  /** Loads an element's file. */
  load?(tag: string): unknown;
  /** The page's default dataset as the script tag names it, and what the server answers, if it does. */
  early?: [url: string, response: Promise<Response | undefined>];
}

/** Asks the page's loader, if there is one, for the definition of another element. */
export const need = (tag: string): unknown => shared<Loader>('loader.1', () => ({})).load?.(tag);
