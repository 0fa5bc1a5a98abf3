import type { Cite } from '../dataset/compiled.js';
import type { AttestedElement } from './attested-element.js';

/** A mark in a template: what it cites hangs on it. */
export type MarkElement = HTMLElement & { cites?: Cite[] };

/**
 * Opens the full reference of a mark on hover, focus or tap, and follows its link into a list of
 * sources, every link to a record, and what exports sources. What does so is loaded on first use, so a
 * page that nobody asks pays nothing for it.
 */
export class Notes {
  constructor(private readonly host: AttestedElement) {
    // Where the focus goes inside a shadow tree is told to nobody outside it.
    host.onroot = (root) => {
      for (const type of ['pointerover', 'focusin', 'click']) root.addEventListener(type, this.#on);
    };
  }

  #on = (event: Event): void => {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>('[data-record]');
    const mark = target.closest<MarkElement>('.mark');
    const { view } = this.host;
    if (link && view && event.type === 'click') {
      event.preventDefault();
      void import('../elements/address.js').then(({ follow }) => follow(link, view, this.host));
    }
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
