/**
 * Schema.org in JSON-LD: events, claims, people, organisations, places and works as search engines and
 * knowledge graphs read them. Nothing is said more surely than the dataset says it:
 *
 * - An event has a `startDate` only where a date can be written so and the event itself is not in doubt;
 *   every date given for it is there as EDTF in `dcterms:date`.
 * - Who was there stands on somebody's word, which Schema.org cannot say of an attendance: nobody is an
 *   `attendee`. Each line of a roster is a claim about the event and the person, with the works that make it.
 * - A claim names the works that it appears in and those that are cited on it, each position being a part
 *   of it with its holder. It is never a ClaimReview: that would be a verdict with a rating.
 */
import type {
  Cite,
  CompiledAttributed,
  CompiledClaim,
  CompiledDataset,
  CompiledDate,
  CompiledEvent,
  CompiledOrganisation,
  CompiledParticipant,
  CompiledPerson,
  CompiledPlace,
  CompiledSource,
} from '../dataset/compiled.js';
import { lookup } from '../dataset/lookup.js';
import type { Id, LanguageTag, Name } from '../dataset/types.js';
import { safeUrl } from '../dataset/url.js';
import type { Dictionary } from '../locales/en.js';
import { scriptJson } from './markup.js';
import { citedIn, dateOf, doiOf, itemOf, names, spoken, text } from './item.js';
import { inLanguage, plainText, textIn } from './plain-text.js';

/** A node of the graph, or a value in one. */
export type JsonLd = string | number | JsonLd[] | { [term: string]: JsonLd | undefined };
type Node = { [term: string]: JsonLd | undefined };

/** What an export can be told. */
export interface JsonLdOptions {
  /** The address of the page that shows the records; ids are fragments of it. Default: the page itself. */
  base?: string;
  /** The language of names and texts. Default: the dataset's own. */
  language?: LanguageTag;
}

/** EDTF as a datatype, by the Library of Congress. */
const EDTF = 'http://id.loc.gov/datatypes/edtf/EDTF';

const CONTEXT: JsonLd = [
  'https://schema.org',
  { dcterms: 'http://purl.org/dc/terms/', edtf: 'http://id.loc.gov/datatypes/edtf/' },
];

const WORKS: Record<string, string> = {
  book: 'Book',
  chapter: 'Chapter',
  'article-journal': 'ScholarlyArticle',
  'paper-conference': 'ScholarlyArticle',
  'article-newspaper': 'NewsArticle',
  'article-magazine': 'Article',
  'entry-encyclopedia': 'Article',
  'entry-dictionary': 'Article',
  entry: 'Article',
  review: 'Article',
  'review-book': 'Article',
  thesis: 'Thesis',
  report: 'Report',
  manuscript: 'Manuscript',
  map: 'Map',
  motion_picture: 'Movie',
  legislation: 'Legislation',
  webpage: 'WebPage',
  post: 'SocialMediaPosting',
  'post-weblog': 'BlogPosting',
  dataset: 'Dataset',
  software: 'SoftwareApplication',
};

/** What a work stands in, by its own type. */
const CONTAINERS: Record<string, string> = {
  Chapter: 'Book',
  ScholarlyArticle: 'Periodical',
  NewsArticle: 'Periodical',
  WebPage: 'WebSite',
  BlogPosting: 'Blog',
};

/** An EDTF date that is an ISO 8601 date too, or an interval of two. */
const ISO = /^(\d{4}(?:-\d\d){0,2})(?:\/(\d{4}(?:-\d\d){0,2}))?$/;

class Graph {
  readonly nodes = new Map<string, Node>();
  private readonly language: LanguageTag;
  private readonly base: string;

  constructor(
    private readonly data: CompiledDataset,
    options: JsonLdOptions,
  ) {
    this.language = options.language ?? data.language;
    this.base = options.base ?? '';
  }

  private id(type: string, id: Id): string {
    return `${this.base}#${type}-${id}`;
  }

  private ref = (type: string, id: Id): Node => ({ '@id': this.id(type, id) });

  /** Adds a record with all that it names; the same one is added once. */
  add(type: string, id: Id): Node {
    const ref = this.ref(type, id);
    const key = this.id(type, id);
    if (this.nodes.has(key)) return ref;
    const { events, claims, sources, people, organisations, places } = this.data;
    const make: Record<string, () => Node | undefined> = {
      event: () => this.made(events, id, (it) => this.event(id, it)),
      claim: () => this.made(claims, id, (it) => this.claim(it)),
      source: () => this.made(sources, id, (it) => this.work(id, it)),
      person: () => this.made(people, id, (it) => this.person(it)),
      organisation: () => this.made(organisations, id, (it) => this.organisation(it)),
      place: () => this.made(places, id, (it) => this.place(it)),
    };
    // Its place is taken first, since what it names may name it.
    this.nodes.set(key, {});
    const node = make[type]?.();
    if (node) this.nodes.set(key, { '@id': key, ...node });
    else this.nodes.delete(key);
    return ref;
  }

  private made<T>(map: Record<Id, T>, id: Id, make: (record: T) => Node): Node | undefined {
    const record = lookup(map, id);
    return record && make(record);
  }

  private say(value: CompiledEvent['title'] | undefined): string | undefined {
    return value === undefined ? undefined : textIn(this.data, value, this.language) || undefined;
  }

  private rich(value: CompiledEvent['summary']): string | undefined {
    return plainText(this.data, value, this.language) || undefined;
  }

  private names(all: readonly Name[] = []): JsonLd | undefined {
    return some(
      all.map(({ text: value, language }) =>
        language ? { '@value': value, '@language': language } : value,
      ),
    );
  }

  private works(cites: readonly Cite[] = []): JsonLd | undefined {
    return some(
      [...new Set(cites.map(({ source }) => source))].map((id) => this.add('source', id)),
    );
  }

  private words(): Dictionary {
    return inLanguage(this.data, this.data.words, this.language) as Dictionary;
  }

  private event(id: Id, event: CompiledEvent): Node {
    const [first] = event.dates;
    const doubted = ['unconfirmed', 'contested'].includes(event.occurrence.status);
    const [, start, end] = (!doubted && first && ISO.exec(first.edtf)) || [];
    const dates = event.dates.map(({ edtf }: CompiledDate) => ({ '@type': EDTF, '@value': edtf }));
    return {
      '@type': 'Event',
      name: this.say(event.title),
      alternateName: this.names(event.names),
      disambiguatingDescription:
        `${this.words().occurrence[event.occurrence.status]}. ${this.rich(event.occurrence.reason) ?? ''}`.trim(),
      description: this.rich(event.summary),
      startDate: start,
      endDate: start && (end ?? start),
      'dcterms:date': some(dates),
      location: some((event.places ?? []).map(({ place }) => this.add('place', place))),
      superEvent: event.partOf === undefined ? undefined : this.ref('event', event.partOf),
      subjectOf: some([
        ...(event.claims ?? []).map((claim) => this.add('claim', claim)),
        ...(event.participants ?? []).map((line) => this.presence(id, line)),
        ...citedIn(this.data, event).map((source) => this.add('source', source)),
      ]),
    };
  }

  /** One line of a roster: that a work puts somebody at an event, or says that they were not there. */
  private presence(event: Id, line: CompiledParticipant): Node {
    const { type, who, role, note, cites = [] } = line;
    const t = this.words();
    const record = lookup(type === 'person' ? this.data.people : this.data.organisations, who);
    const aside = [
      this.say(role),
      this.say(note),
      cites.length ? undefined : t.source.unsourced,
    ].filter(Boolean);
    const works = this.works(cites);
    return {
      '@type': 'Claim',
      text:
        `${this.say(record?.label) ?? who}: ${t.person.attendance[line.stance ?? 'supports']}` +
        (aside.length ? ` (${aside.join('; ')})` : ''),
      about: [this.ref('event', event), this.add(type, who)],
      appearance: works,
      citation: works,
    };
  }

  private about(id: Id): Node[] {
    const { events, people, organisations, places } = this.data;
    // An event is named, not drawn in: it would draw in the claims of all the others.
    return [
      ...(lookup(events, id) ? [this.ref('event', id)] : []),
      ...(lookup(people, id) ? [this.add('person', id)] : []),
      ...(lookup(organisations, id) ? [this.add('organisation', id)] : []),
      ...(lookup(places, id) ? [this.add('place', id)] : []),
    ];
  }

  private claim(claim: CompiledClaim): Node {
    const t = this.words();
    const cites = (from: readonly CompiledAttributed[]): Cite[] =>
      from.flatMap(({ cites: own }) => own ?? []);
    return {
      '@type': 'Claim',
      text: this.say(claim.statement),
      creativeWorkStatus: t.status[claim.status],
      about: some(claim.about.flatMap((id) => this.about(id))),
      // A work that disputes a claim is cited on it, but is not where it is made.
      appearance: this.works(
        cites(
          claim.positions.filter(({ stance }) => stance === 'supports' || stance === 'reports'),
        ),
      ),
      citation: this.works(cites(claim.positions)),
      hasPart: some(
        claim.positions.map((position) => {
          const { person, organisation, name } = position.holder;
          return {
            '@type': 'Claim',
            creator: person
              ? this.add('person', person)
              : organisation
                ? this.add('organisation', organisation)
                : this.say(name),
            text: `${t.stance[position.stance]}: ${this.rich(position.says) ?? ''}`,
            citation: this.works(position.cites),
          };
        }),
      ),
      dateModified: claim.assessment.date,
    };
  }

  private work(id: Id, source: CompiledSource): Node {
    const item = itemOf(this.data, id) ?? { type: 'document' };
    const type = (Object.hasOwn(WORKS, item.type) && WORKS[item.type]) || 'CreativeWork';
    const container = text(item['container-title']);
    const issn = text(item.ISSN) || undefined;
    const isbn = text(item.ISBN) || undefined;
    const doi = doiOf(item);
    const people = (value: unknown): JsonLd | undefined =>
      some(
        names(value).map((name) => ({
          '@type': name.literal ? 'Organization' : 'Person',
          name: spoken(name),
          familyName: name.literal ? undefined : name.family,
          givenName: name.given || undefined,
        })),
      );
    const publisher = text(item.publisher);
    return {
      '@type': type,
      name: source.language
        ? { '@value': source.title, '@language': source.language }
        : source.title,
      alternateName: this.say(source.translatedTitle),
      author: people(item.author),
      editor: people(item.editor),
      translator: people(item.translator),
      datePublished: dateOf(item.issued).from || undefined,
      inLanguage: source.language,
      publisher: publisher ? { '@type': 'Organization', name: publisher } : undefined,
      pagination: text(item.page) || undefined,
      isbn: type === 'Book' ? isbn : undefined,
      isPartOf: container
        ? {
            '@type': CONTAINERS[type] ?? 'CreativeWork',
            name: container,
            issn: CONTAINERS[type] === 'Periodical' ? issn : undefined,
            isbn: CONTAINERS[type] === 'Book' ? isbn : undefined,
          }
        : undefined,
      url: source.url && safeUrl(source.url),
      sameAs: doi ? `https://doi.org/${doi}` : undefined,
      archivedAt: source.archived && safeUrl(source.archived),
      correction: some(
        (source.errata ?? []).flatMap((erratum) => {
          const one = lookup(this.data.errata, erratum);
          // An erratum may only name the source; one at fault is corrected by it.
          return one?.source === id ? (this.rich(one.text) ?? []) : [];
        }),
      ),
    };
  }

  private person({ label, names: all, roles, note, wikidata, gnd, viaf }: CompiledPerson): Node {
    return {
      '@type': 'Person',
      name: this.say(label),
      alternateName: this.names(all),
      jobTitle: some((roles ?? []).flatMap(({ title }) => this.say(title) ?? [])),
      description: this.rich(note),
      sameAs: some([
        ...entity(wikidata),
        ...iri('https://d-nb.info/gnd/', gnd),
        ...iri('https://viaf.org/viaf/', viaf),
      ]),
    };
  }

  private organisation({ label, names: all, description, wikidata }: CompiledOrganisation): Node {
    return {
      '@type': 'Organization',
      name: this.say(label),
      alternateName: this.names(all),
      description: this.say(description),
      sameAs: some(entity(wikidata)),
    };
  }

  private place({
    label,
    names: all,
    country,
    coordinates,
    geonames,
    wikidata,
    note,
  }: CompiledPlace): Node {
    const now = this.say(country?.now);
    return {
      '@type': 'Place',
      name: this.say(label),
      alternateName: this.names(all),
      description: this.rich(note),
      // What is not surely there is not put on anybody's map as if it were.
      geo:
        coordinates && coordinates.certainty !== 'uncertain'
          ? {
              '@type': 'GeoCoordinates',
              latitude: coordinates.latitude,
              longitude: coordinates.longitude,
            }
          : undefined,
      containedInPlace: now ? { '@type': 'Country', name: now } : undefined,
      sameAs: some([...entity(wikidata), ...iri('https://sws.geonames.org/', geonames, '/')]),
    };
  }

  dataset(): Node {
    const { title, description, licence, version, modified, editors } = this.data;
    return {
      '@id': `${this.base}#dataset`,
      '@type': 'Dataset',
      name: this.say(title),
      description: this.rich(description),
      inLanguage: this.data.language,
      license: /^[\w.+-]+$/.test(licence) ? `https://spdx.org/licenses/${licence}` : undefined,
      version,
      dateModified: modified,
      editor: some(editors.map(({ name }) => ({ '@type': 'Person', name }))),
    };
  }
}

/** A list, the one thing in it, or nothing. */
const some = (list: readonly JsonLd[]): JsonLd | undefined =>
  list.length > 1 ? [...list] : list[0];

/** An address made of an id, if that is one. */
const iri = (before: string, id: string | undefined, after = ''): string[] =>
  id && /^[\w-]+$/.test(id) ? [before + id + after] : [];

const entity = (id: string | undefined): string[] => iri('http://www.wikidata.org/entity/', id);

/** The maps of records by the name of their kind. */
const KINDS = {
  event: 'events',
  claim: 'claims',
  source: 'sources',
  person: 'people',
  organisation: 'organisations',
  place: 'places',
} as const;

/**
 * Records of a dataset as Schema.org, with the works, places, people and claims that they name, and the
 * dataset itself.
 * @param ids of records of any kind; default: all
 */
export function jsonLd(
  data: CompiledDataset,
  ids?: Iterable<Id>,
  options: JsonLdOptions = {},
): { [term: string]: JsonLd | undefined } {
  const graph = new Graph(data, options);
  for (const [kind, map] of Object.entries(KINDS))
    for (const id of ids ?? Object.keys(data[map]))
      if (lookup<unknown>(data[map], id)) graph.add(kind, id);
  return { '@context': CONTEXT, '@graph': [graph.dataset(), ...graph.nodes.values()] };
}

/** The same as a script element for a page, safe in HTML and XHTML whatever the dataset says. */
export const jsonLdScript = (
  data: CompiledDataset,
  ids?: Iterable<Id>,
  options?: JsonLdOptions,
): string =>
  `<script type="application/ld+json">${scriptJson(jsonLd(data, ids, options))}</script>`;
