/** What compile keeps for exports and for revision. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile, type Problem } from '../../src/dataset/compile.js';
import { itemOf } from '../../src/exports/index.js';
import { dataset } from './sample.js';

test('a source keeps its CSL item once, and not its abstract', () => {
  const authored = dataset();
  authored.sources!.webpage!.csl.abstract = 'Long.';
  const { csl } = compile(authored).sources.webpage!;
  assert.deepEqual(csl, {
    type: 'webpage',
    'container-title': 'A Site',
    issued: { 'date-parts': [[2019, 3, 18]] },
  });
});

test('a compiled file of before, without CSL items, still gives its titles', () => {
  const data = compile(dataset());
  delete data.sources.cyrillic!.csl;
  assert.deepEqual(itemOf(data, 'cyrillic'), {
    id: 'cyrillic',
    type: 'document',
    title: 'Накануне 22 июня 1941 года',
    language: 'ru',
  });
});

test('an erratum is known to the source at fault and to each record that it touches', () => {
  const { events, claims, sources } = compile(dataset());
  for (const record of [events.meeting, claims.purpose, sources.signs])
    assert.deepEqual(record?.errata, ['wrong-day']);
  for (const record of [events.rumour, sources.cyrillic]) assert.equal(record?.errata, undefined);
});

test('an erratum is one text in each language that it has', () => {
  const authored = dataset();
  authored.errata!['wrong-day'] = {
    ...authored.errata!['wrong-day']!,
    says: { en: 'The 9th.', pl: 'Dziewiąty.', de: 'Der 9.' },
    correction: { en: 'The 6th [@cyrillic].', pl: 'Szósty [@cyrillic].' },
  };
  const { text } = compile(authored).errata['wrong-day']!;
  assert.deepEqual(Object.keys(text), ['en', 'pl']);
  const said = JSON.stringify(text.pl);
  assert.match(
    said,
    /^\[\["Według Smith .* 1939, Chapter 2 ",\{"cites":\[\{"source":"signs"\}\]\},": ","Dziewiąty\.",/,
  );
  assert.match(said, /\{"em":\["Sprostowanie"\]\}/);
  assert.equal(
    said.match(/"source":"cyrillic"/g)?.length,
    1,
    'what the text cites is not cited again',
  );
});

test('a change names records that there are, and readers write to an address that is one', () => {
  const problems: Problem[] = [];
  const authored = dataset();
  authored.changes![1]!.about = ['meeting', 'meating'];
  authored.contact = 'javascript:alert(1)';
  const data = compile(authored, { onProblem: (problem) => problems.push(problem) });
  assert.deepEqual(
    data.changes?.map(({ about }) => about),
    [undefined, ['meeting']],
  );
  assert.equal(data.contact, undefined);
  assert.deepEqual(problems.map(({ path }) => path).sort(), ['/changes/1/about/1', '/contact']);
});
