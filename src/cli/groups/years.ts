import { type Command, InvalidArgumentError, Option } from 'commander';
import { YEAR_SPLITS } from '../../model/year.ts';

/** `longwatch years`: attacks by year, with unit and counter kept. */
export function defineYears(program: Command, done: (code: number) => void): void {
  program
    .command('years')
    .description('attacks by year, each count under its unit and counter: counted here, and stated by others')
    .addOption(
      new Option('--by <split>', 'what to split the counted ones by').choices([...YEAR_SPLITS]).default('year'),
    )
    .option('--counter <name>', 'only what this body counted')
    .option('--unit <noun>', 'only what is counted in this unit, such as incident or attack')
    .option('--from <year>', 'first year', year)
    .option('--to <year>', 'last year', year)
    .option('--accused <country>', 'only what this state is accused of, ISO 3166-1 such as CN')
    .option('--target <country>', 'only what hit this country')
    .option('--policy <id>', 'naming policy for --by actor')
    .option('--rows <number>', 'rows of a table at most', Number)
    .option('--as-of <date>', 'what was known on that day')
    .option('--json', 'the figures as JSON')
    .option('--csv <file>', 'write the figures as CSV (- for standard output)')
    .option('--svg <file>', 'write the chart (- for standard output)')
    .action(async (options) => done(await (await import('../commands/years.ts')).yearsCommand(options)));
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('It must be a year, such as 2024.');
  return Number(text);
}
