import { sql } from 'kysely';
import type { CasePart } from '../../model/case-record.ts';
import { type Db, one, takeWriterLock } from '../database.ts';
import type { Writer } from './add.ts';
import { insertRows } from './insert.ts';
import { writeJournal } from './journal.ts';

/** Appends entries to a case; a name that is new begins one. */
export async function recordCase(
  db: Db,
  name: string,
  parts: readonly CasePart[],
  { analyst, recorded }: Writer,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await takeWriterLock(tx);
    const { next } = await one<{ next: number }>(tx, sql`select coalesce(max(seq), 0) + 1 as next from cases`);
    await insertRows(
      tx,
      'cases',
      parts.map((one, n) => ({ seq: next + n, name, part: one.part, body: bodyOf(one), analyst, recorded })),
    );
    await insertRows(
      tx,
      'case_records',
      parts.flatMap((one, n) =>
        one.part === 'logs'
          ? (one.body.records ?? []).map((record) => ({ entry: next + n, ref: record.ref, record }))
          : [],
      ),
    );
    const counts: Record<string, number> = {};
    for (const { part } of parts) counts[part] = (counts[part] ?? 0) + 1;
    await writeJournal(tx, [{ action: 'cases.record', subject: name, details: counts }], { analyst, recorded });
  });
}

/** Records stand in a table of their own: lists of cases need not read them. */
function bodyOf(one: CasePart): CasePart['body'] {
  if (one.part !== 'logs') return one.body;
  const { records: _, ...body } = one.body;
  return body;
}
