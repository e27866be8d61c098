import * as z from 'zod';
import type { Action } from './action.ts';
import { caseViewOf } from './case-view.ts';
import { id, toDay } from './input.ts';

export const casesGet: Action<'cases.get'> = {
  name: 'cases.get',
  summary: 'One case: what logs showed, sentences of reports beside it, notes, cases like it.',
  input: z.strictObject({ name: id, as_of: toDay.exactOptional() }),
  writes: false,
  run: async ({ ledger }, { name, as_of: asOf }) =>
    caseViewOf(ledger, await ledger.case(name, asOf), await ledger.cases(asOf), asOf),
};
