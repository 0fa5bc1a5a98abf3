import { html, type TemplateResult } from '../ui/html.js';
import { nearest } from '../dataset/nearest.js';
import { formatLocator } from '../citations/locator.js';
import type { CompiledDataset } from '../dataset/compiled.js';
import type { Id } from '../dataset/types.js';
import * as dates from '../dates/index.js';
import { dictionaries } from '../locales/all.js';
import { noteText } from '../ui/note-text.js';
import { rich } from '../ui/rich-text.js';
import { escape, toHtml } from '../ui/to-html.js';
import { base, languageTag, viewOf, type Piece, type View } from '../ui/view.js';
import { matrixTable } from './claim-matrix/view.js';
import { attributesBy } from './conference-timeline/attributes.js';
import { timelineList } from './conference-timeline/view.js';
import { ContestedClaim } from './contested-claim/contested-claim.js';
import { claimView } from './contested-claim/view.js';
import { EventCard } from './event-card/event-card.js';
import { eventView } from './event-card/view.js';
import { PersonCard } from './person-card/person-card.js';
import { personView } from './person-card/view.js';
import { bounds } from './place-map/bounds.js';
import { PlaceMap } from './place-map/place-map.js';
import { mapView } from './place-map/view.js';
import { citesOf } from './source-cite/cites.js';
import { citeView } from './source-cite/view.js';
import { SourceList } from './source-list/source-list.js';
import { listView } from './source-list/view.js';

/**
 * How a static form is wrapped: not at all, inside the element with a declarative shadow root that
 * looks as the element will, or inside the data-attribute form.
 */
export type StaticForm = 'static' | 'element' | 'data-attribute';

/** Attributes of an element by name, as they are written in HTML. */
export type Attributes = Record<string, string>;

interface Static {
  draw(view: View, attributes: Attributes, anchor: (source: Id) => string): TemplateResult;
  /** The element's own styles, where its shadow root can be declared ahead. */
  styles?: string[];
}

const record = <T>(type: string, records: Record<Id, T>, id = ''): T => {
  if (Object.hasOwn(records, id)) return records[id] as T;
  const near = nearest(id, Object.keys(records));
  throw new RangeError(`There is no ${type} “${id}”.${near ? ` The nearest is “${near}”.` : ''}`);
};

const camel = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace(/-(.)/g, (_, c: string) => c.toUpperCase()),
      value,
    ]),
  );

const corrections = (view: View, source: Id): Piece => {
  const errata = view.data.sources[source]?.errata;
  return (
    errata &&
    html`<section>
      <h4 aria-level=${Math.min(6, view.level + 1)}>${view.t.get.corrections}</h4>
      ${errata.map((id) => rich(view, view.data.errata[id]?.text))}
    </section>`
  );
};

const STATIC: Record<string, Static> = {
  'event-card': {
    styles: EventCard.styles,
    draw: (view, { event }, anchor) =>
      eventView(view, record('event', view.data.events, event), anchor),
  },
  'contested-claim': {
    styles: ContestedClaim.styles,
    draw: (view, { claim }, anchor) =>
      claimView(view, record('claim', view.data.claims, claim), anchor),
  },
  'source-cite': {
    draw: (view, attributes) => {
      const cites = citesOf(camel(attributes), (locator, label) =>
        formatLocator(locator, label, view.language),
      );
      if (!cites.length) record('source', view.data.sources);
      for (const { source } of cites) record('source', view.data.sources, source);
      return citeView(view, cites);
    },
  },
  'source-list': {
    styles: SourceList.styles,
    // The element opens the corrections of a source in a panel; here they stand below it.
    draw: (view) => listView(view, Object.keys(view.data.sources), (id) => corrections(view, id)),
  },
  'claim-matrix': {
    draw: (view, attributes) => {
      if (attributes.event) record('event', view.data.events, attributes.event);
      return matrixTable(view, camel(attributes));
    },
  },
  'person-card': {
    styles: PersonCard.styles,
    draw: (view, { person, organisation }, anchor) =>
      organisation && !person
        ? personView(
            view,
            { type: 'organisation', id: organisation },
            record('organisation', view.data.organisations, organisation),
            anchor,
          )
        : personView(
            view,
            { type: 'person', id: person as Id },
            record('person', view.data.people, person),
            anchor,
          ),
  },
  'place-map': {
    styles: PlaceMap.styles,
    draw: (view, { place, event, from, to }) => {
      if (place) record('place', view.data.places, place);
      if (event) record('event', view.data.events, event);
      return mapView(view, { place, event, ...bounds(dates.parse, from, to) });
    },
  },
  'conference-timeline': {
    draw: (view, { from, to, 'group-by': by }) => {
      const [time, wrong] = attributesBy(dates, from, to, by);
      // A page would keep the sentence for good; who writes the page can mend it.
      if (wrong.length) throw new RangeError(wrong.join(' '));
      return timelineList(view, { ...time, groupBy: by });
    },
  },
};

/** The tags that have a static form. */
export const staticTags = Object.keys(STATIC);

/**
 * What an element shows, as one line of semantic HTML that needs no script and no style sheet.
 * @param dataset compiled
 * @param tag the element's tag
 * @param attributes its attributes
 * @param options `form`: how it is wrapped, default `static`; `lang`: the reader's language
 * @throws RangeError that names the id that does not exist and the nearest that does
 */
export function renderStatic(
  dataset: CompiledDataset,
  tag: string,
  attributes: Attributes,
  options: { form?: StaticForm; lang?: string } = {},
): string {
  const known = Object.hasOwn(STATIC, tag) ? STATIC[tag] : undefined;
  if (!known)
    throw new RangeError(
      `There is no static form of <${tag}>: it is one of ${staticTags.join(', ')}.`,
    );
  const drawn = (shadow: boolean): string => {
    // In the page's own tree two widgets must not have an id in common; a shadow tree is by itself.
    const { event, claim, person, organisation } = attributes;
    const scope = shadow ? undefined : (event ?? claim ?? person ?? organisation);
    const anchor = (source: Id): string => `${scope ? `${scope}-` : ''}source-${source}`;
    const language = languageTag(options.lang ?? attributes.lang ?? dataset.language);
    const view = viewOf({
      data: dataset,
      dataset: '',
      language,
      dictionary: dictionaries[base(language)],
      level: Number(attributes['heading-level']),
      // The marks of corrections are numbered as the list is.
      order: tag === 'source-list' ? Object.keys(dataset.sources) : [],
      listed: false,
      // Without a script, nothing leads to what stands in another shadow tree or on no page.
      unlinked: true,
      note: noteText,
      format: (edtf, language) => dates.format(edtf, language),
      entry: (source) => `#${anchor(source)}`,
    });
    return toHtml(known.draw(view, attributes, anchor), !shadow).trim();
  };
  const written = (prefix: string): string =>
    Object.entries(attributes)
      .map(([name, value]) => ` ${prefix}${name}="${escape(value)}"`)
      .join('');
  const inline = tag === 'source-cite' ? 'span' : 'div';
  switch (options.form) {
    case 'element': {
      const shadow = known.styles
        ? `<template shadowrootmode="open"><style>${known.styles.join(' ').replace(/\s+/g, ' ').trim()}</style>${drawn(true)}</template>`
        : '';
      return `<${tag}${written('')}>${shadow}${drawn(false)}</${tag}>`;
    }
    case 'data-attribute':
      return `<${inline} data-attested="${tag}"${written('data-')}>${drawn(false)}</${inline}>`;
    default:
      return drawn(false);
  }
}
