import { readdirSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import literals from 'rollup-plugin-html-literals';

const elements = readdirSync('src/elements', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const plugins = [
  literals({ include: ['src/**/*.ts'], failOnError: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  nodeResolve({ exportConditions: ['production', 'browser'], extensions: ['.ts', '.js'] }),
];

/** Few files for a page: what every element needs, what every citing one, and what those that weigh claims. */
const CHUNKS = {
  references: /\/src\/ui\/(notes|rich-text)/,
  positions: /\/src\/ui\/(day|stances)/,
  core: /\/src\/ui\/(attested-element|define|events|html|reactive-element|status-badge|tokens|view)|\/src\/store\/(cites|context|need|resource|shared)/,
};
const manualChunks = (id) => Object.keys(CHUNKS).find((name) => CHUNKS[name].test(id));

const mangle = terser({
  ecma: 2022,
  module: true,
  compress: { passes: 5, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false },
  format: { comments: /^!/ },
});

export default [
  // Everything that a page loads, in modules that share their chunks.
  {
    input: {
      ...Object.fromEntries(
        elements.map((tag) => [`elements/${tag}`, `src/elements/${tag}/define.ts`]),
      ),
      address: 'src/elements/address.ts',
      metadata: 'src/embed/metadata.ts',
      misspelt: 'src/embed/misspelt.ts',
      dates: 'src/dates/index.ts',
      compile: 'src/dataset/compile.ts',
    },
    output: {
      dir: 'dist',
      format: 'es',
      chunkFileNames: 'chunks/[name]-[hash:6].js',
      manualChunks,
    },
    plugins: [...plugins, mangle],
    preserveEntrySignatures: 'allow-extension',
  },
  // The classes for those who bundle: it shares nothing with the files above, which register.
  {
    input: { index: 'src/index.ts' },
    output: { dir: 'dist', format: 'es', chunkFileNames: 'chunks/index-[name]-[hash:6].js' },
    plugins: [...plugins, mangle],
  },
  // The script tag: one file without imports, so that it runs as a module and as a classic script.
  {
    input: 'src/embed/loader.ts',
    output: { file: 'dist/attested.js', format: 'es' },
    external: /^\.\/elements\//,
    plugins: [...plugins, mangle],
  },
  // The page in an iframe, and what gives the frame its height.
  ...['host', 'client'].map((name) => ({
    input: `src/embed/${name}.ts`,
    output: { file: `dist/embed-${name}.js`, format: 'es' },
    plugins: [...plugins, mangle],
  })),
];
