/**
 * Adjusted Rand index of two partitions, given as a label for each element (Hubert and Arabie 1985): 1 for equal ones, about 0 for what chance gives. Two partitions
 * that cannot differ from chance (both all apart, or both all together) count as equal.
 */
export function adjustedRand(a: readonly unknown[], b: readonly unknown[]): number {
  const cells = new Map<unknown, Map<unknown, number>>();
  for (let i = 0; i < a.length; i++) {
    const row = cells.get(a[i]) ?? new Map<unknown, number>();
    cells.set(a[i], row.set(b[i], (row.get(b[i]) ?? 0) + 1));
  }
  const both = [...cells.values()].flatMap((row) => [...row.values()]).reduce((sum, n) => sum + pairs(n), 0);
  const inA = sizes(a).reduce((sum, n) => sum + pairs(n), 0);
  const inB = sizes(b).reduce((sum, n) => sum + pairs(n), 0);
  const expected = (inA * inB) / (pairs(a.length) || 1);
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

/**
 * B-cubed precision and recall of each element (Bagga and Baldwin 1998): the share of its cluster that is of its class, and the share of its class that is in its
 * cluster, itself among them.
 */
export function bCubed(
  clusters: readonly unknown[],
  classes: readonly unknown[],
): readonly { readonly precision: number; readonly recall: number }[] {
  return clusters.map((cluster, i) => {
    let [inCluster, inClass, inBoth] = [0, 0, 0];
    for (let j = 0; j < clusters.length; j++) {
      const [same, alike] = [clusters[j] === cluster, classes[j] === classes[i]];
      if (same) inCluster++;
      if (alike) inClass++;
      if (same && alike) inBoth++;
    }
    return { precision: inBoth / inCluster, recall: inBoth / inClass };
  });
}

function sizes(labels: readonly unknown[]): number[] {
  const counts = new Map<unknown, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()];
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}
