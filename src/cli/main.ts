import { nearest } from '../dataset/nearest.js';
import { quoted } from '../dataset/problem.js';
import { buildCommand } from './build.js';
import { checkCommand } from './check.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { initCommand } from './init.js';
import { type Command, CommandError, type Io } from './io.js';
import { renderCommand } from './render.js';
import { serveCommand } from './serve.js';

const COMMANDS: { [name: string]: Command } = {
  init: initCommand,
  check: checkCommand,
  build: buildCommand,
  import: importCommand,
  export: exportCommand,
  render: renderCommand,
  serve: serveCommand,
};

function manual(): string {
  const names = Object.keys(COMMANDS);
  const list = names.map((name) => `  ${name.padEnd(8)} ${COMMANDS[name]!.summary}\n`).join('');
  const pages = names.map((name) => `\n${COMMANDS[name]!.help}`).join(`\n${'-'.repeat(72)}\n`);
  return `attested: the authors' tool for sourced and contested history

  attested COMMAND [arguments]
  attested COMMAND --help     the manual of one command
  attested --help             the manual of all

${list}
Exit code: 0 well, 1 problems found, 2 wrong use or a file that cannot be read.

${'-'.repeat(72)}
${pages}`;
}

/**
 * The `attested` command.
 * @param argv the arguments, without those of Node itself
 * @returns the exit code: 0 well, 1 problems found, 2 wrong use or a file that cannot be read. What
 * the user can mend is one sentence on the error stream; only a fault of this program itself throws.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const [topic] = args;
    const page =
      topic !== undefined && Object.hasOwn(COMMANDS, topic) ? COMMANDS[topic] : undefined;
    (name === undefined ? io.err : io.out)(page ? page.help : manual());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const near = nearest(name, Object.keys(COMMANDS));
    io.err(
      `There is no command ${quoted(name)}${near ? `; did you mean ${quoted(near)}?` : '; attested --help lists them.'}\n`,
    );
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    io.out(command.help);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof CommandError) io.err(`${error.message}\n`);
    else if (
      error instanceof Error &&
      /^ERR_PARSE_ARGS/.test((error as NodeJS.ErrnoException).code ?? '')
    ) {
      // Node explains itself at length after the first sentence.
      io.err(
        `${error.message.split(/\. /, 1)[0]!.replace(/\.?$/, '.')} See attested ${name} --help\n`,
      );
    } else throw error;
    return 2;
  }
}
