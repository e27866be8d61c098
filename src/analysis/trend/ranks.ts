import { normalAbove } from './numerics.ts';
import { type Random, seeded, shuffleFirst } from './random.ts';

export interface RankTest {
  /** Mann and Whitney's U of the second sample: pairs in which it is higher, ties a half. */
  readonly u: number;
  /** One-sided: the second sample is higher. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
  /** The chance that a random event after scores higher than one before, ties a half. */
  readonly superiority: number;
}

const EXACT_MOST = 50;

/** Mann and Whitney's test (Annals of Mathematical Statistics 1947): exact without ties in small samples, else normal with ties corrected. */
export function mannWhitney(before: readonly number[], after: readonly number[]): RankTest {
  const [m, n] = [before.length, after.length];
  if (m === 0 || n === 0) return { u: 0, p: 1, method: 'exact', superiority: 0.5 };
  const all = [...before.map((value) => ({ value, late: 0 })), ...after.map((value) => ({ value, late: 1 }))];
  all.sort((a, b) => a.value - b.value);
  let rankSum = 0;
  let ties = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]!.value === all[i]!.value) j++;
    const size = j - i;
    ties += size ** 3 - size;
    for (let k = i; k < j; k++) if (all[k]!.late) rankSum += (i + j + 1) / 2;
    i = j;
  }
  const u = rankSum - (n * (n + 1)) / 2;
  const superiority = u / (m * n);
  if (ties === 0 && m <= EXACT_MOST && n <= EXACT_MOST)
    return { u, p: exactTail(u, m, n), method: 'exact', superiority };
  const total = m + n;
  const variance = ((m * n) / 12) * (total + 1 - ties / (total * (total - 1)));
  const p = variance === 0 ? 1 : normalAbove((u - (m * n) / 2 - 0.5) / Math.sqrt(variance));
  return { u, p: Math.min(1, p), method: 'normal', superiority };
}

/** P(U ≥ u): counts the orders of m and n values by their U, a sample at a time. */
function exactTail(u: number, m: number, n: number): number {
  // The number of ways to write k as a sum of at most n parts of at most m, as coefficients of the Gaussian binomial.
  let ways = new Float64Array(m * n + 1);
  ways[0] = 1;
  for (let i = 1; i <= n; i++) {
    const next = Float64Array.from(ways);
    for (let k = m + i; k < next.length; k++) next[k]! -= ways[k - m - i]!;
    for (let k = i; k < next.length; k++) next[k]! += next[k - i]!;
    ways = next;
  }
  let [all, tail] = [0, 0];
  for (let k = 0; k < ways.length; k++) {
    all += ways[k]!;
    if (k >= u) tail += ways[k]!;
  }
  return tail / all;
}

/** One-sided permutation test of the difference of means (Fisher 1935), drawn `draws` times; the seen order counts as one draw. */
export function meansPermuted(
  before: readonly number[],
  after: readonly number[],
  draws = 9_999,
  random: Random = seeded(1),
): number {
  const all = Float64Array.from([...after, ...before]);
  const wanted = after.reduce((x, y) => x + y, 0) - 1e-9;
  let reached = 1;
  for (let i = 0; i < draws; i++) {
    shuffleFirst(all, after.length, random);
    let sum = 0;
    for (let k = 0; k < after.length; k++) sum += all[k]!;
    if (sum >= wanted) reached++;
  }
  return reached / (draws + 1);
}
