import type { CSSResult } from 'lit';
import type { Id } from '../../dataset/types.js';
import type { View } from '../../ui/view.js';
import type { Axis } from './axis.js';
import type { Bounds } from './bounds.js';
import type { GroupBy, Hidden } from './events.js';
import type { PanelName } from './panels.js';
import type { Span } from './scale.js';

/** What the parts of the timeline, each in a file that is loaded when it is needed, know of the element. */
export interface Host {
  readonly element: HTMLElement & { src?: string; event?: Id | undefined };
  readonly axis: Axis | undefined;
  readonly root: ShadowRoot;
  /** How the element was last drawn. */
  readonly view: View;
  readonly by: GroupBy | undefined;
  readonly bounds: Bounds;
  /** What the reader does not want to see. */
  hidden: Hidden;
  /** The event whose card is open, and the panel that is. */
  open?: Id | undefined;
  panel?: PanelName | undefined;
  /** What the page's address asks to be in view at first, in place of the bounds. */
  wanted?: Span | undefined;
  /** Whether the card that opens next leaves the window where it is. */
  still?: boolean;
  /** Told when the window has come to rest or an event was opened or closed. */
  rested?: (() => void) | undefined;
  /** Draws the element again. */
  update(): Promise<unknown>;
  /** Tells the page that the reader chose an event; opens its card unless the page prevents it. */
  choose(id: Id): void;
  /** Opens a panel, or closes it where it is open; `events` are those of a list. */
  toggle(panel: PanelName, events?: readonly Id[]): void;
  /** Closes the panel that is open. */
  close(): void;
}

/** Gives a shadow root the styles of a part that came later. */
export function adopt(root: ShadowRoot, { styleSheet }: CSSResult): void {
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets.push(styleSheet);
}
