import { BIGINT, BOOLEAN, DOUBLE, type DuckDBConnection, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import type { Row, RowWriter } from '../sql/row.ts';
import { CORE, CORE_NAMES } from '../sql/schema.ts';

/** Rows of a data chunk, DuckDB's own measure. */
const CHUNK = 2048;
const TYPES = { text: VARCHAR, integer: BIGINT, float: DOUBLE, flag: BOOLEAN };

/** Collects rows and hands them to DuckDB's appender chunk by chunk, without SQL. Everything happens in `write`. */
export async function chunkWriter(connection: DuckDBConnection, table: string, columns: number): Promise<RowWriter> {
  const appender = await connection.createAppender(table);
  const types = [...CORE_NAMES.map((name) => TYPES[CORE[name]]), ...new Array(columns).fill(VARCHAR)];
  const cores = CORE_NAMES.map(() => new Array<string | number | bigint | boolean | null>(CHUNK).fill(null));
  const cells = Array.from({ length: columns }, () => new Array<string | null>(CHUNK).fill(null));
  const used = new Uint8Array(columns);
  let count = 0;

  const flush = (): void => {
    if (count === 0) return;
    const chunk = DuckDBDataChunk.create(types, count);
    cores.forEach((values, i) => {
      chunk.setColumnValues(i, values.slice(0, count));
    });
    cells.forEach((values, i) => {
      chunk.setColumnValues(cores.length + i, values.slice(0, count));
      if (used[i]) values.fill(null);
    });
    used.fill(0);
    appender.appendDataChunk(chunk);
    count = 0;
  };

  return {
    write(row: Row): void {
      CORE_NAMES.forEach((name, i) => {
        const value = row.core[name];
        cores[i]![count] = CORE[name] === 'integer' ? BigInt(value) : value;
      });
      for (const column of row.filled) {
        cells[column]![count] = row.cells[column]!;
        used[column] = 1;
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
