import { sql } from 'kysely';
import { UsageError } from '../base/errors.ts';
import { RECORD_TABLES, TABLES } from './columns.ts';
import { type Db, one, rows, takeWriterLock } from './database.ts';
import { echoKeys } from './echo.ts';
import { noteAttacks } from './write/attacks.ts';
import { type Named, nameKeys } from './write/claim-row.ts';
import { findContradictions } from './write/contradictions.ts';
import { insertRows } from './write/insert.ts';

/** First line of a dump; the version changes when older programs could not read what follows. */
const FORMAT = 'longwatch-ledger';
const VERSION = 1;

/** Rows a query; those with whole documents in them come in smaller steps. */
const STEP = { documents: 50, contents: 10, case_records: 5, other: 2_000 } as const;

type RecordTable = (typeof RECORD_TABLES)[number];

/** What each table is read in the order of; enough to go on from any row. */
const KEYS: Readonly<Record<RecordTable, string>> = {
  documents: 'seq',
  contents: 'document',
  readings: 'seq',
  statements: 'seq',
  indicators: 'reading',
  techniques: 'reading',
  problems: 'reading',
  reviews: 'seq',
  corrections: 'review',
  origins: 'seq',
  cases: 'seq',
  case_records: 'entry',
  weighings: 'seq',
  datasets: 'seq',
  incidents: 'seq',
  tallies: 'seq',
  dataset_problems: 'dataset',
  journal: 'seq',
};

/**
 * The record as lines of JSON: a header, then `[table, row]` in an order in which each row comes after those it points to.
 * Derived tables are left out. What is added while the dump runs is not in it: rows are read up to the last ones at its start.
 */
export async function* dumpLines(db: Db): AsyncIterable<string> {
  const ends = await one<Record<RecordTable, number>>(
    db,
    sql`select ${sql.raw(RECORD_TABLES.map((table) => `(select coalesce(max("${KEYS[table]}"), 0) from ${table}) as "${table}"`).join(', '))}`,
  );
  yield JSON.stringify({ format: FORMAT, version: VERSION });
  for (const table of RECORD_TABLES) {
    const step = table in STEP ? STEP[table as keyof typeof STEP] : STEP.other;
    for (let from = 0; from < ends[table]; from += step) {
      const until = Math.min(from + step, ends[table]);
      for (const { row } of await rows<{ row: object }>(db, rowsOf(table, from, until)))
        yield JSON.stringify([table, row]);
    }
  }
}

/**
 * Reads a dump into an empty ledger, in one transaction, and works out what is derived. UsageError when the ledger is not empty
 * or the lines are not a dump; then nothing is kept.
 */
export async function restoreLines(
  db: Db,
  lines: AsyncIterable<string>,
): Promise<{ documents: number; statements: number; reviews: number }> {
  return db.transaction().execute(async (tx) => {
    await takeWriterLock(tx);
    const { used } = await one<{ used: number }>(tx, sql`select count(*) as used from journal`);
    if (used > 0) throw new UsageError('a dump can only be restored into an empty ledger');
    const counts: Record<string, number> = {};
    for await (const { table, items } of batches(lines)) {
      // Keys of names are worked out again: the dump may be from a version that folded them otherwise.
      const named = table === 'statements' || table === 'corrections';
      await insertRows(
        tx,
        table,
        named ? items.map((row) => ({ ...row, ...nameKeys(row as unknown as Named) })) : items,
      );
      counts[table] = (counts[table] ?? 0) + items.length;
      if (table === 'documents')
        await insertRows(
          tx,
          'echoes',
          items.map((row) => ({ document: row.seq, ...echoKeys(String(row.text)) })),
        );
    }
    await noteAttacks(tx);
    await pairUp(tx);
    return { documents: counts.documents ?? 0, statements: counts.statements ?? 0, reviews: counts.reviews ?? 0 };
  });
}

async function pairUp(tx: Db): Promise<void> {
  const readings = await rows<{ seq: number }>(tx, sql`select seq from readings order by seq`);
  for (let i = 0; i < readings.length; i += 50)
    await findContradictions(tx, { readings: readings.slice(i, i + 50).map(({ seq }) => seq) });
  const corrections = await rows<{ review: number }>(tx, sql`select review from corrections order by review`);
  for (const { review } of corrections) await findContradictions(tx, { correction: review });
}

function rowsOf(table: RecordTable, after: number, until: number) {
  const key = sql.raw(`t."${KEYS[table]}"`);
  const fields = Object.keys(TABLES[table])
    .map((column) => `'${column}', ${expression(table, column)}`)
    .join(', ');
  const ord = 'ord' in TABLES[table] ? sql`, t.ord` : sql``;
  return sql`select json_build_object(${sql.raw(fields)}) as row from ${sql.table(table)} t
    where ${key} > ${after} and ${key} <= ${until} order by ${key}${ord}`;
}

/** Instants are written the same whatever the server's time zone, bytes as one line of base64. */
function expression(table: RecordTable, column: string): string {
  const type = (TABLES[table] as Readonly<Record<string, string>>)[column];
  if (column === 'bytes') return `replace(encode(t.bytes, 'base64'), chr(10), '')`;
  if (type === 'timestamptz') return `to_char(t."${column}" at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return `t."${column}"`;
}

interface Batch {
  readonly table: RecordTable;
  readonly items: Readonly<Record<string, unknown>>[];
}

/** Consecutive rows of one table together, up to a size that fits one insert. */
async function* batches(lines: AsyncIterable<string>): AsyncIterable<Batch> {
  let batch: Batch | null = null;
  let size = 0;
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    if (number === 1) {
      checkHeader(line);
      continue;
    }
    const [table, row] = readLine(line, number);
    if (batch && (batch.table !== table || size > 4_000_000)) {
      yield batch;
      batch = null;
    }
    batch ??= { table, items: [] };
    size = batch.items.length === 0 ? line.length : size + line.length;
    batch.items.push(row);
  }
  if (number === 0) throw new UsageError('the dump is empty');
  if (batch) yield batch;
}

function checkHeader(line: string): void {
  const header = json(line, 1) as { format?: unknown; version?: unknown } | null;
  if (header?.format !== FORMAT) throw new UsageError('line 1: not a dump of a ledger');
  if (header.version !== VERSION)
    throw new UsageError(`line 1: a dump of version ${String(header.version)}, this program reads ${VERSION}`);
}

function readLine(line: string, number: number): [RecordTable, Readonly<Record<string, unknown>>] {
  const value = json(line, number);
  if (
    !Array.isArray(value) ||
    !(RECORD_TABLES as readonly unknown[]).includes(value[0]) ||
    typeof value[1] !== 'object' ||
    value[1] === null
  )
    throw new UsageError(`line ${number}: not a row of a ledger`);
  return value as [RecordTable, Readonly<Record<string, unknown>>];
}

function json(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UsageError(`line ${number}: not JSON`);
  }
}
