/**
 * What one set of weights of the ranking's form reaches on given questions when it is chosen by these very questions: a bound from within, not a way to learn weights.
 * The gain (1 / rank, or "among the first five") is piecewise constant in each weight, so each is set to its exact best with the others held, by sweeping all weights
 * at which two candidates change places (Och 2003, Minimum Error Rate Training), in turn until nothing gains, from the best of many random sets.
 */
import type { Evidence } from '../../src/analysis/ranking/evidence.ts';
import { compare, FEATURES, type Feature } from '../../src/analysis/ranking/features.ts';
import { mulberry32 } from '../../src/analysis/ranking/measures.ts';
import { COUNTING, profilesOf } from '../../src/analysis/ranking/profiles.ts';

/** What is tuned beside the weights: how evidence is counted. Of each row one number is taken; the first is the shipped one. */
export const COUNTINGS = {
  halfLife: [6, 3, 12, Number.POSITIVE_INFINITY],
  activityHalfLife: [1, 0.5, 2],
  techniquePrior: [3, 1, 10],
  softwarePrior: [1, 0.3, 3],
} as const;
type Setting = Readonly<Record<keyof typeof COUNTINGS, number>>;
const SHIPPED: Setting = { halfLife: 0, activityHalfLife: 0, techniquePrior: 0, softwarePrior: 0 };

/** Items of techniques and software have no part in `otherOdds`. */
export const TUNED: readonly Feature[] = FEATURES.filter((f) => f !== 'otherOdds');
/** The only weights that may be below zero in the shipped form. */
const SIGNED: ReadonlySet<Feature> = new Set<Feature>(['activity', 'profileSize']);

export interface Asked {
  readonly evidence: Evidence;
  readonly items: readonly string[];
  readonly year: number | null;
  readonly truth: string;
}

/** A question ready to be tuned on: for each way of counting and each feature, how far every other candidate lies above the right one. */
export interface Tunable {
  readonly group: string;
  /** By feature in the order of `TUNED`. */
  readonly above: (feature: number, setting: Setting) => Float64Array;
}

/** A gain by rank, summed over questions. */
export type Gain = (rank: number) => number;
export const RECIPROCAL: Gain = (rank) => 1 / rank;
export const within =
  (k: number): Gain =>
  (rank) =>
    rank < k + 0.5 ? 1 : 0;

export function tunable({ evidence, items, year, truth }: Asked): Tunable {
  const columns = COUNTINGS.halfLife.map((halfLife) =>
    COUNTINGS.activityHalfLife.map((activityHalfLife, level) => {
      const [technique, software] = [COUNTINGS.techniquePrior[level]!, COUNTINGS.softwarePrior[level]!];
      const prior = { ...COUNTING.prior, technique, software };
      const profiles = profilesOf(evidence, { halfLife, activityHalfLife, prior });
      const right = profiles.candidates.indexOf(truth);
      const { values } = compare(profiles, [...new Set(items)], year);
      return TUNED.map((f) => {
        const own = values[f][right]!;
        return values[f].filter((_, c) => c !== right).map((x) => x - own);
      });
    }),
  );
  // One level moves three numbers; each feature depends on one of them at most.
  const levels = TUNED.map((f) => LEVEL_OF[f]);
  return {
    group: truth,
    above: (k, setting) => columns[setting.halfLife]![levels[k] ? setting[levels[k]] : 0]![k]!,
  };
}

const LEVEL_OF: Readonly<Partial<Record<Feature, keyof Setting>>> = {
  techniqueOdds: 'techniquePrior',
  softwareOdds: 'softwarePrior',
  activity: 'activityHalfLife',
};

export interface Tuned {
  readonly setting: Setting;
  /** By feature, in the order of `TUNED`. */
  readonly weights: readonly number[];
  /** Mean gain on the questions it was tuned on. */
  readonly gain: number;
}

/** Ranks of the right candidates, ties in the middle. */
export function ranksBy({ setting, weights }: Omit<Tuned, 'gain'>, questions: readonly Tunable[]): number[] {
  return questions.map((q) => {
    let rank = 1;
    for (const x of margins(q, setting, weights)) rank += x > 0 ? 1 : x === 0 ? 0.5 : 0;
    return rank;
  });
}

function margins(q: Tunable, setting: Setting, weights: readonly number[], but = -1): Float64Array {
  const sum = new Float64Array(q.above(0, setting).length);
  for (let k = 0; k < weights.length; k++) {
    const w = weights[k]!;
    if (!w || k === but) continue;
    const column = q.above(k, setting);
    for (let c = 0; c < sum.length; c++) sum[c]! += w * column[c]!;
  }
  return sum;
}

export interface Search {
  readonly gain: Gain;
  readonly seed: number;
  /** Random sets tried, how many of the best are climbed from, and how often each is shaken and climbed from again. */
  readonly trials: number;
  readonly starts: number;
  readonly shakes: number;
  /** Any weight may be below zero, which the shipped form does not allow. */
  readonly signed: boolean;
  /** Weights to start from as well. */
  readonly from: readonly number[];
}

/** The best set found for these questions. Deterministic by seed. */
export function tune(questions: readonly Tunable[], search: Search): Tuned {
  const random = mulberry32(search.seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const scales = TUNED.map((_, k) => spread(questions.map((q) => q.above(k, SHIPPED))));
  const mean = (of: Omit<Tuned, 'gain'>): Tuned => ({
    ...of,
    gain: ranksBy(of, questions).reduce((a, r) => a + search.gain(r), 0) / questions.length,
  });
  const drawn = Array.from({ length: search.trials }, () => {
    const setting = Object.fromEntries(
      Object.entries(COUNTINGS).map(([name, row]) => [name, Math.floor(random() * row.length)]),
    ) as unknown as Setting;
    const weights = TUNED.map((f, k) => {
      const size = random() < 0.3 ? 0 : Math.exp(1.5 * normal());
      const sign = (search.signed || SIGNED.has(f)) && random() < 0.5 ? -1 : 1;
      return (sign * size) / scales[k]!;
    });
    return mean({ setting, weights });
  });
  drawn.sort((a, b) => b.gain - a.gain);
  let best = mean({ setting: SHIPPED, weights: search.from });
  for (const start of [best, ...drawn.slice(0, search.starts)]) {
    let top = climb(start);
    for (let shake = 0; shake < search.shakes; shake++) {
      const next = climb(mean({ ...top, weights: top.weights.map((w) => w * Math.exp(0.7 * normal())) }));
      if (next.gain >= top.gain) top = next;
    }
    if (top.gain > best.gain) best = top;
  }
  return best;

  function climb(start: Tuned): Tuned {
    let at = start;
    for (let before = -1; at.gain > before + 1e-9; ) {
      before = at.gain;
      for (const name of Object.keys(COUNTINGS) as (keyof Setting)[])
        COUNTINGS[name].forEach((_, i) => {
          const next = mean({ ...at, setting: { ...at.setting, [name]: i } });
          if (next.gain > at.gain + 1e-9) at = next;
        });
      TUNED.forEach((f, k) => {
        const lines = questions.map(
          (q): Line => ({ at: margins(q, at.setting, at.weights, k), by: q.above(k, at.setting) }),
        );
        const weight = bestOnLine(lines, search.gain, search.signed || SIGNED.has(f) ? Number.NEGATIVE_INFINITY : 0);
        const next = mean({ ...at, weights: at.weights.map((w, j) => (j === k ? weight : w)) });
        if (next.gain > at.gain + 1e-9) at = next;
      });
    }
    return at;
  }
}

/** How far each other candidate lies above the right one: at + w · by. */
export interface Line {
  readonly at: Float64Array;
  readonly by: Float64Array;
}

/** The w from `least` on with the highest summed gain: the middle of the widest best stretch between two weights at which candidates change places. */
export function bestOnLine(lines: readonly Line[], gain: Gain, least: number): number {
  const most = lines.reduce((n, { at }) => n + at.length, 0);
  const [places, whose, steps] = [new Float64Array(most), new Uint32Array(most), new Int8Array(most)];
  let n = 0;
  const ranks = lines.map(({ at, by }, q) => {
    let rank = 1;
    for (let c = 0; c < at.length; c++) {
      const [a, b] = [at[c]!, by[c]!];
      const w = -a / b;
      if (b === 0) rank += a > 0 ? 1 : a === 0 ? 0.5 : 0;
      else if (w <= least) rank += b > 0 ? 1 : 0;
      else {
        if (b < 0) rank++;
        places[n] = w;
        whose[n] = q;
        steps[n++] = b > 0 ? 1 : -1;
      }
    }
    return rank;
  });
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((x, y) => places[x]! - places[y]!);
  let sum = ranks.reduce((s, r) => s + gain(r), 0);
  let best = { sum: -1, width: 0, w: 0 };
  let from = least;
  const stretch = (to: number): void => {
    const width = to - from;
    if (sum < best.sum - 1e-9 || (sum < best.sum + 1e-9 && !(width > best.width))) return;
    // Beyond the outermost change any weight is alike.
    const w = Number.isFinite(width)
      ? (from + to) / 2
      : Number.isFinite(from)
        ? from + 1
        : Number.isFinite(to)
          ? to - 1
          : 0;
    best = { sum, width: Number.isFinite(width) ? width : 1, w };
  };
  for (const i of order) {
    const [w, q] = [places[i]!, whose[i]!];
    if (w > from) stretch(w);
    from = Math.max(from, w);
    sum -= gain(ranks[q]!);
    ranks[q]! += steps[i]!;
    sum += gain(ranks[q]!);
  }
  stretch(Number.POSITIVE_INFINITY);
  return best.w;
}

function spread(columns: readonly Float64Array[]): number {
  const all = columns.flatMap((column) => Array.from(column));
  const mean = all.reduce((a, x) => a + x, 0) / all.length;
  return Math.sqrt(all.reduce((a, x) => a + (x - mean) ** 2, 0) / all.length) || 1;
}
