import type { Evidence } from '../../model/weighing/weighing.ts';
import { CREDIBILITY_WEIGHT, RELIABILITY_WEIGHT } from './tables.ts';

export interface Weight {
  /** 0 to 1; null where nothing of the grade can be judged. */
  readonly value: number | null;
  /** What it could be if the part that cannot be judged were worth nothing, or all. */
  readonly low: number;
  readonly high: number;
}

/**
 * How much a piece of evidence counts. Set by hand, that; else the mean of the worths of reliability and credibility. A half that
 * cannot be judged (F, 6) leaves the other half, and a range; both unknown leave no weight at all, and the full range. Evidence
 * that nobody graded counts in full, as in a matrix without grades.
 */
export function weightOf({ weight, grade }: Pick<Evidence, 'weight' | 'grade'>): Weight {
  if (weight !== null) return { value: weight, low: weight, high: weight };
  if (!grade) return { value: 1, low: 1, high: 1 };
  const halves = [RELIABILITY_WEIGHT[grade.reliability], CREDIBILITY_WEIGHT[grade.credibility]];
  const known = halves.filter((half) => half !== null);
  const sum = known.reduce((a, b) => a + b, 0);
  const unknown = halves.length - known.length;
  return {
    value: known.length === 0 ? null : sum / known.length,
    low: sum / halves.length,
    high: (sum + unknown) / halves.length,
  };
}
