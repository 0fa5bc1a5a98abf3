import '../src/elements/person-card/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { block, empty, slow, UNREACHABLE } from './datasets.js';

interface Args {
  person?: string;
  organisation?: string;
  src?: string;
  lang?: string;
  'heading-level'?: number;
}

const card = (args: Args, fallback: unknown = '') =>
  html`<person-card
    person=${ifDefined(args.person)}
    organisation=${ifDefined(args.organisation)}
    src=${ifDefined(args.src)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
    >${fallback}</person-card
  >`;

const meta: Meta<Args> = {
  title: 'Elements/person-card',
  component: 'person-card',
  render: (args) => card(args),
};
export default meta;

type Story = StoryObj<Args>;

/** Roles with their periods; presence at an event on the word of each voice by itself. */
export const Default: Story = { args: { person: 'eichmann' } };

/** The author of a memoir, with the positions that he takes. */
export const Author: Story = { args: { person: 'bor-komorowski' } };

/** A name in another script. */
export const OtherScript: Story = { args: { person: 'beria' } };

/** An organisation, with the people who are said to have been in it. */
export const Organisation: Story = { args: { organisation: 'nkvd' } };

/** Until the dataset is there, the page’s own words stay. */
export const Loading: Story = {
  args: { person: 'eichmann' },
  render: (args) => card({ ...args, src: slow() }, html`<p>Adolf Eichmann</p>`),
};

/** The page’s own words stay; what is wrong is said below them. */
export const Unreachable: Story = {
  args: { person: 'eichmann', src: UNREACHABLE },
  render: (args) => card(args, html`<p>Adolf Eichmann</p>`),
};

/** The id that was not found, and the nearest that exists. */
export const UnknownId: Story = { args: { person: 'eichman' } };

/** A dataset with nothing in it. */
export const Empty: Story = {
  args: { person: 'eichmann' },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(empty)}${card(args)}</history-dataset>`,
};

/** In a page that is read from right to left. */
export const RightToLeft: Story = {
  name: 'Right to left',
  args: { person: 'beria' },
  globals: { direction: 'rtl', language: 'ar' },
};

/** The card takes the page’s colour scheme. */
export const Dark: Story = { args: { person: 'eichmann' }, globals: { theme: 'dark' } };

/** In a column of 320 pixels. */
export const Narrow: Story = { args: { organisation: 'nkvd' }, parameters: { width: '320px' } };

/** The interface in the reader’s language; names stay in their own. */
export const PolishReader: Story = {
  name: 'A Polish reader',
  args: { person: 'eichmann', lang: 'pl' },
};
