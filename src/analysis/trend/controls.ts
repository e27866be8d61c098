import { type FisherTest, fisher } from './fisher.ts';
import { normalAbove, Z95 } from './numerics.ts';

/** Counts of the pair asked about and of a control in the same windows. */
export interface Pairwise {
  readonly before: number;
  readonly after: number;
}

export interface Control extends Pairwise {
  readonly name: string;
  /** Ratio of the two rate ratios: how much more the pair rose than the control. */
  readonly ratio: number | null;
  readonly interval: readonly [number, number];
  /** One-sided Fisher: the pair rose more than the control. */
  readonly p: number;
}

/** Above this in every cell the exact test takes long and says the same. */
const MANY = 500;

/** The log of the ratio as normal (Woolf, Annals of Human Genetics 1955). */
function approximate(name: string, pair: Pairwise, control: Pairwise): Control {
  const ratio = (pair.after * control.before) / (pair.before * control.after);
  const error = Math.sqrt(1 / pair.after + 1 / pair.before + 1 / control.after + 1 / control.before);
  const at = (z: number) => Math.exp(Math.log(ratio) + z * error);
  return { name, ...control, ratio, interval: [at(-Z95), at(Z95)], p: normalAbove(Math.log(ratio) / error) };
}

/**
 * Difference in differences for counts: whether the pair rose more than the control did in the same windows. Given all margins
 * this is Fisher's exact test of the 2 × 2 table, and lengths of windows cancel out.
 */
export function againstControl(name: string, pair: Pairwise, control: Pairwise): Control {
  if (pair.before + pair.after === 0 || control.before + control.after === 0)
    return { name, ...control, ratio: null, interval: [0, Number.POSITIVE_INFINITY], p: 1 };
  if (Math.min(pair.before, pair.after, control.before, control.after) >= MANY) return approximate(name, pair, control);
  const test: FisherTest = fisher([
    [pair.after, pair.before],
    [control.after, control.before],
  ]);
  return {
    name,
    ...control,
    ratio: Number.isNaN(test.ratio) ? null : test.ratio,
    interval: test.interval,
    p: test.p_greater,
  };
}
