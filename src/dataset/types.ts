/**
 * The authoring format: what a dataset's authors write and keep.
 *
 * The JSON Schema that editors use (`attested/schema`) is generated from this file, docstrings
 * included, so a comment here is what an author reads on hovering over a field.
 *
 * Three questions are never folded into one field: **when** (`dates`), **whether** (`occurrence`)
 * and **who says so** (`citations`).
 */

/**
 * The name of a record for ever: lower-case ASCII letters, digits and single hyphens. Never reused.
 * @pattern ^[a-z0-9]+(-[a-z0-9]+)*$
 */
export type Id = string;

/** A BCP 47 language tag, such as `en`, `pl` or `uk`. */
export type LanguageTag = string;

/** A string in the dataset's own language, or one string for each language. */
export type Text = string | { [language: LanguageTag]: string };

/**
 * Running text: paragraphs set apart by a blank line, `*emphasis*`, `[links](https://…)` and cites in
 * Pandoc's form: `[@rees-2008, p. 54]`, several of them set apart by semicolons, with words before
 * and after. A backslash takes a sign's meaning from it. Nothing else: HTML is shown as typed.
 */
export type RunningText = Text;

/**
 * A date in EDTF (ISO 8601-2), levels 0 to 2: `1939-12-08`, `1939-12-06/1939-12-07` (both days),
 * `[1939-11-21..1939-11-30]` (one of these days), `1939-10` (some time in that month).
 */
export type EdtfString = string;

/**
 * A calendar day as `YYYY-MM-DD`.
 * @pattern ^\d{4}-\d{2}-\d{2}$
 */
export type Day = string;

/** An absolute `http:`, `https:` or `mailto:` address; any other is never made a link. */
export type Url = string;

/** How surely an event took place at all; the date's own doubt belongs into its EDTF. */
export type OccurrenceStatus =
  'established' | 'attested' | 'reported' | 'unconfirmed' | 'contested';

/** How a claim stands after its positions are weighed. */
export type ClaimStatus =
  | 'established'
  | 'documented'
  | 'attested'
  | 'reported'
  | 'inferred'
  | 'contested'
  | 'unsupported'
  | 'refuted';

/** What a holder does with a claim. `reports` passes it on without taking it up. */
export type Stance = 'supports' | 'disputes' | 'qualifies' | 'reports';

/** What a position rests on. */
export type Basis =
  | 'document'
  | 'eyewitness'
  | 'hearsay'
  | 'scholarship'
  | 'journalism'
  | 'inference'
  | 'tertiary'
  | 'unsourced';

/** What kind of evidence a source is; positions are ordered by it. */
export type SourceKind =
  | 'archival-document'
  | 'document-edition'
  | 'memoir'
  | 'monograph'
  | 'edited-volume'
  | 'article'
  | 'proceedings'
  | 'journalism'
  | 'website'
  | 'tertiary';

/** Whether the source, and what is cited from it, has been seen. */
export type Verification = 'confirmed' | 'locator-unverified' | 'uncertain' | 'not-found';

/** What a locator counts, in CSL's own terms. */
export type LocatorLabel =
  | 'page'
  | 'chapter'
  | 'section'
  | 'paragraph'
  | 'folio'
  | 'note'
  | 'figure'
  | 'line'
  | 'column'
  | 'volume'
  | 'issue'
  | 'part'
  | 'verse'
  | 'book'
  | 'timestamp'
  | 'act'
  | 'appendix'
  | 'article-locator'
  | 'canon'
  | 'elocation'
  | 'equation'
  | 'opus'
  | 'rule'
  | 'scene'
  | 'sub-verbo'
  | 'supplement'
  | 'table'
  | 'title-locator';

/** Words quoted as they stand in a source. */
export interface Quotation {
  /** The language in which `text` stands. */
  language: LanguageTag;
  /** The words themselves, in their own language; an omission is marked `[…]`. */
  text: string;
  /** The words in other languages, each with its translator. */
  translations?: Translation[];
  /** What a reader should know of the wording: a slip mended, a stray mark left out. */
  note?: Text;
}

/** A translation of a quotation or of a title. */
export interface Translation {
  language: LanguageTag;
  text: string;
  /** Who translated it; an id of a person or a name. */
  translator: string;
}

/** One place in one source. */
export interface Citation {
  /** The source cited. */
  source: Id;
  /** Where in it: the bare number or name, without its label (`54`, `188–191`). */
  locator?: string;
  /** What the locator counts. Default: `page`. Leave it out and write words for a named part. */
  label?: LocatorLabel;
  /** Words before the citation, such as "see". */
  prefix?: Text;
  /** Words after it. */
  suffix?: Text;
  /** The words cited. */
  quotation?: Quotation;
  /** The source in which it was actually read, where that is another one. */
  via?: Id;
  /** What a reader should know of this use of the source. */
  note?: Text;
}

/** Something stated: by citations, or else openly by none. */
export interface Attributed {
  /** Who says so. */
  citations?: Citation[];
  /** Says openly that no source is given. */
  unsourced?: true;
}

/** When an event is said to have happened, by one voice. An event may have several of these. */
export interface DateStatement extends Attributed {
  edtf: EdtfString;
  /** The source's own wording of the date. */
  wording?: { language: LanguageTag; text: string };
  /** A duration that is reported rather than dated, such as "several weeks". */
  duration?: Text;
  /** The calendar that the source itself used: `julian` is said to readers, with the day in that calendar. The EDTF is always Gregorian. Default: `gregorian`. */
  calendar?: 'gregorian' | 'julian';
  /** Marks the one statement that is shown first. Without it the first statement is. */
  preferred?: true;
  note?: Text;
}

/** Whether the event took place, and on what grounds that is said. */
export interface Occurrence extends Attributed {
  status: OccurrenceStatus;
  /** The grounds, in a sentence or two. */
  reason: RunningText;
}

/** One place of an event. */
export interface EventPlace extends Attributed {
  place: Id;
  /** The building or spot, where it is named. */
  venue?: Text;
  note?: Text;
}

/** One line of a roster. A roster is always somebody's roster, so each line has its own citations. */
export interface Participant extends Attributed {
  /** A person or an organisation of the dataset. */
  who: Id;
  role?: Text;
  /** Whether the cited voice puts them there or says that they were not. Default: `supports`. */
  stance?: Stance;
  note?: Text;
}

/** A picture, with its credit. */
export interface Image {
  src: Url;
  /** What the picture shows, for those who do not see it. */
  alt: Text;
  caption?: Text;
  credit: Text;
  licence?: string;
  /** px */
  width?: number;
  /** px */
  height?: number;
}

/** Something said to have happened. */
export interface Event {
  title: Text;
  /** A kind of event; its wording for readers stands in the dataset's `kinds`. */
  kind: Id;
  /** Each date given for it, each by its own voice. */
  dates: DateStatement[];
  occurrence: Occurrence;
  places?: EventPlace[];
  participants?: Participant[];
  /** What is said to have happened. */
  summary?: RunningText;
  /** Claims to show with it first, in order; those whose `about` names it follow. */
  claims?: Id[];
  /** The larger event that this is part of. */
  partOf?: Id;
  /** Other names in use, such as a treaty's or an operation's. */
  names?: Name[];
  images?: Image[];
  note?: RunningText;
  /** How much it matters where there is not room for all: 0 (least) to 10. Default: 5. */
  importance?: number;
}

/** Who holds a position: a record of the dataset, or a name where there is none. */
export type Holder = { person: Id } | { organisation: Id } | { name: Text };

/** One voice on one claim. */
export interface Position extends Attributed {
  holder: Holder;
  stance: Stance;
  basis: Basis;
  /** What the voice says, in our words. */
  says: RunningText;
  /** How far it reaches: what it does and does not speak of. */
  reach?: Text;
  /** Since when it is held. */
  since?: EdtfString;
}

/** A signed and dated weighing of a claim's positions. */
export interface Assessment {
  by: string;
  /** When it was last reviewed. */
  date: Day;
  reason: RunningText;
}

/** That one event brought about another. */
export interface Causation {
  /** The event that is said to have come first. */
  cause: Id;
  /** The event that is said to have come of it. */
  effect: Id;
}

/** A statement on which voices can differ. */
export interface Claim {
  /** The statement, neutral. */
  statement: Text;
  /** What of it nobody disputes. */
  undisputed?: RunningText;
  /** Events, people, organisations or places that it is about. */
  about: Id[];
  /** Where the claim is that one event brought about another: which, and which. `check` compares their dates. */
  causation?: Causation;
  status: ClaimStatus;
  assessment: Assessment;
  positions: Position[];
  /** What evidence would settle it. */
  wouldSettle?: RunningText;
  note?: RunningText;
}

/** A CSL-JSON name. */
export interface CslName {
  family?: string;
  given?: string;
  literal?: string;
  'non-dropping-particle'?: string;
  'dropping-particle'?: string;
  suffix?: string;
}

/** A CSL-JSON date. */
export interface CslDate {
  'date-parts'?: (number | string)[][];
  literal?: string;
  raw?: string;
  circa?: boolean | number | string;
  season?: number | string;
}

/** A CSL-JSON item, as Zotero and others export it; variables not named here are kept. */
export interface CslItem {
  id?: string | number;
  type: string;
  title?: string;
  'title-short'?: string;
  'container-title'?: string;
  author?: CslName[];
  editor?: CslName[];
  translator?: CslName[];
  publisher?: string;
  'publisher-place'?: string;
  issued?: CslDate;
  accessed?: CslDate;
  language?: string;
  URL?: string;
  DOI?: string;
  ISBN?: string;
  ISSN?: string;
  volume?: string | number;
  issue?: string | number;
  page?: string | number;
  [variable: string]: unknown;
}

/** Something that can be cited. */
export interface Source {
  /** The reference itself, as CSL-JSON: an item from a Zotero export fits as it is. */
  csl: CslItem;
  /** What lists and labels call it before the year, where its author or title would not do: `Wikipedia (Polish)`. */
  short?: string;
  kind: SourceKind;
  /** The title in other languages. */
  translatedTitle?: Text;
  /** A copy kept elsewhere. */
  archived?: Url;
  verification: Verification;
  /** What was and was not seen of it, and what differs between editions. */
  note?: Text;
}

/** One name of a person, place, organisation or event. */
export interface Name {
  text: string;
  language?: LanguageTag;
  /** When it was in use. */
  when?: EdtfString;
}

/** Where something is. */
export interface Coordinates {
  /** degrees east */
  longitude: number;
  /** degrees north */
  latitude: number;
  /** How exactly that is known. */
  certainty: 'exact' | 'approximate' | 'uncertain';
  /** Half the width of the doubt, km. */
  radius?: number;
}

/** A place. */
export interface Place {
  /** The name used in the dataset's text. */
  label: Text;
  names: Name[];
  /** What stands at it on a map of the time: its name then and, smaller, now. Default: the label. */
  onMap?: { then: Text; now?: Text };
  /** Whose country it was at the time, and is now. */
  country?: { then?: Text; now?: Text };
  coordinates?: Coordinates;
  geonames?: string;
  wikidata?: string;
  note?: RunningText;
}

/** An office or a rank and when it was held. */
export interface Role extends Attributed {
  title: Text;
  /** Where: an organisation of the dataset. */
  organisation?: Id;
  when?: EdtfString;
}

/** A person. */
export interface Person {
  /** The name used in the dataset's text. */
  label: Text;
  names?: Name[];
  roles?: Role[];
  wikidata?: string;
  gnd?: string;
  viaf?: string;
  note?: RunningText;
}

/** An organisation. */
export interface Organisation {
  label: Text;
  names?: Name[];
  /** What it was, in a few words. */
  description?: Text;
  when?: EdtfString;
  wikidata?: string;
  note?: RunningText;
}

/** What a source got wrong, or where two disagree on a plain fact. */
export interface Erratum extends Attributed {
  /** The source at fault. */
  source: Id;
  /** Where in it. */
  locator?: string;
  /** What it says, in our words unless quoted. */
  says: RunningText;
  /** What is right, or what others say. */
  correction: RunningText;
  /** Records that it touches. */
  about?: Id[];
  /** Who entered it. */
  by: string;
  date: Day;
}

/** One entry of the change log. */
export interface Change {
  version: string;
  date: Day;
  what: Text;
  /** Records that it touches. Without it: the dataset as a whole. */
  about?: Id[];
}

/** An editor of the dataset. */
export interface Editor {
  name: string;
  /** Where to write to: an http(s) or mailto address. */
  url?: Url;
}

/** How `attested build` formats the sources, see docs/references.md. */
export interface References {
  /**
   * Citation styles, the default one first: `chicago` (notes and bibliography), `apa`, `mla`, `iso690`, or
   * the name of a CSL file beside the dataset, without its `.csl`. Without any: one plain style.
   */
  styles: string[];
  /** The languages that references are formatted in, besides the dataset's own: of en, pl, de, ru, uk and fr. */
  languages?: LanguageTag[];
}

/** The map that the dataset's places are drawn on. */
export interface MapBase {
  /**
   * Where its coasts, rivers and borders lie: a path relative to the dataset's own address, such as
   * `maps/poland-1939.json`. Only a page that shows a map asks for it.
   * @pattern ^[\w-]+(\.[\w-]+)*(/[\w-]+(\.[\w-]+)*)*$
   */
  layer: string;
}

/** A dataset as its authors keep it: one JSON file. */
export interface Dataset {
  $schema?: string;
  title: Text;
  description?: RunningText;
  /** The language of every plain string in it. */
  language: LanguageTag;
  /** The languages that readers get its dates and labels in ahead of time. Default: `language` alone. */
  languages?: LanguageTag[];
  references?: References;
  /** An SPDX licence id, such as `CC-BY-4.0`. */
  licence: string;
  editors: Editor[];
  /**
   * Where readers report an error: an http(s) or mailto address. A mail gets a subject with the record and
   * the version; in an http(s) address `{}` stands for them.
   */
  contact?: Url;
  version: string;
  modified: Day;
  changes?: Change[];
  /** What readers see for each kind of event. */
  kinds?: { [kind: Id]: Text };
  events: { [id: Id]: Event };
  claims?: { [id: Id]: Claim };
  sources?: { [id: Id]: Source };
  people?: { [id: Id]: Person };
  organisations?: { [id: Id]: Organisation };
  places?: { [id: Id]: Place };
  /** What `<place-map>` draws the places on. */
  map?: MapBase;
  errata?: { [id: Id]: Erratum };
}
