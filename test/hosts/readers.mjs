/** Reads published pages as their readers do, in the engines that this machine has. */
import puppeteer from 'puppeteer-core';
import { remote } from 'webdriverio';
import { launchers } from '../../scripts/browsers.mjs';
import { PATIENCE } from './processes.mjs';

/**
 * What stands on a page once its widgets are there: runs in the page. It walks down to each, as a reader
 * does, since widgets load when they come near.
 */
async function look(tags) {
  const widgets = () => [...document.querySelectorAll(tags.join())];
  const hosts = () => [...document.querySelectorAll('[data-attested]')];
  const shown = (widget) => (widget.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const waits = () =>
    hosts().find((host) => !host.querySelector(tags.join())) ?? widgets().find((it) => !shown(it));
  for (let looks = 0; looks < 80 && (!widgets().length || waits()); looks++) {
    waits()?.scrollIntoView();
    await new Promise((done) => setTimeout(done, 100));
  }
  const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();
  const paragraph = (node) => node.closest('p, li');
  const cite = document.querySelector('source-cite, [data-attested="source-cite"]');
  const blocks = [...widgets(), ...hosts()].filter(
    (it) => ![it.localName, it.getAttribute('data-attested')].includes('source-cite'),
  );
  return {
    widgets: widgets().map((it) => ({
      tag: it.localName,
      text: shown(it),
      error: it.shadowRoot?.querySelector('[part~="error"]')?.textContent ?? '',
    })),
    sentence: cite && paragraph(cite) ? text(paragraph(cite)) : '',
    text: text(document.body),
    torn: [
      ...blocks.filter(paragraph).map((it) => `<${it.localName}> in a <p>`),
      ...blocks.flatMap((it) =>
        [it.previousElementSibling, it.nextElementSibling, ...it.querySelectorAll('p')]
          .filter((near) => near?.localName === 'p' && !text(near) && !near.querySelector('img'))
          .map(() => `an empty <p> at <${it.localName}>`),
      ),
    ],
  };
}

/** What a page complains of that the widgets have no part in. */
const OF_OTHERS = /favicon\.ico/;

/** A reader for Chromium or Firefox. */
async function byPuppeteer(name, options) {
  const browser = await puppeteer.launch({ headless: true, ...options });
  return {
    name,
    browser,
    async read(url, tags, { scripts = true } = {}) {
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error')
          errors.push(`${message.text()} ${message.location().url ?? ''}`);
      });
      try {
        if (!scripts) await page.setJavaScriptEnabled(false);
        await page.goto(url);
        if (scripts) await page.bringToFront();
        const seen = scripts ? await page.evaluate(look, tags) : { text: await textOf(page) };
        return { ...seen, errors: errors.filter((it) => !OF_OTHERS.test(it)) };
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

const textOf = (page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim());

/** A reader for WebKit, whose WebDriver tells nothing of the console. */
async function byWebDriver(name, options) {
  const browser = await remote(options);
  return {
    name,
    async read(url, tags) {
      await browser.url(url);
      return { ...(await browser.execute(look, tags)), errors: [] };
    },
    close: () => browser.deleteSession(),
  };
}

/** A reader in each engine that is there; the first is Chromium. */
export async function readers() {
  const found = [];
  for (const launcher of await launchers()) {
    const open = launcher.launchOptions ? byPuppeteer : byWebDriver;
    const name = launcher.name.replace('Chrome', 'Chromium');
    found.push(await open(name, launcher.launchOptions ?? launcher.options));
  }
  return found;
}
