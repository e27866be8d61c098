import { afterAll, beforeAll, expect, test } from 'vitest';
import { findServer, startCluster } from '../../scripts/clickhouse-cluster.mjs';
import { UnavailableError, UsageError } from '../../src/base/errors.ts';
import { openClickhouse } from '../../src/telemetry/engines/clickhouse/index.ts';
import { engineContract } from './engines.ts';
import { madePack } from './engines-events.ts';

if (findServer()) {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster?.stop());

  engineContract('ClickHouse, a cluster of two shards', (pack) => openClickhouse(pack, cluster), { runs: 10 });
} else {
  test.skip('ClickHouse, a cluster: clickhouse-server is not installed (Debian: apt-get install clickhouse-server)', () => {});
}

test('events go to no other machine unless that is allowed', async () => {
  const open = (url: string) => openClickhouse(madePack([]), { urls: [url] });
  await expect(open('http://clickhouse.example:8123')).rejects.toThrow(UsageError);
  await expect(open('http://127.0.0.1.example:8123')).rejects.toThrow(UsageError);
  await expect(open('ftp://localhost')).rejects.toThrow(UsageError);
  await expect(open('http://127.0.0.1:9')).rejects.toThrow(UnavailableError);
});
