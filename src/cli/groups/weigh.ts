import type { Command } from 'commander';

/** `longwatch weigh`: competing hypotheses against graded evidence. */
export function defineWeigh(program: Command, done: (code: number) => void): void {
  program
    .command('weigh')
    .description('hypotheses against graded evidence: probabilities, what the judgement rests on, what to look for')
    .argument(
      '[input]',
      'a file (YAML or JSON, - for standard input), or a question or case of the ledger; without it, the questions',
    )
    .option('--as-of <date>', 'what was believed on that day')
    .option('--analyst <name>', "one analyst's ratings alone")
    .option('--without <what...>', 'leave out evidence, sources or origins: E4, FireEye')
    .option('--score <hypothesis>', 'score the probabilities as if this hypothesis were true')
    .option('--add', 'record the file in the ledger')
    .option('--template <id>', 'print a file to start from: who, state-or-criminal, false-flag, purpose')
    .option('--json', 'as JSON, one question a line')
    .action(async (input, options) => done(await (await import('../commands/weigh.ts')).weighCommand(input, options)));
}
