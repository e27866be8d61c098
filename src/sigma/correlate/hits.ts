import type { Value } from '../../base/fields.ts';

/** A hit of a rule, as correlations need it. `ref` is the caller's own and comes back with the correlation's hit. */
export interface BaseHit<Ref> {
  readonly rule: string;
  /** Milliseconds since 1970; hits whose record has no time (not finite) take no part. */
  readonly time: number;
  /** The fields that the rule `carries`, by name. */
  readonly fields: Readonly<Record<string, Value>>;
  readonly ref: Ref;
}

/** A correlation that came true. */
export interface CorrelationHit<Ref> {
  readonly correlation: string;
  /** When it was certain: the hit that completed it, or the end of the window for conditions that need the whole of it. */
  readonly time: number;
  /** Times of the first and last base hit in the window. */
  readonly first: number;
  readonly last: number;
  /** What the hits have in common: the fields of `group-by` and their values. */
  readonly group: Readonly<Record<string, string>>;
  /** What was measured: a count, sum, average, percentile; for expressions 1. */
  readonly measured: number;
  /** Base hits in the window, and the refs of the latest of them (up to `MOST_REFS`), in order. */
  readonly count: number;
  readonly refs: readonly Ref[];
}

/** A window keeps counting beyond this many hits, but lets go of the refs of the oldest. */
export const MOST_REFS = 1000;

/** A hit in a window. Hits of correlations bring the refs of the base hits they stand on. */
export interface Entry<Ref> {
  readonly rule: string;
  readonly time: number;
  readonly first: number;
  readonly fields: Readonly<Record<string, Value>>;
  /** Emptied when too many are held. */
  refs: readonly Ref[];
  readonly count: number;
}
