import type { Contradiction } from '../../../src/http/contract/index.ts';

/** A pair with how many other pairs only repeat it: the same words from the same two origins. */
export interface FoldedPair extends Contradiction {
  readonly repeated: number;
}

/** Lays pairs that echo each other on one stack, in the place of the first. */
export function foldEchoes(pairs: readonly Contradiction[]): FoldedPair[] {
  const stacks = new Map<string, FoldedPair>();
  for (const pair of pairs) {
    const key = [pair.a, pair.b]
      .map((s) => `${s.origin} ${s.kind} ${s.quote.toLowerCase().replace(/\W+/g, ' ')}`)
      .join('|');
    const first = stacks.get(key);
    stacks.set(key, first ? { ...first, repeated: first.repeated + 1 } : { ...pair, repeated: 0 });
  }
  return [...stacks.values()];
}
