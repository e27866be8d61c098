import { type Comparison, FEATURES, type Feature } from './features.ts';
import { softmax } from './train.ts';

/** Signs that the group is among the candidates at all, one number a question. */
export const SIGNALS = ['strengthWithin', 'containedWithin', 'strengthAfter', 'after', 'lateness'] as const;
export type Signal = (typeof SIGNALS)[number];

/** Learned weights; `data/knowledge/ranking.json` holds the shipped ones and how they came about. */
export interface RankingModel {
  readonly version: string;
  /** What they were learned from, in words. */
  readonly trained: string;
  readonly weights: Readonly<Record<Feature, number>>;
  /** What utilities are multiplied with, for what was seen while the facts were gathered and after: likeness tells less of later days. */
  readonly sharpness: { readonly within: number; readonly after: number };
  /** Logit of "the group is known": weights of the signals and the intercept. */
  readonly known: { readonly weights: Readonly<Record<Signal, number>>; readonly intercept: number };
  /** Share of unknown groups among the questions learned from, by the year since the facts ended (0: while they were gathered, 1: in the first year after). */
  readonly unknownShare: readonly number[];
  /** The same in the year after a day when facts of a younger table are taken as they stood on that day: the table has entries for groups that became known since. */
  readonly unknownThen: number;
}

/** Utility of each candidate: the weighted sum of its features. */
export function utilities(model: Pick<RankingModel, 'weights'>, { values }: Comparison): Float64Array {
  const sum = new Float64Array(values.activity.length);
  for (const feature of FEATURES) {
    const weight = model.weights[feature];
    if (!weight) continue;
    const column = values[feature];
    for (let c = 0; c < sum.length; c++) sum[c]! += weight * column[c]!;
  }
  return sum;
}

/** Nothing was learned about later days than this many years after the facts ended. */
export const LATEST = 4;

/** The signals of a question; `utility` by candidate. */
export function signalsOf({ late, contained }: Comparison, utility: Float64Array): Record<Signal, number> {
  const top = most(utility);
  let sum = 0;
  let exponentials = 0;
  for (const u of utility) {
    sum += u;
    exponentials += Math.exp(u - top);
  }
  // How far the good candidates stand out from the average one. It tells less when the facts ended before.
  const strength = top + Math.log(exponentials) - sum / utility.length;
  const after = late > 0 ? 1 : 0;
  return {
    strengthWithin: after ? 0 : strength,
    containedWithin: after ? 0 : contained,
    strengthAfter: after ? strength : 0,
    after,
    // The longer ago the facts ended, the more groups have appeared since.
    lateness: Math.min(LATEST, late),
  };
}

/** Share of unknown groups that the model expects when facts ended so many years before. */
export function expectedUnknown({ unknownShare }: Pick<RankingModel, 'unknownShare'>, late: number): number {
  const at = Math.ceil(late);
  return unknownShare[Math.min(at, unknownShare.length - 1)]!;
}

export interface Belief {
  /** By candidate; with `none` they sum to one. */
  readonly probabilities: Float64Array;
  readonly none: number;
  readonly utility: Float64Array;
}

/**
 * Probabilities of all candidates and of "none of these": P(known) by logistic regression, shared out among candidates by conditional logit. With `unknownShare`, a share of
 * unknown groups that the asker expects, the odds are moved from the share learned with to that one (Saerens, Latinne and Decaestecker 2002).
 */
export function believe(model: RankingModel, comparison: Comparison, unknownShare: number | null = null): Belief {
  const utility = utilities(model, comparison);
  const signals = signalsOf(comparison, utility);
  let logit = SIGNALS.reduce((a, s) => a + model.known.weights[s] * signals[s], model.known.intercept);
  if (unknownShare !== null)
    logit += oddsOf(expectedUnknown(model, comparison.late)) - oddsOf(Math.min(0.999, Math.max(0.001, unknownShare)));
  const known = 1 / (1 + Math.exp(-logit));
  const sharp = sharpnessFor(model, comparison);
  const probabilities = softmax(utility.map((u) => sharp * u));
  for (let c = 0; c < probabilities.length; c++) probabilities[c]! *= known;
  return { probabilities, none: 1 - known, utility };
}

/** See `RankingModel.sharpness`. */
export function sharpnessFor({ sharpness }: Pick<RankingModel, 'sharpness'>, { late }: Comparison): number {
  return late > 0 ? sharpness.after : sharpness.within;
}

function oddsOf(share: number): number {
  return Math.log(share / (1 - share));
}

function most(values: Float64Array): number {
  let top = -Infinity;
  for (const x of values) if (x > top) top = x;
  return top;
}
