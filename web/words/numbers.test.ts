import { expect, test } from 'vitest';
import { quantityWords } from './numbers.ts';

test.each([
  [40, 'attack', '40 attacks'],
  [1, 'machine', '1 machine'],
  [99, 'store', '99 stores'],
  [3, 'company', '3 companies'],
  [2, 'address', '2 addresses'],
  [40, 'gb', '40 GB'],
  [1.5, 'TB', '1.5 TB'],
  [11, 'people', '11 people'],
  [12, 'percent', '12 percent'],
  [5, 'USD', '5 USD'],
])('%s %s is written %s', (value, unit, words) => {
  expect(quantityWords({ value, unit, bound: 'exact' })).toBe(words);
});
