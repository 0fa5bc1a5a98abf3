/** Something wrong or doubtful in a dataset, said so that its author can mend it. */
export interface Problem {
  /** An `error` leaves something out of the compiled dataset or breaks a rule; a `warning` does not. */
  severity: 'error' | 'warning';
  /** Where, as a JSON Pointer (RFC 6901) into the authors' file: `/events/brest-1939-09/dates/0/edtf`. */
  path: string;
  /** The record that it is in. */
  id?: string;
  /** The rule of `check` that is broken; absent where the format itself is. */
  rule?: string;
  /** The file, where its name is known. */
  file?: string;
  /** One sentence that stands on its own beside the path. */
  message: string;
}

/** A problem in one line, with its file and place. */
export function describe(problem: Problem): string {
  return [problem.file, problem.path || '/', problem.message].filter(Boolean).join(': ');
}

/** Thrown where a dataset is so broken that nothing of it can be shown. */
export class DatasetError extends Error {
  override name = 'DatasetError';
  /** What is wrong, the reason for the refusal last. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.length ? describe(problems.at(-1)!) : 'The dataset cannot be read.');
    this.problems = problems;
  }
}

/** A key as one step of a JSON Pointer. */
export const step = (key: string | number): string =>
  `/${`${key}`.replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** A value as a message shows it: in quotation marks, and never longer than a line. */
export const quoted = (value: string): string =>
  `“${value.length > 80 ? `${value.slice(0, 79)}…` : value}”`;
