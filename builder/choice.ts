/** What an editor has chosen; the whole state of the builder, and so of its address. */
export interface Choice {
  /** Address of the folder of the library, with a slash at its end. */
  library: string;
  /** Address of the dataset. */
  dataset: string;
  /** The element's tag. */
  widget: string;
  /** The element's attributes; those without a value are not written. */
  attributes: Record<string, string>;
  /** What the snippet says by itself until the widget is there, and for ever if it never is. */
  title: string;
}

/** How the preview looks: it changes no snippet. */
export interface Look {
  width: 'phone' | 'desktop';
  scheme: 'light' | 'dark';
}

/** The parameters that are no attribute of the element. */
const OWN = ['library', 'dataset', 'widget', 'title', 'width', 'scheme'] as const;

/** The choice as a query string. */
export const toQuery = (choice: Choice, look: Look): string => {
  const { library, dataset, widget, title, attributes } = choice;
  const query = new URLSearchParams({ widget });
  const rest = { ...attributes, title, dataset, library, ...look };
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  return `?${query}`;
};

/** The choice that a query string holds; what it leaves out is taken from `standard`. */
export function fromQuery(query: string, standard: Choice): { choice: Choice; look: Look } {
  const asked = new URLSearchParams(query);
  const text = (name: 'library' | 'dataset' | 'widget' | 'title'): string =>
    asked.get(name) ?? standard[name];
  const widget = text('widget');
  return {
    choice: {
      library: text('library'),
      dataset: text('dataset'),
      widget,
      title: text('title'),
      attributes: asked.has('widget')
        ? Object.fromEntries(
            [...asked].filter(([name]) => !(OWN as readonly string[]).includes(name)),
          )
        : standard.attributes,
    },
    look: {
      width: asked.get('width') === 'phone' ? 'phone' : 'desktop',
      scheme: asked.get('scheme') === 'dark' ? 'dark' : 'light',
    },
  };
}
