import { expect } from '@open-wc/testing';
import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import 'axe-core';
import type axeCore from 'axe-core';
import '../../src/elements/history-dataset/define.js';
import '../../src/elements/place-map/define.js';
import type { ConferenceTimeline } from '../../src/elements/conference-timeline/define.js';
import type { PlaceMap } from '../../src/elements/place-map/define.js';
import { compile } from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { civilToDays } from '../../src/dates/days.js';
import type { MapLayer } from '../../src/elements/place-map/layer.js';
import { renderStatic } from '../../src/elements/static.js';
import { AttestedSelectEvent } from '../../src/ui/select.js';
import { AttestedWindowEvent } from '../../src/ui/window-event.js';
import { sample } from '../dataset/sample.js';
import {
  conferences,
  DATASET,
  fresh,
  media,
  open,
  put,
  rest,
  said,
  served,
  unmedia,
  until,
  viewport,
  words,
} from '../page.js';

declare const axe: typeof axeCore;

const LAYER = '/dist/data/maps/conferences.json';
const NAME = new URL(DATASET, location.href).href;

const map = (attributes = `src="${DATASET}"`, inside = '', style = 'width: 760px'): PlaceMap =>
  put<HTMLElement>(`<div style="${style}"><place-map ${attributes}>${inside}</place-map></div>`)
    .firstElementChild as PlaceMap;
const root = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;
const all = <E extends Element = HTMLElement>(element: Element, selector: string): E[] => [
  ...root(element).querySelectorAll<E>(selector),
];
const one = <E extends Element = HTMLElement>(element: Element, selector: string): E => {
  const found = root(element).querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector} in ${said(element)}`);
  return found;
};
/** Waits until the map with its coasts is drawn. */
const drawn = async <E extends Element>(element: E): Promise<E> => {
  await until(() => root(element)?.querySelector('path.land') && all(element, 'text.place').length);
  return element;
};
const settled = async (element: PlaceMap): Promise<void> => {
  await rest(30);
  await element.updateComplete;
};
const entry = (element: Element, id: string): HTMLElement => one(element, `li[data-place=${id}]`);
const mark = (element: Element, id: string): SVGGElement => one(element, `g[data-place=${id}]`);
const button = (element: Element, label: RegExp): HTMLButtonElement => {
  const found = all<HTMLButtonElement>(element, '[part=button]').find((it) =>
    label.test(it.ariaLabel ?? it.textContent),
  );
  if (!found) throw new Error(`There is no button ${label}`);
  return found;
};
/** Where a place's mark stands, px. */
const at = (element: Element, id: string): [number, number] => {
  const dot = one(element, `g[data-place=${id}] .dot`);
  return [Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))];
};
const press = (element: Element, key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  one(element, '[part=plate]').dispatchEvent(event);
  return event;
};
/** A copy of the conferences that a test may change, with the map where it is served. */
const changed = async (change: (data: CompiledDataset) => void): Promise<string> => {
  const data = structuredClone(await conferences());
  data.map = { layer: LAYER };
  change(data);
  return served(data);
};
const choose = (type: 'event' | 'place', id: string, dataset = NAME): boolean =>
  document.body.dispatchEvent(new AttestedSelectEvent({ type, id, dataset }));

/** Labels that meet one another or leave the map. */
function muddled(element: Element): string[] {
  const boxes = all<SVGTextElement>(element, 'svg text').map((it) => {
    const { x, y, width, height } = it.getBBox();
    return { text: it.textContent, left: x, top: y, right: x + width, bottom: y + height };
  });
  const svg = one(element, 'svg');
  return boxes.flatMap((a, i) => [
    ...(a.left < 0 || a.top < 0 || a.right > svg.clientWidth || a.bottom > svg.clientHeight
      ? [`${a.text} leaves the map`]
      : []),
    ...boxes
      .slice(i + 1)
      // What a browser says of a text's height is more than its letters take.
      .filter(
        (b) =>
          a.left < b.right - 1 &&
          b.left < a.right - 1 &&
          a.top < b.bottom - 5 &&
          b.top < a.bottom - 5,
      )
      .map((b) => `${a.text} meets ${b.text}`),
  ]);
}

describe('place-map', function () {
  this.timeout(30_000);

  describe('in words', () => {
    it('lists every place with its names, its countries, its certainty and what happened there', async () => {
      const data = await conferences();
      const element = await drawn(map());
      expect(all(element, 'li[data-place]').map((it) => it.dataset['place'])).to.have.members(
        Object.keys(data.places),
      );
      const lviv = words(entry(element, 'lviv'));
      for (const word of [
        'Lviv (Lwów)',
        'Львів (Ukrainian)',
        'Lwów (Polish, 1918–1945)',
        'Lemberg (German)',
        'then Second Polish Republic',
        'now Ukraine',
        'exact position',
        'October 1939',
        'Unconfirmed',
      ])
        expect(lviv).to.contain(word);
      expect(words(entry(element, 'katyn'))).to.contain('not on the map: no position is given');
      for (const [id, { places = [], dates }] of Object.entries(data.events))
        for (const { place } of places) {
          const link = entry(element, place).querySelector(`a[href="#event-${id}"]`);
          expect(link === null, id).to.equal(false);
          expect(words(link?.closest('li'))).to.contain(dates[0]?.words['en'] as string);
        }
    });

    it('says the same in its static form, in English, Polish and Arabic', async () => {
      const data = await conferences();
      for (const lang of ['en', 'pl', 'ar']) {
        const element = await drawn(
          map(`src="${DATASET}" lang="${lang}" from="1939-10" to="1939-12"`),
        );
        const still = document.createElement('template');
        still.innerHTML = renderStatic(data, 'place-map', { lang, from: '1939-10', to: '1939-12' });
        const list = still.content.querySelector('article > div > ul');
        await until(() => words(one(element, '[part=list]')) === words(list), words(list));
        expect(words(still.content)).to.contain(lang === 'pl' ? 'Miejsca' : 'Places');
      }
    });

    it('keeps what the page wrote until map and list are there, and for ever if they never are', async () => {
      const waiting = map('src="/trouble/silent?key=map"', '<p>My words</p>');
      await rest();
      expect(words(waiting)).to.equal('My words');
      expect(root(waiting).querySelector('slot') === null).to.equal(false);
      // A layer that does not come keeps the list waiting, but not for ever.
      const late = map(
        `src="${await changed((data) => (data.map = { layer: '/trouble/silent?key=layer' }))}"`,
        '<p>My words</p>',
      );
      await until(() => late.view);
      await rest();
      expect(root(late).querySelector('slot') === null).to.equal(false);
      expect(root(late).querySelector('[part=list]') === null).to.equal(true);
      const failed = map('src="/trouble/404?map"', '<p>My words</p>');
      await until(() => /could not be loaded/.test(said(failed)));
      expect(root(failed).querySelector('slot') === null).to.equal(false);
      await until(() => all(late, 'text.place').length);
      expect(words(one(late, '[part=notes]'))).to.equal('');
    });

    it('says which place or event does not exist, and the nearest that does', async () => {
      const heard: string[] = [];
      const hear = (event: Event): unknown =>
        heard.push((event as Event & { message: string }).message);
      document.addEventListener('attested-error', hear);
      const place = map(`src="${DATASET}" place="krakov"`, 'Mine');
      await until(() => /There is no place “krakov”.*“krakow”/.test(said(place)), said(place));
      const event = map(`src="${DATASET}" event="zakopane-1939-11"`, 'Mine');
      await until(() => /There is no event “zakopane-1939-11”/.test(said(event)));
      document.removeEventListener('attested-error', hear);
      expect(heard.join()).to.contain('krakov').and.to.contain('zakopane-1939-11');
      expect(() => renderStatic(compile(sample()), 'place-map', { place: 'lvi' })).to.throw(
        '“lviv”',
      );
    });

    it('does without any place', async () => {
      const element = map(`src="${served({ ...sample(), places: {}, events: {} })}"`);
      await until(() => /No place is named/.test(said(element)));
      expect(root(element).querySelector('figure') === null).to.equal(true);
    });
  });

  describe('as a map', () => {
    it('draws each place that has a position, once, with the name of the time', async () => {
      const data = await conferences();
      const element = await drawn(map());
      const located = Object.keys(data.places).filter((id) => data.places[id]?.coordinates);
      expect(all(element, 'g.mark').map((it) => it.dataset['place'])).to.have.members(located);
      expect(all(element, 'text.place').map((it) => it.dataset['place'])).to.have.members(located);
      const [then, now] = one(element, 'text[data-place=lviv]').children;
      expect(then?.textContent).to.equal('Lwów');
      expect(now?.textContent).to.equal('Lviv');
      const size = (it?: Element): number => parseFloat(getComputedStyle(it as Element).fontSize);
      expect(size(then)).to.be.greaterThan(size(now));
    });

    it('has east on the right and south below, and distances in proportion', async () => {
      const element = await drawn(map());
      const [berlin, moscow, warsaw, krakow, zakopane] = [
        'berlin',
        'moscow',
        'warsaw',
        'krakow',
        'zakopane',
      ].map((id) => at(element, id)) as [
        [number, number],
        [number, number],
        [number, number],
        [number, number],
        [number, number],
      ];
      expect(berlin[0]).to.be.lessThan(warsaw[0]);
      expect(warsaw[0]).to.be.lessThan(moscow[0]);
      expect(warsaw[1]).to.be.lessThan(krakow[1]);
      expect(krakow[1]).to.be.lessThan(zakopane[1]);
      const far = (a: [number, number], b: [number, number]): number =>
        Math.hypot(a[0] - b[0], a[1] - b[1]);
      // Great circles: Berlin–Moscow 1609 km, Warsaw–Kraków 252 km.
      expect(far(berlin, moscow) / far(warsaw, krakow)).to.be.closeTo(1609 / 252, 0.2);
      // The bar says how long 200 km are.
      const bar = Number(/h([\d.]+)/.exec(one(element, '.bar').getAttribute('d') ?? '')?.[1]);
      const km = Number(/\d+/.exec(one(element, '.bar-text').textContent)?.[0]);
      expect((far(warsaw, krakow) / bar) * km).to.be.closeTo(252, 12);
    });

    for (const width of [288, 480, 760, 1180])
      it(`puts no label on another at ${width} px, at any scale`, async () => {
        await viewport(1280, 900);
        const element = await drawn(map(undefined, '', `width: ${width}px`));
        for (const label of [/Zoom in/, /Zoom in/, /Zoom in/, /All places/]) {
          expect(muddled(element)).to.deep.equal([]);
          button(element, label).click();
          await settled(element);
        }
        expect(muddled(element)).to.deep.equal([]);
        const holder = element.parentElement as HTMLElement;
        expect(holder.scrollWidth).to.be.at.most(width);
      });

    it('asks for its layer once, however many maps there are, and a page without a map does not ask', async () => {
      const asked = (): number =>
        performance.getEntriesByType('resource').filter(({ name }) => name.includes('?once'))
          .length;
      const src = await changed((data) => (data.map = { layer: `${LAYER}?once` }));
      put(`<history-dataset src="${src}"><p>No map</p></history-dataset>`);
      await rest();
      expect(asked()).to.equal(0);
      await Promise.all([drawn(map(`src="${src}"`)), drawn(map(`src="${src}"`))]);
      expect(asked()).to.equal(1);
    });

    it('names its lines approximate, says what is left out and whose the shapes are', async () => {
      const element = await drawn(map());
      const caption = words(one(element, '[part=caption]'));
      for (const word of [
        'Demarcation line agreed on 28 September 1939, approximate',
        'Frontier of Poland on 31 August 1939, approximate',
        'General Government',
        'left out',
        'Natural Earth',
        'GeoNames',
      ])
        expect(caption).to.contain(word);
      const [sure, unsure] = ['.demarcation:not(.unsure)', '.demarcation.unsure'].map((it) =>
        one<SVGPathElement>(element, it),
      ) as [SVGPathElement, SVGPathElement];
      expect(sure.getAttribute('d')?.length).to.be.greaterThan(100);
      expect(getComputedStyle(sure).strokeDasharray).to.equal('none');
      expect(getComputedStyle(unsure).strokeDasharray).to.not.equal('none');
      // It passes through Brest, which lay on it.
      const brest = mark(element, 'brest')
        .querySelector('.dot')
        ?.getBoundingClientRect() as DOMRect;
      const ctm = sure.getScreenCTM() as DOMMatrix;
      let near = Infinity;
      for (let i = 0, long = sure.getTotalLength(); i <= long; i += 2) {
        const point = sure.getPointAtLength(i).matrixTransform(ctm);
        near = Math.min(
          near,
          Math.hypot(point.x - brest.x - brest.width / 2, point.y - brest.y - brest.height / 2),
        );
      }
      expect(near).to.be.lessThan(6);
    });

    it('shows no border of today until a reader asks, and then calls it that', async () => {
      const element = await drawn(map());
      const today = one(element, 'path.today');
      expect(getComputedStyle(today).display).to.equal('none');
      expect(said(element)).not.to.contain('Borders of today');
      const toggle = button(element, /Today’s borders/);
      expect(toggle.ariaPressed).to.equal('false');
      toggle.click();
      await settled(element);
      expect(getComputedStyle(today).display).to.equal('inline');
      expect(toggle.ariaPressed).to.equal('true');
      expect(said(element)).to.contain('Borders of today, not of that time');
    });

    it('draws an uncertain position as one, as wide as the doubt, and says so', async () => {
      const src = await changed(({ places }) => {
        const { katyn, warsaw } = places;
        Object.assign(katyn as object, {
          coordinates: { longitude: 31.7, latitude: 54.8, certainty: 'uncertain', radius: 60 },
        });
        Object.assign(warsaw as object, {
          coordinates: { longitude: 21, latitude: 52.2, certainty: 'approximate' },
        });
      });
      const element = await drawn(map(`src="${src}"`));
      expect(words(entry(element, 'katyn'))).to.contain('uncertain position, within 60 km');
      expect(words(entry(element, 'warsaw'))).to.contain('approximate position');
      expect(words(one(element, '[part=legend]'))).to.contain('A dashed circle');
      const doubt = mark(element, 'katyn').querySelector('.doubt') as Element;
      expect(getComputedStyle(doubt).strokeDasharray).to.not.equal('none');
      const bar = Number(/h([\d.]+)/.exec(one(element, '.bar').getAttribute('d') ?? '')?.[1]);
      const km = Number(/\d+/.exec(one(element, '.bar-text').textContent)?.[0]);
      expect((Number(doubt.getAttribute('r')) / bar) * km).to.be.closeTo(60, 3);
      expect(mark(element, 'warsaw').querySelector('.doubt') === null).to.equal(false);
      expect(mark(element, 'krakow').querySelector('.doubt') === null).to.equal(true);
    });

    it('draws the places alone where the dataset has no map or it cannot be had, and says so', async () => {
      const without = map(`src="${await changed((data) => delete data.map)}"`);
      await until(() => all(without, 'text.place').length);
      expect(said(without)).to.contain('no coast and no border is drawn');
      expect(all(without, 'g.mark').length).to.equal(9);
      expect(all(without, 'path.line').length).to.equal(0);
      for (const layer of [
        '/nowhere.json',
        '/trouble/html',
        '/trouble/broken.json',
        '/package.json',
        'https://example.invalid/map.json',
        '//example.invalid/map.json',
        'data:application/json,{"attested-map":1}',
      ]) {
        const failed = map(`src="${await changed((data) => (data.map = { layer }))}"`);
        await until(() => all(failed, 'text.place').length, layer);
        expect(said(failed), layer).to.contain('could not be loaded; only the places are drawn');
      }
      const layer = (await (await fetch(LAYER)).json()) as MapLayer;
      for (const broken of [
        { 'attested-map': 1 },
        { ...layer, projection: { ...layer.projection, unit: 'far' } },
        { ...layer, frame: [0, 0, 1] },
        { ...layer, lines: [{}] },
        { ...layer, names: [{ text: 5, at: [0, 0] }] },
        { ...layer, notes: null },
      ]) {
        const key = `/site/?name=${fresh()}`;
        await fetch(key, { method: 'PUT', body: JSON.stringify(broken) });
        const failed = map(`src="${await changed((data) => (data.map = { layer: key }))}"`);
        await until(() => all(failed, 'text.place').length, JSON.stringify(broken).slice(0, 90));
        expect(said(failed)).to.contain('could not be loaded; only the places are drawn');
      }
      const asked = performance.getEntriesByType('resource').map(({ name }) => name);
      expect(asked.filter((name) => name.includes('example.invalid'))).to.deep.equal([]);
    });

    it('takes another dataset in place of the first, and leaves nothing of it', async () => {
      const element = await drawn(map());
      const data = compile(sample());
      data.places['lviv'] = {
        label: 'Lwów',
        names: [],
        coordinates: { longitude: 24, latitude: 49.8, certainty: 'exact' },
      };
      element.src = served(data);
      await until(() => all(element, 'g.mark').length === 1);
      expect(root(element).querySelector('path.land') === null).to.equal(true);
      expect(said(element)).not.to.contain('Demarcation');
      element.src = DATASET;
      await drawn(element);
      expect(all(element, 'g.mark').length).to.equal(9);
    });

    it('draws one place alone, places on the equator and across the world', async () => {
      for (const spots of [
        [[21, 52]],
        [
          [10, -1],
          [12, 1],
        ],
        [
          [-170, 70],
          [170, -60],
          [0, 0],
        ],
      ] as [number, number][][]) {
        const data = compile(sample());
        data.places = Object.fromEntries(
          spots.map(([longitude, latitude], i) => [
            `p${i}`,
            {
              label: `P${i}`,
              names: [],
              coordinates: { longitude, latitude, certainty: 'exact' as const },
            },
          ]),
        );
        const element = map(`src="${served(data)}"`);
        await until(() => all(element, 'g.mark').length);
        button(element, /All places/).click();
        await until(() => all(element, 'g.mark').length === spots.length, `${spots}`);
        expect(root(element).querySelector('svg')?.outerHTML).not.to.match(
          /NaN|Infinity|undefined/,
        );
      }
    });
  });

  describe('for a reader', () => {
    it('zooms by buttons and keys, moves by arrow keys, and goes back', async () => {
      const element = await drawn(map());
      const gap = (): number => at(element, 'lviv')[0] - at(element, 'krakow')[0];
      const home = gap();
      button(element, /Zoom in/).click();
      await settled(element);
      const near = gap();
      expect(near).to.be.greaterThan(home * 1.3);
      expect(press(element, '+').defaultPrevented).to.equal(true);
      await settled(element);
      expect(gap()).to.be.greaterThan(near * 1.3);
      expect(said(element)).to.match(/Outside this view: .*Berlin/);
      const [x, y] = at(element, 'lviv');
      press(element, 'ArrowRight');
      await settled(element);
      expect(at(element, 'lviv')[0]).to.be.lessThan(x - 50);
      press(element, 'ArrowUp');
      await settled(element);
      expect(at(element, 'lviv')[1]).to.be.greaterThan(y + 50);
      press(element, '-');
      press(element, '0');
      await settled(element);
      expect(gap()).to.be.closeTo(home, 0.5);
      expect(said(element)).not.to.contain('Outside this view');
    });

    it('traps no key, no wheel and no finger', async () => {
      const element = await drawn(map());
      expect(press(element, 'Tab').defaultPrevented).to.equal(false);
      expect(press(element, '+', { ctrlKey: true }).defaultPrevented).to.equal(false);
      let last: KeyboardEvent | undefined;
      for (let i = 0; i < 30; i++) last = press(element, 'ArrowDown');
      expect(last?.defaultPrevented).to.equal(false);
      const wheel = new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: 100 });
      one(element, 'svg').dispatchEvent(wheel);
      expect(wheel.defaultPrevented).to.equal(false);
      const touch = (it: Element): string => getComputedStyle(it).touchAction;
      expect(
        [one(element, 'svg'), one(element, '.paper'), one(element, '[part=plate]')].map(touch),
      ).to.deep.equal(['pan-x pan-y', 'auto', 'auto']);
    });

    it('leaves one finger to the page; two move it and zoom it about what they hold', async function () {
      const element = await drawn(map());
      // Not every browser lets a page make such events.
      try {
        new Touch({ identifier: 0, target: element });
      } catch {
        return this.skip();
      }
      await settled(element);
      const { left, top, width, height } = one(element, 'svg').getBoundingClientRect();
      const [cx, cy] = [left + width / 2, top + height / 2];
      /** Fingers at these places, px from the middle; what they lay on at first stays what they are said to touch. */
      const lay = (type: string, target: Element, ...at: [number, number][]): TouchEvent => {
        const touches = at.map(
          ([x, y], identifier) =>
            new Touch({ identifier, target, clientX: cx + x, clientY: cy + y }),
        );
        const event = new TouchEvent(type, { touches, bubbles: true, cancelable: true });
        target.dispatchEvent(event);
        return event;
      };
      const scale = (): number =>
        Math.hypot(
          at(element, 'lviv')[0] - at(element, 'warsaw')[0],
          at(element, 'lviv')[1] - at(element, 'warsaw')[1],
        );
      const [before, place] = [scale(), at(element, 'lviv')];
      const water = one(element, '.water');
      expect(lay('touchstart', water, [0, 0]).defaultPrevented).to.equal(false);
      expect(lay('touchmove', water, [0, -60]).defaultPrevented).to.equal(false);
      await settled(element);
      expect(at(element, 'lviv')).to.deep.equal(place);

      // From 80 px apart to 160 about the middle: twice as large, and the middle stays.
      expect(lay('touchstart', water, [-40, 0], [40, 0]).defaultPrevented).to.equal(true);
      expect(lay('touchmove', water, [-60, 0], [60, 0]).defaultPrevented).to.equal(true);
      await settled(element);
      // The map was drawn anew: what the fingers lay on is gone from it.
      expect(water.isConnected).to.equal(false);
      lay('touchmove', water, [-80, 0], [80, 0]);
      await settled(element);
      expect(scale() / before).to.be.closeTo(2, 0.02);
      const zoomed = at(element, 'warsaw');
      lay('touchmove', water, [-110, -40], [50, -40]);
      await settled(element);
      expect(at(element, 'warsaw')[0] - zoomed[0]).to.be.closeTo(-30, 1);
      expect(at(element, 'warsaw')[1] - zoomed[1]).to.be.closeTo(-40, 1);
      // A finger is lifted: the other moves the page again.
      lay('touchend', water, [-110, -40]);
      expect(lay('touchmove', water, [-110, 40]).defaultPrevented).to.equal(false);
      expect(element.place).to.equal(undefined);
    });

    it('moves by a mouse that drags, which chooses nothing', async () => {
      const element = await drawn(map());
      element.scrollIntoView({ block: 'start' });
      button(element, /Zoom in/).click();
      await settled(element);
      button(element, /Zoom in/).click();
      await settled(element);
      const before = at(element, 'lviv');
      const { x, y, width, height } = one(
        element,
        `g[data-place=lviv] .dot`,
      ).getBoundingClientRect();
      const [cx, cy] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      await sendMouse({ type: 'move', position: [cx, cy] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [cx - 40, cy - 25] });
      await sendMouse({ type: 'move', position: [cx - 80, cy - 50] });
      await sendMouse({ type: 'up' });
      await settled(element);
      expect(at(element, 'lviv')[0] - before[0]).to.be.closeTo(-80, 3);
      expect(at(element, 'lviv')[1] - before[1]).to.be.closeTo(-50, 3);
      expect(element.place).to.equal(undefined);
      await rest(20);
      await sendMouse({ type: 'click', position: [cx - 80, cy - 50] });
      await until(() => element.place === 'lviv');
    });

    it('tells which place is chosen, in the list or on the map, and marks it in both', async () => {
      const heard: object[] = [];
      const hear = (event: Event): unknown => heard.push((event as AttestedSelectEvent).detail);
      document.addEventListener('attested-select', hear);
      const element = await drawn(map());
      entry(element, 'krakow').querySelector('button')?.click();
      await settled(element);
      expect(mark(element, 'krakow').classList.contains('chosen')).to.equal(true);
      expect(entry(element, 'krakow').querySelector('button')?.ariaPressed).to.equal('true');
      one(element, 'g[data-place=lviv] .hit').dispatchEvent(
        new MouseEvent('click', { bubbles: true }),
      );
      await settled(element);
      expect(all(element, 'g.chosen').map((it) => it.dataset['place'])).to.deep.equal(['lviv']);
      expect(all(element, '[data-chosen]').map((it) => it.dataset['place'])).to.deep.equal([
        'lviv',
      ]);
      document.removeEventListener('attested-select', hear);
      expect(heard).to.deep.equal(
        ['krakow', 'lviv'].map((id) => ({ type: 'place', id, dataset: NAME })),
      );
      // Once more, and it is chosen no longer.
      entry(element, 'lviv').querySelector('button')?.click();
      await settled(element);
      expect(all(element, '.chosen').length).to.equal(0);
      const object = (event: Event): void => event.preventDefault();
      document.body.addEventListener('attested-select', object);
      entry(element, 'krakow').querySelector('button')?.click();
      document.body.removeEventListener('attested-select', object);
      await settled(element);
      expect(all(element, '.chosen').length).to.equal(0);
    });

    it('answers to an event or a place chosen elsewhere, and brings it into view', async () => {
      const element = await drawn(map());
      choose('event', 'zakopane-1940-02');
      await settled(element);
      expect(all(element, 'g.chosen').map((it) => it.dataset['place'])).to.deep.equal(['zakopane']);
      expect(element.getAttribute('event')).to.equal('zakopane-1940-02');
      choose('place', 'krakow', 'https://example.org/other.json');
      choose('place', 'constructor');
      await settled(element);
      expect(element.place).to.equal(undefined);
      for (let i = 0; i < 4; i++) button(element, /Zoom in/).click();
      await settled(element);
      expect(root(element).querySelector('g[data-place=moscow]') === null).to.equal(true);
      choose('place', 'moscow');
      await settled(element);
      expect(mark(element, 'moscow').classList.contains('chosen')).to.equal(true);
      expect(element.event).to.equal(undefined);
    });

    it('leads to a place when the page’s address names it', async () => {
      const element = await drawn(map());
      const selection = { type: 'place', id: 'warsaw', dataset: NAME } as const;
      expect(element.reveal(selection)).to.equal(true);
      expect(element.reveal({ ...selection, id: 'nowhere' })).to.equal(false);
      expect(element.reveal({ ...selection, type: 'event' })).to.equal(false);
      await until(() => words(root(element).activeElement) === 'Warsaw');
    });

    it('keeps to the time that a timeline has in view', async () => {
      const element = await drawn(map());
      const look = (from: number, to: number, dataset = NAME): unknown =>
        document.body.dispatchEvent(new AttestedWindowEvent({ dataset, from, to }));
      const other = (): (string | undefined)[] =>
        all(element, 'g.other').map((it) => it.dataset['place']);
      expect(other()).to.deep.equal([]);
      look(civilToDays(1939, 11, 1), civilToDays(1939, 12, 1), 'https://example.org/other.json');
      await settled(element);
      expect(other()).to.deep.equal([]);
      look(civilToDays(1945, 1, 1), civilToDays(1946, 1, 1));
      await settled(element);
      // Some voices give no end to what happened at Kraków and Zakopane: that is not ruled out.
      expect(other()).to.have.members(['berlin', 'brest', 'lviv', 'moscow', 'przemysl', 'warsaw']);
      expect(words(entry(element, 'lviv'))).to.match(/Outside the time shown: \d/);
      expect(said(element)).to.contain('An open ring: no event in the time shown');
      expect(entry(element, 'lviv').querySelectorAll('[part=events] li').length).to.equal(0);
    });

    it('shows the events between from and to', async () => {
      const element = await drawn(map(`src="${DATASET}" from="1944" to="1945-12"`));
      await until(() => all(element, 'g.other').length);
      expect(all(element, 'g.mark:not(.other)').map((it) => it.dataset['place'])).to.have.members([
        'krakow',
        'warsaw',
        'yalta',
        'zakopane',
      ]);
      element.to = '1944';
      await until(() => mark(element, 'yalta').classList.contains('other'));
      element.from = element.to = 'rubbish';
      await until(() => all(element, 'g.other').length === 0);
    });
  });

  describe('for every reader', () => {
    afterEach(unmedia);
    const wrong = async (element: Element): Promise<string> => {
      const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
      return violations
        .flatMap(({ id, nodes }) =>
          nodes.map(
            (node) => `${id}: ${node.html} ${node.any.map(({ message }) => message).join()}`,
          ),
        )
        .join('\n');
    };
    const LOOKS = {
      light: 'background: #fff; color: #222; color-scheme: light',
      dark: 'background: #1b1a18; color: #e8e4dc; color-scheme: dark',
      'right to left': 'background: #fff; color: #222; direction: rtl',
      'a narrow column': 'background: #fff; color: #222; width: 288px',
    };
    for (const [look, style] of Object.entries(LOOKS))
      it(`axe finds nothing wrong in ${look}`, async () => {
        const element = await drawn(
          map(`src="${DATASET}" event="brest-1939-09" from="1939" to="1940"`, '', style),
        );
        button(element, /Today’s/).click();
        await settled(element);
        expect(await wrong(element)).to.equal('');
      });

    it('axe finds nothing wrong in forced colours, and the lines are there', async function () {
      await media(this, { 'forced-colors': 'active' });
      const element = await drawn(map());
      expect(await wrong(element)).to.equal('');
      const style = getComputedStyle(one(element, '.demarcation'));
      expect(style.stroke).to.equal(getComputedStyle(document.body).color);
      expect(getComputedStyle(one(element, '.land')).fill).to.not.equal(style.stroke);
    });

    it('says what the picture is, and that the list says the same', async () => {
      const element = await drawn(map());
      const svg = one(element, 'svg');
      expect(svg.getAttribute('role')).to.equal('img');
      expect(svg.querySelector('title')?.textContent).to.match(/^Map: /);
      expect(svg.querySelector('desc')?.textContent).to.contain('Demarcation line');
      const plate = one(element, '[part=plate]');
      expect(plate.tabIndex).to.equal(0);
      expect(plate.ariaLabel).to.match(/^Map: /);
      expect(one(element, `#${plate.getAttribute('aria-describedby')}`).textContent).to.contain(
        'arrow keys',
      );
      for (const it of all(element, 'svg *')) expect(it.tabIndex).to.equal(-1);
    });

    it('prints map and list without buttons, and all of the list', async function () {
      await viewport(1280, 900);
      const element = await drawn(map(undefined, '', 'width: 1180px'));
      const list = one(element, '[part=list]');
      expect(list.scrollHeight).to.be.greaterThan(list.clientHeight);
      await media(this, {}, 'print');
      expect(one(element, '[part=toolbar]').checkVisibility()).to.equal(false);
      expect(one(element, 'svg').checkVisibility()).to.equal(true);
      await until(() => list.scrollHeight <= list.clientHeight + 1);
    });

    it('mirrors the page from right to left, but not the map', async () => {
      const [left, right] = [
        await drawn(map()),
        await drawn(map(undefined, '', 'width: 760px; direction: rtl')),
      ];
      expect(at(right, 'lviv')).to.deep.equal(at(left, 'lviv'));
      expect(muddled(right)).to.deep.equal([]);
    });
  });

  describe('with hostile data', () => {
    it('shows whatever a dataset and a layer say as text', async () => {
      const evil = '<img src=x onerror="window.evil=1"><script>window.evil=1</script>\u202E';
      const layer = (await (await fetch(LAYER)).json()) as MapLayer;
      Object.assign(layer, { title: evil, credit: evil, notes: [evil] });
      for (const line of layer.lines)
        Object.assign(line, { name: evil, kind: `x" onload="window.evil=1` });
      for (const name of layer.names) Object.assign(name, { text: evil, kind: evil });
      const key = `/site/?name=evil-map`;
      await fetch(key, { method: 'PUT', body: JSON.stringify(layer) });
      const src = await changed((data) => {
        data.map = { layer: key };
        data.title = evil;
        for (const place of Object.values(data.places))
          Object.assign(place, {
            label: evil,
            onMap: { then: evil, now: evil },
            names: [{ text: evil, language: 'x"y' }],
            country: { then: evil },
          });
      });
      const element = map(`src="${src}"`);
      // A label as long as these may find no room on the map.
      await until(() => root(element)?.querySelector('path.land'));
      await rest();
      expect(root(element).querySelector('img, script') === null).to.equal(true);
      for (const it of all(element, '*'))
        for (const name of it.getAttributeNames()) expect(name).not.to.match(/^on|^style$/);
      expect((window as { evil?: number }).evil).to.equal(undefined);
      expect(said(element)).to.contain('<img src=x');
    });

    it('works under the strictest policy, from the built files', async () => {
      const page = await open(
        `<!doctype html><html lang="en"><title>Strict</title><script src="/strict/test/pages/watch.js"></script><script type="module" src="/strict/dist/attested.js" data-dataset="/strict/dist/data/conferences.json"></script><body><div data-attested="place-map" data-place="krakow">Mine</div>`,
        { place: '/strict/', height: 3000 },
      );
      const element = await until(() => page.document.querySelector('place-map'));
      await drawn(element);
      await rest();
      const { violations, failures } = page as unknown as {
        violations: string[];
        failures: string[];
      };
      expect(violations).to.deep.equal([]);
      expect(failures).to.deep.equal([]);
      expect(page.getComputedStyle(one(element, 'svg')).display).to.equal('block');
      expect(one(element, 'g.chosen').getAttribute('data-place')).to.equal('krakow');
    });
  });

  it('follows a timeline on a page of built files: what is open in it, and the time in view', async () => {
    const page = await open(
      `<!doctype html><html lang="en"><title>Both</title><script type="module" src="/site/dist/attested.js" data-dataset="/site/dist/data/conferences.json"></script><body><conference-timeline></conference-timeline><place-map></place-map>`,
      { place: '/site/', height: 3000 },
    );
    const find = <E extends Element>(tag: string): Promise<E> =>
      until(() => page.document.querySelector<E>(tag));
    const element = await drawn(await find<PlaceMap>('place-map'));
    const timeline = await find<ConferenceTimeline>('conference-timeline');
    await until(() => timeline.window);
    expect(all(element, 'g.mark.other').length).to.be.lessThan(2);
    timeline.open('lwow-1939-10');
    await until(() => element.event === 'lwow-1939-10');
    await until(() => one(element, 'g.chosen').dataset['place'] === 'lviv');
    for (let i = 0; i < 6; i++) {
      timeline.zoomIn();
      await rest(60);
    }
    await until(() => all(element, 'g.mark.other').length > 3);
    expect(mark(element, 'moscow').classList.contains('other')).to.equal(true);
    expect(mark(element, 'lviv').classList.contains('other')).to.equal(false);
  });

  after(async () => {
    await executeServerCommand('media', {});
  });
});
