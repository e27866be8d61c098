import type { Day } from './days.ts';
import type { Random } from './random.ts';
import type { Times } from './times.ts';

/** Events that are known to the day, counted, and groups of those that are not. Everything outside of [from, to) is left out. */
export interface Daily {
  readonly from: Day;
  readonly to: Day;
  readonly exact: Int32Array;
  /** Events whose day is only known to lie in a range that meets [from, to). */
  readonly vague: readonly { readonly first: Day; readonly last: Day; readonly count: number }[];
  /** Events in reach that are too imprecise for the question and take no part. */
  readonly dropped: number;
}

/** Sorts events into days. Ranges longer than `longest` days are too imprecise and are counted as dropped. */
export function daily({ first, last }: Times, from: Day, to: Day, longest: number): Daily {
  const exact = new Int32Array(Math.max(0, to - from));
  const vague = new Map<number, { first: Day; last: Day; count: number }>();
  let dropped = 0;
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i]!, last[i]!];
    if (b < from || a >= to) continue;
    if (a === b) exact[a - from]!++;
    else if (b - a + 1 > longest) dropped++;
    else {
      const key = a * 100_000 + (b - a);
      const group = vague.get(key);
      if (group) group.count++;
      else vague.set(key, { first: a, last: b, count: 1 });
    }
  }
  // In the order of the calendar: what is drawn must not depend on the order of the records.
  const groups = [...vague.values()].sort((a, b) => a.first - b.first || a.last - b.last);
  return { from, to, exact, vague: groups, dropped };
}

/** One way it may have been: every vague event on a day drawn evenly from its range. Those that fall outside are left out. */
export function imputed({ exact, vague, from, to }: Daily, random: Random): Int32Array {
  if (vague.length === 0) return exact;
  const days = Int32Array.from(exact);
  for (const { first, last, count } of vague) {
    const length = last - first + 1;
    for (let i = 0; i < count; i++) {
      const day = first + Math.floor(random() * length);
      if (day >= from && day < to) days[day - from]!++;
    }
  }
  return days;
}

/** Running totals: `sums[k]` is the number of events on the first k days. */
export function runningSums(days: Int32Array): Float64Array {
  const sums = new Float64Array(days.length + 1);
  for (let i = 0; i < days.length; i++) sums[i + 1] = sums[i]! + days[i]!;
  return sums;
}
