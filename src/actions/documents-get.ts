import * as z from 'zod';
import type { Action } from './action.ts';
import { id, toDay } from './input.ts';
import { withMessage } from './problem-message.ts';

export const documentsGet: Action<'documents.get'> = {
  name: 'documents.get',
  summary: 'One document with its text, statements, indicators, techniques and problems.',
  input: z.strictObject({ id, as_of: toDay.exactOptional() }),
  writes: false,
  run: async ({ ledger }, input) => {
    const view = await ledger.document(input.id, input.as_of);
    return { ...view, all_problems: view.all_problems.map(withMessage) };
  },
};
