import * as z from 'zod';
import type { Action } from './action.ts';
import { caseRowOf } from './case-view.ts';
import { toDay } from './input.ts';

export const casesList: Action<'cases.list'> = {
  name: 'cases.list',
  summary: 'Case files with their span, hosts and documents; the latest first.',
  input: z.strictObject({ as_of: toDay.exactOptional() }),
  writes: false,
  run: async ({ ledger }, { as_of: asOf }) => {
    const rows = (await ledger.cases(asOf)).map(caseRowOf).sort((a, b) => (a.recorded > b.recorded ? -1 : 1));
    return { rows, total: rows.length, origins: 0 };
  },
};
