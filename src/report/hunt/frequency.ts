import { addCounts, type LevelCounts, noHits } from './levels.ts';

/** Time steps from fine to coarse, as the length of the ISO time's beginning that names one. */
const UNITS = [
  ['hour', 13],
  ['day', 10],
  ['month', 7],
  ['year', 4],
] as const;
export type FrequencyUnit = (typeof UNITS)[number][0];

/** Steps that are kept: over two years of hours, over fifty of days. Beyond that the unit becomes coarser. */
const LIMIT = 20_000;

/** Hits by level over time. `at` begins the ISO time of the step: `2024-05-01T08` for an hour. In order; empty steps are left out. */
export interface FrequencyFigures {
  readonly unit: FrequencyUnit;
  readonly steps: readonly { readonly at: string; readonly counts: readonly number[] }[];
}

/** Counts hits by hour, in bounded memory. What comes out depends only on the set of hits, not on their order. */
export class Frequency {
  private unit = 0;
  private steps = new Map<string, LevelCounts>();

  add(time: string, level: number): void {
    const at = time.slice(0, UNITS[this.unit]![1]);
    const counts = this.steps.get(at);
    if (counts) {
      counts[level]!++;
      return;
    }
    const one = noHits();
    one[level] = 1;
    this.put(at, one);
  }

  merge(other: Frequency): void {
    while (this.unit < other.unit) this.coarsen();
    for (const [at, counts] of other.steps) this.put(at, counts);
  }

  result(): FrequencyFigures {
    const steps = [...this.steps]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([at, counts]) => ({ at, counts: [...counts] }));
    return { unit: UNITS[this.unit]![0], steps };
  }

  toJSON(): FrequencyState {
    return { unit: this.unit, steps: [...this.steps] };
  }

  static from({ unit, steps }: FrequencyState): Frequency {
    const frequency = new Frequency();
    frequency.unit = unit;
    frequency.steps = new Map(steps.map(([at, counts]) => [at, [...counts]]));
    return frequency;
  }

  private put(step: string, more: readonly number[]): void {
    const at = step.slice(0, UNITS[this.unit]![1]);
    const counts = this.steps.get(at);
    if (counts) addCounts(counts, more);
    else {
      this.steps.set(at, [...more]);
      if (this.steps.size > LIMIT && this.unit < UNITS.length - 1) this.coarsen();
    }
  }

  private coarsen(): void {
    this.unit++;
    const finer = this.steps;
    this.steps = new Map();
    for (const [at, counts] of finer) this.put(at, counts);
  }
}

export interface FrequencyState {
  readonly unit: number;
  readonly steps: readonly (readonly [string, readonly number[]])[];
}
