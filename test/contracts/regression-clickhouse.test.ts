import { afterAll, beforeAll, test } from 'vitest';
import { findServer, startCluster } from '../../scripts/clickhouse-cluster.mjs';
import { openClickhouse } from '../../src/telemetry/engines/clickhouse/index.ts';
import { engineSubject, regressionContract } from './regression.ts';

if (findServer()) {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster?.stop());

  const open = async (pack: Parameters<typeof openClickhouse>[0]) => engineSubject(await openClickhouse(pack, cluster));
  regressionContract('ClickHouse, a cluster of two shards', open, { seconds: 600 });
} else {
  console.log('skipped: clickhouse-server is not installed (Debian: apt-get install clickhouse-server)');
  test.skip("SigmaHQ's regression tests in ClickHouse, a cluster: clickhouse-server is not installed", () => {});
}
