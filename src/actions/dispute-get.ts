import * as z from 'zod';
import { baseRates } from '../analysis/dispute/base-rates.ts';
import { LANES, laneOf, timeConflicts } from '../analysis/dispute/lanes.ts';
import type { StatementView } from '../model/view.ts';
import type { Action } from './action.ts';
import { toDay } from './input.ts';

const MOST = 5_000;
const MOST_ACTS = 1_000;
const side = z.string().regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1)');

export const disputeGet: Action<'dispute.get'> = {
  name: 'dispute.get',
  summary:
    'What happened between two states, by lane, with sources that disagree on time and how such disputes ended elsewhere.',
  input: z.strictObject({ a: side, b: side, as_of: toDay.exactOptional() }),
  writes: false,
  run: async ({ ledger }, { a, b, as_of }) => {
    const scope = as_of ? { as_of } : {};
    const [first, second] = [
      await ledger.timeline({ ...scope, country: a }, MOST),
      await ledger.timeline({ ...scope, country: b }, MOST),
    ];
    const pair = new Set([a, b]);
    // Only these two: what a third state does belongs to another dispute, unless it is what this one is about.
    const within = (s: StatementView) =>
      laneOf(s) === 'trigger' || [s.actor_country, s.target_country].every((c) => c === null || pair.has(c));
    const once = (rows: readonly StatementView[]) => [...new Map(rows.filter(within).map((s) => [s.id, s])).values()];
    const found = {
      dated: once([...first.dated, ...second.dated]),
      undated: once([...first.undated, ...second.undated]),
    };
    // One party alone is part of it where its document speaks of both.
    const sides = new Map<string, Set<string>>();
    for (const s of [...found.dated, ...found.undated])
      for (const c of [s.actor_country, s.target_country])
        if (c) (sides.get(s.document_id) ?? sides.set(s.document_id, new Set()).get(s.document_id)!).add(c);
    const both = (s: StatementView) => sides.get(s.document_id)?.size === 2;
    // What it is about is often told without naming a side: acts of that kind in documents that speak of both.
    const acts = await ledger.statements({
      ...scope,
      kind: ['measure'],
      review: ['unreviewed', 'accepted', 'corrected'],
      limit: MOST_ACTS,
    });
    const known = new Set([...found.dated, ...found.undated].map((s) => s.id));
    for (const s of acts.rows)
      if (laneOf(s) === 'trigger' && both(s) && !known.has(s.id)) (s.when ? found.dated : found.undated).push(s);
    const of = (rows: readonly StatementView[], lane: string) => rows.filter((s) => both(s) && laneOf(s) === lane);
    return {
      lanes: LANES.map((lane) => ({ lane, dated: of(found.dated, lane), undated: of(found.undated, lane) })),
      conflicts: timeConflicts(found.dated.filter(both)),
      base_rates: await baseRates((await ledger.data()).incidents),
      cut: first.dated_total > MOST || second.dated_total > MOST,
    };
  },
};
