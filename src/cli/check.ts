import { parseArgs } from 'node:util';
import { isCompiled } from '../dataset/compile.js';
import { type Command, CommandError, only, readJson } from './io.js';
import { allProblems, count, hasErrors, line } from './problems.js';
import { referenceProblems } from './references.js';

/** `attested check` */
export const checkCommand: Command = {
  summary: 'say what is wrong or doubtful in a dataset',
  help: `attested check FILE [--json]

Checks a dataset against its schema and against the rules of showing disagreement
fairly, and says what is wrong, in the order of the file:

  $ attested check dataset.json
  dataset.json:12:5 error /events/brest-1939-09/kind: This is missing.

  --json   the same as a JSON list, for programs

Exit code: 0 without errors (warnings do not count), 1 with errors.
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    const file = await readJson(only(positionals, 'file', 'check'), io);
    if (isCompiled(file.value))
      throw new CommandError(
        `${file.name} is compiled already; check the file that it was made from.`,
      );
    const problems = allProblems(file, await referenceProblems(file, io));
    if (values.json) io.out(`${JSON.stringify(problems, null, 2)}\n`);
    else {
      problems.forEach((problem) => io.out(line(problem)));
      io.out(`${file.name}: ${count(problems) || 'nothing is wrong'}\n`);
    }
    return hasErrors(problems) ? 1 : 0;
  },
};
