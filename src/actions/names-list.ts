import * as z from 'zod';
import { NAME_ROLES } from '../model/view.ts';
import type { Action } from './action.ts';
import { page, toDay, words } from './input.ts';

export const namesList: Action<'names.list'> = {
  name: 'names.list',
  summary:
    'Who speaks, who is said to act (not who only answers or takes measures), who is targeted, with counts by independent origin.',
  input: z.strictObject({
    role: z.enum(NAME_ROLES),
    q: words.exactOptional(),
    narrator: z.boolean().exactOptional(),
    unnamed: z.boolean().exactOptional(),
    as_of: toDay.exactOptional(),
    ...page,
  }),
  writes: false,
  run: ({ ledger }, input) => ledger.names(input),
};
