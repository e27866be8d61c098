import { sql } from 'kysely';
import { type Db, one } from '../../database.ts';

const MB = 1024 * 1024;
/** So much written since the last checkpoint makes the next one due: what a start after a crash has to read again. */
const CHECKPOINT_EVERY = 64 * MB;
/** The first time statistics are gathered; after that whenever as much again has been written. */
const FIRST_ANALYZE = 4 * MB;

/**
 * The embedded database runs without the background processes of a server: nobody would write checkpoints, so that its log
 * grew for as long as the program runs, and nobody would gather the statistics that queries are planned by. The returned
 * function is called after writes and does both when enough has come together.
 */
export function upkeep(db: Db): () => Promise<void> {
  let start: number | null = null;
  let checkpoint = 0;
  let analyze = FIRST_ANALYZE;
  return async () => {
    const { at } = await one<{ at: number }>(db, sql`select (pg_current_wal_lsn() - '0/0')::float8 as at`);
    start ??= at;
    const written = at - start;
    if (written >= analyze) {
      await sql`analyze`.execute(db);
      analyze = 2 * written;
    }
    if (written - checkpoint >= CHECKPOINT_EVERY) {
      await sql`checkpoint`.execute(db);
      checkpoint = written;
    }
  };
}
