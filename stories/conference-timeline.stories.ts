import '../src/elements/conference-timeline/define.js';
import '../src/elements/event-card/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { arabic, block, dates, empty, long, slow, UNREACHABLE } from './datasets.js';

interface Args {
  from?: string;
  to?: string;
  'group-by'?: 'kind' | 'place' | 'status' | 'person' | 'organisation';
  event?: string;
  bookmark?: boolean;
  overview?: '' | 'off';
  layout?: 'vertical';
  src?: string;
  lang?: string;
  'heading-level'?: number;
}

const timeline = (args: Args, fallback: unknown = '') =>
  html`<conference-timeline
    from=${ifDefined(args.from)}
    to=${ifDefined(args.to)}
    group-by=${ifDefined(args['group-by'])}
    event=${ifDefined(args.event)}
    ?bookmark=${args.bookmark}
    overview=${ifDefined(args.overview)}
    layout=${ifDefined(args.layout)}
    src=${ifDefined(args.src)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
    >${fallback}</conference-timeline
  >`;

const meta: Meta<Args> = {
  title: 'Elements/conference-timeline',
  component: 'conference-timeline',
  args: { from: '1939-08', to: '1940-07' },
  parameters: { wide: true },
  render: (args) => timeline(args),
};
export default meta;

type Story = StoryObj<Args>;

/** Drag or use the keyboard; an event opens its card. */
export const Default: Story = {};

/** The whole dataset. */
export const Everything: Story = { args: { from: undefined, to: undefined } };

/** In lanes by kind of event. */
export const ByKind: Story = { args: { 'group-by': 'kind' } };

/** In lanes by how surely an event took place. */
export const ByStatus: Story = { args: { 'group-by': 'status' } };

/** In lanes by place. */
export const ByPlace: Story = { args: { 'group-by': 'place' } };

/** In lanes by who took part: an event stands in the lane of each. */
export const ByPerson: Story = { args: { 'group-by': 'person' } };

/** In lanes by the organisations that took part. */
export const ByOrganisation: Story = { args: { 'group-by': 'organisation' } };

/** In the filter a reader searches by title, place, people and kind: “krakow” finds “Kraków”. */
export const Search: Story = {
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('conference-timeline')?.shadowRoot;
    const part = <T extends Element>(selector: string): Promise<T> =>
      new Promise((done) => {
        const look = (): unknown => {
          const found = root?.querySelector<T>(selector);
          return found ? done(found) : setTimeout(look, 50);
        };
        look();
      });
    (await part<HTMLElement>('[part=toolbar] [aria-expanded]')).click();
    const field = await part<HTMLInputElement>('[part=search]');
    field.value = 'krakow';
    field.dispatchEvent(new Event('input'));
  },
};

/** The page says which event is open; it follows what the reader opens. */
export const Opened: Story = {
  name: 'An event is open',
  args: { event: 'zakopane-1939-12' },
};

/**
 * What is in view and open is kept in the address of the page, here that of the story’s own frame, and
 * read from there: `#t=1939-09..1940-03&event=zakopane-1939-12`.
 */
export const Bookmark: Story = { args: { bookmark: true } };

/** The strip with the whole time: drag the window, or its ends, click beside it, or use the arrow keys. */
export const Overview: Story = {
  args: { from: '1939-09', to: '1939-12', overview: '' },
};

/** Time runs down the page. The wheel and one finger scroll the page; drag with the mouse or two fingers. */
export const Vertical: Story = { args: { layout: 'vertical', from: '1939-09', to: '1939-12' } };

/** Lanes stand side by side where there is room. */
export const VerticalByCountry: Story = {
  name: 'Vertical, in lanes',
  args: { layout: 'vertical', 'group-by': 'place', from: '1939-09', to: '1939-12' },
};

/** Where narrow too, if the page asks for it. */
export const VerticalNarrow: Story = {
  name: 'Vertical and narrow',
  args: { layout: 'vertical', from: '1939-09', to: '1939-12' },
  parameters: { width: '320px', wide: false },
};

/**
 * Each form of date has its drawing, which the legend explains: sets with each member in its place, the sure
 * days of an interval with coarse ends, seasons, digits that are not given, doubt of a whole date or a part,
 * hours, open and unknown ends; a date that another source gives; and a source with the Julian calendar.
 */
export const Dates: Story = {
  name: 'Every form of date',
  args: { from: '1917', to: '1917' },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(dates)}${timeline(args)}</history-dataset>`,
};

/** In a narrow column, and on paper, it is a list. */
export const Narrow: Story = { parameters: { width: '320px', wide: false } };

/** Until the dataset is there, the page’s own words stay. */
export const Loading: Story = {
  render: (args) =>
    timeline(
      { ...args, src: slow() },
      html`<p>The meetings of 1939 and 1940, as they are reported</p>`,
    ),
};

/** The page’s own words stay; what is wrong is said below them. */
export const Unreachable: Story = {
  args: { src: UNREACHABLE },
  render: (args) =>
    timeline(args, html`<p>The meetings of 1939 and 1940, as they are reported</p>`),
};

/** Nothing says which dataset to read. */
export const WithoutDataset: Story = { parameters: { dataset: false } };

/** A dataset with nothing in it. */
export const Empty: Story = {
  args: { from: undefined, to: undefined },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(empty)}${timeline(args)}</history-dataset>`,
};

/** A title longer than any line. */
export const LongText: Story = {
  args: { from: undefined, to: undefined },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(long)}${timeline(args)}</history-dataset>`,
};

/** The axis runs from right to left, and so do the arrow keys. */
export const RightToLeft: Story = {
  name: 'Right to left',
  globals: { direction: 'rtl' },
};

/** A dataset that is read from right to left. */
export const Arabic: Story = {
  name: 'Right to left, in Arabic',
  args: { from: undefined, to: undefined },
  globals: { direction: 'rtl', language: 'ar' },
  parameters: { dataset: false },
  render: (args) => html`<history-dataset>${block(arabic)}${timeline(args)}</history-dataset>`,
};

/** The timeline takes the page’s colour scheme. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** The interface and the dates in the reader’s language. */
export const PolishReader: Story = { name: 'A Polish reader', args: { lang: 'pl' } };
