import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Column } from '../../../sigma/sql/columns.ts';
import { duckdb } from '../../../sigma/sql/dialects/duckdb.ts';
import type { EventStore } from '../sql/engine.ts';
import type { RowWriter } from '../sql/row.ts';
import { definitions } from '../sql/schema.ts';
import { chunkWriter } from './chunk-writer.ts';
import { checkKeepFolder, keepTable } from './keep.ts';

export interface DuckdbOptions {
  /** Where its file lies while the hunt runs; by default a folder of its own below the system's. */
  readonly folder?: string;
  readonly threads?: number;
  /** Megabytes it may use before it writes to its folder. */
  readonly memory?: number;
  /** A new or empty folder in which the records are kept as Parquet, for later hunts without the logs (`openKept`). */
  readonly keep?: string;
}

const DEFAULTS = { threads: 2, memory: 1024 };

/** A DuckDB database in a temporary file, gone after `close`. Extensions are never fetched. */
export async function openDuckdbStore(options: DuckdbOptions = {}): Promise<EventStore> {
  if (options.keep !== undefined) await checkKeepFolder(options.keep);
  const { instance, folder } = await openInstance(options);
  return new DuckdbStore(instance, await instance.connect(), folder, options.keep ?? null);
}

/** DuckDB on a file in a folder of its own. */
export async function openInstance(options: DuckdbOptions): Promise<{ instance: DuckDBInstance; folder: string }> {
  const { threads, memory } = { ...DEFAULTS, ...options };
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = await mkdtemp(join(options.folder ?? tmpdir(), 'longwatch-duckdb-'));
  const instance = await DuckDBInstance.create(join(folder, 'events.db'), {
    threads: String(threads),
    memory_limit: `${memory}MB`,
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  return { instance, folder };
}

class DuckdbStore implements EventStore {
  readonly dialect = duckdb;
  readonly table = 'events';
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;
  private readonly folder: string;
  readonly keep: EventStore['keep'];
  readonly kept = null;
  private columns: readonly Column[] = [];

  constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string, keep: string | null) {
    this.instance = instance;
    this.connection = connection;
    this.folder = folder;
    this.keep =
      keep === null ? null : (sources, whole) => keepTable(connection, keep, { columns: this.columns, sources, whole });
  }

  async create(columns: readonly Column[]): Promise<RowWriter> {
    this.columns = columns;
    await this.connection.run(`CREATE TABLE ${this.table} (${definitions(columns, duckdb).join(', ')})`);
    return chunkWriter(this.connection, this.table, columns.length);
  }

  rows(sql: string): AsyncGenerator<readonly unknown[]> {
    return rowsOf(this.connection, sql);
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    this.instance.closeSync();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The rows of a statement, as they come. */
export async function* rowsOf(connection: DuckDBConnection, sql: string): AsyncGenerator<readonly unknown[]> {
  const result = await connection.stream(sql);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const columns = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++) yield columns.map((column) => plain(column[row]));
  }
}

/** Lists come as objects of their own. */
function plain(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'items' in value ? value.items : value;
}
