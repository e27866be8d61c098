import { type Day, toDay } from './days.ts';
import { type Counts, type RateRatio, rateRatio, varianceFactorAtLoss } from './rate-ratio.ts';
import type { Windows } from './windows.ts';

/** A count that somebody gave for a period: "25 attempts in the week of 2 March". Days are inclusive. */
export interface Tally {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly value: number;
}

export interface Compared extends RateRatio {
  readonly counts: Counts;
  readonly before_ids: readonly string[];
  readonly after_ids: readonly string[];
  readonly at_loss: number;
}

export interface TallyFindings {
  /** All periods before against all after. Null when one side has none. */
  readonly pooled: Compared | null;
  /** Every period after against the last one before. */
  readonly pairs: readonly Compared[];
  /** With a total for a longer period: everything it does not explain put before the day. */
  readonly worst: (Compared & { readonly total: string; readonly unexplained: number }) | null;
  /** Ids of tallies that lie on both sides of the day and cannot be split. */
  readonly straddling: readonly string[];
  readonly outside: readonly string[];
}

interface Placed extends Tally {
  readonly from: Day;
  /** First day after it. */
  readonly to: Day;
}

/**
 * Compares counts of periods around a day. All must be of one unit by one counter. A tally whose period holds others is their
 * total: it is not added to them, but bounds what may have happened in between.
 */
export function measureTallies(tallies: readonly Tally[], windows: Windows): TallyFindings {
  const placed = tallies.map((t): Placed => ({ ...t, from: toDay(t.first), to: toDay(t.last) + 1 }));
  const holds = (a: Placed, b: Placed) => a !== b && a.from <= b.from && a.to >= b.to && a.to - a.from > b.to - b.from;
  const totals = placed.filter((a) => placed.some((b) => holds(a, b)));
  const parts = placed.filter((a) => !totals.includes(a));
  const inside = parts.filter((t) => t.from >= windows.start && t.to <= windows.end);
  const before = inside.filter((t) => t.to <= windows.trigger).sort(byTime);
  const after = inside.filter((t) => t.from >= windows.trigger).sort(byTime);
  const last = before.at(-1);
  return {
    pooled: before.length > 0 && after.length > 0 ? compare(before, after) : null,
    pairs: last ? after.map((one) => compare([last], [one])) : [],
    worst: worstOf(totals, before, after, windows),
    straddling: inside.filter((t) => t.from < windows.trigger && t.to > windows.trigger).map((t) => t.id),
    outside: parts.filter((t) => !inside.includes(t)).map((t) => t.id),
  };
}

function compare(before: readonly Placed[], after: readonly Placed[]): Compared {
  return compared(
    { before: sum(before), after: sum(after), exposure: { before: lengthOf(before), after: lengthOf(after) } },
    before,
    after,
  );
}

const compared = (counts: Counts, before: readonly Placed[], after: readonly Placed[]): Compared => ({
  ...rateRatio(counts),
  counts,
  before_ids: before.map((t) => t.id),
  after_ids: after.map((t) => t.id),
  at_loss: varianceFactorAtLoss(counts),
});

/** The least favourable reading of a total: all that its parts leave unexplained happened before the day. */
function worstOf(
  totals: readonly Placed[],
  before: readonly Placed[],
  after: readonly Placed[],
  windows: Windows,
): TallyFindings['worst'] {
  const total = totals
    .filter((t) => t.from < windows.trigger && t.to > windows.trigger)
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (!total) return null;
  const within = (t: Placed) => t.from >= total.from && t.to <= total.to;
  const [early, late] = [before.filter(within), after.filter(within)];
  if (late.length === 0) return null;
  const unexplained = total.value - sum(early) - sum(late);
  if (unexplained < 0) return null;
  const counts: Counts = {
    before: sum(early) + unexplained,
    after: sum(late),
    exposure: { before: windows.trigger - total.from, after: lengthOf(late) },
  };
  return { ...compared(counts, early, late), total: total.id, unexplained };
}

const byTime = (a: Placed, b: Placed) => a.from - b.from;
const sum = (tallies: readonly Placed[]) => tallies.reduce((total, t) => total + t.value, 0);

/** Days that the periods cover together; days that two of them share count once. */
function lengthOf(tallies: readonly Placed[]): number {
  let [days, reached] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of [...tallies].sort(byTime)) {
    days += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return days;
}

/** Whether a share was worked out from the numbers beside it: right to half of its last digit. Shares are per cent. */
export function shareFits(part: number, whole: number, share: number): boolean {
  const digits = /\.(\d+)$/.exec(String(share))?.[1]?.length ?? 0;
  return whole > 0 && Math.abs((100 * part) / whole - share) <= 0.5 * 10 ** -digits + 1e-9;
}
