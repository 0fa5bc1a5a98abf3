/** Dragging, pinching and the wheel on an axis; the page's own scrolling is never taken from it. */

/** What gestures do. */
export interface Moves {
  /** Later by so many pixels. */
  pan(px: number): void;
  /** To `factor` times the time, about a place on the axis. */
  zoom(factor: number, x: number): void;
  /** -1 where the axis runs from right to left. */
  sign(): number;
  /** Whether it runs down the page. */
  down(): boolean;
}

/** Pixels a pointer may tremble before it drags. */
const TREMBLE = 4;

/** Listens on an axis. Touch needs `touch-action: pan-y` on it, so that up and down scroll the page. */
export class Gestures {
  readonly #pointers = new Map<number, number>();
  #travelled = 0;

  /** @param moves what they do */
  constructor(private readonly moves: Moves) {}

  /** Whether the press that just ended was a drag, and so is no click. */
  get dragged(): boolean {
    return this.#travelled > TREMBLE;
  }

  /** Handles a pointer event. */
  pointer = (event: PointerEvent, plot: HTMLElement): void => {
    const { pointerId, type, button } = event;
    const place = this.moves.down() ? event.clientY : event.clientX;
    const pointers = this.#pointers;
    if (type === 'pointerdown') {
      if (button) return;
      if (!pointers.size) this.#travelled = 0;
      pointers.set(pointerId, place);
      return;
    }
    const last = pointers.get(pointerId);
    if (last === undefined) return;
    if (type !== 'pointermove') {
      pointers.delete(pointerId);
      return;
    }
    const [a = 0, b] = pointers.values();
    pointers.set(pointerId, place);
    const sign = this.moves.sign();
    this.#travelled += Math.abs(place - last);
    if (!this.dragged) return;
    // Captured only now: a click must still reach the event that was pressed.
    if (!plot.hasPointerCapture(pointerId)) plot.setPointerCapture(pointerId);
    if (b === undefined) return this.moves.pan(sign * (last - place));
    const [c = 0, d = 0] = pointers.values();
    const apart = Math.max(20, Math.abs(d - c));
    this.moves.zoom(Math.max(20, Math.abs(b - a)) / apart, this.#at(plot, (c + d) / 2));
    this.moves.pan((sign * (a + b - c - d)) / 2);
  };

  /** Handles the wheel: with Ctrl or the command key it zooms, sideways it pans, else it is the page's. */
  wheel = (event: WheelEvent, plot: HTMLElement): void => {
    const { deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey } = event;
    const unit = deltaMode ? 16 : 1;
    const aside = shiftKey && !deltaX ? deltaY : deltaX;
    if (ctrlKey || metaKey) {
      const by = Math.min(Math.max(deltaY * unit, -120), 120);
      this.moves.zoom(
        1.004 ** by,
        this.#at(plot, this.moves.down() ? event.clientY : event.clientX),
      );
    } else if (Math.abs(aside) > Math.abs(deltaY) || (shiftKey && aside))
      this.moves.pan(this.moves.sign() * aside * unit);
    else return;
    event.preventDefault();
  };

  #at(plot: HTMLElement, place: number): number {
    // Where time runs down, headings stand above it.
    const { left, right, top } = (plot.querySelector('.rows') ?? plot).getBoundingClientRect();
    return this.moves.down() ? place - top : this.moves.sign() > 0 ? place - left : right - place;
  }
}
