import { css } from 'lit';

/** How the timeline looks as a list, and what the list and the axis have in common. */
export const styles = css`
  :host {
    --_label: var(--attested-timeline-label-size, 0.8125em);
    --_edge: 1px solid var(--_rule);
    max-inline-size: none;
  }
  .timeline {
    position: relative;
    display: flex;
    flex-direction: column;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
    align-items: center;
    padding-block-end: 0.5em;
    font-size: var(--_label);
  }
  [part='window'] {
    flex: 1 1 16em;
    min-block-size: 1.5em;
    color: var(--_muted);
    font-variant-numeric: oldstyle-nums;
  }
  [part='button'] {
    min-inline-size: 2em;
    padding: 0.2em 0.7em;
    border: var(--_edge);
    border-radius: var(--attested-radius, 4px);
    line-height: 1.5;
    text-decoration: none;
  }
  [part='button']:hover {
    border-color: currentColor;
  }
  [part='button'][aria-expanded='true'] {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  .sign {
    padding-inline: 0;
  }
  /* The list. */
  [part='list'] {
    padding: 0;
  }
  [part='entry'] {
    margin: 0;
    padding-block: 0.6em;
    border-block-start: var(--_edge);
    list-style: none;
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

  @media print {
    .bar {
      display: none;
    }
    [part='entry'] {
      break-inside: avoid;
    }
  }
`;
