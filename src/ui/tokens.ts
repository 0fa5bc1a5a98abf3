import { css } from './html.js';

/**
 * The look that all elements share. It takes the page's font, size and colour; every value is a custom
 * property that a page can set, on the element or on any ancestor. A container has no width of its own:
 * where the page asks for one, as in a flex line or a table, it fills what there is, or takes a narrow one.
 */
export const tokens = css`
  :host {
    --_muted: var(--attested-muted-color, color-mix(in srgb, currentColor 72%, transparent));
    --_rule: var(--attested-rule-color, color-mix(in srgb, currentColor 22%, transparent));
    --_accent: var(--attested-accent-color, color-mix(in oklab, currentColor 40%, #b4471a));
    --_space: var(--attested-space, 0.75em);
    --_small: var(--attested-small-size, 0.875em);
    display: block !important;
    box-sizing: border-box;
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch;
    max-inline-size: var(--attested-measure, 42em);
    font-family: var(--attested-font-family, inherit);
    line-height: var(--attested-line-height, 1.5);
    text-align: start;
    overflow-wrap: anywhere !important;
    container-type: inline-size !important;
    contain-intrinsic-inline-size: min(20em, 50vw);
  }
  :host([hidden]) {
    display: none !important;
  }
  * {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  ul {
    list-style: none;
  }
  b,
  .status {
    font-weight: 600;
    unicode-bidi: isolate;
  }
  em {
    font-style: italic;
  }
  small {
    color: var(--_muted);
    font-size: var(--_small);
  }
  [part='aside'] small,
  small small {
    color: inherit;
    font-size: inherit;
  }
  a,
  button {
    border: 0;
    background: none;
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_rule);
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  :is(a, button):hover {
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--attested-focus-color, currentColor);
    outline-offset: 2px;
  }
  ol {
    padding-inline-start: 2em;
  }
  ol > li {
    margin-block-start: 0.45em;
    list-style: decimal;
  }
  [part='title'] {
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  [part='title'],
  [part='kind'],
  [part='heading'] {
    break-after: avoid;
  }
  [part='kind'],
  [part='heading'] {
    color: var(--_muted);
    font-size: 0.8em;
    font-weight: 600;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  [part='aside'],
  [part='sources'] ol {
    font-size: var(--_small);
  }
  [part='aside'],
  ol > ::marker {
    color: var(--_muted);
  }
  [part='error'] {
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--_rule);
  }
  .status > span {
    color: var(--_accent);
  }
  summary {
    cursor: pointer;
  }
  /* It comes with the script, so it takes no room that a static form has not. */
  details {
    position: relative;
  }
  details > button {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    font-size: var(--_small);
  }
  @media print {
    details:not([open]) {
      display: none;
    }
  }
  .mark {
    font-size: 0.8em;
    unicode-bidi: isolate;
  }
  .mark :is(a, button) {
    margin-block: -0.3em;
    padding: 0.3em 0.1em;
    text-decoration: none;
  }
  @media not print {
    .at {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;

/** The frame of a widget that stands by itself: a rule above and below, and space between its parts. */
export const frame = css`
  article {
    padding-block: 1em;
    border-block: 1px solid var(--_rule);
  }
  article > * + * {
    margin-block-start: var(--_space);
  }
  :host([selected]) article {
    border-color: var(--_accent);
  }
`;
