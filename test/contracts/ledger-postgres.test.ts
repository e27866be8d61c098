import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import type { Db } from '../../src/store/database.ts';
import { postgresDialect } from '../../src/store/dialects/postgres/dialect.ts';
import { openLedger } from '../../src/store/open.ts';
import { ledgerContract } from './ledger.ts';
import { collect, everything, from } from './ledger-contents.ts';
import { ACCUSATION, DENIAL, entry, UNDATED } from './ledger-fixtures.ts';
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

  test('a dump goes from the embedded database to PostgreSQL and back unchanged', async () => {
    const home = mkdtempSync(join(tmpdir(), 'longwatch-round-'));
    const [here, back] = [join(home, 'a'), join(home, 'b')];
    const now = () => new Date('2024-05-01T10:00:00.123Z');
    const embedded = await openLedger({ home: here, now });
    const binary = entry({ document: { text: 'Bytes.' }, bytes: Uint8Array.from({ length: 300 }, (_, i) => i % 256) });
    await embedded.add([ACCUSATION, DENIAL, UNDATED, binary], 'ann');
    const [statement] = DENIAL.reading.statements;
    await embedded.review({
      statement_id: statement!.id,
      analyst: 'ann',
      verdict: 'correct',
      corrected: { stance: 'doubts', quantities: [{ value: 2.5, unit: 'day', bound: 'about' }] },
      note: 'näher ✓',
    });
    const lines = await collect(embedded.dump());
    const seen = await everything(embedded);
    await embedded.close();
    const served = await openLedger({ databaseUrl: url });
    await served.restore(from(lines));
    expect(await everything(served)).toEqual(seen);
    const passed = await collect(served.dump());
    expect(passed).toEqual(lines);
    await served.close();
    await clean();
    const again = await openLedger({ home: back });
    await again.restore(from(passed));
    expect(await collect(again.dump())).toEqual(lines);
    expect(Buffer.from((await again.bytes(binary.document.id)).bytes).equals(Buffer.from(binary.bytes))).toBe(true);
    await again.close();
    rmSync(home, { recursive: true, force: true });
  });
}
