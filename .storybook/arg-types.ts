import type { ArgTypes } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json' with { type: 'json' };

interface Item {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
  /** Of a field: the attribute that sets it. */
  attribute?: string;
  kind?: string;
  parameters?: { name: string }[];
}

interface Element {
  tagName?: string;
  description?: string;
  attributes?: Item[];
  members?: Item[];
  events?: Item[];
  slots?: Item[];
  cssParts?: Item[];
  cssProperties?: Item[];
}

const elementOf = (tag: string): Element | undefined =>
  manifest.modules
    .flatMap(({ declarations }) => declarations as Element[])
    .find(({ tagName }) => tagName === tag);

/** How a value of this type is put in by hand. */
function control(type: string): Pick<ArgTypes[string], 'control' | 'options'> {
  if (type === 'boolean') return { control: { type: 'boolean' } };
  if (type === 'number') return { control: { type: 'number' } };
  const options = [...type.matchAll(/'([^']*)'/g)].map(([, option]) => option);
  return options.length
    ? { control: { type: 'select' }, options: [undefined, ...options] }
    : { control: { type: 'text' } };
}

/**
 * What the docs say of an element. An attribute, a part and a property may have one name and be three
 * things, so each kind has names of its own here; only attributes are arguments of a story.
 */
export function extractArgTypes(tag: string): ArgTypes {
  const element = elementOf(tag);
  const rows: ArgTypes = {};
  const add = (category: string, items: Item[] = [], key: (item: Item) => string): void => {
    for (const item of items) {
      const type = item.type?.text ?? '';
      rows[key(item)] = {
        name: key(item),
        description: item.description ?? '',
        ...(category === 'Attributes' ? control(type) : { control: { disable: true } }),
        table: {
          category,
          ...(type && { type: { summary: type } }),
          ...(item.default && { defaultValue: { summary: item.default } }),
        },
      };
    }
  };
  add('Attributes', element?.attributes, ({ name }) => name);
  const ownFields = element?.members?.filter(
    ({ kind, name, attribute }) => kind === 'field' && name !== attribute,
  );
  add('Properties', ownFields, ({ name }) => `.${name}`);
  const methods = element?.members?.filter(({ kind }) => kind === 'method');
  add(
    'Methods',
    methods?.map((method) => ({
      ...method,
      name: `${method.name}(${(method.parameters ?? []).map(({ name }) => name).join(', ')})`,
    })),
    ({ name }) => `.${name}`,
  );
  add('Events', element?.events, ({ name }) => name);
  add('Slots', element?.slots, ({ name }) => `(${name || 'default'})`);
  add('Parts', element?.cssParts, ({ name }) => `::part(${name})`);
  add('Custom properties', element?.cssProperties, ({ name }) => name);
  return rows;
}

/** The first words of an element's documentation. */
export const extractComponentDescription = (tag: string): string =>
  elementOf(tag)?.description ?? '';
