import { expect, test } from 'vitest';
import type { Hit } from './hit.ts';
import { SeenCopies } from './seen-copies.ts';

const hit = (copy: number, file: number) => ({ copy, file }) as Hit;

test('hands a hit on again only for an earlier file, or when it cannot be told', () => {
  const seen = new SeenCopies();
  expect(seen.without([hit(1, 5), hit(2, 5), hit(1, 5)])).toHaveLength(2);
  expect(seen.without([hit(1, 7), hit(0, 7), hit(0, 7)])).toHaveLength(2);
  expect(seen.without([hit(1, 3)])).toHaveLength(1);
  expect(seen.without([hit(1, 4)])).toHaveLength(0);
  expect(seen.dropped).toBe(3);
});

test('remembers no more than its limit', () => {
  const seen = new SeenCopies(2);
  expect(seen.without([hit(1, 0), hit(2, 0), hit(3, 0), hit(3, 0), hit(1, 0)])).toHaveLength(4);
});
