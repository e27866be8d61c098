import * as z from 'zod';
import type { Action } from './action.ts';
import { statementFilter } from './input.ts';

export const statementsFacets: Action<'statements.facets'> = {
  name: 'statements.facets',
  summary: 'How many statements have each kind, stance, certainty, review state and country, under a filter.',
  input: z.strictObject(statementFilter),
  writes: false,
  run: ({ ledger }, input) => ledger.facets(input),
};
