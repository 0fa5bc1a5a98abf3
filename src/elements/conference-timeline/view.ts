/** The timeline as a list: where there is no room for an axis, in print, and as the static form. */
import { columnsOf } from '../../dataset/columns.js';
import type { CompiledEvent } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { html, nothing, type TemplateResult } from '../../ui/html.js';
import { badge } from '../../ui/status-badge.js';
import { fill, join, say, type Piece, type View } from '../../ui/view.js';
import { eventOf, groupBy, groupLabel, groupsOf, inOrder } from './groups.js';
import { saidBy } from './said-by.js';
import { words } from './words.js';

/** What of the events a list shows, and what a reader can do with it. */
export interface ListOptions {
  /** First day to show, in days since 1970-01-01. */
  from?: number | undefined;
  /** The first day after what to show. */
  to?: number | undefined;
  /** What groups are made by, as the attribute says it. */
  groupBy?: string | undefined;
  /** Whether an event may be shown, by its place in `inTime`. */
  passes?: (place: number) => boolean;
  /** At the most so many. */
  most?: number;
  /** Called when a reader chooses an event; without it a title is only text. */
  choose?: (id: Id, group: string) => void;
  /** What stands below an event that is open. */
  below?: (id: Id, group: string) => Piece;
}

/** Whether any date that is given for an event touches a time. An unknown bound never rules it out. */
const touches = ({ dates }: CompiledEvent, from: number, to: number): boolean =>
  dates.some(
    ({ earliest, latest }) => (latest ?? Infinity) >= from && (earliest ?? -Infinity) < to,
  );

/** What a list of these options has, all of it. */
export function listed(
  { data }: View,
  { from = -Infinity, to = Infinity, passes }: ListOptions,
): Id[] {
  const columns = columnsOf(data);
  return data.inTime.filter((id, i) => {
    // Only what may touch the time is looked into.
    const [first, end] = [columns.from[i], columns.to[i]];
    const near =
      (first === null && end === null) || ((end ?? Infinity) > from && (first ?? -Infinity) < to);
    return (
      near &&
      passes?.(i) !== false &&
      ((from === -Infinity && to === Infinity) || touches(eventOf(data, id), from, to))
    );
  });
}

/** When an event is said to have been, by each voice. */
export function when(view: View, { dates }: CompiledEvent): Piece {
  // Two voices may give the same date.
  const [first, ...others] = saidBy(view, dates);
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

/** Whether, where and what kind, in a line. */
export function facts(view: View, event: CompiledEvent): Piece {
  const { places } = view.data;
  // Each place once: an event can have several venues in one town.
  const where = [...new Set(event.places?.map(({ place }) => place))].map((place) =>
    say(view, Object.hasOwn(places, place) ? (places[place]?.label ?? place) : place),
  );
  return html`${badge(view.t, event.occurrence.status, view.t.occurrence)}${
      where.length ? [' ', html`<span part="place">${join(where, ', ')}</span>`] : nothing
    } <small part="kind">${groupLabel(view, ['kind'], event.kind)}</small>`;
}

/** The events as an ordered list, in groups where asked. No DOM, no directives: also the static form. */
export function timelineList(
  view: View,
  options: ListOptions = {},
  all: readonly Id[] = listed(view, options),
): TemplateResult {
  const { most = Infinity, choose, below } = options;
  const by = groupBy(options.groupBy);
  const { data } = view;
  const entry = (id: Id, group: string): TemplateResult => {
    const event = eventOf(data, id);
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
  const shown = all.slice(0, most);
  if (!shown.length) return html`<p part="list">${words(view).none}</p>`;
  if (!by.length) return list(shown);
  const groups = new Map<string, Id[]>();
  for (const id of shown)
    for (const key of groupsOf(data, eventOf(data, id), by)) {
      const there = groups.get(key);
      if (there) there.push(id);
      else groups.set(key, [id]);
    }
  return html`${inOrder(groups, by).map(
    ([key, of]) =>
      html`<h4 part="lane" aria-level=${Math.min(6, view.level + 1)}>
          ${groupLabel(view, by, key)}
        </h4>
        ${list(of, key)}`,
  )}`;
}
