import { binomialAtLeast, binomialAtMost, clopperPearson, Z95 } from './numerics.ts';

/** Events counted before and after a day, with the time each was counted over, in any unit as long as it is the same for both. */
export interface Counts {
  readonly before: number;
  readonly after: number;
  readonly exposure: { readonly before: number; readonly after: number };
}

export interface RateRatio {
  /** Rate after over rate before; Infinity with none before, null with none at all. */
  readonly ratio: number | null;
  readonly interval: readonly [number, number];
  /** One-sided, against "no rise". */
  readonly p: number;
  /** One-sided the other way, against "no fall". */
  readonly p_fall: number;
}

/**
 * Exact conditional comparison of two Poisson rates: given all n = before + after events, `after` is binomial with the share of
 * time that lies after (Przyborowski and Wilenski, Biometrika 1940); the Clopper-Pearson interval of that share becomes one of
 * the ratio. Throws RangeError for negative counts or no time.
 */
export function rateRatio({ before, after, exposure }: Counts, confidence = 0.95): RateRatio {
  if (before < 0 || after < 0) throw new RangeError('counts cannot be negative');
  if (!(exposure.before > 0) || !(exposure.after > 0)) throw new RangeError('both windows need a length');
  const n = before + after;
  const share = exposure.after / (exposure.before + exposure.after);
  if (n === 0) return { ratio: null, interval: [0, Number.POSITIVE_INFINITY], p: 1, p_fall: 1 };
  const scale = exposure.before / exposure.after;
  const [low, high] = clopperPearson(after, n, confidence);
  const odds = (p: number) => (p >= 1 ? Number.POSITIVE_INFINITY : (p / (1 - p)) * scale);
  return {
    ratio: before === 0 ? Number.POSITIVE_INFINITY : (after / before) * scale,
    interval: [odds(low), odds(high)],
    p: binomialAtLeast(after, n, share),
    p_fall: binomialAtMost(after, n, share),
  };
}

/**
 * The factor by which the variance may exceed the mean before a rise stops being significant at 5 % (two-sided, as intervals
 * are): (ln ratio / (1.96 · √(1/before + 1/after)))², the Wald interval with the standard error of a quasi-Poisson model
 * (McCullagh and Nelder, Generalized Linear Models, 1989, section 6.2). A zero becomes a half (Haldane). 0 where there is no rise.
 */
export function varianceFactorAtLoss({ before, after, exposure }: Counts): number {
  const [a, b] = before === 0 || after === 0 ? [before + 0.5, after + 0.5] : [before, after];
  const log = Math.log((b / a) * (exposure.before / exposure.after));
  return log <= 0 ? 0 : (log / (Z95 * Math.sqrt(1 / a + 1 / b))) ** 2;
}

/** How many events after the day, with none before, a one-sided test at `alpha` needs. */
export function fewestAfter(exposure: Counts['exposure'], before = 0, alpha = 0.05): number {
  let after = 1;
  while (after < 1e6 && rateRatio({ before, after, exposure }).p > alpha) after++;
  return after;
}
