import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { print } from '../output.ts';
import { given } from '../rows.ts';
import { count } from '../statement-words.ts';

/** The cases of the ledger, a line each. */
export async function caseListCommand({
  asOf,
  json,
}: {
  readonly asOf?: string;
  readonly json?: boolean;
}): Promise<number> {
  const { rows } = await withLedger(({ call }) => call('cases.list', given({ as_of: asOf })));
  for (const row of rows) {
    const span =
      row.first_access && row.last_seen
        ? `${row.first_access.slice(0, 10)} to ${row.last_seen.slice(0, 10)}`
        : 'no intrusion from logs';
    await print(
      json
        ? `${JSON.stringify(row)}\n`
        : `${row.name} · ${span} · ${count(row.hosts, 'host')} controlled, ${count(row.documents, 'document')}\n`,
    );
  }
  if (rows.length === 0 && !json) await print('No case yet. "longwatch case build LOGS --case NAME" makes one.\n');
  return EXIT.done;
}
