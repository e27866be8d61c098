import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordRuns } from './record-runs.ts';

/** Numbers from 1 to 200 without some, in any order. */
const log = fc.uniqueArray(fc.integer({ min: 2, max: 199 }), { maxLength: 40 }).chain((missing) => {
  const numbers = Array.from({ length: 200 }, (_, i) => i + 1).filter((n) => !missing.includes(n));
  return fc.tuple(fc.constant(missing), fc.shuffledSubarray(numbers, { minLength: numbers.length }));
});

test('whatever the order, the holes are the numbers that did not come', () => {
  fc.assert(
    fc.property(log, ([missing, numbers]) => {
      const runs = new RecordRuns();
      for (const number of numbers) runs.add(number, number * 1000);
      runs.join();
      const holes = runs.runs.slice(1).flatMap((run, i) => {
        const first = runs.runs[i]!.last + 1;
        return Array.from({ length: run.first - first }, (_, n) => first + n);
      });
      expect(holes).toEqual([...missing].sort((a, b) => a - b));
      expect([runs.scattered, runs.repeats, runs.backCount]).toEqual([false, [], 0]);
    }),
  );
});

test('numbers without end and without order are given up, in little memory', () => {
  const runs = new RecordRuns();
  for (let i = 0; i < 100_000; i++) runs.add((i * 7919) % 1_000_003, 0);
  expect([runs.scattered, runs.runs.length]).toEqual([true, 0]);
});
