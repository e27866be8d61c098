/**
 * p-values adjusted for asking several times (Holm, Scandinavian Journal of Statistics 1979), in the order they came: the smallest
 * is multiplied by how many there are, the next by one less, and none becomes smaller than the one before it.
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[a]! - ps[b]!);
  const adjusted = new Array<number>(ps.length);
  let least = 0;
  for (const [rank, i] of order.entries()) {
    least = Math.max(least, Math.min(1, (ps.length - rank) * ps[i]!));
    adjusted[i] = least;
  }
  return adjusted;
}
