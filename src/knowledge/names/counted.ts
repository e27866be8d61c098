import type { NamingPolicy } from '../../model/name.ts';
import { CERTAINTIES } from '../../model/statement.ts';
import { nameKeyOf } from './key.ts';
import type { NameIndex } from './name-index.ts';

/** What a policy makes of a statement before anything is joined. */
export type Standing = 'ties' | 'forbids' | 'speaker' | 'certainty' | 'relation';

/** Whose word and which statements count under a policy. */
export interface Counted {
  /** By speaker number. */
  readonly speaker: readonly boolean[];
  /** By statement number: `ties` and `forbids` count; the others say why not. */
  readonly standing: readonly Standing[];
}

export function countedUnder(policy: NamingPolicy, index: NameIndex): Counted {
  const wanted = policy.speakers === 'all' ? null : new Set(policy.speakers.map(nameKeyOf));
  const speaker = index.speakers.map((name) => wanted?.has(nameKeyOf(name)) ?? true);
  const least = CERTAINTIES.indexOf(policy.least);
  const standing = index.statements.map(({ relation }, at): Standing => {
    if (!speaker[index.speakerOf[at]!]) return 'speaker';
    if (index.certainty[at]! > least) return 'certainty';
    if (relation === 'distinct') return policy.forbids > 0 ? 'forbids' : 'relation';
    return policy.joins.includes(relation) ? 'ties' : 'relation';
  });
  return { speaker, standing };
}

/**
 * Names that one list, of a speaker that counts, gives to several of its actors. Entries that the list itself calls the same are
 * one actor. By name number, the entries (bundle numbers) that carry it.
 */
export function sharedNames(index: NameIndex, counted: Counted): ReadonlyMap<number, readonly number[]> {
  const actor = ownActors(index, counted);
  const lists = new Map<string, number>();
  // By list and name, the first entry that carries it, plus one.
  const carriers: Int32Array[] = [];
  const shared = new Map<number, readonly number[]>();
  const carry = (name: number, first: Int32Array, bundle: number): void => {
    const known = first[name]! - 1;
    if (known < 0) first[name] = bundle + 1;
    else if (known !== bundle && actor(known) !== actor(bundle)) {
      const all = shared.get(name) ?? [known];
      if (!all.includes(bundle)) shared.set(name, [...all, bundle]);
    }
  };
  for (let at = 0; at < index.bundles.length; at++) {
    const { list, head, speaker, statements } = index.bundles[at]!;
    if (list === null || (speaker >= 0 && !counted.speaker[speaker])) continue;
    const number = lists.get(list) ?? lists.size;
    lists.set(list, number);
    carriers[number] ??= new Int32Array(index.keys.length);
    const first = carriers[number];
    carry(head, first, at);
    for (const statement of statements)
      if (counted.speaker[index.speakerOf[statement]!]) carry(index.pairs[2 * statement + 1]!, first, at);
  }
  return shared;
}

/** By bundle, the first of the entries that their own list calls the same actor. */
function ownActors(index: NameIndex, counted: Counted): (bundle: number) => number {
  const leader = new Map<number, number>();
  const find = (at: number): number => {
    let i = at;
    while (leader.has(i)) i = leader.get(i)!;
    return i;
  };
  for (const [at, { entries, relation }] of index.statements.entries()) {
    const [a, b] = entries;
    if (relation !== 'same' || a === null || b === null || !counted.speaker[index.speakerOf[at]!]) continue;
    const [x, y] = [find(index.bundleOf.get(a)!), find(index.bundleOf.get(b)!)];
    if (x !== y && index.bundles[x]!.list === index.bundles[y]!.list) leader.set(Math.max(x, y), Math.min(x, y));
  }
  return find;
}
