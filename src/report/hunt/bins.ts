import type { FrequencyFigures } from './frequency.ts';
import { addCounts, type LevelCounts, noHits } from './levels.ts';

const HOUR = 3_600_000;
/** Widths a column of a chart may have, in hours, and how they are called. */
const WIDTHS: readonly (readonly [hours: number, name: string])[] = [
  [1, '1 hour'],
  [3, '3 hours'],
  [6, '6 hours'],
  [12, '12 hours'],
  [24, '1 day'],
  [48, '2 days'],
  [168, '1 week'],
  [336, '2 weeks'],
  [730.5, '1 month'],
  [2191.5, '3 months'],
  [8766, '1 year'],
  [87_660, '10 years'],
  [876_600, '100 years'],
];
const FINEST = { hour: 1, day: 24, month: 730.5, year: 8766 } as const;

/** Columns of a chart over time, from the first hit to the last, empty ones among them. Times in milliseconds since 1970 UTC. */
export interface Bins {
  /** What one column stands for: `1 day`, `6 hours`. */
  readonly name: string;
  readonly width: number;
  readonly columns: readonly { readonly start: number; readonly counts: LevelCounts }[];
}

/** Parts the time of the hits into at most `most` equal columns of a customary width; null when no hit has a time. */
export function binsOf({ unit, steps }: FrequencyFigures, most: number): Bins | null {
  const dated = steps
    .map(({ at, counts }) => ({ time: startOf(at), counts }))
    .filter(({ time }) => !Number.isNaN(time));
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last) return null;
  const fits = ([hours]: readonly [number, string]) =>
    hours >= FINEST[unit] && columnOf(last.time, hours) - columnOf(first.time, hours) < most;
  const [hours, name] = WIDTHS.find(fits) ?? WIDTHS.at(-1)!;
  const from = columnOf(first.time, hours);
  const columns = Array.from({ length: columnOf(last.time, hours) - from + 1 }, (_, i) => ({
    start: (from + i) * hours * HOUR,
    counts: noHits(),
  }));
  for (const { time, counts } of dated) addCounts(columns[columnOf(time, hours) - from]!.counts, counts);
  return { name, width: hours * HOUR, columns };
}

/** The beginning of a step such as `2024-05-01T08` or `2024`. */
function startOf(at: string): number {
  return Date.parse(`${at}${'0000-01-01T00:00:00Z'.slice(at.length)}`);
}

function columnOf(time: number, hours: number): number {
  return Math.floor(time / (hours * HOUR));
}
