/// <reference path="./cephes.d.ts" />
import cephes from 'cephes';

// The functions are compiled WebAssembly inside the package; nothing is fetched.
await cephes.compiled;

/** The library refuses results that are too close to 0 for it; there the tail in question is 0 or 1 by which side of the mean one is on. */
function tail(exact: () => number, far: () => number): number {
  try {
    return exact();
  } catch {
    return far();
  }
}

/** Regularised incomplete beta function. */
const betaBelow = (a: number, b: number, x: number) =>
  tail(
    () => cephes.incbet(a, b, x),
    () => (x < a / (a + b) ? 0 : 1),
  );

/** P(X ≥ k) for X ~ Binomial(n, p), through the regularised incomplete beta function; k may be any whole number. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return betaBelow(k, n - k + 1, p);
}

/** P(X ≤ k) for X ~ Binomial(n, p). */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return betaBelow(n - k, k + 1, 1 - p);
}

/**
 * Exact interval for a proportion k/n (Clopper and Pearson, Biometrika 1934), each tail (1 − confidence) / 2.
 */
export function clopperPearson(k: number, n: number, confidence = 0.95): readonly [number, number] {
  const half = (1 - confidence) / 2;
  const low = k <= 0 ? 0 : cephes.incbi(k, n - k + 1, half);
  // The upper end from the mirrored tail: near 1 the direct inverse loses digits.
  const high = k >= n ? 1 : 1 - cephes.incbi(n - k, k + 1, half);
  return [low, high];
}

/** Interval for a proportion by Wilson's score method (JASA 1927): what published shares carry. */
export function wilson(k: number, n: number, z = 1.959963984540054): readonly [number, number] {
  if (n === 0) return [0, 1];
  const p = k / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}

export const logGamma = (x: number): number => cephes.lgam(x);
export const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** P(X = k) for X ~ Poisson(mean). */
export function poissonAt(k: number, mean: number): number {
  if (mean === 0) return k === 0 ? 1 : 0;
  return Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
}

/** P(X ≥ k) for X ~ Poisson(mean). */
export function poissonAtLeast(k: number, mean: number): number {
  if (k <= 0) return 1;
  if (mean === 0) return 0;
  return tail(
    () => cephes.igam(k, mean),
    () => (k < mean ? 1 : 0),
  );
}

/** Upper tail of the standard normal distribution, without loss of digits. */
export const normalAbove = (z: number): number => cephes.ndtr(-z);

export const Z95 = 1.959963984540054;
