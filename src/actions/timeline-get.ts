import * as z from 'zod';
import type { Action } from './action.ts';
import { statementFilter } from './input.ts';

const MOST_ON_A_LINE = 20_000;

export const timelineGet: Action<'timeline.get'> = {
  name: 'timeline.get',
  summary: 'Statements by the time of the event; those without a time are counted apart.',
  input: z.strictObject({ ...statementFilter, limit: z.int().min(0).max(MOST_ON_A_LINE).exactOptional() }),
  writes: false,
  run: ({ ledger }, { limit, ...filter }) => ledger.timeline(filter, limit),
};
