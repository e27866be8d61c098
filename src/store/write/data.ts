import { sql } from 'kysely';
import { sha256 } from '../../base/hash.ts';
import type { ImportedData } from '../../model/incident.ts';
import { type Db, one, rows, takeWriterLock } from '../database.ts';
import type { DataSource } from '../ledger.ts';
import type { Writer } from './add.ts';
import { insertRows, storable } from './insert.ts';
import { writeJournal } from './journal.ts';

/** Records a data set with its rows and problems, in one transaction. The same rows as at its latest import add nothing. */
export async function addData(
  db: Db,
  data: ImportedData,
  { name, problems }: DataSource,
  writer: Writer,
): Promise<{ readonly added: boolean }> {
  return db.transaction().execute(async (tx) => {
    await takeWriterLock(tx);
    const digest = sha256(storable([data, problems]));
    const [latest] = await rows<{ digest: string }>(
      tx,
      sql`select digest from datasets where dataset = ${data.dataset} order by seq desc limit 1`,
    );
    if (latest?.digest === digest) return { added: false };
    const next = await one<{ dataset: number; incident: number; tally: number }>(
      tx,
      sql`select (select coalesce(max(seq), 0) + 1 from datasets) as dataset,
                 (select coalesce(max(seq), 0) + 1 from incidents) as incident,
                 (select coalesce(max(seq), 0) + 1 from tallies) as tally`,
    );
    const { dataset, title, covered, incidents, tallies } = data;
    const seq = next.dataset;
    await insertRows(tx, 'datasets', [
      {
        seq,
        dataset,
        title,
        name,
        digest,
        covered_first: covered?.first ?? null,
        covered_last: covered?.last ?? null,
        incidents: incidents.length,
        tallies: tallies.length,
        problems: problems.length,
        analyst: writer.analyst,
        recorded: writer.recorded,
      },
    ]);
    const of = (first: number) => (record: { readonly id: string }, i: number) => ({
      seq: first + i,
      dataset: seq,
      id: record.id,
      record,
    });
    await insertRows(tx, 'incidents', incidents.map(of(next.incident)));
    await insertRows(tx, 'tallies', tallies.map(of(next.tally)));
    await insertRows(
      tx,
      'dataset_problems',
      problems.map((problem, ord) => ({ ...problem, dataset: seq, ord })),
    );
    const details = { name, incidents: incidents.length, tallies: tallies.length, problems: problems.length };
    await writeJournal(tx, [{ action: 'data.add', subject: dataset, details }], writer);
    return { added: true };
  });
}
