import type { CompiledDataset } from '../dataset/compiled.js';
import type { Id, Text } from '../dataset/types.js';
import { WAYS } from '../elements/conference-timeline/groups.js';
import { renderStatic, staticTags } from '../elements/static.js';
import { type Io, writeFiles } from './io.js';

/** The element that shows a record of each kind. */
const CARDS = {
  event: 'event-card',
  claim: 'contested-claim',
  person: 'person-card',
  organisation: 'person-card',
} as const;

type Kind = keyof typeof CARDS;

/**
 * What `index.json` beside the static forms says: enough to choose a record and to name it, and to leave
 * out of a form what the element's attributes leave out.
 */
export interface StaticIndex extends Record<Kind, Record<Id, Text>> {
  /** Marks the file, and the version of this layout. */
  'attested-static': 1;
  title: Text;
  /** The languages that there is a folder for; the dataset's own is the first. */
  languages: string[];
  /** Author and year of each source. */
  source: Record<Id, Text>;
  /** The bounds of each date that is given for an event, in days since 1970-01-01; `null` is not known. */
  dates: Record<Id, [earliest: number | null, latest: number | null][]>;
  /** The claims about each event, in the order in which they are shown. */
  claims: Record<Id, Id[]>;
  /** The status of each claim. */
  status: Record<Id, string>;
  /** The kind of each source. */
  kind: Record<Id, string>;
  /** What is said, by language, where nothing is left of a timeline, of a matrix, and of a place's events. */
  words: Record<string, { timeline: string; matrix: string; hidden: string }>;
}

/**
 * The static forms of all that a dataset can show, as files for hosts that cannot compile: an
 * `index.json`, `LANGUAGE/KIND/ID.html` for each event, claim, person and organisation, and
 * `LANGUAGE/TAG.html` for each element that shows the whole, with `LANGUAGE/conference-timeline/WAY.html`
 * for each way to group events. A citation has none: it depends on the place cited.
 * @returns the text of each file by its path
 */
export function staticForms(dataset: CompiledDataset): Map<string, string> {
  const names = <T, U>(
    records: Record<Id, T>,
    name: (record: T) => U,
    ids = Object.keys(records),
  ): Record<Id, U> => Object.fromEntries(ids.map((id) => [id, name(records[id] as T)]));
  const { events, claims, people, organisations, sources } = dataset;
  const index: StaticIndex = {
    'attested-static': 1,
    title: dataset.title,
    languages: Object.keys(dataset.words),
    event: names(events, ({ title }) => title, dataset.inTime),
    claim: names(claims, ({ statement }) => statement),
    person: names(people, ({ label }) => label),
    organisation: names(organisations, ({ label }) => label),
    source: names(sources, ({ short }) => short),
    dates: names(events, ({ dates }) => dates.map(({ earliest, latest }) => [earliest, latest])),
    claims: names(events, ({ claims }) => claims ?? []),
    status: names(claims, ({ status }) => status),
    kind: names(sources, ({ kind }) => kind),
    words: Object.fromEntries(
      Object.entries(dataset.words).map(([lang, { timeline, matrix, map }]) => [
        lang,
        { timeline: timeline.none, matrix: matrix.none, hidden: map.hidden },
      ]),
    ),
  };
  const files = new Map([['index.json', `${JSON.stringify(index)}\n`]]);
  const cards = Object.entries(CARDS) as [Kind, string][];
  const wholes = staticTags.filter(
    (tag) => tag !== 'source-cite' && !cards.some(([, card]) => card === tag),
  );
  for (const lang of index.languages) {
    for (const [kind, tag] of cards)
      for (const id of Object.keys(index[kind]))
        files.set(
          `${lang}/${kind}/${id}.html`,
          `${renderStatic(dataset, tag, { [kind]: id }, { lang })}\n`,
        );
    for (const tag of wholes)
      files.set(`${lang}/${tag}.html`, `${renderStatic(dataset, tag, {}, { lang })}\n`);
    for (const way of WAYS)
      files.set(
        `${lang}/conference-timeline/${way}.html`,
        `${renderStatic(dataset, 'conference-timeline', { 'group-by': way }, { lang })}\n`,
      );
  }
  return files;
}

/** Writes them into a folder, which is made where it is missing, and says how many there are. */
export async function writeStaticForms(
  dataset: CompiledDataset,
  folder: string,
  io: Io,
): Promise<void> {
  const files = staticForms(dataset);
  await writeFiles(files, folder, io);
  // One of them is the index.
  io.err(`${folder}: ${files.size - 1} static forms\n`);
}
