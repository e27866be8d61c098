import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Db } from '../../src/store/database.ts';
import { PgliteDialect } from '../../src/store/dialects/pglite/dialect.ts';
import { openPglite } from '../../src/store/dialects/pglite/open.ts';
import { migrate } from '../../src/store/migrate.ts';
import { sqlLedger } from '../../src/store/sql-ledger.ts';
import { ledgerContract } from './ledger.ts';

/** One embedded database for the whole file; its schema is dropped after each test. */
const folder = mkdtempSync(join(tmpdir(), 'longwatch-contract-'));
let db: Db;

ledgerContract('the embedded database', {
  async start() {
    const client = await openPglite(join(folder, 'ledger'), () => {});
    db = new Kysely({ dialect: new PgliteDialect(async () => client) });
  },
  async open(now) {
    await migrate(db);
    return sqlLedger({ db, engine: 'pglite', now, close: async () => {} });
  },
  async clean() {
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
  },
  async attempt(_ledger, statement) {
    await sql.raw(statement).execute(db);
  },
  async stop() {
    await db?.destroy();
    rmSync(folder, { recursive: true, force: true });
  },
});
