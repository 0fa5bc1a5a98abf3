import { parseArgs } from 'node:util';
import type { CompiledDataset } from '../dataset/compiled.js';
import { lookup } from '../dataset/lookup.js';
import { nearest } from '../dataset/nearest.js';
import { quoted } from '../dataset/problem.js';
import type { Id } from '../dataset/types.js';
import {
  bibtex,
  citedIn,
  coins,
  cslJson,
  highwire,
  jsonLd,
  jsonLdScript,
  linkedPlaces,
  ris,
} from '../exports/index.js';
import { compileFile, tell } from './build.js';
import { type Command, CommandError, readJson } from './io.js';
import { hasErrors } from './problems.js';

/** What a format is made from: ids of records, none for all, and an address to name them by. */
type Writer = (data: CompiledDataset, ids: Id[], base: string | undefined) => string;

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** A source stands for itself, any other record for the sources that it cites. */
const sources = (data: CompiledDataset, ids: Id[]): Id[] =>
  ids.length
    ? [
        ...new Set(
          ids.flatMap((id) =>
            lookup(data.sources, id)
              ? [id]
              : maps(data).flatMap((map) => citedIn(data, lookup(map, id))),
          ),
        ),
      ]
    : Object.keys(data.sources);

const maps = (data: CompiledDataset): Record<Id, unknown>[] => [
  data.events,
  data.claims,
  data.sources,
  data.people,
  data.organisations,
  data.places,
];

const FORMATS: Record<string, Writer> = {
  bibtex: (data, ids) => bibtex(data, sources(data, ids)),
  ris: (data, ids) => ris(data, sources(data, ids)),
  'csl-json': (data, ids) => cslJson(data, sources(data, ids)),
  coins: (data, ids) => `${coins(data, sources(data, ids))}\n`,
  highwire: (data, ids) => {
    const [id, ...more] = ids;
    if (id === undefined || more.length || !lookup(data.sources, id))
      throw new CommandError('A page is about one work: say the id of one source.');
    return highwire(data, id);
  },
  'json-ld': (data, ids, base) => json(jsonLd(data, ids.length ? ids : undefined, { base })),
  'json-ld-script': (data, ids, base) =>
    `${jsonLdScript(data, ids.length ? ids : undefined, { base })}\n`,
  'linked-places': (data, ids, base) =>
    json(linkedPlaces(data, ids.length ? ids : undefined, { base })),
};

/**
 * The static form of an element with COinS and JSON-LD of what it shows, as its last children: the light
 * tree keeps them when the element is upgraded.
 * @param form with `static` there is no element around it, and they follow
 */
export function withMetadata(
  data: CompiledDataset,
  element: string,
  attributes: Record<string, string>,
  form: string,
  html: string,
): string {
  const { event, claim, person, organisation, source } = attributes;
  const shown = [event, claim, person, organisation, ...(source?.split(/[\s;,]+/) ?? [])];
  let ids = shown.flatMap((id) => id || []);
  if (element === 'source-list') ids = Object.keys(data.sources);
  const metadata =
    coins(data, sources(data, ids)) + jsonLdScript(data, ids.length ? ids : undefined);
  const end = form === 'static' ? html.length : html.lastIndexOf('</');
  return html.slice(0, end) + metadata + html.slice(end);
}

/** `attested export` */
export const exportCommand: Command = {
  summary: 'write references, events and places in the formats of others',
  help: `attested export FILE --format FORMAT [ID …] [--base URL]

Writes records of a dataset for other programs, to the standard output, in UTF-8.
FILE may be the authors' file or a compiled one. Without an id it writes them all; for
a format of references the id of an event or a claim stands for the sources it cites.

  $ attested export dataset.json --format bibtex zakopane-1939-12 > zakopane.bib

  --format   bibtex          entries with the fields of biblatex; the keys are the ids
             ris             for EndNote, Mendeley, Zotero
             csl-json        for Zotero, Pandoc and CSL processors
             coins           empty spans for a page, in which Zotero finds the works
             highwire        meta tags for the head of a page that is about one source
             json-ld         Schema.org: events, claims, people, places and works
             json-ld-script  the same as a script element for a page
             linked-places   places, in the Linked Places format (GeoJSON)
  --base     for json-ld and linked-places: the address of the page that shows the records
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: 'string', short: 'f' }, base: { type: 'string' } },
    });
    const [name, ...ids] = positionals;
    if (name === undefined)
      throw new CommandError('Say which file: attested export --help shows how.');
    const { format, base } = values;
    const known = Object.keys(FORMATS);
    if (format === undefined)
      throw new CommandError(`Say which format with --format: ${known.join(', ')}.`);
    const write = lookup(FORMATS, format);
    if (!write) {
      const near = nearest(format, known);
      throw new CommandError(
        `There is no format ${quoted(format)}${near ? `; did you mean ${quoted(near)}?` : `. There are ${known.join(', ')}.`}`,
      );
    }
    const { dataset, problems } = compileFile(await readJson(name, io));
    tell(problems, io);
    if (hasErrors(problems)) io.err('What is broken is left out.\n');
    for (const id of ids) {
      if (maps(dataset).some((map) => Object.hasOwn(map, id))) continue;
      const near = nearest(id, maps(dataset).flatMap(Object.keys));
      throw new CommandError(
        `There is no record ${quoted(id)} in ${name}${near ? `; did you mean ${quoted(near)}?` : '.'}`,
      );
    }
    io.out(write(dataset, ids, base));
    return 0;
  },
};
