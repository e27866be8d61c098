import type { StatementFilter, StatementSort, StatementView } from '../../model/view.ts';
import { withLedger } from '../connection.ts';
import { countryOption } from '../country-option.ts';
import { EXIT } from '../exit.ts';
import { styled } from '../output.ts';
import { given, type ListOptions, printRows } from '../rows.ts';
import { statementLines } from '../statement-words.ts';

type Narrowing = Pick<
  StatementFilter,
  | 'kind'
  | 'stance'
  | 'certainty'
  | 'review'
  | 'speaker'
  | 'actor'
  | 'target'
  | 'country'
  | 'document'
  | 'origin'
  | 'after'
  | 'before'
>;

interface Options extends ListOptions, Narrowing {
  readonly asOf?: string;
  readonly sort?: StatementSort;
  readonly descending?: boolean;
}

export async function statementsCommand(words: readonly string[], options: Options): Promise<number> {
  const { json: _json, limit: _limit, asOf, ...rest } = options;
  const filter = given({ ...rest, country: countryOption(rest.country), q: words.join(' '), as_of: asOf });
  await withLedger(({ call }) =>
    printRows((page) => call('statements.search', { ...filter, ...page }), statementEntry, options),
  );
  return EXIT.done;
}

function statementEntry(row: StatementView): string {
  const source = [
    row.publisher ?? row.document_title,
    row.said,
    row.review === 'unreviewed' ? null : row.review,
    row.id,
  ];
  return `${statementLines(row, row.quote)}\n  ${styled('dim', source.filter(Boolean).join(' · '))}`;
}
