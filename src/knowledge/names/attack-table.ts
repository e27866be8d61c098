import type { Citation, NameList } from '../../model/name.ts';
import type { AttackTable } from '../attack/table.ts';

/** The names of the groups of an ATT&CK version as a list in MITRE's words; every name is said by the table's last day. */
export function namesOfAttack(table: AttackTable): NameList {
  const cited = (sources: readonly number[]): Citation | null => {
    const source = sources[0] === undefined ? undefined : table.sources[sources[0]];
    return source ? { title: source[0], url: source[1] } : null;
  };
  return {
    list: 'attack/groups',
    version: table.version ?? table.modified,
    speaker: 'MITRE',
    via: null,
    origin: 'MITRE',
    said: table.modified,
    entries: table.groups.map(([id, name, aliases]) => ({
      id,
      other_ids: [],
      name,
      names: [
        ...aliases.map(([alias, sources]) => ({ name: alias, coined: null, said: null, citation: cited(sources) })),
        { name: id, coined: 'MITRE', said: null, citation: null },
      ],
      coined: null,
      url: `https://attack.mitre.org/groups/${id}`,
      country: null,
      sponsors: [],
      victims: [],
      sectors: [],
      references: [],
    })),
    relations: [],
  };
}
