import type { Correlation } from '../rule/tree.ts';
import { Chains } from './chains.ts';
import type { Closings } from './closings.ts';
import type { Entry } from './hits.ts';
import { type Measured, measure } from './measures.ts';
import { type Tally, tally } from './tally.ts';
import { type Term, termsOf } from './terms.ts';
import { Window } from './window.ts';

/** What a group says when its condition holds. */
export interface Fired<Ref> {
  readonly entries: readonly Entry<Ref>[];
  readonly measured: number;
  readonly time: number;
}

/** The hits of one correlation that have their group values in common. */
export interface Group<Ref> {
  /** Takes a hit, which is not earlier than those before. */
  add(entry: Entry<Ref>): Fired<Ref> | null;
  /** The end of a window that was waited for. */
  close(): readonly Fired<Ref>[];
}

type Bounds = Correlation['condition']['bounds'];

/** The kind of group a correlation needs. */
export function groupOf<Ref>(
  correlation: Correlation,
  closings: Closings<() => void>,
  closed: (group: Group<Ref>) => void,
): Group<Ref> {
  if (waits(correlation)) return new Waiting(correlation, closings, closed);
  return correlation.type === 'temporal_ordered' ? new Ordered(correlation) : new Sliding(correlation);
}

/**
 * Whether a condition can only be judged when the window is over: it sets an upper bound, or asks for what is missing, or
 * measures what goes up and down.
 */
export function waits({ type, condition }: Correlation): boolean {
  if (type === 'value_avg' || type === 'value_percentile' || type === 'value_median') return true;
  if (condition.expression) return (termsOf(condition.expression) ?? []).some(({ without }) => without.length > 0);
  return condition.bounds.some(({ how }) => how !== 'gt' && how !== 'gte');
}

const HOLDS: Readonly<Record<Bounds[number]['how'], (measured: number, than: number) => boolean>> = {
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  eq: (a, b) => a === b,
  neq: (a, b) => a !== b,
};

function within({ condition: { bounds, expression } }: Correlation, measured: number): boolean {
  return expression ? measured === 1 : bounds.every(({ how, than }) => HOLDS[how](measured, than));
}

/** A window that slides from hit to hit and fires when it holds enough. */
class Sliding<Ref> implements Group<Ref> {
  private readonly window = new Window<Ref>();
  private readonly tally: Tally;
  private readonly correlation: Correlation;
  private firedAt = -Infinity;

  constructor(correlation: Correlation) {
    this.correlation = correlation;
    this.tally = tally(correlation);
  }

  add(entry: Entry<Ref>): Fired<Ref> | null {
    const { window, tally: measured, correlation } = this;
    window.evict(entry.time - correlation.timespan * 1000, (gone) => measured.remove(gone));
    window.add(entry);
    measured.add(entry);
    if (!within(correlation, measured.value)) return null;
    // Once a window: it fires again for hits that were not there when it fired.
    if (window.first!.time <= this.firedAt) return null;
    this.firedAt = entry.time;
    return { entries: window.list(), measured: measured.value, time: entry.time };
  }

  close(): readonly Fired<Ref>[] {
    return [];
  }
}

/** Hits that have to come in an order. */
class Ordered<Ref> implements Group<Ref> {
  private readonly chains: readonly Chains<Ref>[];
  private firedAt = -Infinity;

  constructor({ rules, condition, timespan }: Correlation) {
    const span = timespan * 1000;
    const terms = condition.expression ? (termsOf(condition.expression) ?? []) : null;
    const chain = ({ want }: Term): Chains<Ref> =>
      new Chains(
        rules.filter((rule) => want.includes(rule)),
        want.length,
        span,
      );
    this.chains = terms ? terms.map(chain) : [new Chains(rules, leastOf(condition.bounds), span)];
  }

  add(entry: Entry<Ref>): Fired<Ref> | null {
    let fired: Fired<Ref> | null = null;
    for (const chains of this.chains) {
      const entries = chains.add(entry);
      if (entries && entries[0]!.time > this.firedAt) fired ??= { entries, measured: entries.length, time: entry.time };
    }
    if (fired) this.firedAt = entry.time;
    return fired;
  }

  close(): readonly Fired<Ref>[] {
    return [];
  }
}

/** How many steps the lower bounds ask for. */
function leastOf(bounds: Bounds): number {
  return Math.max(1, ...bounds.map(({ how, than }) => (how === 'gt' ? Math.floor(than) + 1 : Math.ceil(than))));
}

/** A window that begins with a hit and is judged when it is over; the next begins with the first hit after it. */
class Waiting<Ref> implements Group<Ref> {
  private window: Window<Ref> | null = null;
  private end = 0;
  private readonly correlation: Correlation;
  private readonly closings: Closings<() => void>;
  private readonly closed: (group: Group<Ref>) => void;

  constructor(correlation: Correlation, closings: Closings<() => void>, closed: (group: Group<Ref>) => void) {
    this.correlation = correlation;
    this.closings = closings;
    this.closed = closed;
  }

  add(entry: Entry<Ref>): Fired<Ref> | null {
    if (!this.window) {
      this.window = new Window();
      this.end = entry.time + this.correlation.timespan * 1000;
      this.closings.add(this.end, () => this.closed(this));
    }
    this.window.add(entry);
    return null;
  }

  close(): readonly Fired<Ref>[] {
    const entries = this.window?.list() ?? [];
    this.window = null;
    const measured = measure(this.correlation, entries) as readonly (Measured & { of: readonly Entry<Ref>[] })[];
    return measured
      .filter(({ value }) => within(this.correlation, value))
      .map(({ value, of }) => ({ entries: of, measured: value, time: this.end }));
  }
}
