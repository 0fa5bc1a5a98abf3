import { html, type TemplateResult } from '../../ui/html.js';
import type { CompiledClaim, CompiledPosition } from '../../dataset/compiled.js';
import type { Cite } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { mark, quote, recordLink, rich, sources } from '../../ui/rich-text.js';
import { STANCES } from '../../ui/stances.js';
import { day } from '../../ui/day.js';
import { badge } from '../../ui/status-badge.js';
import { fill, join, say, section, title, type Piece, type View } from '../../ui/view.js';

/** A claim with every position on it: the content of `<contested-claim>` in each of its forms. */
export function claimView(
  view: View,
  claim: CompiledClaim,
  anchor: (source: Id) => string,
): TemplateResult {
  const t = view.t.claim;
  const { data } = view;
  const about = claim.about.map((id) => {
    const event = data.events[id];
    const record = data.people[id] ?? data.organisations[id] ?? data.places[id];
    const type = data.people[id] ? 'person' : data.organisations[id] ? 'organisation' : 'place';
    return event
      ? recordLink(view, 'event', id, say(view, event.title))
      : record && recordLink(view, type, id, say(view, record.label));
  });
  const { by, date, reason } = claim.assessment;
  return html`<article part="claim" dir=${view.dir}>
    ${title(view, say(view, claim.statement))}
    <p part="standing">
      ${badge(view.t, claim.status, view.t.status)}
      <small part="evidence">${say(view, claim.evidence)}</small>
    </p>
    ${section(view, 'undisputed', t.undisputed, claim.undisputed && rich(view, claim.undisputed))}
    ${section(
      view,
      'positions',
      t.positions,
      html`<ol>
        ${claim.positions.map((it) => html`<li part="position">${position(view, it)}</li>`)}
      </ol>`,
    )}
    ${section(view, 'settle', t.settle, claim.wouldSettle && rich(view, claim.wouldSettle))}
    ${section(view, 'assessment', t.assessment, [
      rich(view, reason),
      html`<p part="signature">
        ${by}, ${fill(t.reviewed, '')}<bdi><time datetime=${date}>${day(view, date)}</time></bdi>
      </p>`,
    ])}
    ${[claim.note, ...(claim.errata ?? []).map((id) => data.errata[id]?.text)].map(
      (it) => it && html`<div part="aside">${rich(view, it)}</div>`,
    )}
    ${about.length ? html`<p part="aside">${t.about}: ${join(about)}</p>` : ''}
    ${sources(view, anchor)}
  </article>`;
}

const holder = (view: View, { holder: { name, person, organisation } }: CompiledPosition): Piece =>
  person
    ? recordLink(view, 'person', person, say(view, name))
    : organisation
      ? recordLink(view, 'organisation', organisation, say(view, name))
      : say(view, name);

const position = (view: View, it: CompiledPosition): Piece => {
  const { t } = view;
  return html`<div part="holder">
      <b>${holder(view, it)}</b>
      <span part="stance"
        ><span aria-hidden="true">${STANCES[it.stance]}</span> ${t.stance[it.stance]}</span
      >
      <small part="basis"
        >${join([t.basis[it.basis], it.since && [t.claim.since, ' ', html`<bdi>${view.date(it.since)}</bdi>`]], ', ')}</small
      >
    </div>
    <div>
      <div part="says">${rich(view, it.says)}</div>
      ${it.reach ? html`<p part="aside">${t.claim.reach}: ${say(view, it.reach)}</p>` : ''}
      <p part="aside">
        ${it.cites?.length ? join(it.cites.map((cite) => spelled(view, cite))) : t.source.unsourced}
      </p>
      ${it.cites?.map((cite) => cite.quotation && html`<p>${quote(view, cite.quotation)}</p>`)}
    </div>`;
};

/** A citation that says where and where it was read without being opened. */
const spelled = (view: View, cite: Cite): Piece => [
  join(
    [
      view.data.sources[cite.source]?.short ?? cite.source,
      say(view, cite.at),
      cite.via && [view.t.source.readIn, ' ', view.data.sources[cite.via]?.short ?? cite.via],
    ],
    ', ',
  ),
  ' ',
  mark(view, [cite]),
];
