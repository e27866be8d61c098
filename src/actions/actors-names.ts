import * as z from 'zod';
import { nameKeyOf } from '../knowledge/names/key.ts';
import { sharedSpellings } from '../knowledge/names/shared.ts';
import type { Action } from './action.ts';
import { toDay, words } from './input.ts';
import { policyInput } from './name-files.ts';
import { namesNow } from './name-state.ts';

export const actorsNames: Action<'actors.names'> = {
  name: 'actors.names',
  summary: 'Names that one list gives to several of its actors.',
  input: z.strictObject({
    policy: z.union([z.string().max(200), policyInput]).exactOptional(),
    q: words.exactOptional(),
    as_of: toDay.exactOptional(),
  }),
  writes: false,
  async run(context, input) {
    const { index, entries, under } = await namesNow(context, input);
    const everyones = await namesNow(context, { ...input, policy: 'everyone' });
    const wanted = nameKeyOf(input.q ?? '');
    const disputed = [...everyones.under.disputed]
      .filter(([name]) => index.keys[name]!.includes(wanted))
      .map(([name, bundles]) => ({
        name: index.spellings[name]!,
        spellings: sharedSpellings(index, name, bundles, entries),
        carriers: bundles.flatMap((bundle) => {
          const found = entries.get(index.bundles[bundle]!.entry!);
          if (!found) return [];
          const actor = under.actors.find((it) => it.entries.includes(bundle));
          return [
            {
              speaker: found.list.speaker,
              list: found.list.list,
              entry: found.entry.name,
              key: index.bundles[bundle]!.entry!,
              url: found.entry.url,
              actor: actor ? { id: actor.id, name: actor.name } : null,
            },
          ];
        }),
      }))
      .sort((a, b) => (nameKeyOf(a.name) < nameKeyOf(b.name) ? -1 : 1));
    return { policy: under.policy, names: disputed };
  },
};
