import { restoreFrom } from '../../actions/restore.ts';
import { UnavailableError } from '../../base/errors.ts';
import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { inputFile } from '../input-file.ts';
import { say } from '../output.ts';
import { count } from '../statement-words.ts';

export async function restoreCommand(file: string): Promise<number> {
  inputFile(file);
  await withLedger(async ({ local }) => {
    if (!local) throw new UnavailableError('a workbench has this ledger open; stop it before restoring');
    const { documents, statements, reviews } = await restoreFrom(local.ledger, file);
    say(`Restored ${count(documents, 'document')}, ${count(statements, 'statement')}, ${count(reviews, 'review')}.`);
  });
  return EXIT.done;
}
