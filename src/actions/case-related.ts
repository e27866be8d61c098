import { relatedTo, type Traits, traitsOf, traitsOfStatements } from '../casework/index.ts';
import type { RelatedCase } from '../model/case-record.ts';
import type { CaseRecord, Ledger } from '../store/ledger.ts';

/** Statements of one document that are read for traits. */
const MOST = 1000;

/** Cases like one, by what logs showed or, for a case without logs, by what its documents say. */
export async function relatedOf(
  ledger: Ledger,
  record: CaseRecord,
  others: readonly CaseRecord[],
  asOf?: string,
): Promise<RelatedCase[]> {
  const own = await traitsOfCase(ledger, record, asOf);
  const rest: { name: string; traits: Traits }[] = [];
  for (const other of others)
    if (other.name !== record.name) rest.push({ name: other.name, traits: await traitsOfCase(ledger, other, asOf) });
  return relatedTo(own, rest);
}

async function traitsOfCase(ledger: Ledger, { entries }: CaseRecord, asOf: string | undefined): Promise<Traits> {
  const logs = entries.findLast((entry) => entry.part === 'logs');
  const intrusion = logs?.part === 'logs' ? logs.body.intrusions[0] : undefined;
  if (intrusion) return traitsOf(intrusion);
  const documents = new Set(entries.flatMap((entry) => (entry.part === 'document' ? [entry.body.document] : [])));
  const views = await Promise.all([...documents].map((id) => ledger.document(id, asOf)));
  return traitsOfStatements(
    views.flatMap(({ all_statements: statements }) => statements.slice(0, MOST)),
    views.flatMap(({ techniques }) => techniques.map(({ id }) => id)),
  );
}
