import { NARRATOR } from '../../model/statement.ts';
import type { NameRole, NameRow } from '../../model/view.ts';
import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { given, type ListOptions, printRows } from '../rows.ts';
import { count } from '../statement-words.ts';

interface Options extends ListOptions {
  readonly role: NameRole;
  readonly asOf?: string;
  readonly unnamed?: boolean;
}

export async function namesCommand(words: readonly string[], options: Options): Promise<number> {
  const filter = {
    role: options.role,
    ...given({ q: words.join(' '), as_of: options.asOf, unnamed: options.unnamed }),
  };
  await withLedger(({ call }) => printRows((page) => call('names.list', { ...filter, ...page }), nameLine, options));
  return EXIT.done;
}

function nameLine(row: NameRow): string {
  const counts = [
    count(row.statements, 'statement'),
    count(row.documents, 'document'),
    count(row.origins, 'origin'),
  ].join(', ');
  const span = row.first && row.last ? ` · ${row.first} to ${row.last}` : '';
  const name = row.name === NARRATOR ? 'the documents in their own voice' : row.name;
  return `${name}${row.country ? ` (${row.country})` : ''} · ${counts}${span}`;
}
