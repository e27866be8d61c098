import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { UnavailableError, UsageError } from '../../../base/errors.ts';
import { type ClickhouseLink, SETTINGS } from './link.ts';

export interface ServerOptions {
  /** `http://127.0.0.1:8123`; of a cluster without ZooKeeper an address of each shard. Statements go to the first. */
  readonly urls: readonly string[];
  readonly database: string;
  readonly username: string;
  readonly password: string;
  /** Whether servers elsewhere than on this machine may be asked: events leave it then. */
  readonly elsewhere: boolean;
}

/** Opens the way to servers. Throws UsageError for addresses that are none or elsewhere, UnavailableError when one does not answer. */
export async function openHttpLink(options: ServerOptions): Promise<ClickhouseLink> {
  for (const url of options.urls) checkAddress(url, options.elsewhere);
  const { createClient, ClickHouseLogLevel } = await import('@clickhouse/client');
  const { database, username, password } = options;
  const clients = options.urls.map((url) =>
    createClient({
      url,
      database,
      username,
      password,
      request_timeout: 600_000,
      clickhouse_settings: SETTINGS as Record<string, string>,
      log: { level: ClickHouseLogLevel.OFF },
    }),
  );
  const link = new HttpLink(clients);
  try {
    await link.everywhere('SELECT 1');
  } catch (error) {
    await link.close();
    throw new UnavailableError(`ClickHouse does not answer: ${(error as Error).message}`);
  }
  return link;
}

function checkAddress(url: string, elsewhere: boolean): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw new UsageError(`${url} is no address of a ClickHouse server`);
  if (!elsewhere && !LOOPBACK.test(parsed.hostname))
    throw new UsageError(
      `${parsed.host} is another machine: events are sent there only when that is allowed expressly`,
    );
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

class HttpLink implements ClickhouseLink {
  private readonly clients: readonly ClickHouseClient[];
  private readonly first: ClickHouseClient;

  constructor(clients: readonly ClickHouseClient[]) {
    this.clients = clients;
    this.first = clients[0]!;
  }

  async everywhere(sql: string): Promise<void> {
    for (const client of this.clients) await client.command({ query: sql });
  }

  async command(sql: string): Promise<void> {
    await this.first.command({ query: sql });
  }

  async insert(table: string, lines: readonly string[]): Promise<void> {
    const values = Readable.from(lines, { objectMode: false });
    const { stream } = await this.first.exec({ query: `INSERT INTO ${table} FORMAT JSONEachRow`, values });
    stream.destroy();
  }

  async *rows(sql: string): AsyncGenerator<readonly unknown[]> {
    const result = await this.first.query({ query: sql, format: 'JSONEachRow' });
    for await (const rows of result.stream<Record<string, unknown>>()) {
      for (const row of rows) yield Object.values(row.json());
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.close()));
  }
}
