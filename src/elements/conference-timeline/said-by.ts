/** Dates with who gives them, where sources give different ones. */
import type { CompiledDate } from '../../dataset/compiled.js';
import { fill, plain, type View } from '../../ui/view.js';

/** So many sources of one date are named. */
const NAMED = 3;

/** Who gives a date: authors and years, of the sources that are there. */
function sources(view: View, { cites = [] }: CompiledDate): string[] {
  const { sources } = view.data;
  return cites.flatMap(({ source }) =>
    Object.hasOwn(sources, source) ? [sources[source]!.short] : [],
  );
}

/**
 * Each different date that is given for an event, in words, the preferred one first: with its sources where
 * there are several, and with the day that it is in a source’s own calendar.
 */
export function saidBy(view: View, dates: readonly CompiledDate[]): string[] {
  const by = new Map<string, Set<string>>();
  for (const date of dates) {
    const julian = date.julian ? ` (${plain(view, date.julian)})` : '';
    const said = view.date(date) + julian;
    by.set(said, new Set([...(by.get(said) ?? []), ...sources(view, date)]));
  }
  return [...by].map(([said, who]) =>
    by.size < 2 || !who.size
      ? said
      : fill(
          '{} ({})',
          said,
          [...who].slice(0, NAMED).join('; ') + (who.size > NAMED ? '; …' : ''),
        ),
  );
}
