import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../base/errors.ts';
import { CASE_FACTS } from '../model/case-record.ts';
import { REVIEW_STATES } from '../model/review.ts';
import { CERTAINTIES, KINDS, STANCES } from '../model/statement.ts';
import { NAME_ROLES, STATEMENT_SORTS } from '../model/view.ts';
import { TLP } from '../report/bulletin/record.ts';
import { LEVELS, STATUSES } from '../sigma/rule/tree.ts';
import { defineActors } from './groups/actors.ts';
import { defineImport } from './groups/import.ts';
import { defineTrend } from './groups/trend.ts';
import { defineWeigh } from './groups/weigh.ts';
import { defineYears } from './groups/years.ts';

/**
 * The commands with their options. What a command does stands in its own file under `commands/`, loaded when it runs, so that
 * `--help` answers at once.
 */
export function defineCommands(program: Command, done: (code: number) => void): void {
  const serve = (command: Command) =>
    command
      .option('--port <number>', 'port to listen on (else the first free one from 7411)', portNumber)
      .option('--host <address>', 'listen beyond this machine: whoever reaches the address can read and write')
      .option('--sample', 'load the sample dossier into an empty ledger')
      .action(async (options) => done(await (await import('./commands/serve.ts')).serveCommand(options)));
  serve(program);
  program.allowExcessArguments().hook('preAction', (_, command) => {
    const { args } = command;
    if (command === program && args.length > 0)
      throw new UsageError(`there is no command "${args[0]}"; longwatch --help lists them`);
  });
  serve(program.command('serve').description('start the workbench and print its address (also without a command)'));

  program
    .command('read')
    .description('read documents into statements, indicators and techniques')
    .argument('<input...>', 'files, folders, URLs, or - for standard input')
    .option('--json', 'one JSON document a line')
    .option('--out <folder>', 'write NAME.json for each input NAME.ext')
    .option('--add', 'record what was read in the ledger')
    .option('--published <date>', 'when the inputs were published: YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--publisher <name>', 'who published the inputs')
    .option('--allow-private', 'allow URLs that lead to private networks or this machine')
    .addOption(new Option('--reader <name>', 'what reads the text').choices(['rules', 'endpoint']).default('rules'))
    .option('--jobs <number>', 'how many threads read (else as many as pay)', wholeNumber)
    .action(async (inputs, options) => done(await (await import('./commands/read.ts')).readCommand(inputs, options)));

  program
    .command('rules')
    .description('work with Sigma rules')
    .command('check')
    .description('account for every rule: loaded, or why not, with file, line and column')
    .argument('<path...>', 'rule files, and folders of them')
    .option('--json', 'one JSON document a line')
    .option('--variables <file>', 'values for placeholders (%name%), YAML or JSON')
    .option('--logsources <file>', 'log sources besides the known ones, YAML or JSON')
    .action(async (paths, options) =>
      done(await (await import('./commands/rules-check.ts')).rulesCheckCommand(paths, options)),
    );

  program
    .command('hunt')
    .description('run Sigma rules and indicators over logs')
    .argument('<path...>', 'log files, folders, archives, or - for standard input')
    .option(
      '--rules <path...>',
      'files and folders of Sigma rules (else LONGWATCH_RULES, else those that come with Longwatch)',
    )
    .option('--variables <file>', 'values for placeholders (%name%), YAML or JSON')
    .option('--logsources <file>', 'log sources besides the known ones, YAML or JSON')
    .option('--logsource <kind>', 'what logs are that do not say so: product/category/service')
    .option(
      '--indicators <file...>',
      'lists or STIX bundles of hashes, addresses, domains, URLs, file names; `ledger` for those of the ledger',
    )
    .addOption(new Option('--min-level <level>', 'the lowest level to report').choices([...LEVELS]))
    .addOption(new Option('--status <status...>', 'only rules of this status').choices([...STATUSES]))
    .option('--tag <tag...>', 'only rules with a tag, such as attack.t1059 or attack.persistence')
    .option('--only <rule...>', 'only rules with this id, or these words in their title')
    .option('--except <rule...>', 'no rules with this id, or these words in their title')
    .option('--after <time>', 'records from then on (UTC): 2024-05-01 or 2024-05-01T08:30:00Z')
    .option('--before <time>', 'records until then (UTC)')
    .option('--jsonl <file>', 'write hits as lines of JSON (- for standard output)')
    .option('--csv <file>', 'write a timeline for spreadsheets')
    .option('--timesketch <file>', 'write a timeline for Timesketch')
    .option('--html <file>', 'write a report that opens in any browser')
    .option('--keep-copies', 'report records again that stand in several copies of a log')
    .option('--jobs <number>', 'how many threads (else as many as pay)', wholeNumber)
    .addOption(
      new Option('--engine <name>', 'what runs the rules')
        .choices(['stream', 'duckdb', 'clickhouse'])
        .default('stream'),
    )
    .option('--keep <folder>', 'keep the records as Parquet in a new folder; later, hunt in that folder')
    .option(
      '--clickhouse <url...>',
      'ClickHouse servers, such as http://127.0.0.1:8123 (user and password from the environment)',
    )
    .option('--cluster <name>', 'the cluster that these servers form')
    .option('--allow-remote', 'allow servers beyond this machine')
    .option('--quiet', 'no summary and no problems')
    .option('--stats', 'only count what the logs hold: events by channel, id and host, logons, gaps; needs no rules')
    .option('--json', 'with --stats: one JSON document a line')
    .action(async (paths, options) => done(await (await import('./commands/hunt.ts')).huntCommand(paths, options)));

  const cases = program.command('case').description('intrusions as case files');
  cases
    .command('build')
    .description('put together what rules find in logs: hosts, accounts, path, relays, times, and what was left out')
    .argument('<path...>', 'log files, folders, archives')
    .option('--rules <path...>', "Sigma rules besides the program's own")
    .option('--jobs <number>', 'how many threads (else as many as pay)', wholeNumber)
    .option('--case <name>', 'put it into this case of the ledger')
    .option('--json', 'as JSON')
    .action(async (paths, options) =>
      done(await (await import('./commands/case-build.ts')).caseBuildCommand(paths, options)),
    );
  cases
    .command('list')
    .description('the cases of the ledger')
    .option('--as-of <date>', 'what was known on that day')
    .option('--json', 'one JSON document a line')
    .action(async (options) => done(await (await import('./commands/case-list.ts')).caseListCommand(options)));
  cases
    .command('show')
    .description('one case of the ledger: figures, sentences of reports beside them, related cases')
    .argument('<name>')
    .option('--as-of <date>', 'what was known on that day')
    .option('--json', 'as JSON')
    .action(async (name, options) =>
      done(await (await import('./commands/case-show.ts')).caseShowCommand(name, options)),
    );
  cases
    .command('add')
    .description('put a document, a statement beside a fact, or a note into a case of the ledger')
    .argument('<name>')
    .option('--document <id...>', 'documents of the ledger')
    .option('--statement <id>', 'a statement of the ledger; with --fact it is held against a count')
    .addOption(new Option('--fact <fact>', 'the fact it speaks of').choices([...CASE_FACTS]))
    .option('--note <text>')
    .action(async (name, options) =>
      done(await (await import('./commands/case-add.ts')).caseAddCommand(name, options)),
    );
  cases
    .command('bulletin')
    .description('a bulletin from a case, in which no figure stands that the case does not hold')
    .argument('<case>', 'a case of the ledger, or a file that case build --json wrote')
    .option('--intrusion <number>', 'which intrusion of a case of the ledger', wholeNumber, 1)
    .addOption(
      new Option('--format <form>', 'what to write').choices(['markdown', 'html', 'pdf', 'stix']).default('markdown'),
    )
    .option('--out <file>', 'file to write (else standard output)')
    .addOption(new Option('--tlp <marking>', 'marking by TLP 2.0').choices([...TLP]).default('AMBER'))
    .option('--id <text>', 'number of the case')
    .option('--issuer <name>', 'who issues it')
    .option('--date <date>', 'day of issue (else today)')
    .option('--sector <words>', 'sector of the victim')
    .option('--country <code>', 'country of the victim, ISO 3166-1')
    .option('--size <words>', 'size of the victim')
    .option('--detected <date>', 'when it was detected')
    .option('--reported <date>', 'when it was reported')
    .option('--product <name>', 'what was entered')
    .option('--weakness <name>', 'by which weakness, such as a CVE id')
    .option('--zero-day', 'the weakness was not public then')
    .option('--no-zero-day', 'the weakness was public then')
    .action(async (file, options) =>
      done(await (await import('./commands/case-bulletin.ts')).caseBulletinCommand(file, options)),
    );

  program
    .command('scenario')
    .description('generated logs of an intrusion with their ground truth, for tests and training (list names them)')
    .argument('<name>', 'a scenario, or list')
    .option('--seed <number>', 'the same seed gives the same logs', wholeNumber, 1)
    .addOption(
      new Option('--noise <level>', 'harmless activity that looks suspicious: none to much')
        .choices(['0', '1', '2', '3'])
        .default('1'),
    )
    .option('--size <size>', 'about how large the logs are, such as 10MB or 2GB', '10MB')
    .option(
      '--hard <names>',
      'what makes the logs worse than rules expect: names with commas, or all (list names them)',
    )
    .option('--out <folder>', 'folder for logs/ and truth.json')
    .action(async (name, options) =>
      done(await (await import('./commands/scenario.ts')).scenarioCommand(name, options)),
    );

  program
    .command('documents')
    .description('list the documents of the ledger')
    .argument('[words...]', 'words to look for')
    .option('--publisher <name>')
    .option('--language <code>', 'ISO 639-3, such as eng')
    .option('--after <date>', 'published on or after')
    .option('--before <date>', 'published on or before')
    .option('--as-of <date>', 'what was known on that day')
    .addOption(new Option('--sort <by>').choices(['recorded', 'published', 'title', 'statements']))
    .option('--descending')
    .option('--limit <number>', 'how many at most (50 for people, all with --json)', wholeNumber)
    .option('--json', 'one JSON document a line')
    .action(async (words, options) =>
      done(await (await import('./commands/documents.ts')).documentsCommand(words, options)),
    );

  program
    .command('statements')
    .description('list the statements of the ledger')
    .argument('[words...]', 'words to look for; "quoted phrases", -not, or')
    .addOption(new Option('--kind <kind...>').choices([...KINDS]))
    .addOption(new Option('--stance <stance...>').choices([...STANCES]))
    .addOption(new Option('--certainty <certainty...>').choices([...CERTAINTIES]))
    .addOption(new Option('--review <state...>').choices([...REVIEW_STATES]))
    .option('--speaker <name>')
    .option('--actor <name>')
    .option('--target <name>')
    .option('--country <code>', 'of actor or target, ISO 3166-1 such as KR')
    .option('--document <id>')
    .option('--origin <id>', 'echo group')
    .option('--after <date>', 'time of the event, on or after')
    .option('--before <date>', 'time of the event, on or before')
    .option('--as-of <date>', 'what was known on that day')
    .addOption(new Option('--sort <by>').choices([...STATEMENT_SORTS]))
    .option('--descending')
    .option('--limit <number>', 'how many at most (50 for people, all with --json)', wholeNumber)
    .option('--json', 'one JSON document a line')
    .action(async (words, options) =>
      done(await (await import('./commands/statements.ts')).statementsCommand(words, options)),
    );

  program
    .command('names')
    .description('who speaks, who is said to act (answering alone is no act), who is targeted, by independent origin')
    .argument('[words...]', 'part of a name')
    .addOption(new Option('--role <role>').choices([...NAME_ROLES]).default('actor'))
    .option('--unnamed', 'also phrases that name nobody, such as attackers')
    .option('--as-of <date>', 'what was known on that day')
    .option('--limit <number>', 'how many at most (50 for people, all with --json)', wholeNumber)
    .option('--json', 'one JSON document a line')
    .action(async (words, options) => done(await (await import('./commands/names.ts')).namesCommand(words, options)));

  defineActors(program, done);
  defineImport(program, done);
  defineWeigh(program, done);
  defineTrend(program, done);
  defineYears(program, done);

  program
    .command('dump')
    .description('write the whole ledger as lines of JSON')
    .argument('<file>', 'file to write, or - for standard output')
    .action(async (file) => done(await (await import('./commands/dump.ts')).dumpCommand(file)));

  program
    .command('restore')
    .description('read a dump into an empty ledger')
    .argument('<file>', 'file to read, or - for standard input')
    .action(async (file) => done(await (await import('./commands/restore.ts')).restoreCommand(file)));

  const evtx = program.command('evtx').description('event logs of Windows');
  evtx
    .command('dump')
    .description('write the records of event logs (EVTX) as lines of JSON')
    .argument('<file...>', 'event log files')
    .action(async (files) => done(await (await import('./commands/evtx-dump.ts')).evtxDumpCommand(files)));

  program
    .command('status')
    .description('version, database, counts')
    .option('--json', 'as JSON')
    .action(async (options) => done(await (await import('./commands/status.ts')).statusCommand(options)));
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('Ports go up to 65535.');
  return port;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
