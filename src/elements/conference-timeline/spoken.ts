import type { CompiledEvent } from '../../dataset/compiled.js';
import { fill, plain, type View } from '../../ui/view.js';
import { saidBy } from './said-by.js';
import { words } from './words.js';

/** All of an event in plain words, for a screen reader: title, date, status, place. */
export function spoken(
  view: View,
  { title, dates, occurrence, places = [] }: CompiledEvent,
): string {
  const known = view.data.places;
  // Two voices may give the same date, and an event can have several venues in one town.
  const [first, ...others] = saidBy(view, dates);
  const at = new Set(
    places.map(({ place }) =>
      plain(view, (Object.hasOwn(known, place) && known[place]?.label) || place),
    ),
  );
  return [
    plain(view, title),
    first,
    others.length && fill(words(view).also, others.join('; ')),
    statusWord(view, occurrence.status),
    ...at,
  ]
    .filter(Boolean)
    .join(', ');
}

/** A status in a word within a line. */
export const statusWord = (view: View, status: CompiledEvent['occurrence']['status']): string =>
  view.t.occurrence[status].toLocaleLowerCase(view.language);
