import '../src/elements/source-cite/define.js';
import '../src/elements/source-list/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { fire, slow, UNREACHABLE } from './datasets.js';

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
  args: { source: 'nowak-1998', locator: 'p. 88' },
  // Numbers follow the whole page, so each story has a page of its own.
  parameters: { dataset: fire, docs: { story: { inline: false, height: '280px' } } },
  render: (args) =>
    html`<p>The inquest found a faulty stove.${cite(args)} Not everyone believed it.</p>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Point at the mark, focus it or press it: its note opens. */
export const Default: Story = {};

/** Several sources in one mark; locators stand in the same order, set apart by semicolons. */
export const SeveralSources: Story = {
  args: { source: 'nowak-1998 gazette-1921', locator: 'p. 88; p. 1', prefix: 'see' },
};

/** What was read in another source says so. */
export const ReadVia: Story = {
  args: { source: 'inquest-1921', locator: 'fol. 3', via: 'nowak-1998' },
};

/** The words cited, in their own language and translated. */
export const Quotation: Story = {
  args: {
    source: 'kowalska-1975',
    locator: 's. 13',
    quotation: 'Mówił, że pachniało benzyną.',
    'quotation-lang': 'pl',
    translation: 'He said there had been a smell of petrol.',
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
        The inquest blamed a stove,${cite({ source: 'nowak-1998', locator: 'p. 88' })} a clerk did
        not,${cite({ source: 'kowalska-1975', locator: 's. 13' })} and the historian comes back to
        it.${cite({ source: 'nowak-1998', locator: 'p. 97' })} The paper was there
        first.${cite({ source: 'gazette-1921', locator: 'p. 1' })}
      </p>
      <source-list></source-list>`,
};

/** Until the dataset is there, the page’s own words stay. */
export const Loading: Story = {
  render: (args) =>
    html`<p>
      The inquest found a faulty stove ${cite({ ...args, src: slow() }, '(Nowak 1998, p. 88)')}.
    </p>`,
};

/** The page’s own words stay; what is wrong is said beside them. */
export const Unreachable: Story = {
  args: { src: UNREACHABLE },
  render: (args) =>
    html`<p>The inquest found a faulty stove ${cite(args, '(Nowak 1998, p. 88)')}.</p>`,
};

/** The id that was not found, and the nearest that exists. */
export const UnknownId: Story = { args: { source: 'nowak-1989' } };

/** Nothing says which dataset to read. */
export const WithoutDataset: Story = { parameters: { dataset: false } };

/** In text that is read from right to left. */
export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl', language: 'ar' },
  render: (args) => html`<p>وجد التحقيق موقدًا معطوبًا.${cite(args)} ولم يصدّقه الجميع.</p>`,
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
  args: { source: 'nowak-1998 gazette-1921', locator: 'p. 88; p. 1' },
};
