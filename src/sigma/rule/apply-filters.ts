import type { Loading } from '../load.ts';
import type { FilterDraft } from './filter.ts';
import type { RuleDraft } from './rule.ts';
import { and, size } from './simplify.ts';
import type { Logsource } from './tree.ts';

/** What a rule may grow to by filters. */
const MOST_PREDICATES = 200_000;

/** Joins every filter to the rules it names and whose log source it covers. Correlations have no filters. */
export function applyFilters(loading: readonly Loading[]): void {
  const filters = loading.filter((it) => it.draft?.kind === 'filter');
  if (filters.length === 0) return;
  const rules = loading.filter((it) => it.draft?.kind === 'rule');
  for (const it of filters) {
    const filter = it.draft as FilterDraft;
    let used = 0;
    for (const rule of rules) {
      const draft = rule.draft as RuleDraft;
      if (!names(filter, draft) || !covers(filter.logsource, draft.logsource)) continue;
      const where = and([draft.where, filter.where]);
      if (size(where) > MOST_PREDICATES) continue;
      rule.draft = { ...draft, where };
      used++;
    }
    for (const { name, at } of filter.rules ?? [])
      if (!rules.some(({ draft }) => is(name, draft as RuleDraft)))
        it.document.remarks.warn('rule-unknown', at, { name });
    if (used === 0) it.document.remarks.warn('filter-without-effect', it.document.root!.at);
  }
}

function names(filter: FilterDraft, rule: RuleDraft): boolean {
  return filter.rules === null || filter.rules.some(({ name }) => is(name, rule));
}

function is(name: string, { head }: RuleDraft): boolean {
  return name === head.name || name.toLowerCase() === head.id;
}

/** A log source covers another when it says the same or less. */
function covers(wide: Logsource, narrow: Logsource): boolean {
  return (['product', 'category', 'service'] as const).every((key) => wide[key] === null || wide[key] === narrow[key]);
}
