import type { Columns } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import type { View } from '../../ui/view.js';
import type { Axis } from './axis.js';
import type { Bounds } from './bounds.js';
import type { Hidden } from './filters.js';
import type { Panels } from './panels.js';
import type { Span } from './scale.js';

/** What the parts of the timeline, each in a file that is loaded when it is needed, know of the element. */
export interface Host {
  readonly element: HTMLElement & { src?: string; event?: Id | undefined; layout?: string };
  readonly axis: Axis | undefined;
  readonly root: ShadowRoot;
  /** How the element was last drawn. */
  readonly view: View;
  /** When each of its events was, and how much it matters. */
  readonly columns: Columns;
  /** What the lanes are made by, as the attribute says it. */
  readonly by: string;
  readonly bounds: Bounds;
  /** What the reader does not want to see, if anything, and whether an event passes, by its place in `inTime`. */
  hidden?: Hidden | undefined;
  passes?: ((place: number) => boolean) | undefined;
  /** The event whose card is open. */
  readonly open: Id | undefined;
  /** What the page's address asks to be in view at first, in place of the bounds. */
  wanted?: Span | undefined;
  /** Whether the card that opens next leaves the window where it is. */
  still?: boolean;
  /** Told when the window has come to rest or an event was opened or closed. */
  rested?: (() => void) | undefined;
  /** Draws the element again; `now` before this returns. */
  update(now?: boolean): Promise<unknown>;
  /** What opens and closes panels, once it was needed. */
  readonly opened: Panels | undefined;
  /** The same, fetched where it is not there. */
  panels(): Promise<Panels>;
}
