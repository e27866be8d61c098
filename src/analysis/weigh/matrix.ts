import type { Rating } from '../../model/weighing/rating.ts';
import { type AnalystView, ratingKey, type Weighing } from '../../model/weighing/weighing.ts';
import { normalised, pooled } from './probability.ts';
import { INCONSISTENCY, LIKELIHOODS } from './tables.ts';
import { weightOf } from './weights.ts';

/** One analyst's matrix as numbers, by place of evidence and hypothesis in the weighing. */
interface Rated {
  readonly analyst: string;
  /** Evidence that the analyst rated against at least one hypothesis. */
  readonly rated: readonly boolean[];
  readonly costs: readonly (readonly number[])[];
  readonly logs: readonly (readonly number[])[];
  /** Share of the cells that the analyst filled in, 0 to 1: who has just begun does not yet count as much as who is done. */
  readonly share: number;
}

/** What remains when some evidence is taken away: sums over evidence. */
export interface Outlook {
  /** Weighted inconsistency, mean over analysts who rated, each by the share of cells filled in. */
  readonly inconsistency: readonly number[];
  /** Mean over these analysts of the naive Bayes posteriors. */
  readonly probability: readonly number[];
  readonly each: readonly {
    readonly analyst: string;
    inconsistency: readonly number[];
    probability: readonly number[];
  }[];
}

/** A weighing made ready for asking "what if" many times. */
export interface Matrix {
  readonly analysts: readonly string[];
  /** By analyst, the share of cells filled in. */
  readonly shares: ReadonlyMap<string, number>;
  /** Items of each origin, by place; every item stands in one. */
  readonly origins: readonly (readonly number[])[];
  readonly originOf: readonly number[];
  readonly priors: readonly number[];
  /** The weighted inconsistencies alone, mean over analysts. */
  inconsistency(removed: ReadonlySet<number>, weights?: readonly number[]): readonly number[];
  /** Without the items in `removed`; `weights` replaces those of the grades. */
  outlook(removed: ReadonlySet<number>, weights?: readonly number[]): Outlook;
  /** What of its weight an item counts, with its origin's items together counting once; mean over analysts. */
  counted(): readonly number[];
}

/**
 * Naive Bayes and inconsistency over a weighing. Each rating stands for a likelihood, raised to the weight of its evidence.
 * The items of one origin count together as much as the heaviest of them. A cell that does not apply, or that nobody rated, takes
 * the mean of its row, so that the evidence leaves that hypothesis where it was among the others.
 */
export function matrixOf(weighing: Weighing): Matrix {
  const { hypotheses, evidence } = weighing;
  const given = evidence.map((item) => weightOf(item).value ?? 0);
  const { origins, originOf } = groups(weighing);
  const rated = weighing.analysts.map((one) => ratedBy(one, weighing)).filter(({ share }) => share > 0);
  const priors = priorsOf(weighing);
  const logPriors = priors.map(Math.log);
  const nothing: ReadonlySet<number> = new Set();

  /** Sums of one origin for one analyst: costs, then logs. */
  function origin(one: Rated, group: number, removed: ReadonlySet<number>, weights: readonly number[]): Float64Array {
    const sums = new Float64Array(hypotheses.length * 2);
    const here = origins[group]!.filter((e) => one.rated[e] && !removed.has(e));
    const share = shareOf(here, weights);
    for (const e of here) {
      const weight = weights[e]! * share;
      for (let h = 0; h < hypotheses.length; h++) {
        sums[h]! += weight * one.costs[e]![h]!;
        sums[hypotheses.length + h]! += weight * one.logs[e]![h]!;
      }
    }
    return sums;
  }

  // Taking a few items away changes a few origins: the others are added up once.
  const size = hypotheses.length * 2;
  const filled = rated.reduce((sum, { share }) => sum + share, 0);
  const shares = rated.map(({ share }) => share / filled);
  const whole = rated.map((one) => origins.map((_, group) => origin(one, group, nothing, given)));
  const totals = whole.map((sums) => sumOf(sums, size));

  /** Origins of which not everything counts as it did. */
  function touched(removed: ReadonlySet<number>, weights: readonly number[]): Set<number> {
    const groups = new Set<number>();
    for (const e of removed) groups.add(originOf[e]!);
    if (weights !== given)
      for (const [e, weight] of weights.entries()) if (weight !== given[e]) groups.add(originOf[e]!);
    return groups;
  }

  /** One analyst's sums over all origins. */
  function total(a: number, groups: ReadonlySet<number>, removed: ReadonlySet<number>, weights: readonly number[]) {
    if (groups.size === 0) return totals[a]!;
    const sums = totals[a]!.slice();
    for (const group of groups) {
      const before = whole[a]![group]!;
      for (let i = 0; i < size; i++) sums[i]! -= before[i]!;
      if (origins[group]!.every((e) => removed.has(e))) continue;
      const after = origin(rated[a]!, group, removed, weights);
      for (let i = 0; i < size; i++) sums[i]! += after[i]!;
    }
    return sums;
  }

  function inconsistency(removed: ReadonlySet<number>, weights: readonly number[] = given): number[] {
    const groups = touched(removed, weights);
    const mean = hypotheses.map(() => 0);
    for (let a = 0; a < rated.length; a++) {
      const sums = total(a, groups, removed, weights);
      for (let h = 0; h < mean.length; h++) mean[h]! += sums[h]! * shares[a]!;
    }
    return mean;
  }

  function outlook(removed: ReadonlySet<number>, weights: readonly number[] = given): Outlook {
    const groups = touched(removed, weights);
    const each = rated.map((one, a) => {
      const sums = total(a, groups, removed, weights);
      return {
        analyst: one.analyst,
        inconsistency: Array.from(sums.subarray(0, hypotheses.length)),
        probability: normalised(logPriors.map((prior, h) => prior + sums[hypotheses.length + h]!)),
      };
    });
    const none = each.length === 0;
    return {
      inconsistency: none
        ? hypotheses.map(() => 0)
        : pooled(
            each.map((one) => one.inconsistency),
            shares,
          ),
      probability: none
        ? priors
        : pooled(
            each.map((one) => one.probability),
            shares,
          ),
      each,
    };
  }

  return {
    analysts: rated.map(({ analyst }) => analyst),
    shares: new Map(rated.map(({ analyst, share }) => [analyst, share])),
    origins,
    originOf,
    priors,
    inconsistency,
    outlook,
    counted: () =>
      evidence.map((_, e) => {
        const shares = rated
          .filter((one) => one.rated[e])
          .map(
            (one) =>
              given[e]! *
              shareOf(
                origins[originOf[e]!]!.filter((i) => one.rated[i]),
                given,
              ),
          );
        return shares.length ? shares.reduce((a, b) => a + b, 0) / shares.length : 0;
      }),
  };
}

/** Priors as they are used: those that are not given share what the others leave, and all sum to one. */
export function priorsOf({ hypotheses }: Pick<Weighing, 'hypotheses'>): number[] {
  const stated = hypotheses.reduce((sum, { prior }) => sum + (prior ?? 0), 0);
  const open = hypotheses.filter(({ prior }) => prior === null).length;
  const rest = open === 0 ? 0 : stated < 1 ? (1 - stated) / open : stated / hypotheses.length;
  const raw = hypotheses.map(({ prior }) => prior ?? rest);
  const sum = raw.reduce((a, b) => a + b, 0);
  return sum > 0 ? raw.map((value) => value / sum) : raw.map(() => 1 / raw.length);
}

function groups({ evidence }: Weighing): Pick<Matrix, 'origins' | 'originOf'> {
  const numbers = new Map<string, number>();
  const origins: number[][] = [];
  const originOf = evidence.map((item, e) => {
    // An item without an origin is its own, and no name of an origin can meet it.
    const name = item.origin === null ? `item ${item.id}` : `origin ${item.origin}`;
    const group = numbers.get(name) ?? origins.push([]) - 1;
    numbers.set(name, group);
    origins[group]!.push(e);
    return group;
  });
  return { origins, originOf };
}

/** The factor that lets the items together weigh as much as the heaviest. */
function shareOf(items: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let most = 0;
  for (const e of items) {
    sum += weights[e]!;
    most = Math.max(most, weights[e]!);
  }
  return sum > 0 ? most / sum : 1;
}

function ratedBy({ analyst, ratings }: AnalystView, { evidence, hypotheses }: Weighing): Rated {
  const cells = evidence.map((item) => hypotheses.map((h) => ratings.get(ratingKey(item.id, h.id)) ?? null));
  return {
    analyst,
    rated: cells.map((row) => row.some((cell) => cell !== null && cell !== 'NA')),
    costs: cells.map((row) => row.map((cell) => (cell === null ? 0 : INCONSISTENCY[cell]))),
    logs: cells.map(logsOf),
    share: cells.flat().filter((cell) => cell !== null).length / (evidence.length * hypotheses.length),
  };
}

function logsOf(row: readonly (Rating | null)[]): number[] {
  const logs = row.map((cell) => (cell === null || cell === 'NA' ? null : Math.log(LIKELIHOODS[cell])));
  const known = logs.filter((log) => log !== null);
  const mean = known.length ? known.reduce((a, b) => a + b, 0) / known.length : 0;
  return logs.map((log) => log ?? mean);
}

function sumOf(sums: readonly Float64Array[], length: number): Float64Array {
  const total = new Float64Array(length);
  for (const one of sums) for (let i = 0; i < length; i++) total[i]! += one[i]!;
  return total;
}
