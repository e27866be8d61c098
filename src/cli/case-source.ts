import { existsSync } from 'node:fs';
import type { SeenFrom } from '../actions/seen-lists.ts';
import { withLedger } from './connection.ts';

/** What `--case` names: a file that `case build --json` wrote if there is one of this name, else a case of the ledger. */
export async function caseSource(nameOrFile: string): Promise<SeenFrom> {
  if (existsSync(nameOrFile)) return { case: nameOrFile };
  return { recorded: await withLedger(({ call }) => call('cases.get', { name: nameOrFile })) };
}
