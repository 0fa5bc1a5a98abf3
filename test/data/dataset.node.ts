/** What the first dataset promises: that it is whole, keeps its ids and follows the rules of showing disagreement. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../src/dataset/check.js';
import { compile, type Problem } from '../../src/dataset/compile.js';
import type {
  Basis,
  Claim,
  Dataset,
  Event,
  Id,
  Position,
  Stance,
  Text,
} from '../../src/dataset/types.js';

const dataset = JSON.parse(readFileSync('data/conferences/dataset.json', 'utf8')) as Dataset;
const { events } = dataset;
const claims = dataset.claims ?? {};

const MEETINGS = [
  'brest-1939-09',
  'krakow-1939-12',
  'krakow-1940-03',
  'lwow-1939-10',
  'lwow-1939-12',
  'przemysl-1939-11',
  'zakopane-1939-12',
  'zakopane-1940-02',
];

/** A text in one of its languages. */
const said = (text: Text | undefined, language = 'en'): string =>
  (typeof text === 'string' ? text : text?.[language]) ?? '';

test('nothing is missing', () => {
  const counts = Object.fromEntries(
    (['events', 'places', 'people', 'organisations', 'sources', 'claims', 'errata'] as const).map(
      (map) => [map, Object.keys(dataset[map] ?? {}).length],
    ),
  );
  assert.deepEqual(counts, {
    events: 34,
    places: 14,
    people: 30,
    organisations: 20,
    sources: 59,
    claims: 43,
    errata: 38,
  });
  assert.equal(Object.values(claims).flatMap(({ positions }) => positions).length, 93);
  const meetings = Object.keys(events).filter((id) => events[id]?.kind === 'security-meeting');
  assert.deepEqual(meetings.sort(), MEETINGS);
  for (const id of meetings) assert.equal(events[id]?.partOf, 'meetings-1939-1940', id);
});

test('the ids that stay for ever are there', () => {
  for (const id of [
    'brest-1939-09',
    'lwow-1939-10',
    'przemysl-1939-11',
    'krakow-1939-12',
    'zakopane-1939-12',
    'zakopane-1940-02',
    'krakow-1940-03',
  ])
    assert.ok(events[id], id);
  for (const id of ['krakow-1940-03-purpose', 'brest-joint-parade', 'katyn-link'])
    assert.ok(claims[id], id);
  for (const id of [
    'rees-2008',
    'conquest-1991',
    'vishlyov-2001',
    'watson-1981',
    'bor-komorowski',
    'kalbarczyk-2010',
  ])
    assert.ok(dataset.sources?.[id], id);
});

test('it compiles without a problem', () => {
  const problems: Problem[] = [];
  const compiled = compile(dataset, { onProblem: (problem) => problems.push(problem) });
  assert.deepEqual(problems, []);
  assert.deepEqual(Object.keys(compiled.events).sort(), Object.keys(events).sort());
  assert.deepEqual(Object.keys(compiled.claims).sort(), Object.keys(claims).sort());
  for (const [id, claim] of Object.entries(claims))
    assert.equal(compiled.claims[id]?.positions.length, claim.positions.length, id);
});

test('attested check has nothing against it', () => {
  assert.deepEqual(
    check(dataset).filter(({ severity }) => severity === 'error'),
    [],
  );
});

const isCited = ({ citations }: { citations?: unknown[] }): boolean => !!citations?.length;

test('each statement has a citation, or says openly that it has none', () => {
  const bare: string[] = [];
  const look = (path: string, one: { citations?: unknown[]; unsourced?: true }): void => {
    if (isCited(one) === !!one.unsourced) bare.push(path);
  };
  for (const [id, event] of Object.entries(events)) {
    look(`${id} occurrence`, event.occurrence);
    for (const part of ['dates', 'places', 'participants'] as const)
      event[part]?.forEach((one, i) => look(`${id} ${part} ${i}`, one));
  }
  for (const [id, { positions }] of Object.entries(claims))
    positions.forEach((one, i) => look(`${id} position ${i}`, one));
  for (const [id, erratum] of Object.entries(dataset.errata ?? {})) look(id, erratum);
  assert.deepEqual(bare, []);
});

const holds = (all: Position[], stance: Stance, ...bases: Basis[]): boolean =>
  all.some(
    (one) => one.stance === stance && isCited(one) && (!bases.length || bases.includes(one.basis)),
  );

/** What each status asks of the positions. Returns what is amiss. */
const RULES: Record<Claim['status'], (positions: Position[]) => string | false> = {
  established: (all) => holds(all, 'disputes') && 'a position disputes it',
  documented: (all) => !holds(all, 'supports', 'document') && 'no document supports it',
  attested: (all) => !holds(all, 'supports', 'eyewitness') && 'no eyewitness supports it',
  reported: (all) => !holds(all, 'supports') && !holds(all, 'reports') && 'nobody reports it',
  inferred: (all) => !holds(all, 'supports', 'inference') && 'nobody infers it',
  contested: (all) =>
    !(holds(all, 'supports') && holds(all, 'disputes')) && 'the cited positions are on one side',
  unsupported: (all) =>
    holds(all, 'supports', 'document', 'eyewitness', 'scholarship') &&
    'a position has grounds for it',
  refuted: (all) => !holds(all, 'disputes') && 'nobody disputes it',
};

/** What is amiss with a claim's status; nothing if it is what the positions bear. */
const amiss = ({ status, positions: all }: Claim): string | false =>
  RULES[status](all) ||
  (status !== 'contested' &&
    status !== 'refuted' &&
    holds(all, 'supports') &&
    holds(all, 'disputes') &&
    'cited positions are on both sides');

test('each claim has the status that its positions bear', () => {
  for (const [id, claim] of Object.entries(claims)) assert.equal(amiss(claim), false, id);
});

test('each occurrence says on what grounds, and what is contested names more than one voice', () => {
  for (const [id, { occurrence, dates }] of Object.entries(events) as [Id, Event][]) {
    assert.ok(said(occurrence.reason).length > 20, id);
    assert.ok(dates.length, id);
    if (
      occurrence.status === 'contested' ||
      occurrence.status === 'reported' ||
      occurrence.status === 'unconfirmed'
    )
      assert.ok(isCited(occurrence), id);
    if (occurrence.status === 'contested')
      assert.ok(new Set(occurrence.citations?.map(({ source }) => source)).size > 1, id);
  }
});

test('each assessment is signed, dated and reasoned', () => {
  for (const [id, { assessment }] of Object.entries(claims)) {
    assert.ok(assessment.by, id);
    assert.match(assessment.date, /^\d{4}-\d\d-\d\d$/, id);
    assert.ok(assessment.date <= dataset.modified, id);
    assert.ok(said(assessment.reason).length > 40, id);
  }
});

test('the crimes are established, whatever is disputed about them', () => {
  for (const id of ['katyn-1940', 'ab-action-1940', 'sonderaktion-krakau-1939-11'])
    assert.equal(events[id]?.occurrence.status, 'established', id);
  for (const id of ['katyn-link', 'officers-fate', 'ab-action-outcome', 'sonderaktion-link'])
    assert.match(said(claims[id]?.undisputed), /documented|murdered/, id);
});

test('the doubt of a date and the doubt of a meeting stay apart', () => {
  assert.equal(events['lwow-1939-10']?.dates[0]?.edtf, '1939-10');
  assert.equal(events['lwow-1939-10']?.occurrence.status, 'unconfirmed');
  assert.equal(events['przemysl-1939-11']?.dates[0]?.edtf, '[1939-11-21..1939-11-30]');
  assert.equal(events['krakow-1939-12']?.dates[0]?.edtf, '1939-12-06/1939-12-07');
});

test('March 1940 shows both rosters, each by its own voice', () => {
  const roster = events['krakow-1940-03']?.participants ?? [];
  const voices = (who: Id): string[] =>
    roster
      .filter((line) => line.who === who)
      .flatMap(({ citations }) => citations?.map(({ source }) => source) ?? []);
  assert.ok(voices('rsha').includes('bor-komorowski'));
  assert.ok(voices('refugee-commissions').includes('vishlyov-2001'));
  const stances = new Set(claims['krakow-1940-03-purpose']?.positions.map(({ stance }) => stance));
  assert.ok(stances.has('supports') && stances.has('disputes'));
});

test('nothing of how it was made is left in it', () => {
  const text = JSON.stringify(dataset);
  for (const stray of [/\bseed\b/i, /\binventory\b/i, /\bR\d\d\b/, /\bD\d\d\b/, /\bTODO\b/, /NAZI/])
    assert.doesNotMatch(text, stray);
});

test('every record speaks Polish beside English, of the same sources and years', () => {
  const SAID = new Set(
    'title summary reason statement undisputed says correction reach note wouldSettle role description translatedTitle what'.split(
      ' ',
    ),
  );
  /** A work with a Polish title needs no other for a Polish reader. */
  const isPolish = (at: string): boolean =>
    dataset.sources?.[at.split('/')[2] ?? '']?.csl.language === 'pl';
  const parts = (text: string, pattern: RegExp): string[] => (text.match(pattern) ?? []).sort();
  let both = 0;
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      const at = `${path}/${key}`;
      if (!SAID.has(key)) {
        if (key !== 'csl') look(one, at);
      } else if (key === 'translatedTitle' && isPolish(at)) continue;
      else if (typeof one === 'string')
        // A proper name is the same in both.
        assert.match(one, /^(Sonderaktion Krakau|SS-Hauptsturmführer)$/, at);
      else {
        const [en, pl] = [said(one as Text), said(one as Text, 'pl')];
        assert.ok(en && pl, at);
        assert.deepEqual(parts(pl, /@[a-z0-9-]+/g), parts(en, /@[a-z0-9-]+/g), at);
        // A decade is written in words in Polish.
        assert.deepEqual(parts(pl, /\b\d{4}\b(?!s)/g), parts(en, /\b\d{4}\b(?!s)/g), at);
        both++;
      }
    }
  };
  for (const map of ['events', 'claims', 'sources', 'people', 'organisations', 'places', 'errata'])
    look(dataset[map as 'events'], `/${map}`);
  look(dataset.changes, '/changes');
  assert.ok(both > 800, `${both}`);
});
