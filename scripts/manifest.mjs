/**
 * Writes what editors and frameworks read about the elements into dist: custom-elements.json, VS Code's
 * custom data, JetBrains' web-types, and types for JSX, Vue and Svelte. `node scripts/manifest.mjs FOLDER` writes elsewhere.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';

/** @typedef {{ tag: string, name: string, attributes: object[], events: object[] }} Described */

/** Every element's tag, class, attributes and events. @returns {Described[]} */
const described = (manifest) =>
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ customElement, tagName }) => customElement && tagName)
    .map(({ tagName, name, attributes = [], events = [] }) => ({
      tag: tagName,
      name,
      attributes,
      events,
    }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));

const imports = (elements) => {
  const names = elements.flatMap(({ name, events }) => [name, ...events.map((it) => it.type.text)]);
  return `import type {\n  ${[...new Set(names)].sort().join(',\n  ')},\n} from 'attested';`;
};

/** The attributes of an element, typed as the properties that they set. */
const attributesOf = ({ name, attributes }, key) =>
  attributes
    .map(
      (it) =>
        `    /** ${it.description} */\n    '${key(it)}'?: Value<${name}['${it.fieldName ?? it.name}']>;\n`,
    )
    .join('');

const VALUE = `/** In a template a number is written as text. */
type Value<T> = T extends number ? T | \`\${number}\` : T;
`;

/** What vue-tsc and Vue's editor extension read. */
const vueTypes = (elements) => `import type { EmitFn, HTMLAttributes } from 'vue';
${imports(elements)}

${VALUE}
type Known<Element, Attributes, Events> = new () => Element & {
  $props: HTMLAttributes & Attributes;
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

declare module 'vue' {
  interface GlobalComponents {
${elements
  .map(
    (it) =>
      `  '${it.tag}': Known<${it.name}, {\n${attributesOf(it, ({ name }) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()))}  }, {\n${it.events.map(({ name, type }) => `    '${name}': ${type.text};\n`).join('')}  }>;\n`,
  )
  .join('')}  }
}
`;

/** What svelte-check and Svelte's editor extension read. */
const svelteTypes = (elements) => `import type { HTMLAttributes } from 'svelte/elements';
${imports(elements)}

${VALUE}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${elements
  .map(
    (it) =>
      `  '${it.tag}': HTMLAttributes<${it.name}> & {\n${attributesOf(it, ({ name }) => name)}${it.events.map(({ name, type }) => `    'on${name}'?: (event: ${type.text}) => void;\n    'on:${name}'?: (event: ${type.text}) => void;\n`).join('')}  };\n`,
  )
  .join('')}  }
}
`;

/** Describes every element. */
export const analyze = () => cli({ argv: ['analyze', '--quiet'], noWrite: true });

/** Writes the descriptions. @param {string} outdir */
export async function writeManifest(outdir) {
  const manifest = await analyze();
  const copy = () => structuredClone(manifest);
  const write = (name, json) =>
    writeFile(join(outdir, name), `${JSON.stringify(JSON.parse(json), null, 2)}\n`);
  await Promise.all([
    write('custom-elements.json', JSON.stringify(manifest)),
    write('vscode.html-custom-data.json', getVsCodeHtmlCustomData(copy(), {})),
    write('vscode.css-custom-data.json', getVsCodeCssCustomData(copy(), {})),
    write('web-types.json', getWebTypesData(copy(), { packageJson: false })),
    writeFile(join(outdir, 'vue.d.ts'), vueTypes(described(manifest))),
    writeFile(join(outdir, 'svelte.d.ts'), svelteTypes(described(manifest))),
  ]);
  generateJsxTypes(copy(), {
    outdir,
    fileName: 'jsx.d.ts',
    globalTypePath: 'attested',
    stronglyTypedEvents: true,
  });
  // The generator names the events' types but imports only the elements'.
  const jsx = join(outdir, 'jsx.d.ts');
  const text = await readFile(jsx, 'utf8');
  const events = [...new Set(text.match(/\bAttested\w+Event(?=>)/g))].sort();
  await writeFile(jsx, text.replace('import type {', `import type {\n  ${events.join(',\n  ')},`));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await writeManifest(process.argv[2] ?? 'dist');
