/** A sparse row: term numbers and their values. */
export interface Row {
  readonly index: Int32Array;
  readonly value: Float32Array;
}

/**
 * Linear SVM with squared hinge loss by dual coordinate descent (Hsieh et al., ICML 2008), the bias as a constant feature.
 * `cost` is the penalty of negatives, `cost × positive` that of positives. Deterministic: rows are visited in a seeded order.
 */
export function trainSvm(
  rows: readonly Row[],
  wanted: readonly boolean[],
  width: number,
  cost: number,
  positive: number,
  epochs = 12,
) {
  const n = rows.length;
  const w = new Float64Array(width);
  let bias = 0;
  const alpha = new Float64Array(n);
  const diagonal = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let q = 1;
    for (const v of rows[i]!.value) q += v * v;
    diagonal[i] = q + 0.5 / (wanted[i] ? cost * positive : cost);
  }
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const random = seeded(7);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    let worst = 0;
    for (let at = 0; at < n; at++) {
      const i = order[at]!;
      const { index, value } = rows[i]!;
      const y = wanted[i] ? 1 : -1;
      let margin = bias;
      for (let k = 0; k < index.length; k++) margin += w[index[k]!]! * value[k]!;
      const gradient = y * margin - 1 + (alpha[i]! * 0.5) / (wanted[i] ? cost * positive : cost);
      const projected = alpha[i] === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (Math.abs(projected) < 1e-9) continue;
      const next = Math.max(alpha[i]! - gradient / diagonal[i]!, 0);
      const step = (next - alpha[i]!) * y;
      alpha[i] = next;
      bias += step;
      for (let k = 0; k < index.length; k++) w[index[k]!]! += step * value[k]!;
    }
    if (worst < 0.02) break;
  }
  return { w, bias };
}

/** mulberry32: a small reproducible source of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
