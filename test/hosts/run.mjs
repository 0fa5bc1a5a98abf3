/**
 * Brings real hosts up, publishes pages with widgets in each as its authors do, and reads them as its
 * readers do, in the browsers that this machine has (ENGINES as for npm test). It needs dist/.
 *
 *     node test/hosts/run.mjs                  every host
 *     node test/hosts/run.mjs wordpress-6.6    only those whose name begins so
 *
 * A host is one file here that exports `hosts`: functions by name, each of which starts it and gives
 *     version    how it calls itself
 *     roles      who may publish; one entry where there is but one
 *     publish(page, role)   writes the page of page.mjs in the host's own words; gives its address
 *     more(t, readers)      whatever else is to be tested there (optional)
 *     stop()     ends all that it started
 * or throws NotHere with a sentence that says what the machine lacks: it is then skipped.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { PAGE } from './page.mjs';
import { NotHere } from './processes.mjs';
import { readers } from './readers.mjs';

process.chdir(resolve(import.meta.dirname, '../..'));
const only = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

/** One statement, and whether it is so: `look` throws, or gives what is wrong, or nothing. */
async function t(name, check) {
  let wrong;
  const began = performance.now();
  try {
    wrong = await check();
  } catch (error) {
    wrong = error.stack ?? String(error);
  }
  total[wrong ? 'failed' : 'passed']++;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${wrong ? '✖' : '✔'} ${name} (${seconds} s)`);
  if (wrong) console.log(String(wrong).slice(0, 3000).replace(/^/gm, '    '));
}

const TAGS = PAGE.body.flat().flatMap((piece) => piece.tag ?? []);

/** What is wrong with a page that was read with scripts. */
function wrongWith(seen) {
  const wrong = [...seen.errors.map((it) => `console: ${it}`), ...seen.torn];
  for (const tag of TAGS) {
    const there = seen.widgets.filter((it) => it.tag === tag);
    if (!there.length) wrong.push(`there is no <${tag}>`);
    for (const { text, error } of there) {
      if (!text) wrong.push(`<${tag}> shows nothing`);
      if (error) wrong.push(`<${tag}>: ${error}`);
    }
  }
  if (!/at Zakopane \S.*\S in December 1939/.test(seen.sentence))
    wrong.push(`the sentence around the citation reads “${seen.sentence}”`);
  return wrong.join('\n');
}

async function testHost(name, start, all) {
  let host;
  try {
    host = await start();
  } catch (error) {
    if (!(error instanceof NotHere))
      return t(`${name} can be brought up`, () => Promise.reject(error));
    total.skipped++;
    return console.log(`– ${name} is not tested: ${error.message}.`);
  }
  try {
    console.log(`${name}: ${host.version}`);
    for (const role of host.roles) {
      let url;
      await t(`${name}: ${role} publishes a page`, async () => {
        url = await host.publish(PAGE, role);
      });
      if (!url) continue;
      for (const reader of all)
        await t(`${name}: the page of ${role} in ${reader.name}`, async () =>
          wrongWith(await reader.read(url, TAGS)),
        );
      await t(`${name}: the page of ${role} without scripts`, async () => {
        const { text } = await all[0].read(url, TAGS, { scripts: false });
        const lost = PAGE.body
          .flat()
          .map((piece) => (piece.text ?? piece).trim())
          .filter((it) => !text.includes(it));
        return lost.map((it) => `lost: ${it}`).join('\n');
      });
    }
    await host.more?.(t, all);
  } finally {
    await host.stop();
  }
}

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.mjs'));
const started = [];
try {
  started.push(...(await readers()));
  for (const file of files.sort()) {
    if (file === 'run.mjs') continue;
    const { hosts = {} } = await import(`./${file}`);
    for (const [name, start] of Object.entries(hosts))
      if (!only.length || only.some((it) => name.startsWith(it)))
        await testHost(name, start, started);
  }
} catch (error) {
  console.error(error);
  total.failed++;
} finally {
  await Promise.allSettled(started.map((reader) => reader.close()));
}
if (!total.passed && !total.failed && !total.skipped) {
  console.error(`There is no host ${only.join(', ')}.`);
  total.failed++;
}
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed ? 1 : 0);
