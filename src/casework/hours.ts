import type { CaseHours } from '../model/case.ts';
import { calendarsOf } from './calendars.ts';

/** Share of work that people do in each hour of their day: office hours with a pause at noon, some evening, little night. Sums to one. */
const WORKDAY: readonly number[] = normal([
  1, 1, 1, 1, 1, 1, 2, 4, 10, 14, 14, 12, 8, 12, 14, 14, 12, 9, 5, 4, 3, 3, 2, 1,
]);

/**
 * When visits began, and how likely that is for people who keep office hours at each offset from UTC: the product of the shares of the
 * hours, normalised over whole-hour offsets from -12 to +14. A likelihood by offset, never a country: many countries share each.
 */
export function hoursOf(times: readonly number[]): CaseHours {
  const by_hour = new Array<number>(24).fill(0);
  const by_weekday = new Array<number>(7).fill(0);
  for (const time of times) {
    const at = new Date(time);
    by_hour[at.getUTCHours()]!++;
    by_weekday[(at.getUTCDay() + 6) % 7]!++;
  }
  const offsets = Array.from({ length: 27 }, (_, n) => n - 12);
  const logs = offsets.map((offset) =>
    by_hour.reduce((sum, count, hour) => sum + count * Math.log(WORKDAY[(((hour + offset) % 24) + 24) % 24]!), 0),
  );
  const best = Math.max(...logs);
  const shares = normal(logs.map((log) => Math.exp(log - best)));
  return {
    by_hour,
    by_weekday,
    offsets: offsets
      .map((offset, n) => ({ offset: offset * 60, share: shares[n]! }))
      .sort((a, b) => b.share - a.share || a.offset - b.offset),
    n: times.length,
    calendars: calendarsOf(times),
  };
}

function normal(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
