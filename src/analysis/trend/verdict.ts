import type { Control } from './controls.ts';
import type { Placebo } from './placebo.ts';

/** What may be said of a claim that something rose. */
export const TREND_VERDICTS = ['supported', 'one-party', 'not-testable', 'contradicted'] as const;
export type TrendVerdict = (typeof TREND_VERDICTS)[number];

/** Why, as a code; `words.ts` has the sentences. */
export const REASONS = [
  'no-data',
  'no-comparison',
  'too-few',
  'undecided',
  'control-rose-too',
  'variance',
  'ordinary-day',
  'fell',
  'rise-ruled-out',
  'one-party',
  'significant',
  'sources-disagree',
  'few-scores',
] as const;
export type Reason = (typeof REASONS)[number];

/** What the rules look at, the same for series of events and for counts of periods. */
export interface Evidence {
  readonly counts: {
    readonly before: number;
    readonly after: number;
    readonly exposure: { before: number; after: number };
  } | null;
  readonly interval: readonly [number, number];
  /** One-sided p that decides: corrected for several triggers, and for uneven periods where there are enough of them. */
  readonly p: number;
  readonly p_fall: number;
  /** Variance factors: estimated from periods (null: too few), and the one at which significance is lost. */
  readonly variance: { readonly estimated: number | null; readonly at_loss: number };
  readonly controls: readonly Control[];
  readonly placebo: Placebo | null;
  /** Whether everybody who counted is a party of the dispute. */
  readonly party: boolean;
}

export const RULES = {
  alpha: 0.05,
  /** A rise smaller than this is not what "a rise" means; an interval wholly below it speaks against the claim. */
  smallest_rise: 1.5,
  /** Without periods to estimate it, a result must stand a variance this many times the mean. */
  assumed_variance: 2,
  /** Separate looks from which the rank among other days counts. */
  placebos: 20,
} as const;

/**
 * The rules, in order; the first that fits decides.
 * 1. Nothing counted, or nothing on one side that was looked at: not testable.
 * 2. Even if every event had come after, the test could not have been significant: not testable.
 * 3. Significant, but a control rose as well and the pair no more than it; or counts vary too much; or other days look the same: not testable.
 * 4. Significant: supported, by one party's counts only if nobody else counted.
 * 5. A significant fall, or an interval that ends below the smallest rise that would count: contradicted.
 * 6. Everything else: not testable, for these data decide neither way.
 */
export function judge(evidence: Evidence): { readonly verdict: TrendVerdict; readonly reason: Reason } {
  const { counts, p, p_fall, interval, party } = evidence;
  const { alpha, smallest_rise } = RULES;
  if (!counts) return { verdict: 'not-testable', reason: 'no-comparison' };
  const n = counts.before + counts.after;
  if (n === 0) return { verdict: 'not-testable', reason: 'no-data' };
  if (p <= alpha) {
    const objection = objectionTo(evidence);
    if (objection) return { verdict: 'not-testable', reason: objection };
    return party ? { verdict: 'one-party', reason: 'one-party' } : { verdict: 'supported', reason: 'significant' };
  }
  if (p_fall <= alpha) return { verdict: 'contradicted', reason: 'fell' };
  if (interval[1] < smallest_rise) return { verdict: 'contradicted', reason: 'rise-ruled-out' };
  const share = counts.exposure.after / (counts.exposure.before + counts.exposure.after);
  return { verdict: 'not-testable', reason: share ** n > alpha ? 'too-few' : 'undecided' };
}

function objectionTo({ controls, variance, placebo, counts }: Evidence): Reason | null {
  const { alpha, assumed_variance, placebos } = RULES;
  const { before, after } = counts!.exposure;
  if (controls.some((c) => c.p > alpha && c.after * before > c.before * after)) return 'control-rose-too';
  if (variance.at_loss < (variance.estimated ?? assumed_variance)) return 'variance';
  if (placebo && placebo.separate >= placebos && placebo.p > alpha) return 'ordinary-day';
  return null;
}

/** One verdict of several sources: agreement keeps it, support against contradiction cannot be decided. */
export function together(verdicts: readonly TrendVerdict[]): TrendVerdict {
  const says = (verdict: TrendVerdict) => verdicts.includes(verdict);
  if (says('contradicted') && (says('supported') || says('one-party'))) return 'not-testable';
  return (['supported', 'one-party', 'contradicted'] as const).find(says) ?? 'not-testable';
}
