/**
 * Agglomerative clustering by average linkage (UPGMA; Sokal and Michener 1958): the two clusters whose elements are most alike on average are joined until none are
 * at least `cut` alike. `likeness` gives 0 to 1, or null for two that cannot be compared, which counts as 0. Returns a cluster number for each of `n` elements. Of equally
 * good pairs the one with the lowest numbers is joined, so the order of elements decides only between ties. Cost about n² steps, n³ at worst.
 */
export function averageLinkage(n: number, likeness: (a: number, b: number) => number | null, cut: number): number[] {
  const rows = Array.from({ length: n }, () => new Float64Array(n));
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const value = likeness(i, j) ?? 0;
      rows[i]![j] = value;
      rows[j]![i] = value;
    }
  const size = new Float64Array(n).fill(1);
  const label = Array.from({ length: n }, (_, i) => i);
  const alive = Array.from({ length: n }, (_, i) => i);
  const best = new Int32Array(n).fill(-1);
  for (const i of alive) nearest(i);
  for (;;) {
    let a = -1;
    for (const i of alive) if (best[i]! >= 0 && (a < 0 || rows[i]![best[i]!]! > rows[a]![best[a]!]!)) a = i;
    if (a < 0) break;
    const b = best[a]!;
    if (!(rows[a]![b]! > 0 && rows[a]![b]! >= cut)) break;
    alive.splice(alive.indexOf(b), 1);
    for (const k of alive) {
      if (k === a) continue;
      const mean = (size[a]! * rows[a]![k]! + size[b]! * rows[b]![k]!) / (size[a]! + size[b]!);
      rows[a]![k] = mean;
      rows[k]![a] = mean;
    }
    size[a]! += size[b]!;
    for (let i = 0; i < n; i++) if (label[i] === b) label[i] = a;
    for (const k of alive) {
      if (k === a || best[k] === a || best[k] === b) nearest(k);
      else if (k < a && rows[k]![a]! > (best[k]! < 0 ? 0 : rows[k]![best[k]!]!)) best[k] = a;
    }
  }
  return label;

  /** The most alike among the later ones; each pair is kept with its first element. */
  function nearest(i: number): void {
    best[i] = -1;
    for (const k of alive) if (k > i && rows[i]![k]! > (best[i]! < 0 ? 0 : rows[i]![best[i]!]!)) best[i] = k;
  }
}
