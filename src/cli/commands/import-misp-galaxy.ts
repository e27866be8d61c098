import { importMispGalaxy } from '../../actions/import-names.ts';
import { analyst, home } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { inputFile } from '../input-file.ts';
import { print, say } from '../output.ts';
import { problemLine } from '../problem-line.ts';
import { count } from '../statement-words.ts';

export async function importMispGalaxyCommand(file: string, { json = false }: { json?: boolean }): Promise<number> {
  const to = { home: home(), analyst: analyst(), now: new Date() };
  const { list, problems, written, shared } = importMispGalaxy(inputFile(file), to);
  for (const found of problems) say(problemLine(found, ''));
  const counts = {
    list: list?.list ?? null,
    version: list?.version ?? null,
    speaker: list?.speaker ?? null,
    entries: list?.entries.length ?? 0,
    names: list?.entries.reduce((sum, entry) => sum + 1 + entry.names.length, 0) ?? 0,
    relations: list?.relations.length ?? 0,
    disputed: shared,
    problems: problems.length,
    file: written,
  };
  if (json) await print(`${JSON.stringify(counts)}\n`);
  else if (list) {
    await print(
      `${counts.list}, version ${counts.version}, in the words of ${counts.speaker}: ${count(counts.entries, 'entry', 'entries')}, ${count(counts.names, 'name')}, ${count(counts.relations, 'relation')}.\n`,
    );
    if (shared.length > 0)
      await print(
        `${count(shared.length, 'name')} ${shared.length === 1 ? 'is' : 'are'} carried by several entries: ${shared.join(', ')}.\n`,
      );
  }
  return problems.length > 0 ? EXIT.problems : EXIT.done;
}
