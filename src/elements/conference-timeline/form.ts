/** What tells drawings of one shape apart. */
import type { CompiledDate } from '../../dataset/compiled.js';

/** How a date is told apart from others of its shape: the attributes of its drawing. */
export interface Form {
  /** A season, digits that are not given, or several members that are known one by one. */
  form: 'season' | 'digits' | 'members' | '';
  /** How the date is doubted. */
  doubt: NonNullable<CompiledDate['doubt']> | '';
  /** Whether only a part of it is: one end, or its day and not its year. */
  part: boolean;
}

/** Where the qualifier of a date stands when it is meant of all of it. */
const WHOLE = /^[^?~%]+[?~%]$/;

/** What the drawing of a date has to say besides its shape. */
export function formOf({ edtf, shape, members, doubt }: CompiledDate): Form {
  const loose = shape === 'month' || shape === 'span';
  const season = /^-?\d{4}-(2[1-9]|3\d|4[01])[?~%]?$/.test(edtf);
  return {
    form: members
      ? 'members'
      : loose && season
        ? 'season'
        : loose && edtf.includes('X')
          ? 'digits'
          : '',
    doubt: doubt ?? '',
    part:
      !!doubt &&
      !edtf
        .replace(/[[\]{}]/g, '')
        .split(/\.\.|[/,]/)
        .every((one) => !one || WHOLE.test(one)),
  };
}

/** Writes a form to a drawing. */
export function put(element: HTMLElement, { form, doubt, part }: Form): void {
  for (const [name, value] of Object.entries({ form, doubt, part: part ? 'some' : '' }))
    if (value) element.dataset[name] = value;
    else delete element.dataset[name];
}
