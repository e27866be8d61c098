import * as z from 'zod';
import { ROLES } from '../analysis/weigh/observations.ts';
import { KINDS_OF_EVIDENCE } from '../analysis/weigh/tables.ts';
import { TEMPLATES } from '../analysis/weigh/templates.ts';
import type { Action } from './action.ts';

export const weighTables: Action<'weigh.tables'> = {
  name: 'weigh.tables',
  summary:
    'The usual questions with their hypotheses, kinds of evidence with how easily they are forged, roles of hypotheses.',
  input: z.strictObject({}),
  writes: false,
  run: async () => ({
    templates: TEMPLATES,
    kinds: Object.entries(KINDS_OF_EVIDENCE).map(([id, kind]) => ({ id, ...kind })),
    roles: Object.entries(ROLES).map(([id, words]) => ({ id, words })),
  }),
};
