import { runningSums } from './daily.ts';
import { rateRatio } from './rate-ratio.ts';

export interface Placebo {
  /** How many other days were tried as the trigger. */
  readonly dates: number;
  /** Place of the true day among all, 1 is the most striking; ties count against it. */
  readonly rank: number;
  /** rank / (dates + 1). */
  readonly p: number;
  /** How many windows fit into the series without touching: the number of truly separate looks. */
  readonly separate: number;
}

/**
 * The same comparison at every other day of the series (placebo triggers; after the placebo tests of Abadie, Diamond and
 * Hainmueller, JASA 2010). Days whose windows meet the days after the true one are left out, so that a true rise is not
 * compared with itself. Null when no other day fits.
 */
export function placebo(
  days: Int32Array,
  trigger: number,
  lengths: { readonly before: number; readonly after: number },
): Placebo | null {
  const sums = runningSums(days);
  const { before, after } = lengths;
  const known = new Map<number, number>();
  const strikingness = (at: number): number => {
    const [x0, x1] = [sums[at]! - sums[at - before]!, sums[at + after]! - sums[at]!];
    const key = x0 * 4_194_304 + x1;
    let p = known.get(key);
    if (p === undefined) {
      p = rateRatio({ before: x0, after: x1, exposure: lengths }).p;
      known.set(key, p);
    }
    return p;
  };
  if (trigger - before < 0 || trigger + after > days.length) return null;
  const seen = strikingness(trigger);
  let [dates, asStriking] = [0, 0];
  for (let at = before; at + after <= days.length; at++) {
    if (at > trigger - after && at < trigger + after + before) continue;
    dates++;
    if (strikingness(at) <= seen * (1 + 1e-9)) asStriking++;
  }
  if (dates === 0) return null;
  const separate = Math.max(0, Math.floor((days.length - before - after) / after));
  return { dates, rank: asStriking + 1, p: (asStriking + 1) / (dates + 1), separate };
}
