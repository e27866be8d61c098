import { Command, CommanderError } from 'commander';
import { NotFoundError, UnavailableError, UsageError } from '../base/errors.ts';
import { defineCommands } from './define.ts';
import { EXIT } from './exit.ts';
import { closeQuietly, say } from './output.ts';
import { packageVersion } from './package.ts';
import { isOfTheSystem, systemWords } from './system-words.ts';

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

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof UsageError || error instanceof NotFoundError) {
    say(`longwatch: ${error.message}`);
    return EXIT.usage;
  }
  if (error instanceof UnavailableError) say(`longwatch: ${error.message}`);
  else if (isOfTheSystem(error)) say(`longwatch: ${systemWords(error)}`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}
