import type { Flip, FlipMeasure, FlipSets } from '../../model/weighing/assessment.ts';
import type { Weighing } from '../../model/weighing/weighing.ts';
import type { Matrix, Outlook } from './matrix.ts';
import { STEP, TIE } from './tables.ts';
import { weightOf } from './weights.ts';

/** Pairs are tried one by one up to this many items; beyond it, only pairs of the items that weigh against the lead most. */
export const EXACT_PAIRS = 60;

/** Who leads: the lowest inconsistency, or the highest probability; several when they tie. By place of the hypothesis. */
export function leaders(outlook: Pick<Outlook, FlipMeasure>, by: FlipMeasure): number[] {
  return by === 'probability' ? lowest(outlook.probability.map((p) => -p)) : lowest(outlook.inconsistency);
}

function lowest(values: readonly number[]): number[] {
  const best = Math.min(...values);
  return values.flatMap((value, h) => (value - best <= TIE ? [h] : []));
}

export interface Flips {
  readonly sets: FlipSets;
  readonly details: readonly Flip[];
}

export const NO_FLIPS: Flips = {
  sets: { single: [], pairs: [], sources: [], origins: [], downgrades: [], smallest: null },
  details: [],
};

/**
 * The evidence that the lead rests on: what changes the leading hypothesis, or makes it tie, when it is taken away. Nothing flips
 * where nobody leads alone. `sets` goes by inconsistency; `details` has both measures.
 */
export function flipsOf(weighing: Weighing, matrix: Matrix, removed: ReadonlySet<number>): Flips {
  if (matrix.analysts.length === 0) return NO_FLIPS;
  const byCost = search(weighing, matrix, removed, 'inconsistency');
  const byShare = search(weighing, matrix, removed, 'probability');
  const of = (kind: Flip['kind']) => byCost.filter((flip) => flip.kind === kind).map(({ remove }) => remove);
  return {
    sets: {
      single: of('single').flat(),
      pairs: of('pair').map(([a, b]) => [a!, b!] as const),
      sources: of('source').flat(),
      origins: of('origin').flat(),
      downgrades: of('downgrade').flat(),
      smallest: smallest(weighing, matrix, removed),
    },
    details: [...byCost, ...byShare],
  };
}

function search(weighing: Weighing, matrix: Matrix, removed: ReadonlySet<number>, by: FlipMeasure): Flip[] {
  const [lead, ...tied] = leaders(matrix.outlook(removed), by);
  if (lead === undefined || tied.length > 0) return [];
  const { evidence, hypotheses } = weighing;
  const flips: Flip[] = [];
  /** Whether it flips; noted if so. */
  const attempt = (
    kind: Flip['kind'],
    remove: readonly string[],
    more: Iterable<number>,
    weights?: readonly number[],
  ): boolean => {
    const without = new Set(removed);
    for (const e of more) without.add(e);
    const after =
      by === 'inconsistency'
        ? lowest(matrix.inconsistency(without, weights))
        : leaders(matrix.outlook(without, weights), by);
    if (after.length === 1 && after[0] === lead) return false;
    const outlook = matrix.outlook(without, weights);
    const probabilities = Object.fromEntries(hypotheses.map(({ id }, h) => [id, outlook.probability[h]!]));
    flips.push({ kind, by, remove, leaders: after.map((h) => hypotheses[h]!.id), probabilities });
    return true;
  };
  const items = evidence.flatMap((_, e) => (removed.has(e) ? [] : [e]));
  const alone = new Set(items.filter((e) => attempt('single', [evidence[e]!.id], [e])));
  const rest = heaviest(
    matrix,
    lead,
    items.filter((e) => !alone.has(e)),
  );
  for (const [i, a] of rest.entries())
    for (const b of rest.slice(i + 1)) attempt('pair', [evidence[a]!.id, evidence[b]!.id], [a, b]);
  for (const [source, of] of itemsBySource(weighing)) attempt('source', [source], of);
  for (const of of matrix.origins) if (of.length > 1) attempt('origin', [evidence[of[0]!]!.origin!], of);
  const weights = evidence.map((item) => weightOf(item).value ?? 0);
  for (const e of items) {
    const lower = weights.with(e, Math.max(0, weights[e]! - STEP));
    if (lower[e] !== weights[e]) attempt('downgrade', [evidence[e]!.id], [], lower);
  }
  return flips;
}

/** All of them, in their order, while pairs are few; else those whose removal brings some rival closest. */
function heaviest(matrix: Matrix, lead: number, items: readonly number[]): readonly number[] {
  if (items.length <= EXACT_PAIRS) return items;
  const before = matrix.inconsistency(new Set());
  const gain = (e: number) => {
    const after = matrix.inconsistency(new Set([e]));
    return Math.max(...after.map((value, h) => (h === lead ? 0 : before[h]! - value - (before[lead]! - after[lead]!))));
  };
  return items
    .map((e) => [e, gain(e)] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, EXACT_PAIRS)
    .map(([e]) => e)
    .sort((a, b) => a - b);
}

/** Every name that evidence came from or through, with its items. */
export function itemsBySource({ evidence }: Weighing): ReadonlyMap<string, readonly number[]> {
  const sources = new Map<string, number[]>();
  for (const [e, { source, via }] of evidence.entries())
    for (const name of new Set([...(source === null ? [] : [source]), ...via]))
      sources.set(name, [...(sources.get(name) ?? []), e]);
  return sources;
}

/**
 * The fewest observations whose removal makes a rival at least as consistent as the leader. Each origin adds its own part to the
 * gap between two hypotheses, so that taking the largest parts first is exact: no smaller set closes the gap. One of the smallest
 * sets is given, as ids of evidence.
 */
function smallest({ evidence }: Weighing, matrix: Matrix, removed: ReadonlySet<number>): readonly string[] | null {
  const before = matrix.inconsistency(removed);
  const [lead, ...tied] = lowest(before);
  if (lead === undefined || tied.length > 0) return null;
  const parts = matrix.origins.map((items) => {
    const after = matrix.inconsistency(new Set([...removed, ...items]));
    return before.map((value, h) => value - after[h]!);
  });
  let best: readonly number[] | null = null;
  for (const [rival, cost] of before.entries()) {
    if (rival === lead) continue;
    let gap = cost - before[lead]!;
    const taken: number[] = [];
    const order = parts
      .map((part, group) => [group, part[rival]! - part[lead]!] as const)
      .filter(([, gain]) => gain > TIE)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [group, gain] of order) {
      if (gap <= TIE) break;
      gap -= gain;
      taken.push(group);
    }
    if (gap <= TIE && (best === null || taken.length < best.length)) best = taken;
  }
  return best?.flatMap((group) => matrix.origins[group]!.map((e) => evidence[e]!.id)).sort() ?? null;
}
