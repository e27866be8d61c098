import { sql } from 'kysely';
import { NotFoundError, UsageError } from '../../base/errors.ts';
import { stableId } from '../../base/hash.ts';
import type { WeighingPart } from '../../model/weighing/weighing.ts';
import { type Db, one, takeWriterLock } from '../database.ts';
import type { NewWeighingEntry } from '../ledger.ts';
import type { Writer } from './add.ts';
import { insertRows } from './insert.ts';
import { writeJournal } from './journal.ts';

/**
 * Appends entries to a weighing, or begins a new one when `id` is null; gives its id. NotFoundError for an unknown id, UsageError
 * for a new weighing without a question.
 */
export async function recordWeighing(
  db: Db,
  id: string | null,
  entries: readonly NewWeighingEntry[],
  { analyst, recorded }: Writer,
): Promise<string> {
  const question = entries.find(({ part }) => part === 'question') as
    | Extract<WeighingPart, { part: 'question' }>
    | undefined;
  if (id === null && !question) throw new UsageError('a new weighing begins with its question');
  return db.transaction().execute(async (tx) => {
    await takeWriterLock(tx);
    const { next } = await one<{ next: number }>(tx, sql`select coalesce(max(seq), 0) + 1 as next from weighings`);
    if (id !== null) {
      const { known } = await one<{ known: boolean }>(
        tx,
        sql`select exists (select 1 from weighings where weighing = ${id}) as known`,
      );
      if (!known) throw new NotFoundError(`no weighing ${id}`);
    }
    const weighing = id ?? stableId('wgh', question!.body.question, next);
    await insertRows(
      tx,
      'weighings',
      entries.map(({ part, key, body, analyst: by, made }, i) => ({
        seq: next + i,
        weighing,
        part,
        key,
        body,
        analyst: by ?? analyst,
        made: made ?? null,
        recorded,
      })),
    );
    const parts: Record<string, number> = {};
    for (const { part } of entries) parts[part] = (parts[part] ?? 0) + 1;
    await writeJournal(tx, [{ action: 'weigh.record', subject: weighing, details: parts }], { analyst, recorded });
    return weighing;
  });
}
