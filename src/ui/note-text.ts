import { fillReference } from '../citations/fill.js';
import { takeApart } from '../citations/locator.js';
import type { Cite, CompiledSource, ReferencePiece } from '../dataset/compiled.js';
import { pick, plain, type View } from './view.js';

/**
 * A source in the form of a note with its locator in place, as a citation style sets it. Loaded on first
 * use: the plain style, of a dataset that names no style, needs nothing of it.
 * @param again whether the page cited it before
 * @returns nothing for the plain style
 */
export function noteText(
  view: View,
  source: CompiledSource,
  cite: Cite,
  again?: boolean,
): ReferencePiece[] | undefined {
  const { references } = view.data;
  if (!references) return undefined;
  const [note, language] = pick(view, (again && source.again) || source.note);
  const words = cite.at === undefined ? '' : plain(view, cite.at);
  // A locator that stands in the page is words until here.
  const whole = cite.locator ? cite : takeApart(words, undefined, view.language);
  return fillReference(note, references.slots[language], whole, words);
}
