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

interface Group {
  readonly names: number[];
  readonly shared: number[];
  readonly entries: number[];
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
  const groups: Group[] = [];
  const groupAt = new Int32Array(size + index.bundles.length).fill(-1);
  const groupOf = (node: number): Group => {
    const leader = sets.find(node);
    if (groupAt[leader] === -1) {
      groupAt[leader] = groups.length;
      groups.push({ names: [], shared: [], entries: [] });
    }
    return groups[groupAt[leader]!]!;
  };
  for (let name = 0; name < size; name++) if (!apart.has(name)) groupOf(name).names.push(name);
  const oneWord = policy.origins <= 1;
  for (let at = 0; at < index.bundles.length; at++) {
    const { entry, head, speaker } = index.bundles[at]!;
    if (entry === null) continue;
    const counts = speaker < 0 || counted.speaker[speaker]!;
    // Where one word is enough, an entry is an actor of its own; elsewhere it belongs to whoever has its head.
    if (oneWord && counts) groupOf(size + at).entries.push(at);
    else if (!apart.has(head)) groupOf(head).entries.push(at);
  }
  const placed = new Set<number>();
  for (const [name, node] of attached) {
    const { shared } = groupOf(node);
    if (!shared.includes(name)) shared.push(name);
    placed.add(name);
  }
  for (const name of apart.keys()) if (!placed.has(name)) groupOf(name).names.push(name);
  const actors = named(index, counted, groups);
  const actorsOf: number[][] = Array.from({ length: size }, () => []);
  for (let at = 0; at < actors.length; at++) for (const name of actors[at]!.names) actorsOf[name]!.push(at);
  return { policy, actors, actorsOf, disputed, counted };
}

interface Draft extends Omit<ActorUnder, 'id' | 'name'> {
  readonly called: number;
}

/** Names the groups, and sorts them by name. */
function named(index: NameIndex, counted: Counted, groups: readonly Group[]): readonly ActorUnder[] {
  const rank = Float64Array.from(index.touching, (it) => Math.min(HEAD - 1, it.length));
  const byName: Draft[][] = Array.from({ length: index.keys.length }, () => []);
  for (const group of groups) {
    if (group.names.length === 0 && group.entries.length === 0) continue;
    const draft =
      group.names.length === 1 && group.shared.length === 0 ? alone(group) : drafted(index, counted, group, rank);
    byName[index.order[draft.called]!]!.push(draft);
  }
  return byName.flatMap((drafts) =>
    drafts
      .map(({ called, ...draft }): ActorUnder => {
        const key = index.keys[called]!;
        const id = drafts.length > 1 ? `${key}@${index.bundles[draft.entries[0]!]?.entry ?? ''}` : key;
        return { id, name: index.spellings[called]!, ...draft };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

const HEAD = 1000;

function alone({ names, entries }: Group): Draft {
  return { called: names[0]!, names, shared: 0, entries };
}

/** A name that heads an entry goes before others, one of more statements before one of fewer. */
function drafted(index: NameIndex, counted: Counted, { names, shared, entries }: Group, rank: Float64Array): Draft {
  for (const at of entries) rank[index.bundles[at]!.head]! += weightOf(index, counted, at);
  const order = (a: number, b: number): number => rank[b]! - rank[a]! || index.order[a]! - index.order[b]!;
  const all = [...names.sort(order), ...shared.sort(order)];
  const heads = entries.map((it) => index.bundles[it]!.head).sort(order);
  // A head that others list too still names its own entry's actor.
  const own = heads.length > 0 && !names.some((it) => rank[it]! >= HEAD) ? heads[0]! : (names[0] ?? all[0]!);
  for (const at of entries) rank[index.bundles[at]!.head]! -= weightOf(index, counted, at);
  const rest = all.filter((it) => it !== own);
  return { called: own, names: [own, ...rest], shared: rest.filter((it) => shared.includes(it)).length, entries };
}

function weightOf(index: NameIndex, counted: Counted, bundle: number): number {
  const { speaker } = index.bundles[bundle]!;
  return speaker < 0 || counted.speaker[speaker]! ? HEAD : 1;
}
