import type { Command } from 'commander';
import { Option } from 'commander';

/** `longwatch trend`: did it rise after a day, and can the data say so? */
export function defineTrend(program: Command, done: (code: number) => void): void {
  program
    .command('trend')
    .description('did attacks rise after a day, and can these data say so: counts, tests, power, verdict')
    .requiredOption('--trigger <date...>', 'the day, as YYYY-MM-DD or YYYY-MM-DD:LABEL; several are corrected for')
    .option('--initiator <country>', 'who attacks, ISO 3166-1 such as CN')
    .option('--target <country>', 'who is attacked, such as KR')
    .option('--unit <noun>', 'only what is counted in this unit, such as incident or attempt')
    .option('--counter <name>', 'only what this body counted')
    .option('--window <span>', 'how much before and after: 18m, or 24m/3m (d, w, m, y)', '12m')
    .option(
      '--control <pair...>',
      'what to compare with: CN>JP, CN>*, !CN>KR (else the initiator against others, and others against the target)',
    )
    .option(
      '--from <source>',
      'ledger, statements, a data set on record, or files of one (CSV, XLSX, JSON, a folder)',
      'ledger',
    )
    .addOption(
      new Option('--dates <how>', 'honour how exactly events are dated, or take them as coded')
        .choices(['honour', 'as-coded'])
        .default('honour'),
    )
    .option('--as-of <date>', 'what was known on that day')
    .option('--json', 'the answer as JSON')
    .option('--svg <file>', 'write the chart (- for standard output)')
    .option('--markdown <file>', 'write the answer as Markdown (- for standard output, which is the default)')
    .action(async (options) => done(await (await import('../commands/trend.ts')).trendCommand(options)));
}
