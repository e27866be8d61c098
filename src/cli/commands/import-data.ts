import type { ActionInput } from '../../actions/action-map.ts';
import { withLedger } from '../connection.ts';
import { dataFiles } from '../data-files.ts';
import { EXIT } from '../exit.ts';
import { print, say } from '../output.ts';
import { problemLine } from '../problem-line.ts';
import { count } from '../statement-words.ts';

/** `longwatch import KIND PATH` for data sets of incidents and counts. */
export async function importDataCommand(
  kind: NonNullable<ActionInput<'data.import'>['kind']>,
  path: string,
  { json = false }: { json?: boolean },
): Promise<number> {
  const files = dataFiles(path).map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString('base64') }));
  const answer = await withLedger(({ call }) => call('data.import', { kind, files }));
  for (const found of answer.problems) say(problemLine(found, ''));
  if (json) await print(`${JSON.stringify(answer)}\n`);
  else if (answer.dataset)
    await print(
      `${answer.title}: ${count(answer.incidents, 'incident')} (${answer.undated} without a date), ${count(answer.tallies, 'count')}, ${count(answer.problems.length, 'problem')}${answer.added ? '' : '; the same rows were on record already'}.\n`,
    );
  return !answer.dataset || answer.problems.length > 0 ? EXIT.problems : EXIT.done;
}
