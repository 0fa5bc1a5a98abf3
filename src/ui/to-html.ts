import { nothing, type TemplateResult } from './html.js';

/**
 * A Lit template as one line of HTML, without a DOM: what makes a view's static form. It knows child
 * text and attributes; listeners and properties have no meaning there and are
 * left out. Directives are not for views.
 * @param value a template, text, or arrays of them
 * @param bare leaves out `class` and `part`, which mean nothing outside a shadow tree
 */
export function toHtml(value: unknown, bare = false): string {
  if (value === nothing || value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((item) => toHtml(item, bare)).join('');
  if (!isTemplate(value)) return escape(String(value));
  let out = '';
  let skip: string | undefined;
  value.strings.forEach((literal, i) => {
    let text = literal;
    if (skip !== undefined) {
      // The rest of a dropped attribute's quotes.
      text = skip && text.startsWith(skip) ? text.slice(skip.length) : text;
      skip = undefined;
    }
    text = text.replace(/\s+/g, ' ').replace(/ (\/?>)/g, '$1');
    if (bare) text = text.replace(/ (?:class|part)="[^"]*"/g, '');
    if (i === value.strings.length - 1) {
      out += text;
      return;
    }
    const bound = value.values[i];
    const attribute = /\s([@.]?[\w-]+)=(["']?)$/.exec(text);
    if (!attribute) {
      out += text + toHtml(bound, bare);
      return;
    }
    const [whole, name = '', quote = ''] = attribute;
    out += text.slice(0, -whole.length);
    skip = quote;
    const sort = name[0];
    if (sort === '@' || sort === '.' || bound === nothing || bound === null || bound === undefined)
      return;
    if (bare && (name === 'class' || name === 'part')) return;
    out += ` ${name}="${escape(String(bound))}"`;
  });
  return out;
}

const isTemplate = (value: unknown): value is TemplateResult =>
  typeof value === 'object' && value !== null && 'strings' in value;

/** Text as it must be written in HTML, in an element or an attribute; a line break becomes a space. */
export const escape = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
