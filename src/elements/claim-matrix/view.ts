import { html, nothing, type TemplateResult } from '../../ui/html.js';
import type { Cite, CompiledPosition } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { quote, recordLink, rich } from '../../ui/rich-text.js';
import { BASES, STANCES } from '../../ui/stances.js';
import { badge } from '../../ui/status-badge.js';
import { fill, join, plain, say, title, type Piece, type View } from '../../ui/view.js';
import { matrixOf, NONE, order, several, type Choice, type Matrix, type Row } from './model.js';

/** What a reader of the grid can do. */
export interface Reader {
  /** How many claims are drawn. */
  most: number;
  choose(choice: Choice): void;
  /** Opens what a source says of a claim. */
  open(row: Row, source: Id, from: HTMLElement): void;
  more(): void;
}

/** The heading: what is shown against what, and of which event. */
const heading = (view: View, { event }: Choice): TemplateResult => {
  const subject = event && view.data.events[event];
  return title(view, [view.t.matrix.label, subject && [': ', say(view, subject.title)]]);
};

const sourceName = (view: View, id: Id): string =>
  view.data.sources[id]?.short ?? (id && id !== NONE ? id : view.t.source.unsourced);

const stance = (view: View, { stance, basis }: CompiledPosition): Piece =>
  html`<span class="position" data-stance=${stance}
    ><span part="stance"
      ><span aria-hidden="true">${STANCES[stance]}</span> ${view.t.stance[stance]}</span
    ><span class="comma">, </span
    ><span part="basis"
      ><span aria-hidden="true">${BASES[basis]}</span> ${view.t.basis[basis]}</span
    ></span
  >`;

/** The grid that a reader goes through by pointer or keys: the content of `<claim-matrix>`. */
export function matrixView(view: View, choice: Choice, reader: Reader): TemplateResult {
  const t = view.t.matrix;
  const all = matrixOf(view, {});
  const matrix = matrixOf(view, choice);
  const { sources } = matrix;
  const rows = matrix.rows.slice(0, reader.most);
  const left = matrix.rows.length - rows.length;
  const n = (count: number): string => count.toLocaleString(view.language);
  const sort = order(choice.sort);
  /** Once by it, once the other way round, then as it was. */
  const next = (by: string): string | undefined =>
    sort.by !== by ? by : sort.down ? undefined : `-${by}`;
  const header = (by: string, content: Piece, part: string): Piece =>
    html`<th
      scope="col"
      role="columnheader"
      part=${part}
      data-source=${by === 'claim' ? nothing : by}
      aria-sort=${sort.by !== by ? nothing : sort.down ? 'descending' : 'ascending'}
    >
      <button type="button" @click=${() => reader.choose({ sort: next(by) })}>
        ${content}<span class="sorted" aria-hidden="true"
          >${sort.by !== by ? nothing : sort.down ? '▾' : '▴'}</span
        >
      </button>
    </th>`;
  return html`<section class="matrix" part="matrix">
    ${heading(view, choice)}
    <p part="reading" id="reading">${t.reading}</p>
    <div part="toolbar">
      <p part="shown" role="status">
        ${fill(t.shown, n(matrix.rows.length), n(all.rows.length), n(sources.length), n(all.sources.length))}
      </p>
      ${filter(view, choice, all, reader)}
    </div>
    ${
      rows.length
        ? html`<div class="scroller">
              <table
                role="grid"
                part="table"
                aria-label=${t.label}
                aria-describedby="reading keys"
                aria-rowcount=${matrix.rows.length + 1}
                aria-colcount=${sources.length + 1}
              >
                <thead role="rowgroup">
                  <tr role="row">
                    ${header('claim', t.claim, 'corner')}
                    ${sources.map((id) =>
                      header(
                        id || NONE,
                        [
                          html`<span>${sourceName(view, id)}</span> `,
                          html`<small
                            >${view.t.kind[view.data.sources[id]?.kind as 'memoir']}</small
                          >`,
                        ],
                        'source',
                      ),
                    )}
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  ${rows.map(
                    (row) =>
                      html`<tr role="row" data-claim=${row.id}>
                        <th scope="row" role="rowheader" part="claim">
                          ${badge(view.t, row.claim.status, view.t.status)}
                          ${recordLink(view, 'claim', row.id, say(view, row.claim.statement))}
                        </th>
                        ${sources.map((source) => cell(view, row, source, reader))}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <p part="keys" id="keys">${t.keys}</p>`
        : html`<p>${t.none}</p>`
    }
    ${
      left > 0
        ? html`<button type="button" part="button" @click=${() => reader.more()}>
            ${fill(t.more, n(left))}
          </button>`
        : nothing
    }
  </section>`;
}

const cell = (view: View, row: Row, source: Id, reader: Reader): TemplateResult => {
  const positions = row.cells.get(source);
  return positions
    ? html`<td role="gridcell" part="cell">
        <button
          type="button"
          aria-haspopup="dialog"
          @click=${({ currentTarget }: Event) => reader.open(row, source, currentTarget as HTMLElement)}
        >
          <span class="source">${sourceName(view, source)}</span>
          ${positions.map((it) => stance(view, it))}
        </button>
      </td>`
    : html`<td></td>`;
};

/** What the filter offers: only what there is something of. */
function filter(view: View, choice: Choice, { rows, sources }: Matrix, reader: Reader): Piece {
  const { t, data } = view;
  const m = t.matrix;
  const select = (
    name: keyof Choice,
    label: string,
    options: [value: string, words: string][],
    none = m.all,
  ): Piece => {
    const value = choice[name] ?? '';
    // An attribute can name several values, which a list of single ones does not have.
    const known = !value || options.some(([it]) => it === value);
    const words = new Map(options);
    const own = several(value).map((it) => words.get(it) ?? it);
    const all: [string, string][] = [
      ['', none],
      ...options,
      ...(known ? [] : [[value, own.join(', ')] as [string, string]]),
    ];
    return html`<label
      >${label}
      <select
        data-filter=${name}
        @change=${({ target }: Event) => reader.choose({ [name]: (target as HTMLSelectElement).value || undefined })}
      >
        ${all.map(([it, words]) => html`<option value=${it} .selected=${it === value}>${words}</option>`)}
      </select></label
    >`;
  };
  const occurring = <K extends string>(
    words: Record<K, string>,
    found: Set<string>,
  ): [string, string][] => (Object.entries(words) as [K, string][]).filter(([it]) => found.has(it));
  const positions = rows.flatMap(({ claim }) => claim.positions);
  const { by } = order(choice.sort);
  const orders: [string, string][] = [
    ['claim', m.byClaim],
    ['status', m.byStatus],
    ['date', m.byDate],
  ];
  // A column can be sorted by too.
  if (by && !orders.some(([it]) => it === by))
    orders.push([by, fill(m.bySource, sourceName(view, by))]);
  return html`<details part="filter">
    <summary>${m.filter}</summary>
    <div class="fields">
      ${select(
        'event',
        m.event,
        data.inTime
          .filter((id) => data.events[id]?.claims)
          .map((id) => [id, plain(view, data.events[id]!.title)]),
      )}
      ${select('status', m.status, occurring(t.status, new Set(rows.map(({ claim }) => claim.status))))}
      ${select('stance', m.stance, occurring(t.stance, new Set(positions.map((it) => it.stance))))}
      ${select('sourceKind', m.sourceKind, occurring(t.kind, new Set(sources.map((id) => data.sources[id]?.kind ?? ''))))}
      ${select(
        'sort',
        m.order,
        orders.flatMap(([it, words]) => [
          [it, words],
          [`-${it}`, fill(m.down, words)],
        ]),
        m.given,
      )}
      ${
        Object.values(choice).some(Boolean)
          ? html`<button
              type="button"
              part="button"
              @click=${() =>
                reader.choose({
                  event: undefined,
                  status: undefined,
                  stance: undefined,
                  sourceKind: undefined,
                  sort: undefined,
                })}
            >
              ${m.reset}
            </button>`
          : nothing
      }
    </div>
  </details>`;
}

/**
 * The same as a plain table of three columns, which says all that the grid opens: for print and for
 * pages without a script.
 */
export function matrixTable(view: View, choice: Choice): TemplateResult {
  const { t } = view;
  const { rows } = matrixOf(view, choice);
  return html`<section class="matrix" part="matrix">
    ${heading(view, choice)}
    ${
      rows.length
        ? html`<table part="table">
            <thead>
              <tr>
                <th scope="col">${t.matrix.claim}</th>
                <th scope="col">${t.matrix.source}</th>
                <th scope="col">${t.matrix.position}</th>
              </tr>
            </thead>
            ${rows.map((row) => {
              const shown = row.claim.positions.filter((it) =>
                [...row.cells.values()].some((list) => list.includes(it)),
              );
              const claim = html`<th
                scope="rowgroup"
                part="claim"
                rowspan=${Math.max(1, shown.length)}
              >
                ${badge(t, row.claim.status, t.status)} ${say(view, row.claim.statement)}
              </th>`;
              return html`<tbody data-claim=${row.id}>
                ${
                  shown.length
                    ? shown.map(
                        (it, i) =>
                          html`<tr
                            data-source=${it.cites?.map(({ source }) => source).join(' ') ?? nothing}
                          >
                            ${i ? nothing : claim}
                            <td>
                              ${
                                it.cites
                                  ? join(it.cites.map((cite) => spelled(view, cite)))
                                  : t.source.unsourced
                              }
                            </td>
                            <td>
                              <b>${say(view, it.holder.name)}</b> ${stance(view, it)}
                              ${rich(view, it.says)}
                              ${it.cites?.map((cite) => cite.quotation && html`<p>${quote(view, cite.quotation)}</p>`)}
                            </td>
                          </tr>`,
                      )
                    : html`<tr>
                        ${claim}
                        <td></td>
                        <td></td>
                      </tr>`
                }
              </tbody>`;
            })}
          </table>`
        : html`<p>${t.matrix.none}</p>`
    }
  </section>`;
}

const spelled = (view: View, { source, at, via }: Cite): Piece =>
  join(
    [
      sourceName(view, source),
      say(view, at),
      via && [view.t.source.readIn, ' ', sourceName(view, via)],
    ],
    ', ',
  );
