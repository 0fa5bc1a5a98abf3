/**
 * Writes what editors and frameworks read about the elements into dist: custom-elements.json, VS Code's
 * custom data, JetBrains' web-types and JSX types. `node scripts/manifest.mjs FOLDER` writes elsewhere.
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
