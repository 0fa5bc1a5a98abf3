/**
 * The page on which an editor picks a widget and copies its code. It knows the widgets by their manifest and
 * the records by the dataset, so that a new attribute is here as soon as it is documented.
 */
import { html, nothing, render, type TemplateResult } from 'lit';
import { compile, isCompiled } from '../src/dataset/compile.js';
import type { CompiledDataset } from '../src/dataset/compiled.js';
import type { Text } from '../src/dataset/types.js';
import { nearest } from '../src/dataset/nearest.js';
import { fromQuery, toQuery, type Choice, type Look } from './choice.js';
import { SNIPPETS, SWITCHES } from './snippets.js';

/** An attribute as the manifest tells of it. */
interface Attribute {
  name: string;
  description?: string;
}
interface Widget {
  tagName: string;
  description?: string;
  attributes?: Attribute[];
}

/** Where the library is: this page stands in a folder of it. */
const LIBRARY = new URL('../', location.href).href;
const STANDARD: Choice = {
  library: LIBRARY,
  dataset: new URL('data/conferences.json', LIBRARY).href,
  widget: 'event-card',
  attributes: { event: 'zakopane-1939-12' },
  title: '',
};

const RECORDS = ['event', 'claim', 'source', 'person', 'organisation', 'place'] as const;
type Kind = (typeof RECORDS)[number];

let { choice, look } = fromQuery(location.search, STANDARD);
let form = new URLSearchParams(location.hash.slice(1)).get('form') ?? SNIPPETS[0]!.id;
let widgets: Widget[] = [];
let integrity: Record<string, string> = {};
let dataset: CompiledDataset | undefined;
/** What is wrong with the dataset, in a sentence. */
let trouble = '';
let staticForm = '';
let copied = '';

const json = async (address: string): Promise<unknown> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.json();
};

const plain = (text: Text): string =>
  typeof text === 'string'
    ? text
    : (text[choice.attributes.lang ?? ''] ??
      text[dataset?.language ?? ''] ??
      Object.values(text)[0] ??
      '');

/** The records of a kind, each with what it is called. */
function records(kind: Kind): [id: string, name: string][] {
  if (!dataset) return [];
  const { events, claims, sources, people, organisations, places, inTime } = dataset;
  const named = <T>(map: Record<string, T>, name: (one: T) => Text): [string, string][] =>
    Object.entries(map).map(([id, one]) => [id, plain(name(one))]);
  if (kind === 'event') return inTime.map((id) => [id, plain(events[id]!.title)]);
  if (kind === 'claim') return named(claims, ({ statement }) => statement);
  if (kind === 'source') return named(sources, ({ short }) => short);
  return named(
    { person: people, organisation: organisations, place: places }[kind],
    ({ label }) => label,
  );
}

/** The attributes that a widget knows of those chosen; where it needs a record, the first there is. */
function attributesFor(tag: string): Record<string, string> {
  const known = (widgets.find(({ tagName }) => tagName === tag)?.attributes ?? []).map(
    ({ name }) => name,
  );
  const kept = Object.entries(choice.attributes).filter(([name]) => known.includes(name));
  const kind = RECORDS.find((it) => known.includes(it));
  // A timeline and a matrix show all of their records where none is named.
  if (kind && /-(card|cite|claim)$/.test(tag) && !kept.some(([name]) => name === kind)) {
    const [first] = records(kind)[0] ?? [];
    if (first) kept.push([kind, first]);
  }
  return Object.fromEntries(kept);
}

/** What the snippet says by itself: what the editor wrote, or the name of the record shown. */
function title(): string {
  if (choice.title) return choice.title;
  for (const kind of RECORDS) {
    const id = choice.attributes[kind];
    if (id) return records(kind).find(([one]) => one === id)?.[1] ?? id;
  }
  return dataset ? plain(dataset.title) : '';
}

async function readDataset(): Promise<void> {
  const address = choice.dataset;
  dataset = undefined;
  trouble = '';
  try {
    const read = await json(new URL(address, location.href).href);
    if (address !== choice.dataset) return;
    dataset = isCompiled(read) ? read : compile(read, { from: address });
  } catch (error) {
    trouble = `The dataset ${address} could not be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
  await change({});
}

/** Takes over what changed, and draws everything that follows from it. */
async function change(changed: Partial<Choice>, changedLook: Partial<Look> = {}): Promise<void> {
  const read = changed.dataset !== undefined && changed.dataset !== choice.dataset;
  choice = { ...choice, ...changed };
  look = { ...look, ...changedLook };
  copied = '';
  // Only what differs from where this page stands goes into the address.
  const { library, dataset: address } = choice;
  history.replaceState(
    null,
    '',
    `${toQuery({ ...choice, library: library === LIBRARY ? '' : library, dataset: address === STANDARD.dataset ? '' : address }, look)}#form=${form}`,
  );
  draw();
  if (read) return readDataset();
  staticForm = '';
  if (form === 'static' && dataset) {
    const { renderStatic } = await import('../src/elements/static.js');
    try {
      staticForm = renderStatic(dataset, choice.widget, choice.attributes, {
        lang: choice.attributes.lang,
      });
    } catch (error) {
      staticForm = `<!-- ${(error as Error).message.replaceAll('--', '- -')} -->`;
    }
    draw();
  }
}

const set = (name: string, value: string): void => {
  const attributes = { ...choice.attributes, [name]: value };
  if (!value) delete attributes[name];
  void change({ attributes });
};
const value = (event: Event): string => (event.target as HTMLInputElement).value.trim();

function field({ name, description = '' }: Attribute): TemplateResult {
  const now = choice.attributes[name] ?? '';
  const about = html`<small>${description}</small>`;
  if (SWITCHES.has(name))
    return html`<label
      ><input
        type="checkbox"
        .checked=${Boolean(now)}
        @change=${(event: Event) => set(name, (event.target as HTMLInputElement).checked ? name : '')}
      /><span>${name} ${about}</span></label
    >`;
  const kind = RECORDS.find((it) => it === name);
  const choices = kind
    ? records(kind)
    : name === 'lang'
      ? Object.keys(dataset?.words ?? {}).map((it) => [it, ''] as const)
      : [];
  const ids = now.split(/\s+/).filter(Boolean);
  const wrong = kind && dataset && ids.find((id) => !choices.some(([one]) => one === id));
  const near =
    wrong &&
    nearest(
      wrong,
      choices.map(([id]) => id),
    );
  return html`<label
    >${name}
    <input
      name=${name}
      .value=${now}
      list=${choices.length ? `list-${name}` : nothing}
      autocomplete="off"
      spellcheck="false"
      aria-invalid=${wrong ? 'true' : nothing}
      @change=${(event: Event) => set(name, value(event))}
    />
    ${wrong ? html`<small role="alert">There is no ${kind} “${wrong}”.${near ? html` <button type="button" @click=${() => set(name, near)}>Take “${near}”</button>` : ''}</small>` : about}
    ${
      choices.length
        ? html`<datalist id="list-${name}">
            ${choices.map(([id, called]) => html`<option value=${id}>${called}</option>`)}
          </datalist>`
        : nothing
    }</label
  >`;
}

const WIDE = ['lang', 'heading-level'];

function draw(): void {
  const widget = widgets.find(({ tagName }) => tagName === choice.widget);
  // Its dataset is asked for above, once for everything.
  const fields = (widget?.attributes ?? []).filter(({ name }) => name !== 'src');
  const first = fields.filter(({ name }) => (RECORDS as readonly string[]).includes(name));
  const rest = fields.filter((it) => !first.includes(it));
  const snippet = SNIPPETS.find(({ id }) => id === form) ?? SNIPPETS[0]!;
  const code = snippet.code(
    { ...choice, title: title() },
    { integrity: integrity['attested.js'], staticForm },
  );
  const radio = (name: keyof Look, one: string, label: string): TemplateResult =>
    html`<label
      ><input
        type="radio"
        name=${name}
        .checked=${look[name] === one}
        @change=${() => change({}, { [name]: one })}
      />${label}</label
    >`;
  render(
    html`<form @submit=${(event: Event) => event.preventDefault()}>
        <h2>What</h2>
        <label
          >Widget
          <select
            @change=${(event: Event) => change({ widget: value(event), attributes: attributesFor(value(event)) })}
          >
            ${widgets.map(({ tagName }) => html`<option ?selected=${tagName === choice.widget}>${tagName}</option>`)}
          </select>
          <small>${widget?.description?.split('\n\n')[0]}</small>
        </label>
        ${first.map(field)}
        <label
          >Words until it is there
          <input
            .value=${choice.title}
            placeholder=${title()}
            @change=${(event: Event) => change({ title: value(event) })}
          />
          <small>Kept for ever where scripts are stripped.</small></label
        >
        <details ?open=${rest.some(({ name }) => choice.attributes[name])}>
          <summary>Options</summary>
          ${rest.filter(({ name }) => !WIDE.includes(name)).map(field)}
          ${rest.filter(({ name }) => WIDE.includes(name)).map(field)}
        </details>
        <details ?open=${Boolean(trouble)}>
          <summary>Dataset and library</summary>
          <label
            >Dataset
            <input
              type="url"
              .value=${choice.dataset}
              @change=${(event: Event) => change({ dataset: value(event) || STANDARD.dataset })}
          /></label>
          ${trouble ? html`<p role="alert">${trouble}</p>` : nothing}
          <label
            >Folder of the library
            <input
              type="url"
              .value=${choice.library}
              @change=${(event: Event) => change({ library: value(event).replace(/\/?$/, '/') || LIBRARY })}
          /></label>
        </details>
      </form>
      <section aria-label="Preview and code">
        <div class="row">
          <label
            >Code for
            <select
              @change=${(event: Event) => {
                form = value(event);
                void change({});
              }}
            >
              ${SNIPPETS.map(({ id, name }) => html`<option value=${id} ?selected=${id === form}>${name}</option>`)}
            </select></label
          ><button type="button" @click=${() => copy(code)}>Copy</button>
        </div>
        <textarea
          readonly
          aria-label="Code"
          spellcheck="false"
          .value=${code}
          @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
        ></textarea>
        <div><small>${snippet.note}</small> <strong role="status">${copied}</strong></div>
        <h2>Preview</h2>
        <fieldset aria-label="Width of the preview">
          ${radio('width', 'phone', 'Phone')}${radio('width', 'desktop', 'Desktop')}
        </fieldset>
        <fieldset aria-label="Colours of the preview">
          ${radio('scheme', 'light', 'Light')}${radio('scheme', 'dark', 'Dark')}
        </fieldset>
        <div class="preview ${look.width} ${look.scheme}"></div>
      </section>`,
    document.querySelector('main')!,
  );
  preview();
}

async function copy(code: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    copied = 'Copied.';
  } catch {
    document.querySelector('textarea')?.focus();
    copied = 'Press Ctrl+C or ⌘C to copy.';
  }
  draw();
}

let shown = '';
/** Puts a new element into the preview where it is another than the one that stands there. */
function preview(): void {
  const place = document.querySelector('.preview')!;
  const key = JSON.stringify([choice.widget, choice.attributes, choice.dataset, title()]);
  if (key === shown) return;
  shown = key;
  const element = document.createElement(
    /^[a-z]+-[a-z-]+$/.test(choice.widget) ? choice.widget : 'div',
  );
  for (const [name, one] of Object.entries(choice.attributes))
    if (
      widgets.some(
        ({ tagName, attributes }) =>
          tagName === choice.widget && attributes?.some((it) => it.name === name),
      )
    )
      element.setAttribute(name, one);
  element.setAttribute('src', new URL(choice.dataset, location.href).href);
  element.textContent = title();
  // A citation is read in a line of text.
  place.replaceChildren(
    ...(choice.widget === 'source-cite' ? ['It is said to have been so', element, '.'] : [element]),
  );
}

/** @throws where the library's own files are not beside this page. */
async function begin(): Promise<void> {
  const [manifest, hashes] = (await Promise.all([
    json(new URL('custom-elements.json', LIBRARY).href),
    json(new URL('integrity.json', LIBRARY).href).catch(() => ({})),
  ])) as [{ modules: { declarations?: Partial<Widget>[] }[] }, Record<string, string>];
  integrity = hashes;
  widgets = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter((one): one is Widget => Boolean(one.tagName) && one.tagName !== 'history-dataset');
  draw();
  await readDataset();
}

void begin().catch((error: unknown) => {
  document.querySelector('main')!.textContent =
    `The files of the library are not beside this page: ${error instanceof Error ? error.message : String(error)}.`;
});
