/** Where things stand in a JSON text, which JSON.parse does not tell. */
import { step } from '../dataset/problem.js';

/** What is no JSON, and where. */
export class JsonError extends Error {
  override name = 'JsonError';

  constructor(
    message: string,
    /** UTF-16 units from the start of the text. */
    readonly offset: number,
  ) {
    super(message);
  }
}

/** A JSON text's places. */
export interface Scan {
  text: string;
  /** Where each value's member or element begins, by its JSON Pointer; in UTF-16 units. */
  offsets: Map<string, number>;
  /** Members whose name stood in the same object before: JSON.parse keeps the last alone. */
  doubles: { pointer: string; offset: number }[];
}

/** Deeper than any dataset, and shallow enough for the stack. */
const DEEPEST = 500;

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const BLANK = /[ \t\r\n]*/y;

/**
 * Reads a JSON text for its places. Linear in the text.
 * @throws JsonError at the first sign that is not JSON, or where it is nested more than 500 deep.
 */
export function scan(text: string): Scan {
  const offsets = new Map<string, number>();
  const doubles: Scan['doubles'] = [];
  let at = 0;

  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const expected = (what: string): JsonError => {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return new JsonError(
      at >= text.length
        ? `the file ends, but ${what} must follow.`
        : `here stands “${sign}”, but ${what} must.`,
      at,
    );
  };
  const sign = (one: string, what = `“${one}”`): void => {
    take(BLANK);
    if (text[at] !== one) throw expected(what);
    at++;
  };

  const value = (pointer: string, depth: number): void => {
    take(BLANK);
    if (!offsets.has(pointer)) offsets.set(pointer, at);
    if (depth > DEEPEST) throw new JsonError(`it is nested more than ${DEEPEST} deep.`, at);
    if (text[at] === '{') {
      at++;
      take(BLANK);
      if (text[at] === '}') {
        at++;
        return;
      }
      for (const names = new Set<string>(); ;) {
        take(BLANK);
        const from = at;
        const name = take(STRING);
        if (!name) throw expected('a name in quotation marks');
        const inner = pointer + step(JSON.parse(name) as string);
        if (names.has(name)) doubles.push({ pointer: inner, offset: from });
        names.add(name);
        offsets.set(inner, from);
        sign(':');
        value(inner, depth + 1);
        take(BLANK);
        if (text[at] === '}') break;
        sign(',', '“,” or “}”');
      }
      at++;
    } else if (text[at] === '[') {
      at++;
      take(BLANK);
      for (let index = 0; text[at] !== ']'; index++) {
        if (index) sign(',', '“,” or “]”');
        value(pointer + step(index), depth + 1);
        take(BLANK);
      }
      at++;
    } else if (!take(STRING) && !take(NUMBER) && !take(WORD)) throw expected('a value');
  };

  value('', 0);
  take(BLANK);
  if (at < text.length) throw expected('nothing more');
  return { text, offsets, doubles };
}

/** Line and column of an offset, both from 1; the column in UTF-16 units, as editors count. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Line and column of a JSON Pointer; of what is missing, those of the nearest thing around it. */
export function locate({ text, offsets }: Scan, pointer: string): { line: number; column: number } {
  for (let path = pointer; path; path = path.slice(0, path.lastIndexOf('/'))) {
    const offset = offsets.get(path);
    if (offset !== undefined) return placeAt(text, offset);
  }
  return placeAt(text, offsets.get('') ?? 0);
}
