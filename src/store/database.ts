import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** Tables are reached through SQL text with typed rows; the type parameter of Kysely stays empty on purpose. */
export type Db = Kysely<Record<string, never>>;

/** Runs SQL and returns its rows, typed by the caller. */
export async function rows<Row>(db: Db, query: RawBuilder<unknown>): Promise<readonly Row[]> {
  return (await query.execute(db)).rows as Row[];
}

/** Like `rows` for queries that always give exactly one. */
export async function one<Row>(db: Db, query: RawBuilder<unknown>): Promise<Row> {
  const [row] = await rows<Row>(db, query);
  if (!row) throw new Error('a query that gives one row gave none');
  return row;
}

/** Numbers as one parameter. Both drivers take the text form of an array. */
export function intArray(values: readonly number[]): RawBuilder<unknown> {
  return sql`${`{${values.join(',')}}`}::int4[]`;
}

/** Strings as one parameter, by way of JSON, so that no quoting is needed. */
export function textArray(values: readonly string[]): RawBuilder<unknown> {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}

/** The one writer at a time: taken at the start of every transaction that writes, released with it. */
export async function takeWriterLock(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
}

/** Any number, the same in every version: "longwtch" would not fit, so its first bytes. */
const LOCK = 0x6c6f6e67;
