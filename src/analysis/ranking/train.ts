/** One choice among alternatives: a row of feature values an alternative, and which one it was. */
export interface Choice {
  /** By feature: a value an alternative. */
  readonly values: readonly Float64Array[];
  readonly chosen: number;
  readonly weight: number;
}

/**
 * Weights of a conditional logit (McFadden 1974), P(i) ∝ exp(w·xᵢ), by Newton's method with halved steps. `penalty` is the weight of ½Σw² over features scaled to
 * unit deviation; the returned weights are for unscaled features. Deterministic; an empty list of choices gives zeros.
 */
export function conditionalLogit(choices: readonly Choice[], features: number, penalty: number): number[] {
  const scales = deviations(choices, features);
  const rows = choices.map(({ values }) => values.map((column, k) => column.map((x) => x / scales[k]!)));
  let weights = new Float64Array(features);
  let now = loss(weights);
  for (let round = 0; round < 40 && choices.length; round++) {
    const step = solve(...slope(weights));
    let next = weights;
    let then = Infinity;
    for (let length = 1; length > 1e-3 && then >= now; length /= 2) {
      next = weights.map((w, k) => w + length * step[k]!);
      then = loss(next);
    }
    if (then > now - 1e-9) break;
    weights = next;
    now = then;
  }
  return Array.from(weights, (w, k) => w / scales[k]!);

  function probabilities(w: Float64Array, i: number): Float64Array {
    const columns = rows[i]!;
    const p = new Float64Array(columns[0]!.length);
    columns.forEach((column, k) => {
      for (let x = 0; x < p.length; x++) p[x]! += w[k]! * column[x]!;
    });
    return softmax(p);
  }

  function loss(w: Float64Array): number {
    let sum = 0;
    choices.forEach(({ chosen, weight }, i) => {
      sum -= weight * Math.log(probabilities(w, i)[chosen]! + 1e-300);
    });
    return sum + (penalty / 2) * w.reduce((a, x) => a + x * x, 0);
  }

  function slope(w: Float64Array): [Float64Array[], Float64Array] {
    const gradient = w.map((x) => -penalty * x);
    const curve = Array.from({ length: features }, (_, k) => new Float64Array(features).fill(penalty, k, k + 1));
    choices.forEach(({ chosen, weight }, i) => {
      const columns = rows[i]!;
      const p = probabilities(w, i);
      const means = columns.map((column) => dot(p, column));
      const weighted = columns.map((column) => column.map((x, j) => x * p[j]!));
      for (let k = 0; k < features; k++) {
        gradient[k]! += weight * (columns[k]![chosen]! - means[k]!);
        for (let l = 0; l <= k; l++) curve[k]![l]! += weight * (dot(weighted[k]!, columns[l]!) - means[k]! * means[l]!);
      }
    });
    for (let k = 0; k < features; k++) for (let l = 0; l < k; l++) curve[l]![k] = curve[k]![l]!;
    return [curve, gradient];
  }
}

/**
 * Weights of a binary logistic regression, the last one the intercept (not penalised): a conditional logit between yes and no.
 * `rows` hold the features, `labels` 1 for yes.
 */
export function logistic(
  rows: readonly (readonly number[])[],
  labels: readonly (0 | 1)[],
  weights: readonly number[],
  penalty: number,
): number[] {
  const features = rows[0]?.length ?? 0;
  const choices = rows.map((row, i): Choice => {
    const values = [...row, 1].map((x) => Float64Array.of(x, 0));
    return { values, chosen: labels[i] ? 0 : 1, weight: weights[i]! };
  });
  return conditionalLogit(choices, features + 1, penalty);
}

/** exp(xᵢ) / Σ exp(xⱼ), in place. */
export function softmax(values: Float64Array): Float64Array {
  const top = values.reduce((a, x) => Math.max(a, x), -Infinity);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.exp(values[i]! - top);
    sum += values[i]!;
  }
  for (let i = 0; i < values.length; i++) values[i]! /= sum;
  return values;
}

/** Standard deviation of each feature over all alternatives; 1 where it does not vary. */
function deviations(choices: readonly Choice[], features: number): number[] {
  return Array.from({ length: features }, (_, k) => {
    let n = 0;
    let sum = 0;
    let squares = 0;
    for (const { values } of choices)
      for (const x of values[k]!) {
        n++;
        sum += x;
        squares += x * x;
      }
    const variance = n ? squares / n - (sum / n) ** 2 : 0;
    return variance > 1e-12 ? Math.sqrt(variance) : 1;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Gauss-Jordan with pivots; a direction without slope gets no step. */
function solve(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(rows[r]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = r;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    const head = rows[i]![i]!;
    if (Math.abs(head) < 1e-12) continue;
    for (let r = 0; r < n; r++) {
      const factor = r === i ? 0 : rows[r]![i]! / head;
      if (factor) for (let c = i; c <= n; c++) rows[r]![c]! -= factor * rows[i]![c]!;
    }
  }
  return rows.map((row, i) => (Math.abs(row[i]!) < 1e-12 ? 0 : row[n]! / row[i]!));
}
