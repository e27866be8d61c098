import { afterAll, beforeAll, expect, test } from 'vitest';
import { findServer, startCluster } from '../../scripts/clickhouse-cluster.mjs';
import { UnavailableError, UsageError } from '../../src/base/errors.ts';
import { openClickhouse } from '../../src/telemetry/engines/clickhouse/index.ts';
import { engineContract, type OpenEngine } from './engines.ts';
import { corpusContract } from './engines-corpus.ts';
import { madePack } from './engines-events.ts';

if (findServer()) {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster?.stop());

  const open: OpenEngine = (pack) => openClickhouse(pack, cluster);
  engineContract('ClickHouse, a cluster of two shards', open, { runs: 10 });
  // Its version of 2018 takes a minute to prepare the statements on an idle machine.
  corpusContract('ClickHouse, a cluster of two shards', open, { seconds: 1200 });
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
