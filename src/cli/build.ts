import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, DatasetError, isCompiled, type Problem } from '../dataset/compile.js';
import type { CompiledDataset } from '../dataset/compiled.js';
import { type Command, CommandError, type Io, type JsonFile, only, readJson } from './io.js';
import { allProblems, count, hasErrors, line, place } from './problems.js';

/** Compiles a file that was read, and gives its problems with their places. A compiled one stays as it is. */
export function compileFile(file: JsonFile): {
  dataset: CompiledDataset;
  problems: ReturnType<typeof place>;
} {
  const problems: Problem[] = [];
  try {
    const dataset = compile(file.value, {
      from: file.name,
      onProblem: (problem) => problems.push(problem),
    });
    return { dataset, problems: place(problems, file) };
  } catch (error) {
    if (error instanceof DatasetError) throw new CommandError(error.message);
    throw error;
  }
}

/** Tells of problems on the error stream. */
export function tell(problems: ReturnType<typeof place>, io: Io): void {
  problems.forEach((problem) => io.err(line(problem)));
  if (problems.length) io.err(`${problems[0]!.file}: ${count(problems)}\n`);
}

/** `attested build` */
export const buildCommand: Command = {
  summary: 'compile a dataset for the web',
  help: `attested build FILE [-o OUT.json] [--check] [--force]

Compiles a dataset, so that browsers need not do it. The same file always gives the
same output. A dataset with errors is not written.

  $ attested build dataset.json --check -o public/dataset.json

  -o, --output   where to write to; without it, to the standard output
  --check        first run the whole of attested check
  --force        write in spite of errors; what is broken is left out

Exit code: 0 where it was written, 1 where errors stood against it.
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        check: { type: 'boolean' },
        force: { type: 'boolean' },
      },
    });
    const file = await readJson(only(positionals, 'file', 'build'), io);
    if (isCompiled(file.value)) throw new CommandError(`${file.name} is compiled already.`);
    const compiled = compileFile(file);
    const problems = values.check ? allProblems(file) : compiled.problems;
    tell(problems, io);
    if (hasErrors(problems) && !values.force) {
      io.err('Nothing was written. Mend the errors, or use --force to leave out what is broken.\n');
      return 1;
    }
    const text = `${JSON.stringify(compiled.dataset)}\n`;
    const events = Object.keys(compiled.dataset.events).length;
    if (values.output === undefined || values.output === '-') io.out(text);
    else {
      const out = resolve(io.cwd, values.output);
      if (out === resolve(io.cwd, file.name))
        throw new CommandError(`${values.output} is the authors' file; write to another.`);
      try {
        await mkdir(dirname(out), { recursive: true });
        await writeFile(out, text);
      } catch (error) {
        throw new CommandError(
          `${values.output} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      io.err(
        `${values.output}: ${events} event${events === 1 ? '' : 's'}, ${Buffer.byteLength(text)} bytes\n`,
      );
    }
    return 0;
  },
};
