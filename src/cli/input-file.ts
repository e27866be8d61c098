import { accessSync, constants, statSync } from 'node:fs';
import { UsageError } from '../base/errors.ts';

/** The path of a file that was named, once it is sure that it can be opened. UsageError in one sentence otherwise. */
export function inputFile(path: string): string {
  const fault = inputFault(path);
  if (fault !== null) throw new UsageError(fault);
  return path;
}

/** Why a named file cannot be opened, as a sentence; null when it can. `-` is standard input. */
export function inputFault(path: string, { folders = false }: { readonly folders?: boolean } = {}): string | null {
  if (path === '-') return null;
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return `there is no file ${path}`;
  if (!folders && found.isDirectory()) return `${path} is a folder; a file is expected`;
  try {
    accessSync(path, constants.R_OK);
    return null;
  } catch {
    return `${path} cannot be read: you have no right to`;
  }
}
