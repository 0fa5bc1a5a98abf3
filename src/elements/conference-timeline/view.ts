/** The timeline as a list: where there is no room for an axis, in print, and as the static form. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CompiledEvent } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { badge } from '../../ui/status-badge.js';
import { fill, join, plain, say, type Piece, type View } from '../../ui/view.js';
import { eventOf, groupBy, groupLabel, groups, type GroupBy } from './events.js';
import { words } from './words.js';

/** What of the events a list shows, and what a reader can do with it. */
export interface ListOptions {
  /** First day to show, in days since 1970-01-01. */
  from?: number | undefined;
  /** The first day after what to show. */
  to?: number | undefined;
  groupBy?: GroupBy | undefined;
  /** The events to choose from. Default: all of the dataset, in time. */
  ids?: readonly Id[];
  /** At the most so many. */
  most?: number;
  /** Called when a reader chooses an event; without it a title is only text. */
  choose?: (id: Id, group: string) => void;
  /** What stands below an event that is open. */
  below?: (id: Id, group: string) => Piece;
}

/** Whether any date that is given for an event touches a time. An unknown bound never rules it out. */
const touches = ({ dates }: CompiledEvent, from = -Infinity, to = Infinity): boolean =>
  dates.some(
    ({ earliest, latest }) => (latest ?? Infinity) >= from && (earliest ?? -Infinity) < to,
  );

/** The ids that a list of these options has, all of them. */
export const listed = ({ data }: View, { from, to, ids = data.inTime }: ListOptions): Id[] =>
  from === undefined && to === undefined
    ? [...ids]
    : ids.filter((id) => touches(eventOf(data, id), from, to));

/** When an event is said to have been, by each voice. */
export function when(view: View, { dates }: CompiledEvent): Piece {
  // Two voices may give the same date.
  const [first, ...others] = new Set(dates.map((date) => view.date(date)));
  return html`<span part="date"
    >${first}${
      others.length
        ? [
            ' ',
            html`<small part="alternative">(${fill(words(view).also, others.join('; '))})</small>`,
          ]
        : nothing
    }</span
  >`;
}

/** Each place once: an event can have several venues in one town. */
const placesOf = ({ places = [] }: CompiledEvent): Id[] => [
  ...new Set(places.map(({ place }) => place)),
];

/** Whether, where and what kind, in a line. */
export function facts(view: View, event: CompiledEvent): Piece {
  const { places } = view.data;
  const where = placesOf(event).map((place) =>
    say(view, Object.hasOwn(places, place) ? (places[place]?.label ?? place) : place),
  );
  return html`${badge(event.occurrence.status, view.t.occurrence)}${
      where.length ? [' ', html`<span part="place">${join(where, ', ')}</span>`] : nothing
    } <small part="kind">${groupLabel(view, 'kind', event.kind)}</small>`;
}

/** All of it in plain words, for a screen reader: title, date, status, place. */
export function spoken(view: View, event: CompiledEvent): string {
  const { places } = view.data;
  const [first, ...others] = new Set(event.dates.map((date) => view.date(date)));
  const at = placesOf(event).map((place) =>
    plain(view, (Object.hasOwn(places, place) && places[place]?.label) || place),
  );
  return [
    plain(view, event.title),
    first,
    others.length && fill(words(view).also, others.join('; ')),
    view.t.occurrence[event.occurrence.status].toLocaleLowerCase(view.language),
    ...at,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The events as an ordered list, in groups where asked. No DOM, no directives: also the static form. */
export function timelineList(view: View, options: ListOptions = {}): TemplateResult {
  const { most = Infinity, choose, below } = options;
  const by = groupBy(options.groupBy);
  const ids = listed(view, options).slice(0, most);
  const entry = (id: Id, group: string): TemplateResult => {
    const event = eventOf(view.data, id);
    const title = say(view, event.title);
    return html`<li part="entry" data-event=${id}>
      ${when(view, event)}
      <b part="label"
        >${
          choose
            ? html`<button type="button" part="event" @click=${() => choose(id, group)}>
                ${title}
              </button>`
            : title
        }</b
      >
      ${facts(view, event)}${below?.(id, group)}
    </li>`;
  };
  const list = (of: readonly Id[], group = ''): TemplateResult =>
    html`<ol part="list">
      ${of.map((id) => entry(id, group))}
    </ol>`;
  if (!ids.length) return html`<p part="list">${words(view).none}</p>`;
  return by
    ? html`${groups(view.data, ids, by).map(
        ([key, of]) =>
          html`<h4 part="lane" aria-level=${Math.min(6, view.level + 1)}>
              ${groupLabel(view, by, key)}
            </h4>
            ${list(of, key)}`,
      )}`
    : list(ids);
}
