import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { UsageError } from '../base/errors.ts';

/** The path of a file that was named, once it is sure that it can be opened; `-` is standard input. UsageError in one sentence otherwise. */
export function inputFile(path: string): string {
  if (path === '-') return path;
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`there is no file ${path}`);
  if (found.isDirectory()) throw new UsageError(`${path} is a folder; a file is expected`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new UsageError(`${path} cannot be read: the right to is missing`);
  }
  return path;
}

/**
 * Files and folders of which at least one has to be there: those that are not are problems of that run, and with none of them
 * the command was meant otherwise. Addresses of the web and `-` count as being there.
 */
export function someInput(paths: readonly string[]): void {
  const gone = paths.filter((path) => path !== '-' && !/^https?:\/\//i.test(path) && !existsSync(path));
  if (gone.length > 0 && gone.length === paths.length)
    throw new UsageError(`there is no file or folder ${gone.join(', ')}`);
}
