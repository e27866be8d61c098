import type { Correlation } from '../rule/tree.ts';
import { longestChain } from './chains.ts';
import type { Entry } from './hits.ts';
import { type Term, termsOf } from './terms.ts';
import { keyOf, numbersOf, textOf, valueIn } from './values.ts';

type Type = Correlation['type'];
type Entries = readonly Entry<unknown>[];

/** A finished window: what was measured, and which of its hits that is about (all, unless a share of them is meant). */
export interface Measured {
  readonly value: number;
  readonly of: Entries;
}

/** Measures a whole window, by type. Null when nothing in it can be measured. */
export function measure(correlation: Correlation, entries: Entries): readonly Measured[] {
  const { condition, type } = correlation;
  if (condition.expression) {
    const held = (termsOf(condition.expression) ?? []).some((term) => holds(term, correlation, entries));
    return [{ value: held ? 1 : 0, of: entries }];
  }
  if (type === 'value_percentile' && condition.percentile === null) return shares(correlation, entries);
  const value = WHOLE[type](correlation, entries);
  return value === null ? [] : [{ value, of: entries }];
}

const WHOLE: Readonly<Record<Type, (correlation: Correlation, entries: Entries) => number | null>> = {
  event_count: (_, entries) => entries.length,
  value_count: (correlation, entries) =>
    new Set(entries.map((entry) => distinctKey(correlation, entry)).filter((key) => key !== null)).size,
  temporal: (_, entries) => new Set(entries.map(({ rule }) => rule)).size,
  temporal_ordered: ({ rules }, entries) =>
    longestChain(
      rules,
      entries.map(({ rule }) => rule),
    ),
  value_sum: (correlation, entries) => numeric(correlation, entries).reduce((sum, n) => sum + n, 0),
  value_avg: (correlation, entries) => {
    const numbers = numeric(correlation, entries);
    return numbers.length ? numbers.reduce((sum, n) => sum + n, 0) / numbers.length : null;
  },
  value_percentile: (correlation, entries) =>
    percentile(numeric(correlation, entries), correlation.condition.percentile!),
  value_median: (correlation, entries) => percentile(numeric(correlation, entries), 50),
};

/** Whether a hit has what is measured. */
export function measurable(correlation: Correlation, entry: Entry<unknown>): boolean {
  const { condition, type } = correlation;
  if (!type.startsWith('value_')) return true;
  if (type === 'value_count' || (type === 'value_percentile' && condition.percentile === null))
    return distinctKey(correlation, entry) !== null;
  return numeric(correlation, [entry]).length > 0;
}

/** The values counted by `value_count`: one field, or several together; null when one is missing. */
export function distinctKey(correlation: Correlation, entry: Entry<unknown>): string | null {
  return keyOf(correlation.condition.field.map((field) => textOf(valueIn(correlation, entry, field))));
}

/** The numbers that a hit adds to a sum or an average. */
export function numeric(correlation: Correlation, entries: Entries): number[] {
  return entries.flatMap((entry) =>
    correlation.condition.field.flatMap((field) => numbersOf(valueIn(correlation, entry, field))),
  );
}

/** The value that `percent` of the numbers do not exceed, between neighbours by linear interpolation (SQL's `percentile_cont`). */
export function percentile(numbers: readonly number[], percent: number): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = ((sorted.length - 1) * percent) / 100;
  const low = sorted[Math.floor(at)]!;
  const high = sorted[Math.ceil(at)]!;
  return low + (high - low) * (at - Math.floor(at));
}

/** How many per cent of the hits have each value: what the specification means by `value_percentile` without a percentile. */
function shares(correlation: Correlation, entries: Entries): Measured[] {
  const byKey = new Map<string, Entry<unknown>[]>();
  let all = 0;
  for (const entry of entries) {
    const key = distinctKey(correlation, entry);
    if (key === null) continue;
    all++;
    const same = byKey.get(key);
    if (same) same.push(entry);
    else byKey.set(key, [entry]);
  }
  return [...byKey.values()].map((of) => ({ value: (of.length / all) * 100, of }));
}

function holds({ want, without }: Term, { type, rules }: Correlation, entries: Entries): boolean {
  const seen = new Set(entries.map(({ rule }) => rule));
  if (without.some((rule) => seen.has(rule)) || !want.every((rule) => seen.has(rule))) return false;
  if (type !== 'temporal_ordered') return true;
  const order = rules.filter((rule) => want.includes(rule));
  return (
    longestChain(
      order,
      entries.map(({ rule }) => rule),
    ) === order.length
  );
}
