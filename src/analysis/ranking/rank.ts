import { compare, FEATURES_OF, type Feature, partsOf } from './features.ts';
import { believe, type RankingModel, sharpnessFor } from './model.ts';
import type { Profiles } from './profiles.ts';
import { TOPICS, type Topic, topicOf } from './topics.ts';

/** A short list of candidates for what was seen, with the reasons. */
export interface Ranking {
  readonly ranking: readonly Ranked[];
  /** Probability of somebody who is not among the candidates. */
  readonly none: number;
  readonly coverage: Coverage;
}

export interface Ranked {
  readonly actor: string;
  readonly probability: number;
  /** What speaks for (above 0) and against it beside the average candidate, in natural-log odds; strongest first. They sum to its log odds against that candidate. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  /** A term, or `activity` and `profileSize`: how often and how well known it is, whatever was seen. */
  readonly item: string;
  readonly weight: number;
  /** The features behind it that weigh most. */
  readonly by: readonly Feature[];
}

/** What could be compared: a topic that one side is silent on says nothing. */
export interface Coverage {
  readonly topics: Readonly<Partial<Record<Topic, { readonly seen: number; readonly known: number }>>>;
  /** Items that no candidate is known for. */
  readonly unknown: readonly string[];
}

export interface RankOptions {
  readonly listed?: number;
  /** When it was seen. */
  readonly year?: number | null;
  /** How often the asker expects groups that are no candidates, 0 to 1; what the model was learned with when absent. */
  readonly unknownShare?: number | null;
}

/** How many candidates come with reasons unless the caller says otherwise. */
const LISTED = 10;

/**
 * Ranks all candidates for what was seen (terms: technique and software ids, CVE numbers, `sector:…`, `country:…`, infrastructure). Repetitions count once.
 * `year` is when it was seen (2024.5), if that is known: the longer after the end of the facts, the likelier is somebody new.
 * Without anything that can be compared, the order is that of activity and `none` is as likely as it was in training.
 */
export function rankActors(
  profiles: Profiles,
  model: RankingModel,
  items: readonly string[],
  { listed = LISTED, year = null, unknownShare = null }: RankOptions = {},
): Ranking {
  const seen = [...new Set(items)];
  const comparison = compare(profiles, seen, year);
  const { probabilities, none } = believe(model, comparison, unknownShare);
  const order = Array.from(probabilities.keys())
    .sort((a, b) => probabilities[b]! - probabilities[a]! || a - b)
    .slice(0, listed);
  const reasons = order.map((): Reason[] => []);
  const sharp = sharpnessFor(model, comparison);
  const weightOf = (f: Feature): number => sharp * model.weights[f];
  const take = (
    item: string,
    parts: Readonly<Partial<Record<Feature, Float64Array>>>,
    features: readonly Feature[],
  ): void => {
    const mean = features.map((f) => weightOf(f) && average(parts[f]!));
    order.forEach((candidate, i) => {
      const weighed = features.map((f, k) => weightOf(f) && weightOf(f) * (parts[f]![candidate]! - mean[k]!));
      const weight = weighed.reduce((a, x) => a + x, 0);
      const by = features.filter((_, k) => Math.abs(weighed[k]!) >= Math.abs(weight) / 4 && weighed[k]! * weight > 0);
      reasons[i]!.push({ item, weight, by });
    });
  };
  for (const item of seen) {
    const weighing = FEATURES_OF[topicOf(item)].filter((f) => model.weights[f] !== 0);
    take(item, partsOf(profiles, comparison, item), weighing);
  }
  for (const feature of ['activity', 'profileSize'] as const) take(feature, comparison.values, [feature]);
  return {
    ranking: order.map((candidate, i) => ({
      actor: profiles.candidates[candidate]!,
      probability: probabilities[candidate]!,
      reasons: reasons[i]!.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    })),
    none,
    coverage: coverageOf(profiles, seen),
  };
}

/**
 * The list under a naming policy: candidates that the policy holds to be one share a line, whose probability is the sum. `identity` names the actor a candidate is
 * under the policy. Reasons are those of the likeliest member.
 */
export function underPolicy(
  ranking: readonly Ranked[],
  identity: (candidate: string) => string,
): readonly (Ranked & { readonly members: readonly string[] })[] {
  const lines = new Map<string, Ranked & { members: string[] }>();
  for (const ranked of ranking) {
    const actor = identity(ranked.actor);
    const line = lines.get(actor);
    if (line) {
      line.members.push(ranked.actor);
      lines.set(actor, { ...line, probability: line.probability + ranked.probability });
    } else lines.set(actor, { ...ranked, actor, members: [ranked.actor] });
  }
  return [...lines.values()].sort((a, b) => b.probability - a.probability);
}

function coverageOf(profiles: Profiles, items: readonly string[]): Coverage {
  const topics: Partial<Record<Topic, { seen: number; known: number }>> = {};
  for (const topic of TOPICS) {
    const own = items.filter((item) => topicOf(item) === topic);
    if (own.length) topics[topic] = { seen: own.length, known: own.filter((item) => profiles.terms.has(item)).length };
  }
  return { topics, unknown: items.filter((item) => !profiles.terms.has(item)) };
}

function average(values: Float64Array): number {
  let sum = 0;
  for (const x of values) sum += x;
  return sum / values.length;
}
