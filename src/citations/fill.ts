/**
 * Puts a locator into the slot of a formatted note. This is all that a browser has of a citation style:
 * what the style prints around a locator was learned from a CSL processor when the dataset was built.
 */
import type { Cite, ReferencePiece, Slots } from '../dataset/compiled.js';

/** A number with letters before or behind it; one without, or a Roman one; letters that go on from `12a`. */
const LETTERED = /^(?:\d*[a-z]+0*)?\d+[a-z]*$/i;
const BARE = /^(?:\d+|[ivxlcm]+)$/i;
const LETTERS = /^[a-z]+$/i;
const STOPPED = /[.?!]$/;

/** Labels whose ranges the CSL processor leaves as they are, unless both ends are bare numbers. */
const LOOSE = /^(?:act|art|can|el|eq|sce|ti)/;

/** The end of a range of pages as short as the style has it (CSL, appendix V). */
function end(from: string, to: string, range: string): string {
  const full = from.slice(0, Math.max(0, from.length - to.length)) + to;
  const [first, last] = [Number(from), Number(full)];
  if (first >= last) return full;
  const least = range.startsWith('minimal') ? (range === 'minimal' ? 1 : 2) : 0;
  if (least && from.length === full.length) {
    let same = 0;
    while (from[same] === full[same] && full.length - same > least) same++;
    return full.slice(same);
  }
  if (range.startsWith('chicago')) {
    const longest = range === 'chicago-16' ? 1e15 : 100;
    for (let unit = 100; unit <= longest && unit < last && first > 100 && first % 100; unit *= 10)
      if (Math.floor(first / unit) === Math.floor(last / unit)) return `${last % unit}`;
    if (longest === 100 && first >= 10_000) return `${last % 1000}`;
  }
  return full;
}

/** A locator as the style prints it after its label, and whether it counts as several. */
function value(
  locator: string,
  label: string,
  { dash = '–', range = '' }: Slots,
): [text: string, several: boolean] {
  const parts = locator
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?[-‑–—]+ ?/g, '-')
    .replace(/ ?& ?/g, ' & ')
    .split(/( & |,? (?:and|und|et|i|и|і) |[;,] |-)/);
  for (let i = parts.length - 2; i > 0; i -= 2)
    if (parts[i] === '-' && /^\d+[a-z]+$/i.test(parts[i - 1]!) && LETTERS.test(parts[i + 1]!))
      parts.splice(i - 1, 3, parts.slice(i - 1, i + 2).join(''));
  const several =
    parts.length > 1 && /^(?:(?:\d*[a-zA-Z]+0*)?\d+[-,:a-zA-Z]*|[ivx]+[ivxlcm]*)$/.test(parts[0]!);
  for (let i = 1; i < parts.length; i += 2) {
    const [from, to] = [parts[i - 1]!, parts[i + 1]!];
    if (parts[i] !== '-' || parts[i + 2] === '-') continue;
    const [bare, falls] = [
      BARE.test(from) && BARE.test(to),
      !range && parseInt(from) > parseInt(to),
    ];
    if (
      LOOSE.test(label)
        ? bare && !falls
        : bare || falls || (LETTERED.test(from) && LETTERED.test(to))
    )
      parts[i] = dash;
    if (label === 'page' && !falls && /^\d+$/.test(from + to)) parts[i + 1] = end(from, to, range);
  }
  return [parts.join(''), several];
}

/**
 * The pieces of a note with its locator in place, or as they are without one.
 * @param slots how the style sets locators in this language; none for the plain style
 * @param words the locator in plain words, for one that is words and for the plain style
 */
export function fillReference(
  pieces: readonly ReferencePiece[],
  slots?: Slots,
  { locator, label = 'page' }: Pick<Cite, 'locator' | 'label'> = {},
  words = '',
): ReferencePiece[] {
  const all: ReferencePiece[] = [];
  let stopped = false;
  const put = (text: string): void => {
    const last = all.length - 1;
    if (typeof all[last] === 'string') all[last] += text;
    else if (text) all.push(text);
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      // A locator such as `54f.` has the full stop of the sentence.
      put(stopped ? piece.replace(/^\./, '') : piece);
      stopped = false;
    } else if (!('at' in piece)) all.push(piece);
    else if (!words && !locator) put((piece.at !== true && piece.none) || '');
    else {
      const form = piece.at === true ? undefined : slots?.forms[piece.at];
      const terms = slots?.words[form?.[2] ?? -1] ?? {};
      const term = (Object.hasOwn(terms, label) && terms[label]) || '';
      if (!form || !slots) put(`, ${words}`);
      else if (!locator) put(form[0] + words + form[1]);
      else {
        const [text, several] = value(locator, label, slots);
        const after = STOPPED.test(text) ? form[1].replace(/^\./, '') : form[1];
        put(form[0] + (typeof term === 'string' ? term : term[several ? 1 : 0]) + text + after);
        stopped = STOPPED.test(text + after);
      }
    }
  }
  return all;
}
