import { sql } from 'kysely';
import { type Db, one } from '../../database.ts';

/** So much written since the last checkpoint makes the next one due: what a start after a crash has to read again. */
const DUE_BYTES = 64 * 1024 * 1024;

/**
 * The embedded database runs without the background process that would write checkpoints, so its log would grow for as long
 * as the program runs. The returned function is called after writes and writes one when enough has come together.
 */
export function checkpointer(db: Db): () => Promise<void> {
  let last: number | null = null;
  return async () => {
    const { at } = await one<{ at: number }>(db, sql`select (pg_current_wal_lsn() - '0/0')::float8 as at`);
    last ??= at;
    if (at - last < DUE_BYTES) return;
    await sql`checkpoint`.execute(db);
    last = at;
  };
}
