import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

/** The package as npm would pack it, installed in an empty project with only the packages it asks for. */
const root = process.cwd();
const project = mkdtempSync(join(tmpdir(), 'attested-package-'));
const installed = join(project, 'node_modules/attested');

interface Manifest {
  name: string;
  exports: { [subpath: string]: string | { types: string; default?: string } };
  dependencies: { [name: string]: string };
  bin: { attested: string };
  customElements: string;
  'web-types': string;
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const manifest = json(join(root, 'package.json')) as Manifest;
const tags = readdirSync(join(root, 'src/elements'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const node = (args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: project,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
};

/** What the standard output says of a module that runs in the project. */
const run = (source: string): string => node(['--input-type=module', '-e', source]);

before(() => {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    }),
  ) as [{ filename: string }];
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', [
    '-xzf',
    join(project, packed[0].filename),
    '--strip-components=1',
    '-C',
    installed,
  ]);
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve(root, 'node_modules', name), link, 'junction');
  }
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }');
});

after(() => rmSync(project, { recursive: true, force: true }));

/** The specifiers that the package offers, and the file of each. */
const offered = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
  const file = typeof target === 'string' ? target : target.default;
  const names = subpath.includes('*') ? tags : [''];
  return names.map((tag) => ({
    specifier: `attested${subpath.slice(1).replaceAll('*', tag)}`,
    file: file?.replaceAll('*', tag),
  }));
});

test('every export can be imported in Node, where there is no DOM', () => {
  const imports = offered
    .filter(({ file }) => file)
    .map(
      ({ specifier, file }) =>
        `await import('${specifier}'${file?.endsWith('.json') ? `, { with: { type: 'json' } }` : ''})`,
    );
  assert.ok(imports.length > tags.length + 5);
  const source = `const all = [${imports.join(', ')}];
    if (globalThis.document) throw new Error('something made a document');
    console.log(all.length);`;
  assert.equal(run(source).trim(), `${imports.length}`);
});

test('importing the classes registers nothing, and importing an element registers it alone', () => {
  const source = `
    // Node has no registry: this one only remembers.
    const registry = new Map();
    globalThis.customElements = {
      get: (tag) => registry.get(tag),
      define: (tag, element) => registry.set(tag, element),
    };
    await import('attested');
    const tags = ${JSON.stringify(tags)};
    const known = () => tags.filter((tag) => customElements.get(tag)).join();
    const before = known();
    const { define } = await import('attested/elements/event-card.js');
    console.log(JSON.stringify([before, known(), define()]));`;
  assert.deepEqual(JSON.parse(run(source)), ['', 'event-card', 'event-card']);
});

test('a class of its own for each tag is exported from the main module', () => {
  const names = tags.map((tag) =>
    tag.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
  );
  const source = `import * as all from 'attested'; console.log(${JSON.stringify(names)}.filter((name) => typeof all[name] !== 'function').join());`;
  assert.equal(run(source).trim(), '');
});

test('the modules for use without elements work', () => {
  const source = `import { parse, format } from 'attested/dates';
    import { compile } from 'attested/compile';
    import schema from 'attested/schema';
    import { renderStatic } from 'attested/static';
    const { earliest, latest } = parse('1939-12-06/1939-12-07');
    const compiled = compile({ title: 'One', language: 'en', events: { one: { title: 'First', kind: 'x', dates: [{ edtf: '1939-12-06', unsourced: true }], occurrence: { status: 'reported', reason: 'Said so.', unsourced: true } } } });
    console.log(JSON.stringify([latest - earliest, format('1939-12', 'en'), compiled.attested, Object.keys(compiled.events), schema.$schema, renderStatic(compiled, 'event-card', { event: 'one' })]));`;
  const [form, ...others] = (JSON.parse(run(source)) as unknown[]).reverse();
  assert.match(String(form), /^<article>.*First.*<\/article>$/);
  assert.deepEqual(others.reverse(), [
    1,
    'December 1939',
    1,
    ['one'],
    'https://json-schema.org/draft/2020-12/schema',
  ]);
});

test('a strict TypeScript project can use it', () => {
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module: 'NodeNext',
        strict: true,
        noEmit: true,
        types: [],
        skipLibCheck: false,
      },
      files: ['use.ts'],
    }),
  );
  writeFileSync(
    join(project, 'use.ts'),
    `import { EventCard, define, type AttestedSelectEvent } from 'attested';
    import { parse, format } from 'attested/dates';
    import { compile } from 'attested/compile';
    import schema, { schema as named } from 'attested/schema';
    import { renderStatic, type Attributes, type StaticForm } from 'attested/static';
    import 'attested/attested.js';
    ${tags.map((tag) => `import 'attested/elements/${tag}.js';`).join('\n')}
    const card: EventCard = document.createElement('event-card');
    card.event = 'zakopane-1939-12';
    document.addEventListener('attested-select', (event: AttestedSelectEvent) => console.log(event.detail.id));
    const level: number = card.headingLevel;
    const tag: string = define('my-card', EventCard);
    const words: string = format('1939', 'pl');
    const earliest: number | null = parse('1939').earliest;
    const title: string = JSON.stringify(compile({}).events);
    const id: unknown = schema.$id ?? named.$id;
    const shown: Attributes = { event: 'one' };
    const form: StaticForm = 'data-attribute';
    const line: string = renderStatic(compile({}), 'event-card', shown, { form });
    // @ts-expect-error an id is a string
    card.event = 5;
    // @ts-expect-error a date is a string
    parse(1939);
    // @ts-expect-error there is no such event
    card.addEventListener('attested-select', (event: KeyboardEvent) => event);
    console.log(level, tag, words, earliest, title, id, line);
    `,
  );
  node([join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']);
});

test('the attested command runs', () => {
  assert.match(node([join(installed, manifest.bin.attested), '--help']), /attested COMMAND/);
  node([join(installed, manifest.bin.attested), 'init', 'mine.json']);
  node([join(installed, manifest.bin.attested), 'check', 'mine.json']);
  const page = node([
    join(installed, manifest.bin.attested),
    'render',
    'mine.json',
    '--element',
    'event-card',
    '--event',
    'town-hall-1921-03',
  ]);
  assert.match(
    page,
    /^<event-card event="town-hall-1921-03">.*Fire at the town hall.*<\/event-card>\n?$/s,
  );
});

test('what editors are told names every element and no private thing', () => {
  const text = readFileSync(join(installed, manifest.customElements), 'utf8');
  interface Declaration {
    tagName: string;
    members: { name: string; privacy?: string }[];
    attributes?: { name: string; description?: string; type?: { text: string } }[];
    cssProperties?: { name: string }[];
  }
  const { modules } = JSON.parse(text) as {
    modules: { path: string; declarations: Declaration[] }[];
  };
  const elements = modules.flatMap(({ declarations }) => declarations);
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...tags].sort());
  for (const { path } of modules) readFileSync(join(installed, path));
  for (const { tagName, members, attributes = [] } of elements) {
    for (const { name, privacy } of members)
      assert.ok(!name.startsWith('#') && (privacy ?? 'public') === 'public', `${tagName} ${name}`);
    assert.ok(
      attributes.some(({ name }) => name === 'src'),
      tagName,
    );
    for (const { name, description, type } of attributes)
      assert.ok(description && type?.text, `${tagName} ${name}`);
  }
  for (const file of [manifest['web-types'], 'dist/vscode.html-custom-data.json', 'dist/jsx.d.ts'])
    for (const tag of tags)
      assert.ok(readFileSync(join(installed, file), 'utf8').includes(`"${tag}"`), `${file} ${tag}`);
});

test('the SRI hashes name every file in dist', () => {
  const hashes = Object.keys(json(join(installed, 'dist/integrity.json')) as object);
  const files = readdirSync(join(installed, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'integrity.json')
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(installed, 'dist').length + 1)
        .replaceAll('\\', '/'),
    );
  assert.deepEqual(hashes, files.sort());
});
