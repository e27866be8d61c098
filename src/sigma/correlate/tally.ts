import type { Correlation } from '../rule/tree.ts';
import type { Entry } from './hits.ts';
import { distinctKey, numeric } from './measures.ts';
import { termsOf } from './terms.ts';

/** A measure that is kept up to date while hits come into a window and leave it. */
export interface Tally {
  add(entry: Entry<unknown>): void;
  remove(entry: Entry<unknown>): void;
  readonly value: number;
}

/** The tally of a correlation whose condition only asks for enough: what is measured then never needs the end of a window. */
export function tally(correlation: Correlation): Tally {
  const { condition, type } = correlation;
  if (condition.expression) {
    const counts = new Counts();
    const terms = termsOf(condition.expression) ?? [];
    const holds = (): number => (terms.some(({ want }) => want.every((rule) => counts.has(rule))) ? 1 : 0);
    return {
      add: ({ rule }) => counts.add(rule, 1),
      remove: ({ rule }) => counts.add(rule, -1),
      get value() {
        return holds();
      },
    };
  }
  if (type === 'event_count') return new Sum(() => 1);
  if (type === 'value_sum') return new Sum((entry) => numeric(correlation, [entry]).reduce((sum, n) => sum + n, 0));
  const key =
    type === 'temporal'
      ? ({ rule }: Entry<unknown>) => rule
      : (entry: Entry<unknown>) => distinctKey(correlation, entry);
  const counts = new Counts();
  const change = (entry: Entry<unknown>, by: number): void => {
    const text = key(entry);
    if (text !== null) counts.add(text, by);
  };
  return {
    add: (entry) => change(entry, 1),
    remove: (entry) => change(entry, -1),
    get value() {
      return counts.size;
    },
  };
}

class Counts {
  private readonly counts = new Map<string, number>();

  add(key: string, by: number): void {
    const count = (this.counts.get(key) ?? 0) + by;
    if (count > 0) this.counts.set(key, count);
    else this.counts.delete(key);
  }

  has(key: string): boolean {
    return this.counts.has(key);
  }

  get size(): number {
    return this.counts.size;
  }
}

class Sum implements Tally {
  value = 0;
  private count = 0;
  private readonly of: (entry: Entry<unknown>) => number;

  constructor(of: (entry: Entry<unknown>) => number) {
    this.of = of;
  }

  add(entry: Entry<unknown>): void {
    this.count++;
    this.value += this.of(entry);
  }

  remove(entry: Entry<unknown>): void {
    // An empty window sums to exactly nothing, whatever rounding left over.
    this.value = --this.count === 0 ? 0 : this.value - this.of(entry);
  }
}
