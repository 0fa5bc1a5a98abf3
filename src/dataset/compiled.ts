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
  Day,
  EdtfString,
  Editor,
  Change,
  Id,
  Image,
  LanguageTag,
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
 * A piece of a formatted reference; `{ at: true }` is the slot into which a locator goes: a comma, a
 * blank and the locator, or nothing where there is none (`fillReference` in src/citations does it).
 */
export type ReferencePiece = string | { em: string } | { href: Url; text: string } | { at: true };

/** One place in one source, ready to show. */
export interface Cite {
  source: Id;
  /** The locator with its label, in words, such as `p. 54`. */
  at?: Text;
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
  calendar?: 'julian';
  note?: Text;
}

/** A place as an event knows it. */
export interface CompiledEventPlace extends CompiledAttributed {
  place: Id;
  /** The name in use at the time of the event, where the dataset knows one that differs from the label. */
  nameThen?: { text: string; language?: LanguageTag };
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

export interface CompiledEvent {
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

export interface CompiledClaim {
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

export interface CompiledSource {
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
  url?: Url;
  archived?: Url;
  /** What was and was not seen of it. */
  remark?: Text;
}

export interface CompiledPlace {
  label: Text;
  names: Name[];
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

export interface CompiledPerson {
  label: Text;
  names?: Name[];
  roles?: CompiledRole[];
  wikidata?: string;
  gnd?: string;
  viaf?: string;
  note?: Rich;
}

export interface CompiledOrganisation {
  label: Text;
  names?: Name[];
  description?: Text;
  when?: CompiledDate;
  wikidata?: string;
  note?: Rich;
}

export interface CompiledErratum extends CompiledAttributed {
  source: Id;
  locator?: string;
  says: Rich;
  correction: Rich;
  about?: Id[];
  by: string;
  date: Day;
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
  version: string;
  modified: Day;
  changes?: Change[];
  /** The interface in each of `languages` that it is written in; never empty. */
  words: Localized<Dictionary>;
  kinds: Record<Id, Text>;
  events: Record<Id, CompiledEvent>;
  /** Every event's id by earliest day, then latest, then id; events without an earliest day first. */
  inTime: Id[];
  claims: Record<Id, CompiledClaim>;
  sources: Record<Id, CompiledSource>;
  people: Record<Id, CompiledPerson>;
  organisations: Record<Id, CompiledOrganisation>;
  places: Record<Id, CompiledPlace>;
  errata: Record<Id, CompiledErratum>;
}
