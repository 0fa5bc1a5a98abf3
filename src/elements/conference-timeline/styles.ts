import { css } from '../../ui/html.js';

/** What the list and the axis have in common. */
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
    min-block-size: 2em;
    padding-block-end: 0.5em;
    font-size: var(--_label);
  }
`;
