import type { TimeRange } from '../../base/time.ts';
import { type Day, toDay } from './days.ts';

/** When events happened: for each its first and last possible day. Plain arrays of numbers, so that a million cost little. */
export interface Times {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

export function timesOf(ranges: readonly Pick<TimeRange, 'first' | 'last'>[]): Times {
  const first = new Int32Array(ranges.length);
  const last = new Int32Array(ranges.length);
  for (const [i, range] of ranges.entries()) {
    first[i] = toDay(range.first);
    last[i] = toDay(range.last);
  }
  return { first, last };
}

/** First and last day that any event may have; null without events. */
export function reach({ first, last }: Times): readonly [Day, Day] | null {
  if (first.length === 0) return null;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < first.length; i++) {
    if (first[i]! < low) low = first[i]!;
    if (last[i]! > high) high = last[i]!;
  }
  return [low, high];
}

/** The same events, each on its first possible day: what a table shows that writes 1 January for "in 2017". */
export const asCoded = ({ first }: Times): Times => ({ first, last: first });
