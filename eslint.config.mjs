import { readdirSync } from 'node:fs';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** The names of things that only a page has. */
const DOM = [
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'customElements',
  'HTMLElement',
  'Element',
  'Node',
  'DOMParser',
  'MutationObserver',
  'IntersectionObserver',
  'ResizeObserver',
  'matchMedia',
  'requestAnimationFrame',
  'getComputedStyle',
  'localStorage',
  'sessionStorage',
];

/** The names of things that only Node has. */
const NODE = ['process', 'Buffer', 'require', '__dirname', '__filename', 'global', 'setImmediate'];

const elements = readdirSync(new URL('src/elements', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const noNode = { group: ['node:*', 'fs', 'path', '**/cli/**'], message: 'This runs in a browser.' };
const noPage = {
  group: ['lit', 'lit/*', '@lit/*', '**/ui/**', '**/store/**', '**/elements/**'],
  message: 'The core knows no page.',
};

const imports = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
});
const globals = (names, message) => ({
  'no-restricted-globals': ['error', ...names.map((name) => ({ name, message }))],
});
const syntax = (...rules) => ({
  'no-restricted-syntax': ['error', ...rules.map(([selector, message]) => ({ selector, message }))],
});

const noEnum = ['TSEnumDeclaration', 'A union of literals says the same and costs nothing.'];
const noDefault = ['ExportDefaultDeclaration', 'A name is the same for everyone who imports it.'];
const noHtml = [
  'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
  'No string of a dataset reaches the page as HTML.',
];
const noChanged = [
  'CallExpression[callee.object.name="Array"][callee.property.name="from"], CallExpression[arguments.length=0][callee.property.name="entries"], NewExpression[callee.name="Event"]',
  'Prototype and MooTools put their own in its place: [...list].map(), list.forEach(), new CustomEvent().',
];
const noUnsafe = ['ImportSpecifier[imported.name=/^unsafe(HTML|SVG|Static|CSS)$/]', noHtml[1]];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'data/', '.screens/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...syntax(noEnum),
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-this-alias': 'off',
      // A web component's base class gives its subclasses hooks that do nothing.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn'] }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      ...syntax(noEnum, noDefault, noHtml, noUnsafe, noChanged),
      ...imports(noNode),
      ...globals(NODE, 'This runs in a browser.'),
    },
  },
  {
    files: ['src/dataset/**/*.ts', 'src/dates/**/*.ts', 'src/citations/**/*.ts'],
    rules: {
      ...imports(noNode, noPage),
      ...globals([...DOM, ...NODE], 'The core knows no page and no Node.'),
    },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: {
      ...syntax(noEnum, noDefault, noHtml, noUnsafe),
      ...imports({ group: ['**/store/**'], message: 'There is no page here.' }),
      ...globals(DOM, 'There is no page here.'),
    },
  },
  ...elements.map((tag) => ({
    files: [`src/elements/${tag}/**/*.ts`],
    rules: imports(noNode, {
      group: elements.filter((other) => other !== tag).map((other) => `**/${other}/**`),
      message: 'Elements do not import one another: what they share lies in src/ui or src/store.',
    }),
  })),
  {
    files: ['src/embed/loader.ts'],
    rules: syntax(noEnum, noDefault, noHtml, [
      'ImportDeclaration',
      'The loader knows only tag names.',
    ]),
  },
  {
    files: ['src/ui/**/*.ts', 'src/elements/**/*.ts', 'stories/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['src/ui/**/*.ts', 'src/elements/**/*.ts', 'stories/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    // Safari tells of no list where list-style is none, unless the role is there.
    rules: { ...litA11y.configs.recommended.rules, 'lit-a11y/no-redundant-role': 'off' },
  },
  { files: ['src/ui/**/*.ts', 'src/elements/**/*.ts'], ...wc['flat/best-practice'] },
  {
    files: ['src/ui/**/*.ts', 'src/elements/**/*.ts'],
    // It knows nothing of signals and of once.
    rules: { 'wc/require-listener-teardown': 'off' },
  },
  {
    files: ['stories/**/*.ts', '.storybook/**/*.ts', '**/*.config.ts'],
    rules: syntax(noEnum),
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // Chai's assertions look like promises to the rule; those that are one are named below.
      '@typescript-eslint/no-floating-promises': 'off',
      ...syntax(
        noEnum,
        [
          'ExpressionStatement > CallExpression[callee.property.name="accessible"]',
          'This must be awaited.',
        ],
        [
          'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name="only"]',
          'The others must run too.',
        ],
      ),
    },
  },
);
