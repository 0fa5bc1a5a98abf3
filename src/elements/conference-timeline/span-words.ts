import { daysToCivil } from '../../dates/days.js';
import { era, yearWords } from './far.js';
import { length, type Span } from './scale.js';
import { calendar } from './ticks.js';

const yearOf = (day: number): number => daysToCivil(Math.floor(day)).year;

/** A stretch of time in words, as finely as its length deserves, or that of a longer one of which it is the end. */
export function spanWords(language: string, span: Span, days = length(span)): string {
  const last = Math.max(span.from, span.to - 1e-6);
  if (Math.max(Math.abs(span.from), Math.abs(last)) < 1e8 && days < 14600)
    return era(
      calendar(language, {
        year: 'numeric',
        month: days < 4000 ? 'long' : 'short',
        ...(days < 800 && { day: 'numeric' }),
        ...(yearOf(span.from) < 1 && { era: 'short' }),
      }).formatRange(new Date(span.from * 864e5), new Date(last * 864e5)),
    );
  const [a, b] = [span.from, last].map((at) => yearWords(language, yearOf(at)));
  return a === b ? a! : `${a} – ${b}`;
}
