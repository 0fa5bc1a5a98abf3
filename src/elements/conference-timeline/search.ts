/** Finding events by what a reader types. Loaded with the filter. */
import type { CompiledDataset } from '../../dataset/compiled.js';
import type { Text } from '../../dataset/types.js';
import { fold } from './fold.js';
import { eventOf } from './groups.js';
import { pause } from './pause.js';

/** A text in all its languages: a reader may search by any of them. */
const all = (text: Text | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);

const named = <T>(records: Record<string, T>, id: string): T | undefined =>
  Object.hasOwn(records, id) ? records[id] : undefined;

/** What of each event is searched, in the order of `inTime`: made once, as far as it was needed. */
const known = new WeakMap<CompiledDataset, string[]>();

/** Title, other names, kind, places and who took part. */
function searched(data: CompiledDataset, place: number): string {
  const { title, names, kind, places, participants } = eventOf(data, data.inTime[place]!);
  const record = (of: { label: Text; names?: { text: string }[] } | undefined): string[] =>
    of ? [...all(of.label), ...(of.names ?? []).map((name) => name.text)] : [];
  return fold(
    [
      ...all(title),
      ...(names ?? []).map((name) => name.text),
      ...all(named(data.kinds, kind) ?? kind),
      ...(places ?? []).flatMap(({ place, nameThen, venue }) => [
        ...record(named(data.places, place)),
        nameThen?.text ?? '',
        ...all(venue),
      ]),
      ...(participants ?? []).flatMap(({ who, type, name }) => [
        ...all(name),
        ...record(named(type === 'person' ? data.people : data.organisations, who)),
      ]),
    ].join('\n'),
  );
}

/**
 * Which events have all the words that a reader typed, in any order and each as a part of a word,
 * whatever their case and accents. Of many it looks through some at a time, so that the page goes on.
 * @param wanted whether the answer is still wanted
 * @returns for each event, in the order of `inTime`, 1 or 0; nothing where there is no word to search
 *   for, or nobody waits any more
 */
export async function search(
  data: CompiledDataset,
  text: string,
  wanted: () => boolean = () => true,
): Promise<Uint8Array | undefined> {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.length) return undefined;
  let texts = known.get(data);
  if (!texts) known.set(data, (texts = []));
  const found = new Uint8Array(data.inTime.length);
  const rest = pause();
  for (let i = 0; i < found.length; i++) {
    const within = (texts[i] ??= searched(data, i));
    found[i] = +words.every((word) => within.includes(word));
    const due = i % 64 ? undefined : rest();
    if (!due) continue;
    await due;
    if (!wanted()) return undefined;
  }
  return found;
}
