import { css, html, render } from './html.js';
import { pageCites } from '../store/cites.js';
import { noteText } from './note-text.js';
import type { MarkElement } from './notes.js';
import { adopt } from './reactive-element.js';
import { getButton, recordLink, sourceEntry } from './rich-text.js';
import type { View } from './view.js';

/** ms a pointer must rest on a mark before its note opens, and may be away before it closes. */
const REST = 120;
const AWAY = 250;

/** Beside the mark by CSS anchor positioning, where there is any. */
const styles = css`
  [part='note'] {
    box-sizing: border-box;
    inset: auto;
    inline-size: max-content;
    max-inline-size: min(26rem, 100vw - 2rem);
    max-block-size: 60vh;
    margin: 0.3rem 0.5rem;
    padding: 0.7rem 0.9rem;
    overflow: auto;
    border: 1px solid var(--attested-note-rule-color, light-dark(#cfc8bb, #55504a));
    border-radius: var(--attested-radius, 4px);
    background: var(--attested-note-background, light-dark(#fffdf8, #24221f));
    color: var(--attested-note-color, light-dark(#1e1b18, #ece8e1));
    box-shadow: 0 4px 18px rgb(0 0 0 / 18%);
    font-size: var(--attested-note-size, 0.9375rem);
    font-weight: 400;
    font-style: normal;
    line-height: 1.45;
    text-align: start;
    white-space: normal;
    cursor: auto;
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
  }
  [part='note-source'] + [part='note-source'] {
    margin-block-start: 0.6rem;
    padding-block-start: 0.6rem;
    border-block-start: 1px solid var(--_rule);
  }
  [part='note'] :is(a, button) {
    text-decoration: underline;
    text-decoration-color: var(--_rule);
  }
  @media print {
    [part='note'] {
      display: none;
    }
  }
`;

let open: { mark: MarkElement; pressed?: boolean; close(): void } | undefined;

/** Closes the note that is open, before something opens over it. */
export const closeNote = (): void => open?.close();

/**
 * What a mark does when it is pointed at, focused or pressed: its note opens, with each source it cites
 * in full, where in it, where it was read and what it says; a press on a number goes to the list of
 * sources, where there is one. A tap opens the note first. The note closes on Escape, on a press
 * elsewhere, and when pointer and focus have left; one is open at a time.
 * @param target what the event happened to; the event itself forgets it outside the shadow tree
 */
export function answer(event: PointerEvent, target: Element, mark: MarkElement, view: View): void {
  const touch = event.pointerType === 'touch';
  const link = target.closest<HTMLElement>('a[data-source]');
  if (event.type === 'click' && link && !(touch && !open?.pressed)) {
    follow(mark, view, link.dataset.source as string);
  } else if (event.type !== 'pointerover') {
    show(mark, view);
  } else if (!touch) {
    // What shows it is loaded on first use: by now the pointer may be gone.
    const timer = setTimeout(() => mark.matches(':hover') && show(mark, view), REST);
    mark.addEventListener('pointerleave', () => clearTimeout(timer), { once: true });
  }
}

function follow(mark: MarkElement, view: View, source: string): void {
  const selector = `[data-entry="${CSS.escape(source)}"]`;
  const list = pageCites().numbering?.listOf(view.dataset)?.shadowRoot;
  const root = list ?? (mark.getRootNode() as ShadowRoot);
  const entry = root.querySelector<HTMLElement>(selector);
  open?.close();
  entry?.scrollIntoView({ block: 'nearest' });
  entry?.focus();
}

function show(mark: MarkElement, view: View): void {
  if (!mark.isConnected || open?.mark === mark) return;
  open?.close();
  const note = document.createElement('div');
  note.popover = 'manual';
  note.setAttribute('part', 'note');
  note.setAttribute('role', 'note');
  note.setAttribute('aria-label', view.t.source.cited);
  render(
    (mark.cites ?? []).map(
      (cite) =>
        html`<div part="note-source">
          ${sourceEntry({ ...view, note: noteText }, cite.source, [cite], 'note')}
          <small
            >${recordLink(view, 'source', cite.source, view.t.record.uses, 'card')}
            ${getButton(view, cite.source)}</small
          >
        </div>`,
    ),
    note,
  );
  const root = mark.getRootNode() as ShadowRoot;
  adopt(root, styles);
  mark.append(note);
  const ended = new AbortController();
  const { signal } = ended;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(timer);
    ended.abort();
    note.remove();
    if (open?.mark === mark) open = undefined;
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // `:focus-within` is not the same in all browsers: in a popover, and in a window that lost the focus.
      const away = !mark.contains(root.activeElement);
      if (away && ![mark, note].some((it) => it.matches(':hover'))) close();
    }, AWAY);
  };
  const own: typeof open = (open = { mark, close });
  // The mark as source makes it the anchor.
  (note as { showPopover(options?: { source: HTMLElement }): void }).showPopover({ source: mark });
  // What scrolls must be in reach of the keyboard.
  if (note.scrollHeight > note.clientHeight) note.tabIndex = 0;
  if (!CSS.supports('position-area: block-end')) place(mark, note, signal);
  mark.addEventListener('pointerleave', later, { signal });
  mark.addEventListener('focusout', later, { signal });
  // On the window and capturing, so that Escape closes the note before a dialog around it.
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      // Gone with its mark, it has no claim to the key.
      if (!note.isConnected) return close();
      event.stopPropagation();
      event.preventDefault();
      if (note.contains(root.activeElement)) mark.querySelector<HTMLElement>('a, button')?.focus();
      close();
    },
    { signal, capture: true },
  );
  addEventListener(
    'pointerdown',
    (event) => {
      // The tap that opened it gave the mark its focus first, so only a press from now on can follow.
      own.pressed = event.composedPath().includes(mark);
      if (!own.pressed) close();
    },
    { signal },
  );
}

/** Where CSS anchor positioning is not to be had: below the mark, or above it, and inside the window. */
function place(mark: HTMLElement, note: HTMLElement, signal: AbortSignal): void {
  const put = (): void => {
    const at = mark.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = note;
    const below = at.bottom + height <= innerHeight || at.top < height;
    note.style.inset = 'auto';
    note.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    note.style.top = `${below ? at.bottom : at.top - height}px`;
  };
  put();
  for (const type of ['scroll', 'resize']) addEventListener(type, put, { signal, capture: true });
}
