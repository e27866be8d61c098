import { normalAbove, Z95 } from './numerics.ts';
import type { Periods } from './periods.ts';

export interface Interrupted {
  /** Rate ratio of the step at the day, with a 95 % interval, and its one-sided p. */
  readonly level: { readonly ratio: number; readonly interval: readonly [number, number]; readonly p: number };
  /** Change of the trend per period, as a ratio. */
  readonly slope: { readonly ratio: number; readonly interval: readonly [number, number] };
  /** Variance over mean, at least 1: standard errors are widened by it. */
  readonly variance_factor: number;
  readonly seasonal: boolean;
}

const FEWEST = 8;
const LEAST_MEAN = 0.9;

/**
 * Segmented log-linear regression of counts on time, a step and a change of slope at the day, with a yearly wave when there are
 * two years of months (Wagner et al., Journal of Clinical Pharmacy and Therapeutics 2002; Bernal et al., International Journal of
 * Epidemiology 2017), standard errors quasi-Poisson. Null with fewer than eight periods on a side or a mean well below one.
 */
export function interrupted({ before, after, days }: Periods): Interrupted | null {
  const n = before.length + after.length;
  const counts = [...before, ...after];
  if (before.length < FEWEST || after.length < FEWEST) return null;
  if (average(before) < LEAST_MEAN || average(after) < LEAST_MEAN) return null;
  const perYear = 365.25 / days;
  const seasonal = n >= 2 * perYear && perYear >= 6;
  const rows = counts.map((_, i) => {
    const late = i >= before.length ? 1 : 0;
    const row = [1, i / n, late, late * (i - before.length)];
    if (seasonal) row.push(Math.sin((2 * Math.PI * i) / perYear), Math.cos((2 * Math.PI * i) / perYear));
    return row;
  });
  const fit = poissonRegression(rows, counts);
  if (!fit) return null;
  const factor = Math.max(1, fit.pearson / (n - rows[0]!.length));
  const effect = (k: number) => {
    const [b, error] = [fit.coefficients[k]!, Math.sqrt(factor * fit.covariance[k]![k]!)];
    return {
      ratio: Math.exp(b),
      interval: [Math.exp(b - Z95 * error), Math.exp(b + Z95 * error)] as const,
      z: b / error,
    };
  };
  const { z, ...level } = effect(2);
  const { z: _, ...slope } = effect(3);
  return { level: { ...level, p: normalAbove(z) }, slope, variance_factor: factor, seasonal };
}

interface Fit {
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly pearson: number;
}

/** Poisson regression with a log link by iteratively reweighted least squares; null when it does not settle. */
export function poissonRegression(rows: readonly (readonly number[])[], counts: readonly number[]): Fit | null {
  const k = rows[0]!.length;
  let b = new Array<number>(k).fill(0);
  b[0] = Math.log(average(counts) || 0.5);
  for (let step = 0; step < 50; step++) {
    const gram = Array.from({ length: k }, () => new Array<number>(k).fill(0));
    const score = new Array<number>(k).fill(0);
    for (const [i, row] of rows.entries()) {
      const mean = Math.exp(Math.min(30, dot(row, b)));
      for (let p = 0; p < k; p++) {
        score[p]! += row[p]! * (counts[i]! - mean);
        for (let q = 0; q < k; q++) gram[p]![q]! += row[p]! * row[q]! * mean;
      }
    }
    const covariance = inverse(gram);
    if (!covariance) return null;
    const change = covariance.map((row) => dot(row, score));
    b = b.map((value, i) => value + Math.max(-3, Math.min(3, change[i]!)));
    if (Math.max(...change.map(Math.abs)) < 1e-9) {
      const pearson = rows.reduce((sum, row, i) => {
        const mean = Math.exp(dot(row, b));
        return sum + (counts[i]! - mean) ** 2 / mean;
      }, 0);
      return { coefficients: b, covariance, pearson };
    }
  }
  return null;
}

const average = (values: readonly number[]) => values.reduce((x, y) => x + y, 0) / values.length;
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** Gauss and Jordan; null for a singular matrix. The matrices here have four to six rows. */
function inverse(matrix: readonly (readonly number[])[]): number[][] | null {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(work[r]![i]!) > Math.abs(work[pivot]![i]!)) pivot = r;
    [work[i], work[pivot]] = [work[pivot]!, work[i]!];
    const top = work[i]![i]!;
    if (Math.abs(top) < 1e-12) return null;
    for (let c = 0; c < 2 * n; c++) work[i]![c]! /= top;
    for (let r = 0; r < n; r++) {
      const factor = work[r]![i]!;
      if (r === i || factor === 0) continue;
      for (let c = 0; c < 2 * n; c++) work[r]![c]! -= factor * work[i]![c]!;
    }
  }
  return work.map((row) => row.slice(n));
}
