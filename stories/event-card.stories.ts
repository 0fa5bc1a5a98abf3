import '../src/elements/event-card/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { arabic, block, empty, long, slow, UNREACHABLE } from './datasets.js';

interface Args {
  event?: string;
  src?: string;
  lang?: string;
  'heading-level'?: number;
}

const card = (args: Args, fallback: unknown = '') =>
  html`<event-card
    event=${ifDefined(args.event)}
    src=${ifDefined(args.src)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
    >${fallback}</event-card
  >`;

const meta: Meta<Args> = {
  title: 'Elements/event-card',
  component: 'event-card',
  args: { event: 'zakopane-1939-12' },
  render: (args) => card(args),
};
export default meta;

type Story = StoryObj<Args>;

/** One event: give its id. */
export const Default: Story = {};

/** An event on which sources agree, with the larger event that it is part of. */
export const Established: Story = { args: { event: 'brest-handover-1939-09' } };

/** Whether it happened at all is open: that is said by a shape and a word, and on what grounds. */
export const Unconfirmed: Story = { args: { event: 'lwow-1939-10' } };

/** Sources contradict one another. Each roster is somebody’s, and the claims lead to the positions. */
export const Contested: Story = { args: { event: 'krakow-1940-03' } };

/** The whole series, with its parts. */
export const Series: Story = { args: { event: 'meetings-1939-1940' } };

/** Until the dataset is there, and for ever if it never is, the page’s own words stay. */
export const Loading: Story = {
  render: (args) =>
    card({ ...args, src: slow() }, html`<p>The conference at Zakopane, December 1939</p>`),
};

/** The page’s own words stay; what is wrong is said below them, and can be tried again. */
export const Unreachable: Story = {
  args: { src: UNREACHABLE },
  render: (args) => card(args, html`<p>The conference at Zakopane, December 1939</p>`),
};

/** The file is there, but it is no JSON. */
export const Malformed: Story = { args: { src: 'data:application/json,{"events":' } };

/** The id that was not found, and the nearest that exists. */
export const UnknownId: Story = { args: { event: 'zakopane-1939-11' } };

/** An element without an id says which attribute is missing. */
export const WithoutId: Story = { args: { event: '' } };

/** Nothing says which dataset to read. */
export const WithoutDataset: Story = { parameters: { dataset: false } };

/** A dataset with nothing in it. */
export const Empty: Story = {
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(empty)}${card(args)}</history-dataset>`,
};

/** Words longer than any line, and more of everything than there is room for. */
export const LongText: Story = {
  args: { event: 'long' },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(long)}${card(args)}</history-dataset>`,
};

/** A dataset and a page that are read from right to left. */
export const RightToLeft: Story = {
  name: 'Right to left',
  args: { event: 'fire' },
  globals: { direction: 'rtl', language: 'ar' },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(arabic)}${card(args)}</history-dataset>`,
};

/** The card takes the page’s colour scheme. */
export const Dark: Story = { args: { event: 'krakow-1940-03' }, globals: { theme: 'dark' } };

/** In a column of 320 pixels. */
export const Narrow: Story = { parameters: { width: '320px' } };

/** Dates, names of places and the interface in the reader’s language. */
export const PolishReader: Story = { name: 'A Polish reader', args: { lang: 'pl' } };

/** The level that fits the page’s outline. */
export const HeadingLevel: Story = { args: { 'heading-level': 2 } };
