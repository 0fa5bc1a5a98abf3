import type { Cite, Inline } from '../dataset/compiled.js';
import { safeUrl } from '../dataset/url.js';
import { formatLocator, readLocator } from './locator.js';

/** What `parseRunningText` needs to know of the dataset that a text stands in. */
export interface RunningTextOptions {
  /** The language of the text, for the words of its locators. Default: `en`. */
  language?: string;
  /** Whether the dataset has a source of this id; a cite of one that it lacks stays as typed. */
  knows?: (source: string) => boolean;
  /** Told of each thing that looks like markup and is shown as typed instead. */
  onProblem?: (kind: 'source' | 'url' | 'cite' | 'html', value: string) => void;
}

/** For each opening bracket: where it closes, and whether another pair stands in it. */
type Brackets = Map<number, { close: number; nested: boolean }>;

/** A backslash takes the meaning from the sign after it, as in Pandoc. */
const escapes = /\\([!-/:-@[-`{-~])/g;
/** A line's end is a blank. Whole runs are matched, since a search for `\s*\n` is quadratic in blanks. */
const oneLine = (text: string): string =>
  text.replace(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks));
const plain = (text: string): string => oneLine(text.replace(escapes, '$1'));
const word = (character: string | undefined): boolean =>
  !!character && /[\p{L}\p{N}]/u.test(character);
const blank = (character: string | undefined): boolean => !character || /\s/.test(character);

/** Finds every closing bracket in one pass, so that thousands of unclosed ones cost no more. */
function match(text: string): Brackets {
  const brackets: Brackets = new Map();
  const open: { at: number; nested: boolean }[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') open.push({ at: i, nested: false });
    else if (text[i] === ']') {
      const pair = open.pop();
      if (!pair) continue;
      brackets.set(pair.at, { close: i, nested: pair.nested });
      const outer = open.at(-1);
      if (outer) outer.nested = true;
    }
  }
  return brackets;
}

/**
 * Where the address that begins at `from` ends, at its closing parenthesis; -1 where it does not.
 * No address goes over a square bracket, so that no stretch of text is looked at more than twice.
 */
function endOfUrl(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const character = text[i]!;
    if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) return i;
    else if (character === '[' || character === ']' || /\s/.test(character)) return -1;
  }
  return -1;
}

/** `see @rees-2008, p. 54, suffix`: prefix, the source's id and the rest. */
const CITE = /^([^@]*?(?:^|\s))-?@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])([\s\S]*)$/;

/** Splits at semicolons that no backslash precedes. */
function split(text: string): string[] {
  const parts = [''];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === ';') parts.push('');
    else parts[parts.length - 1] += text[i] === '\\' ? text[i]! + (text[++i] ?? '') : text[i]!;
  }
  return parts;
}

/** The cites in a pair of brackets, or `undefined` where what stands in it is no citation. */
function cites(inside: string, options: RunningTextOptions): Inline[] | undefined {
  if (!inside.includes('@')) return undefined;
  const language = options.language ?? 'en';
  const found: Cite[] = [];
  const unknown: string[] = [];
  for (const part of split(inside)) {
    const [, before, source, after] = CITE.exec(part.trim()) ?? [];
    if (before === undefined || source === undefined || after === undefined) return undefined;
    if (/^[^\s,]/.test(after)) return undefined;
    if (options.knows && !options.knows(source)) {
      options.onProblem?.('source', source);
      unknown.push(part.trim());
      continue;
    }
    const cite: Cite = { source };
    const prefix = plain(before).trim();
    const rest = plain(after).replace(/^\s*,?\s*/, '');
    const locator = readLocator(rest, language);
    const suffix = (locator ? locator.rest.replace(/^\s*,?\s*/, '') : rest).trim();
    if (locator) {
      cite.at = formatLocator(locator.locator, locator.label, language);
      cite.locator = locator.locator;
      if (locator.label !== 'page') cite.label = locator.label;
    }
    if (prefix) cite.prefix = prefix;
    if (suffix) cite.suffix = suffix;
    found.push(cite);
  }
  const pieces: Inline[] = [];
  if (found.length) pieces.push({ cites: found });
  if (unknown.length) pieces.push(`${found.length ? ' ' : ''}[${unknown.join('; ')}]`);
  return pieces;
}

function parseParagraph(text: string, options: RunningTextOptions): Inline[] {
  const brackets = match(text);
  const all: Inline[] = [];
  let into = all;
  let typed: string[] = [];
  let opened = false;

  const put = (...pieces: Inline[]): void => {
    if (typed.length) {
      const run = oneLine(typed.join(''));
      typed = [];
      put(run);
    }
    for (const piece of pieces) {
      const last = into.length - 1;
      if (typeof piece === 'string' && typeof into[last] === 'string')
        into[last] = `${into[last]}${piece}`;
      else if (piece !== '') into.push(piece);
    }
  };

  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    const next = text[i + 1];
    if (character === '\\' && next && /[!-/:-@[-`{-~]/.test(next)) {
      typed.push(next);
      i++;
      continue;
    }
    if (character === '*') {
      if (next === '*') {
        while (text[i] === '*') typed.push(text[i++]!);
        i--;
        continue;
      }
      if (!opened && !blank(next) && !word(text[i - 1])) {
        put();
        opened = true;
        into = [];
        continue;
      }
      if (opened && !blank(text[i - 1]) && !word(next) && (into.length || typed.length)) {
        put();
        const em = into;
        into = all;
        put({ em });
        opened = false;
        continue;
      }
    }
    const pair = character === '[' ? brackets.get(i) : undefined;
    if (pair) {
      const { close, nested } = pair;
      const inside = text.slice(i + 1, close);
      if (text[close + 1] === '(') {
        const end = endOfUrl(text, close + 2);
        const url = end < 0 ? '' : text.slice(close + 2, end);
        const href = safeUrl(url.replace(escapes, '$1'));
        if (href && inside.trim()) {
          put({ href, text: plain(inside) });
          i = end;
          continue;
        }
        if (/^[a-z][a-z0-9+.-]*:|^\/|^\.\.?\//i.test(url)) options.onProblem?.('url', url);
      } else if (!nested) {
        const pieces = cites(inside, options);
        if (!pieces && /(?:^|[\s;])-?@[a-z0-9]/.test(inside))
          options.onProblem?.('cite', `[${inside}]`);
        if (pieces) {
          put(...pieces);
          i = close;
          continue;
        }
      }
    }
    if (character === '[' && !pair) {
      const [unclosed] =
        /^\[(?:[^\]@]{0,80}\s)?-?@[a-z0-9][^\s\]]*/.exec(text.slice(i, i + 200)) ?? [];
      if (unclosed) options.onProblem?.('cite', unclosed);
    }
    // Only what is surely meant as HTML: a comparison with < is text.
    if (character === '<') {
      const [tag] =
        /^<\/?[a-z][a-z0-9-]*(?:\s[^<>]{0,200})?\/?>/i.exec(text.slice(i, i + 250)) ?? [];
      if (tag) options.onProblem?.('html', tag);
    }
    typed.push(character);
  }
  put();
  if (opened) {
    const rest = into;
    into = all;
    put('*', ...rest);
  }
  return all;
}

/**
 * Running text as paragraphs of pieces.
 *
 * A blank line parts paragraphs; `*emphasis*`, `[text](https://…)` and Pandoc's cites
 * (`[see @rees-2008, p. 54, suffix; @conquest-1991, p. 229]`) are read, a backslash takes a sign's
 * meaning from it, and everything else, HTML and broken markup included, is text as typed. A link
 * goes to http, https or mailto only. Never throws; empty text has no paragraphs.
 */
export function parseRunningText(text: string, options: RunningTextOptions = {}): Inline[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => parseParagraph(paragraph, options));
}
