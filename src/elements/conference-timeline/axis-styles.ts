import { css } from '../../ui/html.js';

/** How the axis looks, and the drawings of the dates that most histories do with. */
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
    white-space: nowrap;
    touch-action: pan-y;
  }
  .plot > *,
  .plot > * > *,
  .events > *,
  .drawing {
    position: absolute;
    inset-block: 0 auto;
    inset-inline: 0 auto;
  }
  .plot > *,
  .events {
    inset: 0;
  }
  .rows {
    inset-block-end: 5em;
  }
  .ticks > * {
    inset-block-end: 1.7em;
    display: flex;
    align-items: end;
    padding-inline-start: 0.35em;
    border-inline-start: 1px dotted var(--_rule);
    color: var(--_muted);
  }
  .eras {
    inset-block-start: auto;
    block-size: 1.65em;
    border-block-start: var(--_edge);
  }
  .eras > * {
    padding: 0.15em 0.35em;
    font-weight: 600;
  }
  .events [part='event'] {
    position: relative;
    display: flex;
    gap: 0.35em;
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
  /* The drawings. Each is the ink of its mark, cut to shape. */
  .drawing {
    inset-block: auto 4px;
    box-sizing: border-box;
    block-size: 10px;
    color: var(--_ink);
    background: linear-gradient(currentColor 0 0) center / 100% 6px no-repeat;
  }
  [data-shape='day'] {
    background: currentColor;
    clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);
  }
  [data-shape='interval'] {
    border-inline: 2px solid;
  }
  [data-shape='month'] {
    background-size: 100% 10px;
    opacity: 0.65;
    mask: linear-gradient(to right, transparent, #000 45% 55%, transparent);
  }
  .timeline:has(> .plot) {
    min-block-size: var(--attested-timeline-block-size, 27rem);
  }
`;
