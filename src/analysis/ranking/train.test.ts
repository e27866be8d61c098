import { expect, test } from 'vitest';
import { conditionalLogit, logistic, softmax } from './train.ts';

test('a conditional logit with one feature finds the log odds', () => {
  // The alternative with the feature is chosen in three of four choices between two: w = ln 3.
  const choice = (chosen: number) => ({ values: [Float64Array.of(1, 0)], chosen, weight: 1 });
  const [w] = conditionalLogit([choice(0), choice(0), choice(0), choice(1)], 1, 0);
  expect(w).toBeCloseTo(Math.log(3), 3);
});

test('weights of choices count as repetitions do', () => {
  const choice = (chosen: number, weight: number) => ({ values: [Float64Array.of(1, 0)], chosen, weight });
  expect(conditionalLogit([choice(0, 3), choice(1, 1)], 1, 0)[0]).toBeCloseTo(Math.log(3), 3);
});

test('a penalty shrinks, an idle feature gets nothing, no choices give zeros', () => {
  const choice = (chosen: number) => ({ values: [Float64Array.of(1, 0), Float64Array.of(7, 7)], chosen, weight: 1 });
  const [w, idle] = conditionalLogit([choice(0), choice(0), choice(0), choice(1)], 2, 1);
  expect(w).toBeGreaterThan(0);
  expect(w).toBeLessThan(Math.log(3));
  expect(idle).toBeCloseTo(0, 6);
  expect(conditionalLogit([], 2, 1)).toEqual([0, 0]);
});

test('a logistic regression without features gives the base rate', () => {
  const weights = logistic([[], [], [], []], [1, 0, 0, 0], [1, 1, 1, 1], 0);
  expect(1 / (1 + Math.exp(-weights.at(-1)!))).toBeCloseTo(0.25, 3);
});

test('softmax bears large numbers', () => {
  expect(Array.from(softmax(Float64Array.of(1000, 1000)))).toEqual([0.5, 0.5]);
});
