import { css } from '../../ui/html.js';

/** All drawings but the plainest, which the first frame has; and those of forced colours. */
export const rareStyles = css`
  [data-shape='one-of'] {
    border: solid;
    border-width: 0 2px;
    background: repeating-linear-gradient(120deg, transparent 0 4px, currentColor 4px 5px) center /
      100% 6px no-repeat;
  }
  @media (forced-colors: active) {
    .drawing {
      forced-color-adjust: none;
      color: CanvasText;
    }
  }
  [data-shape='blurred'] {
    mask: linear-gradient(
      to right,
      transparent,
      #000 var(--a, 30%) calc(100% - var(--b, 30%)),
      transparent
    );
  }
  :host(:dir(rtl)) [data-shape='blurred'] {
    scale: -1 1;
  }
  [part='alternative'].drawing {
    inset-block-end: -2px;
    scale: 1 0.6;
    opacity: 0.75;
  }
  .tie {
    position: absolute;
    inset-block: auto 2px;
    border-block-start: 1px dotted var(--_ink);
    opacity: 0.7;
  }
  [data-shape='time'] {
    background: currentColor;
    clip-path: polygon(0 0, 100% 0, 55% 100%, 45% 100%);
  }
  [data-shape='span'] {
    background-size: 100% 10px;
    opacity: 0.65;
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
  :host(:dir(rtl)) :is([data-shape$='end'], [data-shape='or-later']) {
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
`;
