import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../base/errors.ts';
import type { Problem } from '../base/problem.ts';
import { readGalaxy } from '../knowledge/names/galaxy.ts';
import { nameKeyOf } from '../knowledge/names/key.ts';
import { carriedBySeveral } from '../knowledge/names/shared.ts';
import type { NameList } from '../model/name.ts';
import { makeFolder } from '../store/folder.ts';

/** A list of names as it stands in the data folder: beside earlier versions, never over them. */
export interface ImportedList {
  readonly recorded: string;
  readonly analyst: string;
  readonly list: NameList;
}

/** Where imported lists stand in a data folder. */
export function namesFolder(home: string): string {
  return join(home, 'names');
}

/**
 * Takes the names of a MISP galaxy cluster file into the data folder. Throws UsageError for a file that cannot be opened or is
 * not JSON; whatever else is wrong is a problem.
 */
export function importMispGalaxy(
  path: string,
  to: { readonly home: string; readonly analyst: string; readonly now: Date },
): {
  readonly list: NameList | null;
  readonly problems: readonly Problem[];
  readonly written: string | null;
  /** Names that several entries carry. */
  readonly shared: readonly string[];
} {
  const recorded = to.now.toISOString();
  const { list, problems } = readGalaxy(parsed(path), path, recorded.slice(0, 10));
  if (!list) return { list, problems, written: null, shared: [] };
  const folder = namesFolder(to.home);
  makeFolder(to.home, 0o700);
  makeFolder(folder);
  const file = join(folder, `${list.list.replaceAll('/', '-')}-${list.version.replace(/[^\w.-]+/g, '_')}.json`);
  const imported: ImportedList = { recorded, analyst: to.analyst, list };
  // Whole or not at all, whenever the program is stopped.
  writeFileSync(`${file}.part`, `${JSON.stringify(imported)}\n`);
  renameSync(`${file}.part`, file);
  return { list, problems, written: file, shared: spellings(list) };
}

/** The first spelling of every name that several entries carry. */
function spellings(list: NameList): readonly string[] {
  const first = new Map<string, string>();
  for (const { name, names } of list.entries)
    for (const it of [name, ...names.map((other) => other.name)])
      if (!first.has(nameKeyOf(it))) first.set(nameKeyOf(it), it);
  return [...carriedBySeveral(list, nameKeyOf).keys()].map((key) => first.get(key) ?? key).sort();
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path} is not JSON: ${error.message}`);
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`);
  }
}
