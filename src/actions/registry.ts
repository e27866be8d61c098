import type * as z from 'zod';
import { UsageError } from '../base/errors.ts';
import type { Action, Context } from './action.ts';
import type { ActionInput, ActionName, ActionOutput } from './action-map.ts';
import { actorsGet } from './actors-get.ts';
import { actorsList } from './actors-list.ts';
import { actorsNames } from './actors-names.ts';
import { actorsPolicies } from './actors-policies.ts';
import { actorsRank } from './actors-rank.ts';
import { actorsSource } from './actors-source.ts';
import { casesBulletin } from './cases-bulletin.ts';
import { casesEvidence } from './cases-evidence.ts';
import { casesGet } from './cases-get.ts';
import { casesList } from './cases-list.ts';
import { casesRecord } from './cases-record.ts';
import { countriesGet } from './countries-get.ts';
import { countriesRows } from './countries-rows.ts';
import { dataImport } from './data-import.ts';
import { dataList } from './data-list.ts';
import { disputeGet } from './dispute-get.ts';
import { documentsAdd } from './documents-add.ts';
import { documentsGet } from './documents-get.ts';
import { documentsList } from './documents-list.ts';
import { huntsGet, huntsHit, huntsHits } from './hunts-get.ts';
import { huntsList } from './hunts-list.ts';
import { huntsOpen } from './hunts-open.ts';
import { indicatorsList } from './indicators-list.ts';
import { journalList } from './journal-list.ts';
import { namesList } from './names-list.ts';
import { reviewsAdd } from './reviews-add.ts';
import { statementsContradictions } from './statements-contradictions.ts';
import { statementsFacets } from './statements-facets.ts';
import { statementsGet } from './statements-get.ts';
import { statementsSearch } from './statements-search.ts';
import { statesGet } from './states-get.ts';
import { systemStatus } from './system-status.ts';
import { timelineGet } from './timeline-get.ts';
import { trendAsk } from './trend-ask.ts';
import { weighCite } from './weigh-cite.ts';
import { weighGet } from './weigh-get.ts';
import { weighImport } from './weigh-import.ts';
import { weighList } from './weigh-list.ts';
import { weighRecord } from './weigh-record.ts';
import { weighTables } from './weigh-tables.ts';
import { yearsGet } from './years-get.ts';
import { yearsRows } from './years-rows.ts';

/** Every verb by name; the type makes a verb without an entry, or an entry under a wrong name, a compile error. */
export const ACTIONS: { readonly [N in ActionName]: Action<N> } = {
  'documents.add': documentsAdd,
  'documents.list': documentsList,
  'documents.get': documentsGet,
  'statements.search': statementsSearch,
  'statements.get': statementsGet,
  'statements.facets': statementsFacets,
  'statements.contradictions': statementsContradictions,
  'reviews.add': reviewsAdd,
  'names.list': namesList,
  'actors.list': actorsList,
  'actors.get': actorsGet,
  'actors.names': actorsNames,
  'actors.policies': actorsPolicies,
  'actors.rank': actorsRank,
  'states.get': statesGet,
  'indicators.list': indicatorsList,
  'actors.source': actorsSource,
  'timeline.get': timelineGet,
  'cases.list': casesList,
  'cases.get': casesGet,
  'cases.evidence': casesEvidence,
  'cases.record': casesRecord,
  'cases.bulletin': casesBulletin,
  'weigh.list': weighList,
  'weigh.get': weighGet,
  'weigh.record': weighRecord,
  'weigh.cite': weighCite,
  'weigh.import': weighImport,
  'weigh.tables': weighTables,
  'data.import': dataImport,
  'data.list': dataList,
  'trend.ask': trendAsk,
  'dispute.get': disputeGet,
  'countries.get': countriesGet,
  'countries.rows': countriesRows,
  'years.get': yearsGet,
  'years.rows': yearsRows,
  'hunts.list': huntsList,
  'hunts.open': huntsOpen,
  'hunts.get': huntsGet,
  'hunts.hits': huntsHits,
  'hunts.hit': huntsHit,
  'journal.list': journalList,
  'system.status': systemStatus,
};

export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(ACTIONS, name);
}

/** Checks the input and runs the verb. Throws UsageError with every fault of the input, and whatever the verb throws. */
export async function runAction<N extends ActionName>(
  context: Context,
  name: N,
  input: unknown,
): Promise<ActionOutput<N>> {
  const action: Action<N> = ACTIONS[name];
  return action.run(context, checkInput(action.input, input));
}

/** The input as the schema gives it back. Throws UsageError that names each wrong field. */
export function checkInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const checked = schema.safeParse(input);
  if (checked.success) return checked.data;
  throw new UsageError(checked.error.issues.map(sentence).join('; '));
}

function sentence({ path, message }: z.core.$ZodIssue): string {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message;
}

export type { ActionInput, ActionName, ActionOutput };
