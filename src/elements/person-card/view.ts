import { html, nothing, type TemplateResult } from '../../ui/html.js';
import type {
  CompiledName,
  CompiledOrganisation,
  CompiledParticipant,
  CompiledPerson,
  CompiledRole,
} from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { attribution, link, mark, recordLink, rich, sources } from '../../ui/rich-text.js';
import { STANCES } from '../../ui/stances.js';
import { badge } from '../../ui/status-badge.js';
import {
  inLanguage,
  join,
  languageTag,
  plain,
  say,
  section,
  title,
  type Piece,
  type View,
} from '../../ui/view.js';

/** Whose card it is. */
export interface Subject {
  type: 'person' | 'organisation';
  id: Id;
}

/**
 * A person or an organisation with all that is said of them, and by whom: the content of
 * `<person-card>` in each of its forms.
 */
export function personView(
  view: View,
  subject: Subject,
  record: CompiledPerson & CompiledOrganisation,
  anchor: (source: Id) => string,
): TemplateResult {
  const { t, data } = view;
  const { type, id } = subject;
  const p = t.person;
  const claims = Object.entries(data.claims);
  return html`<article part="person">
    <p part="kind">${p[type]}</p>
    ${title(view, say(view, record.label))}
    ${
      record.description || record.when
        ? html`<p part="description">
            ${join([say(view, record.description), record.when && html`<bdi>${view.date(record.when)}</bdi>`], ', ')}
          </p>`
        : nothing
    }
    ${names(view, record)}
    ${section(view, 'roles', p.roles, list((record.roles ?? []).map((it) => role(view, it))))}
    ${type === 'organisation' ? section(view, 'people', p.people, list(people(view, id))) : nothing}
    <div part="remark">
      ${rich(view, record.note)}${record.errata?.map((it) => rich(view, view.data.errata[it]?.text))}
    </div>
    ${section(view, 'events', p.events, list(events(view, subject)))}
    ${section(
      view,
      'claims',
      p.claims,
      list(
        claims
          .filter(([, { about }]) => about.includes(id))
          .map(([claim, it]) => [
            badge(t, it.status, t.status),
            ' ',
            recordLink(view, 'claim', claim, say(view, it.statement)),
            html`<br /><small>${say(view, it.evidence)}</small>`,
          ]),
      ),
    )}
    ${section(
      view,
      'positions',
      p.positions,
      list(
        claims.flatMap(([claim, it]) =>
          it.positions
            .filter(({ holder }) => holder[type] === id)
            .map((position): Piece => [
              html`<b part="stance"
                ><span aria-hidden="true">${STANCES[position.stance]}</span>
                ${t.stance[position.stance]}</b
              >`,
              ', ',
              t.basis[position.basis],
              ': ',
              recordLink(view, 'claim', claim, say(view, it.statement)),
              attribution(view, position),
            ]),
        ),
      ),
    )}
    ${elsewhere(view, record)} ${sources(view, anchor)}
  </article>`;
}

const list = (items: Piece[]): Piece =>
  items.length &&
  html`<ul>
    ${items.map((it) => html`<li>${it}</li>`)}
  </ul>`;

const brackets = (pieces: Piece[]): Piece => {
  const all = join(pieces);
  return all.length ? [' ', html`<small>(${all})</small>`] : nothing;
};

/** The names that differ from the one in the title, each in its language and script. */
function names(view: View, { label, names = [] }: CompiledPerson): Piece {
  const others = names.filter(({ text }) => text !== plain(view, label));
  const name = ({ text, language, when: edtf, words = {} }: CompiledName): Piece => [
    inLanguage(view, text, language),
    brackets([
      language && languageName(view, language),
      edtf && html`<bdi>${view.date({ edtf, words })}</bdi>`,
    ]),
  ];
  return others.length
    ? html`<p part="names">${view.t.person.names}: ${join(others.map(name), ', ')}</p>`
    : nothing;
}

const languageName = (view: View, language: string): string | undefined =>
  new Intl.DisplayNames(view.language, { type: 'language' }).of(languageTag(language));

/** An office or rank, where and when, and on whose word. */
const role = (view: View, it: CompiledRole): Piece => [
  say(view, it.title),
  it.organisation && [', ', organisation(view, it.organisation)],
  it.when && [', ', html`<bdi>${view.date(it.when)}</bdi>`],
  attribution(view, it),
];

const organisation = (view: View, id: Id): Piece =>
  recordLink(view, 'organisation', id, say(view, view.data.organisations[id]?.label ?? id));

/** Who is said to have belonged to an organisation, and as what. */
const people = (view: View, id: Id): Piece[] =>
  Object.entries(view.data.people).flatMap(([who, { label, roles = [] }]) =>
    roles
      .filter((it) => it.organisation === id)
      .map((it): Piece => [
        recordLink(view, 'person', who, say(view, label)),
        ', ',
        role(view, { ...it, organisation: undefined }),
      ]),
  );

/** The events on whose rosters somebody stands, in time; each roster is somebody’s. */
function events(view: View, { type, id }: Subject): Piece[] {
  const { data, t } = view;
  return data.inTime.flatMap((event): Piece[] => {
    const record = data.events[event];
    const lines = record?.participants?.filter((it) => it.type === type && it.who === id) ?? [];
    const [date] = record?.dates ?? [];
    if (!record || !date || !lines.length) return [];
    const against = lines.filter((it) => it.stance === 'disputes').length;
    return [
      [
        recordLink(view, 'event', event, say(view, record.title)),
        ', ',
        html`<bdi>${view.date(date)}</bdi>`,
        against && against < lines.length
          ? [' ', badge(t, 'contested', { contested: t.person.disputed })]
          : nothing,
        html`<ul part="voices">
          ${lines.map((it) => html`<li>${voice(view, it)}</li>`)}
        </ul>`,
      ],
    ];
  });
}

const voice = (view: View, it: CompiledParticipant): Piece => {
  const { t, data } = view;
  const shorts = new Set(it.cites?.map(({ source }) => data.sources[source]?.short ?? source));
  return [
    shorts.size
      ? [t.event.according, ' ', join([...shorts]), '\u00a0', mark(view, it.cites ?? [])]
      : t.event.nobody,
    ': ',
    t.person.attendance[it.stance ?? 'supports'],
    brackets([say(view, it.role), say(view, it.note)]),
  ];
};

/** Where each id leads; an id that is none of its kind leads nowhere. */
const REGISTERS: [name: string, key: 'wikidata' | 'gnd' | 'viaf', form: RegExp, url: string][] = [
  ['Wikidata', 'wikidata', /^Q\d+$/, 'https://www.wikidata.org/wiki/'],
  ['GND', 'gnd', /^[\dX-]+$/, 'https://d-nb.info/gnd/'],
  ['VIAF', 'viaf', /^\d+$/, 'https://viaf.org/viaf/'],
];

const elsewhere = (view: View, record: CompiledPerson): Piece => {
  const all = REGISTERS.flatMap(([name, key, form, url]): Piece[] => {
    const id = record[key];
    return id ? [[name, ' ', link(form.test(id) ? url + id : undefined, id)]] : [];
  });
  return all.length
    ? html`<p part="aside">${view.t.person.elsewhere}: ${join(all, ', ')}</p>`
    : nothing;
};
