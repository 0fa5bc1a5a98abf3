import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Dataset } from '../dataset/types.js';
import { type Command, CommandError, hasCode } from './io.js';

/** A dataset of one event and one claim on which two voices differ; each field shows what goes into it. */
export function example(today: string): Dataset {
  return {
    $schema: './node_modules/attested/dist/schema/dataset.schema.json',
    title: 'The fire at the town hall',
    description:
      'An example to write over: *one event*, one claim, three sources. Cites look like this [@kowalska-1975, p. 12].',
    language: 'en',
    licence: 'CC-BY-4.0',
    editors: [{ name: 'Your Name', url: 'mailto:you@example.org' }],
    contact: 'mailto:you@example.org',
    version: '0.1.0',
    modified: today,
    changes: [{ version: '0.1.0', date: today, what: 'Begun.' }],
    kinds: { fire: 'Fire' },
    events: {
      'town-hall-1921-03': {
        title: 'Fire at the town hall',
        kind: 'fire',
        dates: [
          {
            edtf: '1921-03-04/1921-03-05',
            wording: { language: 'en', text: 'in the night to Saturday' },
            preferred: true,
            citations: [{ source: 'gazette-1921', locator: '1' }],
          },
          {
            edtf: '1921-03~',
            citations: [{ source: 'kowalska-1975', locator: '12' }],
            note: 'From memory, fifty years on.',
          },
        ],
        occurrence: {
          status: 'established',
          reason: 'Two independent sources tell of it, one of them printed within the week.',
          citations: [{ source: 'gazette-1921', locator: '1' }],
        },
        places: [
          {
            place: 'exampleton',
            venue: 'Town hall',
            citations: [{ source: 'gazette-1921', locator: '1' }],
          },
        ],
        participants: [
          {
            who: 'kowalska',
            role: 'Clerk',
            citations: [{ source: 'kowalska-1975', locator: '12' }],
            note: 'By her own account.',
          },
        ],
        summary:
          'The east wing burned down [see @gazette-1921, p. 1; @kowalska-1975, pp. 12–13]. Nobody was hurt.',
        claims: ['town-hall-cause'],
      },
    },
    claims: {
      'town-hall-cause': {
        statement: 'The fire was laid.',
        undisputed: 'The fire broke out in the record room.',
        about: ['town-hall-1921-03'],
        status: 'contested',
        assessment: {
          by: 'Your Name',
          date: today,
          reason: 'A memoir says so at second hand; the historian who read the inquest says not.',
        },
        positions: [
          {
            holder: { person: 'kowalska' },
            stance: 'supports',
            basis: 'hearsay',
            says: 'The caretaker told her of a smell of petrol.',
            reach: 'Second hand; she was not there when it broke out.',
            since: '1975',
            citations: [
              {
                source: 'kowalska-1975',
                locator: '13',
                quotation: {
                  language: 'pl',
                  text: 'Mówił, że pachniało benzyną.',
                  translations: [
                    {
                      language: 'en',
                      text: 'He said there had been a smell of petrol.',
                      translator: 'Your Name',
                    },
                  ],
                },
              },
            ],
          },
          {
            holder: { name: 'Jan Nowak' },
            stance: 'disputes',
            basis: 'document',
            says: 'The inquest found a faulty stove.',
            citations: [{ source: 'nowak-1998', locator: '88–90' }],
          },
        ],
        wouldSettle: 'The fire brigade’s own report, which has not been found.',
      },
    },
    sources: {
      'gazette-1921': {
        csl: {
          type: 'article-newspaper',
          title: 'Town hall in flames',
          'container-title': 'The Exampleton Gazette',
          issued: { 'date-parts': [[1921, 3, 8]] },
          page: '1',
        },
        kind: 'journalism',
        verification: 'confirmed',
      },
      'kowalska-1975': {
        csl: {
          type: 'book',
          title: 'Moje lata w urzędzie',
          author: [{ family: 'Kowalska', given: 'Anna' }],
          publisher: 'Nasza Księgarnia',
          'publisher-place': 'Warszawa',
          issued: { 'date-parts': [[1975]] },
          language: 'pl',
        },
        kind: 'memoir',
        translatedTitle: { en: 'My years in office' },
        verification: 'confirmed',
      },
      'nowak-1998': {
        csl: {
          type: 'article-journal',
          title: 'The town hall fire reconsidered',
          author: [{ family: 'Nowak', given: 'Jan' }],
          'container-title': 'Exampleton Historical Review',
          volume: 12,
          issue: 3,
          page: '81-99',
          issued: { 'date-parts': [[1998]] },
        },
        kind: 'article',
        verification: 'locator-unverified',
      },
    },
    people: {
      kowalska: {
        label: 'Anna Kowalska',
        roles: [
          {
            title: 'Clerk',
            organisation: 'town-council',
            when: '1918/1926',
            citations: [{ source: 'kowalska-1975', locator: '5' }],
          },
        ],
      },
    },
    organisations: { 'town-council': { label: 'Town council of Exampleton' } },
    places: {
      exampleton: {
        label: 'Exampleton',
        names: [{ text: 'Exampleton', language: 'en' }],
        coordinates: { longitude: 21.0, latitude: 52.2, certainty: 'approximate', radius: 5 },
      },
    },
  };
}

/** `attested init` */
export const initCommand: Command = {
  summary: 'write a small dataset to start from',
  help: `attested init [FILE] [--force]

Writes an example dataset, dataset.json unless another name is given: one event, one
claim, three sources, each kind of field once. Write over it; “contact” is where
readers report an error.

  $ attested init && attested check dataset.json

  --force   write over a file that is there
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { force: { type: 'boolean' } },
    });
    const [name = 'dataset.json', ...more] = positionals;
    if (more.length)
      throw new CommandError(`One file at a time, please; ${more.join(' ')} is too much.`);
    const text = `${JSON.stringify(example(new Date().toISOString().slice(0, 10)), null, 2)}\n`;
    try {
      await writeFile(resolve(io.cwd, name), text, { flag: values.force ? 'w' : 'wx' });
    } catch (error) {
      if (hasCode(error, 'EEXIST'))
        throw new CommandError(`${name} is there already; --force writes over it.`);
      throw new CommandError(
        `${name} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    io.out(
      `${name} is written. Put your own address where “contact” is: readers report errors there.\n` +
        `See what it says with: attested check ${name}\n`,
    );
    return 0;
  },
};
