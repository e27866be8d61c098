import { test } from 'vitest';
import { clickhouseStore } from '../../src/telemetry/engines/clickhouse/store.ts';
import { openSqlEngine } from '../../src/telemetry/engines/sql/engine.ts';
import { openChdbLink } from './chdb-link.ts';
import { engineContract, type OpenEngine } from './engines.ts';
import { corpusContract } from './engines-corpus.ts';

const link = openChdbLink();
const SINGLE = { cluster: null, database: 'default', onCluster: false };

if (link) {
  const open: OpenEngine = (pack) => openSqlEngine(pack, clickhouseStore({ ...link, close: async () => {} }, SINGLE));
  engineContract('ClickHouse of today (chdb)', open);
  corpusContract('ClickHouse of today (chdb)', open);
} else {
  test.skip('ClickHouse of today: chdb is not installed; run node scripts/clickhouse-chdb.mjs', () => {});
}
