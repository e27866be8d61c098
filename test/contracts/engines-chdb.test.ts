import { test } from 'vitest';
import { clickhouseStore } from '../../src/telemetry/engines/clickhouse/store.ts';
import { openSqlEngine } from '../../src/telemetry/engines/sql/engine.ts';
import { openChdbLink } from './chdb-link.ts';
import { engineContract } from './engines.ts';

const link = openChdbLink();
const SINGLE = { cluster: null, database: 'default', onCluster: false };

if (link) {
  engineContract('ClickHouse of today (chdb)', (pack) =>
    openSqlEngine(pack, clickhouseStore({ ...link, close: async () => {} }, SINGLE)),
  );
} else {
  test.skip('ClickHouse of today: chdb is not installed; run node scripts/clickhouse-chdb.mjs', () => {});
}
