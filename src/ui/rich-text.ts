import { html, nothing, type TemplateResult } from './html.js';
import type {
  Cite,
  CompiledAttributed,
  Inline,
  ReferencePiece,
  Rich,
} from '../dataset/compiled.js';
import type { Id, Quotation } from '../dataset/types.js';
import type { Selection } from './events.js';
import { base, fill, join, pick, plain, say, type Piece, type View } from './view.js';

/** A link, if its address is http(s) or mailto; else only its text, whoever compiled the dataset. */
export const link = (href: string | undefined, content: Piece): Piece =>
  href && /^(https?|mailto):/i.test(href) ? html`<a href=${href}>${content}</a>` : content;

/**
 * A record's name, which leads to where the page shows it; a static form has the name alone.
 * @param form `card` leads to the record's own card
 */
export const recordLink = (
  view: View,
  type: Selection['type'],
  id: Id,
  name: Piece,
  form = '',
): Piece =>
  view.unlinked ? name : html`<a href=${`#${type}-${id}`} data-record=${form}>${name}</a>`;

/** Running text as paragraphs. */
export const rich = (view: View, text: Rich | undefined): Piece => {
  if (!text) return nothing;
  const [paragraphs, language] = pick(view, text);
  // A paragraph in another language than the reader's has a direction of its own, full stop and all.
  const own = base(language) === base(view.language);
  return paragraphs.map(
    (pieces) =>
      html`<p lang=${own ? nothing : language} dir=${own ? nothing : 'auto'}>
        ${inline(view, pieces)}
      </p>`,
  );
};

const inline = (view: View, pieces: Inline[]): Piece[] =>
  pieces.map((piece, i) =>
    typeof piece === 'string'
      ? // A mark does not begin a line.
        piece.replace(/ $/, Object.hasOwn(Object(pieces[i + 1]), 'cites') ? '\u00a0' : ' ')
      : 'em' in piece
        ? html`<em>${inline(view, piece.em)}</em>`
        : 'href' in piece
          ? link(piece.href, piece.text)
          : mark(view, piece.cites),
  );

/** Who says so: a mark, or the open statement that nobody is named. */
export const attribution = (view: View, { cites, unsourced }: CompiledAttributed): Piece =>
  cites?.length
    ? ['\u00a0', mark(view, cites)]
    : unsourced
      ? [' ', html`<small part="unsourced">(${view.t.source.unsourced})</small>`]
      : nothing;

/**
 * One numbered mark for one or several citations. Prefix, locator and suffix are there to be read out
 * and printed; on a screen the number stands alone.
 */
export const mark = (view: View, cites: Cite[]): TemplateResult => {
  // Two places in one source have one number.
  const groups = new Map<Id, { n: number; pieces: Piece[] }>();
  for (const cite of cites) {
    const { source, prefix, at, suffix } = cite;
    const first = !groups.has(source);
    const n = view.cite(cite, first);
    if (first) groups.set(source, { n, pieces: [] });
    groups
      .get(source)
      ?.pieces.push(
        prefix && aside([say(view, prefix), ' ']),
        first && number(view, source, n),
        ...[at, suffix].map((words) => words && aside([', ', say(view, words)])),
      );
  }
  const ascending = [...groups.values()].sort((a, b) => a.n - b.n);
  return html`<span class="mark" part="mark" .cites=${cites}
    >[${join(
      ascending.map(({ pieces }) => pieces.filter((piece) => piece)),
      ';\u00a0',
    )}]</span
  >`;
};

const aside = (content: Piece): Piece => html`<span class="at">${content}</span>`;

const number = (view: View, source: Id, n: number): Piece => {
  const label = `${n}: ${view.data.sources[source]?.short ?? fill(view.t.source.unknown, source)}`;
  const entry = view.entry(source);
  return entry
    ? html`<a href=${entry} role="doc-biblioref" data-source=${source} aria-label=${label}>${n}</a>`
    : html`<button data-source=${source} aria-label=${label}>${n}</button>`;
};

/**
 * How much is said of a source: `entry`, its reference and all that is known of it; `note`, the same in
 * the form of a note, with the first use's locator in its slot; `brief` and `inline`, the one and the
 * other without the editors' remarks.
 */
export type SourceForm = 'entry' | 'note' | 'brief' | 'inline';

/** A source, each use that is made of it here, and what is known of it, as lines. */
export function sourceLines(view: View, id: Id, cites: Cite[], form: SourceForm): Piece[] {
  const source = view.data.sources[id];
  const { t } = view;
  if (!source) return [fill(t.source.unknown, id)];
  const asNote = form === 'note' || form === 'inline';
  const at = asNote && cites[0]?.at;
  // What was read in one other source, or says the same words, is said once with all its places.
  const uses = new Map<string, Cite[]>();
  for (const cite of cites) {
    const key = JSON.stringify([cite.via, cite.note, cite.quotation]);
    uses.set(key, [...(uses.get(key) ?? []), cite]);
  }
  return [
    html`<bdi part="reference" lang=${source.language ?? nothing}
        >${pieces(
          (asNote && view.note?.(view, source, cites[0]!)) ||
            pick(view, asNote ? source.note : source.entry)[0],
          at ? say(view, at) : nothing,
        )}</bdi
      >${source.translatedTitle ? [' [', say(view, source.translatedTitle), ']'] : nothing}`,
    ...[...uses.values()].map((same) => use(view, same, asNote)).filter((lines) => lines.length),
    html`<small part="evidence"
      >${join([
        t.kind[source.kind],
        t.verification[source.verification],
        source.archived && link(source.archived, t.source.archived),
      ])}${(form === 'entry' || form === 'note') && source.remark ? ['. ', say(view, source.remark)] : nothing}</small
    >`,
  ];
}

/** The lines of a source, one under the other. */
export const sourceEntry = (view: View, id: Id, cites: Cite[], form: SourceForm): Piece =>
  join(sourceLines(view, id, cites, form), [' ', html`<br />`]);

const pieces = (reference: ReferencePiece[], at: Piece): Piece[] =>
  reference.map((piece) =>
    typeof piece === 'string'
      ? piece
      : 'em' in piece
        ? html`<em>${piece.em}</em>`
        : 'href' in piece
          ? link(piece.href, piece.text)
          : at === nothing
            ? nothing
            : [', ', at],
  );

/** Where in the source, where it was read, and the words themselves. */
const use = (view: View, cites: Cite[], asNote: boolean): Piece[] => {
  const { via, note, quotation } = cites[0] as Cite;
  const places = new Map(cites.map(({ at }) => [JSON.stringify(at), say(view, at)]));
  return join([
    ...(asNote ? [] : places.values()),
    via && [view.t.source.readIn, ' ', view.data.sources[via]?.short ?? via],
    say(view, note),
    quotation && quote(view, quotation),
  ]);
};

/** Words quoted, in their own language, with their translations and who made them. */
export const quote = (
  view: View,
  { language, text, translations, note }: Quotation,
): TemplateResult =>
  html`<q part="quotation" lang=${language}>${text}</q>${translations?.map((it) => [
      ' ',
      html`(<q part="translation" lang=${it.language}>${it.text}</q>,
        ${fill(
          view.t.source.translatedBy,
          plain(view, view.data.people[it.translator]?.label ?? it.translator),
        )})`,
    ])}${note ? [' (', say(view, note), ')'] : nothing}`;

/**
 * The numbered sources of a widget, each with an address that its marks link to; folded where the page
 * has a list of its own.
 */
export const sources = (view: View, anchor: (source: Id) => string): Piece =>
  view.cited.size
    ? html`<section part="sources" role="doc-bibliography">
        <details open=${view.listed ? nothing : ''}>
          <summary part="heading">${view.t.source.sources}</summary>
          <ol>
            ${[...view.cited]
              .map(([id, cites]) => ({ id, cites, n: view.number(id) }))
              .sort((a, b) => a.n - b.n)
              .map(
                ({ id, cites, n }) =>
                  html`<li id=${anchor(id)} data-entry=${id} value=${n} tabindex="-1">
                    ${sourceEntry(view, id, cites, 'brief')}
                  </li>`,
              )}
          </ol>
          ${getButton(view)}
        </details>
      </section>`
    : nothing;

/** Asks for an export of a source, or of all that the widget cites; a static form has nobody to ask. */
export const getButton = (view: View, source = ''): Piece =>
  view.unlinked ? nothing : html`<button data-record value=${source}>${view.t.get.open}</button>`;
