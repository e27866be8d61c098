import { sql } from 'kysely';
import { NotFoundError, UsageError } from '../../base/errors.ts';
import { stableId } from '../../base/hash.ts';
import type { Review } from '../../model/review.ts';
import type { Claim } from '../../model/statement.ts';
import { type Db, one, rows, takeWriterLock } from '../database.ts';
import { claimOf, STATEMENT_COLUMNS, type StatementRow } from '../read/row.ts';
import { claimRow } from './claim-row.ts';
import { findContradictions } from './contradictions.ts';
import { insertRows } from './insert.ts';
import { writeJournal } from './journal.ts';

/** Records a review. NotFoundError for an unknown statement, UsageError for an undo without anything to undo or an empty correction. */
export async function recordReview(db: Db, review: Omit<Review, 'id' | 'recorded'>, recorded: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await takeWriterLock(tx);
    const [statement] = await rows<StatementRow>(
      tx,
      sql`select ${STATEMENT_COLUMNS} from statements s where s.id = ${review.statement_id} order by s.seq desc limit 1`,
    );
    if (!statement) throw new NotFoundError(`no statement ${review.statement_id}`);
    const { seq } = await one<{ seq: number }>(tx, sql`select coalesce(max(seq), 0) + 1 as seq from reviews`);
    const undoes = review.verdict === 'undo' ? await latestStanding(tx, review) : null;
    const corrected = review.verdict === 'correct' ? changes(review.corrected) : null;
    await insertRows(tx, 'reviews', [
      {
        seq,
        id: stableId('rev', review.statement_id, review.analyst, seq),
        statement: review.statement_id,
        analyst: review.analyst,
        verdict: review.verdict,
        corrected,
        note: review.note,
        undoes,
        recorded,
      },
    ]);
    if (corrected) {
      await insertRows(tx, 'corrections', [correctionRow(seq, statement, corrected)]);
      await findContradictions(tx, { correction: seq });
    }
    const details = {
      verdict: review.verdict,
      ...(corrected && { corrected }),
      ...(review.note && { note: review.note }),
    };
    await writeJournal(tx, [{ action: 'reviews.add', subject: review.statement_id, details }], {
      analyst: review.analyst,
      recorded,
    });
  });
}

/** The row of a correction: the source's claim with the corrected fields in their place. */
export function correctionRow(
  review: number,
  statement: StatementRow,
  corrected: Partial<Claim>,
): Readonly<Record<string, unknown>> {
  return {
    review,
    statement: statement.id,
    quote: statement.quote,
    ...claimRow({ ...claimOf(statement), ...corrected }, statement.quote),
  };
}

async function latestStanding(
  tx: Db,
  { statement_id, analyst }: Pick<Review, 'statement_id' | 'analyst'>,
): Promise<number> {
  const [standing] = await rows<{ seq: number }>(
    tx,
    sql`select r.seq from reviews r where r.statement = ${statement_id} and r.analyst = ${analyst} and r.verdict <> 'undo'
        and not exists (select 1 from reviews u where u.undoes = r.seq) order by r.seq desc limit 1`,
  );
  if (!standing) throw new UsageError(`${analyst} has no review of ${statement_id} to undo`);
  return standing.seq;
}

function changes(corrected: Partial<Claim> | null): Partial<Claim> {
  if (!corrected || Object.keys(corrected).length === 0)
    throw new UsageError('a correction needs at least one corrected field');
  return corrected;
}
