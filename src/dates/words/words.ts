/**
 * One phrase in two forms: as it stands alone, and as the language's prepositions and "some day of"
 * govern it (a genitive in Slavonic languages, "du …" in French, "im …" in German).
 */
export type Forms = readonly [alone: string, governed: string];

/** Builds one phrase around another, from its two forms. A plain string serves for both forms. */
export type Phrase = (alone: string, governed: string) => string | Forms;

/** The names of the four seasons, or of the three components, in the two forms. */
export type FormsList = readonly Forms[];

/**
 * Everything that is said about dates in one language, months apart: those come from `Intl`.
 *
 * Years reach these functions as digits; the era is put after the whole phrase.
 */
export interface Words {
  /** The locale whose month names `Intl` gives. */
  locale: string;
  /** A day: `d` is one day or several ("6–7"), `m` the month as it stands beside a day. */
  day: (d: string, m: string, y: string) => Forms;
  /** A day without its year. */
  dayMonth: (d: string, m: string) => string;
  /** A month: its name alone and as it stands beside a day (which is the genitive). */
  month: (alone: string, besideDay: string, y: string) => Forms;
  /** A month of no one year. */
  bareMonth: (alone: string, besideDay: string) => Forms;
  year: (y: string) => Forms;
  /** Several years, as "1939–1945". */
  years: (y: string) => Forms;
  /** The ten years from `y` on, which is a multiple of ten. */
  decade: (y: number) => Forms;
  century: (n: number) => Forms;
  millennium: (n: number) => Forms;
  /** Spring, summer, autumn, winter. */
  seasons: FormsList;
  /** A season's two forms with the year's two forms. */
  season: (season: Forms, year: Forms) => Forms;
  /** Follows a season that is said to be of one hemisphere: northern, southern. */
  hemispheres: readonly [string, string];
  /** The nth quarter, third and half of a year. */
  parts: readonly [quarter: PartOfYear, third: PartOfYear, half: PartOfYear];
  /** Between the first and last of several days of one month. */
  dayDash: string;
  /** "of an unknown year", put after a day or month. */
  ofUnknownYear: string;
  unknownYear: Forms;
  bce: string;
  ce: string;
  /** The time before now of a number of years that is already in words ("170 million"). */
  yearsAgo: (count: string) => Forms;
  /** The first ten days, second ten days, and rest of a month: exactly, and only for one of these days. */
  thirds: readonly [Phrase, Phrase, Phrase];
  someDay: Phrase;
  someMonth: Phrase;
  /** A day of a month that is not known. */
  dayOfSomeMonth: (d: string, year: Forms) => string;
  /** One day from `a` to `b`, both included; `a` may be a bare number. */
  betweenDays: (a: string, b: string) => string;
  /** One of a stretch of months or years. */
  within: (stretch: string) => string;
  orEarlier: Phrase;
  orLater: Phrase;
  andEarlier: Phrase;
  andLater: Phrase;
  until: Phrase;
  from: Phrase;
  fromUnknown: Phrase;
  toUnknown: Phrase;
  oneOf: (list: string) => string;
  allOf: (list: string) => string;
  or: string;
  and: string;
  uncertain: Phrase;
  approximate: Phrase;
  both: Phrase;
  /** A component that alone is qualified: 0 year, 1 month, 2 day, 3 season. */
  qualified: (component: number, qualifier: 'uncertain' | 'approximate' | 'both') => string;
}

/** The nth part of a year, given the year's forms. */
export type PartOfYear = (n: number, year: Forms) => Forms;
