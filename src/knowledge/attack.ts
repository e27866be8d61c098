/** ATT&CK as facts: reading a bundle, the shipped version, and look-ups by name. The forms stand in `attack/table.ts`. */
import type { AttackTable } from './attack/table.ts';
import { loadTable } from './load.ts';

export { type AttackImport, readAttackBundle } from './attack/bundle.ts';
export type { AttackTable } from './attack/table.ts';

/** The version that the package brings along. */
export function shippedAttack(): AttackTable {
  return loadTable<AttackTable>('knowledge/attack.json.gz');
}

/** Whether a parsed file is a table as `readAttackBundle` makes them, and not a bundle. */
export function isAttackTable(value: unknown): value is AttackTable {
  const table = value as Partial<AttackTable> | null;
  return (
    typeof table === 'object' &&
    table?.format === 1 &&
    [table.techniques, table.software, table.groups, table.campaigns, table.sources, table.uses, table.exploits].every(
      Array.isArray,
    )
  );
}

/**
 * Order of versions such as `9.0` and `18.1`; unknown ones come first. For `Array.sort`.
 */
export function compareVersions(a: AttackTable, b: AttackTable): number {
  const parts = ({ version }: AttackTable): number[] => (version ?? '-1').split('.').map(Number);
  const [x, y] = [parts(a), parts(b)];
  return x[0]! - y[0]! || (x[1] ?? 0) - (y[1] ?? 0) || (a.modified < b.modified ? -1 : Number(a.modified > b.modified));
}
