import type { Choice } from './choice.js';

/** What a snippet is made of besides the choice. */
export interface Material {
  /** The SRI hash of the loader, if it is known. */
  integrity?: string;
  /** The static form, for the snippet that is it. */
  staticForm: string;
}

/** One way to put a widget on a page. */
export interface Snippet {
  id: string;
  /** Where it belongs. */
  name: string;
  /** What an editor must know of it, in a sentence. */
  note: string;
  /** Always one line: a blank line breaks an element in several hosts. */
  code(choice: Choice, material: Material): string;
}

/** Attributes that say all by being there. Their value, here as in HTML of old, is their name. */
export const SWITCHES: ReadonlySet<string> = new Set(['all', 'bookmark', 'coins']);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const html = (text: string): string => oneLine(text).replace(/[&<>"]/g, (it) => ENTITIES[it]!);

/** The attributes that say something, as pairs. */
const said = ({ attributes }: Choice): [string, string][] =>
  Object.entries(attributes).filter(([, value]) => value !== '');
const attributes = (pairs: [string, string][], prefix = ''): string =>
  pairs.map(([name, value]) => ` ${prefix}${name}="${html(value)}"`).join('');

const element = (choice: Choice, extra: [string, string][] = []): string =>
  `<${choice.widget}${attributes([...extra, ...said(choice)])}>${html(choice.title)}</${choice.widget}>`;

const loader = (choice: Choice, kind: string): string =>
  `<script ${kind} src="${html(`${choice.library}attested.js`)}" data-dataset="${html(choice.dataset)}"></script>`;

const dataForm = (choice: Choice): string => {
  const tag = choice.widget === 'source-cite' ? 'span' : 'div';
  return `<${tag} data-attested="${choice.widget}"${attributes([['src', choice.dataset], ...said(choice)], 'data-')}>${html(choice.title)}</${tag}>`;
};

/** The frame's address; a dataset on the library's own site is named by its path. */
function frame(choice: Choice): string {
  const address = new URL('embed.html', choice.library);
  const pairs: [string, string][] = [
    ['widget', choice.widget],
    ...said(choice),
    ['src', choice.dataset],
    ['title', oneLine(choice.title)],
  ];
  for (const [name, value] of pairs) address.searchParams.set(name, value);
  return `<iframe src="${html(address.href)}" title="${html(choice.title)}" loading="lazy" width="100%" height="480" style="border:0"></iframe><script async src="${html(`${choice.library}embed-client.js`)}"></script>`;
}

/** A value between quotation marks where `"` and `]` would end what they stand in. */
const shortcode = (text: string): string =>
  oneLine(text).replace(/["[\]<>&]/g, (it) => `&#${it.charCodeAt(0)};`);
/** As WordPress writes the attributes of a block into its comment. */
const blockJson = (value: unknown): string =>
  JSON.stringify(value).replace(/--|[<>&]/g, (it) =>
    [...it].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  );
/** A block whose content the plugin's editor writes when it is next saved; a citation as its toolbar writes one. */
function block(choice: Choice): string {
  if (choice.widget === 'source-cite')
    return `<span class="attested-cite" data-attested="source-cite"${attributes(said(choice), 'data-')}>${html(choice.title)}</span>`;
  const { person, organisation } = choice.attributes;
  const name = organisation && !person ? 'organisation-card' : choice.widget;
  const pairs = said(choice).map(([it, value]) => [
    it.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    SWITCHES.has(it) || value,
  ]);
  return `<!-- wp:attested/${name} ${blockJson({ ...Object.fromEntries(pairs), label: oneLine(choice.title) })} /-->`;
}
const hugo = (text: string): string => JSON.stringify(oneLine(text));
/** Text between the tags of JSX, where braces begin a program. */
const jsxText = (text: string): string => html(text).replace(/[{}]/g, (it) => `{'${it}'}`);

/** Every way there is, the simplest first. */
export const SNIPPETS: readonly Snippet[] = [
  {
    id: 'module',
    name: 'Web page',
    note: 'Any page that keeps scripts. The script tag is needed once a page.',
    code: (choice, { integrity }) =>
      `${element(choice)}${loader(choice, `type="module"${integrity ? ` integrity="${integrity}" crossorigin` : ''}`)}`,
  },
  {
    id: 'classic',
    name: 'Web page, classic script',
    note: 'For hosts that drop type="module". The script tag is needed once a page.',
    code: (choice) => `${element(choice)}${loader(choice, 'async')}`,
  },
  {
    id: 'data',
    name: 'Data attributes',
    note: 'For editors that strip unknown tags. The site’s template has the script tag.',
    code: dataForm,
  },
  {
    id: 'static',
    name: 'Plain HTML',
    note: 'Needs no script: says the same once and for all.',
    code: (_, { staticForm }) => oneLine(staticForm),
  },
  {
    id: 'iframe',
    name: 'Frame',
    note: 'For hosts that let only frames pass. The script gives the frame its height; without it the frame scrolls.',
    code: frame,
  },
  {
    id: 'block',
    name: 'WordPress block',
    note: 'With the plugin; paste it into the code editor, or choose the block in the visual one.',
    code: block,
  },
  {
    id: 'shortcode',
    name: 'WordPress shortcode',
    note: 'With the plugin, anywhere that shortcodes are read.',
    code: (choice) =>
      `[attested-${choice.widget}${said(choice)
        .map(([name, value]) => ` ${name}="${shortcode(value)}"`)
        .join('')}]${shortcode(choice.title)}[/attested-${choice.widget}]`,
  },
  {
    id: 'hugo',
    name: 'Hugo',
    note: 'With the shortcode in layouts/shortcodes.',
    code: (choice) =>
      `{{< attested widget="${choice.widget}"${said(choice)
        .map(([name, value]) => ` ${name}=${hugo(value)}`)
        .join('')} title=${hugo(choice.title)} >}}`,
  },
  {
    id: 'mediawiki',
    name: 'MediaWiki, DokuWiki',
    note: 'With the extension or the plugin.',
    code: (choice) =>
      `<attested${attributes([['widget', choice.widget], ...said(choice)])}>${html(choice.title)}</attested>`,
  },
  {
    id: 'markdown',
    name: 'Markdown',
    note: 'Jekyll, MkDocs, Eleventy, VitePress, wherever Markdown keeps HTML.',
    code: (choice) =>
      choice.widget === 'source-cite' ? element(choice) : `<div>${element(choice)}</div>`,
  },
  {
    id: 'mdx',
    name: 'MDX',
    note: 'Docusaurus, Astro, Next.',
    code: (choice) =>
      `<${choice.widget}${attributes(said(choice))}>${jsxText(choice.title)}</${choice.widget}>`,
  },
  {
    id: 'react',
    name: 'React',
    note: 'After import "attested/elements/TAG.js"; types come from "attested/jsx".',
    code: (choice) =>
      `<${choice.widget}${attributes([['src', choice.dataset], ...said(choice)])}>${jsxText(choice.title)}</${choice.widget}>`,
  },
  {
    id: 'vue',
    name: 'Vue',
    note: 'Tell the compiler: isCustomElement: (tag) => tag.includes("-"). v-pre keeps braces as they are.',
    code: (choice) => element(choice, [['src', choice.dataset]]).replace('>', ' v-pre>'),
  },
];
