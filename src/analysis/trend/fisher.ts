import { logChoose } from './numerics.ts';

/** A 2 × 2 table by rows: `[[a, b], [c, d]]`. */
export type Table = readonly [readonly [number, number], readonly [number, number]];

export interface FisherTest {
  /** a·d / (b·c), the ratio in the sample. */
  readonly ratio: number;
  /** Conditional maximum likelihood. */
  readonly conditional: number;
  /** Exact interval of the conditional ratio, each tail 2.5 %. */
  readonly interval: readonly [number, number];
  /** One-sided: a as large as seen or larger. */
  readonly p_greater: number;
  /** Two-sided: all tables no more likely than the one seen. */
  readonly p: number;
}

/** Fisher's exact test (Statistical Methods for Research Workers, 1934) with the interval of Cornfield's exact method. */
export function fisher([[a, b], [c, d]]: Table): FisherTest {
  const low = Math.max(0, a + c - (c + d));
  const high = Math.min(a + b, a + c);
  const logs = Array.from(
    { length: high - low + 1 },
    (_, i) => logChoose(a + b, low + i) + logChoose(c + d, a + c - low - i),
  );
  const under = (ratio: number) => weights(logs, low, ratio);
  const null_ = under(1);
  const seen = null_[a - low]!;
  return {
    ratio: (a * d) / (b * c),
    conditional: solve((ratio) => mean(under(ratio), low) - a, a === low, a === high),
    interval: [
      a === low ? 0 : solve((ratio) => upper(under(ratio), a - low) - 0.025, false, false),
      a === high ? Number.POSITIVE_INFINITY : solve((ratio) => 0.025 - lower(under(ratio), a - low), false, false),
    ],
    p_greater: Math.min(1, upper(null_, a - low)),
    p: Math.min(1, sum(null_.filter((w) => w <= seen * (1 + 1e-7)))),
  };
}

/** Probabilities of the noncentral hypergeometric distribution. */
function weights(logs: readonly number[], low: number, ratio: number): number[] {
  const log = Math.log(ratio);
  const terms = logs.map((l, i) => l + (low + i) * log);
  const most = terms.reduce((x, y) => Math.max(x, y), Number.NEGATIVE_INFINITY);
  const raw = terms.map((t) => Math.exp(t - most));
  const total = sum(raw);
  return raw.map((w) => w / total);
}

const sum = (values: readonly number[]) => values.reduce((x, y) => x + y, 0);
const upper = (w: readonly number[], at: number) => sum(w.slice(at));
const lower = (w: readonly number[], at: number) => sum(w.slice(0, at + 1));
const mean = (w: readonly number[], low: number) => w.reduce((x, y, i) => x + y * (low + i), 0);

/** The ratio at which a rising function crosses 0, by bisection on a log scale. */
function solve(f: (ratio: number) => number, atZero: boolean, atInfinity: boolean): number {
  if (atZero) return 0;
  if (atInfinity) return Number.POSITIVE_INFINITY;
  let [low, high] = [-30, 30];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (f(Math.exp(middle)) < 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
