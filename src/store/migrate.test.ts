import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { entry } from '../../test/contracts/ledger-fixtures.ts';
import type { Db } from './database.ts';
import { PgliteDialect } from './dialects/pglite/dialect.ts';
import { openPglite } from './dialects/pglite/open.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { sqlLedger } from './sql-ledger.ts';

let home: string;
let db: Db;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'longwatch-migrate-'));
  const client = await openPglite(join(home, 'ledger'), () => {});
  db = new Kysely({ dialect: new PgliteDialect(async () => client) });
});
afterEach(async () => {
  await db.destroy();
  rmSync(home, { recursive: true, force: true });
});

test('all are applied once, in order', async () => {
  expect(await migrate(db)).toEqual(MIGRATIONS.map(({ name }) => name));
  expect(await migrate(db)).toEqual([]);
});

test('keys of names from before typographic marks were folded are worked out again', async () => {
  await migrate(db);
  // What was read before is not remembered by another one.
  const ledger = () => sqlLedger({ db, engine: 'pglite', now: () => new Date(), close: async () => {} });
  const statements = ['China’s army', "China's army"].map((actor, i) => ({ quote: `Charge ${i}`, actor }));
  await ledger().add([entry({ document: { text: 'Charge 0. Charge 1.' }, statements })], 'ann');
  const query = { role: 'actor', q: 'china’s' } as const;
  const counts = async () => (await ledger().names(query)).rows.map((row) => row.statements);

  await sql`alter table statements disable trigger append_only`.execute(db);
  await sql`update statements set actor_key = lower(actor)`.execute(db);
  await sql`alter table statements enable trigger append_only`.execute(db);
  await sql`delete from migrations where name = '004-plain-marks'`.execute(db);
  expect(await counts()).toEqual([1]);

  await migrate(db);
  expect(await counts()).toEqual([2]);
  await expect(sql`update statements set actor_key = ''`.execute(db)).rejects.toThrow(/append-only/);
});
