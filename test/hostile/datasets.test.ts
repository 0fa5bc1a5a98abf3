/** Datasets that are not the conferences. */
import { expect } from '@open-wc/testing';
import '../../src/elements/contested-claim/define.js';
import '../../src/elements/event-card/define.js';
import '../../src/elements/history-dataset/define.js';
import '../../src/elements/source-cite/define.js';
import '../../src/elements/source-list/define.js';
import { compile } from '../../src/dataset/compile.js';
import { renderStatic, staticTags } from '../../src/elements/static.js';
import { sample } from '../dataset/sample.js';
import { put, said, served, until, words } from '../page.js';

const head = {
  title: 'T',
  language: 'en',
  licence: 'CC0-1.0',
  editors: [{ name: 'E' }],
  version: '1.0.0',
  modified: '2026-01-01',
};
const event = (title: string, edtf = '1503'): object => ({
  title,
  kind: 'thing',
  dates: [{ edtf, unsourced: true }],
  occurrence: { status: 'reported', reason: 'So it is said.', unsourced: true },
});
const maps = { kinds: {}, claims: {}, sources: {}, people: {}, organisations: {}, places: {} };

const show = async (data: unknown, html: string, says: RegExp): Promise<Element> => {
  const page = put(
    `<history-dataset src="${typeof data === 'string' ? data : served(data)}">${html}</history-dataset>`,
  );
  const element = page.firstElementChild as Element;
  await until(() => says.test(said(element)), `“${said(element)}” says ${says}`);
  expect(said(element)).not.to.match(/undefined|\[object|Cannot read|TypeError/);
  return element;
};

describe('a dataset', () => {
  it('of another subject is shown in its own words', async () => {
    const data = {
      ...head,
      ...maps,
      language: 'pl',
      kinds: { wypiek: 'Wypiek' },
      places: {
        torun: {
          label: 'Toruń',
          names: [{ text: 'Thorn', language: 'de', when: '1793/1920' }],
          country: { now: 'Polska' },
        },
      },
      sources: {
        ksiega: {
          csl: {
            type: 'book',
            title: 'Księga wypieków',
            author: [{ family: 'Nowak', given: 'Ewa' }],
            issued: { 'date-parts': [[1725]] },
          },
          kind: 'monograph',
          verification: 'confirmed',
        },
      },
      events: {
        piernik: {
          ...event('Pierwszy piernik', '1380~'),
          kind: 'wypiek',
          dates: [{ edtf: '1380~', citations: [{ source: 'ksiega', locator: '12' }] }],
          places: [{ place: 'torun', unsourced: true }],
          summary: 'Upieczono *piernik* [@ksiega, s. 12].',
        },
      },
    };
    const element = await show(
      data,
      '<event-card event="piernik"></event-card>',
      /Pierwszy piernik/,
    );
    expect(said(element))
      .to.match(/Wypiek/)
      .and.to.match(/około 1380/)
      .and.to.match(/Toruń/)
      .and.to.match(/Księga wypieków/);
  });

  it('with only what must be there shows its event', async () => {
    for (const data of [
      { ...head, ...maps, events: { a: event('Only') } },
      { ...head, events: { a: event('Only') } },
      { events: { a: event('Only') } },
    ]) {
      const element = await show(
        data,
        '<event-card event="a" lang="en"></event-card>',
        /Only.*1503.*Reported.*So it is said\./,
      );
      expect([...(element.shadowRoot?.querySelectorAll('h4, ol, dl') ?? [])].length).to.equal(0);
      expect(element.shadowRoot?.querySelectorAll('section').length).to.equal(0);
    }
  });

  it('with only what must be there shows its claim', async () => {
    const data = {
      ...head,
      ...maps,
      events: { a: event('Only') },
      claims: {
        c: {
          statement: 'It was so.',
          about: ['a'],
          status: 'reported',
          assessment: { by: 'E', date: '2026-01-01', reason: 'Why not.' },
          positions: [
            {
              holder: { name: 'One' },
              stance: 'reports',
              basis: 'unsourced',
              says: 'Yes.',
              unsourced: true,
            },
          ],
        },
      },
    };
    await show(
      data,
      '<contested-claim claim="c"></contested-claim>',
      /It was so\..*Reported.*One.*Reports it.*no source given.*Why not\./,
    );
    await show(data, '<source-list all></source-list>', /No source is cited/);
  });

  it('that is empty says so in each widget', async () => {
    const data = { ...head, ...maps, events: {} };
    await show(data, '<event-card event="a"></event-card>', /There is no event “a”/);
    await show(data, '<contested-claim claim="a"></contested-claim>', /There is no claim “a”/);
    await show(data, '<source-cite source="a"></source-cite>', /There is no source “a”/);
    await show(data, '<source-list></source-list>', /No source is cited/);
    await show(data, '<source-list all></source-list>', /No source is cited|Sources/);
    for (const tag of staticTags.filter((it) => /list|timeline/.test(it)))
      expect(renderStatic(compile(data), tag, {})).to.be.a('string');
  });

  it('in which one record is broken shows the others', async () => {
    const data = {
      ...head,
      ...maps,
      events: {
        a: event('Good'),
        b: 5,
        c: { title: 'No date' },
        d: { ...event('Bad date'), dates: [{ edtf: 'yesterday', unsourced: true }] },
      },
    };
    await show(data, '<event-card event="a"></event-card>', /Good/);
    for (const id of ['b', 'c', 'd'])
      await show(
        data,
        `<event-card event="${id}">mine</event-card>`,
        new RegExp(`The event “${id}” could not be read`),
      );
  });

  for (const [name, text] of [
    ['cut off', JSON.stringify(compile(sample())).slice(0, -200)],
    ['followed by something else', `${JSON.stringify(compile(sample()))}<!-- served in 3 ms -->`],
    ['JavaScript', `export default ${JSON.stringify(sample())}`],
    ['with comments', `// mine\n${JSON.stringify(sample())}`],
    ['in UTF-16', `\u0000{\u0000}`],
    ['a string', '"x"'],
    ['a list', '[]'],
    ['a list of events', JSON.stringify([event('x')])],
    ['a web page', '<!doctype html><title>Log in</title>'],
    ['only blanks', ' \n '],
    ['deep as a well', '['.repeat(100_000) + ']'.repeat(100_000)],
  ] as const)
    it(`that is ${name} is told in words in place`, async () => {
      const element = await show(served(text), '<event-card event="a">mine</event-card>', /\S{3}/);
      expect(element.shadowRoot?.querySelector('slot')).to.be.ok;
      expect(words(element.shadowRoot?.querySelector('[part=error]'))).to.match(
        /not valid JSON|is a web page, not a dataset|must be|events|object/,
      );
    });

  for (const [name, damage] of Object.entries<(data: Record<string, unknown>) => unknown>({
    'no events': (data) => delete data.events,
    'no sources': (data) => delete data.sources,
    'no people': (data) => delete data.people,
    'no places': (data) => delete data.places,
    'no kinds': (data) => delete data.kinds,
    'no claims': (data) => delete data.claims,
    'no words': (data) => delete data.words,
    'no language': (data) => delete data.language,
    'an event that is null': (data) =>
      ((data.events as Record<string, unknown>)['lwow-1939-10'] = null),
    'an event without dates': (data) =>
      delete (data.events as Record<string, Record<string, unknown>>)['lwow-1939-10']?.dates,
    'nothing but its mark': (data) =>
      Object.keys(data).forEach((key) => key !== 'attested' && delete data[key]),
  }))
    it(`that says it is compiled and has ${name} leaves the page as it was written, or shows what there is`, async () => {
      const data = compile(sample()) as unknown as Record<string, unknown>;
      damage(data);
      const failures: string[] = [];
      const fail = (failure: PromiseRejectionEvent): unknown =>
        failures.push(String(failure.reason));
      addEventListener('unhandledrejection', fail);
      const page = put(
        `<history-dataset src="${served(data)}"><event-card event="lwow-1939-10">mine</event-card><contested-claim claim="first">mine</contested-claim><source-list all>mine</source-list><p>Words<source-cite source="doc">(mine)</source-cite></p></history-dataset>`,
      );
      for (const element of page.querySelectorAll(
        'event-card, contested-claim, source-list, source-cite',
      ))
        await until(
          () =>
            element.shadowRoot?.querySelector('article, .mark, [role=doc-bibliography]') ??
            (element.shadowRoot?.querySelector('slot') &&
              element.shadowRoot.querySelector('[part=error]')),
          `${element.localName}: ${said(element)}`,
        );
      removeEventListener('unhandledrejection', fail);
      expect(failures).to.deep.equal([]);
    });

  it('of thousands of events shows a card', async function () {
    this.timeout(60_000);
    const events = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [
        `event-${i}`,
        { ...event(`Event ${i}`), summary: 'Words and words and words. '.repeat(5) },
      ]),
    );
    const data = served({
      ...compile({ ...head, ...maps, events: { a: event('a') } }),
      events: Object.fromEntries(
        Object.entries(events)
          .map(([id, it]) => [id, { ...compile({ ...head, ...maps, events: { a: it } }).events.a }])
          .slice(0, 200),
      ),
    });
    await show(data, '<event-card event="event-150"></event-card>', /Event 150/);
    await show(
      { ...head, ...maps, events },
      '<event-card event="event-19999"></event-card>',
      /Event 19999/,
    );
    await show(
      { ...head, ...maps, events },
      '<event-card event="event-20001"></event-card>',
      /The nearest is “event-2000”|The nearest is “event-/,
    );
  });
});
