import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auc, calibrationError, clusterBootstrap, midRank, wilson } from './measures.ts';

test('equal values share the middle of their ranks', () => {
  expect([0, 1, 2, 3].map((i) => midRank([5, 3, 3, 9], i))).toEqual([2, 3.5, 3.5, 1]);
});

test('Wilson interval of 2 in 50, from the published formula', () => {
  const { value, low, high } = wilson(26, 50);
  expect(value).toBe(0.52);
  expect(low).toBeCloseTo(0.385, 3);
  expect(high).toBeCloseTo(0.652, 3);
});

test('area under the curve counts pairs, ties half', () => {
  expect(auc([3, 2], [1, 2])).toBe((1 + 1 + 1 + 0.5) / 4);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ max: 5, min: 0 }), { minLength: 1 }),
      fc.array(fc.integer({ max: 5, min: 0 }), { minLength: 1 }),
      (a, b) => {
        let wins = 0;
        for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0;
        expect(auc(a, b)).toBeCloseTo(wins / a.length / b.length, 9);
      },
    ),
  );
});

test('calibration error is the mean gap of stated and observed', () => {
  expect(calibrationError([0.5, 0.5, 0.5, 0.5], [true, false, true, false], 1)).toBe(0);
  expect(calibrationError([0.9, 0.9, 0.1, 0.1], [false, false, true, true], 2)).toBeCloseTo(0.9, 9);
});

test('a bootstrap of clusters is the same for the same seed and holds the value', () => {
  const rows = Array.from({ length: 30 }, (_, i) => ({ group: `g${i % 6}`, x: (i * 7) % 11 }));
  const mean = (some: readonly { x: number }[]): number => some.reduce((a, r) => a + r.x, 0) / some.length;
  const once = clusterBootstrap(rows, (r) => r.group, mean, { rounds: 200, seed: 3 });
  expect(clusterBootstrap(rows, (r) => r.group, mean, { rounds: 200, seed: 3 })).toEqual(once);
  expect(once.low).toBeLessThanOrEqual(once.value);
  expect(once.high).toBeGreaterThanOrEqual(once.value);
});
