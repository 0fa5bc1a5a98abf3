import '../src/elements/source-cite/define.js';
import '../src/elements/source-list/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { slow, UNREACHABLE } from './datasets.js';

interface Args {
  source?: string;
  locator?: string;
  prefix?: string;
  suffix?: string;
  via?: string;
  quotation?: string;
  'quotation-lang'?: string;
  translation?: string;
  'translation-lang'?: string;
  translator?: string;
  src?: string;
  lang?: string;
}

const cite = (args: Args, fallback: unknown = '') =>
  html`<source-cite
    source=${ifDefined(args.source)}
    locator=${ifDefined(args.locator)}
    prefix=${ifDefined(args.prefix)}
    suffix=${ifDefined(args.suffix)}
    via=${ifDefined(args.via)}
    quotation=${ifDefined(args.quotation)}
    quotation-lang=${ifDefined(args['quotation-lang'])}
    translation=${ifDefined(args.translation)}
    translation-lang=${ifDefined(args['translation-lang'])}
    translator=${ifDefined(args.translator)}
    src=${ifDefined(args.src)}
    lang=${ifDefined(args.lang)}
    >${fallback}</source-cite
  >`;

const meta: Meta<Args> = {
  title: 'Elements/source-cite',
  component: 'source-cite',
  args: { source: 'rees-2008', locator: 'p. 54' },
  // Numbers follow the whole page, so each story has a page of its own.
  parameters: { docs: { story: { inline: false, height: '280px' } } },
  render: (args) =>
    html`<p>The officers met for several weeks.${cite(args)} What they discussed is open.</p>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Point at the mark, focus it or press it: its note opens. */
export const Default: Story = {};

/** Several sources in one mark; locators stand in the same order, set apart by semicolons. */
export const SeveralSources: Story = {
  args: { source: 'rees-2008 conquest-1991', locator: 'p. 54; p. 229', prefix: 'see' },
};

/** What was read in another source says so. */
export const ReadVia: Story = {
  args: { source: 'bor-komorowski', locator: 'p. 46', via: 'rees-2008' },
};

/** The words cited, in their own language and translated. */
export const Quotation: Story = {
  args: {
    source: 'kalbarczyk-2010',
    locator: 's. 12',
    quotation: 'Rozmowy trwały kilka tygodni.',
    'quotation-lang': 'pl',
    translation: 'The talks went on for several weeks.',
    'translation-lang': 'en',
    translator: 'the editors',
  },
};

/** Numbers follow the order of the page, the same source has the same number, and the list links back. */
export const OnAPage: Story = {
  name: 'On a page, with its list',
  parameters: { docs: { story: { inline: false, height: '520px' } } },
  render: () =>
    html`<p>
        One historian tells it so,${cite({ source: 'rees-2008', locator: 'p. 54' })} another denies
        it,${cite({ source: 'vishlyov-2001', locator: 'p. 120' })} and the first comes back to
        it.${cite({ source: 'rees-2008', locator: 'pp. 60–61' })} A third passes on what others
        said.${cite({ source: 'conquest-1991', locator: 'p. 229' })}
      </p>
      <source-list></source-list>`,
};

/** Until the dataset is there, the page’s own words stay. */
export const Loading: Story = {
  render: (args) =>
    html`<p>
      The officers met for several weeks ${cite({ ...args, src: slow() }, '(Rees 2008, p. 54)')}.
    </p>`,
};

/** The page’s own words stay; what is wrong is said beside them. */
export const Unreachable: Story = {
  args: { src: UNREACHABLE },
  render: (args) =>
    html`<p>The officers met for several weeks ${cite(args, '(Rees 2008, p. 54)')}.</p>`,
};

/** The id that was not found, and the nearest that exists. */
export const UnknownId: Story = { args: { source: 'rees-2009' } };

/** Nothing says which dataset to read. */
export const WithoutDataset: Story = { parameters: { dataset: false } };

/** In text that is read from right to left. */
export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl', language: 'ar' },
  render: (args) => html`<p>دامت المحادثات عدة أسابيع.${cite(args)} وموضوعها غير معروف.</p>`,
};

/** The mark takes the page’s colours. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** In a column of 320 pixels: the note never leaves the window. */
export const Narrow: Story = { parameters: { width: '320px' } };

/** The note in the reader’s language. */
export const PolishReader: Story = { name: 'A Polish reader', globals: { language: 'pl' } };

/**
 * On paper nothing opens: where the page has no list of sources, each mark is spelled out in brackets.
 * See it in the browser’s print preview.
 */
export const InPrint: Story = {
  args: { source: 'rees-2008 conquest-1991', locator: 'p. 54; p. 229' },
};
