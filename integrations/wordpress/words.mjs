/**
 * The plugin's translations: what there is to translate, read from its sources; and a translator's .po
 * as the .mo that PHP reads and the JSON that the editor's script reads.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const QUOTED = String.raw`'((?:[^'\\]|\\.)*)'`;
const ONE = new RegExp(
  String.raw`\b(?:__|esc_html__|esc_html_e|esc_attr__)\(\s*${QUOTED},\s*'attested'`,
  'g',
);
const MANY = new RegExp(String.raw`\b_n\(\s*${QUOTED},\s*${QUOTED},`, 'g');
const HEADER = /^ \* (Description):\s+(.+)$/gm;

/** Every string to translate in a plugin's folder: `id`, `plural`, `note` to translators, `files`. */
export function strings(plugin) {
  const found = new Map();
  for (const file of readdirSync(plugin, { recursive: true }).sort()) {
    if (!/\.(php|js)$/.test(file)) continue;
    const text = readFileSync(join(plugin, file), 'utf8');
    const add = (id, plural, at, note) => {
      const before = /\/\* translators: ((?:(?!\*\/).)*) \*\/(?:(?!\*\/)[^;]){0,150}$/s;
      const [, told] = before.exec(text.slice(Math.max(0, at - 400), at)) ?? [];
      const entry = found.get(id) ?? { id, plural, note: note ?? told, files: [] };
      found.set(id, { ...entry, files: [...new Set([...entry.files, file])] });
    };
    const plain = (quoted) => quoted.replace(/\\(.)/g, '$1');
    for (const { 1: id, index } of text.matchAll(ONE)) add(plain(id), undefined, index);
    for (const { 1: id, 2: plural, index } of text.matchAll(MANY))
      add(plain(id), plain(plural), index);
    if (file === 'attested.php')
      for (const [, name, value] of text.matchAll(HEADER))
        add(value, undefined, 0, `${name} of the plugin`);
  }
  return [...found.values()];
}

/** The template that translators begin with. It has no date, so that the same source gives the same file. */
export function pot(entries) {
  const lines = [
    'msgid ""',
    'msgstr ""',
    '"Project-Id-Version: Attested\\n"',
    '"MIME-Version: 1.0\\n"',
    '"Content-Type: text/plain; charset=UTF-8\\n"',
    '"Content-Transfer-Encoding: 8bit\\n"',
    '"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"',
  ];
  for (const { id, plural, note, files } of entries) {
    lines.push('');
    if (note) lines.push(`#. translators: ${note}`);
    lines.push(`#: ${files.join(' ')}`);
    if (/%(\d\$)?[sd]/.test(id)) lines.push('#, php-format');
    lines.push(`msgid ${JSON.stringify(id)}`);
    if (plural)
      lines.push(`msgid_plural ${JSON.stringify(plural)}`, 'msgstr[0] ""', 'msgstr[1] ""');
    else lines.push('msgstr ""');
  }
  return `${lines.join('\n')}\n`;
}

/** A .po file as a map from msgid to its msgstr, of which there are several where it has a plural. */
export function readPo(text) {
  const entries = new Map();
  for (const block of text.split(/\n\s*\n/)) {
    const fields = {};
    let field;
    for (const line of block.split('\n')) {
      const [, name, quoted] =
        /^(?:(msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?(".*")\s*$/.exec(line) ?? [];
      if (quoted === undefined) continue;
      field = name ?? field;
      fields[field] = (fields[field] ?? '') + JSON.parse(quoted);
    }
    if (fields.msgid === undefined) continue;
    const forms = Object.keys(fields).filter((name) => name.startsWith('msgstr'));
    entries.set(fields.msgid, {
      plural: fields.msgid_plural,
      forms: forms.map((name) => fields[name]),
    });
  }
  return entries;
}

/** A .po file as GNU gettext's .mo: a table of offsets to the sorted ids, and one to their translations. */
export function mo(entries) {
  const rows = [...entries]
    .filter(([, { forms }]) => forms.every(Boolean))
    .map(([id, { plural, forms }]) => [
      Buffer.from(plural === undefined ? id : `${id}\0${plural}`),
      Buffer.from(forms.join('\0')),
    ])
    .sort(([a], [b]) => Buffer.compare(a, b));
  const head = Buffer.alloc(28 + rows.length * 16);
  [0x950412de, 0, rows.length, 28, 28 + rows.length * 8, 0, 28 + rows.length * 16].forEach(
    (value, i) => head.writeUInt32LE(value, i * 4),
  );
  const bodies = [];
  let at = head.length;
  for (const side of [0, 1])
    rows.forEach((row, i) => {
      const place = 28 + side * rows.length * 8 + i * 8;
      head.writeUInt32LE(row[side].length, place);
      head.writeUInt32LE(at, place + 4);
      bodies.push(row[side], Buffer.from([0]));
      at += row[side].length + 1;
    });
  return Buffer.concat([head, ...bodies]);
}

/** Those of a .po's entries that the editor's script needs, as `wp.i18n` reads them. */
export function forScript(entries, locale, ids) {
  const plurals = /Plural-Forms:\s*([^\n]+)/.exec(entries.get('')?.forms[0] ?? '')?.[1] ?? '';
  const messages = { '': { domain: 'messages', lang: locale, 'plural-forms': plurals } };
  for (const id of ids)
    if (entries.get(id)?.forms.every(Boolean)) messages[id] = entries.get(id).forms;
  return JSON.stringify({ domain: 'messages', locale_data: { messages } });
}
