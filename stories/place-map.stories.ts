import '../src/elements/place-map/define.js';
import '../src/elements/conference-timeline/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Dataset } from '../src/dataset/types.js';
import { arabic, block, empty, fire, slow, UNREACHABLE } from './datasets.js';

interface Args {
  place?: string;
  event?: string;
  from?: string;
  to?: string;
  src?: string;
  lang?: string;
  'heading-level'?: number;
}

const map = (args: Args, fallback: unknown = '') =>
  html`<place-map
    place=${ifDefined(args.place)}
    event=${ifDefined(args.event)}
    from=${ifDefined(args.from)}
    to=${ifDefined(args.to)}
    src=${ifDefined(args.src)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
    >${fallback}</place-map
  >`;

const meta: Meta<Args> = {
  title: 'Elements/place-map',
  component: 'place-map',
  parameters: { wide: true },
  render: (args) => map(args),
};
export default meta;

type Story = StoryObj<Args>;

/** Every place of the dataset, on a map that lies with it; the list says the same in words. */
export const Default: Story = {};

/** One place is chosen: on the map, in the list or in another widget of the page. */
export const Chosen: Story = { args: { place: 'przemysl' } };

/** The places of one event. */
export const OfAnEvent: Story = {
  name: 'Of an event',
  args: { event: 'meetings-1939-1940' },
};

/** Only what happened between two dates; a place where nothing did is an open ring. */
export const OfATime: Story = { name: 'Of a time', args: { from: '1944', to: '1945' } };

/** Choose an event on one: the other answers. */
export const WithATimeline: Story = {
  name: 'With a timeline',
  render: (args) =>
    html`<conference-timeline from="1939-08" to="1940-07"></conference-timeline>${map(args)}`,
};

/** How surely a position is known is drawn: exact, approximate, or somewhere within some kilometres. */
export const Uncertain: Story = {
  parameters: {
    dataset: {
      ...fire,
      places: {
        town: {
          label: 'Exampleton',
          names: [{ text: 'Exampleton', language: 'en' }],
          coordinates: { longitude: 21, latitude: 52, certainty: 'exact' },
        },
        mill: {
          label: 'The mill',
          names: [],
          coordinates: { longitude: 21.6, latitude: 52.1, certainty: 'approximate' },
        },
        camp: {
          label: 'The camp in the forest',
          names: [],
          coordinates: { longitude: 22.2, latitude: 51.7, certainty: 'uncertain', radius: 25 },
        },
        ferry: { label: 'The ferry', names: [] },
      },
    } satisfies Dataset,
  },
};

/** Without a map of its own, a dataset has its places drawn and no border invented. */
export const WithoutAMap: Story = {
  name: 'Without a map',
  parameters: {
    dataset: {
      ...empty,
      places: {
        krakow: {
          label: 'Kraków',
          names: [],
          coordinates: { longitude: 19.94, latitude: 50.06, certainty: 'exact' },
        },
        warsaw: {
          label: 'Warsaw',
          names: [],
          coordinates: { longitude: 21.01, latitude: 52.23, certainty: 'exact' },
        },
      },
    } satisfies Dataset,
  },
};

/** Until the dataset is there, and for ever if it never is, the page’s own words stay. */
export const Loading: Story = {
  render: (args) => map({ ...args, src: slow() }, html`<p>The places of the meetings</p>`),
};

/** The page’s own words stay; what is wrong is said below them, and can be tried again. */
export const Unreachable: Story = {
  args: { src: UNREACHABLE },
  render: (args) => map(args, html`<p>The places of the meetings</p>`),
};

/** The id that was not found, and the nearest that exists. */
export const UnknownId: Story = { args: { place: 'krakov' } };

/** A dataset without a place. */
export const Empty: Story = {
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(empty)}${map(args)}</history-dataset>`,
};

/** The page is mirrored, the map is not. */
export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl', language: 'ar' },
};

/** A list in a language that is written from right to left. */
export const Arabic: Story = {
  globals: { direction: 'rtl', language: 'ar' },
  parameters: { dataset: arabic },
};

/** The map takes the page’s colour scheme. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** In a column of 320 pixels: the places where most happened, and the list below. */
export const Narrow: Story = { parameters: { width: '320px', wide: false } };

/** Names, dates and the interface in the reader’s language. */
export const PolishReader: Story = { name: 'A Polish reader', args: { lang: 'pl' } };
