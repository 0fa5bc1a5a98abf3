import { aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { executeServerCommand, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CompiledDataset, CompiledEvent } from '../../src/dataset/compiled.js';
import { compile } from '../../src/dataset/compile.js';
import type { ConferenceTimeline } from '../../src/elements/conference-timeline/conference-timeline.js';
import '../../src/elements/conference-timeline/define.js';
import { timeline } from '../../src/locales/en-timeline.js';
import type { AttestedWindowEvent } from '../../src/ui/window-event.js';
import { media, unmedia, until } from '../page.js';

const STATUSES = ['established', 'attested', 'reported', 'unconfirmed', 'contested'] as const;

/** One event for each form, in order of time. */
const FORMS: [id: string, edtf: string, shape: string][] = [
  ['until', '../1939-09-10', 'open-start'],
  ['lasting', '1939-09-02/..', 'open-end'],
  ['day', '1939-09-05', 'day'],
  ['hour', '1939-09-07T10:00:00', 'time'],
  ['days', '1939-09-08/1939-09-14', 'interval'],
  ['several', '{1939-09-12,1939-09-20}', 'all-of'],
  ['one', '[1939-09-16..1939-09-25]', 'one-of'],
  ['season', '1939-23', 'span'],
  ['month', '1939-10', 'month'],
  ['coarse', '1939-10-05/1939-11', 'blurred'],
  ['unsaid', '1939-11-05/', 'unknown-end'],
  ['later', '[1939-11-10..]', 'or-later'],
  ['maybe', '1939-11-20?', 'day'],
];

function dataset(
  more: Record<string, { edtf: string[]; title?: string; kind?: string }> = {},
): CompiledDataset {
  const events = Object.fromEntries(
    [
      ...FORMS.map(
        ([id, edtf], i) =>
          [
            id,
            {
              edtf: [edtf],
              title: `Event ${id}`,
              kind: i % 2 ? 'talk' : 'war',
              status: STATUSES[i % 5],
            },
          ] as const,
      ),
      ...Object.entries(more).map(
        ([id, it]) =>
          [id, { title: `Event ${id}`, kind: 'talk', status: 'attested', ...it }] as const,
      ),
    ].map(([id, { title, kind, edtf, status }]) => [
      id,
      {
        title,
        kind,
        dates: edtf.map((it) => ({ edtf: it, unsourced: true })),
        occurrence: { status, reason: 'Because.', unsourced: true },
        places: id === 'day' ? [{ place: 'lviv', unsourced: true }] : [],
        summary: 'They met.',
      },
    ]),
  );
  const data = compile({
    title: 'Meetings',
    language: 'en',
    licence: 'CC-BY-4.0',
    editors: [{ name: 'E' }],
    version: '1',
    modified: '2026-01-02',
    kinds: { talk: 'Talk', war: 'War' },
    events,
    places: { lviv: { label: 'Lwów', names: [{ text: 'Lwów' }] } },
  });
  for (const words of Object.values(data.words)) Object.assign(words, { timeline });
  return data;
}

/** Many made-up events, straight in the compiled form. */
function synthetic(n: number): CompiledDataset {
  const data = dataset();
  const make = (i: number): CompiledEvent => {
    const day = -20000 + Math.floor((i * 40000) / n);
    return {
      title: `Event number ${i}`,
      kind: i % 3 ? 'talk' : 'war',
      dates: [
        {
          edtf: '1939-09-05',
          earliest: day,
          latest: day + (i % 97 ? 0 : 900),
          shape: i % 97 ? 'day' : 'interval',
          words: { en: `day ${day}` },
        },
      ],
      occurrence: { status: STATUSES[i % 5]!, reason: { en: [] } },
      importance: i % 11,
    };
  };
  const inTime = Array.from({ length: n }, (_, i) => `e${i}`);
  return { ...data, events: Object.fromEntries(inTime.map((id, i) => [id, make(i)])), inTime };
}

const address = (data: CompiledDataset): string =>
  URL.createObjectURL(new Blob([JSON.stringify(data)], { type: 'application/json' }));

interface Options {
  data?: CompiledDataset;
  width?: number;
  attrs?: Record<string, string>;
  dir?: string;
  dark?: boolean;
}

async function show({
  data = dataset(),
  width = 1000,
  attrs = {},
  dir = 'ltr',
  dark = false,
}: Options = {}): Promise<ConferenceTimeline> {
  const around = await fixture<HTMLDivElement>(html`<div lang="en"></div>`);
  around.dir = dir;
  around.style.cssText = `inline-size:${width}px;font:16px/1.5 sans-serif;${dark ? 'color-scheme:dark;background:#111;color:#eee' : 'background:#fff;color:#222'}`;
  const element = document.createElement('conference-timeline');
  element.innerHTML = '<p>Before.</p>';
  for (const [name, value] of Object.entries({ src: address(data), ...attrs }))
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
const all = (element: Element, selector: string): HTMLElement[] => [
  ...root(element).querySelectorAll<HTMLElement>(selector),
];
const one = (element: Element, selector: string): HTMLElement => {
  const [found] = all(element, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const names = (element: Element): string[] =>
  all(element, '.events [part=event]').map((it) => (it.textContent ?? '').replace('Event ', ''));
const event = (element: Element, id: string): HTMLElement => {
  const found = all(element, '.events [part=event]').find((it) => it.textContent === `Event ${id}`);
  if (!found) throw new Error(`${id} is not drawn, but ${names(element).join()}`);
  return found;
};
const focused = (element: Element): string =>
  (root(element).activeElement?.textContent ?? '').replace('Event ', '');
const tool = (element: Element, words: string): HTMLElement => {
  const found = all(element, '[part=button]').find(
    (it) => it.textContent?.trim() === words || it.ariaLabel === words,
  );
  if (!found) throw new Error(`no button ${words}`);
  return found;
};
/** Touches the axis, as any reader does before anything else, and waits for what listens to it. */
async function touch(element: ConferenceTimeline, id = 'day'): Promise<void> {
  const target =
    all(element, '.events [part=event]').find((it) => it.textContent === `Event ${id}`) ??
    one(element, '.events [part=event]');
  target.focus();
  await aTimeout(150);
}
const still = async (): Promise<void> => aTimeout(320);

describe('<conference-timeline>', () => {
  // Where motion cannot be turned off, it is waited for.
  before(() => executeServerCommand('media', { features: { 'prefers-reduced-motion': 'reduce' } }));
  after(() => unmedia());

  describe('the axis', () => {
    it('draws each form of date in its own way', async () => {
      const element = await show({ width: 1600, attrs: { from: '1939-08-20', to: '1939-12-20' } });
      const shapes = Object.fromEntries(
        all(element, '.events [part=event]').map((it) => [
          it.textContent.replace('Event ', ''),
          it.querySelector<HTMLElement>('.drawing')!.dataset['shape'],
        ]),
      );
      for (const [id, , shape] of FORMS) expect(shapes[id], id).to.equal(shape);
      const looks = new Set(
        [...new Set(FORMS.map(([, , shape]) => shape))].map((shape) => {
          const {
            clipPath,
            maskImage,
            backgroundImage,
            backgroundColor,
            borderInlineStartWidth,
            scale,
            backgroundSize,
          } = getComputedStyle(one(element, `.drawing[data-shape=${shape}]`));
          return [
            clipPath,
            maskImage,
            backgroundImage,
            backgroundColor,
            borderInlineStartWidth,
            scale,
            backgroundSize,
          ].join();
        }),
      );
      expect(looks.size).to.equal(new Set(FORMS.map(([, , shape]) => shape)).size);
      expect(event(element, 'maybe').querySelector('[data-doubt]')).not.to.equal(null);
    });

    it('tells the status by a shape and a word, and all of it to a screen reader', async () => {
      const element = await show({ width: 1600, attrs: { from: '1939-08-20', to: '1939-12-20' } });
      // Some browsers compute attr(), others give it as it is written.
      const content = (id: string, part: string, from: string): string => {
        const { content: computed } = getComputedStyle(event(element, id), part);
        return computed === `attr(data-${from})`
          ? `"${event(element, id).dataset[from]}"`
          : computed;
      };
      const glyph = (id: string): string => content(id, '::before', 'glyph');
      expect(new Set(['until', 'lasting', 'day', 'hour', 'days'].map(glyph)).size).to.equal(5);
      expect(content('day', '::after', 'word')).to.equal('"reported"');
      expect(event(element, 'day').getAttribute('aria-label')).to.equal(
        'Event day, 5 September 1939, reported, Lwów',
      );
    });

    it('lists the events in order of time, one tab stop for all', async () => {
      const element = await show({ width: 1600, attrs: { from: '1939-08-20', to: '1939-12-20' } });
      const order = element.view!.data.inTime;
      expect(names(element)).to.deep.equal(order.filter((id) => names(element).includes(id)));
      expect(all(element, '.events [tabindex="0"]').length).to.equal(1);
      expect(one(element, '.events').getAttribute('role')).to.equal('list');
    });

    it('takes its first view from from and to, in any EDTF', async () => {
      const day = (y: number, m: number, d: number): number => Date.UTC(y, m - 1, d) / 864e5;
      const element = await show({ attrs: { from: '1939-09-01', to: '1939-10' } });
      expect(element.window).to.deep.equal({ from: day(1939, 9, 1), to: day(1939, 11, 1) });
      element.from = '[1939-10-05..1939-10-09]';
      await waitUntil(() => element.window?.from !== day(1939, 9, 1));
      expect(element.window?.from).to.equal(day(1939, 10, 5));
      element.from = '1939-23~';
      await waitUntil(() => element.window?.from === day(1939, 9, 1));
      expect(element.getAttribute('from')).to.equal('1939-23~');
      expect(element.window?.to).to.equal(day(1939, 11, 1));
    });

    it('lets no two labels overlap, at any zoom', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [
          `x${i}`,
          {
            edtf: [`1939-09-${String(1 + (i % 30)).padStart(2, '0')}`],
            title: `A title of some length ${i}`,
          },
        ]),
      );
      const element = await show({ data: dataset(many) });
      for (let i = 0; i < 7; i++) {
        const boxes = all(element, '.events [part=event]').map((it) => it.getBoundingClientRect());
        for (const [n, a] of boxes.entries())
          for (const b of boxes.slice(n + 1))
            expect(
              a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
            ).to.equal(true);
        for (const it of all(element, '.events [part=event]'))
          expect(it.querySelector('[part=label]')!.getBoundingClientRect().right).to.be.at.most(
            it.getBoundingClientRect().right + 1,
          );
        element.zoomIn();
        await still();
      }
    });

    it('ties the other dates of an event to the one shown first', async () => {
      const element = await show({
        data: dataset({ both: { edtf: ['1939-09-28', '1939-10-20'] } }),
        attrs: { from: '1939-09', to: '1939-11' },
      });
      const both = event(element, 'both');
      const [main, other] = both.querySelectorAll<HTMLElement>('.drawing');
      expect(other!.part.contains('alternative')).to.equal(true);
      const tie = both.querySelector('.tie')!.getBoundingClientRect();
      expect(tie.left).to.be.closeTo(main!.getBoundingClientRect().left, 1);
      expect(tie.right).to.be.closeTo(other!.getBoundingClientRect().right, 1);
      expect(both.getAttribute('aria-label')).to.include('also dated 20 October 1939');
    });

    it('says in words what is in view, once things have come to rest', async () => {
      const element = await show({ attrs: { from: '1939-09', to: '1939-09' } });
      const status = one(element, '[part=window]');
      expect(status.getAttribute('role')).to.equal('status');
      await waitUntil(() => status.textContent);
      expect(status.textContent).to.match(/^1\s?–\s?30 September 1939: \d+ of 13 in view$/);
      const before = status.textContent;
      element.zoomIn();
      await nextFrame();
      await nextFrame();
      expect(status.textContent).to.equal(before);
      await waitUntil(() => status.textContent !== before);
    });

    it('puts events into lanes', async () => {
      const element = await show({ attrs: { 'group-by': 'kind' } });
      expect(all(element, '.lane').map((it) => it.textContent?.trim())).to.deep.equal([
        'War',
        'Talk',
      ]);
      const [, talk] = all(element, '.lane').map((it) => it.getBoundingClientRect().top);
      for (const [id] of FORMS) {
        const drawn = all(element, '.events [part=event]').find(
          (it) => it.textContent === `Event ${id}`,
        );
        if (drawn)
          expect(drawn.getBoundingClientRect().top >= talk!, id).to.equal(
            element.view!.data.events[id]!.kind === 'talk',
          );
      }
      element.groupBy = 'status';
      await waitUntil(() => all(element, '.lane').length > 2);
      expect(all(element, '.lane').map((it) => it.textContent?.trim())).to.deep.equal([
        'Established',
        'Attested',
        'Reported',
        'Contested',
        'Unconfirmed',
      ]);
    });

    it('grows with its lanes and has nothing that scrolls by itself', async () => {
      const kinds = Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [
          `k${i}`,
          { edtf: [`1939-09-${10 + i}`], kind: `sort-${i}` },
        ]),
      );
      const element = await show({ data: dataset(kinds), attrs: { 'group-by': 'kind' } });
      const lanes = all(element, '.lane');
      expect(lanes.length).to.equal(8);
      expect(lanes.at(-1)!.textContent).to.equal(timeline.other);
      for (const it of [element, ...all(element, '*')])
        if (/auto|scroll/.test(getComputedStyle(it).overflowY))
          expect(it.scrollHeight, it.className).to.be.at.most(it.clientHeight);
      const bottom = one(element, '.ticks').getBoundingClientRect().bottom;
      for (const it of [...lanes, ...all(element, '.events li')])
        expect(it.getBoundingClientRect().bottom).to.be.below(bottom);
      const height = element.offsetHeight;
      element.removeAttribute('group-by');
      await waitUntil(() => !all(element, '.lane').length);
      expect(element.offsetHeight).to.be.below(height);
    });

    it('says each name once', async () => {
      const element = await show();
      for (const it of all(element, 'button'))
        expect(it.title === '' || it.title !== (it.ariaLabel ?? it.textContent.trim())).to.equal(
          true,
        );
    });

    it('says what is wrong with its attributes, and is there all the same', async () => {
      const element = await show({
        attrs: { from: '1939-13', to: '5 October 1939', 'group-by': 'plaec' },
      });
      const errors = (): string[] => all(element, '[part=error]').map((it) => it.textContent);
      await waitUntil(() => errors().length === 3);
      expect(errors()[0]).to.include('“1939-13” in “from”').and.include('“1939”');
      expect(errors()[1]).to.include('“to”').and.include('“1939-10-05”');
      expect(errors()[2]).to.include('“plaec”').and.include('“place”');
      expect(names(element).length).to.be.above(3);
      await expect(element).to.be.accessible();
      const told: string[] = [];
      element.addEventListener('attested-error', ({ message }) => told.push(message));
      element.groupBy = 'knid';
      await waitUntil(() => told.some((message) => message.includes('“kind”')));
      element.removeAttribute('group-by');
      element.from = '1939-09';
      element.to = '1939-10';
      await waitUntil(() => !errors().length);
    });

    it('has a place for events without a date', async () => {
      const element = await show({ data: dataset({ christmas: { edtf: ['XXXX-12-25'] } }) });
      expect(names(element)).not.to.include('christmas');
      tool(element, '1 without a date').click();
      await waitUntil(() => all(element, '[part=panel] [part=entry]').length);
      expect(one(element, '[part=panel] [part=entry]').textContent).to.include('christmas');
    });

    it('moves nothing on the page', async () => {
      const element = await show();
      const height = element.offsetHeight;
      tool(element, 'Legend').click();
      await waitUntil(() => all(element, '[part=panel]').length);
      element.zoomIn();
      await still();
      expect(element.offsetHeight).to.equal(height);
    });
  });

  describe('by keyboard', () => {
    it('goes from event to event in order of time, and to either end', async () => {
      const element = await show({ attrs: { from: '1939-09-04', to: '1939-09-20' } });
      const order = [...element.view!.data.inTime];
      await touch(element);
      const at = order.indexOf('day');
      await sendKeys({ press: 'ArrowRight' });
      expect(focused(element)).to.equal(order[at + 1]);
      await sendKeys({ press: 'ArrowDown' });
      expect(focused(element)).to.equal(order[at + 2]);
      await sendKeys({ press: 'ArrowLeft' });
      await sendKeys({ press: 'ArrowUp' });
      expect(focused(element)).to.equal('day');
      await sendKeys({ press: 'End' });
      expect(focused(element)).to.equal(order.at(-1));
      await sendKeys({ press: 'Home' });
      expect(focused(element)).to.equal(order[0]);
      // What came in before the others stands before them.
      expect(names(element)).to.deep.equal(order.filter((id) => names(element).includes(id)));
      expect(all(element, '.events [tabindex="0"]').length).to.equal(1);
    });

    it('reaches every event, and shows each that it reaches', async () => {
      const element = await show({ data: synthetic(300) });
      await touch(element);
      for (let n = 0; n < 4; n++) {
        element.zoomIn();
        await still();
      }
      await sendKeys({ press: 'Home' });
      for (let i = 0; i < 300; i++) {
        const now = root(element).activeElement as HTMLElement;
        expect(now.textContent).to.equal(`Event number ${i}`);
        if (i % 50 === 7) {
          const [a, b] = [
            now.getBoundingClientRect(),
            one(element, '.plot').getBoundingClientRect(),
          ];
          expect(
            a.left >= b.left - 1 && a.left < b.right && a.top >= b.top - 1 && a.bottom < b.bottom,
          ).to.equal(true);
        }
        now.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }),
        );
      }
    });

    it('tells the page which time is in view, once it has come to rest', async () => {
      const told: { dataset: string; from: number; to: number }[] = [];
      const listen = (event: AttestedWindowEvent): unknown => told.push(event.detail);
      document.addEventListener('attested-window', listen);
      try {
        const element = await show();
        const [whole] = await until(() => told.length > 0 && told);
        await touch(element);
        await sendKeys({ press: '+' });
        const nearer = await until(() => told.length > 1 && told.at(-1));
        expect(nearer.dataset).to.equal(whole?.dataset);
        expect(nearer.to - nearer.from).to.be.lessThan((whole?.to ?? 0) - (whole?.from ?? 0));
      } finally {
        document.removeEventListener('attested-window', listen);
      }
    });

    it('zooms with + and −, fits with 0, turns pages', async () => {
      const element = await show({ attrs: { from: '1939-09-04', to: '1939-09-20' } });
      await touch(element);
      const days = (): number => element.window!.to - element.window!.from;
      const before = days();
      await sendKeys({ press: '+' });
      await still();
      expect(days()).to.be.closeTo(before / 1.6, 1e-6);
      await sendKeys({ press: '-' });
      await still();
      expect(days()).to.be.closeTo(before, 1e-6);
      const { from } = element.window!;
      await sendKeys({ press: 'PageDown' });
      expect(element.window!.from).to.be.above(from);
      expect(focused(element)).not.to.equal('day');
      await sendKeys({ press: '0' });
      await still();
      expect(days()).to.be.above(60);
    });

    it('opens an event with Enter, closes it with Escape and comes back', async () => {
      const element = await show({ attrs: { from: '1939-09-04', to: '1939-09-20' } });
      await touch(element);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => all(element, '[part=panel] [event=day]').length);
      expect(root(element).activeElement === one(element, '[part=panel]')).to.equal(true);
      expect(one(element, '[part=panel]').getAttribute('aria-label')).to.equal(timeline.details);
      expect(event(element, 'day').getAttribute('aria-expanded')).to.equal('true');
      // There is no <event-card> on this page: what stands in for it says the same in short.
      expect(one(element, '[part=panel]').textContent)
        .to.include('5 September 1939')
        .and.include('Reported')
        .and.include('Lwów')
        .and.include('They met.');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !all(element, '[part=panel]').length);
      await aTimeout(20);
      expect(focused(element)).to.equal('day');
    });

    it('takes no key that is not its own', async () => {
      const element = await show();
      await touch(element);
      for (const init of [{ key: 'a' }, { key: '+', ctrlKey: true }, { key: 'Tab' }]) {
        const press = new KeyboardEvent('keydown', {
          ...init,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
        root(element).activeElement!.dispatchEvent(press);
        expect(press.defaultPrevented, init.key).to.equal(false);
      }
    });
  });

  describe('by pointer', () => {
    afterEach(() => resetMouse());

    it('pans by dragging, and a drag opens nothing', async () => {
      const element = await show({ attrs: { from: '1939-09', to: '1939-11' } });
      await touch(element);
      const { left, top } = event(element, 'days').getBoundingClientRect();
      const { from } = element.window!;
      const at: [number, number] = [Math.round(left + 20), Math.round(top + 8)];
      await sendMouse({ type: 'move', position: at });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [at[0] - 60, at[1]] });
      await sendMouse({ type: 'move', position: [at[0] - 100, at[1]] });
      await sendMouse({ type: 'up' });
      await nextFrame();
      expect(element.window!.from - from).to.be.closeTo((100 * 91) / 1000, 0.5);
      await still();
      expect(all(element, '[part=panel]').length).to.equal(0);
    });

    it('does what was asked before its code was there', async () => {
      // With a pointer that hovers the code waits for it; without one it would be there at once.
      const { matchMedia } = window;
      window.matchMedia = (query) =>
        matchMedia.call(window, query.replace('hover: none', 'width: 1px'));
      try {
        const element = await show({ attrs: { from: '1939-09-04', to: '1939-09-20' } });
        event(element, 'days').click();
        await waitUntil(() => all(element, '[part=panel] [event=days]').length);
      } finally {
        window.matchMedia = matchMedia;
      }
    });

    it('loses no turn of the wheel that comes before its code, and takes none from the page', async () => {
      const element = await show({ attrs: { from: '1939-09', to: '1939-11' } });
      const { from } = element.window!;
      const turn = (init: WheelEventInit): boolean => {
        const event = new WheelEvent('wheel', {
          bubbles: true,
          composed: true,
          cancelable: true,
          clientX: 300,
          ...init,
        });
        one(element, '.plot').dispatchEvent(event);
        return event.defaultPrevented;
      };
      expect(turn({ deltaY: 100 })).to.equal(false);
      turn({ deltaX: 80, deltaY: 10 });
      await waitUntil(() => element.window!.from > from);
    });

    it('takes a drag that ends on an event for no click', async () => {
      const element = await show({ attrs: { from: '1939-09', to: '1939-11' } });
      await touch(element);
      const plot = one(element, '.plot');
      // Where the pointer is captured the click goes elsewhere anyway; not every browser does so.
      plot.setPointerCapture = () => {};
      for (const [type, clientX] of [
        ['pointerdown', 300],
        ['pointermove', 280],
        ['pointerup', 280],
      ] as const)
        plot.dispatchEvent(
          new PointerEvent(type, { pointerId: 9, clientX, bubbles: true, composed: true }),
        );
      event(element, 'days').click();
      await still();
      expect(all(element, '[part=panel]').length).to.equal(0);
    });

    it('leaves the wheel to the page but for zoom and sideways', async () => {
      const element = await show({ attrs: { from: '1939-09', to: '1939-11' } });
      await touch(element);
      const wheel = (init: WheelEventInit): boolean => {
        const turn = new WheelEvent('wheel', {
          bubbles: true,
          composed: true,
          cancelable: true,
          clientX: 300,
          ...init,
        });
        one(element, '.plot').dispatchEvent(turn);
        return turn.defaultPrevented;
      };
      const { from, to } = element.window!;
      expect(wheel({ deltaY: 100 })).to.equal(false);
      expect(element.window).to.deep.equal({ from, to });
      expect(wheel({ deltaX: 80, deltaY: 10 })).to.equal(true);
      expect(element.window!.from).to.be.above(from);
      expect(wheel({ deltaY: -100, ctrlKey: true })).to.equal(true);
      expect(element.window!.to - element.window!.from).to.be.below(to - from);
    });

    it('pinches with two fingers, and leaves up and down to the page', async () => {
      const element = await show({ attrs: { from: '1939-09', to: '1939-11' } });
      await touch(element);
      const plot = one(element, '.plot');
      plot.setPointerCapture = () => {};
      expect(getComputedStyle(plot).touchAction).to.equal('pan-y');
      const finger = (type: string, pointerId: number, clientX: number): boolean =>
        plot.dispatchEvent(
          new PointerEvent(type, {
            pointerId,
            clientX,
            pointerType: 'touch',
            bubbles: true,
            composed: true,
          }),
        );
      const before = element.window!.to - element.window!.from;
      finger('pointerdown', 7, 300);
      finger('pointerdown', 8, 400);
      finger('pointermove', 8, 450);
      finger('pointermove', 8, 500);
      expect((element.window!.to - element.window!.from) / before).to.be.closeTo(0.5, 0.01);
      finger('pointerup', 7, 300);
      finger('pointerup', 8, 500);
    });

    it('lets the page have its own answer to a choice', async () => {
      const element = await show({ attrs: { from: '1939-09-04', to: '1939-09-20' } });
      await touch(element);
      const chosen: string[] = [];
      element.addEventListener('attested-select', (choice) => {
        const { detail } = choice;
        chosen.push(`${detail.type} ${detail.id}`);
        choice.preventDefault();
      });
      event(element, 'days').click();
      await still();
      expect(chosen).to.deep.equal(['event days']);
      expect(all(element, '[part=panel]').length).to.equal(0);
    });

    it('goes to what another widget of the page chose', async () => {
      const [one_, other] = [
        await show({ attrs: { from: '1939-09-04', to: '1939-09-06' } }),
        document.createElement('conference-timeline'),
      ];
      other.src = one_.src!;
      one_.after(other);
      await oneEvent(other, 'attested-ready');
      other.open('unsaid');
      await waitUntil(() => names(one_).includes('unsaid'));
      expect(all(one_, '[part=panel]').length).to.equal(0);
    });
  });

  describe('what can be opened', () => {
    it('explains every drawing and status that occurs in a legend', async () => {
      const element = await show();
      tool(element, 'Legend').click();
      await waitUntil(() => all(element, '[part=panel] [part=sample]').length);
      const drawn = new Set(
        all(element, '[part=sample] .drawing').map((it) => it.dataset['shape']),
      );
      for (const [, , shape] of FORMS) expect([...drawn], shape).to.include(shape);
      expect(all(element, '[part=sample] .glyph').length).to.equal(5);
      for (const [, , shape] of FORMS)
        expect(one(element, '[part=panel]').textContent).to.include(
          timeline.shapes[shape as 'day'],
        );
    });

    it('filters by kind and by status', async () => {
      const element = await show({ width: 1600, attrs: { from: '1939-08-20', to: '1939-12-20' } });
      tool(element, 'Filter').click();
      await waitUntil(() => all(element, '[data-filter]').length);
      one(element, '[data-filter=war]').click();
      await element.updateComplete;
      expect(names(element)).to.include('hour').and.not.include('day');
      one(element, '[data-filter=attested]').click();
      await element.updateComplete;
      expect(names(element)).not.to.include('lasting');
      tool(element, 'Show all').click();
      await element.updateComplete;
      expect(names(element)).to.include('day').and.include('lasting');
    });

    it('opens what there is no room for', async () => {
      const same = Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [`x${i}`, { edtf: ['1939-09-30'] }]),
      );
      const element = await show({
        data: dataset(same),
        attrs: { from: '1939-09-04', to: '1939-12-20' },
      });
      await touch(element);
      const more = (): HTMLElement =>
        all(element, '[part=more]').sort(
          (a, b) => Number(b.textContent) - Number(a.textContent),
        )[0]!;
      expect(more().ariaLabel).to.match(/^\d+ more, .*1939$/);
      const { from, to } = element.window!;
      more().click();
      await still();
      // First closer; what begins on one day no closeness can part.
      expect(element.window!.to - element.window!.from).to.be.below(to - from);
      for (let i = 0; i < 4 && !all(element, '[part=panel]').length; i++) {
        more().click();
        await still();
      }
      await waitUntil(() => all(element, '[part=panel] [part=entry]').length > 20);
    });

    it('lists at once what no closeness can part', async () => {
      const same = Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [`x${i}`, { edtf: ['1941-05-20'] }]),
      );
      const element = await show({
        data: dataset(same),
        attrs: { from: '1941-01', to: '1941-12' },
      });
      await touch(element);
      one(element, '[part=more]:last-child').click();
      await waitUntil(() => all(element, '[part=panel] [part=entry]').length > 20);
    });

    it('opens a card by method, and says whether there is such an event', async () => {
      const element = await show();
      expect(element.open('nothing')).to.equal(false);
      expect(element.open('unsaid')).to.equal(true);
      await waitUntil(() => all(element, '[part=panel] [event=unsaid]').length);
      const { left, right } = event(element, 'unsaid').getBoundingClientRect();
      await still();
      expect(left).to.be.above(0);
      expect(right).to.be.above(left);
      expect(event(element, 'unsaid').getBoundingClientRect().left).to.be.below(
        one(element, '[part=panel]').getBoundingClientRect().left,
      );
    });
  });

  describe('as a list', () => {
    it('is one where narrow, with the same events, and an axis again where wide', async () => {
      const element = await show({ width: 320 });
      expect(all(element, '.plot').length).to.equal(0);
      expect(all(element, '[part=entry]').map((it) => it.dataset['event'])).to.deep.equal(
        element.view!.data.inTime,
      );
      expect(one(element, '[data-event=day]').textContent).to.match(
        /5 September 1939.*Event day.*Reported.*Lwów.*War/s,
      );
      expect(root(element).host.scrollWidth).to.be.at.most(320);
      element.parentElement!.style.inlineSize = '900px';
      await waitUntil(() => all(element, '.plot .events li').length);
    });

    it('says every date that is given', async () => {
      const data = dataset({ both: { edtf: ['1939-09-28', '1939-10-20'] } });
      const element = await show({ data, width: 320 });
      expect(one(element, '[data-event=both]').textContent).to.match(
        /28 September 1939\s+\(also dated 20 October 1939\)/,
      );
    });

    it('opens a card below its entry', async () => {
      const element = await show({ width: 320 });
      one(element, '[data-event=day] button').click();
      await waitUntil(() => all(element, '[data-event=day] [part=panel]').length);
      one(element, '[data-event=day] .close').click();
      await waitUntil(() => !all(element, '[part=panel]').length);
    });

    it('keeps to from and to, and shows the rest when asked', async () => {
      const element = await show({ width: 320, attrs: { from: '1939-11', to: '1939-11' } });
      const ids = (): (string | undefined)[] =>
        all(element, '[part=entry]').map((it) => it.dataset['event']);
      expect(ids()).to.include('later').and.not.include('day');
      tool(element, timeline.whole).click();
      await element.updateComplete;
      expect(ids()).to.include('day');
    });

    it('is one where the page is shown as in print', async function () {
      const element = await show();
      await media(this, {}, 'print');
      try {
        await waitUntil(() => all(element, '[part=entry]').length === FORMS.length);
        expect(all(element, '.plot').length).to.equal(0);
      } finally {
        await unmedia();
      }
      await waitUntil(() => all(element, '.plot .events li').length);
    });

    it('is one in print, with every event, whatever the width', async () => {
      const element = await show();
      dispatchEvent(new Event('beforeprint'));
      expect(all(element, '[part=entry]').length).to.equal(FORMS.length);
      dispatchEvent(new Event('afterprint'));
      expect(all(element, '.plot').length).to.equal(1);
    });

    it('groups as the lanes do', async () => {
      const element = await show({ width: 320, attrs: { 'group-by': 'kind' } });
      expect(all(element, 'h4[part=lane]').map((it) => it.textContent?.trim())).to.deep.equal([
        'War',
        'Talk',
      ]);
    });
  });

  describe('for everyone', () => {
    for (const [name, options] of [
      ['an axis', {}],
      ['an axis in dark', { dark: true }],
      ['lanes', { attrs: { 'group-by': 'status' } }],
      ['right to left', { dir: 'rtl' }],
      ['a list', { width: 320 }],
    ] as [string, Options][])
      it(`has nothing that axe finds, as ${name}`, async () => {
        const element = await show(options);
        await expect(element).to.be.accessible();
        tool(element, 'Filter').click();
        await waitUntil(() => all(element, '[part=panel]').length);
        await expect(element).to.be.accessible();
      });

    it('runs from right to left in such text, and so do the arrow keys', async () => {
      const element = await show({ dir: 'rtl', attrs: { from: '1939-09-04', to: '1939-09-20' } });
      expect(event(element, 'day').getBoundingClientRect().right).to.be.above(
        event(element, 'days').getBoundingClientRect().right,
      );
      await touch(element);
      const order = element.view!.data.inTime;
      await sendKeys({ press: 'ArrowLeft' });
      expect(focused(element)).to.equal(order[order.indexOf('day') + 1]);
      await sendKeys({ press: 'ArrowRight' });
      expect(focused(element)).to.equal('day');
    });

    it('keeps its drawings in forced colours', async function () {
      await media(this, { 'forced-colors': 'active' });
      try {
        const element = await show();
        const { color, forcedColorAdjust } = getComputedStyle(
          one(element, '.drawing'),
        ) as CSSStyleDeclaration & { forcedColorAdjust: string };
        expect(forcedColorAdjust).to.equal('none');
        const ink = document.createElement('i');
        ink.style.cssText = 'color:CanvasText;forced-color-adjust:none';
        element.after(ink);
        expect(color).to.equal(getComputedStyle(ink).color);
      } finally {
        await unmedia();
      }
    });

    it('shows hostile strings as text', async () => {
      const bad = '<img src=x onerror="window.hurt=1">{{x}}\u202e';
      const element = await show({
        data: dataset({ bad: { edtf: ['1939-09-06'], title: bad } }),
        attrs: { from: '1939-09-04', to: '1939-09-20' },
      });
      expect(all(element, '.events [part=label]').map((it) => it.textContent?.trim())).to.include(
        bad,
      );
      element.open('bad');
      await waitUntil(() => all(element, '[part=panel]').length);
      expect(all(element, 'img').length).to.equal(0);
      expect((window as { hurt?: number }).hurt).to.equal(undefined);
    });

    it('keeps what the page wrote until there is something better', async () => {
      const element = await fixture<ConferenceTimeline>(
        html`<conference-timeline src="/nowhere.json"><p>Before.</p></conference-timeline>`,
      );
      await oneEvent(element, 'attested-error');
      expect(root(element).querySelector('slot')).not.to.equal(null);
      expect(one(element, '[part=error]').textContent).to.include('nowhere.json');
    });

    it('does with no events at all', async () => {
      const data = { ...dataset(), events: {}, inTime: [] };
      const wide = await show({ data });
      await waitUntil(() => one(wide, '[part=window]').textContent === timeline.none);
      await touch(wide, 'none').catch(() => undefined);
      const narrow = await show({ data, width: 320 });
      expect(one(narrow, '[part=list]').textContent?.trim()).to.equal(timeline.none);
    });
  });

  describe('whatever the number of events', () => {
    for (const n of [10_000, 100_000])
      it(`draws ${n.toLocaleString('en')} with at most 300 nodes, and touches no more than it shows`, async function () {
        this.timeout(60_000);
        const element = await show({ data: synthetic(n), width: 1200 });
        const count = (): number => all(element, '*').length;
        expect(count()).to.be.within(60, 300);
        await touch(element);
        let touched = new Set<Node>();
        const watch = new MutationObserver((records) => {
          for (const { target, addedNodes, removedNodes } of records)
            for (const node of [target, ...addedNodes, ...removedNodes]) touched.add(node);
        });
        watch.observe(root(element), {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        for (let i = 0; i < 24; i++) {
          one(element, '.plot').dispatchEvent(
            new WheelEvent('wheel', {
              deltaX: 37,
              deltaY: 0,
              bubbles: true,
              composed: true,
              cancelable: true,
            }),
          );
          await nextFrame();
          await nextFrame();
          expect(touched.size).to.be.below(420);
          touched = new Set();
          expect(count()).to.be.at.most(300);
          if (i % 4 === 3) element.zoomIn();
        }
        watch.disconnect();
        const shown = all(element, '[part=more]').reduce(
          (sum, it) => sum + Number(it.textContent.replace(/\D/g, '')),
          0,
        );
        expect(shown).to.be.above(0);
      });

    it('keeps to 300 nodes also where there is room for more', async () => {
      const element = await show({ data: synthetic(10_000), width: 2400 });
      element.style.setProperty('--attested-timeline-block-size', '90rem');
      await waitUntil(() => one(element, '.plot').clientHeight > 1000);
      await still();
      expect(all(element, '*').length).to.be.within(200, 300);
    });

    it('lists a few hundred at a time, and all in print', async () => {
      const element = await show({ data: synthetic(1000), width: 320 });
      expect(all(element, '[part=entry]').length).to.equal(200);
      tool(element, 'Show 200 more').click();
      await element.updateComplete;
      expect(all(element, '[part=entry]').length).to.equal(400);
      dispatchEvent(new Event('beforeprint'));
      expect(all(element, '[part=entry]').length).to.equal(1000);
      dispatchEvent(new Event('afterprint'));
    });
  });
});
