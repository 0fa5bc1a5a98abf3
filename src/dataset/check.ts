/**
 * What a program can tell of a dataset's fairness and care: the last paragraph of the design's
 * section 5, rule by rule. It judges the form of what is said, never what happened.
 */
import { parseRunningText } from '../citations/running-text.js';
import { daysToJulian, julianToDays, parse } from '../dates/index.js';
import { dayText } from '../dates/julian.js';
import { compile } from './compile.js';
import type { CompiledDataset } from './compiled.js';
import { Cursor } from './cursor.js';
import { DatasetError, type Problem, quoted } from './problem.js';
import type { Id } from './types.js';

/** More pages than this nobody looks through to check one statement. */
export const WIDEST_LOCATOR = 50;

/** A span of days; an open end is infinite. */
interface Days {
  earliest: number;
  latest: number;
}

/** What a rule has to say of a place. */
type Say = (at: Cursor, message: string, severity?: Problem['severity']) => void;

/** What the rules look at: the file as it stands, and the same compiled. */
interface Survey {
  root: Cursor;
  compiled: CompiledDataset;
  events: [Id, Cursor][];
  claims: [Id, Cursor][];
  sources: Map<Id, Cursor>;
  people: Map<Id, Cursor>;
  organisations: Map<Id, Cursor>;
  /** Every citation in the file that stands in a list of its own. */
  citations: Cursor[];
  /** Every cite within running text: the text's place, the source and the locator in words. */
  inText: { at: Cursor; source: Id; locator?: string }[];
}

type Rule = (survey: Survey, say: Say) => void;

/** Fields that hold running text, by name; the few plain notes among them hold no cites. */
const RUNNING = new Set([
  'description',
  'reason',
  'says',
  'summary',
  'note',
  'undisputed',
  'wouldSettle',
  'caption',
  'correction',
]);

/** How deep a file can be nested before the rest of it is passed over; a real one has ten levels. */
const DEEPEST = 40;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';
const string = (cursor: Cursor): string => (isText(cursor.value) ? cursor.value : '');
const items = (cursor: Cursor): Cursor[] => (Array.isArray(cursor.value) ? cursor.list() : []);

/** The texts of a field that is a string or strings by language. */
function texts(cursor: Cursor): string[] {
  if (isText(cursor.value)) return [cursor.value];
  if (typeof cursor.value !== 'object' || cursor.value === null || Array.isArray(cursor.value))
    return [];
  return Object.values(cursor.value).filter(isText);
}

function days(edtf: unknown): Days | undefined {
  if (!isText(edtf)) return undefined;
  try {
    const { earliest, latest } = parse(edtf);
    return { earliest: earliest ?? -Infinity, latest: latest ?? Infinity };
  } catch {
    return undefined;
  }
}

/** All the days that any of an event's dates allows. */
function daysOfEvent(event: Cursor): Days | undefined {
  const all = items(event.get('dates')).flatMap((date) => days(date.get('edtf').value) ?? []);
  if (!all.length) return undefined;
  return {
    earliest: Math.min(...all.map((one) => one.earliest)),
    latest: Math.max(...all.map((one) => one.latest)),
  };
}

const isCited = (cursor: Cursor): boolean => items(cursor.get('citations')).length > 0;

/** The days in which a source can have appeared, from its CSL date. */
function issued(source: Cursor): Days | undefined {
  const parts: unknown = source.get('csl').get('issued').get('date-parts').value;
  const ends = Array.isArray(parts) ? parts.filter(Array.isArray) : [];
  const edtf = ends.map((end: unknown[]) =>
    end.map((part, index) => String(part).padStart(index ? 2 : 4, '0')).join('-'),
  );
  return days(edtf.slice(0, 2).join('/'));
}

/** Nothing is stated without a citation or an open word that there is none. */
function unattributed({ root, events, claims, people }: Survey, say: Say): void {
  const look = (at: Cursor, what: string, severity?: Problem['severity']): void => {
    const open = at.get('unsourced').value === true;
    if (!isCited(at) && !open) say(at, `${what} has neither a citation nor “unsourced”.`, severity);
    if (isCited(at) && open) say(at, `${what} has citations and yet says “unsourced”.`);
  };
  for (const [, event] of events) {
    for (const date of items(event.get('dates'))) look(date, 'The date');
    if (event.get('occurrence').value !== undefined)
      look(event.get('occurrence'), 'The occurrence');
    for (const place of items(event.get('places'))) look(place, 'The place');
    for (const participant of items(event.get('participants')))
      look(participant, 'The participant');
  }
  for (const [, claim] of claims)
    for (const position of items(claim.get('positions'))) look(position, 'The position');
  for (const person of people.values())
    for (const role of items(person.get('roles'))) look(role, 'The role', 'warning');
  for (const [, erratum] of root.get('errata').records()) look(erratum, 'The correction');
}

/** What is `contested` has cited positions on more than one side. */
function oneSided({ claims }: Survey, say: Say): void {
  for (const [, claim] of claims) {
    if (claim.get('status').value !== 'contested') continue;
    const cited = items(claim.get('positions'))
      .filter(isCited)
      .map((position) => position.get('stance').value);
    const missing = ['supports', 'disputes'].filter((stance) => !cited.includes(stance));
    if (missing.length === 0) continue;
    // A claim may be contested by a narrower one: that, too, is another side.
    const other = cited.includes('qualifies') && missing.length === 1;
    if (!other)
      say(
        claim.get('status'),
        `It is “contested”, but no cited position ${missing.join(' or ')} it.`,
      );
  }
}

/** What is `established` has no position against it. */
function disputedEstablished({ claims }: Survey, say: Say): void {
  for (const [, claim] of claims) {
    if (claim.get('status').value !== 'established') continue;
    for (const position of items(claim.get('positions'))) {
      if (position.get('stance').value === 'disputes')
        say(position.get('stance'), 'The claim is “established”, but this position disputes it.');
    }
  }
}

/** What was read in another source says so: words of a source that was not seen name their `via`. */
function secondHand({ citations, claims, sources }: Survey, say: Say): void {
  for (const citation of citations) {
    const id = string(citation.get('source'));
    const via = string(citation.get('via'));
    if (via && via === id) say(citation.get('via'), `${quoted(via)} is given as read in itself.`);
    if (via || sources.get(id)?.get('verification').value !== 'not-found') continue;
    const words = citation.get('quotation').value !== undefined;
    say(
      citation,
      `${quoted(id)} was not found, so ${words ? 'these words were' : 'this was'} read in another source; name it in “via”.`,
      words ? 'error' : 'warning',
    );
  }
  for (const [, claim] of claims) {
    for (const position of items(claim.get('positions'))) {
      const basis = position.get('basis').value;
      if (basis !== 'document' && basis !== 'eyewitness' && basis !== 'scholarship') continue;
      const cited = items(position.get('citations'));
      const tertiary = (at: Cursor): boolean =>
        sources.get(string(at.get('source')))?.get('kind').value === 'tertiary';
      if (cited.length && cited.every((at) => tertiary(at) && !string(at.get('via')))) {
        say(
          position.get('basis'),
          `Its basis is “${basis}”, but only a tertiary source is cited: cite what that reports, and name it in “via”.`,
        );
      }
    }
  }
}

/** No effect is dated before its cause, unless its claim says that this is disputed or wrong. */
function effectBeforeCause({ claims, events }: Survey, say: Say): void {
  const map = new Map(events);
  for (const [, claim] of claims) {
    const link = claim.get('causation');
    const [cause, effect] = ['cause', 'effect'].map((end) => map.get(string(link.get(end))));
    const [before, after] = [cause && daysOfEvent(cause), effect && daysOfEvent(effect)];
    if (!before || !after || after.latest >= before.earliest) continue;
    const status = string(claim.get('status'));
    const answered = items(claim.get('positions')).some(
      (position) => position.get('stance').value === 'disputes' && isCited(position),
    );
    if (answered && ['contested', 'unsupported', 'refuted'].includes(status)) continue;
    say(
      link,
      `The effect ${quoted(string(link.get('effect')))} is dated before its cause ${quoted(string(link.get('cause')))}, and no cited position says so.`,
    );
  }
}

/** No source tells of an event before it took place, and no position is held before there is one. */
function toldBefore({ events, claims, sources }: Survey, say: Say): void {
  for (const [, event] of events) {
    const taken = daysOfEvent(event);
    const lists = [
      event.get('occurrence'),
      ...items(event.get('dates')),
      ...items(event.get('participants')),
      ...items(event.get('places')),
    ];
    for (const citation of lists.flatMap((one) => items(one.get('citations')))) {
      const source = sources.get(string(citation.get('source')));
      const appeared = source && issued(source);
      if (taken && appeared && appeared.latest < taken.earliest) {
        say(
          citation.get('source'),
          `${quoted(string(citation.get('source')))} appeared before the event took place.`,
        );
      }
    }
  }
  const map = new Map(events);
  for (const [, claim] of claims) {
    const about = items(claim.get('about')).flatMap((one) => {
      const event = map.get(string(one));
      return (event && daysOfEvent(event)) ?? [];
    });
    const first = Math.min(...about.map((one) => one.earliest));
    for (const position of items(claim.get('positions'))) {
      const since = days(position.get('since').value);
      if (about.length && since && since.latest < first)
        say(position.get('since'), 'The position is held before what it speaks of took place.');
    }
  }
}

/** Nobody has a role or rank, and no organisation takes part, before it existed or after it ended. */
function anachronism({ events, people, organisations }: Survey, say: Say): void {
  const outside = (when: unknown, event: Days | undefined): 'before' | 'after' | undefined => {
    const span = days(when);
    if (!span || !event) return undefined;
    return event.latest < span.earliest
      ? 'before'
      : event.earliest > span.latest
        ? 'after'
        : undefined;
  };
  for (const [, event] of events) {
    const taken = daysOfEvent(event);
    for (const participant of items(event.get('participants'))) {
      const who = string(participant.get('who'));
      const organisation = organisations.get(who);
      const itself = organisation && outside(organisation.get('when').value, taken);
      if (itself) say(participant.get('who'), `${quoted(who)} takes part ${itself} it existed.`);
      const given = texts(participant.get('role')).map((text) => text.toLowerCase());
      const held = items(people.get(who)?.get('roles') ?? participant.get('role')).filter((role) =>
        texts(role.get('title')).some((title) => given.includes(title.toLowerCase())),
      );
      // The same rank may have been held twice, so one fitting time is enough.
      const wrong = held.map((role) => outside(role.get('when').value, taken));
      if (wrong.length && wrong.every(Boolean))
        say(
          participant.get('role'),
          `${quoted(who)} is given this role ${wrong[0]} it was theirs.`,
        );
      for (const role of held) {
        const office = string(role.get('organisation'));
        const whole = outside(organisations.get(office)?.get('when').value, taken);
        if (whole)
          say(
            participant.get('role'),
            `This role belongs to ${quoted(office)}, ${whole} that existed.`,
          );
      }
    }
  }
}

/** How many pages a locator spans, ranges such as `188–91` being filled up from their start. */
export function pagesIn(locator: string): number {
  let pages = 0;
  for (const [, from = '', to] of locator.matchAll(
    /(?<![\p{L}\d/:.])(\d{1,6})(?:\s?[-–—‑]\s?(\d{1,6}))?(?![\p{L}\d/:])/gu,
  )) {
    const end =
      to === undefined ? from : to.length < from.length ? from.slice(0, -to.length) + to : to;
    pages += Math.max(1, Number(end) - Number(from) + 1);
  }
  return pages;
}

/** A locator is narrow enough to check: no more than 50 pages. */
function wideLocator({ citations, inText }: Survey, say: Say): void {
  const look = (at: Cursor, locator: string): void => {
    const pages = pagesIn(locator);
    if (pages > WIDEST_LOCATOR)
      say(at, `${quoted(locator)} is ${pages} pages, too wide to check; name the page.`);
  };
  for (const citation of citations) {
    const label = citation.get('label').value;
    if (label === undefined || label === 'page')
      look(citation.get('locator'), string(citation.get('locator')));
  }
  for (const { at, locator } of inText) if (locator && /^pp?\. /.test(locator)) look(at, locator);
}

/** A text without what differs between two records of one thing: case, accents, signs, an article. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /, '');

/** What two records of one source share, each as a key that says what it is. */
function marks(source: Cursor): string[] {
  const csl = source.get('csl');
  const own = (name: string): string => string(csl.get(name));
  const title = bare(own('title'));
  const author = items(csl.get('author'))[0] ?? items(csl.get('editor'))[0];
  const name = author ? bare(string(author.get('family')) || string(author.get('literal'))) : '';
  const dated = issued(source)?.earliest ?? '';
  const doi = own('DOI')
    .toLowerCase()
    .replace(/^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)/, '');
  const url = own('URL')
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?|#.*$|\/+$/g, '');
  const isbn = own('ISBN').replace(/[^\dxX]/g, '');
  return [
    doi && `DOI ${doi}`,
    url && `address ${url}`,
    isbn && title && `ISBN and title ${isbn} ${title}`,
    title &&
      `title, author, year and container ${[title, name, dated, bare(own('container-title'))].join('|')}`,
  ].filter(isText);
}

/** No two records look like one source: the same DOI, address, or title with its author and year. */
function twins({ sources }: Survey, say: Say): void {
  const first = new Map<string, Id>();
  for (const [id, source] of sources) {
    const told = new Set<Id>();
    for (const mark of marks(source)) {
      const other = first.get(mark);
      if (other === undefined) first.set(mark, id);
      else if (!told.has(other)) {
        told.add(other);
        const what = /^(?:[A-Za-z]+(?:, | and )?)+?(?= |$)/.exec(mark)?.[0] ?? '';
        const shared = mark.startsWith('title')
          ? 'title, author and year'
          : mark.startsWith('ISBN')
            ? 'ISBN and title'
            : what;
        say(
          source,
          `${quoted(id)} and ${quoted(other)} look like one source: they have the same ${shared}.`,
        );
      }
    }
  }
}

/** The item types of CSL 1.0.2. */
const CSL_TYPES = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document ' +
    'entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map ' +
    'motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog ' +
    'regulation report review review-book software song speech standard thesis treaty webpage'
  ).split(' '),
);

/** No cited source is such that a style would drop it without a word. */
function droppedByStyle({ compiled, sources }: Survey, say: Say): void {
  const used = citedSources(compiled);
  for (const [id, source] of sources) {
    if (!used.has(id)) continue;
    const csl = source.get('csl');
    const type = string(csl.get('type'));
    if (type === 'document')
      say(
        csl.get('type'),
        `${quoted(id)} is cited, but styles such as Chicago drop the type “document” without a word; give it a closer type.`,
      );
    else if (type && !CSL_TYPES.has(type))
      say(csl.get('type'), `${quoted(type)} is no type of CSL, so a style may drop the source.`);
    if (!texts(csl.get('title')).length && !items(csl.get('author')).length)
      say(
        csl,
        `${quoted(id)} is cited, but has neither a title nor an author, so a style may drop it.`,
      );
  }
}

/**
 * A number of one to three digits in the midst of words, as a page number or a note's mark leaves it
 * in copied text ("a hundred times 60 more dangerous"); or one glued to a word's end.
 */
const STRAY = /(?<=\p{Ll}{2})(?: (\d{1,3})(?= \p{Ll}{2})|(\d{1,3})(?=[\s.,;:]|$))/gu;
/** Words after which a number is at home, and words that are counted. */
const AT_HOME =
  /(?:about|some|over|nearly|almost|than|of|by|at|to|from|in|on|page|pages|aged|article|number|chapter|around|with|and|or|least|for|between|circa|until|only|the|these|all)$/iu;
const COUNTED =
  /^ (?:years?|months?|weeks?|days?|hours?|men|people|persons|officers|prisoners|per|percent|million|thousand|hundred|km|miles|kilometres)\b/iu;

/** A quotation has no stray number in it, unless its note speaks of it. */
function strayNumber({ citations }: Survey, say: Say): void {
  for (const citation of citations) {
    const quotation = citation.get('quotation');
    if (texts(quotation.get('note')).length) continue;
    const parts = [quotation, ...items(quotation.get('translations'))];
    for (const at of parts.map((part) => part.get('text'))) {
      const text = string(at);
      for (const match of text.matchAll(STRAY)) {
        const before = text.slice(Math.max(0, match.index - 40), match.index);
        const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
        if (match[1] !== undefined && (AT_HOME.test(before) || COUNTED.test(after))) continue;
        const stray = match[1] ?? match[2] ?? '';
        say(
          at,
          `${quoted(`${before.slice(-20)}${match[0]}${after.slice(0, 20)}`)}: the number ${stray} may be a stray page or note number; if it belongs there, say so in “note”.`,
          'warning',
        );
      }
    }
  }
}

/** Every source that a compiled dataset cites, names as read in, or corrects. */
function citedSources(compiled: CompiledDataset): Set<Id> {
  const used = new Set<Id>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach(look);
      return;
    }
    for (const [key, one] of Object.entries(value)) {
      if ((key === 'source' || key === 'via') && typeof one === 'string') used.add(one);
      else look(one);
    }
  };
  const { description, events, claims, people, organisations, places, errata } = compiled;
  look(
    [description, events, claims, people, organisations, places, errata].map((one) =>
      one ? Object.values(one) : one,
    ),
  );
  return used;
}

/** Every source is cited somewhere. */
function unusedSource({ compiled, sources }: Survey, say: Say): void {
  const used = citedSources(compiled);
  // What is left out for mistakes of its own is cited by nothing that was compiled.
  for (const [id, source] of sources)
    if (!used.has(id) && Object.hasOwn(compiled.sources, id))
      say(source, `${quoted(id)} is not cited anywhere.`, 'warning');
}

/** An event is not dated outside the event that it is part of. */
function outsideWhole({ events }: Survey, say: Say): void {
  const map = new Map(events);
  for (const [, event] of events) {
    const id = string(event.get('partOf'));
    const whole = map.get(id);
    const [own, outer] = [daysOfEvent(event), whole && daysOfEvent(whole)];
    if (own && outer && (own.latest < outer.earliest || own.earliest > outer.latest)) {
      say(
        event.get('partOf'),
        `It is dated ${own.latest < outer.earliest ? 'before' : 'after'} ${quoted(id)}, of which it is said to be part.`,
      );
    }
  }
}

/** A translation names its translator. */
function namelessTranslation({ citations }: Survey, say: Say): void {
  for (const citation of citations) {
    for (const translation of items(citation.get('quotation').get('translations'))) {
      if (!string(translation.get('translator')))
        say(translation, 'The translation does not say who made it.');
    }
  }
}

/** The EDTF is Gregorian: a day that the source's own words have, and they are Julian, was not converted. */
function unconverted({ events }: Survey, say: Say): void {
  for (const [, event] of events)
    for (const date of items(event.get('dates'))) {
      const edtf = string(date.get('edtf'));
      const [, year, month, day] = /^(-?\d{4})-(\d\d)-(\d\d)$/.exec(edtf) ?? [];
      if (date.get('calendar').value !== 'julian' || !day || !days(edtf)) continue;
      const said = (string(date.get('wording').get('text')).match(/\d+/g) ?? []).map(Number);
      const there = daysToJulian(parse(edtf).earliest as number).day;
      if (said.includes(Number(day)) && !said.includes(there))
        say(
          date.get('edtf'),
          `The source’s own words have the same day, but its calendar is Julian and EDTF is Gregorian. ${edtf} in the Julian calendar is ${quoted(dayText(julianToDays(Number(year), Number(month), Number(day))))}.`,
          'warning',
        );
    }
}

/** Of an event's dates at most one is preferred. */
function twicePreferred({ events }: Survey, say: Say): void {
  for (const [, event] of events) {
    const [, second] = items(event.get('dates')).filter(
      (date) => date.get('preferred').value === true,
    );
    if (second) say(second.get('preferred'), 'Another date of the event is preferred already.');
  }
}

/** What a claim or roster names by id alone has that id to itself. */
function sharedId({ root }: Survey, say: Say): void {
  const seen = new Map<Id, string>();
  for (const map of ['events', 'people', 'organisations', 'places']) {
    for (const [id, record] of root.get(map).records()) {
      const other = seen.get(id);
      if (other)
        say(
          record,
          `${quoted(id)} is also an id in “${other}”, so that a claim about it could mean either.`,
        );
      else seen.set(id, map);
    }
  }
}

/** Nothing is reviewed, changed or corrected after the day on which the dataset was last modified. */
function afterModified({ root, claims }: Survey, say: Say): void {
  const modified = string(root.get('modified'));
  const dates = [
    ...claims.map(([, claim]) => claim.get('assessment').get('date')),
    ...items(root.get('changes')).map((change) => change.get('date')),
    ...root
      .get('errata')
      .records()
      .map(([, erratum]) => erratum.get('date')),
  ];
  for (const date of dates)
    if (modified && string(date) > modified)
      say(date, `${string(date)} is later than the dataset's own “modified”.`, 'warning');
}

/** Who finds an error has nobody to tell. */
function noContact({ root }: Survey, say: Say): void {
  if (root.get('contact').value === undefined)
    say(
      root,
      'There is no “contact”, so readers cannot report an error; give an https or mailto address, or data-contact on the page’s script tag.',
      'warning',
    );
}

const RULES: { [name: string]: Rule } = {
  unattributed,
  'one-sided': oneSided,
  'disputed-established': disputedEstablished,
  'second-hand': secondHand,
  'effect-before-cause': effectBeforeCause,
  'told-before': toldBefore,
  anachronism,
  'wide-locator': wideLocator,
  twins,
  'dropped-by-style': droppedByStyle,
  'stray-number': strayNumber,
  'unused-source': unusedSource,
  'no-contact': noContact,
  'outside-whole': outsideWhole,
  'nameless-translation': namelessTranslation,
  unconverted,
  'twice-preferred': twicePreferred,
  'shared-id': sharedId,
  'after-modified': afterModified,
};

/** Finds every citation and every running text, wherever in the file it stands. */
function walk(root: Cursor): Pick<Survey, 'citations' | 'inText'> {
  const found: Pick<Survey, 'citations' | 'inText'> = { citations: [], inText: [] };
  const read = (at: Cursor): void => {
    if (!isText(at.value)) return;
    for (const piece of parseRunningText(at.value).flat(2)) {
      if (typeof piece === 'string' || !('cites' in piece)) continue;
      for (const { source, at: locator } of piece.cites)
        found.inText.push({ at, source, ...(typeof locator === 'string' && { locator }) });
    }
  };
  const look = (at: Cursor, key: string, depth: number): void => {
    if (typeof at.value !== 'object' || at.value === null || depth > DEEPEST) {
      if (RUNNING.has(key)) read(at);
      return;
    }
    if (Array.isArray(at.value)) {
      const list = at.list();
      if (key === 'citations') found.citations.push(...list);
      for (const one of list) look(one, '', depth + 1);
      return;
    }
    for (const name of Object.keys(at.value)) {
      if (name !== 'csl') look(at.get(name), RUNNING.has(key) ? key : name, depth + 1);
    }
  };
  for (const map of ['events', 'claims', 'people', 'organisations', 'places', 'errata']) {
    for (const [, record] of root.get(map).records()) look(record, '', 0);
  }
  look(root.get('description'), 'description', 0);
  return found;
}

/**
 * Every problem of a dataset: what `compile` finds in its form first, then what the rules find, rule
 * by rule in file order. Takes anything and throws nothing.
 *
 * A rule's problem has its name in `rule`. What no rule can see: whether a source says what it is
 * cited for, a cause and an effect that no `causation` names, and what is offered as a position.
 */
export function check(dataset: unknown, options: { from?: string } = {}): Problem[] {
  const problems: Problem[] = [];
  let compiled: CompiledDataset;
  try {
    compiled = compile(dataset, { ...options, onProblem: (problem) => problems.push(problem) });
  } catch (error) {
    if (error instanceof DatasetError) return problems;
    throw error;
  }
  const root = new Cursor(dataset, '', () => {});
  const survey: Survey = {
    root,
    compiled,
    events: root.get('events').records(),
    claims: root.get('claims').records(),
    sources: new Map(root.get('sources').records()),
    people: new Map(root.get('people').records()),
    organisations: new Map(root.get('organisations').records()),
    ...walk(root),
  };
  for (const [rule, run] of Object.entries(RULES)) {
    run(survey, (at, message, severity = 'error') => {
      problems.push({
        severity,
        path: at.path,
        ...(at.id !== undefined && { id: at.id }),
        rule,
        ...(options.from !== undefined && { file: options.from }),
        message,
      });
    });
  }
  return problems;
}

/** The names of the rules that `check` knows. */
export const rules: readonly string[] = Object.keys(RULES);
