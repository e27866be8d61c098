import { logGamma, normalAbove } from './numerics.ts';
import type { Periods } from './periods.ts';

export interface NegativeBinomial {
  /** Variance = mean + dispersion · mean². 0 is Poisson. */
  readonly dispersion: number;
  readonly ratio: number;
  /** One-sided, from the signed root of the likelihood ratio. */
  readonly p: number;
}

/** Periods on each side from which a dispersion is worth estimating. */
const FEWEST = 8;

/**
 * Two rates with one dispersion, by maximum likelihood (NB2; Cameron and Trivedi, Regression Analysis of Count Data, 2013,
 * chapter 3). Null with fewer than eight periods on a side, or none before or after.
 */
export function negativeBinomial({ before, after }: Periods): NegativeBinomial | null {
  if (before.length < FEWEST || after.length < FEWEST) return null;
  const [m0, m1] = [average(before), average(after)];
  if (m0 === 0 || m1 === 0) return null;
  const pooled = average([...before, ...after]);
  const apart = best((a) => logLikelihood(before, m0, a) + logLikelihood(after, m1, a));
  const together = best((a) => logLikelihood([...before, ...after], pooled, a));
  const root = Math.sqrt(Math.max(0, 2 * (apart.value - together.value)));
  return { dispersion: apart.at, ratio: m1 / m0, p: normalAbove(m1 >= m0 ? root : -root) };
}

/** Log likelihood of counts with a mean and a dispersion; the mean that fits best is the average, whatever the dispersion. */
export function logLikelihood(counts: readonly number[], mean: number, dispersion: number): number {
  if (dispersion < 1e-8) return counts.reduce((l, y) => l + y * Math.log(mean) - mean - logGamma(y + 1), 0);
  const size = 1 / dispersion;
  const log = Math.log(size + mean);
  return counts.reduce(
    (l, y) =>
      l +
      logGamma(y + size) -
      logGamma(size) -
      logGamma(y + 1) +
      size * (Math.log(size) - log) +
      y * (Math.log(mean) - log),
    0,
  );
}

const average = (values: readonly number[]) => values.reduce((x, y) => x + y, 0) / values.length;

/** The dispersion that fits best, looked for by golden section on a log scale, and 0. */
function best(f: (dispersion: number) => number): { at: number; value: number } {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(1e-5), Math.log(100)];
  for (let i = 0; i < 60; i++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (f(Math.exp(a)) > f(Math.exp(b))) high = b;
    else low = a;
  }
  const at = Math.exp((low + high) / 2);
  const [value, plain] = [f(at), f(0)];
  return plain >= value ? { at: 0, value: plain } : { at, value };
}
