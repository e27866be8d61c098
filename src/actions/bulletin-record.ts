import { UsageError } from '../base/errors.ts';
import { profileOf, statementsForCase } from '../casework/index.ts';
import type { LeftStatement } from '../model/case-record.ts';
import type { StatementView } from '../model/view.ts';
import { type BulletinRecord, claimOf, claimsOf, comparisonOf, sourceOf } from '../report/bulletin/index.ts';
import type { Ledger } from '../store/ledger.ts';
import { caseViewOf, partsOf } from './case-view.ts';

/** What is said about a bulletin and its victim by whoever issues it. */
export type GivenForBulletin = Pick<
  BulletinRecord,
  'date' | 'tlp' | 'issuer' | 'victim' | 'detected' | 'reported' | 'product' | 'weakness' | 'zero_day'
> & { readonly id?: string };

/** Statements of one document that are read for a bulletin. */
const MOST = 1000;

/**
 * The record of a bulletin from a case of the ledger: its logs, the statements of its documents that are about it, statements that were put
 * into it one by one, cases like it; and what was left out of the documents. `n` counts the intrusions of its logs from 1. What the
 * issuer does not say of victim, product and weakness is filled from the statements. Throws NotFoundError for an unknown case,
 * UsageError for one without such an intrusion.
 */
export async function bulletinRecord(
  ledger: Ledger,
  name: string,
  asOf: string | undefined,
  n: number,
  { id = name, ...given }: GivenForBulletin,
): Promise<{ readonly record: BulletinRecord; readonly left: readonly LeftStatement[] }> {
  const record = await ledger.case(name, asOf);
  const { logs, documents, links, related } = await caseViewOf(ledger, record, await ledger.cases(asOf), asOf);
  const intrusion = logs?.intrusions[n - 1];
  if (!intrusion)
    throw new UsageError(
      n === 1
        ? `the case ${name} holds no intrusion from logs: there is nothing to report`
        : `the case ${name} holds no intrusion ${n}`,
    );
  const chosen = new Map<string, StatementView>();
  // Links and figures are about the first intrusion.
  if (n === 1) for (const { statement } of links) chosen.set(statement.id, statement);
  for (const { body } of partsOf(record.entries, 'statement'))
    chosen.set(body.statement, await ledger.statement(body.statement, asOf));
  const during = { first: intrusion.first_access.slice(0, 10), last: intrusion.last_seen.slice(0, 10) };
  const taken = new Map(chosen);
  const left: LeftStatement[] = [];
  for (const { id: document } of documents) {
    const { rows } = await ledger.statements({ document, limit: MOST, ...(asOf === undefined ? {} : { as_of: asOf }) });
    const sorted = statementsForCase(await ledger.document(document, asOf), rows, during);
    for (const row of sorted.taken) taken.set(row.id, row);
    left.push(...sorted.left.filter(({ statement }) => !chosen.has(statement.id)));
  }
  const statements = [...taken.values()];
  return {
    record: {
      ...{ id, version: record.entries.length, intrusion },
      ...withProfile(given, statements),
      ...claimsOf(statements),
      unmatched: left.filter(({ why }) => why === 'several-cases').map(({ statement }) => claimOf(statement)),
      comparisons: n === 1 ? links.flatMap((link) => comparisonOf(link) ?? []) : [],
      related: related.map(({ name: other, shared }) => ({ id: other, traits: shared })),
    },
    left,
  };
}

/** What the issuer says stands; the rest is what statements say, with its source. */
function withProfile(
  given: Omit<GivenForBulletin, 'id'>,
  statements: readonly StatementView[],
): Omit<GivenForBulletin, 'id'> & Pick<BulletinRecord, 'told'> {
  const told = profileOf(statements);
  const { victim } = given;
  const from = (...facts: readonly ({ by: StatementView } | null)[]): string[] => [
    ...new Set(facts.flatMap((fact) => (fact === null ? [] : [sourceOf(fact.by)]))),
  ];
  return {
    ...given,
    victim: {
      ...victim,
      sector: victim.sector ?? told.sector?.value ?? null,
      country: victim.country ?? told.country?.value ?? null,
    },
    product: given.product ?? told.product?.value ?? null,
    weakness: given.weakness ?? told.weakness?.value ?? null,
    zero_day: given.zero_day ?? told.zero_day?.value ?? null,
    told: {
      victim: from(victim.sector === null ? told.sector : null, victim.country === null ? told.country : null),
      product: from(given.product === null ? told.product : null, given.weakness === null ? told.weakness : null),
      zero_day: from(given.zero_day === null ? told.zero_day : null),
    },
  };
}
