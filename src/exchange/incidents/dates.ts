import { parseTime, type TimeRange } from '../../base/time.ts';

/**
 * A date as data sets write it, with the precision that the habit of coders leaves: 1 January stands for a year, the first of a
 * month for a month. Null for no date and for days that do not exist.
 */
export function codedDate(text: string): TimeRange | null {
  const day = isoDay(text);
  if (!day) return parseTime(text.trim());
  if (day.endsWith('-01-01')) return parseTime(day.slice(0, 4));
  return parseTime(day.endsWith('-01') ? day.slice(0, 7) : day);
}

/** `2016-07-08`, `2016-07-08 00:00:00`, `7/8/2016` (month first) and `2016/07/08` as an ISO day. */
export function isoDay(text: string): string | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]|$)/.exec(text.trim());
  if (iso) return checked(iso[1]!, iso[2]!, iso[3]!);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  return american ? checked(american[3]!, american[1]!, american[2]!) : null;
}

function checked(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseTime(iso) ? iso : null;
}

/** The serial number of a spreadsheet (days since 1899-12-30) as an ISO day. */
export function serialDay(serial: number): string | null {
  if (!(serial > 10_000 && serial < 80_000)) return null;
  return new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 10);
}

/** First to last day of several ranges. */
export function coverOf(ranges: readonly (TimeRange | null)[]): TimeRange | null {
  const known = ranges.filter((range) => range !== null);
  if (known.length === 0) return null;
  const first = known.reduce((a, b) => (b.first < a ? b.first : a), '9999-12-31');
  const last = known.reduce((a, b) => (b.last > a ? b.last : a), '0000-01-01');
  return { first, last, precision: 'range' };
}
