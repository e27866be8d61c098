import type { Command } from 'commander';

const POLICY = 'naming policy: two, mitre, microsoft, misp, everyone, none, one of your own, or a JSON file';

/** `longwatch actors …`: one entry a command; each loads its file from `commands/` when it runs. */
export function defineActors(program: Command, done: (code: number) => void): void {
  const actors = program
    .command('actors')
    .description('who is who: names, what ties them, and what is said about them');

  actors
    .command('list')
    .description('the actors that a naming policy makes of the names known')
    .argument('[words...]', 'part of a name')
    .option('--policy <name|file>', POLICY)
    .option('--country <code>', 'home that a list states, ISO 3166-1 such as KR')
    .option('--sector <name>', 'sector that a list says it targets')
    .option('--disputed', 'only those with a name that others carry too')
    .option('--named', 'only those that statements of the ledger name')
    .option('--as-of <date>', 'what was known on that day')
    .option('--limit <number>', 'how many at most (50 for people, all with --json)', Number)
    .option('--json', 'one JSON document a line')
    .action(async (words, options) =>
      done(await (await import('../commands/actors-list.ts')).actorsListCommand(words, options)),
    );

  actors
    .command('show')
    .description('an actor: names by vendor, what ties and parts them, facts, who says and who denies what')
    .argument('<name...>', 'any of its names')
    .option('--policy <name|file>', POLICY)
    .option('--as-of <date>', 'what was known on that day')
    .option('--json', 'as JSON')
    .action(async (words, options) =>
      done(await (await import('../commands/actors-show.ts')).actorsShowCommand(words, options)),
    );

  actors
    .command('names')
    .description('disputed names: those that one list gives to several of its actors')
    .argument('[words...]', 'part of a name')
    .option('--policy <name|file>', POLICY)
    .option('--as-of <date>', 'what was known on that day')
    .option('--json', 'one JSON document a line')
    .action(async (words, options) =>
      done(await (await import('../commands/actors-names.ts')).actorsNamesCommand(words, options)),
    );
}
