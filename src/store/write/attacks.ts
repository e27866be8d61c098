import { sql } from 'kysely';
import { type Db, intArray } from '../database.ts';
import { ATTACKS_OF_STATEMENTS } from '../migrations/011-attacks.ts';

/** Notes the dated claims of attacks of new readings where series look for them; of all statements without `readings`. */
export async function noteAttacks(tx: Db, readings?: readonly number[]): Promise<void> {
  if (readings?.length === 0) return;
  const only = readings ? sql`and reading = any(${intArray(readings)})` : sql``;
  await sql`${sql.raw(ATTACKS_OF_STATEMENTS)} ${only}`.execute(tx);
}
