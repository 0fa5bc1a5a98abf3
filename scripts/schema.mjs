/**
 * Writes src/dataset/dataset.schema.json, the JSON Schema (2020-12) of the authoring format, from
 * src/dataset/types.ts. With `--check` it writes nothing and fails where the file is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const root = new URL('../', import.meta.url);
const file = (path) => fileURLToPath(new URL(path, root));
const OUT = file('src/dataset/dataset.schema.json');

/** What an index signature cannot say: which keys a map takes. */
const ID_KEYS = { $ref: '#/$defs/Id' };
const LANGUAGE_KEYS = { $ref: '#/$defs/LanguageTag' };

/** What the types' own docstrings do not carry. */
const PATTERNS = {
  Id: { maxLength: 200 },
  LanguageTag: { pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' },
  EdtfString: { minLength: 1 },
  Url: {
    pattern: '^([hH][tT][tT][pP][sS]?://[^\\s"<>\\\\`/]|[mM][aA][iI][lL][tT][oO]:)[^\\s"<>\\\\`]*$',
  },
};

/** Rewrites draft-07 to 2020-12: where definitions stand, and what is said beside a reference stays. */
function modern(value) {
  if (Array.isArray(value)) return value.map(modern);
  if (typeof value !== 'object' || value === null) return value;
  const out = {};
  for (const [key, one] of Object.entries(value)) {
    out[key === 'definitions' ? '$defs' : key] =
      key === '$ref' ? one.replace('#/definitions/', '#/$defs/') : modern(one);
  }
  return out;
}

/** The schema, made anew from the types. */
export async function makeSchema() {
  const generated = createGenerator({
    path: file('src/dataset/types.ts'),
    tsconfig: file('tsconfig.json'),
    type: 'Dataset',
    skipTypeCheck: true,
    expose: 'all',
    topRef: true,
    jsDoc: 'extended',
    sortProps: false,
    markdownDescription: false,
  }).createSchema('Dataset');
  const definitions = modern(generated).$defs;
  for (const [name, more] of Object.entries(PATTERNS)) Object.assign(definitions[name], more);

  const { Dataset, Text, CslItem } = definitions;
  for (const map of [
    'kinds',
    'events',
    'claims',
    'sources',
    'people',
    'organisations',
    'places',
    'errata',
  ]) {
    Dataset.properties[map].propertyNames = ID_KEYS;
  }
  for (const choice of Text.anyOf) {
    if (choice.type === 'object')
      Object.assign(choice, { propertyNames: LANGUAGE_KEYS, minProperties: 1 });
  }
  CslItem.$comment =
    'CSL-JSON has more variables than are named here, and exports add their own: all are allowed.';
  for (const name of ['CslName', 'CslDate']) {
    definitions[name].additionalProperties = {};
    definitions[name].$comment = 'Exports add fields of their own: all are allowed.';
  }
  definitions.Event.properties.dates.minItems = 1;
  Object.assign(definitions.Event.properties.importance, { minimum: 0, maximum: 10 });
  Object.assign(definitions.Coordinates.properties.longitude, { minimum: -180, maximum: 180 });
  Object.assign(definitions.Coordinates.properties.latitude, { minimum: -90, maximum: 90 });
  Object.assign(definitions.Coordinates.properties.radius, { minimum: 0 });

  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:attested:dataset:1',
    title: 'Attested dataset',
    $ref: '#/$defs/Dataset',
    $defs: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = `${JSON.stringify(await makeSchema(), null, 2)}\n`;
  const check = process.argv.includes('--check');
  const before = check ? await readFile(OUT, 'utf8').catch(() => '') : text;
  if (!check) await writeFile(OUT, text);
  else if (before !== text) {
    console.error('src/dataset/dataset.schema.json is out of date: run node scripts/schema.mjs');
    process.exitCode = 1;
  }
}
