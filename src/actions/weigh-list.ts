import * as z from 'zod';
import type { Action } from './action.ts';
import { toDay, words } from './input.ts';
import { rowOf } from './weigh-view.ts';

export const weighList: Action<'weigh.list'> = {
  name: 'weigh.list',
  summary: 'Questions that are weighed, with the most probable answer of each; the latest first.',
  input: z.strictObject({ q: words.exactOptional(), case: words.exactOptional(), as_of: toDay.exactOptional() }),
  writes: false,
  run: async ({ ledger }, { q, case: of, as_of }) => {
    const needle = q?.trim().toLowerCase();
    const rows = (await ledger.weighings(as_of))
      .flatMap((record) => rowOf(record) ?? [])
      .filter((row) => (!needle || row.question.toLowerCase().includes(needle)) && (!of || row.case === of))
      .sort((a, b) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0));
    return { rows, total: rows.length, origins: rows.length };
  },
};
