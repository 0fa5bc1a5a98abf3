import { css } from '../../ui/html.js';

/** How the matrix looks. */
export const styles = css`
  :host {
    --_supports: var(--attested-supports-color, light-dark(#1f5f8b, #8cc4ec));
    --_disputes: var(--attested-disputes-color, light-dark(#9a3412, #f0a47c));
    --_qualifies: var(--attested-qualifies-color, light-dark(#6d4c9f, #c5aef0));
    --_reports: var(--attested-reports-color, light-dark(#57534e, #b8b2a8));
    --_paper: var(--attested-note-background, light-dark(#fffdf8, #24221f));
    max-inline-size: none;
  }
  .matrix > * + * {
    margin-block-start: 0.6em;
  }
  [part='reading'],
  [part='keys'] {
    max-inline-size: 60em;
    color: var(--_muted);
    font-size: var(--_small);
  }
  [part='toolbar'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.5em;
    align-items: baseline;
    font-size: var(--_small);
  }
  [part='shown'] {
    font-variant-numeric: lining-nums;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
    gap: 0.5em 1em;
    align-items: end;
    padding-block: 0.5em;
  }
  [part='filter'][open] {
    flex-basis: 100%;
  }
  label {
    display: block;
    color: var(--_muted);
  }
  select {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2em;
    border: 1px solid var(--_rule);
    border-radius: var(--attested-radius, 4px);
    background: var(--_paper);
    color: var(--attested-note-color, light-dark(#1e1b18, #ece8e1));
  }
  [part='button'] {
    justify-self: start;
    padding: 0.2em 0.8em;
    border: 1px solid var(--_rule);
    border-radius: var(--attested-radius, 4px);
    text-decoration: none;
  }
  .scroller {
    --_muted: var(--attested-muted-color, color-mix(in srgb, currentColor 72%, transparent));
    max-block-size: var(--attested-matrix-block-size, min(46rem, 85vh));
    overflow: auto;
    overscroll-behavior-x: contain;
    scroll-padding-block-start: 4.5em;
    scroll-padding-inline-start: min(21em, 42cqi);
    border: 1px solid var(--attested-note-rule-color, light-dark(#cfc8bb, #55504a));
    border-radius: var(--attested-radius, 4px);
    background: var(--_paper);
    color: var(--attested-note-color, light-dark(#1e1b18, #ece8e1));
  }
  table {
    border-spacing: 0;
    font-size: var(--attested-matrix-size, 0.8125em);
    line-height: 1.35;
    overflow-wrap: break-word;
  }
  th {
    background: var(--_paper) padding-box;
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  th,
  td {
    box-sizing: border-box;
    border-block-end: 1px solid var(--_rule);
    border-inline-end: 1px solid color-mix(in srgb, currentColor 9%, transparent);
  }
  thead th {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    border-block-end-width: 2px;
    vertical-align: bottom;
  }
  thead button {
    display: block;
    inline-size: 100%;
    padding: 0.5em 0.6em;
    font-weight: 600;
    text-align: start;
    text-decoration: none;
  }
  thead small {
    display: block;
    font-weight: 400;
  }
  .sorted {
    padding-inline-start: 0.3em;
  }
  th[part='corner'],
  th[part='claim'] {
    position: sticky;
    z-index: 1;
    inset-inline-start: 0;
    min-inline-size: min(21em, 42cqi);
    inline-size: min(21em, 42cqi);
  }
  th[part='corner'] {
    z-index: 2;
  }
  th[part='claim'] {
    padding: 0.5em 0.7em;
  }
  th[part='claim'] .status {
    display: block;
    font-size: 0.9em;
  }
  th[part='source'],
  td {
    min-inline-size: 9em;
  }
  td {
    padding: 0.2em;
    vertical-align: top;
  }
  td button {
    display: block;
    inline-size: 100%;
    padding: 0.35em 0.45em;
    text-align: start;
    text-decoration: none;
    border-radius: 2px;
  }
  td button:hover {
    background: color-mix(in srgb, currentColor 7%, transparent);
  }
  .position {
    display: block;
    padding-inline-start: 0.5em;
    border-inline-start: 3px solid var(--_stance);
  }
  .position + .position {
    margin-block-start: 0.4em;
  }
  .position > span {
    display: block;
    padding-inline-start: 1.3em;
    text-indent: -1.3em;
  }
  .position > span > span {
    text-indent: 0;
  }
  .source,
  .position > .comma {
    display: none;
  }
  [part='stance'] {
    font-weight: 600;
  }
  [part='stance'] > span {
    display: inline-block;
    inline-size: 1.05em;
    color: var(--_stance);
    font-weight: 700;
  }
  [part='basis'] > span {
    display: inline-block;
    inline-size: 1.05em;
    color: var(--_stance);
  }
  [data-stance='supports'] {
    --_stance: var(--_supports);
  }
  [data-stance='disputes'] {
    --_stance: var(--_disputes);
    border-inline-start-style: double;
  }
  [data-stance='qualifies'] {
    --_stance: var(--_qualifies);
    border-inline-start-style: dashed;
  }
  [data-stance='reports'] {
    --_stance: var(--_reports);
    border-inline-start-style: dotted;
  }
  [aria-current] {
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  :dir(rtl)[aria-current] {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  .scroller :focus-visible {
    outline-offset: -2px;
  }

  /* As a list of claims, each with the sources that speak of it. */
  @container (max-inline-size: 38em) {
    .scroller {
      max-block-size: none;
      border: 0;
      background: none;
      color: inherit;
      overflow: visible;
    }
    thead,
    td:empty,
    [part='reading'],
    [part='keys'] {
      display: none;
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    tr {
      padding-block: 0.8em;
      border-block-start: 1px solid var(--_rule);
    }
    table {
      font-size: 0.9375em;
    }
    th[part='claim'] {
      position: static;
      inline-size: auto;
      padding: 0;
      border: 0;
      background: none;
    }
    th[part='claim'][aria-current] {
      padding-inline-start: 0.7em;
    }
    td {
      min-inline-size: 0;
      margin-block-start: 0.4em;
      padding: 0;
      border: 0;
    }
    td button {
      inline-size: 100%;
      padding: 0.4em 0.6em;
    }
    td .source {
      display: block;
      font-weight: 600;
    }
    .position > span,
    .position > .comma {
      display: inline;
      padding: 0;
    }
  }

  /* On paper: the plain table. */
  @media print {
    [part='toolbar'],
    [part='reading'],
    [part='keys'] {
      display: none;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    thead th {
      position: static;
    }
    th[part='claim'] {
      position: static;
      min-inline-size: 0;
      inline-size: 30%;
    }
    th,
    td {
      min-inline-size: 0;
      padding: 0.3em 0.5em;
      border-inline-end: 0;
    }
    .position {
      display: inline;
      border: 0;
      padding: 0;
    }
    .position > span,
    .position > .comma,
    [part='stance'],
    [part='basis'] {
      display: inline;
    }
    tr {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    .scroller,
    select,
    [part='button'] {
      border-color: CanvasText;
    }
    [aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
