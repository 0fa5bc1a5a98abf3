import '../src/elements/contested-claim/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { arabic, block, empty, slow, UNREACHABLE } from './datasets.js';

interface Args {
  claim?: string;
  src?: string;
  lang?: string;
  'heading-level'?: number;
}

const claim = (args: Args, fallback: unknown = '') =>
  html`<contested-claim
    claim=${ifDefined(args.claim)}
    src=${ifDefined(args.src)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
    >${fallback}</contested-claim
  >`;

const meta: Meta<Args> = {
  title: 'Elements/contested-claim',
  component: 'contested-claim',
  args: { claim: 'krakow-1940-03-purpose' },
  render: (args) => claim(args),
};
export default meta;

type Story = StoryObj<Args>;

/** The neutral statement first, then what nobody disputes, then each voice with its grounds. */
export const Default: Story = {};

/** Documents stand behind it. */
export const Documented: Story = { args: { claim: 'extraditions' } };

/** One voice says so. */
export const Reported: Story = { args: { claim: 'our-himmler' } };

/** No source is given for it. */
export const Unsupported: Story = { args: { claim: 'unrecorded-meetings' } };

/** Five positions. */
export const ManyPositions: Story = { args: { claim: 'brest-joint-parade' } };

/** Until the dataset is there, the page’s own words stay. */
export const Loading: Story = {
  render: (args) =>
    claim({ ...args, src: slow() }, html`<p>What the talks were for is disputed.</p>`),
};

/** The page’s own words stay; what is wrong is said below them. */
export const Unreachable: Story = {
  args: { src: UNREACHABLE },
  render: (args) => claim(args, html`<p>What the talks were for is disputed.</p>`),
};

/** The id that was not found, and the nearest that exists. */
export const UnknownId: Story = { args: { claim: 'krakow-1940-purpose' } };

/** Nothing says which dataset to read. */
export const WithoutDataset: Story = { parameters: { dataset: false } };

/** A dataset with nothing in it. */
export const Empty: Story = {
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(empty)}${claim(args)}</history-dataset>`,
};

/** A dataset and a page that are read from right to left. */
export const RightToLeft: Story = {
  name: 'Right to left',
  args: { claim: 'cause' },
  globals: { direction: 'rtl', language: 'ar' },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(arabic)}${claim(args)}</history-dataset>`,
};

/** The claim takes the page’s colour scheme. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** In a column of 320 pixels. */
export const Narrow: Story = { parameters: { width: '320px' } };

/** The interface in the reader’s language; quotations stay in their own. */
export const PolishReader: Story = { name: 'A Polish reader', args: { lang: 'pl' } };
