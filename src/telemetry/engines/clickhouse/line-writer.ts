import { type Column, columnName } from '../../../sigma/sql/columns.ts';
import { clickhouse } from '../../../sigma/sql/dialects/clickhouse.ts';
import type { Row, RowWriter } from '../sql/row.ts';
import { CORE_NAMES } from '../sql/schema.ts';
import type { ClickhouseLink } from './link.ts';

/** Characters of lines and rows that go in one insert, and inserts that may be under way. */
const BATCH = 8_000_000;
const ROWS = 50_000;
const UNDER_WAY = 2;

/** Writes rows as JSON lines that name only the columns with a text; inserts run while more rows come. */
export function lineWriter(link: ClickhouseLink, table: string, columns: readonly Column[]): RowWriter {
  const keys = columns.map((column) => `,${JSON.stringify(columnName(column))}:`);
  let lines: string[] = [];
  let size = 0;
  let failure: unknown = null;
  const running = new Set<Promise<void>>();

  const flush = (): void => {
    if (lines.length === 0) return;
    const batch = lines;
    lines = [];
    size = 0;
    const insert: Promise<void> = link
      .insert(table, batch)
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => running.delete(insert));
    running.add(insert);
  };
  const check = (): void => {
    if (failure) throw failure;
  };

  return {
    write(row: Row): void {
      const line = lineOf(row, keys);
      lines.push(line);
      size += line.length;
      if (size >= BATCH || lines.length >= ROWS) flush();
    },
    async ready() {
      while (running.size >= UNDER_WAY) await Promise.race(running);
      check();
    },
    async finish() {
      flush();
      await Promise.all(running);
      check();
    },
  };
}

function lineOf({ core, cells, filled }: Row, keys: readonly string[]): string {
  let line = '';
  for (const name of CORE_NAMES) {
    const value = core[name];
    const json = typeof value === 'boolean' ? Number(value) : JSON.stringify(value);
    line += `${line === '' ? '{' : ','}"${name}":${json}`;
  }
  for (const column of filled) line += keys[column]! + JSON.stringify(cells[column] || clickhouse.empty);
  return `${line}}\n`;
}
