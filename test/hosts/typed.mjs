/** What type checkers say of one right and one wrong use of the elements in React, Vue and Svelte. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { can, NotHere, run, scratch } from './processes.mjs';

const PACKAGES = join(import.meta.dirname, 'node_modules');

/** A project that has the packages of this folder and ours, as npm would install it. */
function project() {
  const folder = scratch('typed');
  cpSync(join(import.meta.dirname, 'typed'), folder, { recursive: true });
  const installed = join(folder, 'node_modules');
  mkdirSync(join(installed, 'attested'), { recursive: true });
  for (const name of readdirSync(PACKAGES))
    symlinkSync(join(PACKAGES, name), join(installed, name), 'junction');
  cpSync('package.json', join(installed, 'attested/package.json'));
  cpSync('dist', join(installed, 'attested/dist'), {
    recursive: true,
    filter: (path) => !/dist.(cli|storybook|builder|data|\.next)/.test(path),
  });
  return folder;
}

/** Each checker, how it is run, and the lines of the wrong file that it has to complain of. */
const CHECKERS = [
  { name: 'tsc', at: 'typescript/bin/tsc', file: 'wrong.tsx', lines: [7, 8, 9, 10] },
  { name: 'vue-tsc', at: 'vue-tsc/bin/vue-tsc.js', file: 'Wrong.vue', lines: [8, 9, 10, 11] },
  {
    name: 'svelte-check',
    at: 'svelte-check/bin/svelte-check',
    args: ['--output', 'machine', '--tsconfig', 'tsconfig.json'],
    file: 'Wrong.svelte',
    lines: [7, 8, 9, 10],
  },
];

async function typed() {
  for (const { at, name } of CHECKERS)
    if (!can(join(PACKAGES, at))) throw new NotHere(`${name} is not installed in test/hosts`);
  const folder = project();
  return {
    version: 'React, Vue and Svelte',
    roles: [],
    async more(t) {
      for (const { name, at, args = ['-p', '.'], file, lines } of CHECKERS)
        await t(`${name} takes what is right and finds each mistake`, async () => {
          const told = await run(process.execPath, [join(PACKAGES, at), ...args], {
            cwd: folder,
          }).catch((error) => error.stdout);
          const found = [
            ...told.matchAll(/^([\w./]+)\((\d+),\d+\): error|ERROR "([^"]+)" (\d+):/gm),
          ].map(([, path, line, path2, line2]) => `${path ?? path2}:${line ?? line2}`);
          // Vue's and Svelte's own checkers look at the other files as well.
          const own = name === 'tsc' ? found : found.filter((it) => !it.startsWith('wrong.tsx'));
          const wanted = lines.map((line) => `${file}:${line}`);
          return `${own}` === `${wanted}` ? '' : told;
        });
    },
    stop() {},
  };
}

export const hosts = { typed };
