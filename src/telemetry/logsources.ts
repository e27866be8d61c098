import { readFileSync } from 'node:fs';
import type { LogsourceTable } from '../sigma/logsource/table.ts';

/** Beside `src` in a checkout and beside `dist` in the package. */
const TABLE = new URL('../../data/sigma/logsources.json', import.meta.url);

/** The program's own table of log sources. Throws when the file is missing or broken: that is a damaged installation. */
export function defaultLogsources(): LogsourceTable {
  return JSON.parse(readFileSync(TABLE, 'utf8')) as LogsourceTable;
}
