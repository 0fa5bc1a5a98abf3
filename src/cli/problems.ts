import { check } from '../dataset/check.js';
import { type Problem, quoted } from '../dataset/problem.js';
import { type JsonFile } from './io.js';
import { locate, placeAt } from './json-place.js';
import { validate } from './validate.js';

/** A problem with its place in the file, from 1. */
export interface PlacedProblem extends Problem {
  line: number;
  column: number;
}

/** Puts problems in the order of the file. */
export function place(problems: readonly Problem[], file: JsonFile): PlacedProblem[] {
  return problems
    .map((problem) => ({ ...problem, file: file.name, ...locate(file.scan, problem.path) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * Everything that is wrong with a file: doubled names, the schema's errors, then the rules'.
 * @param more what else was found
 */
export function allProblems(file: JsonFile, more: readonly Problem[] = []): PlacedProblem[] {
  const schema = validate(file.value);
  const said = new Set<string>();
  for (const { path } of schema)
    for (let at = path; at; at = at.slice(0, at.lastIndexOf('/'))) said.add(at);
  // The compiler tells of the same places as the schema, and of each record that it then leaves out.
  const rest = check(file.value, { from: file.name }).filter(
    ({ path, rule }) => rule !== undefined || !said.has(path),
  );
  const doubles = file.scan.doubles.map(({ pointer, offset }): PlacedProblem => {
    const name = pointer
      .slice(pointer.lastIndexOf('/') + 1)
      .replace(/~1/g, '/')
      .replace(/~0/g, '~');
    return {
      severity: 'error',
      path: pointer,
      rule: 'doubled-name',
      file: file.name,
      message: `${quoted(name)} stands in this object twice, and only the last counts.`,
      ...placeAt(file.scan.text, offset),
    };
  });
  return [...doubles, ...place([...schema, ...rest, ...more], file)].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}

/** A problem as a line that editors and terminals can jump to. */
export const line = ({
  file,
  line,
  column,
  severity,
  path,
  message,
  rule,
}: PlacedProblem): string =>
  `${file}:${line}:${column} ${severity} ${path || '/'}: ${message}${rule && rule !== 'schema' ? ` (${rule})` : ''}\n`;

/** How many there are, in words; empty where there are none. */
export function count(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const say = (number: number, what: string): string =>
    number ? `${number} ${what}${number === 1 ? '' : 's'}` : '';
  return [say(errors, 'error'), say(warnings, 'warning')].filter(Boolean).join(', ');
}

/** Whether any of them is an error. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');
