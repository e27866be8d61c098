import { type Command, InvalidArgumentError, Option } from 'commander';

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

  actors
    .command('rank')
    .description('which known groups resemble what was seen, how likely each is, and how likely none of them')
    .option('--items <file>', 'what was seen, as JSON: {"techniques": […], "software": […], …}')
    .option('--report <file>', 'a report: its techniques and software are used, names of groups are not')
    .option('--case <name|file>', 'a case of the ledger, or one as `longwatch case build --json` writes it')
    .option('--knowledge <file>', 'rank by this ATT&CK bundle, or table of `import attack`, instead of the newest one')
    .option('--policy <name|file>', `which groups are one; ${POLICY}`)
    .option('--seen <date>', 'when it was seen: YYYY, YYYY-MM or YYYY-MM-DD; a report says it itself')
    .addOption(
      new Option(
        '--facts <then|now>',
        'facts published before it was seen, or all there are (reports: then, lest they are compared with themselves; else now)',
      ).choices(['then', 'now']),
    )
    .option('--unknown-share <number>', 'how often you expect a group that is not known, 0 to 1', share)
    .option('--fit', 'learn the weights from that version too (takes a minute)')
    .option('--limit <number>', 'how many candidates (5 for people, all with --json)', wholeNumber)
    .option('--json', 'as JSON')
    .action(async (options) => done(await (await import('../commands/actors-rank.ts')).actorsRankCommand(options)));

  actors
    .command('cluster')
    .description('groups intrusions that nobody has named by what was seen in them; what is like none stays alone')
    .option('--items <files...>', 'one file an intrusion, as `actors rank` takes it')
    .option('--case <names...>', 'cases of the ledger, or files as `longwatch case build --json` writes them')
    .option('--knowledge <file>', 'weigh terms by this ATT&CK bundle or table instead of the newest one')
    .option('--json', 'as JSON')
    .action(async (options) =>
      done(await (await import('../commands/actors-cluster.ts')).actorsClusterCommand(options)),
    );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('It must be between 0 and 1.');
  return value;
}
