/** What a reader does with the timeline as a list. Loaded where there is no room for an axis, and for print. */
import type { Id } from '../../dataset/types.js';
import type { ShardedDataset, Shards } from '../../store/sharded.js';
import { html, nothing, type TemplateResult } from '../../ui/html.js';
import { adopt } from '../../ui/reactive-element.js';
import { fill, type Piece } from '../../ui/view.js';
import { eventOf, groupBy, groupsOf } from './groups.js';
import type { Host } from './host.js';
import type { ShardedList } from './sharded-list.js';
import { listStyles } from './list-styles.js';
import { listed, timelineList, type ListOptions } from './view.js';
import { tool } from './tool.js';
import { words } from './words.js';

/** How many more events a list shows at a time. */
const LISTED = 200;

/** The list of one timeline. */
export class List {
  readonly #host: Host;
  /** How many events are shown, and whether also those outside `from` and `to`. */
  #shown = LISTED;
  #whole = false;
  #group?: string;
  #sharded?: ShardedList;
  #print = matchMedia('print');
  /** Whether the page is being printed, so that all events are shown. */
  printing = false;

  /** @param host the element */
  constructor(host: Host) {
    this.#host = host;
    adopt(host.root, listStyles);
    this.watch(true);
  }

  /** Begins or ends to watch for print. */
  watch(on: boolean): void {
    const listen = on ? 'addEventListener' : 'removeEventListener';
    this.#print[listen]('change', this.#onPrint);
    for (const type of ['beforeprint', 'afterprint']) globalThis[listen](type, this.#onPrint);
    if (on && this.#print.matches) this.#onPrint();
  }

  #onPrint = (event?: Event): void => {
    const printing =
      event?.type === 'beforeprint' || (event?.type !== 'afterprint' && this.#print.matches);
    if (printing === this.printing) return;
    this.printing = printing;
    void this.#host.update(true);
  };

  #options(): ListOptions {
    const { passes, by, bounds } = this.#host;
    return {
      ...(this.#whole ? {} : bounds),
      groupBy: by,
      ...(passes && { passes }),
    };
  }

  /** What is there of a dataset in shards. */
  #some(shards: Shards, options: ListOptions): ReturnType<ShardedList['of']> {
    if (this.#sharded) return this.#sharded.of(options, this.#shown);
    void import('./sharded-list.js').then(({ ShardedList }) => {
      this.#sharded ??= new ShardedList(shards, () => this.#host.update());
      void this.#host.update();
    });
    // What the page wrote stays until there is something to show.
    throw new Error('');
  }

  /** The list with its tools and what is open. */
  template(open: Piece): TemplateResult {
    const { view, open: opened } = this.#host;
    const t = words(view);
    const options = this.#options();
    const { shards } = view.data as Partial<ShardedDataset>;
    const some = shards && this.#some(shards, options);
    if (this.printing) return timelineList(view, options, some?.ids);
    const bounded = (options.from ?? options.to) !== undefined;
    const ids = some?.ids ?? listed(view, options);
    const left = (some?.count ?? ids.length) - this.#shown;
    // Below its entry, where that is shown.
    const card =
      opened !== undefined && open !== nothing && ids.indexOf(opened) >>> 0 < this.#shown;
    const more = (label: string, act: () => void): Piece =>
      html`<button
        type="button"
        part="button"
        @click=${() => {
          act();
          void this.#host.update();
        }}
      >
        ${label}
      </button>`;
    const choose = (id: Id, group: string): void => {
      this.#group = group;
      void this.#host.panels().then((panels) => panels.choose(id));
    };
    // An event can stand in several groups: the card opens where it was chosen.
    const below = (id: Id, group: string): Piece => {
      if (!card || id !== opened) return nothing;
      const all = groupsOf(view.data, eventOf(view.data, id), groupBy(this.#host.by));
      return group === (all.find((it) => it === this.#group) ?? all[0]) ? open : nothing;
    };
    return html`<div class="bar" part="toolbar">${tool(this.#host, 'filter', t.filter)}</div>
      ${card ? nothing : open}${some?.note}${timelineList(view, { ...options, most: this.#shown, choose, below }, ids)}${left > 0 ? more(fill(t.showMore, Math.min(left, LISTED)), () => (this.#shown += LISTED)) : nothing}${bounded ? more(t.whole, () => (this.#whole = true)) : nothing}`;
  }
}
