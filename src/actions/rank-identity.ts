import { NotFoundError } from '../base/errors.ts';
import type { AttackTable } from '../knowledge/attack.ts';
import { nameKeyOf } from '../knowledge/names/key.ts';
import { indexNames } from '../knowledge/names/name-index.ts';
import { shippedLists } from '../knowledge/names/shipped.ts';
import { aliasStatements, currentLists, entryKey } from '../knowledge/names/statements.ts';
import { actorsUnder } from '../knowledge/names/under.ts';
import type { NamingPolicy } from '../model/name.ts';
import { importedLists } from './name-files.ts';
import { allPolicies } from './name-state.ts';

/** A naming policy by id, or read from a file by the caller. NotFoundError for an unknown one. */
export function policyFor(home: string, given: string | NamingPolicy): NamingPolicy {
  if (typeof given === 'object') return given;
  const all = allPolicies(home);
  const found = all.find(({ id }) => id === given);
  if (found) return found;
  throw new NotFoundError(`there is no naming policy "${given}"; there are ${all.map(({ id }) => id).join(', ')}`);
}

/**
 * Which groups of ATT&CK are one under a policy, by the lists of the package and those imported: group id to the name of its actor. A group whose name
 * several actors carry, or none, stays itself.
 */
export function identityUnder(policy: NamingPolicy, { groups }: AttackTable, home: string): (group: string) => string {
  const lists = [...shippedLists(), ...importedLists(home)];
  const heads = currentLists(lists).flatMap(({ list }) =>
    list.entries.map(({ id, name }) => ({ entry: entryKey(list.list, id), name, speaker: list.speaker })),
  );
  const index = indexNames(aliasStatements(lists), heads);
  const { actors, actorsOf } = actorsUnder(policy, index);
  const named = new Map<string, string>();
  for (const [id, name] of groups) {
    const number = index.numberOf.get(nameKeyOf(name));
    const carriers = number === undefined ? [] : actorsOf[number]!;
    if (carriers.length === 1) named.set(id, actors[carriers[0]!]!.id);
  }
  return (group) => named.get(group) ?? group;
}
