import { nearest } from './nearest.js';
import { type Problem, quoted, step } from './problem.js';
import type { Day, Id, Text } from './types.js';

/** Where problems go. */
export type Report = (problem: Problem) => void;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A language tag by its form (RFC 5646), with a registered language's two or three letters first. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,8}$/i;

/** Whether a string may be the name of a record. The longest that is allowed is 200 letters. */
export const isId = (value: string): boolean => value.length <= 200 && ID.test(value);

const kindOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`;

/**
 * A place in a value of unknown shape. Each reading method gives what it was asked for or
 * `undefined`, and reports why not; what is absent is reported only where it is needed. Only own
 * members are seen, and nothing is ever written.
 */
export class Cursor {
  constructor(
    readonly value: unknown,
    readonly path: string,
    private readonly report: Report,
    readonly id?: Id,
    /** What the file has, though it may be left out, as `source rees-2008`; for better messages. */
    private readonly declared?: ReadonlySet<string>,
  ) {}

  /** The same place in a record's name, for messages. */
  as(id: Id): Cursor {
    return new Cursor(this.value, this.path, this.report, id, this.declared);
  }

  fail(message: string, severity: Problem['severity'] = 'error'): undefined {
    this.report({
      severity,
      path: this.path,
      ...(this.id !== undefined && { id: this.id }),
      message,
    });
    return undefined;
  }

  warn(message: string): undefined {
    return this.fail(message, 'warning');
  }

  private wrong(expected: string, needed: boolean): undefined {
    if (this.value !== undefined)
      return this.fail(`Here stands ${kindOf(this.value)}, but it must be ${expected}.`);
    return needed ? this.fail(`This is missing; it must be ${expected}.`) : undefined;
  }

  private to(value: unknown, key: string | number): Cursor {
    return new Cursor(value, this.path + step(key), this.report, this.id, this.declared);
  }

  /** A member of an object; absent where this is none. */
  get(key: string): Cursor {
    const { value } = this;
    const own = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return this.to(own ? (value as Record<string, unknown>)[key] : undefined, key);
  }

  /** Whether it is an object that is no list. */
  isObject(needed = true): boolean {
    const { value } = this;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true;
    this.wrong('an object', needed);
    return false;
  }

  list(needed = false): Cursor[] {
    if (Array.isArray(this.value)) {
      return [...(this.value as unknown[])].map((one, index) => this.to(one, index));
    }
    this.wrong('a list', needed);
    return [];
  }

  /** The members of a map by id. What is no id is left out. */
  records(): [Id, Cursor][] {
    if (this.value === undefined || !this.isObject()) return [];
    return Object.keys(this.value as object).flatMap((id): [Id, Cursor][] => {
      const record = this.get(id).as(id);
      if (isId(id)) return [[id, record]];
      record.fail(
        `${quoted(id)} is not an id: ids are lower-case ASCII letters and digits with single hyphens.`,
      );
      return [];
    });
  }

  /** A string that is not blank. */
  string(needed = false): string | undefined {
    if (typeof this.value !== 'string') return this.wrong('a string', needed);
    if (this.value.trim()) return this.value;
    return needed ? this.fail('This is blank; it must be a string.') : undefined;
  }

  /** A string in the dataset's language, or strings by language. */
  text(needed = false): Text | undefined {
    if (typeof this.value === 'string' || this.value === undefined) return this.string(needed);
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      return this.wrong('a string, or strings by language', needed);
    }
    const all: { [language: string]: string } = {};
    for (const language of Object.keys(this.value)) {
      const one = this.get(language);
      const text = LANGUAGE.test(language)
        ? one.string()
        : one.fail(`${quoted(language)} is not a language tag.`);
      if (text !== undefined) all[language] = text;
    }
    if (Object.keys(all).length) return all;
    return needed ? this.fail('This has no string in any language.') : undefined;
  }

  language(needed = false): string | undefined {
    const value = this.string(needed);
    if (value === undefined || LANGUAGE.test(value)) return value;
    return this.fail(`${quoted(value)} is not a language tag, such as “en” or “pl”.`);
  }

  day(needed = false): Day | undefined {
    const value = this.string(needed);
    if (value === undefined || /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value))
      return value;
    return this.fail(`${quoted(value)} is not a day; write it as YYYY-MM-DD.`);
  }

  oneOf<T extends string>(values: readonly T[], needed = false): T | undefined {
    const value = this.string(needed);
    const found = values.find((one) => one === value);
    if (found !== undefined || value === undefined) return found;
    const near = nearest(value, values);
    return this.fail(
      `${quoted(value)} is none of ${values.join(', ')}${near ? `; did you mean ${quoted(near)}` : ''}.`,
    );
  }

  number(least: number, most: number, needed = false): number | undefined {
    const { value } = this;
    if (typeof value !== 'number') return this.wrong('a number', needed);
    if (value >= least && value <= most) return value;
    return this.fail(`${value} is not between ${least} and ${most}.`);
  }

  /** `true`, or nothing. */
  flag(): true | undefined {
    return this.value === true ? true : this.wrong('true, or left out', false);
  }

  /**
   * The id of another record, if there is one of it.
   * @param what what it should be, for the message: "source", "person or organisation"
   */
  ref(
    maps: readonly { readonly [id: Id]: unknown }[],
    what: string,
    needed = false,
  ): Id | undefined {
    const id = this.string(needed);
    if (id === undefined || maps.some((map) => Object.hasOwn(map, id))) return id;
    return this.absent(maps, what, id);
  }

  /** Says that there is no such record, or that there was one and it is left out. */
  absent(maps: readonly { readonly [id: Id]: unknown }[], what: string, id: Id): undefined {
    if (what.split(/, | or /).some((kind) => this.declared?.has(`${kind} ${id}`))) {
      return this.warn(
        `${quoted(id)} is left out for mistakes of its own, so this is left out too.`,
      );
    }
    const ids = maps.flatMap((map) => Object.keys(map));
    // To look through hundreds of thousands of names would take a second for each slip.
    const near = ids.length > 5000 ? undefined : nearest(id, ids);
    return this.fail(
      `There is no ${what} ${quoted(id)}${near ? `; did you mean ${quoted(near)}?` : '.'}`,
    );
  }
}

/** An object without the members that are `undefined`, so that the same dataset is the same JSON. */
export function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** A map by id without a prototype: an id such as `constructor` is an id like any other. */
export function idMap<T>(entries: Iterable<readonly [Id, T]> = []): Record<Id, T> {
  const map = Object.create(null) as Record<Id, T>;
  for (const [id, value] of entries) map[id] = value;
  return map;
}
