import { Command, CommanderError } from 'commander';
import { NotFoundError, UnavailableError, UsageError } from '../base/errors.ts';
import { defineCommands } from './define.ts';
import { EXIT } from './exit.ts';
import { closeQuietly, say } from './output.ts';
import { packageVersion } from './package.ts';

/** Runs the command line and gives the exit code: 0 done, 1 done with problems in some inputs, 2 wrong usage, 3 could not run. */
export async function cli(args: readonly string[]): Promise<number> {
  closeQuietly();
  let code: number = EXIT.done;
  const program = new Command('longwatch')
    .description('An evidence-first workbench: reads reports into sourced statements, and shows who says what.')
    .version(packageVersion())
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) })
    .showHelpAfterError('(longwatch --help lists the commands)');
  defineCommands(program, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** A folder that cannot be written, a full disk: the system's own sentence says it, and no program text explains more. */
function isOfTheSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof UsageError || error instanceof NotFoundError) {
    say(`longwatch: ${error.message}`);
    return EXIT.usage;
  }
  if (error instanceof UnavailableError || isOfTheSystem(error)) say(`longwatch: ${error.message}`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}
