/** A share or mean with its 95 % interval. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Rank of one value among all, 1 is highest; equal ones share the middle of their ranks. */
export function midRank(values: ArrayLike<number>, of: number): number {
  const own = values[of]!;
  let above = 0;
  let equal = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! > own) above++;
    else if (i !== of && values[i] === own) equal++;
  }
  return above + 1 + equal / 2;
}

/** Share with the Wilson score interval (Wilson 1927). */
export function wilson(hits: number, n: number): Figure {
  if (n === 0) return { value: Number.NaN, low: 0, high: 1, n };
  const z = 1.959964;
  const p = hits / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { value: p, low: middle - half, high: middle + half, n };
}

/** Area under the ROC curve: how often a positive scores above a negative, ties half (Mann and Whitney 1947). NaN without both. */
export function auc(positive: readonly number[], negative: readonly number[]): number {
  const all = [...positive.map((v) => [v, 1] as const), ...negative.map((v) => [v, 0] as const)].sort(
    (a, b) => a[0] - b[0],
  );
  let ranks = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]![0] === all[i]![0]) j++;
    for (let k = i; k < j; k++) if (all[k]![1]) ranks += (i + 1 + j) / 2;
    i = j;
  }
  const [p, n] = [positive.length, negative.length];
  return (ranks - (p * (p + 1)) / 2) / (p * n);
}

/**
 * Expected calibration error: over `bins` of equally many predictions by stated probability, the mean of |stated − observed| (Guo et al. 2017, with equal mass).
 */
export function calibrationError(stated: readonly number[], right: readonly boolean[], bins = 10): number {
  const order = stated.map((_, i) => i).sort((a, b) => stated[a]! - stated[b]!);
  let sum = 0;
  for (let bin = 0; bin < bins; bin++) {
    const own = order.slice(Math.floor((bin * order.length) / bins), Math.floor(((bin + 1) * order.length) / bins));
    if (own.length) sum += Math.abs(own.reduce((a, i) => a + stated[i]! - Number(right[i]), 0));
  }
  return sum / stated.length;
}

/** Percentile interval of a statistic by resampling whole clusters (reports about one group are not independent); the seed fixes it. */
export function clusterBootstrap<T>(
  rows: readonly T[],
  clusterOf: (row: T) => string,
  statistic: (rows: readonly T[]) => number,
  { rounds = 1000, seed = 1 }: { readonly rounds?: number; readonly seed?: number } = {},
): Figure {
  const byName = new Map<string, T[]>();
  for (const row of rows) byName.set(clusterOf(row), [...(byName.get(clusterOf(row)) ?? []), row]);
  const clusters = [...byName.values()];
  const random = mulberry32(seed);
  const values: number[] = [];
  for (let r = 0; r < rounds; r++) {
    const value = statistic(clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)]!));
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (q: number): number => values[Math.min(values.length - 1, Math.floor(q * values.length))] ?? Number.NaN;
  return { value: statistic(rows), low: at(0.025), high: at(0.975), n: rows.length };
}

/** Uniform numbers in [0, 1) from a seed (Mulberry32). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
