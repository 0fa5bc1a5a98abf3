/** What a reader gets from a card, a note and a list: references to copy and to save, corrections, changes. */
import { expect } from '@open-wc/testing';
import 'axe-core';
import type axeCore from 'axe-core';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/contested-claim/define.js';
import '../../src/elements/event-card/define.js';
import '../../src/elements/person-card/define.js';
import '../../src/elements/source-cite/define.js';
import '../../src/elements/source-list/define.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { renderStatic } from '../../src/elements/static.js';
import { bibtex, citation, cslJson, ris } from '../../src/exports/index.js';
import { media, open, put, said, served, unmedia, until, words } from '../page.js';
import { compiled, SIGNS } from './sample.js';

declare const axe: typeof axeCore;

let data: CompiledDataset;
let src = '';
beforeEach(() => {
  data = compiled();
  src = served(data);
});

const dialogOf = (host: Element): HTMLDialogElement | null | undefined =>
  host.shadowRoot?.querySelector<HTMLDialogElement>('dialog[part=get]');

/** Presses a button of a widget that exports, and waits for what it opens. */
async function opened(host: Element, selector = 'button[data-record]'): Promise<HTMLDialogElement> {
  const button = await until(() => host.shadowRoot?.querySelector<HTMLElement>(selector));
  button.focus();
  button.click();
  const dialog = await until(() => dialogOf(host)?.open && dialogOf(host));
  last = dialog;
  return dialog;
}

let last: HTMLDialogElement | undefined;

const area = (dialog: Element): HTMLTextAreaElement => dialog.querySelector('textarea')!;

function choose(dialog: Element, format: string): string {
  const select = dialog.querySelector('select')!;
  select.value = format;
  select.dispatchEvent(new Event('change'));
  return area(dialog).value;
}

const press = (dialog: Element, name: string): void =>
  [...dialog.querySelectorAll('button')].find((it) => it.textContent === name)!.click();

const card = (more = ''): HTMLElement =>
  put(`<event-card event="meeting" src="${src}" ${more}></event-card>`);

/** Looks where errors are reported of a dataset with this contact. */
async function reports(contact: string | undefined, address?: RegExp): Promise<void> {
  const host = put(
    `<event-card event="meeting" src="${served({ ...data, contact })}"></event-card>`,
  );
  const dialog = await opened(host);
  const link = [...dialog.querySelectorAll('a')].at(-1);
  if (address) expect(link?.href).to.match(address);
  else expect(link?.href).to.equal(undefined);
  dialog.close();
}

describe('what a reader gets', () => {
  // Taken away while it is open, a dialog keeps the next Escape for itself in some browsers.
  afterEach(() => last?.close());

  it('is all sources of a card, in each format', async () => {
    const dialog = await opened(card());
    const ids = ['cyrillic', 'hebrew', 'polish', 'particles', 'signs'];
    for (const id of ids)
      expect(area(dialog).value, id).to.contain(citation(data, { source: id }, 'en'));
    const tex = choose(dialog, 'BibTeX');
    for (const id of ids) expect(tex, id).to.contain(bibtex(data, [id]).trim());
    expect(choose(dialog, 'RIS').match(/^TY/gm)).to.have.length(ids.length);
    expect(JSON.parse(choose(dialog, 'CSL-JSON'))).to.have.length(ids.length);
    expect(choose(dialog, 'citation')).to.contain('Вишлёв');
  });

  it('is from a note the work with the place that is cited', async () => {
    const cite = put(`<source-cite source="cyrillic" locator="188" src="${src}"></source-cite>`);
    const mark = await until(() =>
      cite.shadowRoot?.querySelector<HTMLElement>('.mark :is(a, button)'),
    );
    mark.focus();
    await until(() => cite.shadowRoot?.querySelector('[part=note]'));
    const dialog = await opened(cite, '[part=note] button[data-record]');
    expect(area(dialog).value).to.match(/Вишлёв, Накануне .*p\. 188$/);
    expect(choose(dialog, 'BibTeX')).to.equal(bibtex(data, ['cyrillic']));
    await sendKeys({ press: 'Escape' });
    await until(() => !dialogOf(cite));
    expect(cite.shadowRoot!.activeElement === mark).to.equal(true);
  });

  it('is from a list one entry, or all of them', async () => {
    const list = put(`<source-list all src="${src}"></source-list>`);
    const one = await opened(list, '[data-entry=hebrew] button[data-record]');
    expect(choose(one, 'RIS').replace(/\n/g, '\r\n')).to.equal(ris(data, ['hebrew']));
    one.close();
    await until(() => !dialogOf(list));
    const all = await opened(list, 'ol ~ button[data-record]');
    expect(choose(all, 'CSL-JSON')).to.equal(cslJson(data, Object.keys(data.sources)));
  });

  it('is copied, or selected where a page may not copy', async () => {
    const dialog = await opened(card());
    const copied: string[] = [];
    const set = (writeText: (text: string) => Promise<void>): void =>
      void Object.defineProperty(navigator, 'clipboard', {
        value: { writeText },
        configurable: true,
      });
    try {
      set((text) => Promise.resolve(void copied.push(text)));
      const text = choose(dialog, 'BibTeX');
      press(dialog, 'Copy');
      const status = dialog.querySelector('[role=status]')!;
      await until(() => status.textContent === 'Copied.');
      expect(copied).to.deep.equal([text]);
      set(() => Promise.reject(new Error('not allowed')));
      press(dialog, 'Copy');
      await until(() => /is selected/.test(status.textContent));
      expect(area(dialog).selectionEnd - area(dialog).selectionStart).to.equal(text.length);
    } finally {
      delete (navigator as { clipboard?: unknown }).clipboard;
    }
  });

  it('is saved as a file with a name and a type', async () => {
    const dialog = await opened(card());
    const own = HTMLAnchorElement.prototype.click;
    let saved: HTMLAnchorElement | undefined;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved = this;
    };
    try {
      const text = choose(dialog, 'BibTeX');
      press(dialog, 'Download');
      expect(saved?.download).to.equal('meeting.bib');
      const file = await fetch(saved!.href);
      expect(await file.text()).to.equal(text);
      expect(file.headers.get('content-type')).to.match(/^application\/x-bibtex/);
    } finally {
      HTMLAnchorElement.prototype.click = own;
    }
  });

  it('is closed by Escape and by its button, and the focus is where it was', async () => {
    const host = card();
    for (const close of [
      () => sendKeys({ press: 'Escape' }),
      () => {
        dialogOf(host)!.querySelector<HTMLElement>('[part=close]')!.click();
        return Promise.resolve();
      },
    ]) {
      await opened(host);
      await close();
      await until(() => !dialogOf(host));
      expect(host.shadowRoot!.activeElement?.hasAttribute('data-record')).to.equal(true);
    }
  });

  it('has the corrections of a source, what changed in a record and where to report an error', async () => {
    const list = put(`<source-list all src="${src}"></source-list>`);
    const source = await opened(list, '[data-entry=signs] button[data-record]');
    expect(words(source.querySelector('[part=corrections]'))).to.match(
      /^Corrections According to Smith [^:(]*, Chapter 2: They met on the 9th\. Correction: It was the 6th\. \(Вишлёв 2001\)$/,
    );
    source.close();
    const dialog = await opened(card());
    const changes = words(dialog.querySelector('[part=changes]'));
    expect(changes).to.equal(
      'What changed 1.1.0, 23 November 2026: The date. 1.0.0, 1 January 2026: First edition.',
    );
    const link = [...dialog.querySelectorAll('a')].find(
      (it) => it.textContent === 'Report an error',
    );
    expect(decodeURIComponent(link!.href)).to.equal(
      'mailto:errors@example.org?subject=Error in Works: event meeting, version 1.1.0',
    );
    dialog.close();
    const other = put(`<event-card event="rumour" src="${src}"></event-card>`);
    const rumour = await opened(other);
    expect(words(rumour.querySelector('[part=changes]'))).to.equal(
      'What changed 1.0.0, 1 January 2026: First edition.',
    );
  });

  it('reports to a page too, and makes no link of what is none', async () => {
    for (const [contact, address] of [
      [
        'https://example.org/new?title={}',
        /^https:\/\/example\.org\/new\?title=Error%20in%20Works/,
      ],
      [
        'mailto:e@example.org?cc=f@example.org',
        /^mailto:e@example\.org\?cc=f@example\.org&subject=Error/,
      ],
      ['javascript:alert(1)', undefined],
    ] as const) {
      await reports(contact, address);
    }
  });

  it('reports to where the page wants it, before the dataset’s editors', async () => {
    const script = document.createElement('script');
    script.type = 'module';
    document.body.append(script);
    try {
      for (const [own, contact, address] of [
        [
          'https://blog.example.org/errors?about={}',
          data.contact,
          /^https:\/\/blog\.example\.org\/errors\?about=Error%20in%20Works%3A%20event%20meeting/,
        ],
        ['mailto:blog@example.org', undefined, /^mailto:blog@example\.org\?subject=Error/],
        ['', data.contact, /^mailto:errors@example\.org/],
        ['javascript:alert(1)', undefined, undefined],
      ] as const) {
        script.dataset.contact = own;
        await reports(contact, address);
      }
    } finally {
      script.remove();
    }
  });

  it('speaks the reader’s language', async () => {
    const dialog = await opened(card('lang="pl"'));
    expect(words(dialog)).to.match(/Kopiuj.*Pobierz.*Co się zmieniło.*Data\..*Zgłoś błąd/);
  });

  it('takes no string of a dataset for HTML', async () => {
    const list = put(`<source-list all src="${src}"></source-list>`);
    const dialog = await opened(list, '[data-entry=signs] button[data-record]');
    expect(area(dialog).value).to.contain(SIGNS);
    expect(dialog.querySelectorAll('x')).to.have.length(0);
  });

  it('is accessible, in light and dark, and right to left', async function () {
    this.timeout(20_000);
    const check = async (more = ''): Promise<void> => {
      const host = card(more);
      const dialog = await opened(host);
      const { violations } = await axe.run(dialog, { rules: { region: { enabled: false } } });
      expect(
        violations
          .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
          .join('\n'),
      ).to.equal('');
      dialog.close();
      host.remove();
    };
    await check();
    await check('dir="rtl" lang="he"');
    await check('style="color-scheme: dark"');
  });

  it('stands still, and is seen, in forced colours', async function () {
    await media(this, { forcedColors: 'active' });
    const dialog = await opened(card());
    for (const it of [dialog, area(dialog), ...dialog.querySelectorAll('select')])
      expect(parseFloat(getComputedStyle(it).borderTopWidth)).to.be.greaterThan(0);
    expect(getComputedStyle(dialog).animationName).to.equal('none');
    await unmedia();
  });

  it('fits into 320 pixels', async () => {
    const { document: page } = await open(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>t</title><event-card event="meeting" src="${src}"></event-card><script type="module" src="/src/elements/event-card/define.ts"></script></html>`,
      { width: 320, height: 640 },
    );
    const host = await until(() => page.querySelector('event-card'));
    const dialog = await opened(host);
    const { left, right } = dialog.getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(320);
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
  });
});

describe('the card of a source', () => {
  it('exports the source, and gives the way back to the card', async () => {
    const list = put(`<source-list all src="${src}"></source-list>`);
    const link = await until(() =>
      list.shadowRoot?.querySelector<HTMLElement>('[data-entry=hebrew] a[data-record]'),
    );
    link.click();
    const inCard = '[part=dialog] button[data-record]';
    const dialog = await opened(list, inCard);
    expect(choose(dialog, 'BibTeX')).to.equal(bibtex(data, ['hebrew']));
    // Without a hand on the keyboard a browser lets one Escape close both.
    dialog.querySelector<HTMLElement>('[part=close]')!.click();
    await until(() => !dialogOf(list));
    expect(list.shadowRoot!.activeElement?.matches(inCard)).to.equal(true);
  });
});

describe('an erratum', () => {
  it('stands with the event, the claim and the person that it touches', async () => {
    for (const widget of [
      `<event-card event="meeting" src="${src}"></event-card>`,
      `<contested-claim claim="purpose" src="${src}"></contested-claim>`,
      `<person-card person="kowal" src="${src}"></person-card>`,
    ]) {
      const host = put(widget);
      await until(() => said(host));
      expect(said(host)).to.match(
        /According to Smith .*, Chapter 2 \[\d\]: They met on the 9th\. Correction: It was the 6th\. \[\d\]/,
      );
    }
    const other = put(`<event-card event="rumour" src="${src}"></event-card>`);
    await until(() => said(other));
    expect(said(other)).not.to.contain('They met on the 9th');
  });

  it('is in the static form, which has no button that does nothing', () => {
    for (const html of [
      renderStatic(data, 'event-card', { event: 'meeting' }, { form: 'element' }),
      renderStatic(data, 'contested-claim', { claim: 'purpose' }),
    ]) {
      expect(html).to.contain('They met on the 9th');
      expect(html).not.to.contain('<button');
    }
    expect(renderStatic(data, 'source-list', {})).not.to.contain('<button');
  });
});
