/** Days since 1970-01-01 and back; the axis counts in them. */
export type Days = number;
export type Domain = readonly [Days, Days];

const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const toDays = (iso: string): Days => Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
export const toIso = (days: Days): string => new Date(Math.round(days) * DAY_MS).toISOString().slice(0, 10);

export interface Tick {
  readonly at: Days;
  readonly label: string;
  readonly major: boolean;
}

/** Pixels a label needs. */
const ROOM = 52;

/** Marks of the axis: days, months or years, whichever have room; the first of each year is a major one. */
export function ticks([from, to]: Domain, width: number): Tick[] {
  const perDay = width / Math.max(1, to - from);
  for (const step of [1, 2, 7]) if (step * perDay >= ROOM) return dayTicks(from, to, step);
  for (const step of [1, 3]) if (step * 30 * perDay >= ROOM) return monthTicks(from, to, step);
  const years = [1, 2, 5, 10, 20, 50].find((step) => step * 365 * perDay >= ROOM) ?? 100;
  return yearTicks(from, to, years);
}

/** The domain after zooming by a factor (below 1: nearer) around a day; never closer than a week, never wider than a century. */
export function zoomed([from, to]: Domain, factor: number, around: Days): Domain {
  const span = Math.min(36_500, Math.max(7, (to - from) * factor));
  const share = to === from ? 0.5 : (around - from) / (to - from);
  return [around - span * share, around + span * (1 - share)];
}

/** The domain moved by a share of its length. */
export function panned([from, to]: Domain, share: number): Domain {
  const by = (to - from) * share;
  return [from + by, to + by];
}

function dayTicks(from: Days, to: Days, step: number): Tick[] {
  const result: Tick[] = [];
  for (let at = Math.ceil(from); at <= to; at++) {
    const iso = toIso(at);
    const day = Number(iso.slice(8));
    // The last days of a month give way to the first of the next.
    if ((day - 1) % step !== 0 || (step > 1 && day > 28)) continue;
    result.push({ at, label: day === 1 ? monthLabel(iso) : iso.slice(5), major: day === 1 });
  }
  return result;
}

function monthTicks(from: Days, to: Days, step: number): Tick[] {
  const result: Tick[] = [];
  const [year, month] = toIso(from).split('-').map(Number) as [number, number];
  for (let m = Math.ceil((month - 1) / step) * step; ; m += step) {
    const at = Date.UTC(year, m, 1) / DAY_MS;
    if (at > to) return result;
    if (at >= from) result.push({ at, label: monthLabel(toIso(at)), major: toIso(at).slice(5, 7) === '01' });
  }
}

function yearTicks(from: Days, to: Days, step: number): Tick[] {
  const result: Tick[] = [];
  for (let year = Math.ceil(Number(toIso(from).slice(0, 4)) / step) * step; ; year += step) {
    const at = Date.UTC(year, 0, 1) / DAY_MS;
    if (at > to) return result;
    if (at >= from) result.push({ at, label: String(year), major: true });
  }
}

function monthLabel(iso: string): string {
  const month = Number(iso.slice(5, 7)) - 1;
  return month === 0 ? iso.slice(0, 4) : (MONTHS[month] as string);
}
