/** The events of a timeline out of shards: what is there of them, while the rest is on its way. */
import { stretch } from '../../dataset/columns.js';
import type { CompiledEvent } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import type { Shards } from '../../store/sharded.js';
import { Windows, type TimedEvent } from '../../store/windows.js';
import type { nothing, TemplateResult } from '../../ui/html.js';
import { firstAt, type Lane, type Model, type Window } from './model.js';
import { length, type Span } from './scale.js';
import { noteOf } from './sharded-list.js';

/** How many events a frame chooses from. */
const DETAIL = 120;

/** Events of which those near the view are there. A key is a place in order of time. */
export class Sharded implements Model {
  changed?: () => void;
  readonly undated: Id[] = [];
  readonly lanes: readonly Lane[];
  readonly index: Window;
  readonly #shards: Shards;
  readonly #view: Windows;
  /** What is fetched for an event out of view that was asked for. */
  readonly #beside: Windows;
  #end?: (() => void) | undefined;
  /** What is there, by place, and the places in order. */
  #there = new Map<number, TimedEvent>();
  #places: number[] = [];
  #before = 0;
  #messages = '';
  readonly #update: () => unknown;
  #span?: Span;
  #stale = true;
  /** Whether an event that is not there may be fetched: one for each frame. */
  #may = false;
  #wished?: number | undefined;

  /**
   * @param shards the files
   * @param update draws the element again
   */
  constructor(shards: Shards, update: () => unknown) {
    this.#shards = shards;
    this.#update = update;
    this.#view = new Windows(shards);
    this.#beside = new Windows(shards);
    this.index = {
      from: (time) => this.#view.placeOf(time),
      count: (from, to) => {
        const [low, high] = [this.#view.placeOf(from), this.#view.placeOf(to)];
        let lasting = this.#before;
        for (const { place, end } of this.#there.values()) if (place < low && end > from) lasting++;
        return high - low + lasting;
      },
      top: (low, high, most, after = -Infinity) => this.#top(low, high, most, after),
    };
    this.lanes = [
      { label: '', index: this.index, key: (place) => place, has: (key) => this.#there.has(key) },
    ];
  }

  get events(): number {
    return this.#view.size;
  }

  get size(): number {
    return this.#view.size;
  }

  get all(): Span {
    return this.#view.all;
  }

  want(view: Span): void {
    this.#may = true;
    this.#end ??= this.#shards.subscribe(() => {
      this.#stale = true;
      this.changed?.();
    });
    const { from, to } = view;
    if (!this.#stale && this.#span?.from === from && this.#span.to === to) return;
    this.#stale = false;
    this.#span = view;
    // A little more than is in view: the next event by the arrow keys is there before it is asked for.
    const air = length(view) / 4;
    const { events, before, missing } = this.#view.window(from - air, to + air, DETAIL);
    this.#before = before;
    const wished = this.#beside.list(this.#wished ?? 0, this.#wished === undefined ? 0 : 1);
    this.#there = new Map([...events, ...wished.events].map((event) => [event.place, event]));
    this.#places = [...this.#there.keys()].sort((a, b) => a - b);
    const messages = [...missing, ...wished.missing].map(({ message }) => message).join(' ');
    if (messages === this.#messages) return;
    this.#messages = messages;
    void this.#update();
  }

  /** What could not be had, in words, and a button to try again. */
  note(): TemplateResult | typeof nothing {
    return noteOf(this.#messages, this.#shards);
  }

  event(key: number): CompiledEvent | undefined {
    const there = this.#there.get(key)?.event;
    if (!there && this.#may && key >= 0 && key < this.size) {
      this.#may = false;
      this.#wished = key;
      this.#stale = true;
      this.#beside.list(key, 1);
    }
    return there;
  }

  id(key: number): Id | undefined {
    return this.#there.get(key)?.id;
  }

  keyOf(id: Id | undefined): number {
    if (id === undefined) return -1;
    for (const one of this.#there.values()) if (one.id === id) return one.place;
    const found = this.#shards.record('events', id);
    if (found.state !== 'there') return -1;
    const { dates } = found.record as CompiledEvent;
    const from = Math.min(...dates.map((date) => stretch(date)?.[0] ?? Infinity));
    if (!Number.isFinite(from)) return -1;
    const { events } = this.#beside.window(from, from + 1, Infinity);
    const place = events.find((one) => one.id === id)?.place;
    if (place !== undefined) this.#wished = place;
    return place ?? -1;
  }

  /** Keys of events that are not there go with the one before, so that the arrow keys pass over them. */
  same(key: number): number | undefined {
    if (!(key >= 0 && key < this.size)) return undefined;
    const places = this.#places;
    const at = firstAt(places, key);
    return places[at] === key || !at || at === places.length ? key : places[at - 1];
  }

  start(key: number): number {
    return this.#there.get(key)?.start ?? this.#view.timeOf(key);
  }

  end(key: number): number {
    return this.#there.get(key)?.end ?? this.start(key) + 1;
  }

  rank(key: number): number {
    return this.#there.get(key)?.rank ?? 0;
  }

  close(): void {
    this.#end?.();
    this.#end = undefined;
    this.#stale = true;
    this.#view.close();
    this.#beside.close();
  }

  #top(low: number, high: number, most: number, after: number): number[] {
    const places = this.#places.slice(firstAt(this.#places, low), firstAt(this.#places, high));
    return places
      .filter((place) => this.#there.get(place)!.end > after)
      .sort((a, b) => this.rank(b) - this.rank(a))
      .slice(0, most)
      .sort((a, b) => a - b);
  }
}
