/** The places in words: beside the map, and all there is where no map can be drawn. */
import type { CompiledEvent, CompiledPlace } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { html, nothing, type TemplateResult } from '../../ui/html.js';
import { recordLink } from '../../ui/rich-text.js';
import { badge } from '../../ui/status-badge.js';
import {
  fill,
  inLanguage,
  join,
  languageTag,
  plain,
  say,
  title,
  type Piece,
  type View,
} from '../../ui/view.js';

/** What of a dataset's places is shown, and what a reader can do with it. */
export interface MapOptions {
  /** First day of the time shown, in days since 1970-01-01. */
  from?: number | undefined;
  /** The first day after it. */
  to?: number | undefined;
  /** The place that is chosen. */
  place?: Id | undefined;
  /** The event that is chosen. */
  event?: Id | undefined;
  /** Called when a reader chooses a place; without it names are only text. */
  choose?: (place: Id) => void;
}

/** A place with the events that are placed there, in time. */
export interface Here {
  id: Id;
  place: CompiledPlace;
  events: Id[];
}

const eventOf = (view: View, id: Id): CompiledEvent => view.data.events[id] as CompiledEvent;

/** Every place: those where something happened in order of the first event there, then the others. */
export function placesOf({ data }: View): Here[] {
  const there = new Map<Id, Set<Id>>();
  for (const id of data.inTime)
    for (const { place } of data.events[id]?.places ?? [])
      if (Object.hasOwn(data.places, place))
        there.set(place, (there.get(place) ?? new Set()).add(id));
  return [...new Set([...there.keys(), ...Object.keys(data.places)])].map((id) => ({
    id,
    place: data.places[id] as CompiledPlace,
    events: [...(there.get(id) ?? [])],
  }));
}

/** Whether any date that is given for an event touches the time shown. An unknown bound never rules it out. */
export const inTime = (
  view: View,
  id: Id,
  { from = -Infinity, to = Infinity }: MapOptions,
): boolean =>
  eventOf(view, id).dates.some(
    ({ earliest, latest }) => (latest ?? Infinity) >= from && (earliest ?? -Infinity) < to,
  );

/** Whether a place is what was chosen, or where the chosen event was. */
export const isChosen = (here: Here, { place, event }: MapOptions): boolean =>
  here.id === place || (event !== undefined && here.events.includes(event));

/** How surely the position is known, in words. */
export function certainty(view: View, { coordinates }: CompiledPlace): string {
  const t = view.t.map;
  const { certainty = 'none', radius } = coordinates ?? {};
  return radius === undefined
    ? t.certainty[certainty]
    : `${t.certainty[certainty]}, ${fill(t.within, radius)}`;
}

/** A name with its language, which says whose name it was, and the years in which it was in use. */
function names(view: View, { names, label }: CompiledPlace): Piece {
  const languages = new Intl.DisplayNames(view.language, { type: 'language' });
  const all = names
    // What the label says already needs no second word.
    .filter(({ text, when }) => when !== undefined || text !== plain(view, label))
    .map(({ text, language, when }) => [
      inLanguage(view, text, language),
      language || when
        ? [
            ' ',
            html`<small
              >(${join([language && languages.of(languageTag(language)), when && years(when)], ', ')})</small
            >`,
          ]
        : nothing,
    ]);
  return all.length ? html`<p part="names">${view.t.map.names}: ${join(all, ', ')}</p>` : nothing;
}

/** Years in use as a reader writes them: `1921–1939`; an open end stays open. */
const years = (edtf: string): string => edtf.replace('..', '').replace('/', '–');

/** One place with all that the map says of it. */
function entry(view: View, here: Here, options: MapOptions): TemplateResult {
  const t = view.t.map;
  const { id, place, events } = here;
  const { choose } = options;
  const shown = events.filter((event) => inTime(view, event, options));
  const { then, now } = place.country ?? {};
  const country = [
    then && [view.t.event.then, ' ', say(view, then)],
    now && [view.t.event.now, ' ', say(view, now)],
  ];
  const label = say(view, place.label);
  return html`<li
    part="entry"
    data-place=${id}
    data-chosen=${isChosen(here, options) ? '' : nothing}
  >
    <b part="name"
      >${
        choose
          ? html`<button
              type="button"
              part="place"
              aria-pressed=${id === options.place}
              @click=${() => choose(id)}
            >
              ${label}
            </button>`
          : label
      }</b
    >
    ${names(view, place)}
    <p part="country">${join([...country, certainty(view, place)])}</p>
    <ul part="events" role="list">
      ${shown.map((event) => {
        const { title, dates, occurrence } = eventOf(view, event);
        const [date] = dates;
        return html`<li data-event=${event}>
          ${recordLink(view, 'event', event, say(view, title))}
          <small
            ><span part="date">${date && view.date(date)}</span> ${badge(
              view.t,
              occurrence.status,
              view.t.occurrence,
            )}</small
          >
        </li>`;
      })}
    </ul>
    ${
      events.length > shown.length || !events.length
        ? html`<p part="hidden">
            ${events.length ? fill(t.hidden, events.length - shown.length) : t.noEvents}
          </p>`
        : nothing
    }
  </li>`;
}

/**
 * The places of a dataset: a heading, the map where there is one, and the list that says the same.
 * @param plate the map; without it the list stands alone, as in the static form
 */
export function mapView(
  view: View,
  options: MapOptions = {},
  plate: Piece = nothing,
): TemplateResult {
  const here = placesOf(view);
  const t = view.t.map;
  return html`<article part="map">
    ${title(view, t.places)}
    <div part="body">
      ${plate}${
        here.length
          ? html`<ul part="list" role="list">
              ${here.map((it) => entry(view, it, options))}
            </ul>`
          : html`<p part="list">${t.none}</p>`
      }
    </div>
  </article>`;
}
