/** Levels of rules, the gravest first: the order of every table of a hunt. */
export const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'] as const;
export type Level = (typeof LEVELS)[number];

/** Hits by level, in the order of `LEVELS`. */
export type LevelCounts = number[];

export function noHits(): LevelCounts {
  return [0, 0, 0, 0, 0];
}

/** The place of a level in `LEVELS`. What a rule calls otherwise counts as informational: it claims no gravity. */
export function levelIndex(level: string): number {
  const at = LEVELS.indexOf(level as Level);
  return at < 0 ? LEVELS.length - 1 : at;
}

export function addCounts(to: LevelCounts, from: readonly number[]): void {
  for (let i = 0; i < to.length; i++) to[i]! += from[i] ?? 0;
}

export function sumCounts(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Orders by the gravest level first, then by the next: one critical hit outweighs any number of medium ones. */
export function compareCounts(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < LEVELS.length; i++) {
    const difference = (b[i] ?? 0) - (a[i] ?? 0);
    if (difference) return difference;
  }
  return 0;
}

/** The gravest level that has a hit, null for none. */
export function gravest(counts: readonly number[]): Level | null {
  return LEVELS.find((_, i) => (counts[i] ?? 0) > 0) ?? null;
}
