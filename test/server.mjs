/**
 * What the test server has besides the repository's files: the same files as a plain web server would
 * send them, and networks in trouble.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { frameworks } from './frameworks.mjs';

const DATASET = 'dist/data/conferences.json';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** What each place of the site sends with every file. */
const SITES = {
  // A page and a library that know nothing of this server: no file is touched on its way.
  '/site/': { 'Access-Control-Allow-Origin': '*' },
  // The same files at a second address: another copy of the library.
  '/other/': { 'Access-Control-Allow-Origin': '*' },
  // A library of which only the first file can be reached.
  '/torn/': { 'Access-Control-Allow-Origin': '*' },
  // An older copy of the library, from before what copies share had its present shape.
  '/older/': { 'Access-Control-Allow-Origin': '*' },
  // A page read as XML, with no mercy for what is not.
  '/xhtml/': { 'Content-Type': 'application/xhtml+xml; charset=utf-8' },
  // A page that takes from other sites only what they let it have, and a library that lets everybody.
  '/isolated/': { 'Cross-Origin-Embedder-Policy': 'require-corp' },
  '/lent/': {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  },
  // The strictest policy under which an embedded library can be asked to run.
  '/strict/': {
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

/** Requests by key, for tests that count them. */
const counts = new Map();
const count = (key) => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts.get(key);
};

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

function send(ctx, path, headers = {}) {
  const file = join(import.meta.dirname, '..', normalize(path));
  ctx.set({ 'Cache-Control': 'no-store', ...headers });
  const torn = ctx.path.startsWith('/torn/dist/elements/');
  if (torn || !existsSync(file) || !statSync(file).isFile()) {
    ctx.status = 404;
    ctx.body = 'Not found';
    return;
  }
  ctx.status = 200;
  ctx.type = TYPES[extname(file)] ?? 'application/octet-stream';
  ctx.body =
    ctx.path.startsWith('/older/') && file.endsWith('.js') ? older(file) : createReadStream(file);
}

/** A built file as it was when the number of each thing that copies share was smaller by one. */
const older = (file) =>
  readFileSync(file, 'utf8').replace(/(["'`.](?:loader|resources|cites|context))\.1\b/g, '$1.0');

/** A page that a test wrote by hand: it is put here under a name, and asked for by that name. */
async function page(ctx, headers) {
  const { name } = ctx.query;
  if (ctx.method === 'PUT') {
    const text = [];
    for await (const piece of ctx.req) text.push(piece);
    pages.set(name, Buffer.concat(text));
  }
  ctx.type = 'text/html; charset=utf-8';
  ctx.set({ 'Cache-Control': 'no-store', ...headers });
  ctx.body = pages.get(name) ?? '';
}
const pages = new Map();

/** Each way in which a dataset's address can disappoint. */
const TROUBLE = {
  404: (ctx) => {
    count(ctx.query.key);
    ctx.status = 404;
    ctx.body = 'Not found';
  },
  500: (ctx) => {
    ctx.status = 500;
    ctx.body = 'Broken';
  },
  slow: async (ctx) => {
    await wait(Number(ctx.query.ms ?? 500));
    send(ctx, DATASET);
  },
  'broken.json': (ctx) => {
    ctx.type = 'json';
    ctx.body = '{"events": {"a": ';
  },
  html: (ctx) => {
    ctx.type = 'html';
    ctx.body = '<!doctype html><title>Welcome</title><p>Please log in';
  },
  empty: (ctx) => {
    ctx.type = 'json';
    ctx.body = '';
  },
  // The connection ends in the middle of the file.
  abort: (ctx) => {
    ctx.respond = false;
    ctx.res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 100_000 });
    ctx.res.write('{"attested":1,"events":{');
    setTimeout(() => ctx.res.destroy(), 50);
  },
  // Fails once, then works.
  flaky: (ctx) => {
    if (count(ctx.query.key) > 1) return send(ctx, DATASET);
    ctx.status = 500;
    ctx.body = 'Try again';
  },
  counting: async (ctx) => {
    count(ctx.query.key);
    await wait(Number(ctx.query.ms ?? 0));
    send(ctx, DATASET, { 'Access-Control-Allow-Origin': '*' });
  },
  count: (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = {
      count: counts.get(ctx.query.key) ?? 0,
      aborted: counts.get(`${ctx.query.key} aborted`) ?? 0,
    };
  },
  // Never answers; notes that the browser gave up.
  silent: (ctx) => {
    ctx.respond = false;
    count(ctx.query.key);
    ctx.res.on('close', () => count(`${ctx.query.key} aborted`));
  },
};

/**
 * Datasets in shards that a test put here, by key: a plain file server of which single files can be in
 * trouble, and which notes what was asked of it and what was given up.
 */
const sharded = new Map();
async function shards(ctx) {
  const [, , key, ...rest] = ctx.path.split('/');
  const path = rest.join('/');
  const site = sharded.get(key) ?? { files: {}, trouble: {}, log: [], aborted: [] };
  sharded.set(key, site);
  // Past the runner, which would let the browser keep every answer for a year.
  ctx.respond = false;
  const answer = (status, body) => {
    ctx.res.writeHead(status, {
      'Content-Type': TYPES['.json'],
      'Cache-Control': 'no-store',
    });
    ctx.res.end(body);
  };
  if (ctx.method === 'PUT') {
    const pieces = [];
    for await (const piece of ctx.req) pieces.push(piece);
    Object.assign(site, JSON.parse(Buffer.concat(pieces).toString()));
    return answer(200, '{}');
  }
  if (!path) return answer(200, JSON.stringify({ log: site.log, aborted: site.aborted }));
  site.log.push(path);
  const trouble = Object.hasOwn(site.trouble, path) ? site.trouble[path] : undefined;
  if (trouble === 'silent') ctx.res.on('close', () => site.aborted.push(path));
  else if (typeof trouble === 'number') answer(trouble, 'Not so');
  else if (!Object.hasOwn(site.files, path)) answer(404, 'Not found');
  else answer(200, trouble ?? site.files[path]);
}

/** Somebody else's file, if this machine has it. */
async function framework(ctx) {
  const [, , name] = ctx.path.split('/');
  const text = Object.hasOwn(frameworks, name) ? await frameworks[name]() : undefined;
  ctx.status = text === undefined ? 404 : 200;
  ctx.type = TYPES[extname(name)];
  ctx.body = text ?? '';
}

/** The middleware. */
export async function site(ctx, next) {
  const place = Object.keys(SITES).find((it) => ctx.path.startsWith(it));
  if (place && ctx.path === place) return page(ctx, SITES[place]);
  if (place) return send(ctx, decodeURI(ctx.path.slice(place.length)), SITES[place]);
  if (ctx.path.startsWith('/shards/')) return shards(ctx);
  if (ctx.path.startsWith('/framework/')) return framework(ctx);
  const [, trouble, kind] = ctx.path.split('/');
  if (trouble !== 'trouble' || !Object.hasOwn(TROUBLE, kind)) return next();
  return TROUBLE[kind](ctx);
}

/** Commands that the runner lacks, in the browsers that can; what they return says whether this one can. */
export function commands() {
  const sessions = new WeakMap();
  return {
    name: 'more-commands',
    async executeCommand({ command, payload, session }) {
      // Keys held down together: by WebDriver only all at once.
      if (command === 'chord') {
        if (session.browser.type === 'webdriver')
          await session.browser.sendKeys(session.id, payload);
        else {
          const { keyboard } = session.browser.getPage(session.id);
          for (const key of payload) await keyboard.down(key);
          for (const key of payload.toReversed()) await keyboard.up(key);
        }
        return true;
      }
      if (command === 'viewport') {
        if (session.browser.type === 'webdriver') return false;
        await session.browser.getPage(session.id).setViewport(payload);
        return true;
      }
      if (command !== 'media' && command !== 'tap') return undefined;
      if (session.browser.name !== 'Chrome') return false;
      const page = session.browser.getPage(session.id);
      if (command === 'tap') {
        await page.touchscreen.tap(payload.x, payload.y);
        return true;
      }
      // What a session emulates ends with the session, so it is kept.
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      await sessions.get(page).send('Emulation.setEmulatedMedia', {
        media: payload.media ?? '',
        features: Object.entries(payload.features ?? {}).map(([name, value]) => ({ name, value })),
      });
      return true;
    },
  };
}
