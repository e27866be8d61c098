import { recordsOfClaims } from '../analysis/trend/claims.ts';
import type { Records } from '../analysis/trend/index.ts';
import { UsageError } from '../base/errors.ts';
import type { ImportedData } from '../model/incident.ts';
import type { Ledger } from '../store/ledger.ts';

/** Everything on record that speaks of attacks in time: statements, and every data set. */
export const LEDGER = 'ledger';
/** Statements alone. */
export const STATEMENTS = 'statements';

/** Records of one source: `ledger`, `statements`, or the name of a data set. Throws UsageError for a data set that is not on record. */
export async function recordsFrom(ledger: Ledger, from: string, asOf: string | undefined): Promise<Records> {
  const filter = asOf ? { as_of: asOf } : {};
  if (from === STATEMENTS)
    return { ...recordsOfClaims(await ledger.measured(filter)), covered: null, source: 'statements' };
  const sets = await ledger.datasets();
  if (from === LEDGER) {
    const claims = recordsOfClaims(await ledger.measured(filter));
    if (sets.length === 0) return { ...claims, covered: null, source: 'statements' };
    const data = await ledger.data();
    return {
      observations: [...data.incidents, ...claims.observations],
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

export function recordsOf(data: ImportedData): Records {
  return {
    observations: data.incidents,
    tallies: data.tallies,
    covered: data.incidents.length > 0 ? data.covered : null,
    source: data.title,
  };
}
