import * as z from 'zod';
import type { Action } from './action.ts';
import { toDay } from './input.ts';
import { allPolicies, namesNow } from './name-state.ts';

export const actorsPolicies: Action<'actors.policies'> = {
  name: 'actors.policies',
  summary: 'The naming policies to choose from, with how many actors each makes of the names known.',
  input: z.strictObject({ as_of: toDay.exactOptional() }),
  writes: false,
  async run(context, input) {
    const policies = [];
    for (const policy of allPolicies(context.home)) {
      const { under } = await namesNow(context, { ...input, policy });
      const actors = under.actors.filter(({ names, entries }) => names.length > 1 || entries.length > 0).length;
      policies.push({ ...policy, actors });
    }
    return { policies };
  },
};
