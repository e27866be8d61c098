import type { Entry } from './hits.ts';

/** How many of `order` follow one another in `rules`, at most; steps may be left out, never swapped. */
export function longestChain(order: readonly string[], rules: readonly string[]): number {
  const best = order.map(() => 0);
  for (const rule of rules)
    for (let i = order.length - 1; i >= 0; i--)
      if (order[i] === rule) best[i] = Math.max(best[i]!, 1 + Math.max(0, ...best.slice(0, i)));
  return Math.max(0, ...best);
}

/** A run of hits in the right order. Of all runs of one length that end at one step, the one that began last is worth keeping. */
interface Chain<Ref> {
  readonly start: number;
  readonly length: number;
  readonly entry: Entry<Ref>;
  readonly before: Chain<Ref> | null;
}

/** Follows hits that should come in an order, as they come: at most steps × steps runs are kept, however many hits there are. */
export class Chains<Ref> {
  private readonly order: readonly string[];
  private readonly least: number;
  private readonly span: number;
  /** By step, by length: the run that ends there. */
  private readonly runs: (Chain<Ref> | undefined)[][];

  /** `least` steps of `order` have to come true within `span` milliseconds. */
  constructor(order: readonly string[], least: number, span: number) {
    this.order = order;
    this.least = least;
    this.span = span;
    this.runs = order.map(() => []);
  }

  /** Takes a hit; gives the hits of a run that it completes. */
  add(entry: Entry<Ref>): readonly Entry<Ref>[] | null {
    let complete: Chain<Ref> | null = null;
    // From the last step to the first, so that one hit does not make two steps.
    for (let step = this.order.length - 1; step >= 0; step--) {
      if (this.order[step] !== entry.rule) continue;
      const runs = this.runs[step]!;
      for (let length = step + 1; length >= 1; length--) {
        const before = length === 1 ? null : this.latest(step, length - 1, entry.time);
        if (length > 1 && before === null) continue;
        const start = before?.start ?? entry.time;
        const chain: Chain<Ref> = { start, length, entry, before };
        if (start >= (runs[length]?.start ?? -Infinity)) runs[length] = chain;
        if (length >= this.least && length > (complete?.length ?? 0)) complete = chain;
      }
    }
    return complete && entriesOf(complete);
  }

  private latest(step: number, length: number, now: number): Chain<Ref> | null {
    let latest: Chain<Ref> | null = null;
    for (let i = 0; i < step; i++) {
      const run = this.runs[i]![length];
      if (run && now - run.start <= this.span && run.start >= (latest?.start ?? -Infinity)) latest = run;
    }
    return latest;
  }
}

function entriesOf<Ref>(chain: Chain<Ref>): Entry<Ref>[] {
  const entries: Entry<Ref>[] = [];
  for (let at: Chain<Ref> | null = chain; at; at = at.before) entries.push(at.entry);
  return entries.reverse();
}
