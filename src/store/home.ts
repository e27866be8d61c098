import { join, resolve } from 'node:path';
import { makeFolder } from './folder.ts';

/** The data folder: what the caller names, else LONGWATCH_HOME, else `longwatch-data` in the working directory. Absolute. */
export function homeFolder(home: string | undefined = process.env.LONGWATCH_HOME): string {
  return resolve(home || 'longwatch-data');
}

/** Where the embedded database keeps its files within a data folder. */
export function databaseFolder(home: string): string {
  return join(home, 'ledger');
}

/** Makes the folder, readable by its owner alone when it is new. UnavailableError where it cannot be made. */
export function makeHome(home: string): void {
  makeFolder(home, 0o700);
}
