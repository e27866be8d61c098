import type { Discriminator } from '../../model/weighing/assessment.ts';
import type { Rating } from '../../model/weighing/rating.ts';
import type { Hypothesis, Weighing } from '../../model/weighing/weighing.ts';
import { OBSERVATIONS } from './observations.ts';
import { entropy } from './probability.ts';
import { LIKELIHOODS } from './tables.ts';

/** So many are shown. */
const MOST = 8;
/** Bits; less than this is not worth looking for. */
const LEAST = 0.005;

/**
 * What to look for next, the most telling first: for each observation that could be made, the expected drop of entropy (Lindley
 * 1956) over all hypotheses and over the two most probable ones. Observations are those that analysts wrote down for this question,
 * and those of the table that fit the roles of at least two hypotheses.
 */
export function discriminators(weighing: Weighing, probability: readonly number[]): Discriminator[] {
  const { hypotheses } = weighing;
  const order = hypotheses.map((_, h) => h).sort((a, b) => probability[b]! - probability[a]! || a - b);
  const [first, second] = order;
  const named = weighing.look_for.map((one) => ({ ...one, from: 'question' as const }));
  const typical = OBSERVATIONS.map(({ id, text, expects }) => ({
    id,
    text,
    from: 'table' as const,
    expects: byHypothesis(hypotheses, expects),
  })).filter(({ id, expects }) => Object.keys(expects).length > 1 && !named.some((one) => one.id === id));
  return [...named, ...typical]
    .map((one): Discriminator => {
      const seen = likelihoods(hypotheses, one.expects);
      const pair = first === undefined || second === undefined ? null : ([first, second] as const);
      const only = pair && normalisedPair(probability, pair);
      const sides = pair ? pair.map((h) => seen[h]!) : [];
      return {
        ...one,
        gain: gain(probability, seen),
        gain_between: only ? gain(only, sides) : 0,
        between: pair ? [hypotheses[pair[0]]!.id, hypotheses[pair[1]]!.id] : null,
        if_seen: byId(hypotheses, posterior(probability, seen)),
        if_not: byId(
          hypotheses,
          posterior(
            probability,
            seen.map((p) => 1 - p),
          ),
        ),
      };
    })
    .filter((one) => one.gain >= LEAST || one.gain_between >= LEAST)
    .sort((a, b) => b.gain_between - a.gain_between || b.gain - a.gain || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

/** Expected drop of entropy, in bits, when one learns whether something is seen that each hypothesis expects with `seen`. */
export function gain(probability: readonly number[], seen: readonly number[]): number {
  const chance = probability.reduce((sum, p, h) => sum + p * seen[h]!, 0);
  const not = seen.map((p) => 1 - p);
  const after = chance * entropy(posterior(probability, seen)) + (1 - chance) * entropy(posterior(probability, not));
  return Math.max(0, entropy(probability) - after);
}

function posterior(probability: readonly number[], likelihood: readonly number[]): number[] {
  const joint = probability.map((p, h) => p * likelihood[h]!);
  const sum = joint.reduce((a, b) => a + b, 0);
  return sum > 0 ? joint.map((p) => p / sum) : [...probability];
}

function normalisedPair(probability: readonly number[], [a, b]: readonly [number, number]): number[] {
  const sum = probability[a]! + probability[b]!;
  return sum > 0 ? [probability[a]! / sum, probability[b]! / sum] : [0.5, 0.5];
}

function byHypothesis(
  hypotheses: readonly Hypothesis[],
  expects: Readonly<Record<string, Rating>>,
): Readonly<Record<string, Rating>> {
  return Object.fromEntries(
    hypotheses.flatMap(({ id, role }) => (role !== null && expects[role] ? [[id, expects[role]] as const] : [])),
  );
}

/** A hypothesis about which the observation says nothing expects it as much as the others do on average. */
function likelihoods(hypotheses: readonly Hypothesis[], expects: Readonly<Record<string, Rating>>): number[] {
  const given = hypotheses.map(({ id }) => {
    const rating = expects[id];
    return rating === undefined || rating === 'NA' ? null : LIKELIHOODS[rating];
  });
  const known = given.filter((p) => p !== null);
  const mean = known.length ? known.reduce((a, b) => a + b, 0) / known.length : 0.5;
  return given.map((p) => p ?? mean);
}

function byId(hypotheses: readonly Hypothesis[], values: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(hypotheses.map(({ id }, h) => [id, values[h]!]));
}
