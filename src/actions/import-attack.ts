import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { UsageError } from '../base/errors.ts';
import { type Problem, problem } from '../base/problem.ts';
import {
  type AttackTable,
  compareVersions,
  isAttackTable,
  readAttackBundle,
  shippedAttack,
} from '../knowledge/attack.ts';
import { makeFolder } from '../store/folder.ts';

/** Where imported versions of ATT&CK stand in a data folder. */
export function attackFolder(home: string): string {
  return join(home, 'attack');
}

/**
 * Takes the facts of an ATT&CK Enterprise bundle (JSON or gzipped JSON) into the data folder, beside other versions. `version` where neither the bundle nor
 * the file's name says it. Throws UsageError for a file that cannot be opened or is not JSON; whatever else is wrong is a problem.
 */
export function importAttack(
  path: string,
  { home, version }: { readonly home: string; readonly version?: string | undefined },
): { readonly table: AttackTable; readonly problems: readonly Problem[]; readonly written: string | null } {
  const { table, problems } = readAttackFile(path, version);
  if (!table.groups.length && !table.techniques.length)
    return {
      table,
      problems: problems.length > 0 ? problems : [problem('bundle-without-facts', {}, {}, 'error')],
      written: null,
    };
  makeFolder(home, 0o700);
  makeFolder(attackFolder(home));
  const file = join(
    attackFolder(home),
    `enterprise-${(table.version ?? table.modified).replace(/[^\w.-]+/g, '_')}.json.gz`,
  );
  // Whole or not at all, whenever the program is stopped.
  writeFileSync(`${file}.part`, gzipSync(JSON.stringify(table)));
  renameSync(`${file}.part`, file);
  return { table, problems, written: file };
}

/** A STIX bundle or a table that an import wrote. Throws UsageError as `importAttack` does. */
export function readAttackFile(path: string, version?: string): { table: AttackTable; problems: readonly Problem[] } {
  const value = parsed(path);
  if (isAttackTable(value)) return { table: value, problems: [] };
  return readAttackBundle(value, { version: version ?? /attack-v?(\d+\.\d+)/.exec(basename(path))?.[1] });
}

/** The newest version there is: of those imported and the one the package brings along. */
export function newestAttack(home: string): AttackTable {
  const imported = list(attackFolder(home)).map((file) => readAttackFile(file).table);
  return [shippedAttack(), ...imported].sort(compareVersions).at(-1)!;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json.gz'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function parsed(path: string): unknown {
  try {
    const bytes = readFileSync(path);
    return JSON.parse((bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path} is not JSON: ${error.message}`);
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`);
  }
}
