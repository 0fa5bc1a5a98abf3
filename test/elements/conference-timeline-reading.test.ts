import { aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { compile } from '../../src/dataset/compile.js';
import type { ConferenceTimeline } from '../../src/elements/conference-timeline/conference-timeline.js';
import '../../src/elements/conference-timeline/define.js';
import { readSpan, spanText } from '../../src/elements/conference-timeline/bookmark.js';
import { fold } from '../../src/elements/conference-timeline/fold.js';
import { timeline } from '../../src/locales/en-timeline.js';
import { served, unmedia } from '../page.js';

interface Given {
  title: string;
  edtf: string;
  kind?: string;
  place?: string;
  who?: string[];
}

/** Who meets whom; in order of time. */
const EVENTS: Record<string, Given> = {
  parade: { title: 'Parade', edtf: '1939-09-22', place: 'brest', kind: 'military' },
  talks: { title: 'Talks at Lwów', edtf: '1939-10-05', place: 'lwow', who: ['anna', 'red'] },
  protocol: { title: 'Protocol on prisoners', edtf: '1939-11-10', who: ['jan'] },
  congress: { title: 'A congress', edtf: '1939-12-01', place: 'krakow', who: ['anna', 'jan'] },
  tatra: { title: 'Tatra meeting', edtf: '1940-01-20', who: ['red'] },
  talents: { title: 'Talents', edtf: '1940-03-04' },
};

function dataset(events = EVENTS): CompiledDataset {
  const data = compile({
    title: 'Meetings',
    language: 'en',
    licence: 'CC-BY-4.0',
    editors: [{ name: 'E' }],
    version: '1',
    modified: '2026-01-02',
    kinds: { meeting: 'Meeting', military: 'Military ceremony' },
    people: { anna: { label: 'Anna Nowak' }, jan: { label: 'Jan Łęski' } },
    organisations: { red: { label: 'Red Cross' } },
    places: Object.fromEntries(
      [
        ['brest', 'Brześć'],
        ['lwow', 'Lwów'],
        ['krakow', 'Kraków'],
      ].map(([id, label]) => [
        id,
        {
          label: label!,
          names: [{ text: label! }],
          country: {
            then: 'Second Polish Republic',
            now: id === 'krakow' ? 'Poland' : 'Elsewhere',
          },
        },
      ]),
    ),
    events: Object.fromEntries(
      Object.entries(events).map(([id, { title, edtf, kind = 'meeting', place, who = [] }]) => [
        id,
        {
          title,
          kind,
          dates: [{ edtf, unsourced: true }],
          occurrence: { status: 'attested', reason: 'Because.', unsourced: true },
          places: place ? [{ place, unsourced: true }] : [],
          participants: who.map((it) => ({
            who: it.replace('!', ''),
            ...(it.startsWith('!') && { stance: 'disputes' }),
            unsourced: true,
          })),
          summary: 'They met.',
        },
      ]),
    ),
  } as Parameters<typeof compile>[0]);
  for (const words of Object.values(data.words)) Object.assign(words, { timeline });
  return data;
}

interface Options {
  data?: CompiledDataset;
  width?: number;
  attrs?: Record<string, string>;
  dir?: string;
}

async function show({ data = dataset(), width = 1000, attrs = {}, dir = 'ltr' }: Options = {}) {
  const around = await fixture<HTMLDivElement>(html`<div lang="en"></div>`);
  around.dir = dir;
  around.style.cssText = `inline-size:${width}px;font:16px/1.5 sans-serif;background:#fff;color:#222`;
  const element = document.createElement('conference-timeline');
  for (const [name, value] of Object.entries({ src: served(data), ...attrs }))
    element.setAttribute(name, value);
  const ready = oneEvent(element, 'attested-ready');
  around.append(element);
  await ready;
  // What an axis says comes after its first frame.
  if (element.shadowRoot!.querySelector('.plot'))
    await waitUntil(() => element.shadowRoot!.querySelector('[part=window]'));
  await nextFrame();
  await nextFrame();
  return element;
}

const root = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;
const all = <T extends HTMLElement = HTMLElement>(element: Element, selector: string): T[] => [
  ...root(element).querySelectorAll<T>(selector),
];
const one = <T extends HTMLElement = HTMLElement>(element: Element, selector: string): T => {
  const [found] = all<T>(element, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const titles = (element: Element): string[] =>
  all(element, '.events [part=event]').map((it) => it.textContent ?? '');
const focused = (element: Element): string => root(element).activeElement?.textContent ?? '';
const tool = (element: Element, words: string): HTMLElement => {
  const found = all(element, '[part=button]').find((it) => it.textContent?.trim() === words);
  if (!found) throw new Error(`no button ${words}`);
  return found;
};
/** Gives the focus to an event, and waits for what listens to it. */
async function touch(element: ConferenceTimeline, title: string): Promise<void> {
  all(element, '.events [part=event]')
    .find((it) => it.textContent === title)!
    .focus();
  await import('../../src/elements/conference-timeline/reader.js');
  await aTimeout(50);
}
async function type(letters: string): Promise<void> {
  for (const letter of letters) await sendKeys({ press: letter });
}
const pause = (): Promise<void> => aTimeout(750);

describe('<conference-timeline> to read', () => {
  before(() => executeServerCommand('media', { features: { 'prefers-reduced-motion': 'reduce' } }));
  after(() => unmedia());

  describe('type-ahead', () => {
    it('goes to the next title, or word of a title, that begins so, and around', async () => {
      const element = await show();
      await touch(element, 'Parade');
      await type('p');
      expect(focused(element)).to.equal('Protocol on prisoners');
      await pause();
      await type('c');
      expect(focused(element)).to.equal('A congress');
      await pause();
      await type('pa');
      expect(focused(element)).to.equal('Parade');
      await pause();
      // Not in the middle of a word.
      await type('r');
      expect(focused(element)).to.equal('Parade');
    });

    it('takes what is typed without a pause as one beginning, a blank and a figure as part of it', async () => {
      const element = await show();
      await touch(element, 'Parade');
      await type('ta');
      expect(focused(element)).to.equal('Talks at Lwów');
      await type('l');
      expect(focused(element)).to.equal('Talks at Lwów');
      await aTimeout(300);
      await type('e');
      expect(focused(element)).to.equal('Talents');
      await pause();
      await type('protocol on');
      expect(focused(element)).to.equal('Protocol on prisoners');
      await aTimeout(50);
      expect(all(element, '[part=panel]').length).to.equal(0);
    });

    it('goes from one to the next with the same letter again, and minds no accents', async () => {
      const element = await show();
      await touch(element, 'Parade');
      await type('t');
      expect(focused(element)).to.equal('Talks at Lwów');
      await type('t');
      expect(focused(element)).to.equal('Tatra meeting');
      await type('t');
      expect(focused(element)).to.equal('Talents');
      await pause();
      await type('lwo');
      expect(focused(element)).to.equal('Talks at Lwów');
    });

    it('finds what is not drawn, and shows it', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 400 }, (_, i) => [
          `e${i}`,
          {
            title: i === 333 ? 'Zakopane' : `Event ${i}`,
            edtf: `1939-${String(1 + Math.floor(i / 40)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
          },
        ]),
      );
      const element = await show({
        data: dataset(many),
        attrs: { from: '1939-01', to: '1939-01' },
      });
      expect(titles(element)).not.to.include('Zakopane');
      one(element, '.events [part=event]').focus();
      await aTimeout(150);
      await type('z');
      expect(focused(element)).to.equal('Zakopane');
      const { left } = root(element).activeElement!.getBoundingClientRect();
      expect(left).to.be.within(
        one(element, '.plot').getBoundingClientRect().left - 1,
        one(element, '.plot').getBoundingClientRect().right,
      );
    });

    it('leaves keys with Ctrl and keys outside the events alone, and + still zooms', async () => {
      const element = await show();
      await touch(element, 'Parade');
      const press = (target: Element, init: KeyboardEventInit): boolean => {
        const event = new KeyboardEvent('keydown', {
          bubbles: true,
          composed: true,
          cancelable: true,
          ...init,
        });
        target.dispatchEvent(event);
        return event.defaultPrevented;
      };
      const at = root(element).activeElement!;
      expect(press(at, { key: 'p', ctrlKey: true })).to.equal(false);
      expect(press(tool(element, 'Filter'), { key: 'p' })).to.equal(false);
      expect(press(at, { key: 'p', isComposing: true })).to.equal(false);
      expect(focused(element)).to.equal('Parade');
      const { from, to } = element.window!;
      await sendKeys({ press: '+' });
      await aTimeout(50);
      expect(element.window!.to - element.window!.from).to.be.below(to - from);
    });
  });

  describe('search', () => {
    async function find(element: ConferenceTimeline, text: string): Promise<void> {
      if (!all(element, '[part=search]').length) {
        tool(element, 'Filter').click();
        await waitUntil(() => all(element, '[part=search]').length);
      }
      const field = one<HTMLInputElement>(element, '[part=search]');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await aTimeout(200);
      await element.updateComplete;
    }
    const wide = { width: 1400 };

    it('narrows the events by title, place, people and kind, without case and accents', async () => {
      const element = await show(wide);
      for (const [text, ...found] of [
        ['PROTOCOL', 'Protocol on prisoners'],
        ['Krakow', 'A congress'],
        ['kraków', 'A congress'],
        ['leski', 'Protocol on prisoners', 'A congress'],
        ['red cross', 'Talks at Lwów', 'Tatra meeting'],
        ['ceremony', 'Parade'],
        ['nowak congress', 'A congress'],
        ['nothing'],
      ]) {
        await find(element, text!);
        expect(titles(element), text).to.deep.equal(found);
        expect(one(element, '[part=found]').textContent?.trim()).to.equal(
          `${found.length} of 6 found`,
        );
      }
      expect(one(element, '[part=found]').getAttribute('role')).to.equal('status');
    });

    it('goes together with the filters, and is cleared with them', async () => {
      const element = await show(wide);
      await find(element, 'tal');
      expect(titles(element)).to.deep.equal(['Talks at Lwów', 'Talents']);
      one(element, '[data-filter=meeting]').click();
      await element.updateComplete;
      expect(titles(element)).to.deep.equal([]);
      tool(element, 'Show all').click();
      await element.updateComplete;
      expect(titles(element).length).to.equal(6);
      expect(one<HTMLInputElement>(element, '[part=search]').value).to.equal('');
      expect(one(element, '[part=found]').textContent?.trim()).to.equal('');
      expect(all(element, '[part=button]').map((it) => it.textContent?.trim())).not.to.include(
        'Show all',
      );
    });

    it('keeps the focus in the field while a reader types', async () => {
      const element = await show(wide);
      await find(element, '');
      const field = one<HTMLInputElement>(element, '[part=search]');
      field.focus();
      await type('brz');
      await aTimeout(250);
      expect(titles(element)).to.deep.equal(['Parade']);
      expect(root(element).activeElement === field).to.equal(true);
      expect(field.value).to.equal('brz');
      await expect(element).to.be.accessible();
    });

    it('narrows the list too', async () => {
      const element = await show({ width: 320 });
      await find(element, 'krakow');
      expect(all(element, '[part=entry]').map((it) => it.dataset['event'])).to.deep.equal([
        'congress',
      ]);
      await find(element, '');
      expect(all(element, '[part=entry]').length).to.equal(6);
    });

    it('compares letters as most people type them', () => {
      expect(fold('Łódź')).to.equal('lodz');
      expect(fold('Straße')).to.equal('strasse');
      expect(fold('ĐẶNG')).to.equal('dang');
      expect(fold('İstanbul')).to.equal('istanbul');
      expect(fold('Ångström Ærø')).to.equal('angstrom aero');
    });
  });

  describe('the event that is opened', () => {
    const card = (element: Element): string | null | undefined =>
      all(element, '[part=panel] [event]')[0]?.getAttribute('event');
    const day = (y: number, m: number, d: number): number => Date.UTC(y, m - 1, d) / 864e5;

    it('is an attribute: it brings the event into view with its card', async () => {
      const element = await show({ attrs: { from: '1939-09', to: '1939-10', event: 'talents' } });
      await waitUntil(() => card(element) === 'talents');
      await aTimeout(400);
      expect(element.window!.to).to.be.above(day(1940, 3, 4));
      // What the reader did not open takes no focus.
      expect(document.activeElement === element).to.equal(false);
      element.event = 'parade';
      await waitUntil(() => card(element) === 'parade');
      await aTimeout(400);
      expect(element.window!.from).to.be.below(day(1939, 9, 22));
      element.removeAttribute('event');
      await waitUntil(() => !all(element, '[part=panel]').length);
    });

    it('follows what the reader opens and closes', async () => {
      const element = await show();
      element.open('congress');
      await waitUntil(() => card(element) === 'congress');
      expect(element.getAttribute('event')).to.equal('congress');
      one(element, '.close').click();
      await waitUntil(() => !all(element, '[part=panel]').length);
      expect(element.hasAttribute('event')).to.equal(false);
      element.open('congress');
      await waitUntil(() => card(element) === 'congress');
      tool(element, 'Legend').click();
      await waitUntil(() => all(element, '[part=sample]').length);
      expect(element.hasAttribute('event')).to.equal(false);
    });

    it('does not tell the page of a choice that no reader made', async () => {
      const chosen: Event[] = [];
      const note = (event: Event): unknown => chosen.push(event);
      document.addEventListener('attested-select', note);
      try {
        const element = await show({ attrs: { event: 'parade' } });
        await waitUntil(() => card(element) === 'parade');
        expect(chosen.length).to.equal(0);
      } finally {
        document.removeEventListener('attested-select', note);
      }
    });

    it('harms nothing where there is no such event', async () => {
      for (const width of [1000, 320]) {
        const element = await show({ width, attrs: { event: 'no-such' } });
        await waitUntil(() => card(element) === 'no-such');
        expect(one(element, '[part=panel]').textContent).to.include(timeline.none);
        expect(all(element, width > 640 ? '.events li' : '[part=entry]').length).to.be.above(3);
      }
    });
  });

  describe('a bookmark', () => {
    const start = location.href;
    const day = (y: number, m: number, d: number): number => Date.UTC(y, m - 1, d) / 864e5;
    const card = (element: Element): string | null | undefined =>
      all(element, '[part=panel] [event]')[0]?.getAttribute('event');
    /** Until the window rests. */
    const rest = (): Promise<void> => aTimeout(850);
    const address = (hash: string): void => history.replaceState(history.state, '', hash || start);
    afterEach(() => address(start));

    it('is not kept unless the page asks for it', async () => {
      const element = await show();
      element.zoomIn();
      element.open('parade');
      await rest();
      expect(location.href).to.equal(start);
    });

    it('is in the address once the reader moves or opens, and no entry of the history', async () => {
      address('#page=2');
      const { length } = history;
      history.replaceState({ mine: 1 }, '');
      const element = await show({ attrs: { from: '1939-09', to: '1939-11', bookmark: '' } });
      await rest();
      expect(location.hash).to.equal('#page=2');
      element.zoomIn();
      await rest();
      expect(location.hash).to.equal('#page=2&t=1939-09-18..1939-11-13');
      element.open('protocol');
      await waitUntil(() => card(element));
      await rest();
      expect(location.hash).to.match(/^#page=2&t=1939-[-\d.]+&event=protocol$/);
      expect(history.length).to.equal(length);
      expect(history.state).to.deep.equal({ mine: 1 });
      one(element, '.close').click();
      await rest();
      expect(location.hash).not.to.include('event');
      history.replaceState(null, '');
    });

    it('has no time while nobody went to another', async () => {
      const element = await show({ attrs: { bookmark: '' } });
      await rest();
      element.open('talks');
      await waitUntil(() => location.hash === '#event=talks');
    });

    it('is where a page begins', async () => {
      address('#t=1939-12..1940-01&event=parade');
      const element = await show({ attrs: { bookmark: '' } });
      expect(element.window).to.deep.equal({ from: day(1939, 12, 1), to: day(1940, 2, 1) });
      await waitUntil(() => card(element) === 'parade');
      await rest();
      // The card does not move what was kept, and nothing is written that nobody did.
      expect(element.window).to.deep.equal({ from: day(1939, 12, 1), to: day(1940, 2, 1) });
      expect(location.hash).to.equal('#t=1939-12..1940-01&event=parade');
    });

    it('is followed when the address changes, also back to none', async () => {
      const element = await show({ attrs: { bookmark: '' } });
      const home = element.window!;
      const { from, to } = home;
      location.hash = '#t=1940-01&event=tatra';
      await waitUntil(() => card(element) === 'tatra');
      await rest();
      expect(element.window).to.deep.equal({ from: day(1940, 1, 1), to: day(1940, 2, 1) });
      // The address of something else on the page changes nothing.
      location.hash = '#source-rees';
      await rest();
      expect(element.event).to.equal('tatra');
      location.hash = '';
      await waitUntil(() => !all(element, '[part=panel]').length);
      await rest();
      expect(element.window).to.deep.equal({ from, to });
      expect(location.hash).to.equal('');
    });

    it('leaves the address to a page that finds its way by it', async () => {
      address('#/reports/3');
      const element = await show({ attrs: { bookmark: '' } });
      await rest();
      element.zoomIn();
      await rest();
      expect(location.hash).to.equal('#/reports/3');
    });

    it('tells several timelines apart, and ends with its timeline', async () => {
      const element = await show({ attrs: { bookmark: 'war' } });
      await rest();
      location.hash = '#t=1940';
      await rest();
      expect(element.window!.from).to.be.below(day(1939, 10, 1));
      location.hash = '#war.t=1940-01';
      await rest();
      expect(element.window).to.deep.equal({ from: day(1940, 1, 1), to: day(1940, 2, 1) });
      element.remove();
      location.hash = '#war.t=1939-12';
      await rest();
      expect(element.window!.from).to.equal(day(1940, 1, 1));
    });

    it('takes any address, whatever stands in it', async () => {
      address('#t=now..then&event=%E0%A4%A&x&=&event=2');
      const element = await show({ attrs: { bookmark: '' } });
      await rest();
      expect(all(element, '.events li').length).to.be.above(3);
    });

    it('is in the list too', async () => {
      const element = await show({ width: 320, attrs: { bookmark: '' } });
      await aTimeout(100);
      one(element, '[data-event=tatra] button').click();
      await waitUntil(() => location.hash === '#event=tatra');
    });

    it('says a time in a readable form, and reads it again', () => {
      for (const [text, from, to] of [
        ['1939-09..1950-03', day(1939, 9, 1), day(1950, 4, 1)],
        ['1939-09-01..1939-09-30', day(1939, 9, 1), day(1939, 10, 1)],
        ['1939-09-01T06..1939-09-03T17', day(1939, 9, 1) + 0.25, day(1939, 9, 3) + 0.75],
        ['-0499..0100', NaN, NaN],
        ['1939..2026', day(1939, 1, 1), day(2027, 1, 1)],
      ] as const) {
        const read = readSpan(text)!;
        if (!text.startsWith('-')) expect([read.from, read.to], text).to.deep.equal([from, to]);
        if (text !== '1939..2026') expect(spanText(read)).to.equal(text);
      }
      for (const span of [
        { from: -66e6 * 365.2425, to: 0 },
        { from: -4_000_000.3, to: -3_999_000.7 },
      ]) {
        const again = readSpan(spanText(span))!;
        expect(again.from).to.be.at.most(span.from + 1e-6);
        expect(again.to).to.be.at.least(span.to - 1e-6);
        expect(spanText(again)).to.equal(spanText(span));
      }
      expect(readSpan('1940')).to.deep.equal({ from: day(1940, 1, 1), to: day(1941, 1, 1) });
      for (const bad of ['', '..', '1940..1939', '1939-13', '39', '1939-09-01T24', 'x'])
        expect(readSpan(bad), bad).to.equal(undefined);
    });
  });

  describe('lanes by who took part', () => {
    /** The events that stand in each lane. */
    const laneOf = (element: Element, it: Element): string => {
      const { top } = it.getBoundingClientRect();
      const above = all(element, '.lane').filter((head) => head.getBoundingClientRect().top <= top);
      return above.at(-1)!.textContent.trim();
    };
    const lanes = (element: Element): Record<string, string[]> => {
      const found: Record<string, string[]> = {};
      for (const it of all(element, '.events [part=event]'))
        (found[laneOf(element, it)] ??= []).push(it.textContent);
      return found;
    };
    const who = { ...EVENTS, talents: { ...EVENTS['talents']!, who: ['!jan'] } };

    it('has an event in the lane of each person, and the rest under Other', async () => {
      const element = await show({ data: dataset(who), attrs: { 'group-by': 'person' } });
      expect(lanes(element)).to.deep.equal({
        'Anna Nowak': ['Talks at Lwów', 'A congress'],
        'Jan Łęski': ['Protocol on prisoners', 'A congress'],
        // Of whom it is only said that he was not there did not take part.
        Other: ['Parade', 'Tatra meeting', 'Talents'],
      });
      await waitUntil(() => one(element, '[part=window]').textContent.includes('6 of 6 in view'));
      await expect(element).to.be.accessible();
    });

    it('does so by organisation', async () => {
      const element = await show({ attrs: { 'group-by': 'organisation' } });
      expect(lanes(element)).to.deep.equal({
        'Red Cross': ['Talks at Lwów', 'Tatra meeting'],
        Other: ['Parade', 'Protocol on prisoners', 'A congress', 'Talents'],
      });
    });

    it('puts lanes within lanes', async () => {
      const element = await show({ attrs: { 'group-by': 'country place' } });
      expect(Object.keys(lanes(element)).sort()).to.deep.equal([
        'Elsewhere · Brześć',
        'Elsewhere · Lwów',
        'No place given',
        'Poland · Kraków',
      ]);
      // What belongs together stands together, the largest first, what has none last.
      const heads = all(element, '.lane').map((it) => it.textContent.split(' · ')[0]);
      expect(heads).to.deep.equal(['Elsewhere', 'Elsewhere', 'Poland', 'No place given']);
      const narrow = await show({ width: 320, attrs: { 'group-by': 'country place' } });
      expect(all(narrow, 'h4[part=lane]').map((it) => it.textContent.trim())).to.include(
        'Elsewhere · Lwów',
      );
    });

    it('goes through each event once, in its lane where it can', async () => {
      const element = await show({ attrs: { 'group-by': 'person' } });
      await touch(element, 'Protocol on prisoners');
      const lane = (): string => laneOf(element, root(element).activeElement!);
      await sendKeys({ press: 'ArrowRight' });
      expect([focused(element), lane()]).to.deep.equal(['A congress', 'Jan Łęski']);
      await sendKeys({ press: 'ArrowRight' });
      expect(focused(element)).to.equal('Tatra meeting');
      await sendKeys({ press: 'ArrowLeft' });
      expect(focused(element)).to.equal('A congress');
      await sendKeys({ press: 'ArrowLeft' });
      expect(focused(element)).to.equal('Protocol on prisoners');
      await type('c');
      expect([focused(element), lane()]).to.deep.equal(['A congress', 'Jan Łęski']);
      expect(all(element, '.events [tabindex="0"]').length).to.equal(1);
    });

    it('opens one card for all of them', async () => {
      const element = await show({ attrs: { 'group-by': 'person' } });
      element.open('congress');
      await waitUntil(() => all(element, '[part=panel] [event]').length === 1);
      const open = all(element, '[part=event][aria-expanded=true]');
      expect(open.map((it) => it.textContent)).to.deep.equal(['A congress', 'A congress']);
    });

    it('counts what has no room once', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [
          `e${i}`,
          { title: `Event ${i}`, edtf: '1939-09-10', who: ['anna', 'jan'] },
        ]),
      );
      const element = await show({ data: dataset(many), attrs: { 'group-by': 'person' } });
      const shown = new Set(titles(element)).size;
      const more = all(element, '[part=more]').reduce(
        (n, it) => n + parseInt(it.textContent.slice(1)),
        0,
      );
      expect(shown + more).to.equal(60);
      await touch(element, titles(element)[0]!);
      one(element, '[part=more]').click();
      await waitUntil(() => all(element, '[part=panel] [part=entry]').length);
      expect(all(element, '[part=panel] [part=entry]').length).to.equal(more);
    });

    it('makes groups of the list, with the card where it was opened', async () => {
      const element = await show({ width: 320, attrs: { 'group-by': 'person' } });
      const entries = all(element, '[data-event=congress]');
      expect(entries.length).to.equal(2);
      entries[1]!.querySelector('button')!.click();
      await waitUntil(() => entries[1]!.querySelector('[event]'));
      expect(all(element, '[part=panel]').length).to.equal(1);
    });
  });
});
