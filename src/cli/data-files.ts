import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../base/errors.ts';
import type { DataFile } from '../exchange/incidents/kinds.ts';

const DATA_ENDING = /\.(?:csv|tsv|xlsx|json)$/i;

/** Whether a source given on the command line names files rather than records. */
export const isPath = (source: string): boolean =>
  existsSync(source) || /[/\\]/.test(source) || DATA_ENDING.test(source);

/** The files of a data set: the one named, or all tables and bundles of a folder. Throws UsageError when there are none. */
export function dataFiles(path: string): DataFile[] {
  if (!existsSync(path)) throw new UsageError(`there is no file or folder ${path}`);
  if (!statSync(path).isDirectory()) return [{ name: basename(path), bytes: readFileSync(path) }];
  const names = readdirSync(path)
    .filter((name) => DATA_ENDING.test(name))
    .sort();
  if (names.length === 0) throw new UsageError(`${path} holds no .csv, .xlsx or .json file`);
  return names.map((name) => ({ name, bytes: readFileSync(join(path, name)) }));
}
