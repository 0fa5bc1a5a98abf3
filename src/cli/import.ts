import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { quoted } from '../dataset/problem.js';
import type { CslItem, CslName, Dataset, Id, Source, SourceKind } from '../dataset/types.js';
import { type Command, CommandError, only, readJson } from './io.js';

/** The likeliest kind of evidence for a CSL type; a guess that the authors look over. */
const KINDS: { [type: string]: SourceKind } = {
  'article-journal': 'article',
  article: 'article',
  review: 'article',
  'review-book': 'article',
  'article-magazine': 'journalism',
  'article-newspaper': 'journalism',
  broadcast: 'journalism',
  interview: 'journalism',
  chapter: 'edited-volume',
  'paper-conference': 'proceedings',
  'entry-encyclopedia': 'tertiary',
  'entry-dictionary': 'tertiary',
  entry: 'tertiary',
  webpage: 'website',
  post: 'website',
  'post-weblog': 'website',
  manuscript: 'archival-document',
  personal_communication: 'archival-document',
  treaty: 'document-edition',
  legislation: 'document-edition',
};

/** Letters that do not come apart into an ASCII letter and a mark. Cyrillic after BGN/PCGN, simplified. */
const ASCII: { [letter: string]: string } = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' },
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    ё: 'yo',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    і: 'i',
    ї: 'yi',
  },
  ...{
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ў: 'w',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
  },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', є: 'ye' },
};

/** A text as part of an id: lower-case ASCII with single hyphens; empty where nothing of it is left. */
export function slug(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => ASCII[letter] ?? letter.normalize('NFKD'))
    .join('')
    .replace(/\p{M}+|['’ʼ]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

const string = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names of an item's authors, or else of its editors. */
function people(csl: CslItem): CslName[] {
  for (const list of [csl.author, csl.editor, csl.translator] as unknown[]) {
    const names = Array.isArray(list) ? list.filter(isObject) : [];
    if (names.length) return names;
  }
  return [];
}

/** An id from author and year, such as `rees-2008`; from the title where there is no author. */
export function idFor(csl: CslItem, taken: (id: Id) => boolean): Id {
  const [first] = people(csl);
  const name = slug(string(first?.family) || string(first?.literal) || string(first?.given));
  const parts: unknown = csl.issued?.['date-parts'];
  const year =
    Array.isArray(parts) && Array.isArray(parts[0])
      ? string(parts[0][0])
      : (/\b\d{4}\b/.exec(string(csl.issued?.raw ?? csl.issued?.literal))?.[0] ?? '');
  const title = slug(string(csl.title)).split('-').slice(0, 4).join('-');
  const id = slug([name || title || 'source', year].filter(Boolean).join('-'));
  if (!taken(id)) return id;
  for (let number = 2; ; number++) if (!taken(`${id}-${number}`)) return `${id}-${number}`;
}

/** What two items of one source have in common. */
function key(csl: CslItem): string {
  const doi = string(csl.DOI).toLowerCase();
  return (
    doi ||
    [
      string(csl.title),
      people(csl)
        .map(({ family, literal }) => string(family) || string(literal))
        .join(),
      JSON.stringify(csl.issued?.['date-parts'] ?? null),
      string(csl['container-title']),
    ]
      .join('|')
      .toLowerCase()
  );
}

/** `attested import` */
export const importCommand: Command = {
  summary: 'take sources over from Zotero (CSL-JSON)',
  help: `attested import FILE.json [--into DATASET.json]

Turns a CSL-JSON export, as Zotero and others make it, into sources with ids of their
own, made from author and year. Without --into they are printed; with it they are
added to a dataset, except those that it has already.

  $ attested import zotero.json --into dataset.json
  rees-2008: World War Two Behind Closed Doors
  dataset.json: 1 source added

Each is entered as "uncertain" until somebody has seen it, and its kind of evidence
is guessed from its CSL type: look both over.
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { into: { type: 'string' } },
    });
    const file = await readJson(only(positionals, 'file', 'import'), io);
    const list = isObject(file.value) ? file.value['items'] : file.value;
    if (!Array.isArray(list))
      throw new CommandError(`${file.name} is not a CSL-JSON export: it must be a list of items.`);

    const target = values.into === undefined ? undefined : await readJson(values.into, io);
    if (target && (!isObject(target.value) || !isObject(target.value['events'])))
      throw new CommandError(`${target.name} is not a dataset.`);
    const before = target ? ((target.value as Dataset).sources ?? {}) : {};
    const seen = new Set(
      Object.values(before).flatMap((source) =>
        isObject(source) && isObject(source.csl) ? [key(source.csl)] : [],
      ),
    );
    const added = new Map<Id, Source>();
    for (const [index, item] of list.entries()) {
      if (!isObject(item) || typeof item['type'] !== 'string') {
        io.err(`${file.name}: item ${index + 1} is no CSL item: it has no type. It is left out.\n`);
        continue;
      }
      const csl: CslItem = { ...item, type: item['type'] };
      const title = string(csl.title) || 'without a title';
      if (seen.has(key(csl))) {
        io.err(`${quoted(title)} is there already.\n`);
        continue;
      }
      seen.add(key(csl));
      const id = idFor(csl, (one) => added.has(one) || Object.hasOwn(before, one));
      added.set(id, {
        csl: { ...csl, id },
        kind: KINDS[csl.type] ?? 'monograph',
        verification: 'uncertain',
      });
      io.err(`${id}: ${title}\n`);
    }
    const sources = Object.fromEntries(added);
    if (!target) {
      io.out(`${JSON.stringify({ sources }, null, 2)}\n`);
      return 0;
    }
    const merged = { ...(target.value as Dataset), sources: { ...before, ...sources } };
    try {
      await writeFile(resolve(io.cwd, target.name), `${JSON.stringify(merged, null, 2)}\n`);
    } catch (error) {
      throw new CommandError(
        `${target.name} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    io.err(`${target.name}: ${added.size} source${added.size === 1 ? '' : 's'} added\n`);
    return 0;
  },
};
