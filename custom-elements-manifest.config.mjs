/** Settings of the Custom Elements Manifest analyzer: what editors, frameworks and the docs are told. */

/** `src/elements/x/y.ts` as it is published. */
const published = (path) => path.replace(/^\/?src\//, 'dist/lib/').replace(/\.ts$/, '.js');

/** Words of a type without `undefined`, which every attribute can be. */
const present = (text) =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== 'undefined')
    .join(' | ');

/**
 * Makes the manifest one of what is published: the elements' classes with their public members, types
 * spelled out, defaults apart from their descriptions, and the modules that register them.
 */
function publicApi() {
  const aliases = new Map();
  const spell = (type) => {
    if (!type?.text) return;
    type.text = present(type.text)
      .split(' | ')
      .map((name) => aliases.get(name) ?? name)
      .join(' | ');
  };
  const withDefault = (item) => {
    const [, stated] = / Default: (.+)\.$/s.exec(item.description ?? '') ?? [];
    if (!stated) return;
    item.default = stated;
    item.description = item.description.slice(0, -` Default: ${stated}.`.length);
  };
  const clean = (element) => {
    element.members = (element.members ?? []).filter(
      ({ name, privacy, static: ofClass, inheritedFrom }) =>
        !name.startsWith('#') &&
        (privacy ?? 'public') === 'public' &&
        !ofClass &&
        !/^(dis)?connectedCallback$/.test(name) &&
        !(inheritedFrom && name === 'view'),
    );
    // What the analyzer finds dispatched in the code is no promise to a page; what is documented is.
    element.events = (element.events ?? []).filter(({ name, description }) => name && description);
    for (const item of [
      ...(element.attributes ?? []),
      ...element.members,
      ...(element.cssProperties ?? []),
    ]) {
      spell(item.type);
      for (const parameter of item.parameters ?? []) spell(parameter.type);
      withDefault(item);
    }
    for (const list of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'])
      for (const item of element[list] ?? []) delete item.inheritedFrom;
    if (element.superclass?.module) element.superclass = { name: 'LitElement', package: 'lit' };
    return element;
  };
  return {
    name: 'attested-public-api',
    collectPhase({ ts, node }) {
      if (!ts.isTypeAliasDeclaration(node)) return;
      const { type } = node;
      const parts = ts.isUnionTypeNode(type) ? type.types : [type];
      const simple = (part) =>
        ts.isLiteralTypeNode(part) || part.kind === ts.SyntaxKind.StringKeyword;
      if (parts.every(simple))
        aliases.set(node.name.text, parts.map((part) => part.getText()).join(' | '));
    },
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.modules = manifest.modules.flatMap((module) => {
        const elements = module.declarations.filter(({ tagName }) => tagName).map(clean);
        if (!elements.length) return [];
        const path = published(module.path);
        const reference = (name) => ({ name, module: path });
        return [
          {
            kind: 'javascript-module',
            path,
            declarations: elements,
            exports: elements.map(({ name }) => ({
              kind: 'js',
              name,
              declaration: reference(name),
            })),
          },
          {
            kind: 'javascript-module',
            path: path.replace(/[^/]+$/, 'define.js'),
            declarations: [],
            exports: elements.map(({ name, tagName }) => ({
              kind: 'custom-element-definition',
              name: tagName,
              declaration: reference(name),
            })),
          },
        ];
      });
    },
  };
}

export default {
  globs: ['src/elements/*/*.ts', 'src/ui/*.ts', 'src/dataset/types.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicApi()],
};
