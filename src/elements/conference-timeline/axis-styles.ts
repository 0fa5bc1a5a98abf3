import { css } from 'lit';

/** How the axis and its marks look. */
export const axisStyles = css`
  :host {
    --_ink: var(--attested-timeline-mark-color, color-mix(in oklab, currentColor 62%, #2b5f8f));
  }
  .plot {
    position: relative;
    flex: 1;
    overflow: clip;
    border-block: var(--_edge);
    font-size: var(--_label);
    line-height: 1.3;
    touch-action: pan-y;
    user-select: none;
    cursor: grab;
  }
  .plot:active {
    cursor: grabbing;
  }
  .eras,
  .ticks,
  .rows,
  .more {
    position: absolute;
    inset: 0;
  }
  .rows {
    inset-block-end: 5em;
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  .events {
    position: relative;
    min-block-size: 100%;
    overflow: clip;
  }
  .eras > *,
  .ticks > *,
  .more > *,
  .lane,
  .events > li {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    white-space: nowrap;
  }
  .ticks > * {
    inset-block-end: 1.7em;
    display: flex;
    align-items: end;
    padding-inline-start: 0.35em;
    border-inline-start: 1px solid color-mix(in srgb, var(--_rule) 45%, transparent);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .eras > * {
    inset-block-start: auto;
    inset-block-end: 0;
    padding: 0.15em 0.35em;
    font-weight: 600;
  }
  .eras::before {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-end: 1.65em;
    border-block-start: var(--_edge);
  }
  .more {
    inset-block-start: auto;
    inset-block-end: 3.3em;
    block-size: 1.7em;
  }
  [part='more'] {
    inline-size: 4.4em;
    margin-inline-start: -2.2em;
    border-radius: 1em;
    text-decoration: none;
    background: color-mix(in srgb, var(--_ink) 14%, transparent);
    line-height: 1.6;
  }
  [part='more']:hover {
    background: color-mix(in srgb, var(--_ink) 30%, transparent);
  }
  .lane {
    inline-size: 100%;
    padding-inline: 0.4em;
    border-block-start: var(--_edge);
    color: var(--_muted);
    letter-spacing: 0.04em;
  }
  [part='lane'] {
    font-weight: 600;
  }
  .lane:first-child {
    border: 0;
  }
  .events [part='event'] {
    position: relative;
    display: flex;
    align-items: baseline;
    gap: 0.35em;
    box-sizing: border-box;
    block-size: calc(1.3em + 15px);
    text-align: start;
    text-decoration: none;
  }
  [data-glyph]::before {
    content: attr(data-glyph);
    inline-size: 0.8em;
    color: var(--_ink);
  }
  [data-status='contested'] {
    --_ink: var(--_accent);
  }
  .events [data-word]:not([data-word=''])::after {
    content: attr(data-word);
    color: var(--_muted);
    font-style: italic;
  }
  .events [part='label'] {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  [part='event']:hover [part='label'],
  [part='event'][aria-expanded='true'] [part='label'] {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  /* Not bolder, which would be wider than the place that it has. */
  [part='event'][aria-expanded='true'] [part='label'] {
    text-decoration-thickness: 2px;
  }

  /* The drawings. Each is the ink of its mark, cut to shape. */
  .drawing {
    position: absolute;
    inset-block-end: 4px;
    block-size: 10px;
    color: var(--_ink);
    background: linear-gradient(currentColor 0 0) center / 100% 6px no-repeat;
  }
  [data-shape='day'],
  [data-shape='time'] {
    background: currentColor;
    clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);
  }
  [data-shape='time'] {
    clip-path: polygon(0 0, 100% 0, 55% 100%, 45% 100%);
  }
  [data-shape='interval'],
  [data-shape='one-of'] {
    box-sizing: border-box;
    border-inline: 2px solid;
  }
  [data-shape='one-of'] {
    --_line: linear-gradient(currentColor 0 0);
    background:
      var(--_line) 0 0 / 4px 2px,
      var(--_line) 100% 0 / 4px 2px,
      var(--_line) 0 100% / 4px 2px,
      var(--_line) 100% 100% / 4px 2px,
      repeating-linear-gradient(120deg, transparent 0 4px, currentColor 4px 5px) center / 100% 6px;
    background-repeat: no-repeat;
  }
  [data-shape='blurred'] {
    mask: linear-gradient(
      to right,
      transparent,
      #000 var(--a, 30%),
      #000 calc(100% - var(--b, 30%)),
      transparent
    );
  }
  [data-shape='month'],
  [data-shape='span'] {
    background-size: 100% 10px;
    opacity: 0.65;
    mask: linear-gradient(to right, transparent, #000 45% 55%, transparent);
  }
  [data-shape='span'] {
    mask:
      linear-gradient(to right, transparent, #000 45% 55%, transparent) intersect,
      radial-gradient(circle, #000 1.2px, transparent 1.6px) 0 0 / 5px 5px;
  }
  [data-shape^='o'][data-shape$='end'],
  [data-shape^='o'][data-shape$='start'],
  [data-shape^='or-'] {
    background: linear-gradient(
      to right,
      currentColor 30%,
      color-mix(in srgb, currentColor 40%, transparent)
    );
    clip-path: polygon(
      0 2px,
      calc(100% - 9px) 2px,
      calc(100% - 9px) 0,
      100% 50%,
      calc(100% - 9px) 100%,
      calc(100% - 9px) 8px,
      0 8px
    );
  }
  [data-shape^='or-'] {
    background: repeating-linear-gradient(120deg, transparent 0 4px, currentColor 4px 6px);
  }
  [data-shape^='unknown'] {
    mask:
      linear-gradient(#000 0 0) 0 0 / calc(100% - 40px) no-repeat,
      repeating-linear-gradient(to right, transparent 0 4px, #000 4px 7px);
  }
  [data-shape$='start'],
  [data-shape='or-earlier'] {
    scale: -1 1;
  }
  :host(:dir(rtl)) :is([data-shape$='end'], [data-shape='or-later'], [data-shape='blurred']) {
    scale: -1 1;
  }
  :host(:dir(rtl)) :is([data-shape$='start'], [data-shape='or-earlier']) {
    scale: none;
  }
  [data-shape='all-of'] {
    background: radial-gradient(circle, currentColor 3px, transparent 3.6px) 0 50% / 12px 10px round
      no-repeat;
    background-repeat: round no-repeat;
  }
  [data-doubt] {
    mask: repeating-linear-gradient(to right, #000 0 4px, transparent 4px 6px);
  }
  [part='alternative'].drawing {
    inset-block-end: -2px;
    block-size: 10px;
    scale: 1 0.6;
    opacity: 0.75;
  }

  .tie {
    position: absolute;
    inset-block-end: 2px;
    border-block-start: 1px dotted var(--_ink);
    opacity: 0.7;
  }

  @container (inline-size >= 40rem) {
    .timeline:has(> .plot) {
      block-size: var(--attested-timeline-block-size, 27rem);
    }
  }
  @media (forced-colors: active) {
    .drawing {
      forced-color-adjust: none;
      color: CanvasText;
    }
    [part='more'] {
      border: 1px solid;
    }
  }
`;
