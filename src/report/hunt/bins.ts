import type { FrequencyFigures } from './frequency.ts';
import { addCounts, type LevelCounts, noHits } from './levels.ts';

const HOUR = 3_600_000;

/** Widths a column of a chart may have, in hours or in months of the calendar, and how they are called. */
const WIDTHS: readonly Width[] = [
  { hours: 1, name: '1 hour' },
  { hours: 3, name: '3 hours' },
  { hours: 6, name: '6 hours' },
  { hours: 12, name: '12 hours' },
  { hours: 24, name: '1 day' },
  { hours: 48, name: '2 days' },
  { hours: 168, name: '1 week' },
  { hours: 336, name: '2 weeks' },
  { months: 1, name: '1 month' },
  { months: 3, name: '3 months' },
  { months: 12, name: '1 year' },
  { months: 120, name: '10 years' },
  { months: 1200, name: '100 years' },
];
/** The finest width that counts by a unit can bear, as a place in `WIDTHS`. */
const FINEST = { hour: 0, day: 4, month: 8, year: 10 } as const;

type Width = { readonly name: string } & ({ readonly hours: number } | { readonly months: number });

/** Columns of a chart over time, from the first hit to the last, empty ones among them. Times in milliseconds since 1970 UTC. */
export interface Bins {
  /** What one column stands for: `1 day`, `6 hours`. */
  readonly name: string;
  /** Whether columns are shorter than a day, and whether they are whole months. */
  readonly within: 'day' | 'month' | 'year';
  readonly columns: readonly { readonly start: number; readonly counts: LevelCounts }[];
}

/** Parts the time of the hits into at most `most` equal columns of a customary width; null when no hit has a time. */
export function binsOf({ unit, steps }: FrequencyFigures, most: number): Bins | null {
  const dated = steps
    .map(({ at, counts }) => ({ time: startOf(at), counts }))
    .filter(({ time }) => !Number.isNaN(time));
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last) return null;
  const fits = (width: Width) => columnOf(last.time, width) - columnOf(first.time, width) < most;
  const width = WIDTHS.slice(FINEST[unit]).find(fits) ?? WIDTHS.at(-1)!;
  const from = columnOf(first.time, width);
  const columns = Array.from({ length: columnOf(last.time, width) - from + 1 }, (_, i) => ({
    start: startOfColumn(from + i, width),
    counts: noHits(),
  }));
  for (const { time, counts } of dated) addCounts(columns[columnOf(time, width) - from]!.counts, counts);
  const within = 'months' in width ? 'year' : width.hours >= 24 ? 'month' : 'day';
  return { name: width.name, within, columns };
}

/** The beginning of a step such as `2024-05-01T08` or `2024`. */
function startOf(at: string): number {
  return Date.parse(`${at}${'0000-01-01T00:00:00Z'.slice(at.length)}`);
}

/** Days and longer begin on the Monday-aligned grid of 1970-01-05, so that weeks are weeks. */
const MONDAY = 4 * 24 * HOUR;

function columnOf(time: number, width: Width): number {
  if ('hours' in width) return Math.floor((time - MONDAY) / (width.hours * HOUR));
  const date = new Date(time);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / width.months);
}

function startOfColumn(column: number, width: Width): number {
  if ('hours' in width) return column * width.hours * HOUR + MONDAY;
  const month = column * width.months;
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return date.getTime();
}
