/** Probabilities from logarithms of unnormalised ones; they sum to one. */
export function normalised(logs: readonly number[]): number[] {
  const top = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - top));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/**
 * The coherent probabilities nearest to stated ones: the Euclidean projection onto the simplex (the coherent approximation
 * principle for hypotheses of which exactly one is true; algorithm of Duchi et al. 2008). `distance` is how incoherent they were.
 */
export function coherent(stated: readonly number[]): { values: number[]; distance: number } {
  const sorted = [...stated].sort((a, b) => b - a);
  let sum = 0;
  let shift = 0;
  for (const [i, value] of sorted.entries()) {
    sum += value;
    const candidate = (sum - 1) / (i + 1);
    if (value - candidate > 0) shift = candidate;
  }
  const values = stated.map((value) => Math.max(0, value - shift));
  const distance = Math.sqrt(values.reduce((all, value, i) => all + (value - stated[i]!) ** 2, 0));
  return { values, distance };
}

/** The weighted mean of several analysts' probabilities (linear pool); it sums to one when each of them does. Equal weights unless given. */
export function pooled(all: readonly (readonly number[])[], weights: readonly number[] = all.map(() => 1)): number[] {
  const first = all[0] ?? [];
  const sum = weights.reduce((a, b) => a + b, 0);
  return first.map((_, h) => all.reduce((mean, one, a) => mean + (weights[a]! / sum) * one[h]!, 0));
}

/** Shannon entropy in bits. */
export function entropy(p: readonly number[]): number {
  return p.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);
}

/** Population standard deviation. */
export function spread(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
