/** What a source says of a claim, opened from its cell. Loaded when a reader first asks. */
import type { CompiledPosition } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { css, html, render } from '../../ui/html.js';
import { adopt } from '../../ui/reactive-element.js';
import { recordLink, rich, sourceEntry } from '../../ui/rich-text.js';
import { BASES, STANCES } from '../../ui/stances.js';
import { join, plain, say, type Piece, type View } from '../../ui/view.js';
import type { Row } from './model.js';

const styles = css`
  [part='note'] {
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: min(30rem, 100vw - 2rem);
    max-block-size: min(34rem, 80vh);
    margin: auto;
    padding: 0.9rem 1.1rem;
    overflow: auto;
    border: 1px solid var(--attested-note-rule-color, light-dark(#cfc8bb, #55504a));
    border-radius: var(--attested-radius, 4px);
    background: var(--attested-note-background, light-dark(#fffdf8, #24221f));
    color: var(--attested-note-color, light-dark(#1e1b18, #ece8e1));
    box-shadow: 0 4px 18px rgb(0 0 0 / 18%);
    font-size: var(--attested-note-size, 0.9375rem);
    line-height: 1.45;
    text-align: start;
  }
  [part='note'] > * + * {
    margin-block-start: 0.7em;
    padding-block-start: 0.7em;
    border-block-start: 1px solid color-mix(in srgb, currentColor 22%, transparent);
  }
  [part='note'] div > * + * {
    margin-block-start: 0.35em;
  }
  [part='note'] .position > span {
    display: inline;
    padding: 0;
  }
  @supports (position-area: block-end) {
    [part='note'] {
      inset: auto;
      margin: 0.3rem 0.5rem;
      position-area: block-end span-inline-end;
      position-try-fallbacks:
        flip-block,
        flip-inline,
        flip-block flip-inline;
    }
  }
  @media print {
    [part='note'] {
      display: none;
    }
  }
`;

/**
 * Opens a note with each position on a claim that cites a source: who, stance, basis, what is said and
 * how far it reaches, then the source, where in it, where it was read and its words. Escape or a press
 * elsewhere closes it and gives the focus back.
 * @param from the cell's button
 */
export function openPositions(view: View, row: Row, source: Id, from: HTMLElement): void {
  const { t, data } = view;
  const { claim, id } = row;
  const note = document.createElement('div');
  note.popover = 'auto';
  note.tabIndex = -1;
  note.setAttribute('part', 'note');
  note.setAttribute('role', 'dialog');
  const short = data.sources[source]?.short ?? t.source.unsourced;
  note.setAttribute('aria-label', `${plain(view, claim.statement)} ${short}`);
  // Marks in the running text are counted here and nowhere else.
  const order: Id[] = [];
  const number = (it: Id): number => (order.includes(it) ? order.indexOf(it) + 1 : order.push(it));
  const own: View = {
    ...view,
    number,
    cite: (cite) => number(cite.source),
    entry: (it) => `#source-${it}`,
  };
  const position = (it: CompiledPosition): Piece => {
    const cites = it.cites?.filter((cite) => cite.source === source) ?? [];
    return html`<div data-stance=${it.stance}>
      <p>
        <b>${say(view, it.holder.name)}</b><br /><span class="position"
          ><span part="stance"
            ><span aria-hidden="true">${STANCES[it.stance]}</span> ${t.stance[it.stance]}</span
          >,
          <span part="basis"
            ><span aria-hidden="true">${BASES[it.basis]}</span> ${t.basis[it.basis]}</span
          >${it.since ? [', ', t.claim.since, ' ', html`<bdi>${view.date(it.since)}</bdi>`] : ''}</span
        >
      </p>
      ${rich(own, it.says)}
      ${it.reach ? html`<p><small>${t.claim.reach}: ${say(view, it.reach)}</small></p>` : ''}
      <p>${cites.length ? sourceEntry(own, source, cites, 'note') : t.source.unsourced}</p>
    </div>`;
  };
  const about = claim.about.flatMap((it) => {
    const event = data.events[it];
    return event ? [recordLink(view, 'event', it, say(view, event.title))] : [];
  });
  render(
    html`<p><b>${say(view, claim.statement)}</b></p>
      ${row.cells.get(source)?.map(position)}
      <p>
        <small
          >${join(
            [
              recordLink(view, 'claim', id, t.record.claim),
              source && recordLink(view, 'source', source, t.record.uses, 'card'),
            ],
            ' · ',
          )}${about.length ? html`<br />${t.claim.about}: ${join(about)}` : ''}</small
        >
      </p>`,
    note,
  );
  const root = from.getRootNode() as ShadowRoot;
  adopt(root, styles);
  from.after(note);
  note.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'closed') return;
    // A press elsewhere has given the focus to something else already.
    const back = note.matches(':focus, :focus-within');
    note.remove();
    if (back) from.focus({ preventScroll: true });
  });
  // The cell as source makes it the anchor.
  (note as { showPopover(options?: { source: HTMLElement }): void }).showPopover({ source: from });
  note.focus({ preventScroll: true });
}
