import { html, type TemplateResult } from '../../ui/html.js';
import type { Cite } from '../../dataset/compiled.js';
import { sourceLines } from '../../ui/rich-text.js';
import { join, say, type View } from '../../ui/view.js';

/** A note that goes on in its line: without the full stop at its end. */
const running: View['note'] = (view, source, cite) =>
  view
    .note?.(view, source, cite)
    ?.map((piece, i, { length }) =>
      i === length - 1 && typeof piece === 'string' ? piece.replace(/\.$/, '') : piece,
    );

/** The sources of a citation spelled out in brackets, for print and where there is no script. */
export const citeView = (view: View, cites: Cite[]): TemplateResult =>
  html`(${join(
    cites.map((cite) => [
      cite.prefix && [say(view, cite.prefix), ' '],
      join(
        sourceLines(
          { ...view, note: (_, ...it) => running(view, ...it) },
          cite.source,
          [cite],
          'inline',
        ),
      ),
      cite.suffix && [', ', say(view, cite.suffix)],
    ]),
  )})`;
