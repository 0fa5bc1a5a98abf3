/** Finding events by what a reader types. Loaded with the filter. */
import type { CompiledDataset, CompiledEvent } from '../../dataset/compiled.js';
import type { Text } from '../../dataset/types.js';
import { fold } from './fold.js';

/** A text in all its languages: a reader may search by any of them. */
const all = (text: Text | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);

const named = <T>(records: Record<string, T>, id: string): T | undefined =>
  Object.hasOwn(records, id) ? records[id] : undefined;

/** What of each event is searched, made once. */
const known = new WeakMap<CompiledEvent, string>();

/** Title, other names, kind, places and who took part. */
function searched(data: CompiledDataset, event: CompiledEvent): string {
  let text = known.get(event);
  if (text === undefined) {
    const { title, names, kind, places, participants } = event;
    const record = (of: { label: Text; names?: { text: string }[] } | undefined): string[] =>
      of ? [...all(of.label), ...(of.names ?? []).map((name) => name.text)] : [];
    text = fold(
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
    known.set(event, text);
  }
  return text;
}

/**
 * Which events have all the words that a reader typed, in any order and each as a part of a word,
 * whatever their case and accents.
 * @returns nothing where there is no word to search for
 */
export function search(
  data: CompiledDataset,
  text: string,
): ((event: CompiledEvent) => boolean) | undefined {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.length) return undefined;
  return (event) => {
    const within = searched(data, event);
    return words.every((word) => within.includes(word));
  };
}
