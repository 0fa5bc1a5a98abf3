/** Loads one page in a new profile and measures it. */
import { readFileSync } from 'node:fs';
import { PredefinedNetworkConditions } from 'puppeteer-core';

const PROBE = readFileSync(new URL('probe.js', import.meta.url), 'utf8');

/** How a page is loaded: as it comes, with a processor a quarter as fast, by a slow line, by both. */
export const LOADS = {
  plain: {},
  cpu: { cpu: 4 },
  net: { net: true },
  both: { cpu: 4, net: true },
};

/** How long one gesture goes on, ms. */
const GESTURE = 2500;
/** How long nothing may happen until a page counts as at rest, ms. */
const QUIET = 800;
/** How long a new browser is given to come to rest before it is asked for a page, ms. */
const START = 1500;

/** Said by a page that does not come to an end; `errors` are those that it told of. */
export class GaveUp extends Error {
  errors = [];
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** The part of sorted numbers below which `part` of them lie. */
export const quantile = (numbers, part) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
};

/** What a promise gives, unless it takes until `end`. */
async function until(end, promise, what) {
  let timer;
  promise.catch(() => {});
  try {
    return await Promise.race([
      promise,
      new Promise((_, fail) => {
        timer = setTimeout(() => fail(new GaveUp(what)), Math.max(0, end - Date.now()));
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

const summary = (frames, work) => ({
  p50: quantile(frames, 0.5),
  p95: quantile(frames, 0.95),
  longest: Math.max(...frames),
  perSecond: (1000 * frames.length) / frames.reduce((a, b) => a + b, 0),
  work: work / frames.length,
});

/** Measures the frames while `act` is done again and again. */
async function frames(page, client, act) {
  const busy = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const before = await busy();
  await page.evaluate(() => window.probe.frames());
  const end = Date.now() + GESTURE;
  while (Date.now() < end) await act(end);
  const all = await page.evaluate(() => window.probe.stop());
  return summary(all, (await busy()) - before);
}

/** Zooms in and out about the middle, then pans from side to side where it is zoomed in a little. */
async function use(page, client, limit) {
  const { box, zoom, target } = await page.evaluate(() => {
    const { buttons, ...zoom } = window.bench.zoom;
    const boxOf = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    window.bench.plot().scrollIntoView({ block: 'nearest' });
    return { zoom, target: buttons?.().map(boxOf), box: boxOf(window.bench.plot()) };
  });
  const where = () => page.evaluate(() => window.bench.where());
  const x = box.x + box.width / 2;
  // On open ground where there is some: the last third of the plot's height that can be seen.
  const y = box.y + Math.min(box.height, 860 - box.y) * 0.6;
  const notch = async (out) => {
    if (target) {
      const { x, y, width, height } = target[out ? 1 : 0];
      return page.mouse.click(x + width / 2, y + height / 2);
    }
    if (zoom.ctrl) await page.keyboard.down('Control');
    await page.mouse.wheel({ deltaY: out ? zoom.wheel : -zoom.wheel });
    if (zoom.ctrl) await page.keyboard.up('Control');
  };
  const sweep = async (out, times = zoom.times, stop = Infinity) => {
    for (let i = 0; i < times && Date.now() < stop; i++) {
      await notch(out);
      await wait(600 / zoom.times);
    }
  };
  const result = {};
  const rest = async () => {
    await wait(400);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
  };

  const zooming = async () => {
    await page.mouse.move(x, y);
    await rest();
    const begun = await where();
    await sweep(false);
    await rest();
    const moved = (await where()) !== begun;
    await sweep(true);
    await rest();
    if (!moved) {
      result.zoom = 'does not move';
      return;
    }
    result.zoom = await frames(page, client, async (stop) => {
      await sweep(false, zoom.times, stop);
      await sweep(true, zoom.times, stop);
    });
  };
  const panning = async () => {
    await rest();
    await sweep(false, Math.ceil(zoom.times / 3));
    await page.mouse.move(x, y);
    await rest();
    const begun = await where();
    await page.mouse.down();
    const reach = box.width * 0.4;
    let turn = 0;
    const drag = async () => {
      // A second and a half from side to side, at the speed at which the page takes it.
      await page.mouse.move(x + reach * Math.sin(turn), y);
      turn += 0.033;
      await wait(4);
    };
    for (let i = 0; i < 6; i++) await drag();
    await rest();
    result.pan = (await where()) === begun ? 'does not move' : await frames(page, client, drag);
    await page.mouse.up();
  };
  for (const [name, act] of Object.entries({ zoom: zooming, pan: panning })) {
    try {
      await until(Date.now() + limit * 1000, act(), name);
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      result[name] = 'gave up';
      break;
    }
  }
  return result;
}

/**
 * Loads a page and measures it; throws `GaveUp` where no item is on screen in time.
 * @param browser a browser of puppeteer's
 * @param server what `serve` gave
 * @param {{url: string, load: keyof LOADS, limit: number, gestures: boolean}} what `limit` in seconds
 */
export async function measure(browser, server, what) {
  const page = await (await browser.createBrowserContext()).newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (said) => {
    if (/^(error|warn)/.test(said.type())) errors.push(said.text());
  });
  try {
    return { ...(await measurePage(page, server, what)), ...(errors.length && { errors }) };
  } catch (error) {
    if (error instanceof GaveUp) error.errors = errors;
    throw error;
  }
}

async function measurePage(page, server, { url, load, limit, gestures }) {
  const end = Date.now() + START + limit * 1000;
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(PROBE);
  const { cpu, net } = LOADS[load];
  if (cpu) await page.emulateCPUThrottling(cpu);
  if (net) await page.emulateNetworkConditions(PredefinedNetworkConditions['Slow 4G']);
  const client = await page.createCDPSession();
  await client.send('Performance.enable');

  await wait(START);
  server.reset();
  // Not awaited: a page may be busy before it has begun.
  client.send('Page.navigate', { url }).catch(() => {});
  let seen;
  let since = Date.now();
  let before = '';
  for (;;) {
    seen = await until(
      end,
      page
        .evaluate(() => ({
          first: window.probe?.first,
          tasks: window.probe?.tasks ?? [],
          shift: window.probe?.shift,
        }))
        // The page that was there before is gone.
        .catch(() => ({ tasks: [] })),
      'load',
    );
    // At rest is who has an item, and neither a long task nor a request since a while.
    const now = `${seen.first} ${seen.tasks.length} ${server.counted().requests}`;
    if (now !== before) since = Date.now();
    before = now;
    if (seen.first !== undefined && Date.now() - since > QUIET) break;
    if (Date.now() > end) throw new GaveUp('load');
    await wait(50);
  }
  const blocked = seen.tasks.map(([, duration]) => duration - 50);
  const result = {
    first: seen.first,
    blocking: blocked.reduce((a, b) => a + b, 0),
    longestTask: Math.max(0, ...seen.tasks.map(([, duration]) => duration)),
    shift: seen.shift,
  };
  if (load === 'plain') {
    Object.assign(result, server.counted());
    await until(end + 10000, client.send('HeapProfiler.collectGarbage'), 'heap');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    result.heap = usedSize;
    result.elements = await page.evaluate(() => window.probe.elements());
    if (gestures) Object.assign(result, await use(page, client, Math.min(limit, 30)));
    result.codeUsed = server.counted().code;
  }
  return result;
}
