/** What a reader does with the axis: pointer, wheel and keys. Loaded when somebody comes near it. */
import { pick } from '../../ui/view.js';
import { ROOM, type Axis, type Missed } from './axis.js';
import { fold } from './fold.js';
import { Gestures } from './gestures.js';
import type { Host } from './host.js';
import type { Model } from './model.js';
import { clamp, panned, toTime, zoomed } from './moves.js';
import { CLOSEST, fit, length, toX, type Span } from './scale.js';
import type { More } from './tell.js';

/** How near a view may come, in days: nearer than a day only where hours are known. */
const closest = ({ scene }: Axis): number =>
  scene?.placed.some(({ marks }) => marks.some(({ drawn }) => drawn.date.shape === 'time'))
    ? 1 / 24
    : CLOSEST;

/** Goes to a stretch of time, gliding there unless the reader asked for less motion. */
export function go(axis: Axis, to: Span, glide = true): void {
  const { span: from, model } = axis;
  if (!model) return;
  const goal = clamp(to, model.all, closest(axis));
  cancelAnimationFrame(axis.glide);
  if (!glide || !from || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    axis.span = goal;
    return axis.soon();
  }
  const begun = performance.now();
  const step = (now: number): void => {
    const left = 1 - Math.min(1, Math.max(0, now - begun) / 220);
    const part = left ** 3;
    axis.span = {
      from: goal.from + (from.from - goal.from) * part,
      to: goal.to + (from.to - goal.to) * part,
    };
    if (left) axis.glide = requestAnimationFrame(step);
    axis.draw();
  };
  axis.glide = requestAnimationFrame(step);
}

/** Shows everything, or all of a stretch. */
export const fitTo = (axis: Axis, all = axis.model?.all): void => {
  if (all) go(axis, fit(all, axis.size.width, ROOM));
};

/** Shows `factor` times the time, about a place on the axis. */
export function zoom(axis: Axis, factor: number, x = axis.size.width / 2, glide = true): void {
  const { span, size } = axis;
  if (!span) return;
  go(axis, zoomed(span, factor, toTime(span, size.width, x)), glide);
}

/** Shows what lies so many pixels later. */
export function pan(axis: Axis, px: number, glide = false): void {
  const { span, size } = axis;
  if (!span) return;
  go(axis, panned(span, (px * length(span)) / size.width), glide);
}

/** Pans until an event is in view and not behind the open panel. */
export function reveal(axis: Axis, key: number, glide: boolean): void {
  const { model, span } = axis;
  const { width } = axis.size;
  if (!model || !span || !width || model.same(key) === undefined) return;
  const start = model.start(key);
  const x = toX(span, width, Number.isFinite(start) ? start : model.end(key));
  const { turned } = axis;
  const free = width - ((!turned && axis.part('[part=panel]')?.offsetWidth) || 0);
  if (x < 8 || x > free - (turned ? 60 : 240)) pan(axis, x - free / 3, glide);
  else axis.soon();
}

/**
 * Begins to listen on an axis, for as long as its element lives.
 * @param missed what happened while this file was on its way
 */
export function listen(axis: Axis, host: Host, missed: readonly Missed[]): void {
  const gestures = new Gestures({
    pan: (px) => pan(axis, px),
    zoom: (factor, x) => zoom(axis, factor, x, false),
    sign: () => (axis.turned ? 1 : axis.size.sign),
    down: () => !!axis.turned,
  });
  const seek = typing(axis, host);
  const acts: Record<string, (event: never, plot: HTMLElement, target: Element) => void> = {
    click(_, __, target) {
      if (gestures.dragged) return;
      const id = axis.model?.id(axis.stage?.keyOf(target) ?? -1);
      const chip = target.closest('[part=more]');
      const more = chip && axis.more[[...(chip.parentElement as Element).children].indexOf(chip)];
      if (id !== undefined) void host.panels().then((panels) => panels.choose(id));
      else if (more) open(axis, host, more);
    },
    focusin(_, __, target) {
      const key = axis.stage?.keyOf(target);
      if (key === undefined || key === axis.current) return;
      axis.current = key;
      axis.soon();
    },
    wheel: gestures.wheel,
    pointerdown: gestures.pointer,
    pointermove: gestures.pointer,
    pointerup: gestures.pointer,
    pointercancel: gestures.pointer,
  };
  const press = (event: Event, _plot?: HTMLElement, target = event.target as Element): void => {
    if (!seek(event as KeyboardEvent, target) && event.type === 'keydown')
      key(axis, event as KeyboardEvent, target);
  };
  const take = (event: Event, target = event.composedPath()[0] as Element): void => {
    const factor = target.closest<HTMLElement>('[data-zoom]')?.dataset['zoom'];
    if (factor !== undefined && event.type === 'click')
      if (factor) zoom(axis, Number(factor));
      else fitTo(axis);
    const plot = target.closest<HTMLElement>('.plot');
    if (plot) acts[event.type]?.(event as never, plot, target);
  };
  for (const type of Object.keys(acts))
    // What is heard at the host is heard also where nothing of the page listens to the wheel.
    (type === 'wheel' ? host.element : host.root).addEventListener(type, (event) => take(event), {
      passive: type !== 'wheel',
    });
  for (const type of ['keydown', 'keyup'])
    host.root.addEventListener(type, (event) => press(event));
  for (const [event, target] of missed)
    if (event.type === 'keydown') press(event, undefined, target);
    else take(event, target);
}

/** A pause in typing after which a new word begins, ms. */
const PAUSE = 700;

/** How many titles a key looks through at the most: to read more would take longer than a frame. */
const LOOKED = 20000;

/**
 * Goes to the next event whose title has a word that begins with what was typed. Asked of the model,
 * not of the page, it finds also what is not drawn.
 * @returns what takes a key, and says whether it did
 */
function typing(axis: Axis, host: Host): (event: KeyboardEvent, target: Element) => boolean {
  let typed = '';
  let last = -Infinity;

  const begins = (model: Model, key: number, start: string): boolean => {
    const said = model.event(key)?.title ?? '';
    const title = fold(typeof said === 'string' ? said : pick(host.view, said)[0]);
    for (let i = title.indexOf(start); i >= 0; i = title.indexOf(start, i + 1))
      if (!i || !/[\p{L}\p{N}]/u.test(title[i - 1] as string)) return true;
    return false;
  };
  const find = (start: string, from: number): number => {
    const { model } = axis;
    const n = model?.size ?? 0;
    for (let i = 0; model && i < Math.min(n, LOOKED); i++) {
      const key = (Math.max(0, from) + i) % n;
      if (begins(model, key, start)) return key;
    }
    return -1;
  };

  return (event, target) => {
    const { key, type, timeStamp } = event;
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

/** The most events of a list. */
const LISTED = 200;

/** Shows what a "+12" stands for: closer where that parts them, else as a list. */
function open(axis: Axis, host: Host, { from, to, edge }: More): void {
  const { model, span, scene } = axis;
  if (!model || !span || !scene) return;
  const drawn = new Set(scene.placed.map(({ key }) => model.same(key)));
  // Each once, in however many lanes it stands.
  const left = new Map<unknown, number>();
  for (const { index, key } of model.lanes) {
    const low = edge ? 0 : index.from(from);
    for (const place of index.top(low, index.from(Math.min(to, span.to)), LISTED, span.from)) {
      const same = model.same(key(place));
      if (!drawn.has(same) && !left.has(same)) left.set(same, key(place));
    }
  }
  const keys = [...left.values()].sort((a, b) => a - b).slice(0, LISTED);
  const starts = keys.map((key) => model.start(key)).filter((at) => at >= from);
  const first = Math.min(...starts);
  const last = Math.max(...starts);
  // Closer only helps where they do not all begin on the same few days.
  if (starts.length === keys.length && last - first > 3 && (to - from) * 1.5 < length(span))
    fitTo(axis, { from: first, to: last + 1 });
  else
    void host.panels().then((panels) =>
      panels.toggle(
        'events',
        keys.map((key) => model.id(key)!),
      ),
    );
}

/** Gives the focus to an event, wherever it is. */
function focusOn(axis: Axis, at: number): void {
  const last = (axis.model?.size ?? 0) - 1;
  if (last < 0) return;
  const key = (axis.current = axis.keep = Math.max(0, Math.min(at, last)));
  // In view before it is drawn and drawn before it is focused; without a glide, which a held key would outrun.
  reveal(axis, key, false);
  axis.draw();
  axis.keep = undefined;
  axis.stage?.button(key)?.focus({ preventScroll: true });
}

/** Where an event stands in the lane of the one in focus, if it does: an event can be in several. */
function near({ model, current }: Axis, at: number): number {
  const same = model?.same(at);
  const lane = model?.lanes.find(({ has }) => has(current));
  if (!model || same === undefined) return at;
  let key = at;
  while (model.same(key - 1) === same) key--;
  for (; model.same(key) === same; key++) if (lane?.has(key)) return key;
  return at;
}

/** The next event, or the one before. */
function next(axis: Axis, by: number): number {
  const { model, current } = axis;
  const same = model?.same(current);
  let at = current + by;
  while (same !== undefined && model?.same(at) === same) at += by;
  return near(axis, at);
}

/** Goes a page on or back, to the first event that begins there. */
function turn(axis: Axis, px: number): void {
  pan(axis, px);
  const { model, span } = axis;
  if (!model || !span) return;
  let low = 0;
  for (let high = model.size; low < high;) {
    const middle = (low + high) >> 1;
    if (model.start(middle) < span.from) low = middle + 1;
    else high = middle;
  }
  if (low < model.size && model.start(low) < span.to) focusOn(axis, low);
}

function key(axis: Axis, event: KeyboardEvent, target: Element): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !axis.span || !target.closest('.timeline'))
    return;
  const inPlot = target.closest('.plot');
  if (target.closest('[part=panel]') || !axis.part('.plot')) return;
  const { width, sign } = axis.size;
  const step = (by: number) => (): void => focusOn(axis, next(axis, by));
  const acts: Record<string, (() => void) | undefined> = {
    '+': () => zoom(axis, 1 / 1.6),
    '=': () => zoom(axis, 1 / 1.6),
    '-': () => zoom(axis, 1.6),
    '0': () => fitTo(axis),
    ...(inPlot && {
      ArrowRight: step(sign),
      ArrowLeft: step(-sign),
      ArrowDown: step(1),
      ArrowUp: step(-1),
      Home: step(-Infinity),
      End: step(Infinity),
      PageDown: () => turn(axis, width * 0.8),
      PageUp: () => turn(axis, -width * 0.8),
    }),
  };
  if (!Object.hasOwn(acts, event.key)) return;
  event.preventDefault();
  acts[event.key]?.();
}
