import { logChoose } from './numerics.ts';
import { type Random, seeded, shuffleFirst } from './random.ts';

/** Counts of equal periods on both sides of a day, nearest last before and first after. */
export interface Periods {
  readonly days: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Pearson's estimate of the variance over the mean, with a mean of its own on each side; null with too few periods or events. */
export function varianceFactor({ before, after }: Periods): number | null {
  if (before.length + after.length < 8) return null;
  let squares = 0;
  let free = 0;
  for (const side of [before, after]) {
    if (side.length < 2) continue;
    const mean = side.reduce((x, y) => x + y, 0) / side.length;
    if (mean === 0) continue;
    for (const count of side) squares += (count - mean) ** 2 / mean;
    free += side.length - 1;
  }
  return free < 6 ? null : squares / free;
}

/** Work that an exact count of arrangements may take; above it they are drawn. */
const EXACT_WORK = 4e6;
const DRAWS = 9_999;
const FEWEST_ORDERS = 20;

/**
 * One-sided p of the events after, if the periods had come in any other order: right for any distribution of counts, also for
 * periods whose variance is above their mean, as long as periods are alike and independent. Null when so few arrangements exist
 * that 5 % cannot be reached.
 */
export function periodsPermuted({ before, after }: Periods, random: Random = seeded(7)): number | null {
  const n = before.length + after.length;
  const take = after.length;
  if (take === 0 || before.length === 0 || logChoose(n, take) < Math.log(FEWEST_ORDERS) - 1e-9) return null;
  const counts = Int32Array.from([...after, ...before]);
  const total = counts.reduce((x, y) => x + y, 0);
  const seen = after.reduce((x, y) => x + y, 0);
  if (total === 0) return 1;
  return n * take * total <= EXACT_WORK ? exactly(counts, take, total, seen) : drawn(counts, take, seen, random);
}

/** The share of all choices of `take` periods whose sum is at least `seen`. */
function exactly(counts: Int32Array, take: number, total: number, seen: number): number {
  const width = total + 1;
  // ways[j][s]: chance-weighted number of choices of j of the periods so far with sum s.
  const ways = new Float64Array((take + 1) * width);
  ways[0] = 1;
  for (const count of counts) {
    for (let j = take; j >= 1; j--) {
      const [to, from] = [j * width, (j - 1) * width];
      for (let s = total; s >= count; s--) ways[to + s]! += ways[from + s - count]!;
    }
  }
  let [all, tail] = [0, 0];
  for (let s = 0; s <= total; s++) {
    all += ways[take * width + s]!;
    if (s >= seen) tail += ways[take * width + s]!;
  }
  return tail / all;
}

function drawn(counts: Int32Array, take: number, seen: number, random: Random): number {
  let reached = 1;
  for (let i = 0; i < DRAWS; i++) {
    shuffleFirst(counts, take, random);
    let sum = 0;
    for (let k = 0; k < take; k++) sum += counts[k]!;
    if (sum >= seen) reached++;
  }
  return reached / (DRAWS + 1);
}
