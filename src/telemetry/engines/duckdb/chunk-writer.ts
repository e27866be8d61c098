import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBVarCharVector,
  VARCHAR,
} from '@duckdb/node-api';
import type { Row, RowWriter } from '../sql/row.ts';
import { CORE, CORE_NAMES } from '../sql/schema.ts';

/** Rows of a data chunk, DuckDB's own measure. */
const CHUNK = 2048;
const TYPES = { text: VARCHAR, integer: BIGINT, float: DOUBLE, flag: BOOLEAN };

/** The texts of a column in the chunk at hand, and the rows they stand in. */
interface Texts {
  readonly texts: string[];
  readonly rows: number[];
}

/** Collects rows and hands them to DuckDB's appender chunk by chunk, without SQL. Everything happens in `write`. */
export async function chunkWriter(connection: DuckDBConnection, table: string, columns: number): Promise<RowWriter> {
  const appender = await connection.createAppender(table);
  const types = [...CORE_NAMES.map((name) => TYPES[CORE[name]]), ...new Array<typeof VARCHAR>(columns).fill(VARCHAR)];
  const cores = CORE_NAMES.map((): (string | number | bigint | boolean)[] => []);
  const cells = Array.from({ length: columns }, (): Texts => ({ texts: [], rows: [] }));
  let count = 0;

  const flush = (): void => {
    if (count === 0) return;
    const chunk = DuckDBDataChunk.create(types, count);
    for (const [i, values] of cores.entries()) {
      chunk.setColumnValues(i, values);
      values.length = 0;
    }
    for (const [i, column] of cells.entries())
      fill(chunk.getColumnVector(cores.length + i) as DuckDBVarCharVector, column);
    appender.appendDataChunk(chunk);
    count = 0;
  };

  return {
    write(row: Row): void {
      for (const [i, name] of CORE_NAMES.entries()) {
        const value = row.core[name];
        cores[i]!.push(CORE[name] === 'integer' ? BigInt(value) : value);
      }
      for (const column of row.filled) {
        const { texts, rows } = cells[column]!;
        texts.push(row.cells[column]!);
        rows.push(count);
      }
      if (++count === CHUNK) flush();
    },
    async ready() {},
    async finish() {
      flush();
      appender.flushSync();
      appender.closeSync();
    },
  };
}

/** Fills a column that is NULL but for some rows, and empties the list of these. */
function fill(vector: DuckDBVarCharVector, { texts, rows }: Texts): void {
  // Most fields are missing in most rows. The API would set and look at each NULL by itself, which takes longer than all the
  // rest of loading: their bits are cleared at once instead.
  const inner = vector as unknown as Inner;
  inner.validity.data = new BigUint64Array(Math.ceil(vector.itemCount / 64));
  if (texts.length === 0) {
    inner.validity.flush(inner.vector);
    return;
  }
  for (const [i, text] of texts.entries()) vector.setItem(rows[i]!, text);
  vector.flush();
  texts.length = 0;
  rows.length = 0;
}

/** What the class of @duckdb/node-api keeps to itself (1.5.6; its version is pinned). */
interface Inner {
  readonly vector: unknown;
  readonly validity: { data: BigUint64Array; flush(vector: unknown): void };
}
