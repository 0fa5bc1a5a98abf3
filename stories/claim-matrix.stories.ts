import '../src/elements/claim-matrix/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { arabic, block, empty, slow, UNREACHABLE } from './datasets.js';

interface Args {
  event?: string;
  status?: string;
  stance?: string;
  'source-kind'?: string;
  sort?: string;
  src?: string;
  lang?: string;
}

const matrix = (args: Args, fallback: unknown = '') =>
  html`<claim-matrix
    event=${ifDefined(args.event)}
    status=${ifDefined(args.status)}
    stance=${ifDefined(args.stance)}
    source-kind=${ifDefined(args['source-kind'])}
    sort=${ifDefined(args.sort)}
    src=${ifDefined(args.src)}
    lang=${ifDefined(args.lang)}
    >${fallback}</claim-matrix
  >`;

const meta: Meta<Args> = {
  title: 'Elements/claim-matrix',
  component: 'claim-matrix',
  render: (args) => matrix(args),
};
export default meta;

type Story = StoryObj<Args>;

/** Every claim against every source that speaks of one. Arrow keys go through it; Enter opens a cell. */
export const Default: Story = {};

/** The claims about one event. */
export const OneEvent: Story = { args: { event: 'krakow-1940-03' } };

/** Only what is contested, by date. */
export const Contested: Story = { args: { status: 'contested', sort: 'date' } };

/** Only what the memoirs say. */
export const Memoirs: Story = { args: { 'source-kind': 'memoir' } };

/** Sorted by what one source says. */
export const BySource: Story = { args: { sort: 'vishlyov-2001' } };

/** Nothing that fits. */
export const NothingFits: Story = { args: { status: 'refuted' } };

/** Until the dataset is there, the page’s own words stay. */
export const Loading: Story = {
  render: (args) =>
    matrix({ ...args, src: slow() }, html`<p>Who says what, and who disputes it.</p>`),
};

/** The page’s own words stay; what is wrong is said below them. */
export const Unreachable: Story = {
  args: { src: UNREACHABLE },
  render: (args) => matrix(args, html`<p>Who says what, and who disputes it.</p>`),
};

/** The id that was not found, and the nearest that exists. */
export const UnknownId: Story = { args: { event: 'krakow-1940-3' } };

/** A dataset with nothing in it. */
export const Empty: Story = {
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(empty)}${matrix(args)}</history-dataset>`,
};

/** A dataset and a page that are read from right to left. */
export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl', language: 'ar' },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(arabic)}${matrix(args)}</history-dataset>`,
};

/** The matrix takes the page’s colour scheme. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** In a column of 320 pixels: a list of claims, each with its sources. */
export const Narrow: Story = { args: { event: 'krakow-1940-03' }, parameters: { width: '320px' } };

/** The interface in the reader’s language. */
export const PolishReader: Story = { name: 'A Polish reader', args: { lang: 'pl' } };
