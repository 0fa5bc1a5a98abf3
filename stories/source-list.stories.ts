import '../src/elements/source-cite/define.js';
import '../src/elements/source-list/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { arabic, block, empty, fire, long, slow, UNREACHABLE } from './datasets.js';

interface Args {
  all?: boolean;
  src?: string;
  lang?: string;
  'heading-level'?: number;
}

const list = (args: Args, fallback: unknown = '') =>
  html`<source-list
    ?all=${args.all}
    src=${ifDefined(args.src)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
    >${fallback}</source-list
  >`;

const text = html`<p>
  The inquest blamed a stove,<source-cite source="nowak-1998" locator="p. 88"></source-cite> a clerk
  did not,<source-cite source="kowalska-1975" locator="s. 13"></source-cite> and the historian comes
  back to it.<source-cite source="nowak-1998" locator="p. 97"></source-cite>
</p>`;

const meta: Meta<Args> = {
  title: 'Elements/source-list',
  component: 'source-list',
  args: { all: false },
  // The list is one of the whole page, so each story has a page of its own.
  parameters: { dataset: fire, docs: { story: { inline: false, height: '360px' } } },
  render: (args) => html`${text}${list(args)}`,
};
export default meta;

type Story = StoryObj<Args>;

/** The sources that this page cites, in the order of their first mark; each entry links back to its marks. */
export const Default: Story = {};

/** Every source of the dataset, cited on this page or not. */
export const All: Story = {
  args: { all: true },
  parameters: { docs: { story: { height: '600px' } } },
  render: (args) => list({ ...args, src: 'data/conferences.json' }),
};

/** A page that cites nothing. */
export const Empty: Story = { render: (args) => list(args) };

/** A dataset with nothing in it. */
export const EmptyDataset: Story = {
  args: { all: true },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(empty)}${list(args)}</history-dataset>`,
};

/** Until the dataset is there, the page’s own words stay. */
export const Loading: Story = {
  render: () => list({ src: slow() }, html`<p>Nowak 1998; Kowalska 1975.</p>`),
};

/** The page’s own words stay; what is wrong is said below them. */
export const Unreachable: Story = {
  render: () => list({ src: UNREACHABLE }, html`<p>Nowak 1998; Kowalska 1975.</p>`),
};

/** Nothing says which dataset to read. */
export const WithoutDataset: Story = {
  parameters: { dataset: false },
  render: (args) => list(args),
};

/** References longer than any line. */
export const LongText: Story = {
  args: { all: true },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(long)}${list(args)}</history-dataset>`,
};

/** A dataset and a page that are read from right to left. */
export const RightToLeft: Story = {
  name: 'Right to left',
  args: { all: true },
  globals: { direction: 'rtl', language: 'ar' },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(arabic)}${list(args)}</history-dataset>`,
};

/** The list takes the page’s colour scheme. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** In a column of 320 pixels. */
export const Narrow: Story = { parameters: { width: '320px' } };

/** The interface in the reader’s language; references stay as they are. */
export const PolishReader: Story = { name: 'A Polish reader', args: { lang: 'pl' } };
