/**
 * Makes the WordPress plugin from its sources here and from dist/: a folder that WordPress can run, and
 * the zip that its “Upload plugin” takes.
 *
 *     npm run build && node integrations/wordpress/package.mjs OUT    OUT/attested/ and OUT/attested.zip
 *     node integrations/wordpress/package.mjs --pot                   attested/languages/attested.pot anew
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import { forScript, mo, pot, readPo, strings } from './words.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const PLUGIN = join(import.meta.dirname, 'attested');
const DIST = join(ROOT, 'dist');

/** The loader, the elements, and every file that one of them imports. */
function library() {
  const files = new Set();
  const add = (file) => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(join(DIST, file), 'utf8');
    for (const [, path] of text.matchAll(/\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g))
      add(posix.join(posix.dirname(file), path));
  };
  add('attested.js');
  for (const name of readdirSync(join(DIST, 'elements')))
    if (name.endsWith('.js')) add(`elements/${name}`);
  return [...files, 'licenses.txt'];
}

/**
 * Writes the plugin into a folder.
 * @returns the plugin's own folder in it
 * @throws where a translation is not complete
 */
export function makePlugin(out) {
  const to = join(out, 'attested');
  rmSync(to, { recursive: true, force: true });
  cpSync(PLUGIN, to, { recursive: true });
  cpSync(join(ROOT, 'LICENSE'), join(to, 'LICENSE'));
  cpSync(join(ROOT, 'LICENSE-DATA'), join(to, 'LICENSE-DATA'));
  for (const file of library()) {
    mkdirSync(dirname(join(to, 'dist', file)), { recursive: true });
    cpSync(join(DIST, file), join(to, 'dist', file));
  }
  // With what else belongs to the dataset: its map, its references in other styles.
  const data = join(to, 'dist/data');
  cpSync(join(DIST, 'data'), data, { recursive: true });
  execFileSync(
    process.execPath,
    [
      join(DIST, 'cli/attested.mjs'),
      'build',
      join(ROOT, 'data/conferences/dataset.json'),
      ...['--output', join(data, 'conferences.json'), '--static', join(data, 'static')],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const all = strings(PLUGIN);
  const script = all.filter(({ files }) => files.some((file) => file.endsWith('.js')));
  if (readFileSync(join(to, 'languages/attested.pot'), 'utf8') !== pot(all))
    throw new Error('attested.pot is old: node integrations/wordpress/package.mjs --pot');
  for (const file of readdirSync(join(to, 'languages'))) {
    const [, locale] = /^attested-(\w+)\.po$/.exec(file) ?? [];
    if (!locale) continue;
    const entries = readPo(readFileSync(join(to, 'languages', file), 'utf8'));
    const missing = all.filter(({ id }) => !entries.get(id)?.forms.every(Boolean));
    if (missing.length)
      throw new Error(`${file} lacks: ${missing.map(({ id }) => id).join(' | ')}`);
    const name = join(to, 'languages', `attested-${locale}`);
    writeFileSync(`${name}.mo`, mo(entries));
    writeFileSync(
      `${name}-attested-editor.json`,
      forScript(
        entries,
        locale,
        script.map(({ id }) => id),
      ),
    );
  }
  return to;
}

/** A folder as a zip, its files in the order of their names and without a time: the same files, the same zip. */
export function zip(folder, prefix) {
  const parts = [];
  const directory = [];
  let at = 0;
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  for (const name of names) {
    const body = readFileSync(join(folder, name));
    const packed = deflateRawSync(body);
    const path = Buffer.from(`${prefix}/${name}`);
    // What the entry of a file and its line in the directory have in common.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version 2.0
    common.writeUInt16LE(0x0800, 2); // names in UTF-8
    common.writeUInt16LE(8, 4); // deflated
    common.writeUInt16LE(0x21, 8); // 1980-01-01, the first day there is
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), common, path, packed);
    const line = Buffer.alloc(16);
    line.writeUInt32LE(at, 12);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, line.subarray(2), path);
    at += 4 + common.length + path.length + packed.length;
  }
  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(lines.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, lines, end]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [out] = process.argv.slice(2);
  if (out === '--pot') writeFileSync(join(PLUGIN, 'languages/attested.pot'), pot(strings(PLUGIN)));
  else if (!out) {
    console.error('Say into which folder: node integrations/wordpress/package.mjs OUT');
    process.exitCode = 2;
  } else {
    const to = makePlugin(resolve(out));
    writeFileSync(`${to}.zip`, zip(to, 'attested'));
    console.log(`${to}.zip`);
  }
}
