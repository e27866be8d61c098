import { sql } from 'kysely';
import { type Db, one, rows } from '../../database.ts';

const MB = 1024 * 1024;
/** So much written since the last checkpoint makes the next one due: what a start after a crash has to read again. */
const CHECKPOINT_EVERY = 64 * MB;
/** Tables of fewer pages need no statistics. */
const SMALL_PAGES = 16;
/** A table that has grown by this factor since its statistics were gathered gets new ones. */
const GROWN = 1.5;

/**
 * The embedded database runs without the background processes of a server: nobody would write checkpoints, so that its log
 * grew for as long as the program runs, and nobody would gather the statistics that queries are planned by. The returned
 * function is called after opening and after writes, and does both when enough has come together.
 */
export function upkeep(db: Db): () => Promise<void> {
  let checkpoint: number | null = null;
  return async () => {
    await freshStatistics(db);
    const { at } = await one<{ at: number }>(db, sql`select (pg_current_wal_lsn() - '0/0')::float8 as at`);
    checkpoint ??= at;
    if (at - checkpoint >= CHECKPOINT_EVERY) {
      await sql`checkpoint`.execute(db);
      checkpoint = at;
    }
  };
}

/** Gathers the statistics of the tables that outgrew theirs, whichever process filled them; plans made without them can be slow beyond use. */
async function freshStatistics(db: Db): Promise<void> {
  const grown = await rows<{ name: string }>(
    db,
    sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r'
          and pg_relation_size(c.oid) / current_setting('block_size')::int > greatest(${SMALL_PAGES}, c.relpages * ${GROWN}::float8)`,
  );
  for (const { name } of grown) await sql`analyze ${sql.table(name)}`.execute(db);
}
