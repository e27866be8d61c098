import { expect, test } from 'vitest';
import { standsWords } from './report.ts';

test('only what was significant can lose it', () => {
  expect(standsWords(2.5)).toBe(', which holds until the variance is 2.5 times the mean');
  expect(standsWords(0.12)).toBe('');
});
