import { readdirSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { walk } from 'estree-walker';
import esbuild from 'rollup-plugin-esbuild';
import literals from 'rollup-plugin-html-literals';

const elements = readdirSync('src/elements', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const plugins = [
  literals({
    include: ['src/**/*.ts'],
    failOnError: true,
    // The slash tells our templates that nothing comes inside.
    options: { minifyOptions: { keepClosingSlash: true } },
  }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  nodeResolve({ exportConditions: ['production', 'browser'], extensions: ['.ts', '.js'] }),
];

/** Few files for a page: what every element needs, what every citing one, and what those that weigh claims. */
const CHUNKS = {
  references: /\/src\/ui\/(notes|rich-text)/,
  numbering: /\/src\/store\/(numbering|need)/,
  positions: /\/src\/ui\/(day|stances)/,
  core: /\/src\/ui\/(attested-element|define|events|html|reactive-element|status-badge|tokens|view)|\/src\/store\/(cites|context|resource|shared)/,
};
const manualChunks = (id) => Object.keys(CHUNKS).find((name) => CHUNKS[name].test(id));

const mangle = terser({
  ecma: 2022,
  module: true,
  compress: {
    passes: 5,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_methods: true,
    keep_fargs: false,
    collapse_vars: false,
    inline: 1,
  },
  format: { comments: /^!/ },
});

/**
 * Gives what crosses from chunk to chunk the same short name on both sides, so that neither has to say
 * “a as b”. Names are exchanged in the whole chunk, in every scope, which leaves its meaning as it is.
 */
const align = {
  name: 'align',
  renderChunk(code) {
    const ast = this.parse(code);
    const names = new Map();
    const specifiers = ast.body
      .filter(({ source, type }) => type === 'ImportDeclaration' || !source)
      .flatMap((node) => node.specifiers ?? [])
      .filter(({ type }) => /^(Im|Ex)portSpecifier$/.test(type));
    for (const { local, imported, exported } of specifiers) {
      const name = (imported ?? exported).name;
      if (name.length < 3 && !names.has(local.name) && ![...names.values()].includes(name))
        names.set(local.name, name);
    }
    const given = [...names.keys()].filter((name) => ![...names.values()].includes(name));
    for (const name of [...names.values()]) if (!names.has(name)) names.set(name, given.pop());

    const edits = [];
    const edit = ({ start, end }, text) => edits.push({ start, end, text });
    const renamed = (name) => names.get(name) ?? name;
    const shorthands = new Set();
    walk(ast, {
      enter(node, parent, key) {
        if (/^(Im|Ex)portSpecifier$/.test(node.type)) {
          const { name } = node.imported ?? node.exported;
          const local = renamed(node.local.name);
          const [from, to] = node.imported ? [name, local] : [local, name];
          edit(node, from === to ? from : `${from} as ${to}`);
          this.skip();
        } else if (node.type === 'Property' && node.shorthand)
          shorthands.add(node.value.left ?? node.value);
        else if (node.type === 'Identifier' && names.has(node.name)) {
          if (!parent.computed && ['key', 'property'].includes(key)) return;
          edit(node, (shorthands.has(node) ? `${node.name}:` : '') + renamed(node.name));
        }
      },
    });
    for (const { start, end, text } of edits.sort((a, b) => b.start - a.start))
      code = code.slice(0, start) + text + code.slice(end);
    return { code, map: null };
  },
};

/** The file with what every element needs, under the name that it was given: the loader asks for it beside the first element. */
let core;
const nameOfCore = {
  name: 'name-of-core',
  generateBundle: (_, files) => {
    core ??= Object.keys(files)
      .find((name) => name.startsWith('chunks/core-'))
      ?.slice(0, -3);
  },
  renderChunk: (code) => ({ code: code.replace('chunks/core', core), map: null }),
};

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
    plugins: [...plugins, mangle, align, { ...nameOfCore, renderChunk: undefined }],
    preserveEntrySignatures: 'allow-extension',
  },
  // The classes for those who bundle: it shares nothing with the files above, which register.
  {
    input: { index: 'src/index.ts' },
    output: { dir: 'dist', format: 'es', chunkFileNames: 'chunks/index-[name]-[hash:6].js' },
    plugins: [...plugins, mangle],
  },
  // The script tag: one file without imports, so that it runs as a module and as a classic script, whose
  // names would be the page's but for the function around them.
  {
    input: 'src/embed/loader.ts',
    output: { file: 'dist/attested.js', format: 'iife' },
    external: /^\.\/elements\//,
    plugins: [...plugins, mangle, { ...nameOfCore, generateBundle: undefined }],
  },
  // The page in an iframe, and what gives the frame its height.
  ...['host', 'client'].map((name) => ({
    input: `src/embed/${name}.ts`,
    output: { file: `dist/embed-${name}.js`, format: name === 'client' ? 'iife' : 'es' },
    plugins: [...plugins, mangle],
  })),
];
