import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, DatasetError, isCompiled, type Problem } from '../dataset/compile.js';
import type { CompiledDataset } from '../dataset/compiled.js';
import { fileOf } from '../dataset/to-lines.js';
import {
  type Command,
  CommandError,
  type Io,
  type JsonFile,
  only,
  readJson,
  writeFiles,
} from './io.js';
import { allProblems, count, hasErrors, line, place } from './problems.js';
import { besidePath, type Formatter, formatterFor } from './references.js';

/**
 * Compiles a file that was read, and gives its problems with their places. A compiled one stays as it is.
 * @param formatter formats its references; without one they come out in one plain style
 */
export function compileFile(
  file: JsonFile,
  formatter?: Formatter,
): {
  dataset: CompiledDataset;
  problems: ReturnType<typeof place>;
} {
  const problems: Problem[] = [];
  try {
    const dataset = compile(file.value, {
      from: file.name,
      formatReferences: formatter?.format,
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
  help: `attested build FILE [-o OUT.json] [--static FOLDER] [--oembed FOLDER --site URL --embed URL]
               [--check] [--force]
  attested build FILE [EVENTS.ndjson ...] --shards FOLDER [--force]

Compiles a dataset, so that browsers need not do it. The same file always gives the
same output. A dataset with errors is not written. Where it names citation styles,
each style and language that is not in OUT.json is written to OUT.references/.

  $ attested build dataset.json --check -o public/dataset.json

  -o, --output   where to write to; without it, to the standard output
  --static       a folder for the static form of every record, as HTML files, for hosts
                 that cannot compile: index.json names them (WordPress reads this)
  --oembed       a folder for a page and an oEmbed answer of every event, claim, person and organisation
  --site         with --oembed: the address at which that folder will be served
  --embed        with --oembed: the address of embed.html, with ?src=… if the dataset is not its default
  --check        first run the whole of attested check
  --force        write in spite of errors; what is broken is left out
  --shards       a folder for the dataset in many small files, for more events than a page
                 can load; src is then FOLDER/index.json. Further events can stand in
                 NDJSON files: one event with its "id" on each line, as many as you like

  $ attested build dataset.json events.ndjson --shards public/events

Exit code: 0 where it was written, 1 where errors stood against it.
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        static: { type: 'string' },
        oembed: { type: 'string' },
        site: { type: 'string' },
        embed: { type: 'string' },
        shards: { type: 'string' },
        check: { type: 'boolean' },
        force: { type: 'boolean' },
      },
    });
    const sharded = values.shards !== undefined;
    const [first, ...more] = positionals;
    const one = only(sharded && first !== undefined ? [first] : positionals, 'file', 'build');
    const file = await readJson(one, io);
    if (isCompiled(file.value)) throw new CommandError(`${file.name} is compiled already.`);
    const formatter = await formatterFor(file, io, { all: true });
    if (values.shards !== undefined) {
      const other = (['output', 'static', 'oembed', 'check'] as const).find((it) => values[it]);
      if (other) throw new CommandError(`--shards does not go together with --${other}.`);
      const { buildShards } = await import('./shards.js');
      return buildShards(file, more, { folder: values.shards, force: values.force, formatter }, io);
    }
    const compiled = compileFile(file, formatter);
    const problems = values.check ? allProblems(file, formatter?.problems) : compiled.problems;
    tell(problems, io);
    if (hasErrors(problems) && !values.force) {
      io.err('Nothing was written. Mend the errors, or use --force to leave out what is broken.\n');
      return 1;
    }
    const text = fileOf(compiled.dataset);
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
      const beside = new Map(
        formatter?.beside.map((one) => [
          besidePath(basename(out), one.style, one.language),
          `${JSON.stringify(one)}\n`,
        ]),
      );
      await writeFiles(beside, dirname(out), io);
      if (beside.size)
        io.err(`${besidePath(values.output, 'STYLE', 'LANGUAGE')}: ${beside.size} files\n`);
    }
    if (values.static !== undefined) {
      const { writeStaticForms } = await import('./static-forms.js');
      await writeStaticForms(compiled.dataset, values.static, io);
    }
    if (values.oembed !== undefined) {
      const { writeOEmbed } = await import('./oembed.js');
      const { oembed: folder, site, embed } = values;
      await writeOEmbed(compiled.dataset, { folder, site, embed }, io);
    }
    return 0;
  },
};
