import { sql } from 'kysely';
import { UnavailableError } from '../base/errors.ts';
import { type Db, rows, takeWriterLock } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';

/**
 * Brings the schema up to date in one transaction and returns the names of what was applied. Two processes that start at once
 * take turns. A database from a newer version of the program is refused rather than guessed at.
 */
export async function migrate(db: Db): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    await takeWriterLock(tx);
    await sql`create table if not exists migrations (name text primary key, applied timestamptz not null default now())`.execute(
      tx,
    );
    const applied = new Set(
      (await rows<{ name: string }>(tx, sql`select name from migrations`)).map((row) => row.name),
    );
    const known = new Set(MIGRATIONS.map((migration) => migration.name));
    const unknown = [...applied].filter((name) => !known.has(name));
    if (unknown.length > 0)
      throw new UnavailableError(`the ledger was made by a newer version of the program (${unknown.join(', ')})`);
    const missing = MIGRATIONS.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) {
      for (const statement of migration.statements) await sql.raw(statement).execute(tx);
      await sql`insert into migrations (name) values (${migration.name})`.execute(tx);
    }
    return missing.map((migration) => migration.name);
  });
}
