import { parse } from './parse.js';

/** The months as English writes them; three letters tell them apart. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS: Record<string, string> = { spring: '21', summer: '22', autumn: '23', fall: '23' };

const two = (digits: string): string => digits.padStart(2, '0');
const four = (digits: string): string => digits.padStart(4, '0');
const month = (name: string): string => two(`${MONTHS.indexOf(name.slice(0, 3)) + 1}`);
const NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** How people write a date by habit, and the same in EDTF. A number with full stops is day first. */
const HABITS: readonly (readonly [pattern: RegExp, edtf: (...found: string[]) => string])[] = [
  [
    new RegExp(`^(\\d\\d?)(?:st|nd|rd|th)? (?:of )?${NAME},? (\\d{4})$`),
    (d, m, y) => `${y}-${month(m)}-${two(d)}`,
  ],
  [
    new RegExp(`^${NAME} (\\d\\d?)(?:st|nd|rd|th)?,? (\\d{4})$`),
    (m, d, y) => `${y}-${month(m)}-${two(d)}`,
  ],
  [new RegExp(`^${NAME},? (\\d{4})$`), (m, y) => `${y}-${month(m)}`],
  [/^(\d\d?)\. ?(\d\d?)\. ?(\d{4})$/, (d, m, y) => `${y}-${two(m)}-${two(d)}`],
  [/^(\d{4})[-./](\d\d?)[-./](\d\d?)$/, (y, m, d) => `${y}-${two(m)}-${two(d)}`],
  [/^(\d{4})-(\d)$/, (y, m) => `${y}-${two(m)}`],
  [/^(spring|summer|autumn|fall) (?:of )?(\d{4})$/, (season, y) => `${y}-${SEASONS[season]}`],
  [/^(\d{3})0'?s$/, (decade) => `${decade}X`],
  [/^(\d\d?)(?:st|nd|rd|th) century$/, (century) => `${two(`${Number(century) - 1}`)}XX`],
  // 1 BC is the year 0000, so 44 BC is -0043.
  [/^(\d{1,4}) ?(?:bc|bce|b\.c\.)$/, (y) => (y === '1' ? '0000' : `-${four(`${Number(y) - 1}`)}`)],
  [/^(\d{1,3})$/, (y) => four(y)],
  [/^(\d{5,})$/, (y) => `Y${y}`],
];

/** Words around a date, and what EDTF puts around it instead. */
const AROUND: readonly (readonly [pattern: RegExp, edtf: (...found: string[]) => string])[] = [
  [/^(?:c|ca|circa|approx|about|around)\b\.? ?(.+)$/, (date) => `${date}~`],
  [/^(?:possibly|perhaps|probably) (.+)$/, (date) => `${date}?`],
  [/^before (.+)$/, (date) => `[..${date}]`],
  [/^after (.+)$/, (date) => `[${date}..]`],
  [/^since (.+)$/, (date) => `${date}/..`],
  [/^until (.+)$/, (date) => `../${date}`],
  [/^(?:between )?(.+?) and (.+)$/, (from, to) => `[${from}..${to}]`],
  [/^(.+?) or (.+)$/, (one, other) => `[${one},${other}]`],
  [/^([^.]+)\.\.([^.]+)$/, (from, to) => `[${from}..${to}]`],
  [/^(?:from )?(.+?) ?(?: to |–|—| - ) ?(.+)$/, (from, to) => `${from}/${to}`],
  [/^(\d{4})-(\d{4})$/, (from, to) => `${from}/${to}`],
];

const valid = (edtf: string): boolean => {
  try {
    parse(edtf);
    return true;
  } catch {
    return false;
  }
};

/**
 * What somebody may have meant who wrote a date by habit: `1897-06-12` for “12 June 1897”, `1897~` for
 * “c. 1897”, `[1939..1940]` for “between 1939 and 1940”. English words only, since the rest of a
 * dataset's vocabulary is English; where a habit can be read in two ways (6/7/1939) there is no answer.
 * @param written any string, at most 80 characters of which are looked at
 * @returns a string that `parse` takes, or nothing where none is near
 */
export function suggest(written: string): string | undefined {
  const said = written.slice(0, 80).trim().toLowerCase().replace(/\s+/g, ' ');
  const read = (text: string, depth: number): string | undefined => {
    if (valid(text.toUpperCase())) return text.toUpperCase();
    for (const [pattern, edtf] of HABITS) {
      const found = pattern.exec(text);
      if (found && valid(edtf(...found.slice(1)))) return edtf(...found.slice(1));
    }
    if (depth)
      for (const [pattern, edtf] of AROUND) {
        const parts = pattern
          .exec(text)
          ?.slice(1)
          .map((part) => read(part, depth - 1));
        if (!parts?.every((part) => part !== undefined)) continue;
        const whole = edtf(...parts);
        if (valid(whole)) return whole;
      }
    return undefined;
  };
  return read(said, 2);
}
