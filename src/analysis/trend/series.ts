import type { AttackSeries, DayCount } from '../../model/incident.ts';
import { toDay } from './days.ts';
import { type Observation, type Pair, seriesOf, timesWithin } from './records.ts';
import type { Times } from './times.ts';

/** Events of one unit by one counter as the tests look at them, whether they are at hand one by one or were counted where they are kept. */
export interface EventSeries {
  readonly unit: string;
  readonly counter: string;
  /** First and last day of any event; null without a dated one. */
  readonly covered: { readonly first: string; readonly last: string } | null;
  /** Dated events of the pair. */
  readonly times: Times;
  /** Those that are at hand one by one, for their scores. */
  readonly chosen: readonly Observation[];
  readonly ids: readonly string[];
  readonly undated: number;
  /** Events of a control that may lie in [from, to), ISO days. */
  within(control: Pair, from: string, to: string): Times;
  /** Events of anybody that begin in [from, to). */
  total(from: string, to: string): number;
  /** Days from event to report of events in [from, to) that are known to the day. */
  lag(from: string, to: string): Lag | null;
}

export interface Lag {
  readonly median: number;
  readonly ninth: number;
  readonly n: number;
}

/** Below this many lags nothing is said of them. */
const FEWEST_LAGS = 10;

/** Events at hand. Without `covered` the record reaches from the first to the last of them. */
export function seriesOfEvents(
  events: readonly Observation[],
  pair: Pair,
  covered: EventSeries['covered'],
): EventSeries {
  const { times, chosen, undated } = seriesOf(events, pair);
  const { unit, counter } = events[0]!;
  return {
    unit,
    counter,
    covered: covered ?? reachOf(events),
    times,
    chosen,
    ids: chosen.map((event) => event.id),
    undated,
    within: (control, from, to) => timesWithin(events, control, from, to),
    total: (from, to) => {
      let total = 0;
      for (const { time } of events) if (time && time.first >= from && time.first < to) total++;
      return total;
    },
    lag: (from, to) => {
      const days = new Map<number, number>();
      for (const { time, reported } of events) {
        if (!reported || !time || time.first !== time.last || time.first < from || time.first >= to) continue;
        const lag = toDay(reported) - toDay(time.first);
        if (lag >= 0) days.set(lag, (days.get(lag) ?? 0) + 1);
      }
      return lagOf([...days].map(([lag, n]) => ({ days: lag, n })));
    },
  };
}

/** Events that were counted by day for this very question: `controls` are those it was asked with, in order. */
export function seriesOfCounts(
  { covered, pair, around, lags, ids }: AttackSeries,
  controls: readonly Pair[],
  { unit, counter }: Pick<EventSeries, 'unit' | 'counter'>,
): EventSeries {
  return {
    unit,
    counter,
    covered,
    times: timesOfCounts(pair),
    chosen: [],
    ids,
    undated: 0,
    within: (control, from, to) => {
      const at = controls.findIndex((c) => c.initiator === control.initiator && c.target === control.target);
      return timesOfCounts(
        around.filter((row) => (row.controls >> at) % 2 === 1 && row.last >= from && row.first < to),
      );
    },
    total: (from, to) => around.reduce((sum, { first, n }) => (first >= from && first < to ? sum + n : sum), 0),
    lag: () => lagOf(lags),
  };
}

function timesOfCounts(rows: readonly DayCount[]): Times {
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  const [first, last] = [new Int32Array(total), new Int32Array(total)];
  let at = 0;
  for (const row of rows) {
    first.fill(toDay(row.first), at, at + row.n);
    last.fill(toDay(row.last), at, at + row.n);
    at += row.n;
  }
  return { first, last };
}

function lagOf(counts: readonly { readonly days: number; readonly n: number }[]): Lag | null {
  const sorted = [...counts].sort((a, b) => a.days - b.days);
  const n = sorted.reduce((sum, count) => sum + count.n, 0);
  if (n < FEWEST_LAGS) return null;
  const at = (place: number) => {
    let seen = 0;
    for (const { days, n: more } of sorted) {
      seen += more;
      if (seen > place) return days;
    }
    return sorted.at(-1)!.days;
  };
  return { median: at(n >> 1), ninth: at(Math.floor(0.9 * n)), n };
}

function reachOf(events: readonly Observation[]): EventSeries['covered'] {
  let [first, last] = ['9999-12-31', '0000-01-01'];
  for (const { time } of events) {
    if (!time) continue;
    if (time.first < first) first = time.first;
    if (time.last > last) last = time.last;
  }
  return first <= last ? { first, last } : null;
}
