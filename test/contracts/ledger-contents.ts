import type { Ledger } from '../../src/store/ledger.ts';

/** All that a ledger shows, for comparing two of them. */
export async function everything(ledger: Ledger): Promise<unknown> {
  const { rows: documents } = await ledger.documents({ limit: 1000 });
  return {
    documents: await Promise.all(documents.map(({ id }) => ledger.document(id))),
    statements: await ledger.statements({ limit: 1000 }),
    contradictions: await ledger.contradictions({}),
    names: await ledger.names({ role: 'actor' }),
    weighings: await ledger.weighings(),
    cases: await ledger.cases(),
    journal: await ledger.journal(),
  };
}

export async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

export async function* from(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}
