/**
 * Time that runs down the page: loaded where a page asks for it. All is placed as on an axis from side to
 * side, with length for width and columns for rows; only where a place is on the page is another matter, and
 * a mark is drawn as ever and then turned.
 */
import { css } from '../../ui/html.js';
import { adopt } from '../../ui/reactive-element.js';
import type { Axis } from './axis.js';
import type { Host } from './host.js';
import { across, at, look } from './stage.js';

/** The narrowest that a column of titles is, in em, unless there is only one. */
const COLUMN = 13;
/** Lines of a title: the wider the column, the fewer. */
const lines = (column: number, em: number): number => (column < 11 * em ? 4 : 2);

const styles = css`
  :host([layout='vertical']) .timeline:has(> .plot) {
    min-block-size: 0;
  }
  :host([layout='vertical']) .timeline:has(> .overview) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
  }
  :host([layout='vertical']) .timeline > * {
    grid-column: 1 / -1;
  }
  :host([layout='vertical']) .timeline > .plot {
    flex: none;
    grid-column: 1;
    block-size: var(--attested-timeline-block-size, clamp(20rem, 85vh, 45rem));
  }
  :host([layout='vertical']) .rows {
    inset-block-end: 0;
    inset-inline: 8em 3.4em;
  }
  :host([layout='vertical']) .plot:has(.lane) > * {
    inset-block-start: 2em;
  }
  :host([layout='vertical']) .lane {
    inset-block-start: -2em;
    box-sizing: border-box;
    inline-size: var(--_column);
    border: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    line-height: 2;
  }
  :host([layout='vertical']) :is(.events, .ticks, .eras) {
    overflow: clip;
  }
  :host([layout='vertical']) .ticks > * {
    inset-block-end: auto;
    inline-size: 7.6em;
    padding: 0;
    border: 0;
    justify-content: end;
  }
  :host([layout='vertical']) .ticks > *::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 100vw;
    border-block-start: 1px dotted var(--_rule);
  }
  :host([layout='vertical']) .eras {
    inset-block-start: 0;
    inset-inline: 0 auto;
    inline-size: 5em;
    block-size: auto;
    border: 0;
  }
  :host([layout='vertical']) .eras > * {
    inline-size: 5em;
    padding: 0;
    white-space: normal;
    overflow-wrap: normal;
  }
  :host([layout='vertical']) .events [part='event'] {
    display: flex;
    flex-wrap: wrap;
    box-sizing: border-box;
    inline-size: var(--_column) !important;
    block-size: auto;
    gap: 0 0.35em;
    padding-inline-start: 16px;
    white-space: normal;
  }
  :host([layout='vertical']) .events [part='label'] {
    flex: 1 0 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_lines);
  }
  :host([layout='vertical']) .events [data-word]:not([data-word='']) [part='label'] {
    -webkit-line-clamp: calc(var(--_lines) - 1);
  }
  :host([layout='vertical']) .events [data-word]:not([data-word=''])::after {
    flex-basis: 100%;
    padding-inline-start: 1.15em;
  }
  :host([layout='vertical']) .drawing.drawing,
  :host([layout='vertical']) .tie.tie {
    inset: 0 auto auto 0;
    transform-origin: 0 0;
    scale: none;
  }
  :host([layout='vertical']) .tie.tie {
    margin-inline-start: 4px;
  }
  /* What is said is not turned with its thread. */
  :host([layout='vertical']) .tie::after {
    inset: 12px auto auto calc(var(--_lines) * 1.3em + 4px);
    transform: matrix(0, 1, 1, 0, 0, 0);
    transform-origin: 0 0;
    max-inline-size: calc(var(--_column) * 1.2);
  }
  :host([layout='vertical']) [part='alternative'].drawing {
    block-size: 6px;
  }
  :host([layout='vertical']) .drawing:is([data-shape$='start'], [data-shape='or-earlier']) {
    --_flip: translateX(100%) scaleX(-1);
  }
  :host([layout='vertical']) .more {
    inset-block: 0;
    inset-inline: auto 0;
    inline-size: 3.2em;
  }
  :host([layout='vertical']) .more > * {
    inset-block-start: -0.85em;
    inline-size: 3.2em;
    margin: 0;
  }
  :host([layout='vertical']) .overview {
    grid-column: 2;
    block-size: auto;
    inline-size: 4.6em;
    margin-inline-start: 0.4em;
    border-block: var(--_edge);
    border-inline: var(--_edge);
  }
  :host([layout='vertical']) .overview > *,
  :host([layout='vertical']) .scale > * {
    inset-inline: 0;
    inset-block: 0 auto;
  }
  :host([layout='vertical']) .density {
    block-size: 100%;
    inline-size: auto;
    inset-inline-start: 3em;
  }
  :host([layout='vertical']) .scale > * {
    padding: 0 0.2em;
    border: 0;
    border-block-start: 1px solid var(--_rule);
  }
  :host([layout='vertical']) .end {
    inline-size: auto;
    block-size: 24px;
    cursor: ns-resize;
  }
  :host([layout='vertical']) .end::before {
    inset-block: 9px;
    inset-inline: 25%;
    margin: 0;
  }
  :host([layout='vertical']) .overview:not([data-still]) :is(.brush, .end) {
    touch-action: none;
  }
  :host([layout='vertical']:dir(rtl)) :is(.drawing.drawing, .tie.tie) {
    inset: 0 auto auto calc(100% - 10px);
  }
  @container (inline-size < 40rem) {
    :host([layout='vertical']) .scale {
      display: none;
    }
    :host([layout='vertical']) .density {
      inset-inline-start: 0;
    }
    :host([layout='vertical']) .overview {
      inline-size: 2.2em;
    }
    :host([layout='vertical']) .rows {
      inset-inline: 3.4em 2.6em;
    }
    :host([layout='vertical']) .ticks > * {
      inline-size: 3em;
    }
    :host([layout='vertical']) .more,
    :host([layout='vertical']) .more > * {
      inline-size: 2.5em;
    }
    :host([layout='vertical']) .events [part='event'] {
      font-size: 0.92em;
    }
    :host([layout='vertical']) .events [part='event'] > [part='label'] {
      order: -1;
      flex-basis: 100%;
      hyphens: auto;
      -webkit-line-clamp: calc(var(--_lines) - 1);
    }
    :host([layout='vertical']) .events [part='event']::after {
      flex-basis: auto !important;
      padding: 0 !important;
    }
    /* What is in view is said above, with its year. */
    :host([layout='vertical']) .eras {
      display: none;
    }
  }
`;

/** Lets the time of an axis run down the page where the page asks for it, else across. */
export function lay(axis: Axis, host: Host): void {
  const down = host.element.layout === 'vertical';
  axis.turned = undefined;
  // What every axis has stands behind what this one had.
  delete (axis as Partial<Axis>).at;
  if (axis.stage) axis.stage.across = across;
  if (!down) return;
  adopt(host.root, styles);
  axis.at = (x, y = 0) => at(axis.size.sign * y, x);
  axis.turned = (plot, rows) => {
    const { size, model, stage } = axis;
    const { em } = size;
    const lane = rows.clientWidth / (model?.lanes.length ?? 1);
    const head = em * 0.4;
    // What lasts takes a column for itself: there are two wherever two can be read.
    const count = Math.max(lane < em * 12 ? 1 : 2, Math.floor((lane - head) / (em * COLUMN)));
    const row = (lane - head) / count;
    const column = Math.floor(row - em * 0.6);
    const many = lines(column, em);
    look(plot, `--_column:${column}px;--_lines:${many}`);
    // A title takes less of the time than from side to side.
    axis.size = {
      ...size,
      width: rows.clientHeight,
      rows: count,
      row,
      lane,
      head,
      each: count * 5,
    };
    // With what every label has besides its text, this is the height of its lines and a little air.
    axis.measure = () => em * (1.3 * many - 1.7);
    if (stage)
      stage.across = (x, width) =>
        `inline-size:${width}px;transform:translateY(${x}px) matrix(0,1,1,0,0,0) var(--_flip,scale(1))`;
  };
}
