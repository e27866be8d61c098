import { importAttack } from '../../actions/import-attack.ts';
import { home } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { inputFile } from '../input-file.ts';
import { print, say } from '../output.ts';
import { problemLine } from '../problem-line.ts';
import { count } from '../statement-words.ts';

interface Options {
  readonly json?: boolean;
  readonly attackVersion?: string;
}

export async function importAttackCommand(file: string, { json = false, attackVersion }: Options): Promise<number> {
  const { table, problems, written } = importAttack(inputFile(file), { home: home(), version: attackVersion });
  for (const found of problems) say(problemLine(found, ''));
  const counts = {
    version: table.version,
    modified: table.modified,
    techniques: table.techniques.length,
    software: table.software.length,
    groups: table.groups.length,
    campaigns: table.campaigns.length,
    uses: table.uses.length,
    sources: table.sources.length,
    dated: table.sources.filter(([, , published]) => published !== null).length,
    problems: problems.length,
    file: written,
  };
  if (json) await print(`${JSON.stringify(counts)}\n`);
  else if (written)
    await print(
      `ATT&CK ${counts.version ?? '(version unknown)'}, last changed ${counts.modified}: ${count(counts.groups, 'group')}, ${count(counts.campaigns, 'campaign')}, ${counts.software} software, ${count(counts.techniques, 'technique')}, ${count(counts.uses, 'use')} by ${count(counts.sources, 'source')} (${counts.dated} dated).\n`,
    );
  return problems.length > 0 ? EXIT.problems : EXIT.done;
}
