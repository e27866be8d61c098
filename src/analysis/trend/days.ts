/** Days since 1970-01-01, UTC. */
export type Day = number;

const DAY_MS = 86_400_000;

export const toDay = (iso: string): Day => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
export const toIso = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** A length of time in the calendar: `18m`, `2y`, `6w`, `45d`. */
export interface Span {
  readonly count: number;
  readonly unit: 'd' | 'w' | 'm' | 'y';
}

export function parseSpan(text: string): Span | null {
  const m = /^(\d{1,4})\s*([dwmy])$/.exec(text.trim().toLowerCase());
  return m && Number(m[1]) > 0 ? { count: Number(m[1]), unit: m[2] as Span['unit'] } : null;
}

export const spanText = ({ count, unit }: Span): string => `${count}${unit}`;

/** The day that lies a span away; a month that is too short gives its last day. */
export function shift(day: Day, { count, unit }: Span, direction: 1 | -1): Day {
  if (unit === 'd') return day + direction * count;
  if (unit === 'w') return day + direction * 7 * count;
  const date = new Date(day * DAY_MS);
  const months = date.getUTCMonth() + direction * count * (unit === 'y' ? 12 : 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate();
  return Math.round(Date.UTC(date.getUTCFullYear(), months, Math.min(date.getUTCDate(), last)) / DAY_MS);
}
