/**
 * The time in view and the opened event in the page's address, so that it can be kept and sent:
 * `#t=1939-09..1940-03&event=zakopane-1939-12`. Loaded where a page asks for it.
 */
import { civilToDays, daysToCivil } from '../../dates/days.js';
import type { Host } from './host.js';
import type { Span } from './scale.js';

const pad = (n: number, digits = 2): string => String(Math.abs(n)).padStart(digits, '0');

/** A stretch of time as an address has it: both ends inclusive, as finely as its length deserves. */
export function spanText(span: Span): string {
  const days = span.to - span.from;
  const fine = days < 20 ? 3 : days < 1800 ? 2 : days < 36500 ? 1 : 0;
  const moment = (at: number): string => {
    const day = Math.floor(at);
    const { year, month, day: date } = daysToCivil(day);
    const long = Math.abs(year) > 9999;
    return [
      long ? `Y${year}` : (year < 0 ? '-' : '') + pad(year, 4),
      `-${pad(month)}`,
      `-${pad(date)}`,
      `T${pad(Math.floor((at - day) * 24 + 1e-4))}`,
    ]
      .slice(0, fine + 1)
      .join('');
  };
  // Less a second, so that what ends with a unit does not name the next.
  const [a, b] = [moment(span.from), moment(Math.max(span.from, span.to - 1e-5))];
  return a === b ? a : `${a}..${b}`;
}

/** Reads what {@link spanText} writes; nothing where it is something else. */
export function readSpan(text: string): Span | undefined {
  const [a = '', b = a] = text.split('..');
  const moment = (part: string, end: number): number => {
    const match =
      /^(?:Y(-?\d{5,12})|(-?\d{4}))(?:-(0[1-9]|1[012])(?:-(0[1-9]|[12]\d|3[01])(?:T([01]\d|2[0-3]))?)?)?$/.exec(
        part,
      );
    if (!match) return NaN;
    const [, long, short, month, day, hour] = match;
    const year = Number(long ?? short);
    if (hour) return civilToDays(year, Number(month), Number(day)) + (Number(hour) + end) / 24;
    if (day) return civilToDays(year, Number(month), Number(day) + end);
    if (month) return civilToDays(year, Number(month) + end, 1);
    return civilToDays(year + end, 1, 1);
  };
  const [from, to] = [moment(a, 0), moment(b, 1)];
  return from < to ? { from, to } : undefined;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * Keeps a timeline and the page's address in step. What else the address has stays, and no entry is
 * added to the page's history.
 * @returns ends it
 */
export function keep(host: Host): () => void {
  const { element } = host;
  /** What was last written or read. */
  let last = '';
  /** Whether the timeline is on its way to what was read. */
  let reading = true;
  // Several timelines on a page tell their own by a word before the keys.
  const own = element.getAttribute('bookmark');
  const [time, event] = ['t=', 'event='].map((key) => (own ? `${own}.${key}` : key)) as [
    string,
    string,
  ];
  const parts = (): string[] => location.hash.slice(1).split('&').filter(Boolean);
  const value = (key: string): string | undefined => {
    const part = parts().find((it) => it.startsWith(key));
    return part === undefined ? undefined : decoded(part.slice(key.length));
  };

  const read = (): void => {
    const t = value(time);
    const id = value(event);
    // An address without our keys is another's, such as that of a source; only an empty one goes back.
    if ((t === undefined && id === undefined && location.hash) || !element.isConnected) return;
    const span = t ? readSpan(t) : undefined;
    const { axis } = host;
    reading = true;
    // The card that opens must not move what the address says is in view.
    if (id !== element.event) host.still = Boolean(span && id);
    element.event = id;
    const goal = span ?? (id === undefined ? axis?.home : undefined);
    if (axis?.span) {
      if (goal) void axis.reader().then(({ go }) => go(axis, goal));
      else axis.soon();
    } else host.wanted = span;
  };

  const write = (): void => {
    const { axis } = host;
    const home = axis?.home && spanText(axis.home);
    const now = axis?.span ? spanText(axis.span) : (value(time) ?? '');
    const ours = [
      now && now !== home && time + now,
      element.event && event + encodeURIComponent(element.event),
    ].filter(Boolean);
    if (reading || `${ours}` === last) {
      reading = false;
      last = `${ours}`;
      return;
    }
    last = `${ours}`;
    const there = parts();
    // The address of a page that finds its way by it is not ours to change.
    if (/^[/!]/.test(there[0] ?? '')) return;
    const others = there.filter(
      (part) => part.includes('=') && !part.startsWith(time) && !part.startsWith(event),
    );
    const hash = [...others, ...ours].join('&');
    try {
      history.replaceState(
        history.state,
        '',
        location.href.replace(/#.*/s, '') + (hash && `#${hash}`),
      );
    } catch {
      // A page without an address of its own, or a browser that was asked too often.
    }
  };

  host.rested = write;
  if (location.hash) read();
  for (const type of ['popstate', 'hashchange']) addEventListener(type, read);
  return () => {
    host.rested = undefined;
    for (const type of ['popstate', 'hashchange']) removeEventListener(type, read);
  };
}
