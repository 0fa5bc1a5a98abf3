import '../src/elements/event-card/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/** What the guide “Style it” shows. */
const meta: Meta = {
  title: 'Guides/Style it',
  tags: ['!autodocs', '!dev'],
  render: () => html`<event-card event="yalta-1945-02"></event-card>`,
};
export default meta;

type Story = StoryObj;

export const CustomProperties: Story = {
  render: () =>
    html`<div
      style="--attested-accent-color: light-dark(#1a5fb4, #99c1f1); --attested-font-family: 'DejaVu Sans', sans-serif; --attested-measure: 32em; --attested-space: 1.1em"
    >
      <event-card event="yalta-1945-02"></event-card>
    </div>`,
};

export const Parts: Story = {
  render: () =>
    html`<style>
        .framed::part(card) {
          padding: 1.25rem;
          border: 1px solid;
        }
        .framed::part(title) {
          font-variant: small-caps;
        }
      </style>
      <event-card class="framed" event="yalta-1945-02"></event-card>`,
};

export const Dark: Story = { globals: { theme: 'dark' } };
