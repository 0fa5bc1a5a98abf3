import { css } from '../../ui/html.js';

/** How the card looks. */
export const styles = css`
  [part='title'] {
    margin-block-start: 0.1em;
    font-size: 1.4em;
  }
  [part='description'] {
    margin-block-start: 0.2em;
  }
  section > ul > li {
    margin-block-start: 0.35em;
    padding-inline-start: 0.9em;
    break-inside: avoid;
  }
  section > ul > li::before {
    content: '·';
    float: inline-start;
    inline-size: 0.9em;
    margin-inline-start: -0.9em;
    color: var(--_muted);
  }
  [part='voices'] {
    padding-inline-start: 0.9em;
    border-inline-start: 1px solid var(--_rule);
    font-size: var(--_small);
  }
  [part='stance'] > span {
    color: var(--_accent);
  }
  [aria-current] {
    box-shadow: inset 0 -0.12em 0 var(--_accent);
  }
  @media (forced-colors: active) {
    [aria-current] {
      outline: 1px solid Highlight;
    }
  }
`;
