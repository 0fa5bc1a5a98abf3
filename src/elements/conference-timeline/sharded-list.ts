/** The events of a list out of shards: what is there of them, while the rest is on its way. */
import type { Id } from '../../dataset/types.js';
import type { Shards } from '../../store/sharded.js';
import { Windows } from '../../store/windows.js';
import { html, nothing, type TemplateResult } from '../../ui/html.js';
import type { Span } from './scale.js';

/** What could not be had, in words, and a button to try again. */
export const noteOf = (messages: string, shards: Shards): TemplateResult | typeof nothing =>
  messages
    ? html`<p part="error" role="status">
        ${messages} <button type="button" @click=${() => shards.retry()}>Try again</button>
      </p>`
    : nothing;

/** The events of a list, as far as they are there. */
export class ShardedList {
  readonly #shards: Shards;
  readonly #view: Windows;

  /**
   * @param shards the files
   * @param update draws the element again
   */
  constructor(shards: Shards, update: () => unknown) {
    this.#shards = shards;
    this.#view = new Windows(shards);
    shards.subscribe(update);
  }

  /**
   * The first events of a time.
   * @param most how many
   * @returns their ids; how many there are in all, where known boundaries lie apart about so many; and
   * what could not be had
   */
  of(
    { from = -Infinity, to = Infinity }: Partial<Span>,
    most: number,
  ): {
    ids: Id[];
    count: number;
    note: TemplateResult | typeof nothing;
  } {
    const view = this.#view;
    const first = from === -Infinity ? 0 : view.placeOf(from);
    const count = (to === Infinity ? view.size : view.placeOf(to)) - first;
    const { events, missing } = view.list(first, Math.max(0, Math.min(most, count)));
    const messages = missing.map(({ message }) => message).join(' ');
    return { ids: events.map(({ id }) => id), count, note: noteOf(messages, this.#shards) };
  }
}
