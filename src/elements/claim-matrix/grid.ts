/** What of a cell takes the focus: what it holds, else the cell itself. */
const holds = (cell: Element): HTMLElement =>
  cell.querySelector<HTMLElement>('a, button') ?? (cell as HTMLElement);

/**
 * Makes one stop for the Tab key out of a table: the cell that had the focus last, or the first.
 * @param table drawn anew
 */
export function rove(table: HTMLTableElement): void {
  let stop: HTMLElement | undefined;
  for (const it of table.querySelectorAll<HTMLElement>('a, button, [tabindex]')) {
    // An emptied cell that was the stop is none any more.
    const last = it.matches('[data-stop]') && it === holds(it.closest('th, td') as Element);
    if (last) stop = it;
    it.toggleAttribute('data-stop', last);
    if (it.matches('th, td') && !last) it.removeAttribute('tabindex');
    else it.tabIndex = -1;
  }
  // The first column header comes first; in a list it is hidden, and the first claim stands in.
  stop ??= [...table.querySelectorAll<HTMLElement>('a, button')].find((it) => it.checkVisibility());
  if (stop) become(stop);
}

function become(stop: HTMLElement): void {
  stop.toggleAttribute('data-stop', true);
  stop.tabIndex = 0;
}

/** Moves the one stop to what has the focus now. */
export function onFocus({ target, currentTarget }: FocusEvent): void {
  const table = currentTarget as HTMLTableElement;
  const now = (target as Element).closest('th, td');
  const before = table.querySelector<HTMLElement>('[data-stop]');
  if (!now || before === holds(now)) return;
  if (before) {
    before.removeAttribute('data-stop');
    if (before.matches('th, td')) before.removeAttribute('tabindex');
    else before.tabIndex = -1;
  }
  become(holds(now));
}

/**
 * The keys of a grid (ARIA Authoring Practices): arrows by cell, with Ctrl to the next that is not
 * empty; Home and End in the row, with Ctrl in the table; Page Up and Page Down by ten rows. Where the
 * table is a list, the arrows go through what there is of it.
 */
export function onKey(event: KeyboardEvent): void {
  const table = event.currentTarget as HTMLTableElement;
  const from = (event.target as Element).closest<HTMLTableCellElement>('th, td');
  if (!from || event.altKey || event.metaKey || event.shiftKey) return;
  const to = go(table, from, event.key, event.ctrlKey);
  if (!to) return;
  event.preventDefault();
  const focused = holds(to);
  if (focused === to) to.tabIndex = -1;
  // Firefox takes a cell behind the headings for one in view, unless it is asked to scroll.
  focused.focus({ preventScroll: true });
  // As much as the headings really take, which depends on their words and the page's font.
  const corner = table.querySelector<HTMLElement>('[part=corner]');
  const { style } = table.parentElement as HTMLElement;
  style.scrollPaddingBlockStart = `${corner?.offsetHeight ?? 0}px`;
  style.scrollPaddingInlineStart = `${corner?.offsetWidth ?? 0}px`;
  focused.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function go(
  table: HTMLTableElement,
  from: HTMLTableCellElement,
  key: string,
  far: boolean,
): HTMLTableCellElement | undefined {
  const { direction, display } = getComputedStyle(table);
  const forwards = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const step = key === 'ArrowDown' || key === forwards ? 1 : key === 'ArrowUp' || sideways ? -1 : 0;
  const row = from.parentElement as HTMLTableRowElement;
  const list = !display.includes('table');
  const shown = (cells: Iterable<HTMLTableCellElement>): HTMLTableCellElement[] =>
    [...cells].filter((it) => !list || it.checkVisibility());
  const all = (): HTMLTableCellElement[] => shown([...table.rows].flatMap((it) => [...it.cells]));
  if (key === 'Home' || key === 'End')
    return (far ? all() : shown(row.cells)).at(key === 'Home' ? 0 : -1);
  if (list) {
    const cells = all();
    return step ? cells[cells.indexOf(from) + step] : undefined;
  }
  const column = from.cellIndex;
  const { rowIndex } = row;
  const { rows } = table;
  if (key === 'PageDown') return rows[Math.min(rows.length - 1, rowIndex + 10)]?.cells[column];
  if (key === 'PageUp') return rows[Math.max(0, rowIndex - 10)]?.cells[column];
  if (!step) return undefined;
  const line = sideways
    ? [...row.cells]
    : [...rows].map((it) => it.cells[column] as HTMLTableCellElement);
  const at = sideways ? column : rowIndex;
  const ahead = step > 0 ? line.slice(at + 1) : line.slice(0, at).reverse();
  return far ? (ahead.find((it) => it.childElementCount) ?? ahead.at(-1)) : ahead[0];
}
