import type { Value } from '../../base/fields.ts';
import type { Correlation } from '../rule/tree.ts';
import { Closings } from './closings.ts';
import { type Fired, type Group, groupOf } from './groups.ts';
import { type BaseHit, type CorrelationHit, type Entry, MOST_REFS } from './hits.ts';
import { measurable } from './measures.ts';
import { keyOf, textOf, valueIn } from './values.ts';

/** What a run of correlations left out, by reason. */
export interface CorrelationCounts {
  hits: number;
  /** The record did not say when it happened. */
  withoutTime: number;
  /** A field of `group-by` had no value, counted once a correlation. */
  withoutGroup: number;
  /** The measured field had no value or, for sums and the like, no number. */
  withoutField: number;
}

/**
 * Computes correlations from the hits of rules (Sigma correlation rules specification 2.1), the same for every engine. Hits are
 * put in by time, ascending; correlations that come true are handed to `hit` as soon as that is certain. `end` closes windows
 * that are still open. See docs/SIGMA.md for when a window fires again and which windows are judged at their end.
 */
export class Correlator<Ref> {
  readonly counts: CorrelationCounts = { hits: 0, withoutTime: 0, withoutGroup: 0, withoutField: 0 };
  private readonly byRule = new Map<string, Running<Ref>[]>();
  private readonly closings = new Closings<() => void>();
  private readonly hit: (hit: CorrelationHit<Ref>) => void;

  constructor(correlations: readonly Correlation[], hit: (hit: CorrelationHit<Ref>) => void) {
    this.hit = hit;
    const above = new Set(correlations.flatMap(({ rules }) => rules));
    for (const correlation of correlations) {
      const running = new Running<Ref>(correlation, above.has(correlation.id));
      for (const rule of new Set(correlation.rules)) {
        const list = this.byRule.get(rule);
        if (list) list.push(running);
        else this.byRule.set(rule, [running]);
      }
    }
  }

  /** Whether any correlation wants hits of this rule. */
  wants(rule: string): boolean {
    return this.byRule.has(rule);
  }

  /** How many groups are being followed now. */
  get held(): number {
    const running = new Set([...this.byRule.values()].flat());
    return [...running].reduce((sum, { size }) => sum + size, 0);
  }

  push({ rule, time, fields, ref }: BaseHit<Ref>): void {
    if (!this.wants(rule)) return;
    this.counts.hits++;
    if (!Number.isFinite(time)) {
      this.counts.withoutTime++;
      return;
    }
    this.closeUntil(time);
    this.feed({ rule, time, first: time, fields, refs: [ref], count: 1 });
  }

  end(): void {
    this.closeUntil(Infinity);
  }

  private closeUntil(time: number): void {
    for (let close = this.closings.take(time); close; close = this.closings.take(time)) close();
  }

  private feed(entry: Entry<Ref>): void {
    for (const running of this.byRule.get(entry.rule) ?? []) {
      const values = running.groupOf(entry);
      const key = keyOf(values);
      if (key === null || !measurable(running.correlation, entry)) {
        if (key === null) this.counts.withoutGroup++;
        else this.counts.withoutField++;
        continue;
      }
      // Each correlation has its own entry: windows let go of its refs at different times.
      const fired = this.group(running, key, values as string[], entry.time).add({ ...entry });
      if (fired) this.fire(running, values as string[], fired);
    }
  }

  private group(running: Running<Ref>, key: string, values: readonly string[], time: number): Group<Ref> {
    const known = running.touch(key, time);
    if (known) return known;
    const made: Group<Ref> = groupOf<Ref>(running.correlation, this.closings, (group) => {
      for (const fired of group.close()) this.fire(running, values, fired);
    });
    running.keep(key, made, time);
    return made;
  }

  private fire(
    { correlation, stoodOn }: Running<Ref>,
    values: readonly string[],
    { entries, measured, time }: Fired<Ref>,
  ): void {
    const refs = entries.flatMap((entry) => entry.refs);
    const first = entries.reduce((least, entry) => Math.min(least, entry.first), Infinity);
    const count = entries.reduce((sum, entry) => sum + entry.count, 0);
    const group = Object.fromEntries(correlation.groupBy.map((field, i) => [field, values[i]!]));
    const last = entries.at(-1)!.time;
    this.hit({ correlation: correlation.id, time, first, last, group, measured, count, refs: refs.slice(-MOST_REFS) });
    if (stoodOn)
      this.feed({ rule: correlation.id, time, first, fields: { ...latest(entries), ...group }, refs, count });
  }
}

/** A correlation with its groups; those that nothing happened in for a whole window are forgotten. */
class Running<Ref> {
  readonly correlation: Correlation;
  readonly stoodOn: boolean;
  private readonly groups = new Map<string, { readonly group: Group<Ref>; last: number }>();

  constructor(correlation: Correlation, stoodOn: boolean) {
    this.correlation = correlation;
    this.stoodOn = stoodOn;
  }

  get size(): number {
    return this.groups.size;
  }

  groupOf(entry: Entry<Ref>): (string | null)[] {
    return this.correlation.groupBy.map((field) => textOf(valueIn(this.correlation, entry, field)));
  }

  /** The group of a key. The map is kept in the order of last use, so that the idle ones stand in front. */
  touch(key: string, time: number): Group<Ref> | null {
    const found = this.groups.get(key);
    if (found) {
      this.groups.delete(key);
      if (found.last >= time - this.correlation.timespan * 1000) {
        found.last = time;
        this.groups.set(key, found);
      }
    }
    for (const [idle, { last }] of this.groups) {
      if (last >= time - this.correlation.timespan * 1000) break;
      this.groups.delete(idle);
    }
    return this.groups.get(key)?.group ?? null;
  }

  keep(key: string, group: Group<Ref>, time: number): void {
    this.groups.set(key, { group, last: time });
  }
}

/** The fields that a correlation's hit has for those that stand on it: of each the latest value among its hits. */
function latest(entries: readonly Entry<unknown>[]): Record<string, Value> {
  const fields: Record<string, Value> = {};
  for (const entry of entries)
    for (const [name, value] of Object.entries(entry.fields))
      if (value !== null && value !== undefined) fields[name] = value;
  return fields;
}
