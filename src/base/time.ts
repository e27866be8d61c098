/** How exactly a time is known. A `range` has two ends, each of which may be less exact than a day. */
export type Precision = 'day' | 'month' | 'year' | 'range';

/** A time as claims carry it: first and last possible day (ISO, both inclusive) and how exactly it is known. */
export interface TimeRange {
  readonly first: string;
  readonly last: string;
  readonly precision: Precision;
}

const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `A/B` of these (the forms of ISO 8601 that statements use).
 * Returns null for anything else, for impossible days and for ranges that run backwards.
 */
export function parseTime(text: string): TimeRange | null {
  const slash = text.indexOf('/');
  if (slash >= 0) {
    const a = parseTime(text.slice(0, slash));
    const b = parseTime(text.slice(slash + 1));
    if (!a || !b || a.precision === 'range' || b.precision === 'range' || b.last < a.first) return null;
    return { first: a.first, last: b.last, precision: 'range' };
  }
  const m = PART.exec(text);
  if (!m) return null;
  const [, year, month, day] = m as unknown as [string, string, string | undefined, string | undefined];
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31`, precision: 'year' };
  const length = daysInMonth(Number(year), Number(month));
  if (!length) return null;
  if (!day) return { first: `${year}-${month}-01`, last: `${year}-${month}-${pad(length)}`, precision: 'month' };
  if (Number(day) < 1 || Number(day) > length) return null;
  return { first: text, last: text, precision: 'day' };
}

/** Days of a month of the Gregorian calendar, 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
