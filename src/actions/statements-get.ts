import * as z from 'zod';
import type { Action } from './action.ts';
import { id, toDay } from './input.ts';

export const statementsGet: Action<'statements.get'> = {
  name: 'statements.get',
  summary: 'One statement with its reviews.',
  input: z.strictObject({ id, as_of: toDay.exactOptional() }),
  writes: false,
  run: ({ ledger }, input) => ledger.statement(input.id, input.as_of),
};
