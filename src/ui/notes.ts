import type { ReactiveController } from 'lit';
import type { Cite } from '../dataset/compiled.js';
import type { AttestedElement } from './attested-element.js';

/** A mark in a template: what it cites hangs on it. */
export type MarkElement = HTMLElement & { cites?: Cite[] };

/**
 * Opens the full reference of a mark on hover, focus or tap, and follows its link into a list of
 * sources. What does so is loaded on first use, so a page that nobody asks pays nothing for it.
 */
export class Notes implements ReactiveController {
  constructor(private readonly host: AttestedElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    // The same listener is added once, however often this is called.
    for (const type of ['pointerover', 'focusin', 'click'])
      this.host.renderRoot.addEventListener(type, this.#on);
  }

  #on = (event: Event): void => {
    const target = event.target as Element;
    const mark = target.closest<MarkElement>('.mark');
    const { view } = this.host;
    if (!mark?.cites || !view || target.closest('[popover]')) return;
    // Focus that comes back from the note must not open it again.
    if (event.type === 'focusin' && mark.contains((event as FocusEvent).relatedTarget as Node))
      return;
    // An entry inside a shadow tree is out of a fragment's reach, so the link is followed by hand.
    if (event.type === 'click') event.preventDefault();
    void import('./note-popover.js').then(({ answer }) =>
      answer(event as PointerEvent, target, mark, view),
    );
  };
}
