/** What pages load beside us: the files that their makers publish, by the names that tests call them by. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compile } from 'tailwindcss';

const file = (specifier) => fileURLToPath(import.meta.resolve(specifier));
const installed = (specifier) => () => readFile(file(specifier), 'utf8');
/** From Debian's package, as no registry has it; nothing where that is not installed. */
const packaged = (path) => () =>
  readFile(`/usr/share/javascript/${path}`, 'utf8').catch(() => undefined);

/** The styles that every page made with Tailwind 3 has, as its own command writes them. */
async function tailwind3() {
  const { stdout } = await promisify(execFile)(process.execPath, [
    file('tailwindcss3/lib/cli.js'),
    '--content',
    file('./frameworks.mjs'),
  ]);
  return stdout;
}

/** The same of Tailwind 4. */
async function tailwind4() {
  const { build } = await compile('@import "tailwindcss";', {
    loadStylesheet: async (id, base) => {
      const path = file('tailwindcss/index.css');
      return { path, base, content: await readFile(path, 'utf8') };
    },
  });
  return build([]);
}

export const frameworks = {
  'bootstrap3.css': installed('bootstrap3/dist/css/bootstrap.css'),
  'bootstrap5.css': installed('bootstrap/dist/css/bootstrap.css'),
  'tailwind3.css': tailwind3,
  'tailwind4.css': tailwind4,
  'prototype.js': packaged('prototype/prototype.js'),
  'mootools.js': packaged('mootools/mootools.js'),
};
