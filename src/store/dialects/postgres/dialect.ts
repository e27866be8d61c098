import { PostgresDialect } from 'kysely';
import { PARSERS } from '../values.ts';

/** Kysely on a PostgreSQL server (13 or newer). The driver is loaded only when a server is used. */
export async function postgresDialect(databaseUrl: string): Promise<PostgresDialect> {
  const { default: pg } = await import('pg');
  const types = {
    getTypeParser: ((oid: number, format?: string) =>
      (format !== 'binary' && PARSERS[oid]) ||
      pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
  };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8, types, options: '-c jit=off -c work_mem=32MB' });
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}
