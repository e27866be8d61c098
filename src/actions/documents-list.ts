import * as z from 'zod';
import type { Action } from './action.ts';
import { fromDay, page, toDay, words } from './input.ts';

export const documentsList: Action<'documents.list'> = {
  name: 'documents.list',
  summary: 'Documents of the ledger, newest first unless sorted otherwise.',
  input: z.strictObject({
    q: words.exactOptional(),
    publisher: words.exactOptional(),
    language: words.exactOptional(),
    after: fromDay.exactOptional(),
    before: toDay.exactOptional(),
    as_of: toDay.exactOptional(),
    sort: z.enum(['recorded', 'published', 'title', 'statements']).exactOptional(),
    descending: z.boolean().exactOptional(),
    ...page,
  }),
  writes: false,
  run: ({ ledger }, input) => ledger.documents(input),
};
