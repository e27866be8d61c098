import type { Citation, ListedName, NameEntry, NameList, NameRelation } from '../../model/name.ts';

/** What is read of an object of an ATT&CK STIX bundle. */
export interface AttackObject {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly modified?: string;
  readonly created?: string;
  readonly revoked?: boolean;
  readonly x_mitre_deprecated?: boolean;
  readonly relationship_type?: string;
  readonly source_ref?: string;
  readonly target_ref?: string;
  readonly external_references?: readonly AttackReference[];
}

interface AttackReference {
  readonly source_name?: string;
  readonly external_id?: string;
  readonly description?: string;
  readonly url?: string;
}

/**
 * The names of the groups of an ATT&CK bundle (https://attack.mitre.org/groups/) in MITRE's words, with what MITRE cites for each.
 * `earlier` are older bundles, oldest first: a name is said from the day the first object that has it was last changed. Deprecated
 * groups are left out; revoked ones stay, tied by `same` to what replaced them.
 */
export function attackNames(
  version: string,
  objects: readonly AttackObject[],
  earlier: readonly (readonly AttackObject[])[] = [],
): NameList {
  const groups = objects.filter((it) => it.type === 'intrusion-set' && !it.x_mitre_deprecated && groupId(it));
  const first = firstSaid([...earlier, objects]);
  const byRef = new Map(groups.map((it) => [it.id, groupId(it)!]));
  const said = groups.map((it) => day(it.modified)).sort();
  return {
    list: 'attack/groups',
    version,
    speaker: 'MITRE',
    via: null,
    origin: 'MITRE',
    said: said.at(-1) ?? 'unknown',
    entries: groups.map((it) => entryOf(it, first)),
    relations: objects.flatMap((it) => replacement(it, byRef)),
  };
}

function entryOf(group: AttackObject, first: ReadonlyMap<string, string>): NameEntry {
  const id = groupId(group)!;
  const name = group.name ?? id;
  const references = group.external_references ?? [];
  const bySource = new Map(references.map((it) => [it.source_name, it]));
  const aliases = [...new Set(group.aliases ?? [])].filter((alias) => alias !== name);
  const listed = aliases.map(
    (alias): ListedName => ({
      name: alias,
      coined: null,
      said: first.get(`${group.id} ${alias}`) ?? null,
      citation: citationFor(bySource.get(alias)?.description, bySource),
    }),
  );
  return {
    id,
    other_ids: [group.id.replace('intrusion-set--', '')],
    name,
    names: [...listed, { name: id, coined: 'MITRE', said: day(group.created), citation: null }],
    coined: null,
    url: `https://attack.mitre.org/groups/${id}`,
    country: null,
    sponsors: [],
    victims: [],
    sectors: [],
    references: [],
  };
}

/** The first work that "(Citation: …)" of a name's reference leads to. */
function citationFor(
  text: string | undefined,
  bySource: ReadonlyMap<string | undefined, AttackReference>,
): Citation | null {
  const cited = /\(Citation: ([^)]+)\)/.exec(text ?? '')?.[1];
  if (!cited) return null;
  const found = bySource.get(cited) ?? bySource.get(`${cited.trim()} `) ?? bySource.get(cited.trim());
  return { title: found?.description?.replace(/\s*Retrieved .*$/, '').trim() || cited.trim(), url: found?.url ?? null };
}

function firstSaid(bundles: readonly (readonly AttackObject[])[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const objects of bundles)
    for (const it of objects)
      if (it.type === 'intrusion-set')
        for (const alias of it.aliases ?? []) {
          const key = `${it.id} ${alias}`;
          if (!first.has(key)) first.set(key, day(it.modified));
        }
  return first;
}

function replacement(it: AttackObject, byRef: ReadonlyMap<string, string>): NameRelation[] {
  const from = byRef.get(it.source_ref ?? '');
  const to = byRef.get(it.target_ref ?? '');
  if (it.relationship_type !== 'revoked-by' || !from || !to) return [];
  return [{ from, to, relation: 'same', certainty: 'certain', url: `https://attack.mitre.org/groups/${to}` }];
}

function groupId(it: AttackObject): string | undefined {
  return it.external_references?.find(({ source_name }) => source_name === 'mitre-attack')?.external_id;
}

function day(instant: string | undefined): string {
  return instant?.slice(0, 10) ?? 'unknown';
}
