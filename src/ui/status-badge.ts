import { html, type TemplateResult } from './html.js';

/** A shape for each status, so that no status is told by colour alone. */
export const SHAPES = {
  established: '●',
  documented: '◉',
  attested: '◐',
  reported: '○',
  inferred: '◔',
  unconfirmed: '◌',
  contested: '◈',
  unsupported: '□',
  refuted: '✕',
};

/**
 * A status as a shape and a word.
 * @param words the words of its kind of status
 */
export const badge = <S extends keyof typeof SHAPES>(
  status: S,
  words: Record<S, string>,
): TemplateResult =>
  html`<span class="status" part="status"
    ><span aria-hidden="true">${SHAPES[status]}</span> ${words[status]}</span
  >`;
