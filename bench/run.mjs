/**
 * Measures our timeline beside others, in one run and taking turns, so that a busy machine hurts all
 * alike: `node bench/run.mjs [--n 100,1000] [--rounds 3] [--only ours,bare] [--loads plain,cpu,net,both]
 * [--limit 60] [--no-gestures] [--dist ../dist]`. It prints a table and writes bench/results/latest.md and latest.json.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '../scripts/browsers.mjs';
import { data } from './data.mjs';

const path = (to) => fileURLToPath(new URL(to, import.meta.url));
const stop = (words) => {
  console.error(words);
  process.exit(1);
};

/** Who takes part, and the npm package that is needed for it. */
const PEERS = {
  ours: {},
  bare: {},
  timelinejs: { package: '@knight-lab/timelinejs' },
  vis: { package: 'vis-timeline' },
  fqqb: { package: '@fqqb/timeline' },
};

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '100,1000,10000,100000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: Object.keys(PEERS).join() },
    loads: { type: 'string', default: 'plain,cpu,net,both' },
    limit: { type: 'string', default: '60' },
    'no-gestures': { type: 'boolean', default: false },
    dist: { type: 'string', default: path('../dist') },
  },
});
const list = (words) =>
  words
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean);
const sizes = list(values.n)
  .map(Number)
  .sort((a, b) => a - b);
const [rounds, limit] = [Number(values.rounds), Number(values.limit)];
const names = list(values.only);
const gestures = !values['no-gestures'];

if (!existsSync(path('node_modules/puppeteer-core')))
  stop('The others are not installed: npm ci --prefix bench');
if (!existsSync(path('../dist/attested.js'))) stop('There is nothing built: npm run build');
const { launch } = await import('puppeteer-core');
const { GaveUp, LOADS, measure } = await import('./measure.mjs');
const { report } = await import('./report.mjs');
const { serve } = await import('./server.mjs');
const loads = list(values.loads);
for (const [given, known] of [
  [names, PEERS],
  [loads, LOADS],
])
  for (const it of given)
    if (!Object.hasOwn(known, it))
      stop(`There is no “${it}”; there are ${Object.keys(known).join(', ')}.`);
if (![...sizes, rounds, limit].every((it) => it > 0))
  stop('Sizes, rounds and the limit are numbers.');

// A copy: somebody may build while this runs.
const dist = mkdtempSync(join(tmpdir(), 'attested-bench-'));
process.on('exit', () => rmSync(dist, { recursive: true, force: true }));
cpSync(values.dist, dist, {
  recursive: true,
  filter: (from) => !/[\\/](storybook|cli|\.next)/.test(from.slice(values.dist.length)),
});

const server = await serve(dist);
const how = await chromium();
const open = () =>
  launch({
    headless: true,
    ...how,
    protocolTimeout: 0,
    // What another host would have to give fails at once, on a machine with a network as without.
    args: [
      ...how.args,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      // A reader with a mouse, whether or not this machine has one.
      '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
    ],
  });
const kill = async (browser) => {
  const child = browser.process();
  await Promise.race([
    browser.close().catch(() => {}),
    new Promise((done) => setTimeout(done, 3000)),
  ]);
  if (child && child.exitCode === null) child.kill('SIGKILL');
};
const say = (words) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);

const probe = await open();
const about = {
  date: new Date().toISOString().slice(0, 10),
  browser: await probe.version(),
  machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`,
  load: [loadavg()[0]],
  rounds,
  limit,
  loads,
  sizes,
  names,
};
await kill(probe);

/** Every measurement; `gaveUp` where there was none. */
const results = [];
/** Who gave up, by load: it is spared the larger ones. */
const given = new Map();
const spared = (who, load) => given.has(`${who} plain`) || given.has(`${who} ${load}`);

for (const count of sizes) {
  const sizeOf = {};
  for (const who of names)
    if (!spared(who, 'plain')) sizeOf[who] = server.offer(who, count, await data(who, count, dist));
  const gone = new Map(given);
  // The first turn is for nobody: it fills the server's and the machine's caches.
  for (let round = count === sizes[0] ? 0 : 1; round <= rounds; round++)
    for (let turn = 0; turn < names.length; turn++) {
      // Each round begins with another, so that nobody always follows the same.
      const who = names[(turn + round) % names.length];
      for (const load of round ? loads : ['plain']) {
        if (spared(who, load)) {
          if (round === 1)
            results.push({
              who,
              count,
              load,
              round,
              gaveUp: true,
              spared: gone.has(`${who} plain`) || gone.has(`${who} ${load}`),
            });
          continue;
        }
        // Who gives up is asked once more: only twice is no accident.
        for (const again of [false, true]) {
          const browser = await open();
          const name = `${count} ${who} ${load} ${round}/${rounds}`;
          try {
            const it = await measure(browser, server, {
              url: server.page(who, count),
              load,
              limit,
              gestures: gestures && round > 0,
            });
            if (!round) break;
            results.push({ who, count, load, round, again, ...it });
            say(`${name}: ${Math.round(it.first)} ms ${it.errors?.[0] ?? ''}`);
            break;
          } catch (error) {
            if (!(error instanceof GaveUp)) throw error;
            say(`${name}: nothing after ${limit} s ${error.errors[0] ?? ''}`);
            if (!again) continue;
            given.set(`${who} ${load}`, count);
            results.push({ who, count, load, round, gaveUp: true, errors: error.errors });
          } finally {
            await kill(browser);
          }
        }
      }
    }
  about.load.push(loadavg()[0]);
}
server.close();

const text = report(about, results);
mkdirSync(path('results'), { recursive: true });
writeFileSync(path('results/latest.md'), text);
writeFileSync(path('results/latest.json'), `${JSON.stringify({ about, results }, null, 1)}\n`);
console.log(text);
process.exit(0);
