import { CLAIMS_COUNTER, CLAIMS_UNIT, recordsOfClaims } from '../analysis/trend/claims.ts';
import type { Records } from '../analysis/trend/index.ts';
import { asksFor, controlsOf, daysAsked, type TrendQuestion } from '../analysis/trend/question.ts';
import { seriesOfCounts } from '../analysis/trend/series.ts';
import { UsageError } from '../base/errors.ts';
import type { ImportedData } from '../model/incident.ts';
import type { Ledger } from '../store/ledger.ts';

/** Everything on record that speaks of attacks in time: statements, and every data set. */
export const LEDGER = 'ledger';
/** Statements alone. */
export const STATEMENTS = 'statements';

/** Records of one source, for one question: `ledger`, `statements`, or the name of a data set. Throws UsageError for a data set that is not on record. */
export async function recordsFrom(
  ledger: Ledger,
  from: string,
  asOf: string | undefined,
  question: TrendQuestion,
): Promise<Records> {
  if (from === STATEMENTS) return { ...(await claimsOf(ledger, asOf, question)), covered: null, source: 'statements' };
  const sets = await ledger.datasets();
  if (from === LEDGER) {
    const claims = await claimsOf(ledger, asOf, question);
    if (sets.length === 0) return { ...claims, covered: null, source: 'statements' };
    const data = await ledger.data();
    return {
      ...claims,
      observations: data.incidents,
      tallies: [...data.tallies, ...claims.tallies],
      covered: null,
      source: ['statements', ...sets.map((set) => set.title)].join(', '),
    };
  }
  const set = sets.find((one) => one.dataset === from || one.title.toLowerCase() === from.toLowerCase());
  if (!set)
    throw new UsageError(
      `there is no data set "${from}" on record; there are ${sets.map((s) => s.dataset).join(', ') || 'none'}`,
    );
  const data = await ledger.data(set.dataset);
  return { observations: data.incidents, tallies: data.tallies, covered: set.covered, source: set.title };
}

/** Claims on record: those that give numbers one by one, all others counted by day where they are kept. */
async function claimsOf(
  ledger: Ledger,
  asOf: string | undefined,
  question: TrendQuestion,
): Promise<Pick<Records, 'observations' | 'tallies' | 'counted'>> {
  const scope = asOf ? { as_of: asOf } : {};
  const { observations, tallies } = recordsOfClaims(await ledger.measured({ ...scope, counted: true }));
  const kind = { unit: CLAIMS_UNIT, counter: CLAIMS_COUNTER };
  if (!asksFor(question, kind)) return { observations: [], tallies };
  const controls = controlsOf(question);
  const series = await ledger.attackSeries({
    ...scope,
    ...daysAsked(question),
    pair: question.pair,
    controls,
    beside: observations.map(({ id, origin, time, initiators, targets, reported }) => ({
      id,
      origin,
      first: time!.first,
      last: time!.last,
      actor: initiators[0] ?? null,
      target: targets[0] ?? null,
      said: reported!,
    })),
  });
  return { observations: [], tallies, counted: series.covered ? [seriesOfCounts(series, controls, kind)] : [] };
}

export function recordsOf(data: ImportedData): Records {
  return {
    observations: data.incidents,
    tallies: data.tallies,
    covered: data.incidents.length > 0 ? data.covered : null,
    source: data.title,
  };
}
