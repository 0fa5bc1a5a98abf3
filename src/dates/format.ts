import { daysInMonth } from './days.js';
import type { Edtf, EdtfDate, EdtfInterval, EdtfRange, EdtfSet } from './edtf.js';
import { parse } from './parse.js';
import { words } from './words/index.js';
import type { Forms, Phrase, Words } from './words/words.js';

/** How a date is worded beyond its language. */
export interface FormatOptions {
  /** Begins with a capital, for a heading. Default: as in the middle of a sentence. */
  capital?: boolean;
}

/** Years before 1 CE from this distance on are told as so many million years ago. */
const DEEP = 100_000;

const months = new Map<string, readonly string[]>();
const numbers = new Map<string, Intl.NumberFormat>();

/**
 * A month's name (1–12) as it stands alone, or beside a day, which is where `Intl` has the genitive.
 * Asked only of languages that have a table, so the cache cannot grow beyond a few dozen names.
 */
function monthName(w: Words, month: number, besideDay: boolean): string {
  const key = w.locale + besideDay;
  let names = months.get(key);
  if (!names) {
    const formatter = new Intl.DateTimeFormat(w.locale, {
      month: 'long',
      day: besideDay ? 'numeric' : undefined,
      timeZone: 'UTC',
      // A page's locale may carry another calendar or numbering by extension; EDTF is Gregorian.
      calendar: 'gregory',
    });
    names = [...Array(12).keys()].map((i) => {
      const parts = formatter.formatToParts(Date.UTC(2000, i, 1));
      return parts.find((part) => part.type === 'month')?.value ?? String(i + 1);
    });
    months.set(key, names);
  }
  return names[month - 1] as string;
}

/** A number in the language's digits groups, or in words from a thousand on ("13.8 billion"). */
function number(w: Words, value: number, compact: boolean): string {
  const key = w.locale + compact;
  let formatter = numbers.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(
      w.locale,
      compact
        ? { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 }
        : undefined,
    );
    numbers.set(key, formatter);
  }
  // Which of its many spaces Unicode's data uses changes from one release to the next.
  return formatter.format(value).replace(/\s(\d)?/g, (_, d) => (d ? `\u00a0${d}` : ' '));
}

function both(forms: Forms, change: (phrase: string) => string): Forms {
  return [change(forms[0]), change(forms[1])];
}

function apply(phrase: Phrase, [alone, governed]: Forms): Forms {
  const result = phrase(alone, governed);
  return typeof result === 'string' ? [result, result] : result;
}

function list(items: readonly string[], last: string): string {
  const comma = items.some((item) => item.includes(',')) ? '; ' : ', ';
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(comma)} ${last} ${items.at(-1)}`;
}

function dash(a: string, b: string): string {
  return a === b ? a : / /.test(a + b) ? `${a} – ${b}` : `${a}–${b}`;
}

/** The digits of a year without its era. Year 0 is 1 BCE: there is no year 0 in words. */
function digits(w: Words, year: number): string {
  const count = year > 0 ? year : 1 - year;
  return count > 9999 ? number(w, count, false) : String(count);
}

/** Adds the era where a reader would otherwise take the year for a usual one. */
function era(w: Words, year: number, forms: Forms, crossing = false): Forms {
  if (year > 99 && year < 10_000 && !crossing) return forms;
  return both(forms, (phrase) => `${phrase} ${year > 0 ? w.ce : w.bce}`);
}

function oneYear(w: Words, year: number, crossing?: boolean): Forms {
  if (year <= -DEEP) {
    return w.yearsAgo(number(w, -year, true));
  }
  return era(w, year, w.year(digits(w, year)), crossing);
}

function yearRange(w: Words, from: number, to: number): Forms {
  if (from === to) return oneYear(w, from);
  if (from > 0 === to > 0 && from > -DEEP) {
    return era(w, from, w.years(`${digits(w, from)}–${digits(w, to)}`));
  }
  if (to <= -DEEP) return w.yearsAgo(dash(number(w, -from, true), number(w, -to, true)));
  const joined = dash(oneYear(w, from, true)[0], oneYear(w, to, true)[0]);
  return [joined, joined];
}

/** A block of years that has a name of its own, else one between its first and last year. */
function block(w: Words, { year: { min, max }, precision }: EdtfDate): Forms {
  const n = (size: number): number => Math.floor(Math.max(min, -max) / size) + 1;
  const named =
    precision === 'decade' && min > 9
      ? w.decade(min)
      : precision === 'century'
        ? w.century(n(100))
        : precision === 'millennium'
          ? w.millennium(n(1000))
          : null;
  // A century with a negative sign is the century BCE, but for one year at its end.
  if (named) return max > 0 ? named : both(named, (phrase) => `${phrase} ${w.bce}`);
  return loose(w, min, max);
}

/** Some year from one to another: without a word more it would read as all of them. */
function loose(w: Words, from: number, to: number): Forms {
  const phrase = w.within(yearRange(w, from, to)[0]);
  return [phrase, phrase];
}

/** The year of a date, whatever is known of it. */
function yearForms(w: Words, date: EdtfDate, crossing?: boolean): Forms {
  const { min, max, text } = date.year;
  if (date.estimate !== null) {
    const [about] = apply(w.approximate, oneYear(w, date.estimate));
    const phrase = min === max ? about : `${about} (${block(w, date)[0]})`;
    return [phrase, phrase];
  }
  if (min === max) return oneYear(w, min, crossing);
  if (date.precision === 'unknown') {
    return text.endsWith('XXXX') ? w.unknownYear : both(w.unknownYear, (y) => `${y} (${text})`);
  }
  // With a known digit right of an unknown one, most years of the block are not meant.
  return /X.*\d/.test(text) ? both(loose(w, min, max), (y) => `${y} (${text})`) : block(w, date);
}

function monthForms(w: Words, date: EdtfDate, month: number): Forms {
  const [a, b] = [monthName(w, month, false), monthName(w, month, true)];
  return named(w, date, w.bareMonth(a, b), (y) => w.month(a, b, y));
}

/** From one month to another of one year, both included. */
function monthRange(w: Words, year: number, from: number, to: number): string {
  const join = (besideDay: boolean): string =>
    `${monthName(w, from, besideDay)}–${monthName(w, to, besideDay)}`;
  return era(w, year, w.month(join(false), join(true), digits(w, year)))[0];
}

/** A month, season or day with its year: in one phrase where the year is one, else after a comma. */
function named(w: Words, date: EdtfDate, names: Forms, withYear: (y: string) => Forms): Forms {
  const { min, max, text } = date.year;
  if (min === max) return era(w, min, withYear(digits(w, min)));
  if (text.endsWith('XXXX')) return both(names, (name) => `${name} ${w.ofUnknownYear}`);
  const [year] = yearForms(w, date);
  return both(names, (name) => `${name}, ${year}`);
}

function seasonForms(w: Words, date: EdtfDate, code: number): Forms {
  if (code > 32) {
    const index = code < 37 ? 0 : code < 40 ? 1 : 2;
    const first = [33, 37, 40][index] as number;
    return w.parts[index](code - first + 1, yearForms(w, date));
  }
  const season = w.seasons[(code - 21) % 4] as Forms;
  const forms = named(w, date, season, (y) => w.season(season, w.year(y)));
  const hemisphere = code < 25 ? undefined : w.hemispheres[code < 29 ? 0 : 1];
  return hemisphere ? both(forms, (phrase) => `${phrase} (${hemisphere})`) : forms;
}

function clock({ time }: EdtfDate): string {
  if (!time) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  const { hour, minute, second, offset } = time;
  let zone = '';
  if (offset !== null) {
    const size = Math.abs(offset);
    const minutes = size % 60 ? `:${two(size % 60)}` : '';
    zone = ` UTC${offset ? `${offset < 0 ? '−' : '+'}${Math.floor(size / 60)}${minutes}` : ''}`;
  }
  return `, ${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}${zone}`;
}

/** A date without its qualifiers. */
function plain(w: Words, date: EdtfDate, crossing?: boolean): Forms {
  const { month, day, season } = date;
  if (season) return seasonForms(w, date, season);
  if (!month) return yearForms(w, date, crossing);
  const sure = month.min === month.max;
  const anyDay = day?.text === 'XX';
  if (month.text === 'XX') {
    if (!day) return apply(w.someMonth, yearForms(w, date));
    if (anyDay) return apply(w.someDay, yearForms(w, date));
    if (day.min === day.max) {
      const phrase = w.dayOfSomeMonth(String(day.min), yearForms(w, date));
      return [phrase, phrase];
    }
  } else if (sure) {
    if (!day) return monthForms(w, date, month.min);
    if (anyDay) return apply(w.someDay, monthForms(w, date, month.min));
    if (day.min === day.max) {
      const name = monthName(w, month.min, true);
      const beside = w.dayMonth(String(day.min), name);
      const forms = named(w, date, [beside, beside], (y) => w.day(String(day.min), name, y));
      return both(forms, (phrase) => phrase + clock(date));
    }
  }
  const { min, max } = date.year;
  if (min === max) {
    let phrase = '';
    if (!day && /^\dX/.test(month.text))
      phrase = w.within(monthRange(w, min, month.min, month.max));
    if (sure && day && /^\dX/.test(day.text)) {
      const last = Math.min(day.max, daysInMonth(min, month.min));
      const end = w.day(String(last), monthName(w, month.min, true), digits(w, min));
      phrase = w.betweenDays(String(day.min), era(w, min, end)[0]);
    }
    if (phrase) return [phrase, phrase];
  }
  // A pattern such as 1985-X2 or 1985-0X-2X has no usual words, so it is shown beside the rest.
  const rest = sure ? monthForms(w, date, month.min) : yearForms(w, date);
  const pattern = date.text.replace(/[?~%]/g, '');
  return both(rest, (phrase) => `${phrase} (${pattern})`);
}

/** A date with its qualifiers. */
function dateForms(w: Words, date: EdtfDate, crossing?: boolean): Forms {
  const forms = plain(w, date, crossing);
  if (date.qualifier) return apply(w[date.qualifier], forms);
  const { year, month, day } = date.qualifiers;
  const notes = [year, month, day].flatMap((one, i) =>
    one ? [w.qualified(i === 1 && date.season ? 3 : i, one)] : [],
  );
  return notes.length ? both(forms, (phrase) => `${phrase} (${notes.join(', ')})`) : forms;
}

/** The one day, month or year that a date is, if nothing about it needs more words than that. */
function exact(date: EdtfDate): { y: number; m: number; d: number; unit: string } | null {
  const { year, month, day, unit } = date;
  if (unit === 'time' || unit === 'season' || date.precision !== unit || date.estimate !== null) {
    return null;
  }
  if (Object.keys(date.qualifiers).length || year.min <= -DEEP) return null;
  return { y: year.min, m: month?.min ?? 0, d: day?.min ?? 0, unit };
}

/** From one date to another, both included, with whatever they share said once. */
function stretch(w: Words, from: EdtfDate, to: EdtfDate): string {
  const a = exact(from);
  const b = exact(to);
  if (a && b && a.unit === b.unit) {
    if (a.unit === 'year') return yearRange(w, a.y, b.y)[0];
    if (a.y === b.y && a.unit === 'month' && a.m !== b.m) {
      return monthRange(w, a.y, a.m, b.m);
    }
    if (a.y === b.y && a.unit === 'day' && (a.m !== b.m || a.d !== b.d)) {
      if (a.m !== b.m) return `${dayMonth(w, a)} – ${dateForms(w, to)[0]}`;
      const days = `${a.d}${w.dayDash}${b.d}`;
      return era(w, a.y, w.day(days, monthName(w, a.m, true), digits(w, a.y)))[0];
    }
  }
  const crossing = from.latest < to.earliest && from.year.max <= 0 && to.year.min > 0;
  return dash(dateForms(w, from)[0], dateForms(w, to, crossing)[0]);
}

function dayMonth(w: Words, { d, m }: { d: number; m: number }): string {
  return w.dayMonth(String(d), monthName(w, m, true));
}

function interval(w: Words, { start, end }: EdtfInterval): string {
  if (typeof start === 'string') {
    if (typeof end === 'string') return '';
    return apply(start === 'open' ? w.until : w.fromUnknown, dateForms(w, end))[0];
  }
  if (typeof end === 'string') {
    return apply(end === 'open' ? w.from : w.toUnknown, dateForms(w, start))[0];
  }
  return stretch(w, start, end);
}

/** One of the dates of a range: "late November 1939", "between 3 and 9 May 1940". */
function oneOfRange(w: Words, from: EdtfDate, to: EdtfDate): string {
  const a = exact(from);
  const b = exact(to);
  if (!a || !b || a.unit !== 'day' || b.unit !== 'day' || from.earliest === to.latest) {
    return w.within(stretch(w, from, to));
  }
  const last = dateForms(w, to)[0];
  if (a.y !== b.y) return w.betweenDays(dateForms(w, from)[0], last);
  if (a.m !== b.m) return w.betweenDays(dayMonth(w, a), last);
  const length = daysInMonth(a.y, a.m);
  const month = monthForms(w, from, a.m);
  if (a.d === 1 && b.d === length) return apply(w.someDay, month)[0];
  const third = [10, 20, length].indexOf(b.d);
  if (third >= 0 && a.d === third * 10 + 1) return apply(w.thirds[third] as Phrase, month)[0];
  return w.betweenDays(String(a.d), last);
}

function range(w: Words, { start, end }: EdtfRange, one: boolean): string {
  if (start === 'open') {
    if (end === 'open') return '';
    return apply(one ? w.orEarlier : w.andEarlier, dateForms(w, end))[0];
  }
  if (end === 'open') return apply(one ? w.orLater : w.andLater, dateForms(w, start))[0];
  return stretch(w, start, end);
}

function set(w: Words, { members, of }: EdtfSet): string {
  const one = of === 'one';
  const [first] = members;
  if (members.length === 1 && first?.kind === 'range') {
    if (first.start === 'open' || first.end === 'open') return range(w, first, one);
    return one ? oneOfRange(w, first.start, first.end) : w.allOf(range(w, first, one));
  }
  const word = one ? w.or : w.and;
  const all = members.map((member) => (member.kind === 'date' ? exact(member) : null));
  const [a] = all;
  if (a && members.length > 1 && all.every((b) => b && b.y === a.y && b.unit === a.unit)) {
    const days = all.map((b) => b?.d ?? 0);
    const names = (beside: boolean): string =>
      list(
        all.map((b) => monthName(w, b?.m ?? 1, beside)),
        word,
      );
    if (a.unit === 'day' && all.every((b) => b?.m === a.m)) {
      const dot = w.dayDash.startsWith('.') ? '.' : '';
      const joined = list(
        days.map((d, i) => (i < days.length - 1 ? d + dot : String(d))),
        word,
      );
      return era(w, a.y, w.day(joined, monthName(w, a.m, true), digits(w, a.y)))[0];
    }
    if (a.unit === 'month') {
      return era(w, a.y, w.month(names(false), names(true), digits(w, a.y)))[0];
    }
  }
  const phrases = members.map((member) =>
    member.kind === 'date' ? dateForms(w, member)[0] : range(w, member, one),
  );
  const joined = list(phrases, word);
  return one && members.some((member) => member.kind === 'range') ? w.oneOf(joined) : joined;
}

/**
 * The language in which {@link format} words a date for a reader of `lang`, as a BCP 47 tag: the
 * reader's, or `en` for a language that has no table. For an element's `lang` attribute.
 */
export function wordsLanguage(lang: string): string {
  const [base = ''] = String(lang).toLowerCase().split(/[-_]/);
  return Object.hasOwn(words, base) ? base : 'en';
}

/**
 * Words for a date that is already parsed; {@link format} without the parser.
 *
 * @param lang a BCP 47 tag. A language without a table is worded in English.
 */
export function formatParsed(edtf: Edtf, lang: string, options: FormatOptions = {}): string {
  const tag = String(lang).toLowerCase().replace('_', '-');
  const w = (Object.hasOwn(words, tag) ? words[tag] : words[wordsLanguage(tag)]) as Words;
  const phrase =
    edtf.kind === 'date'
      ? dateForms(w, edtf)[0]
      : edtf.kind === 'interval'
        ? interval(w, edtf)
        : set(w, edtf);
  return options.capital ? phrase.charAt(0).toLocaleUpperCase(w.locale) + phrase.slice(1) : phrase;
}

/**
 * Words for a date in the reader's language: "late November 1939", "6–7 December 1939", "around
 * March 1940". They claim what the EDTF claims and no more, so `[..1940-03]` is "March 1940 or
 * earlier" and not "before March 1940".
 *
 * @param edtf a string, or what {@link parse} made of it.
 * @param lang a BCP 47 tag: en, en-US (month first), pl, de, fr, ru, uk with any region or script.
 * Every other language is worded in English; see {@link wordsLanguage}.
 * @throws RangeError for a string that is not EDTF, as {@link parse} does.
 */
export function format(edtf: string | Edtf, lang: string, options: FormatOptions = {}): string {
  return formatParsed(typeof edtf === 'object' && edtf ? edtf : parse(edtf), lang, options);
}
