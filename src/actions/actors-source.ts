import * as z from 'zod';
import { NotFoundError } from '../base/errors.ts';
import type { Action } from './action.ts';
import { id, toDay } from './input.ts';
import { factsOf } from './name-facts.ts';
import { namesNow } from './name-state.ts';

export const actorsSource: Action<'actors.source'> = {
  name: 'actors.source',
  summary: 'An alias statement, or an entry of a list (list:id), with what the list cites.',
  input: z.strictObject({ id, as_of: toDay.exactOptional() }),
  writes: false,
  async run(context, input) {
    const { index, entries } = await namesNow(context, { ...input, policy: 'none' });
    const alias = index.statements.find((it) => it.id === input.id) ?? null;
    const found = entries.get(alias ? (alias.entries[0] ?? '') : input.id);
    if (!alias && !found) throw new NotFoundError(`no list says ${input.id}`);
    if (!found) return { alias, entry: null };
    const { list, entry } = found;
    const { version, speaker, via, said } = list;
    const names = [{ name: entry.name, coined: entry.coined, said: null }, ...entry.names].map((it) => ({
      name: it.name,
      coined: it.coined,
      said: it.said,
    }));
    return {
      alias,
      entry: {
        list: list.list,
        version,
        speaker,
        via,
        said,
        name: entry.name,
        url: entry.url,
        names,
        facts: factsOf(found),
        references: entry.references,
      },
    };
  },
};
