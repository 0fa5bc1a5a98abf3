/**
 * Attested in Eleventy: `eleventyConfig.addPlugin(attested, { library, dataset })` gives the shortcodes
 * `attested`, one widget, and `attestedScript`, the script tag.
 */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[&<>"]/g, (it) => ENTITIES[it]);

/**
 * A widget in its data-attribute form, on one line.
 * @param {string} tag the element's tag
 * @param {Record<string, string>} attributes its attributes
 * @param {string} title what it says until it is there
 */
export function widget(tag, attributes = {}, title = '') {
  const host = tag === 'source-cite' ? 'span' : 'div';
  const said = Object.entries(attributes)
    // Nunjucks passes what was set by name with a mark of its own.
    .filter(([name]) => /^[a-z]+(-[a-z]+)*$/.test(name))
    .map(([name, value]) => ` data-${name}="${escape(value)}"`);
  return `<${host} data-attested="${escape(tag)}"${said.join('')}>${escape(title)}</${host}>`;
}

/**
 * @param {object} eleventyConfig
 * @param {{library?: string, dataset: string}} options their addresses on the site
 */
export default function attested(eleventyConfig, { library = '/attested/attested.js', dataset }) {
  eleventyConfig.addShortcode('attested', widget);
  eleventyConfig.addShortcode(
    'attestedScript',
    () =>
      `<script type="module" src="${escape(library)}" data-dataset="${escape(dataset)}"></script>`,
  );
}
