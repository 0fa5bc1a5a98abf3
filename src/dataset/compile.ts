/**
 * From the authors' file to what elements read. Runs ahead of time on the command line and, for a
 * hand-written file, in the browser: no DOM, no Node, no schema validator.
 */
import { formatLocator, LABELS, takeApart } from '../citations/locator.js';
import { formatReference, formatShort, linkOf } from '../citations/reference.js';
import { parseRunningText } from '../citations/running-text.js';
import {
  doubt,
  extent,
  format,
  formatParsed,
  inJulian,
  parse,
  shape,
  suggest,
  type Edtf,
} from '../dates/index.js';
import { dictionaries } from '../locales/all.js';
import { en, type Dictionary } from '../locales/en.js';
import type {
  Cite,
  CompiledAttributed,
  CompiledClaim,
  CompiledDataset,
  CompiledDate,
  CompiledErratum,
  CompiledEvent,
  CompiledName,
  CompiledOrganisation,
  CompiledPerson,
  CompiledPlace,
  CompiledPosition,
  NameThen,
  CompiledReferences,
  CompiledSource,
  Correctable,
  Inline,
  Localized,
  Rich,
} from './compiled.js';
import { Cursor, idMap, present, type Report } from './cursor.js';
import { evidence } from './evidence.js';
import { isCompiled } from './is-compiled.js';
import { lookup } from './lookup.js';
import { nearest } from './nearest.js';
import { DatasetError, type Problem, quoted } from './problem.js';
import type {
  Basis,
  ClaimStatus,
  Coordinates,
  CslItem,
  Id,
  Image,
  LanguageTag,
  MapBase,
  Name,
  OccurrenceStatus,
  Quotation,
  SourceKind,
  Stance,
  Text,
  Verification,
} from './types.js';
import { safeUrl } from './url.js';

export { isCompiled } from './is-compiled.js';
export { DatasetError, describe, type Problem } from './problem.js';

/** A reference as a bibliography and a note have it, in each language; `again` is a note once more. */
export type FormattedReference = Pick<CompiledSource, 'entry' | 'note' | 'again'>;

/** What a CSL processor made of a dataset's sources. */
export interface FormattedReferences {
  references: CompiledReferences;
  /** A source that is not there gets the plain style. */
  sources: Record<Id, FormattedReference>;
}

/** What `compile` can be given; nothing of it is needed. */
export interface CompileOptions {
  /** The name of the file, for messages. */
  from?: string;
  /**
   * Formats every reference, in place of the plain style; for a CSL processor, which no browser file
   * may hold. It tells of a source that a style cannot print through `fail`.
   */
  formatReferences?: (
    sources: Record<Id, CslItem>,
    languages: readonly LanguageTag[],
    fail: (source: Id, message: string) => void,
  ) => FormattedReferences;
  /** Told of each problem as it is found. */
  onProblem?: (problem: Problem) => void;
  /** Further checks, such as a schema's, run before anything is compiled. What they find is reported first. */
  validate?: (dataset: unknown) => readonly Problem[];
  /** Events of the dataset that stand in other files, for `compileEvents`: what is said of them is kept. */
  elsewhere?: Elsewhere;
}

/** Events that stand in other files, by id, with what is known of them before they are compiled. */
export type Elsewhere = Record<Id, Pick<CompiledEvent, 'partOf' | 'errata'>>;

const OCCURRENCES = [
  'established',
  'attested',
  'reported',
  'unconfirmed',
  'contested',
] as const satisfies OccurrenceStatus[];
const STATUSES = [
  'established',
  'documented',
  'attested',
  'reported',
  'inferred',
  'contested',
  'unsupported',
  'refuted',
] as const satisfies ClaimStatus[];
const STANCES = ['supports', 'disputes', 'qualifies', 'reports'] as const satisfies Stance[];
/** In the order in which positions are shown: by kind of evidence (design, §5.2). */
const BASES = [
  'document',
  'eyewitness',
  'hearsay',
  'scholarship',
  'journalism',
  'inference',
  'tertiary',
  'unsourced',
] as const satisfies Basis[];
const KINDS = [
  'archival-document',
  'document-edition',
  'memoir',
  'monograph',
  'edited-volume',
  'article',
  'proceedings',
  'journalism',
  'website',
  'tertiary',
] as const satisfies SourceKind[];
const VERIFICATIONS = [
  'confirmed',
  'locator-unverified',
  'uncertain',
  'not-found',
] as const satisfies Verification[];
const CERTAINTIES = [
  'exact',
  'approximate',
  'uncertain',
] as const satisfies Coordinates['certainty'][];

/** The interface in each of these languages that it is written in, or else in English. */
function interfaceIn(languages: readonly LanguageTag[]): Localized<Dictionary> {
  const all: Localized<Dictionary> = {};
  for (const language of languages) {
    const own = lookup(dictionaries, language.toLowerCase().split('-')[0]);
    if (own) all[language] = own;
  }
  return Object.keys(all).length ? all : { en };
}

/** A bound as JSON can hold it. */
const bound = (days: number | null): number | null =>
  days !== null && Number.isFinite(days) ? days : null;

/** Two values in ascending order; `null` stands for `absent`. */
const order = (a: number | null, b: number | null, absent: number): number => {
  const [left, right] = [a ?? absent, b ?? absent];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** One run of `compile`: what every reading function needs. */
class Compiler {
  readonly sources = idMap<CompiledSource>();
  readonly places = idMap<CompiledPlace>();
  readonly people = idMap<CompiledPerson>();
  readonly organisations = idMap<CompiledOrganisation>();
  /** What each source stands in, to tell those of one name apart. */
  private readonly containers = idMap<string>();
  /** Which styles a CSL processor formatted the sources in, if one did. */
  references?: CompiledReferences;
  /** The year of each source, to order positions by. */
  readonly years = idMap<number>();

  constructor(
    readonly language: LanguageTag,
    readonly languages: LanguageTag[],
    private readonly options: CompileOptions,
  ) {}

  /** The same thing in each language; a plain string where all are alike. */
  private inEach(make: (language: LanguageTag) => string): Text {
    const all = this.languages.map((language) => [language, make(language)] as const);
    return all.every(([, text]) => text === all[0]![1]) ? all[0]![1] : Object.fromEntries(all);
  }

  rich(cursor: Cursor, needed = false): Rich | undefined {
    const text = cursor.text(needed);
    if (text === undefined) return undefined;
    const all: Rich = {};
    for (const [language, one] of typeof text === 'string'
      ? [[this.language, text]]
      : Object.entries(text)) {
      const at = typeof text === 'string' ? cursor : cursor.get(language!);
      all[language!] = parseRunningText(one!, {
        language,
        knows: (source) => Object.hasOwn(this.sources, source),
        onProblem: (kind, value) => {
          if (kind === 'url')
            at.fail(
              `${quoted(value)} is no http, https or mailto address, so it is shown as typed.`,
            );
          else if (kind === 'cite')
            at.warn(
              `${quoted(value)} looks like a cite but cannot be read as one, so it is shown as typed.`,
            );
          else if (kind === 'html')
            at.warn(
              `${quoted(value)} is HTML, which running text has none of, so it is shown as typed; emphasis is *so*, a link [text](https://…).`,
            );
          else at.absent([this.sources], 'source', value);
        },
      });
    }
    return all;
  }

  /** A rich text that the format needs: without one it has no paragraphs. */
  private needed(cursor: Cursor): Rich {
    return this.rich(cursor, true) ?? { [this.language]: [] };
  }

  url(cursor: Cursor, needed = false): string | undefined {
    const value = cursor.string(needed);
    if (value === undefined) return undefined;
    return (
      safeUrl(value) ??
      cursor.fail(`${quoted(value)} is no absolute http, https or mailto address.`)
    );
  }

  edtf(cursor: Cursor, needed = false): { edtf: string; parsed: Edtf } | undefined {
    const edtf = cursor.string(needed);
    if (edtf === undefined) return undefined;
    try {
      return { edtf, parsed: parse(edtf) };
    } catch (error) {
      const meant = suggest(edtf);
      return cursor.fail(
        `This is not a date in EDTF: ${error instanceof Error ? error.message : quoted(edtf)}${meant ? `; did you mean ${quoted(meant)}?` : ''}`,
      );
    }
  }

  date(cursor: Cursor, needed = false): CompiledDate | undefined {
    const read = this.edtf(cursor, needed);
    if (!read) return undefined;
    return present<CompiledDate>({
      edtf: read.edtf,
      earliest: bound(read.parsed.earliest),
      latest: bound(read.parsed.latest),
      shape: shape(read.parsed),
      ...extent(read.parsed),
      doubt: doubt(read.parsed) ?? undefined,
      words: this.wordsOf(read.edtf),
    });
  }

  private wording(cursor: Cursor): { language: LanguageTag; text: string } | undefined {
    if (cursor.value === undefined || !cursor.isObject()) return undefined;
    const text = cursor.get('text').string(true);
    return text === undefined
      ? undefined
      : { language: cursor.get('language').language(true) ?? this.language, text };
  }

  private quotation(cursor: Cursor): Quotation | undefined {
    const said = this.wording(cursor);
    if (!said) return undefined;
    const translations = cursor
      .get('translations')
      .list()
      .flatMap((one) => {
        const translation = this.wording(one);
        if (!translation) return [];
        return [{ ...translation, translator: one.get('translator').string(true) ?? '' }];
      });
    return present<Quotation>({
      ...said,
      translations: translations.length ? translations : undefined,
      note: cursor.get('note').text(),
    });
  }

  private cite(cursor: Cursor): Cite | undefined {
    if (!cursor.isObject()) return undefined;
    const source = cursor.get('source').ref([this.sources], 'source', true);
    if (source === undefined) return undefined;
    const locator = cursor.get('locator').string();
    const label = cursor.get('label').oneOf(LABELS);
    const whole = locator === undefined ? undefined : takeApart(locator, label, this.language);
    return present<Cite>({
      source,
      at:
        locator === undefined
          ? undefined
          : this.inEach((language) => formatLocator(locator, label, language)),
      locator: whole?.locator,
      label: whole?.label === 'page' ? undefined : whole?.label,
      prefix: cursor.get('prefix').text(),
      suffix: cursor.get('suffix').text(),
      quotation: this.quotation(cursor.get('quotation')),
      via: cursor.get('via').ref([this.sources], 'source'),
      note: cursor.get('note').text(),
    });
  }

  attributed(cursor: Cursor): CompiledAttributed {
    const cites = cursor
      .get('citations')
      .list()
      .flatMap((one) => this.cite(one) ?? []);
    return present<CompiledAttributed>({
      cites: cites.length ? cites : undefined,
      unsourced: cursor.get('unsourced').flag(),
    });
  }

  names(cursor: Cursor): Name[] {
    return cursor.list().flatMap((one) => {
      const text = one.isObject() ? one.get('text').string(true) : undefined;
      if (text === undefined) return [];
      return [
        present<Name>({
          text,
          language: one.get('language').language(),
          when: this.edtf(one.get('when'))?.edtf,
        }),
      ];
    });
  }

  /** Names with their periods in words; `undefined` where there are none, for the records that may lack them. */
  private someNames(cursor: Cursor): CompiledName[] | undefined {
    const names = this.names(cursor).map((name): CompiledName =>
      name.when === undefined ? name : { ...name, words: this.wordsOf(name.when) },
    );
    return names.length ? names : undefined;
  }

  /** What a reader is told of a date whose source uses the Julian calendar. */
  private julianWords(edtf: string): Localized<string> {
    const there = inJulian(parse(edtf));
    return Object.fromEntries(
      this.languages.map((language) => {
        const own = lookup(dictionaries, language.toLowerCase().split('-')[0]);
        const said = (own ?? en).event.julian;
        return [language, there ? `${said}: ${formatParsed(there, own ? language : 'en')}` : said];
      }),
    );
  }

  private wordsOf(edtf: string): Localized<string> {
    return Object.fromEntries(this.languages.map((language) => [language, format(edtf, language)]));
  }

  private csl(cursor: Cursor): CslItem | undefined {
    if (!cursor.isObject()) return undefined;
    if (cursor.get('type').string(true) === undefined) return undefined;
    for (const name of ['author', 'editor', 'translator']) {
      for (const one of cursor.get(name).list())
        if (one.isObject())
          for (const part of ['family', 'given', 'literal']) one.get(part).string();
    }
    for (const name of ['issued', 'accessed'])
      if (cursor.get(name).value !== undefined) cursor.get(name).isObject();
    for (const name of [
      'title',
      'container-title',
      'publisher',
      'publisher-place',
      'DOI',
      'language',
    ])
      cursor.get(name).string();
    this.url(cursor.get('URL'));
    return cursor.value as CslItem;
  }

  /** Reads every source; the references come last and together, since a processor wants them so. */
  readSources(records: [Id, Cursor][]): void {
    const items = idMap<CslItem>();
    const all: Id[] = [];
    for (const [id, cursor] of records) {
      if (!cursor.isObject()) continue;
      const csl = this.csl(cursor.get('csl'));
      const kind = cursor.get('kind').oneOf(KINDS, true);
      const verification = cursor.get('verification').oneOf(VERIFICATIONS, true);
      if (!csl || !kind) continue;
      items[id] = { ...csl, id };
      const title = ['title', 'title-short', 'container-title'].map(
        (name) => cursor.get('csl').get(name).value,
      );
      const language = csl.language;
      this.sources[id] = present<CompiledSource>({
        title:
          title.find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? id,
        language:
          typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,8}$/i.test(language)
            ? language
            : undefined,
        translatedTitle: cursor.get('translatedTitle').text(),
        short: id,
        kind,
        // An author who does not say whether a source was seen is not taken to have seen it.
        verification: verification ?? 'uncertain',
        entry: {},
        note: {},
        url: linkOf(csl),
        archived: this.url(cursor.get('archived')),
        remark: cursor.get('note').text(),
      });
      this.sources[id].csl = remainder(csl, this.sources[id]);
      const parts: unknown = csl.issued?.['date-parts'];
      const first: unknown =
        Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined;
      const year = typeof first === 'number' || typeof first === 'string' ? Number(first) : NaN;
      if (Number.isFinite(year)) this.years[id] = year;
      const container: unknown = csl['container-title'];
      if (typeof container === 'string') this.containers[id] = container;
      all.push(id);
    }
    const at = new Map(records);
    const given = this.options.formatReferences?.({ ...items }, this.languages, (id, message) =>
      at.get(id)?.get('csl').fail(message),
    );
    this.references = given?.references;
    const shorts = new Map<string, Id[]>();
    for (const id of all) {
      const source = this.sources[id]!;
      Object.assign(source, this.plain(items[id]!, at.get(id)!.get('short').string()));
      Object.assign(source, lookup(given?.sources, id));
      source.short ||= id;
      shorts.set(source.short, [...(shorts.get(source.short) ?? []), id]);
    }
    for (const ids of shorts.values()) if (ids.length > 1) this.tellApart(ids);
  }

  /** Sources whose author and year are the same go by what first differs: title, container, site, id. */
  private tellApart(ids: Id[]): void {
    const own = (id: Id): string[] => {
      const { short, title, url } = this.sources[id]!;
      const brief = title.length > 40 ? `${title.slice(0, 40).replace(/\s+\S*$/, '')}…` : title;
      return [
        short.startsWith(brief) ? '' : brief,
        this.containers[id] ?? '',
        /^https?:\/\/([^/]+)/.exec(url ?? '')?.[1] ?? '',
        id,
      ];
    };
    const all = ids.map(own);
    ids.forEach((id, index) => {
      const mark = all[index]!.find(
        (one, n) => one && all.every((other, i) => i === index || other[n] !== one),
      );
      this.sources[id]!.short += `, ${mark ?? id}`;
    });
  }

  private plain(csl: CslItem, name?: string): Pick<CompiledSource, 'entry' | 'note' | 'short'> {
    const entry: CompiledSource['entry'] = {};
    const note: CompiledSource['note'] = {};
    for (const language of this.languages)
      ({ entry: entry[language], note: note[language] } = formatReference(csl, language));
    return { entry, note, short: formatShort(csl, name) };
  }

  place(cursor: Cursor): CompiledPlace | undefined {
    const label = cursor.isObject() ? cursor.get('label').text(true) : undefined;
    if (label === undefined) return undefined;
    const country = cursor.get('country');
    const coordinates = cursor.get('coordinates');
    return present<CompiledPlace>({
      label,
      names: this.names(cursor.get('names')),
      onMap: this.onMap(cursor.get('onMap')),
      country:
        country.value !== undefined && country.isObject()
          ? present({ then: country.get('then').text(), now: country.get('now').text() })
          : undefined,
      coordinates: coordinates.value === undefined ? undefined : this.coordinates(coordinates),
      geonames: cursor.get('geonames').string(),
      wikidata: cursor.get('wikidata').string(),
      note: this.rich(cursor.get('note')),
    });
  }

  private onMap(cursor: Cursor): CompiledPlace['onMap'] {
    const then =
      cursor.value !== undefined && cursor.isObject() ? cursor.get('then').text(true) : undefined;
    return then === undefined ? undefined : present({ then, now: cursor.get('now').text() });
  }

  /** Only a path below the dataset's own: a map asks nobody else for anything. */
  map(cursor: Cursor): MapBase | undefined {
    const layer =
      cursor.value !== undefined && cursor.isObject()
        ? cursor.get('layer').string(true)
        : undefined;
    if (layer === undefined) return undefined;
    if (/^[\w-]+(\.[\w-]+)*(\/[\w-]+(\.[\w-]+)*)*$/.test(layer)) return { layer };
    return cursor
      .get('layer')
      .fail(
        `${quoted(layer)} is no path relative to the dataset, such as “maps/poland-1939.json”.`,
      );
  }

  private coordinates(cursor: Cursor): Coordinates | undefined {
    if (!cursor.isObject()) return undefined;
    const longitude = cursor.get('longitude').number(-180, 180, true);
    const latitude = cursor.get('latitude').number(-90, 90, true);
    if (longitude === undefined || latitude === undefined) return undefined;
    return present<Coordinates>({
      longitude,
      latitude,
      certainty: cursor.get('certainty').oneOf(CERTAINTIES, true) ?? 'uncertain',
      radius: cursor.get('radius').number(0, 20040),
    });
  }

  organisation(cursor: Cursor): CompiledOrganisation | undefined {
    const label = cursor.isObject() ? cursor.get('label').text(true) : undefined;
    if (label === undefined) return undefined;
    return present<CompiledOrganisation>({
      label,
      names: this.someNames(cursor.get('names')),
      description: cursor.get('description').text(),
      when: this.date(cursor.get('when')),
      wikidata: cursor.get('wikidata').string(),
      note: this.rich(cursor.get('note')),
    });
  }

  person(cursor: Cursor): CompiledPerson | undefined {
    const label = cursor.isObject() ? cursor.get('label').text(true) : undefined;
    if (label === undefined) return undefined;
    const roles = cursor
      .get('roles')
      .list()
      .flatMap((role) => {
        const title = role.isObject() ? role.get('title').text(true) : undefined;
        if (title === undefined) return [];
        return [
          present({
            title,
            organisation: role.get('organisation').ref([this.organisations], 'organisation'),
            when: this.date(role.get('when')),
            ...this.attributed(role),
          }),
        ];
      });
    return present<CompiledPerson>({
      label,
      names: this.someNames(cursor.get('names')),
      roles: roles.length ? roles : undefined,
      wikidata: cursor.get('wikidata').string(),
      gnd: cursor.get('gnd').string(),
      viaf: cursor.get('viaf').string(),
      note: this.rich(cursor.get('note')),
    });
  }

  private eventDates(cursor: Cursor): CompiledDate[] {
    const dates = cursor.list(true).flatMap((one): [CompiledDate, boolean][] => {
      const date = one.isObject() ? this.date(one.get('edtf'), true) : undefined;
      if (!date) return [];
      const calendar = one.get('calendar').oneOf(['gregorian', 'julian']);
      return [
        [
          present<CompiledDate>({
            ...date,
            wording: this.wording(one.get('wording')),
            duration: one.get('duration').text(),
            julian: calendar === 'julian' ? this.julianWords(date.edtf) : undefined,
            note: one.get('note').text(),
            ...this.attributed(one),
          }),
          one.get('preferred').flag() === true,
        ],
      ];
    });
    const first = dates.findIndex(([, preferred]) => preferred);
    if (first > 0) dates.unshift(...dates.splice(first, 1));
    return dates.map(([date]) => date);
  }

  /** The name that a place had at a date, where it is known and another than its label. */
  private nameThen(place: CompiledPlace, date: CompiledDate): NameThen | undefined {
    if (date.earliest === null && date.latest === null) return undefined;
    const labels = typeof place.label === 'string' ? [place.label] : Object.values(place.label);
    const name = place.names.find(({ text, when }) => {
      // Where some language has another label, the view leaves out what the reader reads already.
      if (when === undefined || labels.every((label) => label === text)) return false;
      const { earliest, latest } = parse(when);
      return (
        (earliest ?? -Infinity) <= (date.latest ?? Infinity) &&
        (latest ?? Infinity) >= (date.earliest ?? -Infinity)
      );
    });
    if (!name) return undefined;
    const { text, language } = name;
    return present({ text, language, languageName: language && this.languageName(language) });
  }

  private languageName(tag: LanguageTag): Text {
    return this.inEach((language) => {
      try {
        return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
      } catch {
        // It has a tag's form, but is none.
        return tag;
      }
    });
  }

  private images(cursor: Cursor): Image[] | undefined {
    const images = cursor.list().flatMap((one) => {
      if (!one.isObject()) return [];
      const src = this.url(one.get('src'), true);
      const alt = one.get('alt').text(true);
      const credit = one.get('credit').text(true);
      if (src === undefined || alt === undefined || credit === undefined) return [];
      if (src.startsWith('mailto:'))
        return one.get('src').fail('A picture has an http or https address.') ?? [];
      return [
        present<Image>({
          src,
          alt,
          credit,
          caption: one.get('caption').text(),
          licence: one.get('licence').string(),
          width: one.get('width').number(1, 100000),
          height: one.get('height').number(1, 100000),
        }),
      ];
    });
    return images.length ? images : undefined;
  }

  event(cursor: Cursor): CompiledEvent | undefined {
    if (!cursor.isObject()) return undefined;
    const title = cursor.get('title').text(true);
    const kind = cursor.get('kind').string(true);
    const dates = this.eventDates(cursor.get('dates'));
    const [preferred] = dates;
    const occurrence = cursor.get('occurrence');
    const status = occurrence.isObject()
      ? occurrence.get('status').oneOf(OCCURRENCES, true)
      : undefined;
    if (!preferred)
      cursor.get('dates').fail('The event has no date that can be read, so it is left out.');
    if (title === undefined || kind === undefined || status === undefined || !preferred)
      return undefined;

    const places = cursor
      .get('places')
      .list()
      .flatMap((one) => {
        const place = one.isObject()
          ? one.get('place').ref([this.places], 'place', true)
          : undefined;
        if (place === undefined) return [];
        return [
          present({
            place,
            nameThen: this.nameThen(this.places[place]!, preferred),
            venue: one.get('venue').text(),
            note: one.get('note').text(),
            ...this.attributed(one),
          }),
        ];
      });
    const participants = cursor
      .get('participants')
      .list()
      .flatMap((one) => {
        const who = one.isObject()
          ? one.get('who').ref([this.people, this.organisations], 'person or organisation', true)
          : undefined;
        if (who === undefined) return [];
        const stance = one.get('stance').oneOf(STANCES);
        const person = lookup(this.people, who);
        return [
          present({
            who,
            type: person ? ('person' as const) : ('organisation' as const),
            name: (person ?? this.organisations[who]!).label,
            role: one.get('role').text(),
            stance: stance === 'supports' ? undefined : stance,
            note: one.get('note').text(),
            ...this.attributed(one),
          }),
        ];
      });
    return present<CompiledEvent>({
      title,
      kind,
      dates,
      occurrence: {
        status,
        reason: this.needed(occurrence.get('reason')),
        ...this.attributed(occurrence),
      },
      places: places.length ? places : undefined,
      participants: participants.length ? participants : undefined,
      summary: this.rich(cursor.get('summary')),
      names: this.someNames(cursor.get('names')),
      images: this.images(cursor.get('images')),
      note: this.rich(cursor.get('note')),
      importance: cursor.get('importance').number(0, 10) ?? 5,
    });
  }

  private holder(cursor: Cursor): CompiledPosition['holder'] | undefined {
    if (!cursor.isObject()) return undefined;
    for (const [type, map] of [
      ['person', this.people],
      ['organisation', this.organisations],
    ] as const) {
      const one = cursor.get(type);
      if (one.value === undefined) continue;
      const id = one.ref([map], type, true);
      // A voice stays when its record is missing: leaving it out would silence one side.
      if (id === undefined)
        return typeof one.value === 'string' && one.value.trim() ? { name: one.value } : undefined;
      return { name: map[id]!.label, [type]: id };
    }
    const name = cursor.get('name').text(true);
    return name === undefined ? undefined : { name };
  }

  private position(cursor: Cursor): CompiledPosition | undefined {
    if (!cursor.isObject()) return undefined;
    const holder = this.holder(cursor.get('holder'));
    const stance = cursor.get('stance').oneOf(STANCES, true);
    const basis = cursor.get('basis').oneOf(BASES, true);
    const says = this.rich(cursor.get('says'), true);
    if (!holder || !stance || !basis || !says) return undefined;
    return present<CompiledPosition>({
      holder,
      stance,
      basis,
      says,
      reach: cursor.get('reach').text(),
      since: this.date(cursor.get('since')),
      ...this.attributed(cursor),
    });
  }

  /** When a position was taken, in days: since when it is held, else when its oldest source appeared. */
  private taken({ since, cites }: CompiledPosition): number | null {
    if (since?.earliest != null) return since.earliest;
    const years = (cites ?? []).flatMap(({ source }) => lookup(this.years, source) ?? []);
    return years.length ? (Math.min(...years) - 1970) * 365.2425 : null;
  }

  claim(cursor: Cursor): Omit<CompiledClaim, 'about'> | undefined {
    if (!cursor.isObject()) return undefined;
    const statement = cursor.get('statement').text(true);
    const status = cursor.get('status').oneOf(STATUSES, true);
    const assessment = cursor.get('assessment');
    if (!assessment.isObject()) return undefined;
    const by = assessment.get('by').string(true);
    const date = assessment.get('date').day(true);
    const positions = cursor
      .get('positions')
      .list(true)
      .flatMap((one) => this.position(one) ?? []);
    if (statement === undefined || !status || by === undefined || date === undefined)
      return undefined;
    positions.sort(
      (a, b) =>
        BASES.indexOf(a.basis) - BASES.indexOf(b.basis) ||
        order(this.taken(a), this.taken(b), Infinity),
    );
    return present<Omit<CompiledClaim, 'about'>>({
      statement,
      undisputed: this.rich(cursor.get('undisputed')),
      status,
      assessment: { by, date, reason: this.needed(assessment.get('reason')) },
      positions,
      evidence: evidence(positions, this, this.languages),
      wouldSettle: this.rich(cursor.get('wouldSettle')),
      note: this.rich(cursor.get('note')),
    });
  }
}

/** What of a CSL item its compiled source does not say already. */
function remainder(csl: CslItem, { title, language, url }: CompiledSource): Partial<CslItem> {
  // An item without a title keeps an empty one, because the source has another name in its place.
  const said: Record<string, unknown> = { title, language, URL: url };
  return jsonOf(
    Object.fromEntries(
      Object.entries({ title: '', ...csl }).filter(
        ([name, value]) => name !== 'id' && name !== 'abstract' && said[name] !== value,
      ),
    ),
  ) as Partial<CslItem>;
}

/** What of a value JSON can hold; a CSL variable is no deeper than a list of dates in a list of names. */
function jsonOf(value: unknown, depth = 6): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || value === null || !depth) return undefined;
  const inner = (one: unknown): unknown => jsonOf(one, depth - 1);
  if (Array.isArray(value)) return value.map(inner).filter((one) => one !== undefined);
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, one]) => [name, inner(one)] as const)
      .filter(([, one]) => one !== undefined),
  );
}

/** An erratum as running text, in each language that it has: which source says what, and the correction. */
function erratumText(
  says: Rich,
  correction: Rich,
  named: string,
  source: Id,
  cites: Cite[] = [],
): Rich {
  const common = Object.keys(says).filter((language) => Object.hasOwn(correction, language));
  const all: Rich = {};
  for (const language of common.length ? common : Object.keys(says)) {
    const words = lookup(dictionaries, language.toLowerCase().split('-')[0]) ?? en;
    const wrong = says[language] ?? [];
    const right = correction[language] ?? Object.values(correction)[0] ?? [];
    const marked = JSON.stringify(right);
    const unmarked = cites.filter(
      (cite) =>
        cite.source !== source && !marked.includes(`"source":${JSON.stringify(cite.source)}`),
    );
    const lead: Inline[] = [`${words.event.according} ${named} `, { cites: [{ source }] }, ': '];
    const turn: Inline[] = [' ', { em: [words.get.correction] }, ': '];
    const end: Inline[] = unmarked.length ? [' ', { cites: unmarked }] : [];
    // Most are a sentence and its correction, which stand in one paragraph.
    all[language] = [
      ...wrong.slice(0, -1),
      [...(wrong.at(-1) ?? []), ...turn, ...(right[0] ?? [])],
      ...right.slice(1),
    ];
    all[language][0]!.unshift(...lead);
    all[language].at(-1)!.push(...end);
  }
  return all;
}

/** Reads each record of a map; a broken one is left out, which is said with its id. */
function each<T>(records: [Id, Cursor][], read: (cursor: Cursor) => T | undefined): Record<Id, T> {
  const map = idMap<T>();
  for (const [id, cursor] of records) {
    const record = read(cursor);
    if (record === undefined)
      cursor.fail(`${quoted(id)} is left out, because it lacks what it needs.`);
    else map[id] = record;
  }
  return map;
}

/** Follows `partOf` from each event and cuts it where it comes back to where it was. */
export function cutCycles(events: Elsewhere, at: (id: Id) => Cursor): void {
  const safe = new Set<Id>();
  for (const start of Object.keys(events)) {
    const trail = new Set<Id>();
    for (
      let id: Id | undefined = start;
      id !== undefined && !safe.has(id);
      id = events[id]?.partOf
    ) {
      trail.add(id);
      const next = events[id]?.partOf;
      if (next !== undefined && trail.has(next)) {
        at(id)
          .get('partOf')
          .fail(`${quoted(id)} would be a part of itself through ${quoted(next)}.`);
        delete events[id]?.partOf;
        break;
      }
    }
    trail.forEach((id) => safe.add(id));
  }
}

/** Gives each event its claims, those that name it included, and the larger event that it is a part of. */
function link(
  events: Record<Id, CompiledEvent>,
  claims: Record<Id, CompiledClaim>,
  elsewhere: Elsewhere,
  at: (id: Id) => Cursor,
): void {
  const naming = new Map<Id, Id[]>();
  for (const [claim, { about }] of Object.entries(claims))
    for (const id of about) naming.set(id, [...(naming.get(id) ?? []), claim]);
  for (const [id, event] of Object.entries(events)) {
    const named = at(id)
      .get('claims')
      .list()
      .flatMap((one) => one.ref([claims], 'claim', true) ?? []);
    const all = [...new Set([...named, ...(naming.get(id) ?? [])])];
    if (all.length) event.claims = all;
    const partOf = at(id).get('partOf').ref([events, elsewhere], 'event');
    if (partOf !== undefined) event.partOf = partOf;
  }
}

/** Warns of events whose kind has no words. */
function worded(
  events: Record<Id, CompiledEvent>,
  kinds: Record<Id, Text>,
  at: (id: Id) => Cursor,
): void {
  for (const [id, event] of Object.entries(events)) {
    if (Object.hasOwn(kinds, event.kind)) continue;
    const near = nearest(event.kind, Object.keys(kinds));
    at(id)
      .get('kind')
      .warn(
        `The kind ${quoted(event.kind)} has no wording in “kinds”${near ? `; did you mean ${quoted(near)}?` : '.'}`,
      );
  }
}

/**
 * Compiles events that stand apart from their dataset, a few at a time, for datasets that do not fit
 * into memory. Their parts are not looked for.
 * @param events as their authors write them, by id
 * @param into their dataset, compiled with the same `elsewhere`
 * @param options `elsewhere` are all events of the dataset
 */
export function compileEvents(
  events: Record<Id, unknown>,
  into: CompiledDataset,
  { from, elsewhere = idMap(), onProblem }: CompileOptions,
): Record<Id, CompiledEvent> {
  const root = new Cursor({ events }, '', (problem) =>
    onProblem?.(from === undefined ? problem : { ...problem, file: from }),
  );
  const compiler = new Compiler(into.language, into.languages, {});
  for (const map of ['sources', 'places', 'people', 'organisations'] as const)
    Object.assign(compiler[map], into[map]);
  const at = (id: Id): Cursor => root.get('events').get(id).as(id);
  const compiled = each(root.get('events').records(), (cursor) => compiler.event(cursor));
  link(compiled, into.claims, elsewhere, at);
  worded(compiled, into.kinds, at);
  for (const [id, event] of Object.entries(compiled)) {
    const { partOf, errata } = elsewhere[id] ?? {};
    // One that was found to be a part of itself has been cut there.
    if (event.partOf !== partOf) delete event.partOf;
    if (errata) event.errata = errata;
  }
  return compiled;
}

/**
 * Compiles a dataset: the only way from the authoring format to the compiled one.
 *
 * It takes anything. A record that lacks what it needs is left out, a reference to a record that is
 * not there is left out, an address that may not be a link is left out, and each is told through
 * `onProblem` with its place. The same input gives the same output, in the input's order of records,
 * and is never changed. A dataset that is compiled already is given back as it is.
 *
 * @throws DatasetError where nothing can be shown: the value is no object, or has no map of events.
 */
export function compile(dataset: unknown, options: CompileOptions = {}): CompiledDataset {
  if (isCompiled(dataset)) return dataset;
  const problems: Problem[] = [];
  const report: Report = (problem) => {
    const named: Problem =
      options.from === undefined ? problem : { ...problem, file: options.from };
    problems.push(named);
    options.onProblem?.(named);
  };
  options.validate?.(dataset).forEach(report);
  const declared = new Set<string>();
  const root = new Cursor(dataset, '', report, undefined, declared);
  if (!root.isObject()) throw new DatasetError(problems);
  if (!root.get('events').isObject()) throw new DatasetError(problems);

  const language = root.get('language').language(true) ?? 'en';
  const more = root
    .get('languages')
    .list()
    .flatMap((one) => one.language(true) ?? []);
  const languages = [...new Set([language, ...more])];
  const compiler = new Compiler(language, languages, options);

  for (const [key, kind] of Object.entries({
    events: 'event',
    claims: 'claim',
    sources: 'source',
    people: 'person',
    organisations: 'organisation',
    places: 'place',
  })) {
    const { value } = root.get(key);
    if (typeof value === 'object' && value !== null)
      Object.keys(value).forEach((id) => declared.add(`${kind} ${id}`));
  }
  const raw = (key: string): [Id, Cursor][] => root.get(key).records();
  const put = <T>(
    into: Record<Id, T>,
    key: string,
    read: (cursor: Cursor) => T | undefined,
  ): void => {
    Object.assign(into, each(raw(key), read));
  };
  const sources = raw('sources');
  compiler.readSources(sources);
  for (const [id, cursor] of sources) {
    if (!Object.hasOwn(compiler.sources, id))
      cursor.fail(`${quoted(id)} is left out, because it lacks what it needs.`);
  }
  put(compiler.places, 'places', (cursor) => compiler.place(cursor));
  put(compiler.organisations, 'organisations', (cursor) => compiler.organisation(cursor));
  put(compiler.people, 'people', (cursor) => compiler.person(cursor));
  const events = each(raw('events'), (cursor) => compiler.event(cursor));
  const halves = each(raw('claims'), (cursor) => compiler.claim(cursor));
  const { elsewhere = idMap() } = options;
  const records = [events, elsewhere, compiler.people, compiler.organisations, compiler.places];

  const claims = idMap<CompiledClaim>();
  for (const [id, claim] of Object.entries(halves)) {
    const { statement, undisputed, ...rest } = claim;
    const about = root.get('claims').get(id).as(id).get('about').list(true);
    const ids = about.flatMap(
      (one) => one.ref(records, 'event, person, organisation or place', true) ?? [],
    );
    claims[id] = present<CompiledClaim>({
      statement,
      undisputed,
      about: [...new Set(ids)],
      ...rest,
    });
  }

  const eventAt = (id: Id): Cursor => root.get('events').get(id).as(id);
  link(events, claims, elsewhere, eventAt);
  cutCycles(events, eventAt);

  const inTime = Object.keys(events).sort((a, b) => {
    const [one, two] = [events[a]!.dates[0]!, events[b]!.dates[0]!];
    return (
      order(one.earliest, two.earliest, -Infinity) ||
      order(one.latest, two.latest, Infinity) ||
      (a < b ? -1 : 1)
    );
  });
  for (const id of inTime) {
    const whole = events[id]!.partOf;
    if (whole !== undefined && events[whole]) (events[whole].parts ??= []).push(id);
  }

  const byEvidence = Object.keys(compiler.sources).sort(
    (a, b) =>
      KINDS.indexOf(compiler.sources[a]!.kind) - KINDS.indexOf(compiler.sources[b]!.kind) ||
      order(compiler.years[a] ?? null, compiler.years[b] ?? null, Infinity),
  );

  const errata = each(raw('errata'), (cursor): CompiledErratum | undefined => {
    if (!cursor.isObject()) return undefined;
    const source = cursor.get('source').ref([compiler.sources], 'source', true);
    const says = compiler.rich(cursor.get('says'), true);
    const correction = compiler.rich(cursor.get('correction'), true);
    const by = cursor.get('by').string(true);
    const date = cursor.get('date').day(true);
    if (!source || !says || !correction || by === undefined || date === undefined) return undefined;
    const about = cursor
      .get('about')
      .list()
      .flatMap(
        (one) =>
          one.ref(
            [...records, claims, compiler.sources],
            'event, person, organisation, place, claim or source',
            true,
          ) ?? [],
      );
    const locator = cursor.get('locator').string();
    const attributed = compiler.attributed(cursor);
    const named = [compiler.sources[source]!.short, ...(locator ? [locator] : [])].join(', ');
    return present<CompiledErratum>({
      source,
      locator,
      text: erratumText(says, correction, named, source, attributed.cites),
      about: about.length ? about : undefined,
      by,
      date,
      ...attributed,
    });
  });
  const correctable: Record<Id, Correctable>[] = [...records, claims, compiler.sources];
  for (const [id, { source, about = [] }] of Object.entries(errata)) {
    const touched = about.flatMap((one) => correctable.flatMap((map) => lookup(map, one) ?? []));
    for (const one of new Set<Correctable>([compiler.sources[source]!, ...touched]))
      (one.errata ??= []).push(id);
  }

  const kinds = idMap<Text>();
  for (const [id, cursor] of raw('kinds')) {
    const text = cursor.text(true);
    if (text !== undefined) kinds[id] = text;
  }
  worded(events, kinds, eventAt);

  const editors = root
    .get('editors')
    .list(true)
    .flatMap((one) => {
      const name = one.isObject() ? one.get('name').string(true) : undefined;
      return name === undefined ? [] : [present({ name, url: compiler.url(one.get('url')) })];
    });
  const changes = root
    .get('changes')
    .list()
    .flatMap((one) => {
      if (!one.isObject()) return [];
      const version = one.get('version').string(true);
      const date = one.get('date').day(true);
      const what = one.get('what').text(true);
      const about = one
        .get('about')
        .list()
        .flatMap(
          (it) =>
            it.ref(
              [...records, claims, compiler.sources],
              'event, person, organisation, place, claim or source',
              true,
            ) ?? [],
        );
      return version === undefined || date === undefined || what === undefined
        ? []
        : [present({ version, date, what, about: about.length ? about : undefined })];
    });

  return present<CompiledDataset>({
    attested: 1,
    title: root.get('title').text(true) ?? '',
    description: compiler.rich(root.get('description')),
    language,
    languages,
    licence: root.get('licence').string(true) ?? '',
    editors,
    contact: compiler.url(root.get('contact')),
    version: root.get('version').string(true) ?? '',
    modified: root.get('modified').day(true) ?? '',
    changes: changes.length ? changes : undefined,
    references: compiler.references,
    words: interfaceIn(languages),
    kinds,
    events,
    inTime,
    byEvidence,
    claims,
    sources: compiler.sources,
    people: compiler.people,
    organisations: compiler.organisations,
    places: compiler.places,
    map: compiler.map(root.get('map')),
    errata,
  });
}
