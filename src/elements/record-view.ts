/** The cards of records that have no element of their own: a source with its uses, and a place. */
import type { CompiledEvent, CompiledPerson } from '../dataset/compiled.js';
import type { Id, Stance } from '../dataset/types.js';
import { html, nothing, render, type TemplateResult } from '../ui/html.js';
import type { Selection } from '../ui/events.js';
import { getButton, recordLink, rich, sourceEntry } from '../ui/rich-text.js';
import { STANCES } from '../ui/stances.js';
import { badge } from '../ui/status-badge.js';
import { inLanguage, join, say, section, title, type Piece, type View } from '../ui/view.js';

/** Draws the card of a source or a place. */
export function drawRecord(view: View, type: Selection['type'], id: Id, into: HTMLElement): void {
  const own = { ...view, level: 2 };
  render(
    html`<div>${type === 'source' ? source(own, id) : place(own, id)}</div>`,
    into.appendChild(document.createElement('div')),
  );
}

const list = (items: Piece[]): Piece =>
  items.length &&
  html`<ul>
    ${items.map((it) => html`<li>${it}</li>`)}
  </ul>`;

const events = (view: View, chosen: (event: CompiledEvent) => boolean): Piece[] =>
  view.data.inTime.flatMap((id) => {
    const event = view.data.events[id];
    return event && chosen(event) ? [recordLink(view, 'event', id, say(view, event.title))] : [];
  });

/** A source, the claims that it is cited for and against, and the other records that cite it. */
function source(view: View, id: Id): TemplateResult {
  const { data, t } = view;
  const claims = (stance: Stance): Piece =>
    list(
      Object.entries(data.claims)
        .filter(([, { positions }]) =>
          positions.some(
            (it) => it.stance === stance && it.cites?.some((cite) => cite.source === id),
          ),
        )
        .map(([claim, { status, statement }]) => [
          badge(t, status, t.status),
          ' ',
          recordLink(view, 'claim', claim, say(view, statement)),
        ]),
    );
  // Wherever in a record it is cited: on a date, a role, a roster or in the text.
  const here = `"source":${JSON.stringify(id)}`;
  const cites = (record: object): boolean => JSON.stringify(record).includes(here);
  const labelled = (
    type: 'person' | 'organisation',
    records: Record<Id, CompiledPerson>,
  ): Piece[] =>
    Object.entries(records)
      .filter(([, record]) => cites(record))
      .map(([it, { label }]) => recordLink(view, type, it, say(view, label)));
  const others = [
    ...events(view, cites),
    ...labelled('person', data.people),
    ...labelled('organisation', data.organisations),
  ];
  const sections = [
    ...(Object.keys(STANCES) as Stance[]).map((stance) =>
      section(view, 'uses', t.record.claims[stance], claims(stance)),
    ),
    section(view, 'uses', t.record.others, list(others)),
  ];
  return html`<article part="source">
    ${title(view, data.sources[id]?.short ?? id)}
    <p>${sourceEntry(view, id, [], 'entry')}</p>
    <p>${getButton(view, id)}</p>
    ${sections.some((it) => it !== nothing) ? sections : html`<p>${t.record.unused}</p>`}
  </article>`;
}

/** A place: its names, whose country it was and is, and what happened there. */
function place(view: View, id: Id): TemplateResult {
  const { data, t } = view;
  const record = data.places[id];
  const { then, now } = record?.country ?? {};
  return html`<article part="place">
    <p part="kind">${t.record.place}</p>
    ${title(view, say(view, record?.label ?? id))}
    <p>${join(record?.names.map((it) => inLanguage(view, it.text, it.language)) ?? [], ', ')}</p>
    <p>
      ${join([then && [t.event.then, ' ', say(view, then)], now && [t.event.now, ' ', say(view, now)]])}
    </p>
    ${rich(view, record?.note)}${record?.errata?.map((it) => rich(view, data.errata[it]?.text))}
    ${section(
      view,
      'events',
      t.record.here,
      list(events(view, (it) => it.places?.some(({ place }) => place === id) ?? false)),
    )}
  </article>`;
}
