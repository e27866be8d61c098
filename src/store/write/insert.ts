import { sql } from 'kysely';
import { TABLES, type TableName } from '../columns.ts';
import type { Db } from '../database.ts';

/** A parameter of this many characters is as fast as a larger one and stays far below the engines' limits. */
const BATCH = 4_000_000;

/** Appends rows through one JSON parameter a batch. Missing fields are null; bytes are given as base64 text. */
export async function insertRows(
  tx: Db,
  table: TableName,
  items: Iterable<Readonly<Record<string, unknown>>>,
): Promise<void> {
  let batch: string[] = [];
  let size = 0;
  for (const item of items) {
    const line = storable(item);
    batch.push(line);
    size += line.length;
    if (size < BATCH) continue;
    await insertBatch(tx, table, batch);
    batch = [];
    size = 0;
  }
  if (batch.length > 0) await insertBatch(tx, table, batch);
}

async function insertBatch(tx: Db, table: TableName, lines: readonly string[]): Promise<void> {
  const columns = Object.entries(columnsOf(table));
  const names = columns.map(([column]) => `"${column}"`).join(', ');
  const values = columns
    .map(([column]) => (column === 'bytes' ? `decode(r.bytes, 'base64')` : `r."${column}"`))
    .join(', ');
  const types = columns.map(([column, type]) => `"${column}" ${type}`).join(', ');
  const json = `[${lines.join(',')}]`;
  await sql`insert into ${sql.table(table)} (${sql.raw(names)}) select ${sql.raw(values)} from jsonb_to_recordset(${json}::jsonb) as r(${sql.raw(types)})`.execute(
    tx,
  );
}

function columnsOf(table: TableName): Readonly<Record<string, string>> {
  return TABLES[table];
}

/**
 * JSON that PostgreSQL can keep: NUL and lone surrogates, which its text cannot hold, become U+FFFD. One unit stands for one,
 * so offsets stay right.
 */
export function storable(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? cleaned(part) : part));
}

/** The same for a bare string. */
export function cleaned(text: string): string {
  return text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
