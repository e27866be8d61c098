import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AttackTable } from '../knowledge/attack.ts';
import { attackFolder, newestAttack } from './import-attack.ts';

const kept = new Map<string, { readonly mark: string; readonly table: AttackTable }>();

/** The newest version of ATT&CK there is, read again only when the data folder has others. */
export function attackNow(home: string): AttackTable {
  const mark = markOf(attackFolder(home));
  const known = kept.get(home);
  if (known?.mark === mark) return known.table;
  const table = newestAttack(home);
  kept.set(home, { mark, table });
  return table;
}

function markOf(folder: string): string {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
      .join('\n');
  } catch {
    return '';
  }
}
