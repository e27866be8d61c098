import * as z from 'zod';
import type { Action } from './action.ts';
import { id, toDay } from './input.ts';

export const documentsGet: Action<'documents.get'> = {
  name: 'documents.get',
  summary: 'One document with its text, statements, indicators, techniques and problems.',
  input: z.strictObject({ id, as_of: toDay.exactOptional() }),
  writes: false,
  run: ({ ledger }, input) => ledger.document(input.id, input.as_of),
};
