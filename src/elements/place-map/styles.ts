import { css } from '../../ui/html.js';

/** The map is a sheet of its own paper, as a note is; the list takes the page's colours. */
export const styles = css`
  :host {
    --_land: var(--attested-map-land-color, light-dark(#fbf8f0, #25231f));
    --_water: var(--attested-map-water-color, light-dark(#dbe7ec, #172129));
    --_coast: var(--attested-map-coast-color, light-dark(#86a3b1, #4b6675));
    --_line: var(--attested-map-line-color, light-dark(#a2311a, #e8866a));
    --_ink: var(--attested-note-color, light-dark(#1e1b18, #ece8e1));
    --_faint: light-dark(#6a6153, #a8a093);
    --_edge: var(--attested-note-rule-color, light-dark(#cfc8bb, #55504a));
    max-inline-size: none;
  }
  [part='plate'] {
    position: relative;
    border: 1px solid var(--_edge);
    padding: 3px;
    background: var(--_land);
    color: var(--_ink);
  }
  .paper {
    block-size: clamp(17rem, 78cqi, 80vh);
    overflow: hidden;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    direction: ltr;
    user-select: none;
    /* One finger moves the page; two are the map's. */
    touch-action: pan-x pan-y;
  }
  .water {
    fill: var(--_water);
  }
  .bare .water {
    fill: var(--_land);
  }
  .ground path {
    fill: none;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .ground .land {
    fill: var(--_land);
    stroke: var(--_coast);
    stroke-width: 0.8px;
  }
  .ground .lakes {
    fill: var(--_water);
    stroke: var(--_coast);
    stroke-width: 0.6px;
  }
  .ground .rivers {
    stroke: var(--_coast);
    stroke-opacity: 0.7;
    stroke-width: 1px;
  }
  .ground .today {
    display: none;
    stroke: var(--_faint);
    stroke-dasharray: 1 3;
    stroke-width: 1px;
  }
  .with-today .today {
    display: inline;
  }
  .ground .frontier {
    stroke: var(--_faint);
    stroke-dasharray: 7 2.5 1.5 2.5;
    stroke-width: 1.3px;
  }
  .ground .demarcation {
    stroke: var(--_line);
    stroke-width: 2.2px;
  }
  .ground .demarcation.unsure {
    stroke-dasharray: 2 4;
    stroke-linecap: round;
  }
  .edge {
    fill: none;
    stroke: var(--_edge);
  }
  text {
    fill: var(--_ink);
    font-size: 13px;
    paint-order: stroke;
    stroke: var(--_land);
    stroke-linejoin: round;
    stroke-width: 3px;
    unicode-bidi: plaintext;
  }
  text.place {
    font-weight: 600;
    cursor: pointer;
  }
  tspan.now {
    font-size: 10.5px;
    font-weight: 400;
  }
  text.other {
    fill: var(--_faint);
    font-weight: 400;
  }
  text.chosen {
    fill: var(--_line);
  }
  text.name {
    fill: var(--_faint);
    font-size: 10.5px;
    pointer-events: none;
  }
  text.state {
    font-size: 13px;
    letter-spacing: 0.22em;
    text-transform: uppercase;
  }
  text.small {
    letter-spacing: 0.08em;
    text-transform: uppercase;
    font-size: 9.5px;
  }
  text.region {
    font-size: 11.5px;
    font-style: italic;
  }
  text:is(.sea, .river) {
    fill: light-dark(#3f6478, #93b4c4);
    font-style: italic;
  }
  text.sea {
    font-size: 13px;
    letter-spacing: 0.08em;
    stroke: var(--_water);
  }
  .bar {
    fill: none;
    stroke: var(--_faint);
    stroke-width: 1px;
  }
  .mark {
    cursor: pointer;
  }
  .hit {
    fill: transparent;
  }
  .dot {
    fill: var(--_ink);
    stroke: var(--_land);
    stroke-width: 1.5px;
  }
  .other .dot {
    fill: var(--_land);
    stroke: var(--_ink);
  }
  .uncertain .dot {
    fill: none;
    stroke: none;
  }
  .doubt {
    fill: var(--_ink);
    fill-opacity: 0.06;
    stroke: var(--_ink);
    stroke-dasharray: 3 3;
  }
  .ring {
    fill: none;
    stroke: var(--_line);
    stroke-width: 2px;
  }
  .chosen .dot {
    fill: var(--_line);
  }
  [part='toolbar'] {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 5px 3px 3px;
    font-size: 0.8125rem;
  }
  [part='button'] {
    min-inline-size: 2em;
    min-block-size: 24px;
    padding: 0.1em 0.6em;
    border: 1px solid var(--_edge);
    border-radius: var(--attested-radius, 4px);
    background: var(--_land);
    line-height: 1.5;
    text-decoration: none;
  }
  [part='button']:hover,
  [part='button'][aria-pressed='true'] {
    border-color: currentColor;
  }
  [part='button'][aria-pressed='true'] {
    font-weight: 600;
  }
  [part='caption'] {
    padding-block-start: 0.5em;
    color: var(--_muted);
    font-size: 0.8125em;
    line-height: 1.45;
  }
  [part='outside']:empty {
    display: none;
  }
  [part='legend'] li {
    display: flex;
    gap: 0.6em;
  }
  .sample {
    flex: 0 0 2.2em;
    align-self: flex-start;
    margin-block-start: 0.65em;
    border-block-start: 2.2px solid var(--_line);
  }
  .sample[data-kind='frontier'] {
    border-block-start: 1.5px dashed var(--_muted);
  }
  .sample[data-kind='today'] {
    border-block-start: 1.5px dotted var(--_muted);
  }
  .sample:is([data-kind='other'], [data-kind='doubt']) {
    flex-basis: 0.6em;
    block-size: 0.6em;
    margin: 0.45em 0.8em 0;
    border: 1.5px solid currentColor;
    border-radius: 50%;
  }
  .sample[data-kind='doubt'] {
    border-style: dashed;
  }
  [part='notes'] {
    margin-block-start: 0.3em;
  }
  [part='notes'] small {
    color: inherit;
    font-size: inherit;
  }
  .for-fingers {
    display: none;
  }
  @media (any-pointer: coarse) {
    .for-fingers {
      display: block;
    }
  }
  .only-spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  ul[part='list'] {
    padding: 0;
  }
  [part='entry'] {
    padding-block: 0.6em;
    border-block-start: 1px solid var(--_rule);
    break-inside: avoid;
    font-size: var(--_small);
  }
  [part='entry'][data-chosen] {
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid var(--_accent);
  }
  [part='name'] {
    font-size: 1.15em;
  }
  [part='place'] {
    text-align: start;
  }
  [part='place'][aria-pressed='true'] {
    text-decoration-color: currentColor;
  }
  :is([part='names'], [part='country'], [part='hidden']) {
    color: var(--_muted);
  }
  [part='entry'] small {
    color: inherit;
    font-size: inherit;
  }
  [part='events'] > li {
    margin-block-start: 0.25em;
    padding-inline-start: 1em;
    border-inline-start: 1px solid var(--_rule);
  }
  [part='events'] small {
    display: block;
    color: var(--_muted);
  }
  [part='events'] .status {
    font-weight: 400;
  }
  figure + [part='list'] {
    margin-block-start: 0.8em;
  }
  @container (min-inline-size: 38em) {
    ul[part='list'] {
      columns: 2;
      column-gap: 2.2em;
    }
  }
  @container (min-inline-size: 58em) {
    .paper {
      block-size: clamp(17rem, 46cqi, 80vh);
    }
    [part='body']:has(figure) {
      display: grid;
      grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr);
      gap: 0 2em;
    }
    figure + ul[part='list'] {
      position: relative;
      columns: auto;
      block-size: 0;
      min-block-size: 100%;
      margin: 0;
      overflow-y: auto;
    }
  }
  @media print {
    :host {
      color-scheme: light !important;
    }
    :is([part='toolbar'], .for-fingers) {
      display: none;
    }
    [part='figure'] {
      break-inside: avoid;
    }
    .paper {
      block-size: 60cqi;
    }
    [part='body']:has(figure) {
      display: block !important;
    }
    figure + ul[part='list'] {
      block-size: auto !important;
      columns: 2 !important;
      overflow: visible !important;
    }
  }
  @media (forced-colors: active) {
    [part='plate'] {
      background: Canvas;
      color: CanvasText;
    }
    svg {
      forced-color-adjust: none;
    }
    .water,
    .ground .land,
    .ground .lakes {
      fill: Canvas;
      stroke: GrayText;
    }
    .ground :is(.rivers, .today) {
      stroke: GrayText;
    }
    .ground :is(.frontier, .demarcation),
    .bar,
    .edge,
    .doubt {
      stroke: CanvasText;
    }
    text {
      fill: CanvasText !important;
      stroke: Canvas !important;
    }
    .dot {
      fill: CanvasText;
      stroke: Canvas;
    }
    .other .dot {
      fill: Canvas;
      stroke: CanvasText;
    }
    .ring {
      stroke: Highlight;
    }
    .chosen .dot {
      fill: Highlight;
    }
  }
`;
