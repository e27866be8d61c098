import { type Span, shift, toDay, toIso } from './days.ts';
import { type Pair, usualControls } from './records.ts';
import type { EventSeries } from './series.ts';

export interface Trigger {
  readonly date: string;
  readonly label: string | null;
}

/** A claim that something rose after a day, in its parts. Fix it before looking at the answer. */
export interface TrendQuestion {
  readonly pair: Pair;
  /** Only records of this unit, by this counter; null for all, unit by unit and counter by counter. */
  readonly unit: string | null;
  readonly counter: string | null;
  readonly triggers: readonly Trigger[];
  readonly window: { readonly before: Span; readonly after: Span };
  /** Null: the same initiator against others, and others against the same target. */
  readonly controls: readonly Pair[] | null;
  readonly dates: 'honour' | 'as-coded';
}

/** Whether a question looks at events of this unit by this counter. */
export const asksFor = (
  { unit, counter }: Pick<TrendQuestion, 'unit' | 'counter'>,
  series: Pick<EventSeries, 'unit' | 'counter'>,
): boolean => (unit === null || unit === series.unit) && (counter === null || counter === series.counter);

/** The days that any window of a question reaches, [from, to), before it is cut to what a record covers. */
export function daysAsked({ triggers, window }: TrendQuestion): { readonly from: string; readonly to: string } {
  const days = triggers.map(({ date }) => toDay(date));
  return {
    from: toIso(Math.min(...days.map((day) => shift(day, window.before, -1)))),
    to: toIso(Math.max(...days.map((day) => shift(day, window.after, 1)))),
  };
}

export const controlsOf = ({ controls, pair }: TrendQuestion): readonly Pair[] => controls ?? usualControls(pair);
