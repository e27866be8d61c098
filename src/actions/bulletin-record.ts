import { UsageError } from '../base/errors.ts';
import { type BulletinRecord, claimsOf, comparisonOf } from '../report/bulletin/index.ts';
import type { Ledger } from '../store/ledger.ts';
import { caseViewOf } from './case-view.ts';

/** What is said about a bulletin and its victim by whoever issues it. */
export type GivenForBulletin = Pick<
  BulletinRecord,
  'date' | 'tlp' | 'issuer' | 'victim' | 'detected' | 'reported' | 'product' | 'weakness' | 'zero_day'
>;

/** Statements of one document that are read for a bulletin. */
const MOST = 1000;

/**
 * The record of a bulletin from a case of the ledger: its logs, the statements of its documents and of its links, cases like it. Throws
 * NotFoundError for an unknown case, UsageError for one without an intrusion.
 */
export async function bulletinRecord(
  ledger: Ledger,
  name: string,
  asOf: string | undefined,
  given: GivenForBulletin,
): Promise<BulletinRecord> {
  const record = await ledger.case(name, asOf);
  const { logs, documents, links, related } = await caseViewOf(ledger, record, await ledger.cases(asOf), asOf);
  const intrusion = logs?.intrusions[0];
  if (!intrusion) throw new UsageError(`the case ${name} holds no intrusion from logs: there is nothing to report`);
  const statements = new Map(links.map(({ statement }) => [statement.id, statement]));
  for (const { id: document } of documents) {
    const { rows } = await ledger.statements({ document, limit: MOST, ...(asOf === undefined ? {} : { as_of: asOf }) });
    for (const row of rows) statements.set(row.id, row);
  }
  return {
    ...{ id: name, version: record.entries.length, ...given, intrusion },
    ...claimsOf([...statements.values()]),
    comparisons: links.flatMap((link) => comparisonOf(link) ?? []),
    related: related.map(({ name: id, shared }) => ({ id, traits: shared })),
  };
}
