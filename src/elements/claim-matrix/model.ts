import type { CompiledClaim, CompiledPosition } from '../../dataset/compiled.js';
import type { Id } from '../../dataset/types.js';
import { STANCES } from '../../ui/stances.js';
import { plain, type View } from '../../ui/view.js';

/** What of a dataset a matrix shows, and in which order; nothing of it is needed. */
export interface Choice {
  /** Only claims about this event. */
  event?: Id | undefined;
  /** Only claims of these statuses; several stand apart by spaces. */
  status?: string | undefined;
  /** Only positions of these stances. */
  stance?: string | undefined;
  /** Only sources of these kinds. */
  sourceKind?: string | undefined;
  /** `claim`, `status`, `date` or a source's id; after a hyphen, the other way round. */
  sort?: string | undefined;
}

/** What an order by the column of the voices without a source is by; no id can be so. */
export const NONE = '?';

/** One claim with what each source says of it. */
export interface Row {
  id: Id;
  claim: CompiledClaim;
  /** The positions by the source that they cite, in order of evidence. */
  cells: Map<Id, CompiledPosition[]>;
}

/** Claims against sources. */
export interface Matrix {
  rows: Row[];
  /** The sources that speak of one of the claims, in order of evidence; `''` stands for none at all. */
  sources: Id[];
}

/** The values of an attribute that can name several. */
export const several = (list = ''): string[] => list.split(/[\s,]+/).filter(Boolean);

/** What an order is by, and whether it is reversed. */
export const order = (sort = ''): { by: string; down: boolean } => {
  const down = sort.startsWith('-');
  return { by: down ? sort.slice(1) : sort, down };
};

/** The claims and sources that a reader has chosen, in the order chosen. */
export function matrixOf(view: View, choice: Choice): Matrix {
  const { data } = view;
  const [statuses, stances, kinds] = [choice.status, choice.stance, choice.sourceKind].map(several);
  const fits = (list: string[] | undefined, value: string | undefined): boolean =>
    !list?.length || list.includes(value as string);
  const filtered = Boolean(stances?.length || kinds?.length);
  const found = new Set<Id>();
  const rows: Row[] = [];
  for (const id of choice.event
    ? (data.events[choice.event]?.claims ?? [])
    : Object.keys(data.claims)) {
    const claim = data.claims[id];
    if (!claim || !fits(statuses, claim.status)) continue;
    const cells = new Map<Id, CompiledPosition[]>();
    for (const position of claim.positions) {
      if (!fits(stances, position.stance)) continue;
      // A voice that cites nothing has a column too: leaving it out would silence it.
      const cited = new Set(position.cites?.length ? position.cites.map((it) => it.source) : ['']);
      for (const source of cited)
        if (fits(kinds, data.sources[source]?.kind))
          cells.set(source, [...(cells.get(source) ?? []), position]);
    }
    if (filtered && !cells.size) continue;
    for (const source of cells.keys()) found.add(source);
    rows.push({ id, claim, cells });
  }
  const sources = data.byEvidence.filter((id) => found.delete(id));
  return { rows: sorted(view, rows, choice.sort), sources: [...sources, ...found] };
}

function sorted(view: View, rows: Row[], sort?: string): Row[] {
  const { by, down } = order(sort);
  const { events } = view.data;
  const statuses = Object.keys(view.t.shapes);
  const stances = Object.keys(STANCES);
  const first = ({ claim }: Row): number =>
    Math.min(...claim.about.map((id) => events[id]?.dates[0]?.earliest ?? Infinity));
  const collator = new Intl.Collator(view.language);
  const compare: (a: Row, b: Row) => number =
    by === 'claim'
      ? (a, b) => collator.compare(plain(view, a.claim.statement), plain(view, b.claim.statement))
      : by === 'status'
        ? (a, b) => statuses.indexOf(a.claim.status) - statuses.indexOf(b.claim.status)
        : by === 'date'
          ? // Two claims without a date are of one rank: Infinity less itself is no number.
            (a, b) => first(a) - first(b) || 0
          : by
            ? (a, b) => rank(a) - rank(b)
            : () => 0;
  const rank = ({ cells }: Row): number => {
    const [position] = cells.get(by === NONE ? '' : by) ?? [];
    return position ? stances.indexOf(position.stance) : stances.length;
  };
  const all = [...rows].sort(compare);
  return down ? all.reverse() : all;
}
