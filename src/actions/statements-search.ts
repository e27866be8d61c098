import * as z from 'zod';
import { STATEMENT_SORTS } from '../model/view.ts';
import type { Action } from './action.ts';
import { page, statementFilter } from './input.ts';

export const statementQuery = z.strictObject({
  ...statementFilter,
  sort: z.enum(STATEMENT_SORTS).exactOptional(),
  descending: z.boolean().exactOptional(),
  ...page,
});

export const statementsSearch: Action<'statements.search'> = {
  name: 'statements.search',
  summary: 'Statements that meet a filter, by page.',
  input: statementQuery,
  writes: false,
  run: ({ ledger }, input) => ledger.statements(input),
};
