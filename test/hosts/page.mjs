/**
 * The page that every host publishes in its own words: paragraphs, which are lists of texts and
 * citations, and widgets between them. `text` is what the author wrote inside.
 */
export const PAGE = {
  title: 'Meetings of the security police',
  body: [
    [
      'The summary speaks of a meeting at Zakopane ',
      {
        tag: 'source-cite',
        attributes: { source: 'rees-2008', locator: 'p. 54' },
        text: 'Rees 2008, p. 54',
      },
      ' in December 1939.',
    ],
    {
      tag: 'event-card',
      attributes: { event: 'zakopane-1939-12' },
      text: 'Conference at Zakopane, December 1939',
    },
    ['Between the widgets stands a sentence.'],
    {
      tag: 'contested-claim',
      attributes: { claim: 'krakow-1940-03-purpose' },
      text: 'What was the meeting at Kraków for?',
    },
    {
      tag: 'conference-timeline',
      attributes: { from: '1939-09', to: '1940-04' },
      text: 'The meetings, September 1939 to April 1940',
    },
    { tag: 'source-list', attributes: {}, text: 'Sources' },
  ],
};

/** A widget as HTML on one line: its element, or the data-attribute form. */
export function html({ tag, attributes, text }, form = 'element') {
  const host = form === 'element' ? tag : tag === 'source-cite' ? 'span' : 'div';
  const prefix = form === 'element' ? '' : 'data-';
  const written = Object.entries(attributes).map(([name, value]) => ` ${prefix}${name}="${value}"`);
  if (form !== 'element') written.unshift(` data-attested="${tag}"`);
  return `<${host}${written.join('')}>${text}</${host}>`;
}

/** The whole body, each piece written by `widget`, paragraphs set apart by a blank line. */
export const write = (page, widget = html) =>
  page.body
    .map((part) =>
      Array.isArray(part)
        ? part.map((piece) => (typeof piece === 'string' ? piece : widget(piece))).join('')
        : widget(part),
    )
    .join('\n\n');
