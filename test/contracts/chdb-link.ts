import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chdbFolder } from '../../scripts/clickhouse-chdb.mjs';
import { type ClickhouseLink, SETTINGS } from '../../src/telemetry/engines/clickhouse/link.ts';

interface Session {
  query(sql: string, format?: string): string;
  close(): void;
}

/** Today's ClickHouse inside this process (npm's chdb); null when `scripts/clickhouse-chdb.mjs` has not installed it. */
export function openChdbLink(): ClickhouseLink | null {
  const manifest = join(chdbFolder(), 'package.json');
  if (!existsSync(join(chdbFolder(), 'node_modules', 'chdb'))) return null;
  const { Session } = createRequire(manifest)('chdb') as { Session: new () => Session };
  const session = new Session();
  const settings = Object.entries(SETTINGS).map(([name, value]) => `${name} = ${value}`);
  session.query(`SET ${settings.join(', ')}`);
  const run = async (sql: string): Promise<void> => {
    session.query(sql);
  };
  return {
    everywhere: run,
    command: run,
    insert: (table, lines) => run(`INSERT INTO ${table} FORMAT JSONEachRow ${lines.join('')}`),
    async *rows(sql) {
      for (const line of session.query(sql, 'JSONCompactEachRow').split('\n')) if (line !== '') yield JSON.parse(line);
    },
    close: async () => session.close(),
  };
}
