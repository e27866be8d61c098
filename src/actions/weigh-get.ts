import * as z from 'zod';
import type { Action } from './action.ts';
import { id, toDay, words } from './input.ts';
import { viewOf } from './weigh-view.ts';

export const weighGet: Action<'weigh.get'> = {
  name: 'weigh.get',
  summary: 'One question: hypotheses, evidence, probabilities, what the judgement rests on, what to look for, history.',
  input: z.strictObject({
    id,
    as_of: toDay.exactOptional(),
    analyst: words.exactOptional(),
    without: z.array(words).max(500).exactOptional(),
    outcome: words.exactOptional(),
  }),
  writes: false,
  run: async ({ ledger, analyst: you }, { id, ...options }) =>
    viewOf(await ledger.weighing(id, options.as_of), { ...options, you }),
};
