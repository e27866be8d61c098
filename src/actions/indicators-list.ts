import * as z from 'zod';
import { INDICATOR_ROLES, INDICATOR_TYPES } from '../model/indicator.ts';
import type { Action } from './action.ts';
import { page, toDay } from './input.ts';

export const indicatorsList: Action<'indicators.list'> = {
  name: 'indicators.list',
  summary: 'Indicators that documents name, with the documents that name them.',
  input: z.strictObject({
    role: z.enum(INDICATOR_ROLES).exactOptional(),
    type: z.array(z.enum(INDICATOR_TYPES)).exactOptional(),
    as_of: toDay.exactOptional(),
    ...page,
  }),
  writes: false,
  run: ({ ledger }, input) => ledger.indicators(input),
};
