import { expect } from '@open-wc/testing';
import {
  compile,
  DatasetError,
  describe as say,
  isCompiled,
  type CompileOptions,
  type Problem,
} from '../../src/dataset/compile.js';
import type { CompiledDataset } from '../../src/dataset/compiled.js';
import { broken, sample, type Loose } from './sample.js';

function run(
  dataset: unknown,
  options: CompileOptions = {},
): { dataset: CompiledDataset; problems: Problem[] } {
  const problems: Problem[] = [];
  return {
    dataset: compile(dataset, { ...options, onProblem: (problem) => problems.push(problem) }),
    problems,
  };
}

const told = (problems: Problem[]): string[] =>
  problems.map(({ severity, path }) => `${severity} ${path}`);

describe('compile', () => {
  it('finds nothing wrong with a sound dataset', () => {
    expect(run(sample()).problems).to.deep.equal([]);
  });

  it('is deterministic, survives JSON and never changes its input', () => {
    const input = sample();
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null)
        Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const first = JSON.stringify(compile(freeze(input)));
    expect(JSON.stringify(compile(sample()))).to.equal(first);
    expect(JSON.stringify(JSON.parse(first))).to.equal(first);
    expect(input).to.deep.equal(sample());
  });

  it('gives a compiled dataset back as it is', () => {
    const compiled = compile(sample());
    expect(compile(compiled)).to.equal(compiled);
    expect(isCompiled(compiled)).to.equal(true);
    expect(isCompiled(JSON.parse(JSON.stringify(compiled)))).to.equal(true);
    for (const other of [
      sample(),
      null,
      undefined,
      1,
      'attested',
      [],
      { attested: 2 },
      Object.create({ attested: 1 }) as unknown,
    ]) {
      expect(isCompiled(other)).to.equal(false);
    }
  });

  it('puts dates, words, names of the time and cites where elements find them', () => {
    const { events, languages, words } = compile(sample());
    expect(languages).to.deep.equal(['en', 'pl']);
    expect(words).to.have.property('en');
    const event = events['lwow-1939-10']!;
    expect(event.dates.map(({ edtf }) => edtf)).to.deep.equal(['1939-10', '1939-11']);
    const [date] = event.dates;
    expect(date).to.deep.equal({
      edtf: '1939-10',
      earliest: -11050,
      latest: -11020,
      shape: 'month',
      words: { en: 'October 1939', pl: 'październik 1939' },
      cites: [{ source: 'memoir', at: { en: 'p. 54', pl: 's. 54' }, locator: '54', via: 'web' }],
    });
    expect(event.places).to.deep.equal([
      {
        place: 'lviv',
        nameThen: { text: 'Lwów', language: 'pl', languageName: { en: 'Polish', pl: 'polski' } },
        venue: 'Hotel',
        unsourced: true,
      },
    ]);
    expect(event.participants).to.deep.equal([
      {
        who: 'kowal',
        type: 'person',
        name: 'Jan Kowal',
        role: 'Colonel',
        cites: [{ source: 'doc', at: { en: 'p. 3', pl: 's. 3' }, locator: '3' }],
      },
      {
        who: 'office',
        type: 'organisation',
        name: 'The Office',
        stance: 'disputes',
        cites: [{ source: 'doc', at: { en: 'p. 3', pl: 's. 3' }, locator: '3' }],
      },
    ]);
    expect(event.summary).to.deep.equal({
      en: [['They ', { em: ['met'] }, '.']],
      pl: [
        [
          { em: ['Spotkali'] },
          ' się ',
          { cites: [{ source: 'memoir', at: 's. 54', locator: '54' }] },
          '.',
        ],
      ],
    });
    expect(event.occurrence.reason).to.deep.equal({
      en: [
        ['One source ', { cites: [{ source: 'memoir', at: 'pp. 54–56', locator: '54-56' }] }, '.'],
      ],
    });
    expect(event.importance).to.equal(5);
  });

  it('writes an open bound as null', () => {
    const { events, problems } = {
      ...run(broken('/events/winter/dates/0/edtf', '1939/..')).dataset,
      problems: [],
    };
    expect(problems).to.deep.equal([]);
    expect(events['winter']!.dates[0]).to.include({ latest: null, shape: 'open-end' });
  });

  it('joins what records say of one another', () => {
    const { events, inTime } = compile(sample());
    expect(events['lwow-1939-10']!.claims).to.deep.equal(['second', 'first']);
    expect(events['winter']!.parts).to.deep.equal(['lwow-1939-10']);
    expect(inTime).to.deep.equal(['lwow-1939-10', 'winter']);
  });

  it('orders events by earliest day, latest day, id; those without an earliest day first', () => {
    const data = sample() as unknown as Loose;
    const dates: Record<string, string> = {
      e: '1939-10-02',
      d: '1939-10-01',
      b: '1939-10',
      a: '1939-10',
      open: '../1950',
      z: '1939-10-01/..',
    };
    data['events'] = Object.fromEntries(
      Object.entries(dates).map(([id, edtf]) => [
        id,
        {
          title: id,
          kind: 'meeting',
          dates: [{ edtf, unsourced: true }],
          occurrence: { status: 'reported', reason: 'x', unsourced: true },
        },
      ]),
    ) as unknown as Loose;
    data['claims'] = {} as Loose;
    expect(run(data).dataset.inTime).to.deep.equal(['open', 'd', 'a', 'b', 'z', 'e']);
  });

  it('orders positions by kind of evidence, then by date', () => {
    const { positions, evidence } = compile(sample()).claims['first']!;
    expect(
      positions.map(({ basis, since, cites }) => `${basis} ${since?.edtf ?? cites?.[0]?.source}`),
    ).to.deep.equal(['document 1940-01', 'document article', 'eyewitness 1951', 'tertiary web']);
    expect(evidence).to.deep.equal({
      en: 'one memoir against one document and one historian, from documents; passed on by one tertiary source',
      pl: 'jedna relacja wspomnieniowa; przeciw: jeden dokument i jeden historyk, na podstawie dokumentów; za innymi: jedno opracowanie trzeciorzędne',
    });
  });

  it('formats references in each language, or leaves that to what it is given', () => {
    const plain = compile(sample()).sources['memoir']!;
    expect(plain).to.include({ title: 'Wspomnienia', language: 'pl', short: 'Kowal 1951' });
    expect(Object.keys(plain.entry)).to.deep.equal(['en', 'pl']);
    const references = { style: 'x', styles: ['x'], languages: ['en'], slots: {} };
    const problems: Problem[] = [];
    const formatReferences: CompileOptions['formatReferences'] = (items, languages, fail) => {
      expect(Object.keys(items)).to.deep.equal(['doc', 'memoir', 'article', 'web']);
      expect(languages).to.deep.equal(['en', 'pl']);
      fail('doc', 'Lost.');
      const memoir = { entry: { en: ['E'] }, note: { en: ['N', { at: 0 }] }, again: { en: ['A'] } };
      return { references, sources: { memoir } };
    };
    const data = compile(sample(), {
      formatReferences,
      onProblem: (problem) => problems.push(problem),
    });
    expect(data.references).to.deep.equal(references);
    expect(data.sources['memoir']).to.include({ short: 'Kowal 1951' });
    expect(data.sources['memoir']!.entry).to.deep.equal({ en: ['E'] });
    expect(data.sources['memoir']!.again).to.deep.equal({ en: ['A'] });
    expect(data.sources['doc']!.entry).to.have.property('pl');
    expect(problems).to.deep.equal([
      { severity: 'error', path: '/sources/doc/csl', id: 'doc', message: 'Lost.' },
    ]);
  });

  it('calls a source what its author does', () => {
    const data = sample() as unknown as Loose;
    data['sources']!['memoir']!['short' as never] = 'The memoir' as never;
    expect(compile(data).sources['memoir']!.short).to.equal('The memoir 1951');
  });

  it('keeps the bare locator and what it counts beside the words', () => {
    const cites = (locator: string, label?: string): unknown => {
      const data = sample() as unknown as Loose;
      data['events']!['winter']!['occurrence' as never] = {
        status: 'reported',
        reason: 'Said.',
        citations: [{ source: 'doc', locator, ...(label && { label }) }],
      } as never;
      return compile(data).events['winter']!.occurrence.cites;
    };
    expect(cites('54-60')).to.deep.equal([
      { source: 'doc', at: { en: 'pp. 54–60', pl: 's. 54–60' }, locator: '54-60' },
    ]);
    expect(cites('ch. 3')).to.deep.equal([
      { source: 'doc', at: { en: 'chap. 3', pl: 'rozdz. 3' }, locator: '3', label: 'chapter' },
    ]);
    expect(cites('12', 'appendix')).to.deep.equal([
      { source: 'doc', at: 'app. 12', locator: '12', label: 'appendix' },
    ]);
    expect(cites('Introduction')).to.deep.equal([{ source: 'doc', at: 'Introduction' }]);
  });

  it('tells sources of one author and year apart', () => {
    const data = sample() as unknown as Loose;
    for (const id of ['m2', 'm3'])
      data['sources']![id] = structuredClone(data['sources']!['memoir']!);
    data['sources']!['m3']!['csl']!['title'] = 'Other' as Loose;
    const { sources } = compile(data);
    expect(['memoir', 'm2', 'm3'].map((id) => sources[id]!.short)).to.deep.equal([
      'Kowal 1951, memoir',
      'Kowal 1951, m2',
      'Kowal 1951, Other',
    ]);
  });

  const wrong: [name: string, path: string, value: unknown, problems: string[]][] = [
    ['title', '/title', undefined, ['error /title']],
    ['language', '/language', 'english!', ['error /language']],
    ['modified', '/modified', 'today', ['error /modified']],
    ['editor address', '/editors/0/url', 'javascript:alert(1)', ['error /editors/0/url']],
    [
      'picture address',
      '/events/lwow-1939-10/images/0/src',
      'data:image/png;base64,x',
      ['error /events/lwow-1939-10/images/0/src'],
    ],
    [
      'link in running text',
      '/events/lwow-1939-10/summary/en',
      '[a](javascript:alert(1))',
      ['error /events/lwow-1939-10/summary/en'],
    ],
    [
      'source in running text',
      '/events/lwow-1939-10/summary/pl',
      '[@memoirs]',
      ['error /events/lwow-1939-10/summary/pl'],
    ],
    [
      'source',
      '/events/winter/dates/0/citations/0/source',
      'dok',
      ['error /events/winter/dates/0/citations/0/source'],
    ],
    [
      'via',
      '/events/lwow-1939-10/dates/1/citations/0/via',
      'wed',
      ['error /events/lwow-1939-10/dates/1/citations/0/via'],
    ],
    [
      'place',
      '/events/lwow-1939-10/places/0/place',
      'lwiv',
      ['error /events/lwow-1939-10/places/0/place'],
    ],
    [
      'participant',
      '/events/lwow-1939-10/participants/0/who',
      'kowla',
      ['error /events/lwow-1939-10/participants/0/who'],
    ],
    ['claim', '/events/lwow-1939-10/claims/0', 'secnod', ['error /events/lwow-1939-10/claims/0']],
    ['part of', '/events/lwow-1939-10/partOf', 'wintr', ['error /events/lwow-1939-10/partOf']],
    ['about', '/claims/first/about/0', 'lwow-1939', ['error /claims/first/about/0']],
    ['itself', '/events/winter/partOf', 'winter', ['error /events/winter/partOf']],
    ['cycle', '/events/winter/partOf', 'lwow-1939-10', ['error /events/lwow-1939-10/partOf']],
    [
      'one date of two',
      '/events/lwow-1939-10/dates/0/edtf',
      '1939-13',
      ['error /events/lwow-1939-10/dates/0/edtf'],
    ],
    [
      'stance',
      '/claims/first/positions/0/stance',
      'suports',
      ['error /claims/first/positions/0/stance'],
    ],
    [
      'coordinates',
      '/places/lviv/coordinates/latitude',
      91,
      ['error /places/lviv/coordinates/latitude'],
    ],
    [
      'kind without words',
      '/kinds',
      {},
      ['warning /events/winter/kind', 'warning /events/lwow-1939-10/kind'],
    ],
    ['id', '/kinds', { meeting: 'M', Not_An_Id: 'x' }, ['error /kinds/Not_An_Id']],
    [
      'unsourced',
      '/events/lwow-1939-10/dates/0/unsourced',
      'yes',
      ['error /events/lwow-1939-10/dates/0/unsourced'],
    ],
  ];
  for (const [name, path, value, problems] of wrong) {
    it(`tells of a wrong ${name}`, () => {
      const result = run(broken(path, value));
      expect(told(result.problems)).to.deep.equal(problems);
      expect(JSON.stringify(result.dataset)).not.to.match(
        /"(?:href|src|url)":"(?!https?:|mailto:)/,
      );
    });
  }

  it('names the file, the place, the record and the nearest id', () => {
    const { problems } = run(broken('/events/winter/dates/0/citations/0/source', 'dok'), {
      from: 'a.json',
    });
    expect(problems).to.deep.equal([
      {
        severity: 'error',
        path: '/events/winter/dates/0/citations/0/source',
        id: 'winter',
        file: 'a.json',
        message: 'There is no source “dok”; did you mean “doc”?',
      },
    ]);
    expect(say(problems[0]!)).to.equal(
      'a.json: /events/winter/dates/0/citations/0/source: There is no source “dok”; did you mean “doc”?',
    );
  });

  it('says what a date by habit may have meant, and that HTML and half a cite stay as typed', () => {
    const says = (path: string, value: string): string[] =>
      run(broken(path, value)).problems.map(({ message }) => message);
    expect(says('/events/winter/dates/0/edtf', 'c. 1897').join()).to.match(
      /not a date in EDTF.*did you mean “1897~”\?/,
    );
    expect(says('/events/winter/summary', 'It <b>is</b> so.').join()).to.match(/“<b>” is HTML/);
    expect(says('/events/winter/summary', 'So [@doc, p. 1.').join()).to.match(
      /“\[@doc,” looks like a cite/,
    );
  });

  it('leaves out a broken record and says so, and keeps the rest', () => {
    const { dataset, problems } = run(broken('/events/lwow-1939-10/dates', [{ edtf: 'soon' }]));
    expect(Object.keys(dataset.events)).to.deep.equal(['winter']);
    expect(dataset.claims['first']!.about).to.deep.equal(['kowal']);
    expect(told(problems)).to.deep.equal([
      'error /events/lwow-1939-10/dates/0/edtf',
      'error /events/lwow-1939-10/dates',
      'error /events/lwow-1939-10',
      'warning /claims/first/about/0',
      'warning /errata/slip/about/0',
    ]);
  });

  it('keeps a position whose holder has no record', () => {
    const { dataset } = run(broken('/people', {}));
    expect(dataset.claims['first']!.positions.map(({ holder }) => holder.name)).to.include('kowal');
  });

  it('throws where nothing can be shown, with the reason', () => {
    for (const value of [null, undefined, 1, 'x', [], true, () => 1])
      expect(() => compile(value)).to.throw(DatasetError, 'an object');
    for (const events of [undefined, null, [], 'x'])
      expect(() => compile({ ...sample(), events }, { from: 'a.json' })).to.throw(
        DatasetError,
        /^a\.json: \/events: /,
      );
    expect(Object.keys(compile({ events: {} }).events)).to.deep.equal([]);
  });

  it('sees own members alone', () => {
    expect(() => compile(Object.create(sample()))).to.throw(DatasetError);
    const data = sample();
    data.events['winter'] = Object.create(data.events['winter']!) as never;
    expect(Object.keys(run(data).dataset.events)).to.deep.equal(['lwow-1939-10']);
  });

  it('takes constructor, valueOf and __proto__ for names like any other', () => {
    const data = JSON.parse(JSON.stringify(sample())) as Loose;
    const event = JSON.stringify(data['events']!['winter']);
    data['events'] = JSON.parse(`{"constructor": ${event}, "__proto__": ${event}}`) as Loose;
    data['claims']!['first']!['about'] = [
      'constructor',
      'tostring',
      '__proto__',
      'hasownproperty',
    ] as unknown as Loose;
    data['sources'] = JSON.parse(
      `{"constructor": ${JSON.stringify(data['sources']!['doc'])}, "doc": ${JSON.stringify(data['sources']!['doc'])}}`,
    ) as Loose;
    data['title'] = JSON.parse('{"en": "T", "__proto__": "x", "constructor": "y"}') as Loose;
    const { dataset } = run(data);
    expect(Object.keys(dataset.events)).to.deep.equal(['constructor']);
    expect(dataset.claims['first']!.about).to.deep.equal(['constructor']);
    expect(dataset.events['valueOf']).to.equal(undefined);
    expect(({} as Record<string, unknown>)['title']).to.equal(undefined);
    expect(Object.keys(dataset.title)).to.deep.equal(['en']);
  });

  it('passes what a validator says on, first', () => {
    const { problems } = run(broken('/title', undefined), {
      validate: () => [{ severity: 'warning', path: '/x', message: 'm' }],
    });
    expect(told(problems)).to.deep.equal(['warning /x', 'error /title']);
  });
});
