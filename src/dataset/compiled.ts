/**
 * The compiled format: what elements read. A browser needs no parser for it: dates have their bounds
 * and their words, running text is a list of pieces, references are formatted, and what one record
 * says of another is found from both.
 *
 * Only `compile()` makes it. It is JSON, so an open or unknown bound is `null` and its `shape` says which.
 */
import type {
  Basis,
  ClaimStatus,
  Coordinates,
  CslItem,
  Day,
  EdtfString,
  Editor,
  Change,
  Id,
  Image,
  LanguageTag,
  LocatorLabel,
  MapBase,
  Name,
  OccurrenceStatus,
  Quotation,
  SourceKind,
  Stance,
  Text,
  Url,
  Verification,
} from './types.js';
import type { Dictionary } from '../locales/en.js';
import type { Qualifier } from '../dates/edtf.js';
import type { Extent, Shape } from '../dates/shape.js';

/** One value for each language that it exists in. Never empty. */
export type Localized<T> = { [language: LanguageTag]: T };

/** A piece of running text. A string is plain text and is only ever shown as text. */
export type Inline =
  | string
  /** emphasis */
  | { em: Inline[] }
  /** a link; `href` is http(s) or mailto */
  | { href: Url; text: string }
  /** one mark for one or several citations */
  | { cites: Cite[] };

/** Running text by language, as paragraphs of pieces. */
export type Rich = Localized<Inline[][]>;

/**
 * A piece of a formatted reference. One with `at` is the slot into which a locator goes, see
 * `fillReference` in src/citations. In the plain style it is `true`: a comma, a blank and the locator in
 * words, or nothing where there is none. In a CSL style it is the index of a form in `Slots`, and `none`
 * stands there without a locator.
 */
export type ReferencePiece =
  | string
  | { em: string }
  | { href: Url; text: string }
  | { at: true }
  | { at: number; none?: string };

/** How a citation style sets a locator into the slots of its notes, in one language. */
export interface Slots {
  /** For each form of a slot: what stands before the label, what after the locator, and the index of its `words`. */
  forms: [before: string, after: string, words: number][];
  /** What stands before a locator, by its label, blank included: for one and for several where they differ. */
  words: { [label: string]: string | [one: string, several: string] }[];
  /** How ranges of pages are shortened: CSL's `page-range-format`. Absent: they are not. */
  range?: string;
  /** Between the ends of a range. Absent: an en dash. */
  dash?: string;
}

/** The references of one style in one language: what a side file holds (docs/references.md). */
export interface StyledReferences {
  style: string;
  language: LanguageTag;
  slots: Slots;
  sources: Record<Id, { entry: ReferencePiece[]; note: ReferencePiece[]; again: ReferencePiece[] }>;
}

/** Which citation styles a dataset was built in. */
export interface CompiledReferences {
  /** The style of `entry`, `note` and `again` in this file. */
  style: string;
  /** Every style, and every language, that there is; those not in this file are in files beside it. */
  styles: string[];
  languages: LanguageTag[];
  /** How `style` sets locators, in each language of this file. */
  slots: Localized<Slots>;
}

/** One place in one source, ready to show. */
export interface Cite {
  source: Id;
  /** The locator with its label, in words, such as `p. 54`. */
  at?: Text;
  /** The bare locator, such as `54`; absent where `at` is words without a label. */
  locator?: string;
  /** What it counts. Absent: a page. */
  label?: LocatorLabel;
  prefix?: Text;
  suffix?: Text;
  quotation?: Quotation;
  /** The source in which it was actually read. */
  via?: Id;
  note?: Text;
}

/** Something stated, with who says so. */
export interface CompiledAttributed {
  cites?: Cite[];
  unsourced?: true;
}

/** A name with its period in words. */
export interface CompiledName extends Name {
  /** `when` in words, for each language of the dataset. */
  words?: Localized<string>;
}

/** A record that sources can be wrong about. */
export interface Correctable {
  /** Errata that name it, as the record they are about or as the source at fault. */
  errata?: Id[];
}

/** A date with its bounds, its drawing class and its words. */
export interface CompiledDate extends CompiledAttributed, Extent {
  edtf: EdtfString;
  /** First possible day, in days since 1970-01-01; `null` where it is open or unknown. */
  earliest: number | null;
  /** Last possible day, inclusive, in days since 1970-01-01; `null` where it is open or unknown. */
  latest: number | null;
  shape: Shape;
  /** How the source of the date doubts it: `?` uncertain, `~` approximate, `%` both. */
  doubt?: Qualifier;
  /** The date in words, for each language of the dataset. */
  words: Localized<string>;
  wording?: { language: LanguageTag; text: string };
  duration?: Text;
  /** That its source uses the Julian calendar and, where the day is known, what day it is there: words by language. */
  julian?: Localized<string>;
  note?: Text;
}

/** A place's name at a time, with whose it was: that of an occupier must not look like the place's own. */
export interface NameThen {
  text: string;
  language?: LanguageTag;
  /** What the language is called. */
  languageName?: Text;
}

/** A place as an event knows it. */
export interface CompiledEventPlace extends CompiledAttributed {
  place: Id;
  /** The name in use at the time of the event, where the dataset knows one that differs from the label. */
  nameThen?: NameThen;
  venue?: Text;
  note?: Text;
}

/** One line of a roster. */
export interface CompiledParticipant extends CompiledAttributed {
  who: Id;
  /** Which map `who` is in. */
  type: 'person' | 'organisation';
  name: Text;
  role?: Text;
  /** Absent: the voice puts them there. */
  stance?: Stance;
  note?: Text;
}

export interface CompiledEvent extends Correctable {
  title: Text;
  kind: Id;
  /** The preferred statement first. Never empty. */
  dates: CompiledDate[];
  occurrence: CompiledAttributed & { status: OccurrenceStatus; reason: Rich };
  places?: CompiledEventPlace[];
  participants?: CompiledParticipant[];
  summary?: Rich;
  /** Every claim about it: those that the event names, then those that name the event. */
  claims?: Id[];
  partOf?: Id;
  /** Events that name this one in `partOf`, in time. */
  parts?: Id[];
  names?: Name[];
  images?: Image[];
  note?: Rich;
  /** 0 to 10 */
  importance: number;
}

/** One voice on one claim. */
export interface CompiledPosition extends CompiledAttributed {
  /** Who holds it; `person` or `organisation` where the dataset has a record. */
  holder: { name: Text; person?: Id; organisation?: Id };
  stance: Stance;
  basis: Basis;
  says: Rich;
  reach?: Text;
  since?: CompiledDate;
}

export interface CompiledClaim extends Correctable {
  statement: Text;
  undisputed?: Rich;
  about: Id[];
  status: ClaimStatus;
  assessment: { by: string; date: Day; reason: Rich };
  /** By kind of evidence (document first, unsourced last), then by date. */
  positions: CompiledPosition[];
  /** How far the evidence reaches, made from the positions: `one historian, from documents`. */
  evidence: Localized<string>;
  wouldSettle?: Rich;
  note?: Rich;
}

export interface CompiledSource extends Correctable {
  /** The title in its own language. */
  title: string;
  /** The title's language. */
  language?: LanguageTag;
  translatedTitle?: Text;
  /** Author and year, such as `Rees 2008`. */
  short: string;
  kind: SourceKind;
  verification: Verification;
  /** The full reference of a bibliography, and that of a note, which has a slot for a locator. */
  entry: Localized<ReferencePiece[]>;
  note: Localized<ReferencePiece[]>;
  /** The note once more: what a style has for a source that was cited before. */
  again?: Localized<ReferencePiece[]>;
  url?: Url;
  archived?: Url;
  /** What was and was not seen of it. */
  remark?: Text;
  /**
   * The CSL-JSON item without what is said above already: its id, and `title`, `language` and `URL` where
   * they are `title`, `language` and `url`; nor its abstract. `itemOf` in src/exports puts it together again.
   */
  csl?: Partial<CslItem>;
}

export interface CompiledPlace extends Correctable {
  label: Text;
  names: Name[];
  onMap?: { then: Text; now?: Text };
  country?: { then?: Text; now?: Text };
  coordinates?: Coordinates;
  geonames?: string;
  wikidata?: string;
  note?: Rich;
}

export interface CompiledRole extends CompiledAttributed {
  title: Text;
  organisation?: Id;
  when?: CompiledDate;
}

export interface CompiledPerson extends Correctable {
  label: Text;
  names?: CompiledName[];
  roles?: CompiledRole[];
  wikidata?: string;
  gnd?: string;
  viaf?: string;
  note?: Rich;
}

export interface CompiledOrganisation extends Correctable {
  label: Text;
  names?: CompiledName[];
  description?: Text;
  when?: CompiledDate;
  wikidata?: string;
  note?: Rich;
}

export interface CompiledErratum extends CompiledAttributed {
  source: Id;
  locator?: string;
  /** Which source says what, and then the correction, in paragraphs of their own. */
  text: Rich;
  about?: Id[];
  by: string;
  date: Day;
}

/**
 * What is asked of all events at once, one value for each of `inTime` and in its order, so that nothing
 * need look into every event. Only a file that is written in lines has it (see `lines.ts`).
 */
export interface Columns {
  /** The first day that any of its dates touches, in days since 1970-01-01; `null` where there is none. */
  from: (number | null)[];
  /** The day after the last. Both are `null` for an event that has no place on an axis. */
  to: (number | null)[];
  /** What is to be shown first has the higher one: 10 × its importance, and 5 to 1 by its evidence. */
  rank: number[];
  /** Its kind, as its place in `kinds`; and its status, 0 established to 4 unconfirmed. */
  sorts?: { kinds: Id[]; kind: number[]; status: number[] };
}

/**
 * What a timeline of the whole time shows first, at the beginning of a file that is written in lines: it
 * is read before the rest is there.
 */
export interface Opening {
  /** In order of time. */
  inTime: Id[];
  columns: Columns;
  /** With what an axis and a list show of them. */
  events: Record<Id, CompiledEvent>;
  /** The place of each among all events of the dataset that an axis has a place for. */
  keys: number[];
}

/** A dataset that elements can read. */
export interface CompiledDataset {
  /** Marks a compiled dataset, and the version of this format. */
  attested: 1;
  title: Text;
  description?: Rich;
  language: LanguageTag;
  /** The languages of `words`, `evidence`, `entry` and `note`. The first is `language`. */
  languages: LanguageTag[];
  licence: string;
  editors: Editor[];
  /** Where readers report an error. */
  contact?: Url;
  version: string;
  modified: Day;
  changes?: Change[];
  /** There where a CSL processor formatted the references; else they are in one plain style. */
  references?: CompiledReferences;
  /** The interface in each of `languages` that it is written in; never empty. */
  words: Localized<Dictionary>;
  kinds: Record<Id, Text>;
  events: Record<Id, CompiledEvent>;
  /** Every event's id by earliest day, then latest, then id; events without an earliest day first. */
  inTime: Id[];
  columns?: Columns;
  opening?: Opening;
  /**
   * There where this is only the opening of a file that is still on its way: the place of each event among
   * all, and the whole dataset once it has come. Never in a file.
   */
  part?: { keys: readonly number[]; of?: CompiledDataset };
  /** The event of a place in `inTime`, where that is sooner found than by its id. Never in a file. */
  at?(place: number): CompiledEvent | undefined;
  /** Every source's id by kind of evidence (design, §5.2), then by year, those without one last, then as written. */
  byEvidence: Id[];
  claims: Record<Id, CompiledClaim>;
  sources: Record<Id, CompiledSource>;
  people: Record<Id, CompiledPerson>;
  organisations: Record<Id, CompiledOrganisation>;
  places: Record<Id, CompiledPlace>;
  map?: MapBase;
  errata: Record<Id, CompiledErratum>;
}
