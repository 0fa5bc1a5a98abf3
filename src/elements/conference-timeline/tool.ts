import { css, html } from '../../ui/html.js';
import { adopt } from '../../ui/reactive-element.js';
import type { Piece } from '../../ui/view.js';
import type { Host } from './host.js';
import type { PanelName } from './panels.js';

const styles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
    align-items: center;
  }
  @media print {
    .bar {
      display: none;
    }
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
`;

/** A button of the toolbar that opens a panel. */
export function tool(host: Host, name: PanelName, label: string): Piece {
  adopt(host.root, styles);
  return html`<button
    part="button"
    aria-expanded=${host.opened?.panel === name}
    @click=${() => void host.panels().then((panels) => panels.toggle(name))}
  >
    ${label}
  </button>`;
}
