import * as z from 'zod';
import type { Action } from './action.ts';
import { limit, statementFilter } from './input.ts';

export const statementsContradictions: Action<'statements.contradictions'> = {
  name: 'statements.contradictions',
  summary: 'Pairs of statements of different stance on the same thing.',
  input: z.strictObject({ ...statementFilter, limit: limit.exactOptional() }),
  writes: false,
  run: ({ ledger }, { limit: most, ...filter }) => ledger.contradictions(filter, most),
};
