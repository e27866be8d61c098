import * as z from 'zod';
import type { Action } from './action.ts';

export const dataList: Action<'data.list'> = {
  name: 'data.list',
  summary: 'Data sets of incidents and counts on record, the latest import of each.',
  input: z.strictObject({}),
  writes: false,
  run: async ({ ledger }) => ({ datasets: await ledger.datasets() }),
};
