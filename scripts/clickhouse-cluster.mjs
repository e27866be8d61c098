#!/usr/bin/env node
/**
 * Starts a ClickHouse cluster of two shards for tests: two servers of their own, on loopback ports, with data in a temporary
 * folder. Needs the program `clickhouse-server` (Debian: apt-get install clickhouse-server); a service of the system is
 * never touched. From the command line it runs until Ctrl-C; tests import `startCluster`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const SHARDS = 2;
const START_SECONDS = 60;
export const CLUSTER = 'longwatch_test';

/** Where the server program is, null when there is none. */
export function findServer() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, 'clickhouse-server')).find((path) => existsSync(path)) ?? null;
}

/** Starts the shards and waits for them. Gives their addresses and a function that stops them and removes everything. */
export async function startCluster() {
  const server = findServer();
  if (!server) throw new Error('clickhouse-server is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'longwatch-clickhouse-'));
  const ports = await freePorts(SHARDS * 2);
  const shards = Array.from({ length: SHARDS }, (_, i) => ({
    http: ports[2 * i],
    tcp: ports[2 * i + 1],
    folder: join(folder, `shard-${i + 1}`),
  }));
  const children = [];
  const stop = async () => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(late);
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const shard of shards) {
      await mkdir(shard.folder, { recursive: true });
      const config = join(shard.folder, 'config.xml');
      await writeFile(config, configOf(shard, shards));
      await writeFile(join(shard.folder, 'users.xml'), USERS);
      children.push(spawn(server, ['--config-file', config], { cwd: shard.folder, stdio: 'ignore' }));
    }
    await Promise.all(shards.map((shard, i) => answering(shard, children[i])));
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls: shards.map(({ http }) => `http://127.0.0.1:${http}`), cluster: CLUSTER, stop };
}

async function answering({ http, folder }, child) {
  for (let tries = 0; tries < START_SECONDS * 10; tries++) {
    if (child.exitCode !== null) break;
    try {
      const answer = await fetch(`http://127.0.0.1:${http}/ping`);
      if (answer.ok) return;
    } catch {
      // not yet
    }
    await sleep(100);
  }
  const log = await readFile(join(folder, 'error.log'), 'utf8').catch(() => '');
  throw new Error(`clickhouse-server did not start: ${log.slice(-2000)}`);
}

/** Ports that are free now; they are asked for all at once, so that no two are the same. */
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve, reject) => {
          const server = createServer()
            .on('error', reject)
            .listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function configOf(shard, shards) {
  const remote = shards
    .map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`)
    .join('');
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${shard.folder}/server.log</log><errorlog>${shard.folder}/error.log</errorlog><size>10M</size><count>1</count></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${shard.http}</http_port>
  <tcp_port>${shard.tcp}</tcp_port>
  <path>${shard.folder}/data/</path>
  <tmp_path>${shard.folder}/tmp/</tmp_path>
  <user_files_path>${shard.folder}/files/</user_files_path>
  <format_schema_path>${shard.folder}/schemas/</format_schema_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <max_concurrent_queries>50</max_concurrent_queries>
  <timezone>UTC</timezone>
  <remote_servers><${CLUSTER}>${remote}</${CLUSTER}></remote_servers>
</yandex>
`;
}

const USERS = `<?xml version="1.0"?>
<yandex>
  <profiles><default><max_memory_usage>4000000000</max_memory_usage></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { urls, cluster, stop } = await startCluster();
  console.log(`cluster ${cluster}: ${urls.join(' ')}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(0)));
}
