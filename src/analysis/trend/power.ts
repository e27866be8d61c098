import { binomialAtLeast, normalAbove, poissonAt, poissonAtLeast } from './numerics.ts';

export interface PowerQuestion {
  /** Events a unit of time before. */
  readonly rate: number;
  /** How many times more after. */
  readonly rise: number;
  readonly exposure: { readonly before: number; readonly after: number };
  readonly alpha?: number;
}

/** Above this many expected events the sum is replaced by a normal approximation of the square roots, right to two digits there. */
const MANY = 20_000;
const TAIL = 1e-10;

/**
 * The chance that the one-sided exact test of two Poisson rates finds a rise of the given size: the sum over all pairs of counts
 * of their probability, where the test is significant. To be asked before looking at the result.
 */
export function exactPower({ rate, rise, exposure, alpha = 0.05 }: PowerQuestion): number {
  const [mean0, mean1] = [rate * exposure.before, rate * rise * exposure.after];
  const share = exposure.after / (exposure.before + exposure.after);
  if (mean0 + mean1 > MANY) return largePower(mean0, mean1, share, alpha);
  let power = 0;
  let needed = 0;
  const start = Math.max(0, Math.floor(mean0 - 8 * Math.sqrt(mean0) - 5));
  for (let before = start, seen = 0; seen < 1 - TAIL && before < mean0 + 12 * Math.sqrt(mean0) + 40; before++) {
    const chance = poissonAt(before, mean0);
    seen += chance;
    // The count that is needed never falls when more came before.
    while (binomialAtLeast(needed, before + needed, share) > alpha) needed++;
    power += chance * poissonAtLeast(needed, mean1);
  }
  return Math.min(1, power);
}

function largePower(mean0: number, mean1: number, share: number, alpha: number): number {
  const z = zOf(alpha);
  const scale = share / (1 - share);
  const difference = Math.log(mean1 / mean0 / scale);
  return normalAbove(z - difference / Math.sqrt(1 / mean0 + 1 / mean1));
}

/** Upper quantile of the standard normal, by bisection. */
function zOf(alpha: number): number {
  let [low, high] = [-10, 10];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (normalAbove(middle) > alpha) low = middle;
    else high = middle;
  }
  return low;
}

/** The lowest rate before at which a rise of that size would be found with that chance; null when no rate up to 10,000 does. */
export function rateNeeded(question: Omit<PowerQuestion, 'rate'>, wanted = 0.8): number | null {
  let [low, high] = [0, 1e-6];
  while (exactPower({ ...question, rate: high }) < wanted) {
    low = high;
    high *= 2;
    if (high > 1e4) return null;
  }
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (exactPower({ ...question, rate: middle }) < wanted) low = middle;
    else high = middle;
  }
  return high;
}
