import type { Command } from 'commander';

/**
 * `longwatch import KIND PATH`: a subcommand a kind, so that a kind may have options of its own. What an importer does stands in
 * `commands/import-KIND.ts`, loaded when it runs.
 */
export function defineImport(program: Command, done: (code: number) => void): void {
  const into = program.command('import').description('take over facts and records from files of other projects');

  into
    .command('misp-galaxy')
    .description('actor names from a cluster file of MISP galaxy, such as clusters/threat-actor.json')
    .argument('<file>', 'the cluster file')
    .option('--json', 'what was taken over, as JSON')
    .action(async (file, options) =>
      done(await (await import('../commands/import-misp-galaxy.ts')).importMispGalaxyCommand(file, options)),
    );

  into
    .command('attack')
    .description(
      'facts of MITRE ATT&CK Enterprise from a STIX bundle (JSON or gzipped): who uses what, by which sources',
    )
    .argument('<file>', 'the bundle, such as enterprise-attack-18.1.json')
    .option('--attack-version <version>', 'its version, where neither the bundle nor the name of the file says it')
    .option('--json', 'what was taken over, as JSON')
    .action(async (file, options) =>
      done(await (await import('../commands/import-attack.ts')).importAttackCommand(file, options)),
    );
  for (const [kind, description] of DATA_SETS)
    into
      .command(kind)
      .description(description)
      .argument('<path>', 'the file, or a folder with the tables of the data set')
      .option('--json', 'what was taken over, with every problem, as JSON')
      .action(async (path, options) =>
        done(await (await import('../commands/import-data.ts')).importDataCommand(kind, path, options)),
      );
}

/** Data sets of incidents and counts, into the ledger. */
const DATA_SETS = [
  ['eurepoc', 'incidents of EuRepoC: its global table, best beside its table of attributions'],
  ['dcid', 'incidents of DCID 2.0, both sheets of the workbook'],
  ['cfr', 'disclosures of the CFR Cyber Operations Tracker'],
  ['misp', 'events of MISP as incidents (JSON)'],
  ['stix', 'incidents and campaigns of a STIX 2.1 bundle'],
  ['csv', 'counts that somebody gave for periods: value, unit, counter, period'],
] as const;
