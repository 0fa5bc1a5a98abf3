import { css } from '../../ui/html.js';

/** How the timeline looks as a list, also in a panel. */
export const listStyles = css`
  [part='list'] {
    padding: 0;
  }
  [part='entry'] {
    margin: 0;
    padding-block: 0.6em;
    border-block-start: var(--_edge);
    list-style: none;
    break-inside: avoid;
  }
  [part='entry'] [part='event'] {
    font-weight: 600;
    line-height: 1.3;
    text-align: start;
  }
  [part='entry'] > :is([part='label'], [part='date']) {
    display: block;
  }
  [part='entry'] > [part='date'] {
    color: var(--_muted);
    font-variant-numeric: oldstyle-nums;
  }
  small[part='alternative'] {
    color: inherit;
    font-size: inherit;
  }
  [part='entry'] > :not([part='label']) {
    font-size: var(--_small);
  }
  [part='entry'] > :is([part='place'], [part='kind']) {
    color: var(--_muted);
    font-weight: 400;
    letter-spacing: 0;
    text-transform: none;
  }
  [part='entry'] > :is([part='place'], [part='kind'])::before {
    content: '· ';
  }
`;
