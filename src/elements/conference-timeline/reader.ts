/** What a reader does with the axis: pointer, wheel and keys. Loaded when somebody comes near it. */
import { plain } from '../../ui/view.js';
import type { Axis, Missed } from './axis.js';
import { eventOf } from './events.js';
import { fold } from './fold.js';
import { Gestures } from './gestures.js';
import type { Host } from './host.js';
import type { Item } from './model.js';
import { length, type Span } from './scale.js';
import type { More } from './scene.js';
import { firstAt } from './window.js';

/**
 * Begins to listen on an axis, for as long as its element lives.
 * @param missed what happened while this file was on its way
 */
export function listen(axis: Axis, host: Host, missed: readonly Missed[]): void {
  const gestures = new Gestures({
    pan: (px) => axis.pan(px),
    zoom: (factor, x) => axis.zoom(factor, x, false),
    sign: () => axis.size.sign,
  });
  const on = <T extends Event>(
    types: string,
    act: (event: T, plot: HTMLElement, target: Element) => void,
    passive = true,
    at: EventTarget = host.root,
  ): void => {
    const given = (event: Event, target = event.composedPath()[0] as Element): void => {
      const plot = target.closest<HTMLElement>('.plot');
      if (plot) act(event as T, plot, target);
    };
    for (const type of types.split(' ')) {
      at.addEventListener(type, (event) => given(event), { passive });
      for (const { event, target } of missed) if (event.type === type) given(event, target);
    }
  };
  on<PointerEvent>('pointerdown pointermove pointerup pointercancel', gestures.pointer);
  // Chromium sends no wheel to a shadow root, which has no box, unless something else listens too.
  on<WheelEvent>('wheel', gestures.wheel, false, host.element);
  on('click', (_, __, target) => {
    if (gestures.dragged) return;
    const item = axis.model.items[axis.stage?.keyOf(target) ?? -1];
    const chip = target.closest('[part=more]');
    const more =
      chip && axis.scene?.more[[...(chip.parentElement as Element).children].indexOf(chip)];
    if (item) host.choose(item.id);
    else if (more) open(axis, host, more);
  });
  on('focusin', (_, __, target) => {
    const key = axis.stage?.keyOf(target);
    if (key === undefined || key === axis.current) return;
    axis.current = key;
    axis.soon();
  });
  const seek = typing(axis, host);
  for (const type of ['keydown', 'keyup'])
    host.root.addEventListener(type, (event) => {
      const press = event as KeyboardEvent;
      if (!seek(press) && type === 'keydown') key(axis, press);
    });
}

/** A pause in typing after which a new word begins, ms. */
const PAUSE = 700;

/**
 * Goes to the next event whose title has a word that begins with what was typed. Asked of the model,
 * not of the page, it finds also what is not drawn.
 * @returns what takes a key, and says whether it did
 */
function typing(axis: Axis, host: Host): (event: KeyboardEvent) => boolean {
  let typed = '';
  let last = -Infinity;

  const begins = (at: number, start: string): boolean => {
    const { data } = host.view;
    const title = fold(plain(host.view, eventOf(data, axis.model.items[at]?.id as string).title));
    for (let i = title.indexOf(start); i >= 0; i = title.indexOf(start, i + 1))
      if (!i || !/[\p{L}\p{N}]/u.test(title[i - 1] as string)) return true;
    return false;
  };
  const find = (start: string, from: number): number => {
    const n = axis.model.items.length;
    for (let i = 0; i < n; i++) {
      const at = (Math.max(0, from) + i) % n;
      if (begins(at, start)) return at;
    }
    return -1;
  };

  return (event) => {
    const { key, type, timeStamp } = event;
    const target = event.target as Element;
    const alt = (event.altKey || event.ctrlKey) && !event.getModifierState('AltGraph');
    if (alt || event.metaKey || event.isComposing || !target.closest('.events')) return false;
    const goesOn = timeStamp - last < PAUSE;
    // A word begins with a letter or a figure; later a blank does not press the button, nor + zoom.
    if (!(goesOn ? /^.$/u : /^[\p{L}1-9]$/u).test(key)) return false;
    if (type === 'keyup') {
      // Some browsers press a button when the key goes up.
      if (key === ' ') event.preventDefault();
      return true;
    }
    typed = (goesOn ? typed : '') + fold(key);
    last = timeStamp;
    // What was typed so far may still hold for the event in focus; a first letter asks for another.
    let at = find(typed, goesOn ? axis.current : next(axis, 1));
    // The same letter again and again goes from one to the next.
    if (at < 0 && typed === (typed[0] as string).repeat(typed.length))
      at = find(typed[0] as string, next(axis, 1));
    if (at >= 0) focusOn(axis, near(axis, at));
    if (at >= 0 || goesOn) event.preventDefault();
    return at >= 0 || goesOn;
  };
}

/** Shows what a "+12" stands for: closer where that parts them, else as a list. */
function open(axis: Axis, host: Host, { from, to, keys }: More): void {
  const items = keys().map((at) => axis.model.items[at] as Item);
  const starts = items.map(({ start }) => start).filter((at) => at >= from);
  const first = Math.min(...starts);
  const last = Math.max(...starts);
  // Closer only helps where they do not all begin on the same few days.
  if (
    starts.length === items.length &&
    last - first > 3 &&
    (to - from) * 1.5 < length(axis.span as Span)
  )
    axis.fit({ from: first, to: last + 1 });
  else
    host.toggle(
      'events',
      items.map(({ id }) => id),
    );
}

/** Gives the focus to an event, wherever it is. */
function focusOn(axis: Axis, at: number): void {
  const last = axis.model.items.length - 1;
  if (last < 0) return;
  const key = (axis.current = axis.keep = Math.max(0, Math.min(at, last)));
  // In view before it is drawn and drawn before it is focused; without a glide, which a held key would outrun.
  axis.reveal(key, false);
  axis.draw();
  axis.keep = undefined;
  const button = axis.stage?.button(key);
  button?.focus({ preventScroll: true });
  // Lanes may scroll; the page must not.
  const rows = axis.part('.rows');
  if (!button || !rows) return;
  const [a, b] = [button.getBoundingClientRect(), rows.getBoundingClientRect()];
  if (a.top < b.top) rows.scrollTop -= b.top - a.top;
  else if (a.bottom > b.bottom) rows.scrollTop += a.bottom - b.bottom;
}

/** Where an event stands in the lane of the one in focus, if it does: an event can be in several. */
function near({ model: { items, lanes }, current }: Axis, at: number): number {
  const lane = lanes.find((it) => it.items[firstAt(it.items, current)] === current);
  if (!items[at]) return at;
  let key = at;
  while (items[key - 1] === items[at]) key--;
  for (; items[key] === items[at]; key++)
    if (lane?.items[firstAt(lane.items, key)] === key) return key;
  return at;
}

/** The next event, or the one before. */
function next(axis: Axis, by: number): number {
  const { items } = axis.model;
  let at = axis.current + by;
  while (items[at] && items[at] === items[axis.current]) at += by;
  return near(axis, at);
}

/** Goes a page on or back, to the first event that begins there. */
function turn(axis: Axis, px: number): void {
  axis.pan(px);
  const span = axis.span as Span;
  const at = axis.model.items.findIndex(({ start }) => start >= span.from);
  const item = axis.model.items[at];
  if (item && item.start < span.to) focusOn(axis, at);
}

function key(axis: Axis, event: KeyboardEvent): void {
  const target = event.target as Element;
  if (event.altKey || event.ctrlKey || event.metaKey || !axis.span || !target.closest('.timeline'))
    return;
  const inPlot = target.closest('.plot');
  if (target.closest('[part=panel]') || !axis.part('.plot')) return;
  const { width, sign } = axis.size;
  const go = (by: number) => (): void => focusOn(axis, next(axis, by));
  const acts: Record<string, (() => void) | undefined> = {
    '+': () => axis.zoom(1 / 1.6),
    '=': () => axis.zoom(1 / 1.6),
    '-': () => axis.zoom(1.6),
    '0': () => axis.fit(),
    ...(inPlot && {
      ArrowRight: go(sign),
      ArrowLeft: go(-sign),
      ArrowDown: go(1),
      ArrowUp: go(-1),
      Home: go(-Infinity),
      End: go(Infinity),
      PageDown: () => turn(axis, width * 0.8),
      PageUp: () => turn(axis, -width * 0.8),
    }),
  };
  if (!Object.hasOwn(acts, event.key)) return;
  event.preventDefault();
  acts[event.key]?.();
}
