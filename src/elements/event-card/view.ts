import { html, nothing, type TemplateResult } from '../../ui/html.js';
import type {
  CompiledDate,
  CompiledEvent,
  CompiledEventPlace,
  CompiledParticipant,
} from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { attribution, mark, recordLink, rich, sources } from '../../ui/rich-text.js';
import { badge } from '../../ui/status-badge.js';
import {
  inLanguage,
  join,
  plain,
  say,
  section,
  title,
  type Piece,
  type View,
} from '../../ui/view.js';

/** An event with everything said of it, and by whom: the content of `<event-card>` in each of its forms. */
export function eventView(
  view: View,
  event: CompiledEvent,
  anchor: (source: Id) => string,
): TemplateResult {
  const { t, data } = view;
  const titles = (ids?: Id[]): Piece[] =>
    join(
      ids?.map((id) => recordLink(view, 'event', id, say(view, data.events[id]?.title ?? id))) ??
        [],
    );
  const line = (words: string, pieces: Piece[]): Piece =>
    pieces.length ? html`<p part="aside">${words}: ${pieces}</p>` : nothing;
  const [first, ...others] = event.dates.map((it) => date(view, it));
  const block = (part: string, ...pieces: Piece[]): Piece =>
    pieces.some((piece) => piece && piece !== nothing)
      ? html`<div part=${part}>${pieces}</div>`
      : nothing;
  return html`<article part="card" dir=${view.dir}>
    <p part="kind">${say(view, data.kinds[event.kind] ?? event.kind)}</p>
    ${title(view, say(view, event.title))}
    <p part="date">${first}</p>
    ${line(t.event.also, join(others))}
    ${
      event.places?.length
        ? html`<ul part="places">
            ${event.places.map((it) => place(view, it))}
          </ul>`
        : nothing
    }
    <div part="occurrence">
      ${badge(t, event.occurrence.status, t.occurrence)}
      ${rich(view, event.occurrence.reason)}${attribution(view, event.occurrence)}
    </div>
    ${block('summary', rich(view, event.summary))}
    ${line(t.event.names, join(event.names?.map((it) => inLanguage(view, it.text, it.language)) ?? [], ', '))}
    ${section(view, 'participants', t.event.present, roster(view, event.participants))}
    ${section(
      view,
      'claims',
      t.event.claims,
      event.claims?.length &&
        html`<ul>
          ${event.claims.map((id) => {
            const claim = data.claims[id];
            return (
              claim &&
              html`<li>
                ${badge(t, claim.status, t.status)}
                ${recordLink(view, 'claim', id, say(view, claim.statement))}<br />
                <small>${say(view, claim.evidence)}</small>
              </li>`
            );
          })}
        </ul>`,
    )}
    ${block(
      'aside',
      rich(view, event.note),
      event.errata?.map((id) => rich(view, data.errata[id]?.text)),
    )}
    ${line(t.event.partOf, titles(event.partOf ? [event.partOf] : []))}
    ${line(t.event.parts, titles(event.parts))}
    ${event.images?.map((it) =>
      /^https?:/i.test(it.src)
        ? html`<figure part="image">
            <img
              src=${it.src}
              alt=${plain(view, it.alt)}
              width=${it.width}
              height=${it.height}
              loading="lazy"
            />
            <figcaption>${say(view, it.caption)} <small>${say(view, it.credit)}</small></figcaption>
          </figure>`
        : nothing,
    )}
    ${sources(view, anchor)}
  </article>`;
}

const brackets = (pieces: Piece[]): Piece =>
  pieces.length ? [' ', html`<small>(${pieces})</small>`] : nothing;

const date = (view: View, it: CompiledDate): Piece => {
  const t = view.t.event;
  const { wording, duration } = it;
  return [
    html`<bdi>${view.date(it)}</bdi>`,
    attribution(view, it),
    brackets(
      join([
        wording && [t.wording, ': “', inLanguage(view, wording.text, wording.language), '”'],
        duration && [t.lasting, ' ', say(view, duration)],
        say(view, it.julian),
        say(view, it.note),
      ]),
    ),
  ];
};

const place = (view: View, it: CompiledEventPlace): Piece => {
  const t = view.t.event;
  const { label = it.place, country } = view.data.places[it.place] ?? {};
  const { text, language, languageName } = it.nameThen ?? {};
  const then = join(
    [
      text &&
        text !== plain(view, label) && [
          inLanguage(view, text, language),
          languageName && [' (', say(view, languageName), ')'],
        ],
      say(view, country?.then),
    ],
    ', ',
  );
  return html`<li>
    ${join([recordLink(view, 'place', it.place, say(view, label)), say(view, it.venue)], ', ')}${attribution(view, it)}${brackets(
      join([
        then.length ? [t.then, ' ', then] : '',
        country?.now && [t.now, ' ', say(view, country.now)],
        say(view, it.note),
      ]),
    )}
  </li>`;
};

/** A roster is always somebody's roster: the lines of one voice stand together under its name. */
const roster = (view: View, participants: CompiledParticipant[] = []): Piece => {
  const t = view.t.event;
  const voices = new Map<string, CompiledParticipant[]>();
  for (const line of participants) {
    const voice = JSON.stringify(line.cites);
    voices.set(voice, [...(voices.get(voice) ?? []), line]);
  }
  return (
    voices.size &&
    html`<dl>
      ${[...voices.values()].map((lines) => {
        const cites = lines[0]?.cites;
        return html`<div>
          <dt>
            <small
              >${
                cites
                  ? [
                      t.according,
                      ' ',
                      join([...new Set(cites.map((it) => view.data.sources[it.source]?.short))]),
                      ' ',
                      mark(view, cites),
                    ]
                  : t.nobody
              }</small
            >
          </dt>
          ${lines.map(
            (line) =>
              html`<dd>
                ${recordLink(view, line.type, line.who, say(view, line.name))}${brackets(
                  join([
                    say(view, line.role),
                    line.stance && html`<em>${t[line.stance]}</em>`,
                    say(view, line.note),
                  ]),
                )}
              </dd>`,
          )}
        </div>`;
      })}
    </dl>`
  );
};
