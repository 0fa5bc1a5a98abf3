import '../src/elements/event-card/define.js';
import '../src/elements/history-dataset/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { arabic, block, UNREACHABLE } from './datasets.js';

interface Args {
  src?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/history-dataset',
  component: 'history-dataset',
  args: { src: 'data/conferences.json' },
  parameters: { dataset: false },
  render: (args) =>
    html`<history-dataset src=${ifDefined(args.src)}
      ><event-card event="lwow-1939-10"></event-card
    ></history-dataset>`,
};
export default meta;

type Story = StoryObj<Args>;

/** One dataset, by its URL, for everything inside. */
export const Default: Story = {};

/** A dataset that stands in the page itself, as its authors write it. */
export const Inline: Story = {
  render: () =>
    html`<history-dataset
      >${block(arabic)}<event-card event="fire" lang="ar" dir="rtl"></event-card
    ></history-dataset>`,
};

/** The inner dataset holds for what is inside it. */
export const Nested: Story = {
  render: (args) =>
    html`<history-dataset src=${ifDefined(args.src)}>
      <event-card event="lwow-1939-12"></event-card>
      <history-dataset
        >${block(arabic)}<event-card event="fire" lang="ar" dir="rtl"></event-card
      ></history-dataset>
    </history-dataset>`,
};

/** Each element inside says what is wrong, in its place. */
export const Unreachable: Story = { args: { src: UNREACHABLE } };

/** The inline block is no JSON. */
export const Malformed: Story = {
  render: () =>
    html`<history-dataset
      >${block('{ "events": }')}<event-card event="fire"></event-card
    ></history-dataset>`,
};

/** Neither a URL nor an inline block. */
export const WithoutDataset: Story = {
  render: () => html`<history-dataset><event-card event="fire"></event-card></history-dataset>`,
};
