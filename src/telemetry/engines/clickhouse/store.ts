import { randomBytes } from 'node:crypto';
import type { Column } from '../../../sigma/sql/columns.ts';
import { clickhouse } from '../../../sigma/sql/dialects/clickhouse.ts';
import type { EventStore } from '../sql/engine.ts';
import type { RowWriter } from '../sql/row.ts';
import { definitions } from '../sql/schema.ts';
import { lineWriter } from './line-writer.ts';
import type { ClickhouseLink } from './link.ts';

export interface ClusterOptions {
  /** The cluster's name in the servers' configuration; null for a single server. */
  readonly cluster: string | null;
  readonly database: string;
  /** Whether tables are made with `ON CLUSTER`, which needs ZooKeeper; else every shard is asked by its own address. */
  readonly onCluster: boolean;
}

/** Tables of one hunt: one on every shard, and over them a `Distributed` one. They are dropped by `close`. */
export function clickhouseStore(link: ClickhouseLink, { cluster, database, onCluster }: ClusterOptions): EventStore {
  const name = `longwatch_hunt_${randomBytes(6).toString('hex')}`;
  const qualified = (table: string) => `${clickhouse.identifier(database)}.${clickhouse.identifier(table)}`;
  const local = qualified(cluster ? `${name}_shard` : name);
  const table = qualified(name);
  const where = onCluster && cluster ? ` ON CLUSTER ${clickhouse.identifier(cluster)}` : '';
  const tellShards = (sql: string) => (where ? link.command(sql) : link.everywhere(sql));
  return {
    dialect: clickhouse,
    table,
    async create(columns: readonly Column[]): Promise<RowWriter> {
      const list = definitions(columns, clickhouse).join(', ');
      await tellShards(
        `CREATE TABLE ${local}${where} (${list}) ENGINE = MergeTree() ORDER BY (source, fenced, row) SETTINGS index_granularity = 8192`,
      );
      if (cluster) {
        const over = [cluster, database, `${name}_shard`].map(clickhouse.text).join(', ');
        await link.command(`CREATE TABLE ${table} (${list}) ENGINE = Distributed(${over}, row)`);
      }
      return lineWriter(link, table, columns);
    },
    rows: (sql) => link.rows(sql),
    keep: null,
    kept: null,
    async close(): Promise<void> {
      try {
        if (cluster) await link.command(`DROP TABLE IF EXISTS ${table}`);
        await tellShards(`DROP TABLE IF EXISTS ${local}${where}`);
      } finally {
        await link.close();
      }
    },
  };
}
