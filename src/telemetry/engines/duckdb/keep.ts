import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { UsageError } from '../../../base/errors.ts';
import type { FieldTable } from '../../../base/fields.ts';
import { type Column, columnName } from '../../../sigma/sql/columns.ts';
import { duckdb } from '../../../sigma/sql/dialects/duckdb.ts';
import { type EventStore, type KeptSource, NotKeptError } from '../sql/engine.ts';
import { CORE_NAMES, type CoreName, TEXTS } from '../sql/schema.ts';
import { StoredEvent } from '../sql/stored-event.ts';
import { MANIFEST, type Manifest, readManifest, VERSION } from './manifest.ts';
import { type DuckdbOptions, openInstance, rowsOf } from './store.ts';

const EVENTS = 'events.parquet';
/** Makes the folder, or throws UsageError when there is something in it. */
export async function checkKeepFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new UsageError(`${folder} is not empty: records are kept in a folder of their own`);
}

/** Writes the table of events as Parquet, by source so that later hunts read only what they need. The manifest comes last. */
export async function keepTable(
  connection: DuckDBConnection,
  folder: string,
  { columns, sources, whole }: { columns: readonly Column[]; sources: readonly KeptSource[]; whole: boolean },
): Promise<void> {
  const path = duckdb.text(join(folder, EVENTS));
  await connection.run(
    `COPY (SELECT * FROM events ORDER BY source, fenced, row) TO ${path} (FORMAT parquet, COMPRESSION zstd)`,
  );
  const manifest: Manifest = { version: VERSION, columns: columns.map(columnName), sources, whole };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest)}\n`);
}

/**
 * Opens what an earlier hunt kept. Throws UsageError when it is none; its `create` throws NotKeptError when rules ask for columns
 * that are not there.
 */
export async function openKeptStore(kept: string, options: DuckdbOptions): Promise<EventStore> {
  const manifest = await readManifest(kept);
  const { instance, folder } = await openInstance(options);
  const connection = await instance.connect();
  await connection.run(`CREATE VIEW events AS SELECT * FROM read_parquet(${duckdb.text(join(kept, EVENTS))})`);
  return {
    dialect: duckdb,
    table: 'events',
    keep: null,
    kept: manifest.sources,
    async create(columns) {
      const there = new Set(manifest.columns);
      const missing = columns.map(columnName).filter((name) => !there.has(name));
      if (missing.length > 0)
        throw new NotKeptError(
          `${kept} lacks what the rules ask for (${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''}): load the logs anew`,
        );
      return { write() {}, async ready() {}, async finish() {} };
    },
    rows: (sql) => rowsOf(connection, sql),
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The records that an earlier hunt kept, with the file each came from; what they hold of fields is looked up by a table. */
export async function* keptEvents(
  kept: string,
  table: FieldTable,
  options: DuckdbOptions,
): AsyncGenerator<{ readonly file: string; readonly event: StoredEvent }> {
  const store = await openKeptStore(kept, options);
  const { identifier } = duckdb;
  const columns = [...CORE_NAMES.map(identifier), identifier(columnName(TEXTS))];
  try {
    const sql = `SELECT ${columns.join(', ')} FROM ${store.table} WHERE ${identifier('view')} = '' ORDER BY ${identifier('row')}`;
    for await (const cells of store.rows(sql)) {
      const core = Object.fromEntries(CORE_NAMES.map((name, i) => [name, cells[i]])) as Record<CoreName, unknown>;
      yield { file: String(core.file), event: new StoredEvent(core, String(cells[CORE_NAMES.length] ?? ''), table) };
    }
  } finally {
    await store.close();
  }
}

/** The files that kept records came from, in the order of their names. */
export async function keptFiles(kept: string): Promise<string[]> {
  const store = await openKeptStore(kept, {});
  try {
    const names: string[] = [];
    for await (const [name] of store.rows('SELECT DISTINCT file FROM events')) names.push(String(name));
    return names.sort();
  } finally {
    await store.close();
  }
}
