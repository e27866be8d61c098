/** Milliseconds since 1970 UTC. */
export type Instant = number;
export type Span = readonly [Instant, Instant];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

/** Nearest and farthest that a view can be. */
const NEAREST = 5 * SECOND;
const FARTHEST = 50 * YEAR;

export interface TimeTick {
  readonly at: Instant;
  readonly label: string;
  /** Where a larger unit begins: a day among hours, a year among months. */
  readonly major: boolean;
}

const ROOM = 74;

/** Steps that divide a day. */
const STEPS = [
  ...[1, 5, 15, 30].map((n) => n * SECOND),
  ...[1, 5, 15, 30].map((n) => n * MINUTE),
  ...[1, 3, 6, 12].map((n) => n * HOUR),
];
const MONTHS = [1, 3, 6];
const YEARS = [1, 2, 5, 10];

/** Marks of the axis, from seconds to years, whichever have room. */
export function timeTicks([from, to]: Span, width: number): TimeTick[] {
  const room = (ROOM / Math.max(1, width)) * Math.max(1, to - from);
  const step = STEPS.find((one) => one >= room);
  if (step !== undefined) return everyStep(from, to, step);
  const days = [1, 2, 7, 14].find((n) => n * DAY >= room);
  if (days !== undefined) return everyDay(from, to, days);
  const months = MONTHS.find((n) => n * 30 * DAY >= room);
  if (months !== undefined) return everyMonth(from, to, months);
  return everyMonth(from, to, 12 * (YEARS.find((n) => n * YEAR >= room) ?? 20));
}

function everyStep(from: Instant, to: Instant, step: number): TimeTick[] {
  const ticks: TimeTick[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    const iso = new Date(at).toISOString();
    const midnight = at % DAY === 0;
    ticks.push({ at, label: midnight ? iso.slice(0, 10) : iso.slice(11, step < MINUTE ? 19 : 16), major: midnight });
  }
  return ticks;
}

function everyDay(from: Instant, to: Instant, days: number): TimeTick[] {
  const ticks: TimeTick[] = [];
  for (let at = Math.ceil(from / DAY) * DAY; at <= to; at += DAY) {
    const date = new Date(at);
    const day = date.getUTCDate();
    // The last days of a month give way to the first of the next.
    if ((day - 1) % days !== 0 || (days > 1 && day > 28)) continue;
    ticks.push({ at, label: date.toISOString().slice(0, 10), major: day === 1 });
  }
  return ticks;
}

function everyMonth(from: Instant, to: Instant, months: number): TimeTick[] {
  const ticks: TimeTick[] = [];
  const begin = new Date(from);
  const first = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / months) * months;
  for (let n = first; ; n += months) {
    const at = Date.UTC(Math.floor(n / 12), n % 12, 1);
    if (at > to) return ticks;
    const january = n % 12 === 0;
    if (at >= from)
      ticks.push({ at, label: new Date(at).toISOString().slice(0, january && months >= 12 ? 4 : 7), major: january });
  }
}

/** The span after zooming by a factor (below 1: nearer) around an instant: five seconds at the nearest, fifty years at the farthest. */
export function zoomedSpan([from, to]: Span, factor: number, around: Instant): Span {
  const span = Math.min(FARTHEST, Math.max(NEAREST, (to - from) * factor));
  const share = to === from ? 0.5 : (around - from) / (to - from);
  return [around - span * share, around + span * (1 - share)];
}

/**
 * The span after a key or a button zoomed: nearer about the mark that is selected, else about the mark nearest to the middle, so that there is
 * always something to see. A mark outside the view comes into its middle.
 */
export function steppedSpan(span: Span, factor: number, marks: readonly Instant[], selected?: Instant): Span {
  const middle = (span[0] + span[1]) / 2;
  if (factor >= 1) return zoomedSpan(span, factor, middle);
  const about =
    selected ??
    marks.reduce<Instant | undefined>(
      (best, mark) => (best === undefined || Math.abs(mark - middle) < Math.abs(best - middle) ? mark : best),
      undefined,
    ) ??
    middle;
  if (about >= span[0] && about <= span[1]) return zoomedSpan(span, factor, about);
  const half = (span[1] - span[0]) / 2;
  return zoomedSpan([about - half, about + half], factor, about);
}

export function pannedSpan([from, to]: Span, share: number): Span {
  const by = (to - from) * share;
  return [from + by, to + by];
}

/** The whole of an intrusion with a little room on both sides. */
export function wholeSpan(first: string, last: string): Span {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const room = Math.max((to - from) * 0.02, NEAREST / 2);
  return [from - room, to + room];
}

/** How long a span is, in the unit that reads best. */
export function spanWords([from, to]: Span): string {
  const long = to - from;
  const units = [
    [YEAR, 'year'],
    [30.44 * DAY, 'month'],
    [DAY, 'day'],
    [HOUR, 'hour'],
    [MINUTE, 'minute'],
  ] as const;
  const [unit, word] = units.find(([size]) => long >= 1.95 * size) ?? [SECOND, 'second'];
  const value = Math.round(long / unit);
  return `${value} ${word}${value === 1 ? '' : 's'}`;
}
