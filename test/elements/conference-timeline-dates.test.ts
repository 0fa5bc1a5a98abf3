import { expect, oneEvent } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { compile } from '../../src/dataset/compile.js';
import { check } from '../../src/dataset/check.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import type { Dataset, DateStatement } from '../../src/dataset/types.js';
import {
  civilToDays,
  daysToJulian,
  extent,
  formatParsed,
  inJulian,
  julianToDays,
  parse,
} from '../../src/dates/index.js';
import '../../src/elements/conference-timeline/define.js';
import '../../src/elements/event-card/define.js';
import { formOf } from '../../src/elements/conference-timeline/form.js';
import { put, rest, said, served, unmedia, until } from '../page.js';

const by = (...sources: string[]): Pick<DateStatement, 'citations'> => ({
  citations: sources.map((source) => ({ source })),
});

const source = (family: string, year: number) => ({
  kind: 'monograph' as const,
  verification: 'confirmed' as const,
  csl: {
    type: 'book',
    title: `A book by ${family}`,
    author: [{ family, given: 'A.' }],
    issued: { 'date-parts': [[year]] },
  },
});

type Given = Record<string, (string | DateStatement)[]>;

function authored(events: Given): Dataset {
  return {
    title: 'Dates',
    language: 'en',
    licence: 'CC-BY-4.0',
    editors: [{ name: 'E' }],
    version: '1',
    modified: '2026-01-02',
    changes: [],
    kinds: { talk: 'Talk' },
    events: Object.fromEntries(
      Object.entries(events).map(([id, dates]) => [
        id,
        {
          title: `Event ${id}`,
          kind: 'talk',
          dates: dates.map((it) =>
            typeof it === 'string' ? { edtf: it, unsourced: true as const } : it,
          ),
          occurrence: { status: 'attested', reason: 'Because.', unsourced: true },
          summary: 'They met.',
        },
      ]),
    ),
    claims: {},
    sources: { rees: source('Rees', 2008), nowak: source('Nowak', 1998) },
    people: {},
    organisations: {},
    places: {},
    errata: {},
  } as Dataset;
}

const dataset = (events: Given): CompiledDataset => compile(authored(events));

async function show(events: Given, attrs: Record<string, string> = {}, width = 1200) {
  const around = put(
    `<div lang="en" style="inline-size:${width}px;font:16px/1.5 sans-serif;background:#fff;color:#222"></div>`,
  );
  const element = document.createElement('conference-timeline');
  for (const [name, value] of Object.entries({ src: served(dataset(events)), ...attrs }))
    element.setAttribute(name, value);
  const ready = oneEvent(element, 'attested-ready');
  around.append(element);
  await ready;
  await until(() => found(element, '[part=window]')?.textContent, 'words');
  return element;
}

const found = (element: Element, selector: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const event = (element: Element, id: string): HTMLElement =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('.events [part=event]')].find(
    (it) => it.textContent === `Event ${id}`,
  )!;
const drawing = (element: Element, id: string): HTMLElement =>
  event(element, id).querySelector('.drawing')!;

const FORMS: [id: string, edtf: string, form: string, doubt: string, part: boolean][] = [
  ['plain', '1939-03', '', '', false],
  ['season', '1939-23', 'season', '', false],
  ['quarter', '1939-34~', 'season', 'approximate', false],
  ['digits', '1939-1X', 'digits', '', false],
  ['decade', '193X', 'digits', '', false],
  ['pattern', '1939-XX-12', 'members', '', false],
  ['each', '{1939-02-01,1939-05,1939-08}', 'members', '', false],
  ['one', '[1939-02-01,1939-05-20..1939-06-02]', 'members', '', false],
  ['range', '[1939-02-01..1939-05-20]', '', '', false],
  ['maybe', '1939-04?', '', 'uncertain', false],
  ['both', '1939-04%', '', 'both', false],
  ['end', '1939-04-02~/1939-06-02', '', 'approximate', true],
  ['ends', '1939-04-02~/1939-06-02~', '', 'approximate', false],
  ['day', '1939-04-?02', '', 'uncertain', true],
];

describe('dates on the timeline', () => {
  before(() => executeServerCommand('media', { features: { 'prefers-reduced-motion': 'reduce' } }));
  after(() => unmedia());

  it('tells each form by a drawing of its own, and explains it in the legend', async () => {
    const element = await show(
      Object.fromEntries(FORMS.map(([id, edtf]) => [id, [edtf]])),
      { from: '1939-01', to: '1939-12' },
      1600,
    );
    const looks = new Map<string, string>();
    for (const [id, edtf, form, doubt, part] of FORMS) {
      const date = element.view!.data.events[id]!.dates[0]!;
      expect(formOf(date), edtf).to.deep.equal({ form, doubt, part });
      const it = event(element, id) && drawing(element, id);
      if (!it) continue;
      const { form: f = '', doubt: d = '', part: p } = it.dataset;
      expect([f, d, !!p], edtf).to.deep.equal([form, doubt, part]);
      const {
        maskImage,
        backgroundImage,
        backgroundSize,
        clipPath,
        maskSize,
        borderInlineStartWidth,
      } = getComputedStyle(it);
      const own = [
        maskImage,
        backgroundImage,
        backgroundSize,
        clipPath,
        maskSize,
        borderInlineStartWidth,
      ].join();
      const key = [it.dataset['shape'], form, doubt, part].join();
      for (const [other, look] of looks)
        if (other !== key) expect(look, `${other} ${key}`).not.to.equal(own);
      looks.set(key, own);
    }
    expect(looks.size).to.be.above(8);
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=button]')]
      .find((it) => it.textContent?.trim() === 'Legend')!
      .click();
    const t = element.view!.t.timeline;
    await until(() => {
      const panel = found(element, '[part=panel]')?.textContent ?? '';
      return [...Object.values(t.forms), ...Object.values(t.doubts), t.part].every((it) =>
        panel.includes(it),
      );
    }, 'every entry');
    for (const form of Object.keys(t.forms))
      expect(found(element, `[part=sample] [data-form=${form}]`), form).not.to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('draws the members of a set where they are', async () => {
    const element = await show(
      { each: ['{1939-02-01,1939-05-02,1939-08-10}'] },
      { from: '1939-01', to: '1939-12' },
    );
    const it = drawing(element, 'each');
    await until(() => it.style.getPropertyValue('--m'), 'members');
    const stripes = [
      ...it.style.getPropertyValue('--m').matchAll(/([-\d.]+)px 0(?:px)? \/ ([\d.]+)px/g),
    ];
    const spans = stripes.length
      ? stripes
      : [...it.style.getPropertyValue('--m').matchAll(/([-\d.]+)px 0\/([\d.]+)px/g)];
    const left =
      it.getBoundingClientRect().left - found(element, '.plot')!.getBoundingClientRect().left;
    const { from, to } = element.window!;
    const day = (y: number, m: number, d: number): number =>
      ((civilToDays(y, m, d) + 0.5 - from) / (to - from)) * 1200;
    expect(spans.map(([, x, w]) => Math.round(left + Number(x) + Number(w) / 2))).to.deep.equal(
      [day(1939, 2, 1), day(1939, 5, 2), day(1939, 8, 10)].map(Math.round),
    );
  });

  it('knows the days that a pattern can stand for, where they are few', () => {
    const days = (edtf: string): number | undefined => extent(parse(edtf)).members?.length;
    expect(days('1939-XX-12')).to.equal(12);
    expect(days('193X-12-25')).to.equal(10);
    expect(days('1939-XX-31')).to.equal(7);
    expect(days('1939-11-X1')).to.equal(3);
    expect(days('19X9')).to.equal(10);
    // Too many to tell apart, of a year that nobody knows, and what is one stretch.
    for (const edtf of ['19XX-12-25', 'XXXX-12-25', '193X', '1939-XX', '1939-11-2X', '1939-11-XX'])
      expect(days(edtf), edtf).to.equal(undefined);
    expect(extent(parse('1939-XX-12')).members![0]).to.deep.equal([
      civilToDays(1939, 1, 12),
      civilToDays(1939, 1, 12),
    ]);
    expect(extent(parse('-012X-01')).members!.length).to.equal(10);
  });

  it('shows hours and minutes where they are known, beside deep time', async () => {
    const element = await show({
      first: ['1939-09-01T04:45'],
      second: ['1939-09-01T04:50'],
      deep: ['Y-66000000'],
      bronze: ['-1199'],
    });
    const look = (): string =>
      found(element, '.ticks')!.textContent + found(element, '.eras')!.textContent!;
    await until(() => look().includes('BCE'), 'deep time');
    element.from = '1939-09-01';
    element.to = '1939-09-01';
    await until(
      () => event(element, 'second') && element.window!.to - element.window!.from <= 1,
      'the day',
    );
    await until(() => /\d\d:00/.test(look()), 'hours');
    event(element, 'first').focus();
    await until(async () => {
      await sendKeys({ press: '+' });
      return element.window!.to - element.window!.from < 0.05;
    }, 'an hour');
    expect(element.window!.to - element.window!.from).to.be.at.least(1 / 24.1);
    await until(() => /\d\d:[1-5]\d/.test(look()), 'minutes');
  });

  it('goes no nearer than a day where no hour is known', async () => {
    const element = await show({ a: ['1939-09-01'], b: ['1939-09-03'] });
    event(element, 'a').focus();
    await until(async () => {
      await sendKeys({ press: '+' });
      return element.window!.to - element.window!.from < 1.001;
    }, 'a day');
    await sendKeys({ press: '+' });
    await rest(400);
    expect(element.window!.to - element.window!.from).to.be.closeTo(1, 1e-6);
  });

  it('says who gives which date, where sources give different ones', async () => {
    const element = await show(
      {
        same: [{ edtf: '1939-12-08', ...by('rees', 'nowak') }],
        other: [
          { edtf: '1939-12-08', ...by('rees') },
          { edtf: '1939-12-20', ...by('nowak') },
          { edtf: '1939-12-20', ...by('rees') },
        ],
      },
      { from: '1939-12', to: '1939-12' },
    );
    await until(() => event(element, 'other').ariaLabel?.includes('also'), 'it is told');
    expect(event(element, 'other').ariaLabel).to.include(
      '8 December 1939 (Rees 2008), also dated 20 December 1939 (Nowak 1998; Rees 2008)',
    );
    // One date needs nobody's name.
    expect(event(element, 'same').ariaLabel).to.equal('Event same, 8 December 1939, attested');
    const tie = event(element, 'other').querySelector<HTMLElement>('.tie')!;
    expect(tie.dataset['says']).to.equal(
      '8 December 1939 (Rees 2008) · 20 December 1939 (Nowak 1998; Rees 2008)',
    );
    expect(getComputedStyle(tie, '::after').display).to.equal('none');
    event(element, 'same').focus();
    await until(async () => {
      await sendKeys({ press: 'ArrowLeft' });
      const at = element.shadowRoot!.activeElement?.querySelector('.tie');
      return at && getComputedStyle(at, '::after').display === 'block';
    }, 'it is shown');
  });
});

describe('dates of the Julian calendar', () => {
  const REVOLUTION: Given = {
    petrograd: [
      {
        edtf: '1917-11-07',
        calendar: 'julian',
        wording: { language: 'en', text: '25 October' },
        ...by('rees'),
      },
    ],
    plain: ['1917-11-20'],
    month: [{ edtf: '1917-11', calendar: 'julian', ...by('rees') }],
  };

  it('are named by the rule of that calendar', () => {
    // Known pairs: the October Revolution, the reform of 1582, the murder of Caesar, a leap day.
    for (const [g, j] of [
      [
        [1917, 11, 7],
        [1917, 10, 25],
      ],
      [
        [1582, 10, 15],
        [1582, 10, 5],
      ],
      [
        [-43, 3, 13],
        [-43, 3, 15],
      ],
      [
        [1900, 3, 13],
        [1900, 2, 29],
      ],
      [
        [200, 3, 1],
        [200, 3, 1],
      ],
    ] as [[number, number, number], [number, number, number]][]) {
      const [year, month, day] = j;
      expect(daysToJulian(civilToDays(...g)), `${g}`).to.deep.equal({ year, month, day });
      expect(julianToDays(year, month, day)).to.equal(civilToDays(...g));
    }
    for (let days = -900000; days < 900000; days += 997) {
      const { year, month, day } = daysToJulian(days);
      expect(julianToDays(year, month, day)).to.equal(days);
    }
    const words = (edtf: string): string | undefined => {
      const there = inJulian(parse(edtf));
      return there && formatParsed(there, 'en');
    };
    expect(words('1900-03-13')).to.equal('29 February 1900');
    expect(words('1917-11-07/1917-11-14')).to.equal('25 October – 1 November 1917');
    expect(words('[1917-11-07,1917-11-08]')).to.equal('25 or 26 October 1917');
    expect(words('1917-11-07/..')).to.equal('from 25 October 1917 on');
    expect(words('1917-11-07~')).to.equal('around 25 October 1917');
    // A Gregorian month is parts of two Julian ones.
    expect(words('1917-11')).to.equal(undefined);
    expect(words('1917-11-07/1917-12')).to.equal(undefined);
  });

  it('are said in the card, with the day that the source has', async () => {
    const card = put<HTMLElement>(
      `<event-card event="petrograd" src="${served(dataset(REVOLUTION))}"></event-card>`,
    );
    await until(() => said(card).includes('7 November 1917'), 'the card');
    expect(said(card)).to.include('Julian calendar in the source: 25 October 1917');
    const month = put<HTMLElement>(
      `<event-card event="month" src="${served(dataset(REVOLUTION))}"></event-card>`,
    );
    await until(() => said(month).includes('November 1917'), 'the card');
    expect(said(month)).to.include('Julian calendar in the source').and.not.include('source:');
  });

  it('are told on the axis, and nothing is told where there are none', async () => {
    const element = await show(REVOLUTION, { from: '1917-11', to: '1917-11' });
    await until(
      () => found(element, '[part=window]')?.textContent?.includes('of the events shown, 2 have'),
      'the note',
    );
    expect(event(element, 'petrograd').ariaLabel).to.include(
      '7 November 1917 (Julian calendar in the source: 25 October 1917)',
    );
    const plain = await show({ plain: ['1917-11-20'] });
    expect(found(plain, '[part=window]')!.textContent).not.to.include('Julian');
  });

  it('are looked over: a day that was not converted is found', () => {
    const told = (edtf: string, text: string): string[] =>
      check(
        authored({
          e: [{ edtf, calendar: 'julian', wording: { language: 'en', text }, ...by('rees') }],
        }),
      )
        .filter(({ rule }) => rule === 'unconverted')
        .map(({ path, message }) => `${path} ${message}`);
    expect(told('1917-11-07', '25 October 1917')).to.deep.equal([]);
    expect(told('1917-11', 'in October')).to.deep.equal([]);
    const [said] = told('1917-10-25', '25 October 1917');
    expect(said).to.include('/events/e/dates/0/edtf').and.include('“1917-11-07”');
  });
});
