import '../src/elements/history-dataset/define.js';
import './preview.css';
import type { Preview } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { withActions } from 'storybook/actions/decorator';
import type { Dataset } from '../src/dataset/types.js';
import { block } from '../stories/datasets.js';
import { extractArgTypes, extractComponentDescription } from './arg-types.js';

const theme = (value: unknown): 'dark' | 'light' => (value === 'dark' ? 'dark' : 'light');

/** The story with its dataset around it: the conferences, another, or none. */
const within = (dataset: Dataset | false | undefined, content: TemplateResult): TemplateResult => {
  if (dataset === false) return content;
  return dataset
    ? html`<history-dataset>${block(dataset)}${content}</history-dataset>`
    : html`<history-dataset src="data/conferences.json">${content}</history-dataset>`;
};

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Colours of the page',
      toolbar: { icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
    },
    language: {
      description: 'Language of the page',
      toolbar: { icon: 'globe', items: ['en', 'pl', 'de', 'ru', 'uk', 'ar'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', language: 'en', direction: 'ltr' },
  decorators: [
    withActions,
    // A page around the story.
    (story, { parameters, globals }) => {
      const content = story() as TemplateResult;
      return html`<div
        class="page ${theme(globals['theme'])} ${parameters['wide'] ? 'wide' : ''}"
        lang=${globals['language'] as string}
        dir=${globals['direction'] as string}
        style="color-scheme: ${theme(globals['theme'])}; ${parameters['width'] ? `inline-size: ${parameters['width']}; box-sizing: border-box` : ''}"
      >
        ${within(parameters['dataset'] as Dataset | false | undefined, content)}
      </div>`;
    },
  ],
  parameters: {
    layout: 'fullscreen',
    // Beside a story stand only the attributes; the docs have it all.
    controls: { expanded: true, sort: 'none', exclude: /^(\.|attested-|\(|::part|--)/ },
    actions: { handles: ['attested-ready', 'attested-error', 'attested-select'] },
    // An element alone is not a page with landmarks.
    a11y: { context: '.page', config: { rules: [{ id: 'region', enabled: false }] } },
    docs: {
      extractArgTypes,
      extractComponentDescription,
      source: { excludeDecorators: true, language: 'html' },
      toc: { headingSelector: 'h2, h3' },
    },
    options: {
      storySort: {
        order: [
          'Guides',
          ['Put a card on a page', 'Write a dataset', 'Style it', 'Three forms of one widget'],
          'Elements',
          [
            'event-card',
            'source-cite',
            'source-list',
            'contested-claim',
            'claim-matrix',
            'person-card',
            'conference-timeline',
            'place-map',
            'history-dataset',
          ],
        ],
      },
    },
  },
};

export default preview;
