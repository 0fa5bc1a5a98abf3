/**
 * Tells Zotero and search engines what the widgets of a page show, where the page asks for it with
 * `<script type="module" src="…/metadata.js"></script>`. A shadow tree is hidden from both, so it writes
 * into the page itself, and nothing that is seen: COinS of every source that a widget cites or lists, in
 * a hidden element at the end of the body, and JSON-LD of the events, claims and people that have a
 * widget of their own, in the head.
 *
 * @packageDocumentation
 */
import type { CompiledDataset } from '../dataset/compiled.js';
import type { Id } from '../dataset/types.js';
import { contextObject } from '../exports/coins.js';
import { jsonLd } from '../exports/json-ld.js';
import { scriptJson } from '../exports/markup.js';
import { pageCites } from '../store/cites.js';
import type { AttestedElement } from '../ui/attested-element.js';

/** What the widgets of one dataset show. */
interface Shown {
  data: CompiledDataset;
  language: string;
  sources: Set<Id>;
  records: Set<Id>;
}

const RECORDS = ['event', 'claim', 'person', 'organisation'];

function shown(): Iterable<Shown> {
  const all = new Map<string, Shown>();
  const inOrder = [...pageCites().citing].sort(([a], [b]) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  for (const [element, { dataset, marks }] of inOrder) {
    const { view } = element as AttestedElement;
    if (!view) continue;
    let one = all.get(dataset);
    if (!one) {
      const { data, language } = view;
      all.set(dataset, (one = { data, language, sources: new Set(), records: new Set() }));
    }
    const entries = element.shadowRoot?.querySelectorAll<HTMLElement>('[data-entry]') ?? [];
    for (const id of [...marks, ...[...entries].map((it) => it.dataset.entry)])
      if (id) one.sources.add(id);
    for (const name of RECORDS) {
      const id = element.getAttribute(name);
      if (id) one.records.add(id);
    }
  }
  return all.values();
}

let works: HTMLElement | undefined;
let scripts: HTMLScriptElement[] = [];
let written = '';
let due = false;

function write(): void {
  due = false;
  const objects: string[] = [];
  const graphs: string[] = [];
  for (const { data, language, sources, records } of shown()) {
    objects.push(...[...sources].flatMap((id) => contextObject(data, id) ?? []));
    if (records.size) graphs.push(scriptJson(jsonLd(data, records, { language })));
  }
  const all = [...objects, ...graphs].join('\n');
  if (all === written) return;
  written = all;
  works ??= Object.assign(document.createElement('div'), { hidden: true });
  works.replaceChildren(
    ...objects.map((title) =>
      Object.assign(document.createElement('span'), { className: 'Z3988', title }),
    ),
  );
  document.body.append(works);
  for (const it of scripts) it.remove();
  scripts = graphs.map((json) => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.append(json);
    return script;
  });
  document.head.append(...scripts);
  // Zotero looks at a page once, unless it is told.
  document.dispatchEvent(new CustomEvent('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
}

/** Many widgets that are ready at once are written once. */
function touch(): void {
  if (due) return;
  due = true;
  setTimeout(write);
}

// A bundler's server side may import what only a page can run.
if (globalThis.document) {
  document.addEventListener('attested-ready', touch);
  pageCites().readers.add(touch);
  touch();
}
