import { pageCites } from './cites.js';

/** One mark on the page, as a bibliography links back to it. */
export interface Mark {
  host: Element;
  source: string;
  /** Which of the host's marks of this source it is, from 0. */
  nth: number;
}

/** The numbers of one dataset's sources on a page. */
export interface Numbers {
  /** Sources in order of first citation; a source's number is its index plus one. */
  order: string[];
  marks: Mark[];
}

/**
 * The numbering of citations on a page. A source has the number of its first mark in document order,
 * the same in every widget; marks that are added, moved or removed renumber the rest.
 */
export class Numbering {
  #lists = new Map<Element, { dataset: string; changed: () => void }>();
  #numbers = new Map<string, Numbers>();
  #due = false;
  /** What the marks show of all this: the lists, the sources in order, and where each is cited first. */
  #shown: unknown[] = [];

  /**
   * Says that a bibliography of a dataset is on the page, so that marks can link to it.
   * @param changed called after every renumbering
   */
  list(host: Element, dataset: string, changed: () => void): void {
    if (this.#lists.get(host)?.dataset === dataset) return;
    this.#lists.set(host, { dataset, changed });
    this.touch();
  }

  /** Forgets a bibliography that left the page. */
  unlist(host: Element): void {
    if (this.#lists.delete(host)) this.touch();
  }

  /** The first bibliography of a dataset on this page, if there is one. */
  listOf(dataset: string): Element | undefined {
    for (const [host, list] of this.#lists) if (list.dataset === dataset) return host;
    return undefined;
  }

  /** The numbers of a dataset as they stand. */
  of(dataset: string): Numbers {
    return this.#numbers.get(dataset) ?? { order: [], marks: [] };
  }

  /** Numbers everything again before the next paint; many calls are one. */
  touch(): void {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#number();
    });
  }

  #number(): void {
    const { citing, readers } = pageCites();
    const inOrder = [...citing]
      .map(([host, cites]) => ({ host, ...cites, path: hosts(host) }))
      .sort((a, b) => follows(a.path, b.path));
    this.#numbers.clear();
    for (const { host, dataset, marks } of inOrder) {
      let numbers = this.#numbers.get(dataset);
      if (!numbers) this.#numbers.set(dataset, (numbers = { order: [], marks: [] }));
      const seen = new Map<string, number>();
      for (const source of marks) {
        if (!numbers.order.includes(source)) numbers.order.push(source);
        const nth = seen.get(source) ?? 0;
        seen.set(source, nth + 1);
        numbers.marks.push({ host, source, nth });
      }
    }
    const shown = [...this.#lists].flatMap(([host, { dataset }]) => [host, dataset]) as unknown[];
    for (const [dataset, { order, marks }] of this.#numbers)
      shown.push(
        dataset,
        ...order.flatMap((id) => [id, marks.find(({ source }) => source === id)?.host]),
      );
    const same =
      shown.length === this.#shown.length && shown.every((it, i) => it === this.#shown[i]);
    this.#shown = shown;
    // On a page of hundreds of widgets each new one would draw all the others again.
    if (same) for (const { changed } of this.#lists.values()) changed();
    else for (const changed of [...readers]) changed();
  }
}

/** An element and the hosts of the shadow trees that it stands in, outermost first. */
function hosts(element: Element): Element[] {
  const path = [element];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    path.unshift(root.host);
  return path;
}

function follows(a: Element[], b: Element[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [one, other] = [a[i] as Element, b[i] as Element];
    if (one !== other)
      return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return a.length - b.length;
}

/** The one numbering of this page; from the first call on there is one. */
export const numbering = (): Numbering => (pageCites().numbering ??= new Numbering());
