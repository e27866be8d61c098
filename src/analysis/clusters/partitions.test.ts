import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustedRand, bCubed } from './partitions.ts';

test.each([
  // Worked by hand with the formula of Hubert and Arabie: (index − expected) / (mean of both − expected).
  [[0, 0, 1, 1], [1, 1, 0, 0], 1],
  [[0, 0, 1, 2], [0, 0, 1, 1], 4 / 7],
  [[0, 0, 0, 0], [0, 1, 2, 3], 0],
  [[0, 0, 1, 1], [0, 1, 0, 1], -1 / 2],
  [[0, 1, 2, 3], [5, 6, 7, 8], 1],
  // Contingency table 1 1 0 / 1 2 1 / 0 0 4: pairs in both 7, in one 13, in the other 14, of 45 (Yeung and Ruzzo 2001 give .313).
  [[1, 1, 2, 2, 2, 2, 3, 3, 3, 3], [1, 2, 1, 2, 2, 3, 3, 3, 3, 3], (7 - (13 * 14) / 45) / (13.5 - (13 * 14) / 45)],
])('adjusted Rand index of %j and %j', (a, b, index) => {
  expect(adjustedRand(a, b)).toBeCloseTo(index, 12);
});

test('the adjusted Rand index of the published example is .313', () => {
  expect(adjustedRand([1, 1, 2, 2, 2, 2, 3, 3, 3, 3], [1, 2, 1, 2, 2, 3, 3, 3, 3, 3])).toBeCloseTo(0.313, 3);
});

test('the adjusted Rand index is symmetric, at most 1, and 1 for a partition and itself', () => {
  const labels = fc.integer({ min: 2, max: 12 }).chain((n) => {
    const one = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: n, maxLength: n });
    return fc.tuple(one, one);
  });
  fc.assert(
    fc.property(labels, ([a, b]) => {
      expect(adjustedRand(a, b)).toBeCloseTo(adjustedRand(b, a), 12);
      expect(adjustedRand(a, b)).toBeLessThanOrEqual(1 + 1e-12);
      expect(adjustedRand(a, a)).toBe(1);
    }),
  );
});

test('B-cubed: a cluster of two classes costs precision, a class in two clusters costs recall', () => {
  expect(bCubed([0, 0, 0, 1], ['a', 'a', 'b', 'b'])).toEqual([
    { precision: 2 / 3, recall: 1 },
    { precision: 2 / 3, recall: 1 },
    { precision: 1 / 3, recall: 1 / 2 },
    { precision: 1, recall: 1 / 2 },
  ]);
});
