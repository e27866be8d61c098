import * as z from 'zod';
import type { Action } from './action.ts';
import { page } from './input.ts';

export const journalList: Action<'journal.list'> = {
  name: 'journal.list',
  summary: 'What was done to the ledger, by whom, when; newest first.',
  input: z.strictObject(page),
  writes: false,
  run: ({ ledger }, { offset, limit }) => ledger.journal(offset, limit),
};
