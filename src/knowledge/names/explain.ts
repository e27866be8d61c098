import type { AliasShown, NameEffect } from '../../model/actor-view.ts';
import type { NameIndex } from './name-index.ts';
import type { NamesUnder } from './under.ts';

/** What a statement did under the policy, see `NameEffect`. */
export function effectOf(under: NamesUnder, index: NameIndex, statement: number): NameEffect {
  const standing = under.counted.standing[statement]!;
  if (standing !== 'ties') return standing;
  const [a, b] = [index.pairs[2 * statement]!, index.pairs[2 * statement + 1]!];
  const others = under.actorsOf[b]!;
  const together = under.actorsOf[a]!.some((actor) => others.includes(actor));
  const enough = originsOfPair(under, index, a, b) >= under.policy.origins;
  if (together) return enough ? 'ties' : 'origins';
  if (!enough) return 'origins';
  if (under.policy.shared === 'apart' && (under.disputed.has(a) || under.disputed.has(b))) return 'shared';
  return 'overruled';
}

/** The statement with what it did. */
export function shown(under: NamesUnder, index: NameIndex, statement: number): AliasShown {
  return { ...index.statements[statement]!, effect: effectOf(under, index, statement) };
}

/** How many counted origins have both names in one bundle. */
export function originsOfPair(under: NamesUnder, index: NameIndex, a: number, b: number): number {
  const origins = new Set<number>();
  for (const bundle of bundlesOf(under, index, a)) {
    if (index.bundles[bundle]!.statements.some((it) => under.counted.standing[it] === 'ties' && speaksOf(index, it, b)))
      origins.add(index.origins[index.bundles[bundle]!.statements[0]!]!);
  }
  return origins.size;
}

/**
 * Statements about the actor: those within it by name number, and those that lead out of it by the actor they lead to (index of
 * `under.actors`). A name that several actors carry leads nowhere by itself.
 */
export function around(
  under: NamesUnder,
  index: NameIndex,
  actor: number,
): { readonly within: ReadonlyMap<number, readonly number[]>; readonly out: ReadonlyMap<number, readonly number[]> } {
  const own = under.actors[actor]!;
  const members = new Set(own.names);
  const entries = new Set(own.entries);
  const within = new Map<number, number[]>();
  const out = new Map<number, Set<number>>();
  for (const name of own.names) {
    const inside: number[] = [];
    within.set(name, inside);
    for (const at of index.touching[name]!) {
      const other = otherOf(index, at, name);
      // What another actor's entry says of a shared name is not about this one.
      if (members.has(other) && !isOfOthers(index, at, entries, under)) inside.push(at);
      if (!members.has(other) && under.actorsOf[name]!.length === 1)
        for (const leads of under.actorsOf[other]!) out.set(leads, (out.get(leads) ?? new Set()).add(at));
    }
  }
  return { within, out: new Map([...out].map(([leads, all]) => [leads, [...all]])) };
}

function isOfOthers(index: NameIndex, at: number, entries: ReadonlySet<number>, under: NamesUnder): boolean {
  const [entry, second] = index.statements[at]!.entries;
  if (!entry || second) return false;
  const [a, b] = [index.pairs[2 * at]!, index.pairs[2 * at + 1]!];
  return (under.disputed.has(a) || under.disputed.has(b)) && !entries.has(index.bundleOf.get(entry)!);
}

function bundlesOf(under: NamesUnder, index: NameIndex, name: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const at of index.touching[name]!) if (under.counted.standing[at] === 'ties') found.add(index.bundleAt[at]!);
  return found;
}

function speaksOf(index: NameIndex, at: number, name: number): boolean {
  return index.pairs[2 * at] === name || index.pairs[2 * at + 1] === name;
}

function otherOf(index: NameIndex, at: number, name: number): number {
  return index.pairs[2 * at] === name ? index.pairs[2 * at + 1]! : index.pairs[2 * at]!;
}
