import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { type Connection, connect } from '../actions/connect.ts';
import { type ReaderName, readingTools } from '../actions/load-tools.ts';
import { say } from './output.ts';
import { packageVersion } from './package.ts';

/** The data folder: LONGWATCH_HOME, else `longwatch-data` in the working directory. */
export function home(): string {
  return resolve(process.env.LONGWATCH_HOME || 'longwatch-data');
}

/** The ledger of this user: opened here, or asked for through the workbench that has it open. */
export function connectToLedger(
  options: { readonly reader?: ReaderName; readonly allowPrivate?: boolean } = {},
): Promise<Connection> {
  return connect({
    home: home(),
    databaseUrl: process.env.DATABASE_URL || undefined,
    analyst: analyst(),
    version: packageVersion(),
    tools: readingTools(options.reader ?? 'rules'),
    note: say,
    fetch: { allowPrivate: options.allowPrivate ?? false },
  });
}

/** Calls with the ledger open, and closes it whatever happens. */
export async function withLedger<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connectToLedger();
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** Under which name reviews and additions are recorded: LONGWATCH_ANALYST, else the name of the account. */
export function analyst(): string {
  if (process.env.LONGWATCH_ANALYST) return process.env.LONGWATCH_ANALYST;
  try {
    return userInfo().username;
  } catch {
    return 'analyst';
  }
}
