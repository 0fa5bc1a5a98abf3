/**
 * The script tag: looks at the page, loads just the elements that it finds, each file once, when the
 * first of its kind comes near the viewport, and then watches for more. With the first of them it asks
 * for the page's dataset. It has no imports of its own, so that one file runs as a module and as a
 * classic script.
 */
const TAGS =
  'history-dataset,event-card,source-cite,source-list,contested-claim,claim-matrix,person-card,conference-timeline,place-map';

/** What the loader uses of the files that it loads. */
interface Loaded {
  define(tag?: string): string;
  misspelt(host: Element, tags: string): void;
}

/** What it shares with the elements, as `src/store/need.ts` says. */
interface Loader {
  load?(tag: string): unknown;
  early?: [url: string, response: Promise<Response | undefined>];
}

/** Two copies of the loader on a page would upgrade everything twice, so the first one does it all. */
const key = Symbol.for('attested.loader.1');
const page = globalThis as unknown as Record<symbol, Loader>;
const loader = (page[key] ??= {});

// A bundler's server side may import what only a page can run.
if (globalThis.document && !loader.load) {
  // A classic script from another origin has no base of its own to import from.
  const here = (document.currentScript as HTMLScriptElement | null)?.src;
  const DATA = '[data-attested]';
  const ALL = `${TAGS},${DATA}`;
  const loaded: Record<string, Promise<Loaded | undefined> | undefined> = {};

  const data = document.querySelector<HTMLElement>('script[data-dataset]')?.dataset['dataset'];

  const file = (name: string): Promise<Loaded> => {
    const path = `./${name}.js`;
    return import(here ? new URL(path, here).href : path) as Promise<Loaded>;
  };

  /** For what a page can do without. */
  const extra = (name: string, use?: (module: Loaded) => void): unknown =>
    file(name).then(use, () => {});

  const tagOf = (element: Element): string | undefined =>
    TAGS.split(',').find((tag) => element.matches(`${tag},[data-attested=${tag}]`));

  const load = (tag: string): Promise<Loaded | undefined> => {
    // What every element imports comes beside it, not after it; the build knows its whole name.
    extra('chunks/core');
    return (loaded[tag] ??= file(`elements/${tag}`).catch((error: unknown) => {
      loaded[tag] = undefined;
      console.warn(`attested: <${tag}> could not be loaded.`, error);
      return undefined;
    }));
  };

  /** Puts the element inside the host that stands for it, around what the host holds. */
  const upgrade = (host: Element, name: string): void => {
    // This loader, or another version of the library, was here before.
    if (host.querySelector(`:scope > ${name}`)) return;
    const element = document.createElement(name);
    const { observedAttributes } = element.constructor as unknown as {
      observedAttributes: string[];
    };
    // No other attribute: a host that lets data-onclick pass must not get an onclick by it.
    for (const attribute of observedAttributes) {
      const value = host.getAttribute(`data-${attribute}`);
      if (value !== null) element.setAttribute(attribute, value);
    }
    element.append(...host.childNodes);
    host.append(element);
  };

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) want(target, tagOf(target) as string);
    },
    { rootMargin: '600px' },
  );

  const want = (element: Element, tag: string): void => {
    near.unobserve(element);
    // The dataset is on its way before the code that will ask for it.
    if (data) loader.early ??= [data, fetch(data).catch(() => undefined)];
    void load(tag).then((module) => {
      if (module && element.matches(DATA)) upgrade(element, module.define());
    });
  };

  /** @param now whether to wait for none until it comes near */
  const find = (root: Element, now?: unknown): void => {
    for (const element of [root, ...root.querySelectorAll(ALL)]) {
      const tag = tagOf(element);
      if (tag)
        // What the others read from cannot wait until it is seen; nor can the list at the foot of the
        // page, which folds the sources of every card above it.
        if (now || /set$|list$/.test(tag)) want(element, tag);
        else near.observe(element);
      else if (element.matches(DATA)) extra('misspelt', ({ misspelt }) => misspelt(element, TAGS));
    }
  };

  loader.load = load;
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) find(node);
  }).observe(document.documentElement, { childList: true, subtree: true });
  find(document.documentElement);
  const arrive = (): void => {
    // Without it the page is at least shown from its beginning.
    if (/^#(event|claim|source|person|organ|place)/.test(location.hash)) extra('address');
  };
  addEventListener('hashchange', arrive);
  arrive();
  addEventListener('beforeprint', (event) => find(document.documentElement, event));
}
