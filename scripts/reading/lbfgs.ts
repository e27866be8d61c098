/** A function to be minimised: its value at `x`, its gradient written to `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;
const ARMIJO = 1e-4;

/**
 * Minimises a smooth convex function with L-BFGS (Nocedal, 1980; two-loop recursion, backtracking line search) from zero.
 * Stops when the largest part of the gradient is under `tolerance`, or after `rounds`. Deterministic.
 */
export function minimise(objective: Objective, size: number, rounds: number, tolerance: number): Float64Array {
  let x = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(x, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let round = 0; round < rounds && gradient.some((part) => Math.abs(part) > tolerance); round++) {
    const direction = twoLoops(gradient, steps);
    const slope = dot(direction, gradient);
    const before = { x, gradient };
    let step = steps.length ? 1 : 1 / Math.sqrt(dot(gradient, gradient));
    const start = value;
    for (let halving = 0; halving < 30; halving++, step /= 2) {
      x = before.x.map((part, i) => part + step * direction[i]!);
      gradient = new Float64Array(size);
      value = objective(x, gradient);
      if (value <= start + ARMIJO * step * slope) break;
    }
    const s = x.map((part, i) => part - before.x[i]!);
    const y = gradient.map((part, i) => part - before.gradient[i]!);
    const sy = dot(s, y);
    if (sy > 1e-12) steps.push({ s, y, rho: 1 / sy });
    if (steps.length > MEMORY) steps.shift();
  }
  return x;
}

function twoLoops(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = gradient.map((part) => -part);
  const alphas = steps.map(() => 0);
  for (let i = steps.length - 1; i >= 0; i--) {
    const { s, y, rho } = steps[i]!;
    alphas[i] = rho * dot(s, q);
    for (let j = 0; j < q.length; j++) q[j]! -= alphas[i]! * y[j]!;
  }
  const last = steps[steps.length - 1];
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let j = 0; j < q.length; j++) q[j]! *= scale;
  }
  steps.forEach(({ s, y, rho }, i) => {
    const beta = rho * dot(y, q);
    for (let j = 0; j < q.length; j++) q[j]! += (alphas[i]! - beta) * s[j]!;
  });
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
