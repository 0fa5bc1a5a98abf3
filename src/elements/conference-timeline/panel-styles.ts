import { css } from '../../ui/html.js';

/** How the panels look; loaded with the first of them. */
export const panelStyles = css`
  .panel {
    position: absolute;
    inset-block: 2.6em 0;
    inset-inline-end: 0;
    z-index: 1;
    box-sizing: border-box;
    inline-size: min(26rem, 100%);
    padding: 0.8em 1em;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--attested-note-rule-color, light-dark(#cfc8bb, #55504a));
    border-radius: var(--attested-radius, 4px);
    background: var(--attested-note-background, light-dark(#fffdf8, #24221f));
    color: var(--attested-note-color, light-dark(#1e1b18, #ece8e1));
    font-size: 0.9375em;
  }
  .panel:focus {
    outline: none;
  }
  .close {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    float: inline-end;
    /* Of no height to what floats around it: a card must not be narrowed over its whole length. */
    margin-block-end: -3em;
    margin-inline-start: 0.5em;
    background: inherit;
  }
  .panel > *::part(card) {
    padding-block: 0;
    border: 0;
  }
  [part='heading'] {
    margin-block: 0.2em 0.4em;
  }
  .panel ul + h4 {
    margin-block-start: 1em;
  }
  .panel ul > li {
    display: flex;
    gap: 0.8em;
    align-items: baseline;
    padding-block: 0.15em;
  }
  [part='sample'] {
    position: relative;
    flex: none;
    inline-size: 5.5em;
    block-size: 1em;
    text-align: center;
  }
  [part='sample'] .drawing {
    inline-size: 100%;
    inset-inline-start: 0;
  }
  [part='sample'] [data-shape='day'],
  [part='sample'] [data-shape='time'] {
    inline-size: 10px;
    inset-inline-start: calc(50% - 5px);
  }
  [part='sample'] .drawing:not(:only-child) {
    inset-inline-start: 10%;
  }
  [part='sample'] .drawing + .drawing {
    inset-inline-start: 80%;
  }
  [part='sample'] .tie {
    inset-inline: 12%;
  }
  .glyph {
    color: var(--_ink);
  }
  fieldset {
    margin-block-end: 0.8em;
    border: 0;
  }
  label {
    display: block;
    padding-block: 0.15em;
  }
  .search {
    margin-inline-end: 3em;
  }
  [type='search'] {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2em;
    margin: 0.2em 0;
    padding: 0.2em 0.5em;
    border: var(--_edge);
    border-color: currentColor;
    border-radius: var(--attested-radius, 4px);
    background: transparent;
    color: inherit;
  }
  [part='found'] {
    min-block-size: 1.5em;
    margin-block-end: 0.4em;
    color: var(--_muted);
    font-size: var(--_small);
  }
  input {
    margin-inline-end: 0.3em;
    accent-color: var(--_accent);
  }
  @container (inline-size < 40rem) {
    .panel {
      position: relative;
      inset: auto;
      inline-size: auto;
      margin-block: 0.5em;
    }
  }
  @media print {
    .panel {
      display: none;
    }
  }
`;
