import { fileName } from '../base/file-name.ts';
import { bearsOut, figuresOf, pathOf } from '../casework/index.ts';
import type { CaseEntry, CaseLinkView, CaseLogs, CaseRow, CaseView } from '../model/case-record.ts';
import type { CaseRecord, Ledger } from '../store/ledger.ts';
import { techniqueName } from './case-bulletin.ts';
import { relatedOf } from './case-related.ts';

/** A case as it is shown: counts of the logs, sentences of reports beside them, cases like it. */
export async function caseViewOf(
  ledger: Ledger,
  record: CaseRecord,
  others: readonly CaseRecord[],
  asOf?: string,
): Promise<CaseView> {
  const { name, entries } = record;
  const logs = logsOf(record);
  const figures = figuresOf(logs);
  const links = await linksOf(ledger, record, asOf);
  const documents: { id: string; title: string }[] = [];
  for (const id of new Set(partsOf(entries, 'document').map(({ body }) => body.document))) {
    const { title, name: file } = await ledger.document(id, asOf);
    documents.push({ id, title: title ?? fileName(file) });
  }
  return {
    ...{ name, logs, figures, documents, links },
    notes: partsOf(entries, 'note').map(({ body, analyst, recorded }) => ({ text: body.text, analyst, recorded })),
    techniques: Object.fromEntries(
      (logs?.intrusions ?? []).flatMap(({ steps }) =>
        steps.map(({ technique }) => [technique, techniqueName(technique)] as const),
      ),
    ),
    paths: (logs?.intrusions ?? []).map(pathOf),
    related: await relatedOf(ledger, record, others, asOf),
  };
}

/** Sentences of reports beside what the logs show. */
export async function linksOf(ledger: Ledger, record: CaseRecord, asOf?: string): Promise<CaseLinkView[]> {
  const figures = figuresOf(logsOf(record));
  const links: CaseLinkView[] = [];
  for (const { body, analyst } of partsOf(record.entries, 'link')) {
    const statement = await ledger.statement(body.statement, asOf);
    const [quantity] = statement.quantities;
    const claimed = quantity ? { value: quantity.value, bound: quantity.bound, unit: quantity.unit } : null;
    const counted = figures.find(({ fact }) => fact === body.fact)?.value ?? null;
    const agrees = claimed === null || counted === null ? null : bearsOut(counted, claimed);
    links.push({ statement, fact: body.fact, claimed, counted, agrees, analyst });
  }
  return links;
}

export function caseRowOf(record: CaseRecord): CaseRow {
  const logs = logsOf(record);
  const main = logs?.intrusions[0];
  return {
    name: record.name,
    intrusions: logs?.intrusions.length ?? 0,
    hosts: figuresOf(logs).find(({ fact }) => fact === 'hosts-controlled')?.value ?? 0,
    documents: new Set(partsOf(record.entries, 'document').map(({ body }) => body.document)).size,
    first_access: main?.first_access ?? null,
    last_seen: main?.last_seen ?? null,
    recorded: record.entries.at(-1)!.recorded,
  };
}

function logsOf({ entries }: CaseRecord): CaseLogs | null {
  return partsOf(entries, 'logs').at(-1)?.body ?? null;
}

export function partsOf<P extends CaseEntry['part']>(
  entries: readonly CaseEntry[],
  part: P,
): Extract<CaseEntry, { part: P }>[] {
  return entries.filter((entry): entry is Extract<CaseEntry, { part: P }> => entry.part === part);
}
