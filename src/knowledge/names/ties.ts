import type { NamingPolicy } from '../../model/name.ts';
import type { Counted } from './counted.ts';
import type { Bundle, NameIndex } from './name-index.ts';
import type { Sets } from './sets.ts';

/** Two nodes that a policy joins. Nodes are name numbers, then entries (number of names + number of the bundle). */
export interface Tie {
  readonly a: number;
  readonly b: number;
  /** What goes before the count of origins: an entry and the name that heads it. */
  readonly strength: number;
}

export interface Ties {
  readonly ties: readonly Tie[];
  /** Names that several actors carry, with a node of each actor they stand with. */
  readonly attached: readonly (readonly [number, number])[];
}

/** What a policy joins, and which names stand with several actors (`apart`) beside whom. */
export function tiesUnder(
  policy: NamingPolicy,
  index: NameIndex,
  counted: Counted,
  apart: ReadonlyMap<number, unknown>,
): Ties {
  return policy.origins <= 1 ? byOneWord(index, counted, apart) : byOrigins(policy.origins, index, counted, apart);
}

/** One word is enough: every name of an entry goes with the entry, both names of a bare pair with each other. */
function byOneWord(index: NameIndex, counted: Counted, apart: ReadonlyMap<number, unknown>): Ties {
  const size = index.keys.length;
  const ties: Tie[] = [];
  const attached: [number, number][] = [];
  const tie = (name: number, node: number, strength: number): void => {
    if (apart.has(name)) attached.push([name, node]);
    else ties.push({ a: name, b: node, strength });
  };
  for (const [at, bundle] of index.bundles.entries()) {
    const { entry, head, speaker, statements } = bundle;
    if (entry !== null) {
      if (speaker < 0 || counted.speaker[speaker]!) tie(head, size + at, HEADS);
      for (const it of statements) if (counted.standing[it] === 'ties') tie(index.pairs[2 * it + 1]!, size + at, 0);
      continue;
    }
    const it = statements[0]!;
    if (counted.standing[it] !== 'ties') continue;
    const [a, b] = nodesOf(index, it, apart);
    if (!apart.has(a)) tie(b, a, 0);
    else if (!apart.has(b)) tie(a, b, 0);
  }
  return { ties, attached };
}

/** An entry's head is its own name: no other tie is as strong. */
const HEADS = 1_000_000;

/** Several origins are needed: a pair of names is joined where so many origins have both in one bundle. */
function byOrigins(needed: number, index: NameIndex, counted: Counted, apart: ReadonlyMap<number, unknown>): Ties {
  const supported = originsOfNames(index, counted);
  const size = index.keys.length;
  const first = new Map<number, number>();
  const more = new Map<number, Set<number>>();
  for (const bundle of index.bundles) {
    const members = membersOf(index, counted, bundle).filter((name) => supported[name]! >= needed);
    const origin = bundle.statements.length > 0 ? index.origins[bundle.statements[0]!]! : -1;
    for (let i = 0; i < members.length; i++)
      for (let j = i + 1; j < members.length; j++) {
        const [a, b] = [Math.min(members[i]!, members[j]!), Math.max(members[i]!, members[j]!)];
        const key = a * size + b;
        const known = first.get(key);
        if (known === undefined) first.set(key, origin);
        else if (known !== origin) {
          const others = more.get(key);
          if (others) others.add(origin);
          else more.set(key, new Set([known, origin]));
        }
      }
  }
  const ties: Tie[] = [];
  const attached: [number, number][] = [];
  for (const [key, origins] of more) {
    if (origins.size < needed) continue;
    const [a, b] = [Math.floor(key / size), key % size];
    if (!apart.has(a) && !apart.has(b)) ties.push({ a, b, strength: 0 });
    else if (!apart.has(a)) attached.push([b, a]);
    else if (!apart.has(b)) attached.push([a, b]);
  }
  return { ties, attached };
}

/** Of every name, by how many origins it is tied to anything: most names have one and need no more looking at. */
function originsOfNames(index: NameIndex, counted: Counted): Uint16Array {
  const seen = new Map<number, Set<number>>();
  const last = new Int32Array(index.keys.length).fill(-1);
  const counts = new Uint16Array(index.keys.length);
  for (const [at, standing] of counted.standing.entries()) {
    if (standing !== 'ties') continue;
    const origin = index.origins[at]!;
    for (const side of [0, 1]) {
      const name = index.pairs[2 * at + side]!;
      if (last[name] === origin) continue;
      if (last[name] === -1) {
        last[name] = origin;
        counts[name] = 1;
        continue;
      }
      const set = seen.get(name) ?? new Set([last[name]!]);
      seen.set(name, set.add(origin));
      counts[name] = set.size;
    }
  }
  return counts;
}

function membersOf(index: NameIndex, counted: Counted, { statements }: Bundle): number[] {
  const members = new Set<number>();
  for (const it of statements)
    if (counted.standing[it] === 'ties') members.add(index.pairs[2 * it]!).add(index.pairs[2 * it + 1]!);
  return [...members];
}

/** The nodes a statement speaks of: a name, or the entry where the name is carried by several. */
function nodesOf(index: NameIndex, statement: number, apart: ReadonlyMap<number, unknown>): [number, number] {
  const { entries } = index.statements[statement]!;
  const node = (side: 0 | 1): number => {
    const name = index.pairs[2 * statement + side]!;
    const entry = entries[side];
    return apart.has(name) && entry ? index.keys.length + index.bundleOf.get(entry)! : name;
  };
  return [node(0), node(1)];
}

/** Pairs of nodes that enough counted origins call distinct. */
export function forbiddenPairs(
  policy: NamingPolicy,
  index: NameIndex,
  counted: Counted,
  apart: ReadonlyMap<number, unknown>,
): (readonly [number, number])[] {
  const said = new Map<string, { readonly pair: readonly [number, number]; readonly origins: Set<number> }>();
  for (const [at, standing] of counted.standing.entries()) {
    if (standing !== 'forbids') continue;
    const pair = nodesOf(index, at, apart).sort((a, b) => a - b) as [number, number];
    const key = pair.join(' ');
    const known = said.get(key) ?? { pair, origins: new Set() };
    known.origins.add(index.origins[at]!);
    said.set(key, known);
  }
  return [...said.values()]
    .filter(({ pair: [a, b], origins }) => a !== b && origins.size >= policy.forbids)
    .map(({ pair }) => pair);
}

/**
 * Joins the given ties again from nothing, strongest first, leaving out each that would bring a forbidden pair together. Of equal
 * strength, the pair whose names come first goes first.
 */
export function joinWithin(
  index: NameIndex,
  counted: Counted,
  sets: Sets,
  ties: readonly Tie[],
  forbidden: readonly (readonly [number, number])[],
): void {
  const nodes = new Set(ties.flatMap(({ a, b }) => [a, b]));
  sets.reset(nodes);
  const enemies = new Map<number, Set<number>>();
  const oppose = (a: number, b: number): void => {
    enemies.set(a, (enemies.get(a) ?? new Set()).add(b));
  };
  for (const [a, b] of forbidden) {
    oppose(a, b);
    oppose(b, a);
  }
  const label = (node: number): string => index.keys[node] ?? index.bundles[node - index.keys.length]!.entry!;
  const words = new Map([...nodes].map((node) => [node, label(node)]));
  const ordered = ties
    .map((tie) => ({ ...tie, strength: tie.strength + originsOf(index, counted, tie) }))
    .sort(
      (s, t) =>
        t.strength - s.strength ||
        compare(words.get(s.a)!, words.get(t.a)!) ||
        compare(words.get(s.b)!, words.get(t.b)!),
    );
  for (const { a, b } of ordered) {
    const [x, y] = [sets.find(a), sets.find(b)];
    if (x === y || [...(enemies.get(x) ?? [])].some((it) => sets.find(it) === y)) continue;
    const all = new Set([...(enemies.get(x) ?? []), ...(enemies.get(y) ?? [])]);
    enemies.set(sets.join(x, y), all);
  }
}

/** How many origins tie the two names of a tie; an entry stands for the name that heads it. */
function originsOf(index: NameIndex, counted: Counted, { a, b }: Tie): number {
  const [x, y] = [a, b].map((it) => (it < index.keys.length ? it : index.bundles[it - index.keys.length]!.head));
  const origins = new Set<number>();
  for (const at of index.touching[x!]!) {
    const other = index.pairs[2 * at] === x ? index.pairs[2 * at + 1] : index.pairs[2 * at];
    if (other === y && counted.standing[at] === 'ties') origins.add(index.origins[at]!);
  }
  return origins.size;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
