/**
 * Generators of static sites, Debian's Hugo, Jekyll and MkDocs and npm's Eleventy and VitePress, each with our
 * integration, and a plain file server.
 */
import {
  createReadStream,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { html, write } from './page.mjs';
import { can, need, NotHere, run, scratch } from './processes.mjs';

const INTEGRATIONS = join(import.meta.dirname, '../../integrations');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** A file server as dull as they come. */
async function serveFiles(folder) {
  const server = createServer((request, response) => {
    let file = join(folder, normalize(decodeURIComponent(request.url.split('?')[0])));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What of the built files a site needs. */
const library = (to) =>
  cpSync('dist', to, { recursive: true, filter: (path) => !/dist.(lib|cli|storybook)/.test(path) });

const attributes = (pairs) =>
  Object.entries(pairs)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/**
 * @param generator how it is called, made ready and run
 */
async function site({ command, version, prepare, build, widget, front, published, at }) {
  need(command);
  const folder = scratch(command);
  prepare(folder);
  const files = await serveFiles(join(folder, published));
  return {
    version: (await run(command, version)).split('\n')[0],
    roles: ['the author'],
    async publish(page) {
      writeFileSync(join(folder, at), `${front(page)}${write(page, widget)}\n`);
      await run(command, build, { cwd: folder });
      return `${files.url}/page/index.html`;
    },
    stop: files.stop,
  };
}

const hugo = () =>
  site({
    command: 'hugo',
    version: ['version'],
    build: ['--quiet'],
    published: 'public',
    at: 'content/page.md',
    front: ({ title }) => `---\ntitle: ${title}\n---\n`,
    widget: ({ tag, attributes: said, text }) =>
      `{{< attested widget="${tag}"${attributes(said)} title="${text}" >}}`,
    prepare(folder) {
      cpSync(join(INTEGRATIONS, 'hugo/layouts'), join(folder, 'layouts'), { recursive: true });
      mkdirSync(join(folder, 'content'));
      mkdirSync(join(folder, 'layouts/_default'));
      library(join(folder, 'static/attested'));
      writeFileSync(
        join(folder, 'config.toml'),
        'baseURL = "/"\ntitle = "History"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n[params.attested]\nlibrary = "/attested/attested.js"\ndataset = "/attested/data/conferences.json"\n',
      );
      for (const name of ['single', 'list'])
        writeFileSync(
          join(folder, `layouts/_default/${name}.html`),
          '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>{{ partial "attested.html" . }}</head><body>{{ .Content }}</body></html>',
        );
    },
  });

const jekyll = () =>
  site({
    command: 'jekyll',
    version: ['--version'],
    build: ['build', '-q', '--disable-disk-cache'],
    published: '_site',
    at: 'page.md',
    front: ({ title }) => `---\ntitle: ${title}\nlayout: default\npermalink: /page/\n---\n`,
    widget: ({ tag, attributes: said, text }) =>
      `{% include attested.html widget="${tag}"${attributes(said)} title="${text}" %}`,
    prepare(folder) {
      cpSync(join(INTEGRATIONS, 'jekyll/_includes'), join(folder, '_includes'), {
        recursive: true,
      });
      library(join(folder, 'attested'));
      mkdirSync(join(folder, '_layouts'));
      writeFileSync(
        join(folder, '_layouts/default.html'),
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ page.title }}</title>{% include attested-script.html %}</head><body>{{ content }}</body></html>',
      );
      writeFileSync(
        join(folder, '_config.yml'),
        'title: History\nattested:\n  library: /attested/attested.js\n  dataset: /attested/data/conferences.json\n',
      );
    },
  });

const mkdocs = () =>
  site({
    command: 'mkdocs',
    version: ['--version'],
    build: ['build', '-q'],
    published: 'site',
    at: 'docs/page.md',
    front: ({ title }) => `# ${title}\n\n`,
    // It keeps HTML, so that the integration is the page's template alone.
    widget: (piece) => html(piece, 'data'),
    prepare(folder) {
      cpSync(join(INTEGRATIONS, 'mkdocs/overrides'), join(folder, 'overrides'), {
        recursive: true,
      });
      library(join(folder, 'docs/attested'));
      writeFileSync(join(folder, 'docs/index.md'), '# Home\n');
      writeFileSync(
        join(folder, 'mkdocs.yml'),
        'site_name: History\ntheme:\n  name: mkdocs\n  custom_dir: overrides\n  highlightjs: false\nplugins: []\nextra:\n  attested:\n    library: attested/attested.js\n    dataset: attested/data/conferences.json\n',
      );
    },
  });

const PACKAGES = join(import.meta.dirname, 'node_modules');

/** A program of a package; it is not in the lock file of every machine. */
function program(path) {
  if (!can(join(PACKAGES, path))) throw new NotHere(`${path} is not installed in test/hosts`);
  return join(PACKAGES, path);
}

const eleventy = () => {
  const bin = program('@11ty/eleventy/cmd.cjs');
  return site({
    command: 'node',
    version: [bin, '--version'],
    build: [bin, '--quiet'],
    published: '_site',
    at: 'page.md',
    front: ({ title }) => `---\ntitle: ${title}\nlayout: layout.njk\n---\n`,
    widget: ({ tag, attributes: said, text }) =>
      `{% attested "${tag}", ${JSON.stringify(said)}, "${text}" %}`,
    prepare(folder) {
      cpSync(join(INTEGRATIONS, 'eleventy/attested.mjs'), join(folder, 'attested.mjs'));
      library(join(folder, 'attested'));
      mkdirSync(join(folder, '_includes'));
      writeFileSync(
        join(folder, '_includes/layout.njk'),
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>{% attestedScript %}</head><body>{{ content | safe }}</body></html>',
      );
      writeFileSync(join(folder, '.eleventyignore'), 'attested\n');
      writeFileSync(join(folder, 'eleventy.config.mjs'), recipe('eleventy'));
    },
  });
};

const vitepress = () => {
  const bin = program('vitepress/bin/vitepress.js');
  return site({
    command: 'node',
    // Whatever it is told, it begins to serve.
    version: ['-p', `require(${JSON.stringify(program('vitepress/package.json'))}).version`],
    build: [bin, 'build', 'docs'],
    published: 'docs/.vitepress/dist',
    at: 'docs/page/index.md',
    front: ({ title }) => `# ${title}\n\n`,
    widget: (piece) => html(piece, 'element'),
    prepare(folder) {
      symlinkSync(PACKAGES, join(folder, 'node_modules'), 'junction');
      mkdirSync(join(folder, 'docs/.vitepress'), { recursive: true });
      mkdirSync(join(folder, 'docs/page'));
      library(join(folder, 'docs/public/attested'));
      cpSync(
        join(INTEGRATIONS, 'vitepress/attested.mjs'),
        join(folder, 'docs/.vitepress/attested.mjs'),
      );
      writeFileSync(join(folder, 'docs/.vitepress/config.mjs'), recipe('vitepress'));
    },
  });
};

/** The configuration that an integration's README shows. */
const recipe = (name) =>
  /```js\n(.*?)```/s.exec(readFileSync(join(INTEGRATIONS, name, 'README.md'), 'utf8'))[1];

/** Each generator by the name that the command line calls it by. */
export const hosts = { hugo, jekyll, mkdocs, eleventy, vitepress };
