import { Kysely } from 'kysely';
import { UnavailableError } from '../base/errors.ts';
import type { Db } from './database.ts';
import { databaseFolder, homeFolder } from './home.ts';
import type { Ledger } from './ledger.ts';
import { acquire } from './lock.ts';
import { migrate } from './migrate.ts';
import { sqlLedger } from './sql-ledger.ts';

export interface OpenOptions {
  /** Data folder of the embedded database; see `homeFolder` for the default. */
  readonly home?: string;
  /** A PostgreSQL server to use instead: `postgres://user:password@host/database`. */
  readonly databaseUrl?: string;
  readonly now?: () => Date;
  /** Told what a user may want to know: that the first start takes longer, for instance. */
  readonly note?: (text: string) => void;
}

/**
 * Opens the ledger, on the embedded database of the data folder or on a server, and brings its schema up to date. Throws
 * HomeHeldError (an UnavailableError that says who) when another process owns the folder.
 */
export async function openLedger({
  home,
  databaseUrl,
  now = () => new Date(),
  note = () => {},
}: OpenOptions = {}): Promise<Ledger> {
  return databaseUrl ? openPostgres(databaseUrl, now) : openEmbedded(homeFolder(home), now, note);
}

async function openPostgres(databaseUrl: string, now: () => Date): Promise<Ledger> {
  const { postgresDialect } = await import('./dialects/postgres/dialect.ts');
  const db: Db = new Kysely({ dialect: await postgresDialect(databaseUrl) });
  const close = () => db.destroy();
  try {
    return await ready(db, async () => sqlLedger({ db, engine: 'postgres', now, close }));
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    throw new UnavailableError(`the database server cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

async function openEmbedded(home: string, now: () => Date, note: (text: string) => void): Promise<Ledger> {
  const release = acquire(home);
  try {
    const { openPglite } = await import('./dialects/pglite/open.ts');
    const { PgliteDialect } = await import('./dialects/pglite/dialect.ts');
    const client = await openPglite(databaseFolder(home), note);
    const db: Db = new Kysely({ dialect: new PgliteDialect(async () => client) });
    const close = async () => {
      await db.destroy();
      release();
    };
    const { upkeep } = await import('./dialects/pglite/upkeep.ts');
    const tend = upkeep(db);
    return await ready(db, async () => {
      await tend();
      return sqlLedger({ db, engine: 'pglite', now, written: tend, close });
    });
  } catch (error) {
    release();
    throw error;
  }
}

async function ready(db: Db, make: () => Promise<Ledger>): Promise<Ledger> {
  try {
    await migrate(db);
    return await make();
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
