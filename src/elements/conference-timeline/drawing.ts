/** What of a date is drawn where: its stretch of the axis and how much of each end is soft. */
import type { CompiledDate } from '../../dataset/compiled.js';
import type { Shape } from '../../dates/shape.js';
import type { Span } from './scale.js';

/** A date as it is drawn. */
export interface Drawn extends Span {
  shape: Shape;
  /** Days at the beginning and the end within which the end may lie; not drawn solid. */
  soft: [start: number, end: number];
  /** Whether the date itself is qualified as uncertain or approximate: drawn with a broken line. */
  doubt: boolean;
}

/** How much of the axis the written end of a `blurred` interval leaves open, in days. */
function looseness(end: string): number {
  const parts = end.replace(/^-|[?~%]/g, '').split('-');
  if (parts.length > 2 && !/X/.test(end)) return 0;
  if (parts.length === 1) return /X|S|E/.test(end) ? 3652 : 366;
  return Number(parts[1]) > 20 ? 92 : 31;
}

/**
 * How a date is drawn. A missing end is infinite where it is open; where it is only not known the
 * stretch ends at the bound that is known, and its drawing says that it went on.
 */
export function drawn({ edtf, earliest, latest, shape }: CompiledDate): Drawn | null {
  if (shape === 'undated') return null;
  let from = earliest ?? -Infinity;
  let to = latest === null ? Infinity : latest + 1;
  const [a = '', b = ''] = edtf.split('/');
  if (shape === 'unknown-end') to = from + (looseness(a) || 1);
  if (shape === 'unknown-start') from = to - (looseness(b) || 1);
  // A date that is open at both ends says nothing that an axis could show.
  if (from === -Infinity && to === Infinity) return null;
  const ends = /^(blurred|open|unknown)/.test(shape);
  const soft: [number, number] = ends
    ? [from === -Infinity ? 0 : looseness(a), to === Infinity ? 0 : looseness(b)]
    : [0, 0];
  return { shape, from, to, soft, doubt: /[?~%]/.test(edtf) };
}
