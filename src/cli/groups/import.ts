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
}
