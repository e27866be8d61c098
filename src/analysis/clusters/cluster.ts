import { mulberry32 } from '../ranking/measures.ts';
import { TOPICS, type Topic } from '../ranking/topics.ts';
import { likeness, type Vectors, vectorsOf, type Weighing } from './likeness.ts';
import { averageLinkage } from './linkage.ts';
import { adjustedRand } from './partitions.ts';

/** An intrusion nobody has named: what was seen, as the ranking's terms. */
export interface Unnamed {
  readonly name: string;
  readonly terms: readonly string[];
  /** Whether rules over logs saw it: techniques alone then tie it to no other such intrusion. */
  readonly byRules?: boolean;
}

export interface Clustering {
  /** Groups of two and more, the most stable first. */
  readonly clusters: readonly Cluster[];
  /** Intrusions like none of the others: not enough to say whose they are. */
  readonly alone: readonly string[];
  /** Intrusions without a term that could be compared. */
  readonly empty: readonly string[];
  /** Mean adjusted Rand index between this grouping and those of resampled items; null with fewer than two intrusions. */
  readonly stability: number | null;
  readonly cut: number;
  readonly rounds: number;
}

export interface Cluster {
  readonly members: readonly string[];
  /** Mean likeness of its pairs, 0 to 1. */
  readonly likeness: number;
  /** Terms that most of its members show, the rarest first. */
  readonly shared: readonly string[];
  /** Topics that all members show: where it is techniques alone, more joins are wrong (docs/BENCHMARKS.md). */
  readonly topics: readonly Topic[];
  /** Mean over resamplings of the best Jaccard index with a group found there (Hennig 2007): below 0.6 it should not be relied on. */
  readonly stability: number;
}

/** Least mean likeness of a group; docs/METHODS.md tells how it was chosen. */
export const CUT = 0.45;

export interface ClusterSettings {
  readonly cut?: number;
  /** Resamplings of items for the stability; 0 leaves it out (then 1). */
  readonly rounds?: number;
  readonly seed?: number;
}

/**
 * Groups intrusions by what was seen in them. Those with the very same terms are always together, the order of intrusions does not matter, and one that is like none
 * stays alone. Stability: each intrusion's terms are drawn again with replacement and everything is grouped anew. Names must differ.
 */
export function clusterIntrusions(
  weighing: Weighing,
  intrusions: readonly Unnamed[],
  { cut = CUT, rounds = 100, seed = 1 }: ClusterSettings = {},
): Clustering {
  // A fixed order makes the result, ties and draws among it, the same however intrusions are listed.
  const sorted = intrusions
    .map(({ name, terms, byRules = false }) => ({ name, byRules, terms: [...new Set(terms)].sort() }))
    .map((one) => ({ ...one, key: one.terms.join('\n') }))
    .sort((a, b) => order(a.key, b.key) || order(a.name, b.name));
  const shown = sorted.filter(({ terms }) => terms.length > 0);
  const vectors = shown.map(({ terms, byRules }) => vectorsOf(weighing, terms, byRules));
  const labels = partition(weighing, vectors, cut);
  const groups = groupsOf(labels);
  const kept = groups.map(() => 0);
  let agreement = 0;
  const random = mulberry32(seed);
  for (let round = 0; round < rounds; round++) {
    const drawn = shown.map(({ terms, byRules }) =>
      vectorsOf(
        weighing,
        terms.map(() => terms[Math.floor(random() * terms.length)]!),
        byRules,
      ),
    );
    const again = partition(weighing, drawn, cut);
    agreement += adjustedRand(labels, again);
    groups.forEach((group, g) => {
      kept[g]! += bestJaccard(group, again);
    });
  }
  const clusters = groups.flatMap((group, g): Cluster[] => {
    if (group.length < 2) return [];
    return [
      {
        members: group.map((i) => shown[i]!.name).sort(order),
        likeness: meanLikeness(
          weighing,
          group.map((i) => vectors[i]!),
        ),
        shared: shared(
          weighing,
          group.map((i) => vectors[i]!),
        ),
        topics: TOPICS.filter((_, t) => group.every((i) => vectors[i]!.norms[t]! > 0)),
        stability: rounds ? kept[g]! / rounds : 1,
      },
    ];
  });
  return {
    clusters: clusters.sort((a, b) => b.stability - a.stability || order(a.members[0]!, b.members[0]!)),
    alone: groups
      .filter((group) => group.length === 1)
      .map(([i]) => shown[i!]!.name)
      .sort(order),
    empty: sorted.filter(({ terms }) => !terms.length).map(({ name }) => name),
    stability: rounds && shown.length > 1 ? agreement / rounds : null,
    cut,
    rounds,
  };
}

/** A cluster number for each; the same numbers mean the same cluster. */
export function partition(weighing: Weighing, vectors: readonly Vectors[], cut: number): number[] {
  return averageLinkage(vectors.length, (a, b) => likeness(weighing, vectors[a]!, vectors[b]!), cut);
}

function groupsOf(labels: readonly number[]): number[][] {
  const groups = new Map<number, number[]>();
  labels.forEach((label, i) => {
    groups.set(label, [...(groups.get(label) ?? []), i]);
  });
  return [...groups.values()];
}

function bestJaccard(group: readonly number[], labels: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const common = new Map<number, number>();
  for (const i of group) common.set(labels[i]!, (common.get(labels[i]!) ?? 0) + 1);
  return Math.max(...[...common].map(([label, both]) => both / (group.length + sizes.get(label)! - both)));
}

function meanLikeness(weighing: Weighing, members: readonly Vectors[]): number {
  let sum = 0;
  for (let i = 0; i < members.length; i++)
    for (let j = i + 1; j < members.length; j++) sum += likeness(weighing, members[i]!, members[j]!) ?? 0;
  return sum / ((members.length * (members.length - 1)) / 2);
}

function shared({ terms, unseenIdf }: Weighing, members: readonly Vectors[]): string[] {
  const counts = new Map<string, number>();
  for (const member of members) for (const term of member.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const idf = (term: string): number => terms.get(term)?.idf ?? unseenIdf;
  return [...counts]
    .filter(([, n]) => n > members.length / 2 && n > 1)
    .map(([term]) => term)
    .sort((a, b) => idf(b) - idf(a) || order(a, b));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
