import type { CompiledDataset } from '../dataset/compiled.js';
import type { Id, Text } from '../dataset/types.js';
import { isId } from '../dataset/cursor.js';
import { renderStatic } from '../elements/static.js';
import { escape } from '../ui/to-html.js';
import { CommandError, writeFiles, type Io } from './io.js';

/** The elements that show one record: the attribute that names it, and a height in px before its own is known. */
const PAGES = {
  event: ['event-card', 600],
  claim: ['contested-claim', 600],
  person: ['person-card', 400],
  organisation: ['person-card', 400],
} as const;

type Kind = keyof typeof PAGES;

/** Where the files will be. */
export interface Addresses {
  /** Where the folder that is written will be served: `https://example.org/history/`. */
  site: string;
  /** The address of `embed.html`, with the dataset in it if it is not `data/conferences.json` beside it. */
  embed: string;
}

/** A static oEmbed answer of type `rich` (oEmbed 1.0, section 2.3.4.4), for one record. */
interface Answer {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  /** A link for who shows no frame, and the frame. */
  html: string;
  /** px */
  width: number;
  /** px */
  height: number;
}

/**
 * A page with a stable address for each event, claim, person and organisation, as `KIND/ID.html`: the static form, and a
 * link to `KIND/ID.json`, its oEmbed answer. A host that is given the page's address finds the answer by
 * that link and shows a frame; no server has to run.
 * @returns the text of each file by its path
 */
export function oEmbedFiles(dataset: CompiledDataset, at: Addresses): Map<string, string> {
  const { language } = dataset;
  const plain = (text: Text): string =>
    typeof text === 'string' ? text : (text[language] ?? Object.values(text)[0] ?? '');
  const { events, claims, people, organisations } = dataset;
  const names: Record<Kind, [Id, Text][]> = {
    event: dataset.inTime.map((id) => [id, events[id]!.title]),
    claim: Object.entries(claims).map(([id, { statement }]) => [id, statement]),
    person: Object.entries(people).map(([id, { label }]) => [id, label]),
    organisation: Object.entries(organisations).map(([id, { label }]) => [id, label]),
  };
  const files = new Map<string, string>();
  for (const kind of Object.keys(PAGES) as Kind[])
    for (const [id, text] of names[kind].filter(([it]) => isId(it))) {
      const [tag, height] = PAGES[kind];
      const title = plain(text);
      const path = `${kind}/${id}`;
      const page = new URL(`${path}.html`, at.site).href;
      const frame = new URL(at.embed);
      for (const [name, value] of [
        ['widget', tag],
        [kind, id],
        ['title', title],
      ] as const)
        frame.searchParams.set(name, value);
      const answer: Answer = {
        version: '1.0',
        type: 'rich',
        title,
        provider_name: plain(dataset.title),
        provider_url: at.site,
        html: `<blockquote><a href="${escape(page)}">${escape(title)}</a></blockquote><iframe src="${escape(frame.href)}" title="${escape(title)}" width="600" height="${height}" loading="lazy"></iframe>`,
        width: 600,
        height,
      };
      files.set(`${path}.json`, `${JSON.stringify(answer)}\n`);
      files.set(
        `${path}.html`,
        [
          `<!doctype html>`,
          `<html lang="${escape(language)}">`,
          `<meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
          `<title>${escape(title)}</title>`,
          `<link rel="canonical" href="${escape(page)}">`,
          `<link rel="alternate" type="application/json+oembed" href="${escape(new URL(`${path}.json`, at.site).href)}" title="${escape(title)}">`,
          `<body>`,
          renderStatic(dataset, tag, { [kind]: id, 'heading-level': '1' }),
          ``,
        ].join('\n'),
      );
    }
  return files;
}

/** An absolute http(s) address. @throws CommandError in words */
function address(value: string | undefined, option: string, example: string): string {
  if (value && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new CommandError(
    value
      ? `--${option} ${value} is not an absolute http or https address, such as ${example}`
      : `--oembed needs --${option}, such as ${example}`,
  );
}

/** `attested build --oembed`: writes the pages and answers, and says how many there are. */
export async function writeOEmbed(
  dataset: CompiledDataset,
  { folder, site, embed }: { folder: string; site?: string; embed?: string },
  io: Io,
): Promise<void> {
  const at = {
    site: address(site, 'site', 'https://example.org/history/').replace(/\/?$/, '/'),
    embed: address(embed, 'embed', 'https://example.org/attested/embed.html'),
  };
  const files = oEmbedFiles(dataset, at);
  await writeFiles(files, folder, io);
  io.err(`${folder}: ${files.size / 2} pages with their oEmbed answers\n`);
}
