import { Kysely, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import type { Db } from '../../src/store/database.ts';
import { postgresDialect } from '../../src/store/dialects/postgres/dialect.ts';
import { openLedger } from '../../src/store/open.ts';
import { ledgerContract } from './ledger.ts';
import { startServer } from './postgres-server.ts';

const server = await startServer();

if (typeof server === 'string') {
  console.warn(`skipped: the ledger on PostgreSQL (${server})`);
  test.skip(`the ledger on PostgreSQL: ${server}`, () => {});
} else {
  const { url } = server;
  const db: Db = new Kysely({ dialect: await postgresDialect(url) });
  const clean = async () => {
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
  };
  await clean();
  afterAll(async () => {
    await db.destroy();
    await server.stop();
  });

  ledgerContract('PostgreSQL', {
    open: (now) => openLedger({ databaseUrl: url, now }),
    clean,
    async attempt(_ledger, statement) {
      await sql.raw(statement).execute(db);
    },
  });

  test('two processes that start at once make the schema once', async () => {
    const ledgers = await Promise.all([1, 2, 3].map(() => openLedger({ databaseUrl: url })));
    const statuses = await Promise.all(ledgers.map((ledger) => ledger.status()));
    expect(statuses.map((status) => status.documents)).toEqual([0, 0, 0]);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
    await clean();
  });
}
