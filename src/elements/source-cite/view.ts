import { html, type TemplateResult } from 'lit';
import type { Cite } from '../../dataset/compiled.js';
import { sourceLines } from '../../ui/rich-text.js';
import { join, say, type View } from '../../ui/view.js';

/** The sources of a citation spelled out in brackets, for print and where there is no script. */
export const citeView = (view: View, cites: Cite[]): TemplateResult =>
  html`(${join(
    cites.map((cite) => [
      cite.prefix && [say(view, cite.prefix), ' '],
      join(sourceLines(view, cite.source, [cite], 'inline'), '; '),
      cite.suffix && [', ', say(view, cite.suffix)],
    ]),
    '; ',
  )})`;
