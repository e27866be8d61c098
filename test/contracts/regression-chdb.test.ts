import { test } from 'vitest';
import { clickhouseStore } from '../../src/telemetry/engines/clickhouse/store.ts';
import { openSqlEngine } from '../../src/telemetry/engines/sql/engine.ts';
import { openChdbLink } from './chdb-link.ts';
import { engineSubject, regressionContract } from './regression.ts';

const link = openChdbLink();
const SINGLE = { cluster: null, database: 'default', onCluster: false };

if (link)
  regressionContract('ClickHouse of today (chdb)', async (pack) =>
    engineSubject(await openSqlEngine(pack, clickhouseStore({ ...link, close: async () => {} }, SINGLE))),
  );
else {
  console.log('skipped: chdb is not installed; node scripts/clickhouse-chdb.mjs does that');
  test.skip("SigmaHQ's regression tests in ClickHouse of today: chdb is not installed", () => {});
}
