import { expect, test } from 'vitest';
import { fuzzEvtx, writtenSeeds } from '../../bench/evtx-damage.ts';

test('thousands of damaged logs neither throw nor hang, and much of them is still read', () => {
  const found = fuzzEvtx([...writtenSeeds()], 2_000, 42);
  expect(found.records).toBeGreaterThan(500);
  expect(found.problems).toBeGreaterThan(500);
});
