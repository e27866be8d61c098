import type { NamingPolicy } from '../../model/name.ts';
import { type Counted, countedUnder, sharedNames } from './counted.ts';
import type { NameIndex } from './name-index.ts';
import { Sets } from './sets.ts';
import { forbiddenPairs, joinWithin, type Tie, tiesUnder } from './ties.ts';

/** An actor as a policy has it: names that count as one. */
export interface ActorUnder {
  /** Key of the name it goes by; of several actors with one name, the entry too. */
  readonly id: string;
  readonly name: string;
  /** Numbers of its names; those that other actors carry too come last. */
  readonly names: readonly number[];
  /** How many of `names`, from the end, are carried by other actors too. */
  readonly shared: number;
  /** Entries of lists that are about it (bundle numbers). */
  readonly entries: readonly number[];
}

/** The actors that a policy makes of alias statements. */
export interface NamesUnder {
  readonly policy: NamingPolicy;
  readonly actors: readonly ActorUnder[];
  /** By name number, its actors (indices of `actors`); several for a disputed name. */
  readonly actorsOf: readonly (readonly number[])[];
  /** Names that one list gives to several of its actors, with the entries that carry them. */
  readonly disputed: ReadonlyMap<number, readonly number[]>;
  readonly counted: Counted;
}

/**
 * The actors under a naming policy. Names are joined (union-find) where enough origins tie them; a name that one list gives to
 * several of its actors joins none of them, unless the policy says so, and stands with each; pairs that a counted statement calls
 * distinct never end in one actor: within a group that has such a pair, ties are taken strongest first, and one that would bring the
 * pair together is left out. Depends on the set of statements alone, not on their order. docs/METHODS.md describes it.
 */
export function actorsUnder(policy: NamingPolicy, index: NameIndex): NamesUnder {
  const counted = countedUnder(policy, index);
  const disputed = sharedNames(index, counted);
  const apart: ReadonlyMap<number, readonly number[]> = policy.shared === 'apart' ? disputed : new Map();
  const size = index.keys.length;
  // Nodes are names, then entries: an entry stands for "the actor of that list", also where all its names are carried by others.
  const sets = new Sets(size + index.bundles.length);
  const { ties, attached } = tiesUnder(policy, index, counted, apart);
  for (const { a, b } of ties) sets.join(a, b);
  separate(policy, index, counted, apart, sets, ties);
  return collect(policy, index, counted, disputed, apart, sets, attached);
}

/** Where two names that may not be one have come together, joins their group again, strongest ties first. */
function separate(
  policy: NamingPolicy,
  index: NameIndex,
  counted: Counted,
  apart: ReadonlyMap<number, unknown>,
  sets: Sets,
  ties: readonly Tie[],
): void {
  const forbidden = forbiddenPairs(policy, index, counted, apart).filter(([a, b]) => sets.same(a, b));
  if (forbidden.length === 0) return;
  const groups = new Set(forbidden.map(([a]) => sets.find(a)));
  const within = ties.filter(({ a }) => groups.has(sets.find(a)));
  joinWithin(index, counted, sets, within, forbidden);
}

function collect(
  policy: NamingPolicy,
  index: NameIndex,
  counted: Counted,
  disputed: ReadonlyMap<number, readonly number[]>,
  apart: ReadonlyMap<number, readonly number[]>,
  sets: Sets,
  attached: readonly (readonly [number, number])[],
): NamesUnder {
  const size = index.keys.length;
  const groups = new Map<number, { names: number[]; shared: Set<number>; entries: number[] }>();
  const groupOf = (node: number) => {
    const leader = sets.find(node);
    const group = groups.get(leader) ?? { names: [], shared: new Set(), entries: [] };
    groups.set(leader, group);
    return group;
  };
  for (let name = 0; name < size; name++) if (!apart.has(name)) groupOf(name).names.push(name);
  const oneWord = policy.origins <= 1;
  for (const [at, { entry, head, speaker }] of index.bundles.entries()) {
    if (entry === null) continue;
    const counts = speaker < 0 || counted.speaker[speaker]!;
    // Where one word is enough, an entry is an actor of its own; elsewhere it belongs to whoever has its head.
    if (oneWord && counts) groupOf(size + at).entries.push(at);
    else if (!apart.has(head)) groupOf(head).entries.push(at);
  }
  for (const [name, node] of attached) groupOf(node).shared.add(name);
  const placed = new Set<number>();
  for (const { shared } of groups.values()) for (const name of shared) placed.add(name);
  for (const name of apart.keys()) if (!placed.has(name)) groupOf(name).names.push(name);
  const kept = [...groups.values()].filter(({ names, entries }) => names.length > 0 || entries.length > 0);
  const actors = named(index, counted, kept);
  const actorsOf: number[][] = index.keys.map(() => []);
  for (const [at, { names }] of actors.entries()) for (const name of names) actorsOf[name]!.push(at);
  return { policy, actors, actorsOf, disputed, counted };
}

/** Names the groups, and sorts them by name. */
function named(
  index: NameIndex,
  counted: Counted,
  groups: readonly { names: number[]; shared: ReadonlySet<number>; entries: number[] }[],
): readonly ActorUnder[] {
  const drafts = groups.map(({ names, shared, entries }) => {
    const rank = rankOf(index, counted, entries);
    const order = (a: number, b: number) => rank(b) - rank(a) || (index.keys[a]! < index.keys[b]! ? -1 : 1);
    const all = [...names.sort(order), ...[...shared].sort(order)];
    const heads = entries.map((it) => index.bundles[it]!.head).sort(order);
    const first = names[0] ?? heads[0] ?? all[0]!;
    // A head that others list too still names its own entry's actor.
    const name = heads.length > 0 && !names.some((it) => rank(it) >= HEAD) ? heads[0]! : first;
    const rest = all.filter((it) => it !== name);
    return { name, all: [name, ...rest], shared: rest.filter((it) => shared.has(it)).length, entries };
  });
  const times = new Map<number, number>();
  for (const { name } of drafts) times.set(name, (times.get(name) ?? 0) + 1);
  return drafts
    .map(({ name, all, shared, entries }) => ({
      id: times.get(name)! > 1 ? `${index.keys[name]}@${index.bundles[entries[0]!]?.entry ?? ''}` : index.keys[name]!,
      name: index.spellings[name]!,
      names: all,
      shared,
      entries,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const HEAD = 1000;

/** A name that heads an entry goes before others, one of more statements before one of fewer. */
function rankOf(index: NameIndex, counted: Counted, entries: readonly number[]): (name: number) => number {
  const heads = new Map<number, number>();
  for (const at of entries) {
    const { head, speaker } = index.bundles[at]!;
    const weight = speaker < 0 || counted.speaker[speaker]! ? HEAD : 1;
    heads.set(head, (heads.get(head) ?? 0) + weight);
  }
  return (name) => (heads.get(name) ?? 0) + Math.min(HEAD - 1, index.touching[name]!.length);
}
