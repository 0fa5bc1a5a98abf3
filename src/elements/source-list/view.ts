import { html, nothing, type TemplateResult } from '../../ui/html.js';
import type { Id } from '../../dataset/types.js';
import { getButton, recordLink, sourceEntry } from '../../ui/rich-text.js';
import { title, type Piece, type View } from '../../ui/view.js';

/**
 * A numbered bibliography.
 * @param ids the sources in order; a source's number is its place
 * @param back the links back to a source's marks
 */
export const listView = (view: View, ids: Id[], back: (id: Id) => Piece): TemplateResult =>
  html`<section role="doc-bibliography" dir=${view.dir}>
    ${title(view, view.t.source.sources)}${
      ids.length
        ? html`<ol part="list">
              ${ids.map(
                (id) =>
                  html`<li part="entry" id=${`source-${id}`} data-entry=${id} tabindex="-1">
                    ${sourceEntry(view, id, [], 'entry')}${
                      view.unlinked
                        ? nothing
                        : [
                            ' ',
                            html`<small part="uses"
                              >${recordLink(view, 'source', id, view.t.record.uses, 'card')}
                              ${getButton(view, id)}</small
                            >`,
                          ]
                    }${back(id)}
                  </li>`,
              )}
            </ol>
            ${getButton(view)}`
        : html`<p>${view.t.source.empty}</p>`
    }
  </section>`;
