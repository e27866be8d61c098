import { expect, test } from 'vitest';
import { bestOnLine, RECIPROCAL, type Tunable, tune, within } from '../bench/attribution/tuned.ts';

const line = (at: number[], by: number[]) => ({ at: Float64Array.from(at), by: Float64Array.from(by) });

test('a weight lands in the middle of its widest best stretch', () => {
  // The other of the first question passes below the right one at 2, that of the second rises above it at 6.
  expect(bestOnLine([line([2], [-1]), line([-6], [1])], RECIPROCAL, 0)).toBe(4);
  // Both cannot come first: below 1 the second does, from 3 on the first, and that stretch has no end.
  expect(bestOnLine([line([3], [-1]), line([-1], [1])], RECIPROCAL, 0)).toBeGreaterThan(3);
  // Only a weight below zero helps: from zero on nothing is gained, wherever it may go it is.
  expect(bestOnLine([line([2], [1])], RECIPROCAL, Number.NEGATIVE_INFINITY)).toBeLessThan(-2);
  expect(bestOnLine([line([2], [1])], RECIPROCAL, 0)).toBeGreaterThanOrEqual(0);
  // Among the first two: one of two others may stay above.
  expect(bestOnLine([line([2, 8], [-1, -1])], within(2), 0)).toBeGreaterThan(2);
});

test('a set of weights is found where one exists, from any start', () => {
  // Two features tell, one each question; the shipped start follows a third, which misleads.
  const question = (group: string, first: number, second: number): Tunable => ({
    group,
    above: (k) => Float64Array.from([[first, second, 1][k] ?? 0]),
  });
  const questions = [question('a', -1, 0.4), question('b', 0.4, -1)];
  const from = Array.from({ length: 13 }, (_, k) => (k === 2 ? 1 : 0));
  const search = { gain: RECIPROCAL, seed: 1, trials: 50, starts: 2, shakes: 1, signed: false, from };
  const best = tune(questions, search);
  expect(best.gain).toBe(1);
  expect(Math.min(...best.weights)).toBeGreaterThanOrEqual(0);
  expect(tune(questions, search)).toEqual(best);
});
