/** The same events in the form in which each timeline wants them. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { events, iso, kinds } from './events.mjs';

const CACHE = fileURLToPath(new URL('.cache/', import.meta.url));

/** An authors' file for ours: each event cites a source, and says whether it happened and why. */
const authored = (all) => ({
  title: 'A century',
  language: 'en',
  licence: 'CC0-1.0',
  editors: [{ name: 'Nobody' }],
  version: '1.0.0',
  modified: '2026-01-01',
  kinds,
  sources: Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [
      `source-${i}`,
      {
        csl: {
          type: 'book',
          title: `Chronicle, volume ${i + 1}`,
          author: [{ family: 'Writer', given: 'A.' }],
          publisher: 'Press',
          issued: { 'date-parts': [[1950 + i]] },
        },
        kind: 'monograph',
        verification: 'confirmed',
      },
    ]),
  ),
  events: Object.fromEntries(
    all.map(({ id, title, kind, status, importance, edtf }, i) => {
      const citations = [{ source: `source-${i % 20}`, locator: String(1 + (i % 400)) }];
      const reason = 'The chronicle names it.';
      return [
        id,
        {
          title,
          kind,
          importance,
          dates: [{ edtf, citations }],
          occurrence: { status, reason, citations },
        },
      ];
    }),
  ),
});

/** Compiling 100,000 events takes a while, so what came of it is kept for as long as nothing changes. */
async function compiled(all, dist) {
  const compiler = join(dist, 'compile.js');
  const source = JSON.stringify(authored(all));
  const hash = createHash('sha256').update(source);
  for (const file of [compiler, join(dist, 'integrity.json')]) hash.update(readFileSync(file));
  const kept = join(CACHE, `ours-${all.length}-${hash.digest('hex').slice(0, 12)}.json`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { compile } = await import(pathToFileURL(compiler).href);
    const { fileOf } = await import(pathToFileURL(join(dist, 'lib/dataset/to-lines.js')).href);
    const problems = [];
    const dataset = compile(JSON.parse(source), { onProblem: (it) => problems.push(it) });
    if (problems.length)
      throw new Error(`The events do not compile: ${JSON.stringify(problems[0])}`);
    // As `attested build` writes it.
    const text = fileOf(dataset);
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(kept, text);
    return text;
  }
}

const date = (day) => {
  const [year, month, of] = iso(day).split('-').map(Number);
  return { year, month, day: of };
};

const forms = {
  ours: compiled,
  bare: (all) =>
    all.map(({ first, last, title }) => [first, last + 1, title]).sort((a, b) => a[0] - b[0]),
  timelinejs: (all) => ({
    events: all.map(({ id, title, kind, first, last }) => ({
      unique_id: id,
      group: kinds[kind],
      start_date: date(first),
      ...(last > first && { end_date: date(last) }),
      text: { headline: title },
    })),
  }),
  vis: (all) =>
    all.map(({ id, title, first, last }) => ({
      id,
      content: title,
      start: iso(first),
      ...(last > first && { end: iso(last + 1) }),
    })),
  fqqb: (all) =>
    all.map(({ title, first, last }) => ({
      label: title,
      start: first * 864e5,
      ...(last > first && { stop: (last + 1) * 864e5 }),
    })),
};

/**
 * The data of one timeline, as the text of its JSON file.
 * @param {string} who the timeline
 * @param {number} count how many events
 * @param {string} dist our built files
 */
export async function data(who, count, dist) {
  const made = await forms[who](events(count), dist);
  return typeof made === 'string' ? made : JSON.stringify(made);
}
