/**
 * What is got out of a dataset on request: a reference as text, BibTeX, RIS or CSL-JSON, to copy or to
 * download; what is known to be wrong in it; what changed; and where to report an error. It is loaded when
 * a reader asks for it.
 */
import type { Cite } from '../dataset/compiled.js';
import type { Change, Id } from '../dataset/types.js';
import { bibtex } from '../exports/bibtex.js';
import { cslJson } from '../exports/csl-json.js';
import { citation, plainText } from '../exports/plain-text.js';
import { ris } from '../exports/ris.js';
import type { AttestedElement } from './attested-element.js';
import { day } from './day.js';
import type { Selection } from './events.js';
import { css, html, nothing, render, type TemplateResult } from './html.js';
import { adopt } from './reactive-element.js';
import { link } from './rich-text.js';
import { fill, pick, plain, say, section, title, type Piece, type View } from './view.js';

/** The formats, each with the end of its file's name and its media type. */
const FORMATS = {
  citation: ['txt', 'text/plain'],
  BibTeX: ['bib', 'application/x-bibtex'],
  RIS: ['ris', 'application/x-research-info-systems'],
  'CSL-JSON': ['json', 'application/vnd.citationstyles.csl+json'],
} as const;

type Format = keyof typeof FORMATS;

/** What an export is asked for: the sources, and the record whose sources they are. */
interface Asked {
  cites: Cite[];
  type: Selection['type'];
  id: Id;
}

const styles = css`
  [part='get'] {
    box-sizing: border-box;
    inline-size: min(40rem, 100vw - 1.5rem);
    max-inline-size: none;
    max-block-size: calc(100dvh - 2rem);
    margin: auto;
    padding: 1rem 1.25rem 1.25rem;
    border: 1px solid var(--attested-note-rule-color, light-dark(#cfc8bb, #55504a));
    border-radius: var(--attested-radius, 4px);
    background: var(--attested-note-background, light-dark(#fffdf8, #24221f));
    color: var(--attested-note-color, light-dark(#1e1b18, #ece8e1));
    font-size: var(--attested-note-size, 1rem);
    font-weight: 400;
    font-style: normal;
    line-height: 1.45;
    text-align: start;
    white-space: normal;
  }
  [part='get']::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  [part='get'] > * + * {
    margin-block-start: 0.75em;
  }
  [part='get'] :is(select, textarea, button) {
    padding: 0.35em 0.7em;
    border: 1px solid var(--_rule);
    border-radius: var(--attested-radius, 4px);
    background: none;
    color: inherit;
    text-decoration: none;
  }
  [part='get'] option {
    background: Canvas;
    color: CanvasText;
  }
  [part='get'] textarea {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 11em;
    margin-block-start: 0.5em;
    font:
      0.875em / 1.45 ui-monospace,
      monospace;
    resize: vertical;
  }
  [part='get'] [part='close'] {
    float: inline-end;
    margin-inline: 0.5em -0.4em;
    border-color: transparent;
    font-size: 1.25em;
    line-height: 1;
  }
  [part='get'] p + p {
    margin-block-start: 0.3em;
  }
  [part='corrections'] > div + div,
  [part='changes'] p {
    margin-block-start: 0.6em;
  }
  @media print {
    [part='get'] {
      display: none;
    }
  }
`;

/** The text of a format. */
function textOf(view: View, format: Format, cites: Cite[]): string {
  const { data, language } = view;
  const ids = new Set(cites.map(({ source }) => source));
  if (format === 'BibTeX') return bibtex(data, ids);
  if (format === 'RIS') return ris(data, ids);
  if (format === 'CSL-JSON') return cslJson(data, ids);
  const [only] = cites;
  return only && ids.size === 1
    ? citation(data, only, language)
    : [...ids]
        .map((source) => citation(data, { source }, language))
        .sort(new Intl.Collator(language).compare)
        .join('\n\n');
}

/** Errata of these records, without marks, which would count as cites of the page. */
function corrections(view: View, ids: Id[]): Piece {
  return ids.map((id) => {
    const erratum = view.data.errata[id];
    if (!erratum) return nothing;
    const [paragraphs, language] = pick(view, erratum.text);
    const lines = plainText(view.data, { [language]: paragraphs }, language).split('\n');
    return html`<div lang=${language} dir="auto">
      ${lines.map((line) => html`<p>${line}</p>`)}
    </div>`;
  });
}

/** The change log, newest first: what is said of the record, and of the dataset as a whole. */
const changesOf = (changes: Change[] = [], id: Id): Change[] =>
  changes
    .filter(({ about }) => !about || about.includes(id))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));

/** Where the page wants to hear of errors, whatever its dataset says. */
const pageContact = (): string | undefined =>
  document.querySelector<HTMLElement>('script[data-contact]')?.dataset.contact;

/**
 * The address at which an error in a record is reported, with the record and the version: the page’s
 * own, `data-contact` on the loader’s script tag, else that of the dataset’s editors.
 */
export function reportAddress(view: View, type: Selection['type'], id: Id): string | undefined {
  const { version, title: name } = view.data;
  const contact = pageContact() || view.data.contact;
  if (!contact) return undefined;
  const what = `${plain(view, name)}: ${type} ${id}`;
  const subject = encodeURIComponent(fill(view.t.get.subject, what, version));
  if (!/^mailto:/i.test(contact)) return contact.replace('{}', () => subject);
  return `${contact}${contact.includes('?') ? '&' : '?'}subject=${subject}`;
}

function download(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser has the file by the time that anything else happens.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Opens the panel.
 * @param button what was pressed; its value names one source, and without one it is all that the widget lists
 * @param host the widget in which it stands
 */
export function getCitation(button: HTMLButtonElement, view: View, host: AttestedElement): void {
  const { value } = button;
  const mark = button.closest<HTMLElement & { cites?: Cite[] }>('.mark');
  const own = host as AttestedElement & { event?: Id; claim?: Id; person?: Id; organisation?: Id };
  const [type, id] = (['event', 'claim', 'person', 'organisation'] as const)
    .map((name) => [name, own[name]] as const)
    .find(([, it]) => it) ?? ['source', value];
  show(
    button,
    view,
    host.renderRoot as ShadowRoot,
    value
      ? {
          cites: mark?.cites?.filter(({ source }) => source === value) ?? [{ source: value }],
          type: 'source',
          id: value,
        }
      : {
          cites: [...host.renderRoot.querySelectorAll<HTMLElement>('[data-entry]')].map((it) => ({
            source: it.dataset.entry as Id,
          })),
          type,
          id: id ?? '',
        },
  );
}

function show(opener: HTMLElement, view: View, root: ShadowRoot, asked: Asked): void {
  const { t, data } = view;
  const { cites, type, id } = asked;
  const heading =
    type === 'source' && id
      ? (data.sources[id]?.short ?? id)
      : `${t.source.sources} (${cites.length})`;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('part', 'get');
  dialog.setAttribute('aria-label', `${t.get.open}: ${heading}`);
  let format: Format = 'citation';
  let said = '';
  // A card shows its own.
  const errata = type === 'source' ? data.sources[id]?.errata : undefined;
  const changes = changesOf(data.changes, id);
  const address = reportAddress(view, type, id);
  const area = (): HTMLTextAreaElement => dialog.querySelector('textarea') as HTMLTextAreaElement;

  const choose = (event: Event): void => {
    format = (event.target as HTMLSelectElement).value as Format;
    said = '';
    draw();
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(area().value);
      said = t.get.copied;
    } catch {
      // A page without HTTPS, or a frame that is not allowed to.
      area().select();
      said = t.get.selected;
    }
    draw();
  };
  const save = (): void => {
    const [end, media] = FORMATS[format];
    download(area().value, `${id || 'sources'}.${end}`, media);
  };
  const content = (): TemplateResult => html`
    <button type="button" part="close" aria-label=${t.record.close} @click=${() => dialog.close()}>
      ×
    </button>
    ${title({ ...view, level: 2 }, heading)}
    <div>
      <label
        >${t.get.format}
        <select @change=${choose}>
          ${(Object.keys(FORMATS) as Format[]).map(
            (it) => html`<option value=${it}>${it === 'citation' ? t.get.citation : it}</option>`,
          )}
        </select></label
      >
      <textarea
        readonly
        dir="auto"
        spellcheck="false"
        aria-label=${format === 'citation' ? t.get.citation : format}
        .value=${textOf(view, format, cites)}
      ></textarea>
    </div>
    <div>
      <button type="button" @click=${() => void copy()}>${t.get.copy}</button>
      <button type="button" @click=${save}>${t.get.download}</button>
      <small role="status">${said}</small>
    </div>
    ${section({ ...view, level: 2 }, 'corrections', t.get.corrections, errata && corrections(view, errata))}
    ${
      changes.length
        ? html`<details part="changes">
            <summary>${t.get.changes}</summary>
            ${changes.map(
              (it) =>
                html`<p>
                  <b>${it.version}</b>,
                  <bdi><time datetime=${it.date}>${day(view, it.date)}</time></bdi
                  >: ${say(view, it.what)}
                </p>`,
            )}
          </details>`
        : nothing
    }
    ${address ? html`<p>${link(address, t.get.report)}</p>` : nothing}
  `;
  const draw = (): void => {
    render(content(), dialog);
  };
  draw();
  adopt(root, styles);
  root.append(dialog);
  // A press beside it closes it: on the dialog itself is on its backdrop, or on its padding.
  dialog.addEventListener('click', ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    if (
      target === dialog &&
      (clientX < left || clientX > right || clientY < top || clientY > bottom)
    )
      dialog.close();
  });
  const mark = opener.closest<HTMLElement>('.mark');
  dialog.addEventListener('close', () => {
    dialog.remove();
    // The note that it was opened from is gone by now.
    if (!opener.isConnected) mark?.querySelector<HTMLElement>('a, button')?.focus();
  });
  dialog.showModal();
  // A note would take the Escape that is meant for the panel.
  if (mark) void import('./note-popover.js').then(({ closeNote }) => closeNote());
}
