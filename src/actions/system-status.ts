import * as z from 'zod';
import type { Action } from './action.ts';

export const systemStatus: Action<'system.status'> = {
  name: 'system.status',
  summary: 'Version, database and counts.',
  input: z.strictObject({}),
  writes: false,
  run: async ({ ledger, version, home }) => ({ version, home, ...(await ledger.status()) }),
};
