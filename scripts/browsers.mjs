/**
 * The real browsers that this machine has, as launchers for Web Test Runner.
 *
 * Chromium is always found: installed, named by CHROME_PATH, or carried by an npm package
 * (ATTESTED_BROWSER=carried asks for that one). Firefox and WebKit are used where they are installed.
 * ENGINES=chromium,firefox,webkit says which are wanted; one that is asked for must be there.
 */
import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';

const CHROMIUM = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The page must not be told apart from others by what a new profile does in the background. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of these commands or paths that this machine has. */
const find = (...names) => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => (/[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name))))
    .find(usable);
};

const gone = [];
process.on('exit', () => gone.splice(0).forEach((end) => end()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** Starts a program that ends with this process. */
const start = (command, args, env) => {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
  gone.unshift(() => child.kill());
  return child;
};

/** The Chromium that an npm package carries, with the libraries and fonts that a bare machine lacks. */
async function carried() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'No Chrome, Chromium or Edge was found: install one, or name it in CHROME_PATH.',
    );
  const folder = resolve('node_modules/.cache/attested-chromium');
  if (!existsSync(folder)) await unpack(folder);
  // Its own list of font folders names only those of that host; without a font Chromium crashes.
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>
<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  return {
    executablePath: join(folder, 'chromium'),
    args: ARGS,
    headless: 'shell',
    env: {
      ...process.env,
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Unpacks it beside its place and then moves it there, so that a run cut short leaves no half of it. */
async function unpack(folder) {
  const next = `${folder}-${process.pid}`;
  mkdirSync(next, { recursive: true });
  const before = { ...process.env };
  try {
    // It unpacks its libraries only where it believes to be at its own host.
    Object.assign(process.env, { TMPDIR: next, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
  try {
    renameSync(next, folder);
  } catch {
    // Another run was faster.
    rmSync(next, { recursive: true, force: true });
  }
}

/** How to start a Chromium with puppeteer. */
export async function chromium() {
  const wanted = process.env.CHROME_PATH;
  if (wanted && !usable(wanted))
    throw new Error(`CHROME_PATH names ${wanted}, which cannot be run.`);
  const installed =
    process.env.ATTESTED_BROWSER === 'carried' ? undefined : (wanted ?? find(...CHROMIUM));
  return installed ? { executablePath: installed, args: ARGS } : carried();
}

const launcherOf = {
  async chromium() {
    return chromeLauncher({ launchOptions: await chromium() });
  },
  firefox() {
    const executablePath = find(
      'firefox-esr',
      'firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    );
    if (!executablePath) return undefined;
    // A home that exists and is ours: Firefox refuses to run as root in another user's.
    const HOME = mkdtempSync(join(tmpdir(), 'attested-firefox-'));
    gone.push(() => rmSync(HOME, { recursive: true, force: true }));
    const launcher = chromeLauncher({
      launchOptions: { browser: 'firefox', executablePath, env: { ...process.env, HOME } },
    });
    launcher.name = 'Firefox';
    return launcher;
  },
  async webkit() {
    const [driver, screen] = [find('WebKitWebDriver'), find('Xvfb')];
    const binary = find(...libraries('MiniBrowser'));
    if (!driver || !screen || !binary) return undefined;
    const port = await freePort();
    const display = `:${port}`;
    start(screen, [display, '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
    start(driver, [`--port=${port}`], {
      DISPLAY: display,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
    });
    await answers(`http://127.0.0.1:${port}/status`);
    const launcher = webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port,
      path: '/',
      protocol: 'http',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    });
    launcher.name = 'WebKit';
    return launcher;
  },
};

/** Where Debian and others keep a program of WebKitGTK's own. */
function libraries(program) {
  const under = (folder, pattern) => {
    try {
      return readdirSync(folder)
        .filter((it) => pattern.test(it))
        .map((it) => join(folder, it));
    } catch {
      return [];
    }
  };
  return ['/usr/lib', ...under('/usr/lib', /-linux-gnu/), '/usr/libexec', '/usr/lib64']
    .flatMap((folder) => under(folder, /^webkit2?gtk/))
    .map((folder) => join(folder, program))
    .reverse();
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function answers(url) {
  for (let tries = 0; tries < 100; tries++) {
    if ((await fetch(url).catch(() => undefined))?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} does not answer.`);
}

/** A launcher for each engine that is wanted and there. */
export async function launchers() {
  const asked = process.env.ENGINES?.split(',')
    .map((it) => it.trim())
    .filter(Boolean);
  const found = [];
  for (const name of asked ?? Object.keys(launcherOf)) {
    if (!Object.hasOwn(launcherOf, name))
      throw new Error(`ENGINES names “${name}”; there are ${Object.keys(launcherOf).join(', ')}.`);
    const launcher = await launcherOf[name]();
    if (launcher) found.push(launcher);
    else if (asked) throw new Error(`ENGINES asks for ${name}, which is not installed here.`);
  }
  return found;
}
