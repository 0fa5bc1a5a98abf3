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
    border-block-start: 1px dotted color-mix(in srgb, var(--_ink) 70%, transparent);
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
  [data-form='season'] {
    background-size: calc(100% / 3 - 2px) 10px;
    background-repeat: space no-repeat;
    mask: linear-gradient(to right, transparent, #000 45% 55%, transparent);
  }
  [data-form='digits'] {
    background:
      repeating-linear-gradient(60deg, transparent 0 4px, currentColor 4px 5px),
      repeating-linear-gradient(-60deg, transparent 0 4px, currentColor 4px 5px);
    mask: linear-gradient(to right, transparent, #000 25% 75%, transparent);
  }
  /* Each where it is, on a thread. */
  [data-form='members'] {
    border: 0;
    background: linear-gradient(currentColor 0 0) center / 100% 8px no-repeat;
    mask: var(--m, repeating-linear-gradient(to right, #000 0 9px, transparent 9px 20px));
    opacity: 1;
  }
  [data-form='members']:not([data-shape='all-of']) {
    background:
      linear-gradient(currentColor 0 0) center / 100% 1px no-repeat,
      repeating-linear-gradient(120deg, transparent 0 2px, currentColor 2px 4px) center / 100% 10px;
  }
  [data-doubt] {
    --_broken: repeating-linear-gradient(to right, #000 0 4px, transparent 4px 6px);
    mask: var(--_broken);
  }
  [data-doubt='approximate'] {
    --_broken: repeating-linear-gradient(to right, #000 0, transparent 3px, #000 6px);
  }
  [data-doubt='both'] {
    --_broken: repeating-linear-gradient(
      to right,
      #000 0 6px,
      transparent 6px 8px,
      #000 8px 10px,
      transparent 10px 12px
    );
  }
  /* Only the lower half is broken. */
  [data-part] {
    mask:
      linear-gradient(#000 0 0) 0 0 / 100% 50% no-repeat,
      var(--_broken) 0 100% / 100% 50% no-repeat;
  }
  [data-form='members'][data-doubt] {
    mask: var(--m, var(--_broken));
    background-size:
      100% 1px,
      100% 5px;
    background-position: bottom;
  }
`;
