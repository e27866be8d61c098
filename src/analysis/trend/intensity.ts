import { mannWhitney, meansPermuted, type RankTest } from './ranks.ts';

/** Scores of events on one scale, before and after; scales are never mixed. */
export interface Scored {
  readonly scheme: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface IntensityFindings {
  readonly scheme: string;
  readonly n: { readonly before: number; readonly after: number };
  readonly mean: { readonly before: number | null; readonly after: number | null };
  readonly ranks: RankTest | null;
  /** One-sided p of the difference of means under permutation. */
  readonly p_means: number | null;
  readonly measurable: boolean;
}

/** Events on each side below which nothing is said of intensity. */
export const FEWEST_SCORED = 10;

/** Whether scores rose. With fewer than ten scored events on a side the tests are not run. */
export function measureIntensity({ scheme, before, after }: Scored): IntensityFindings {
  const measurable = before.length >= FEWEST_SCORED && after.length >= FEWEST_SCORED;
  return {
    scheme,
    n: { before: before.length, after: after.length },
    mean: { before: average(before), after: average(after) },
    ranks: measurable ? mannWhitney(before, after) : null,
    p_means: measurable ? meansPermuted(before, after) : null,
    measurable,
  };
}

const average = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((x, y) => x + y, 0) / values.length;
