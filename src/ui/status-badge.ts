import { html, type TemplateResult } from './html.js';
import type { Dictionary } from '../locales/en.js';

/**
 * A status as a shape and a word.
 * @param t the interface in the reader's language, which has the shapes
 * @param words the words of its kind of status
 */
export const badge = <S extends keyof Dictionary['shapes']>(
  { shapes }: Dictionary,
  status: S,
  words: Record<S, string>,
): TemplateResult =>
  html`<span class="status" part="status"
    ><span aria-hidden="true">${shapes[status]}</span> ${words[status]}</span
  >`;
