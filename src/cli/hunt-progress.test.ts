import { expect, test } from 'vitest';
import { progressWords } from './hunt-progress.ts';

test.each([
  [{ done: 50e6, of: 200e6, hits: 1 }, 1000, '25 % · 50 of 200 MB · 50 MB/s · 0:03 left · 1 hit'],
  [{ done: 5e6, of: -1, hits: 0 }, 2000, '5.0 MB · 2.5 MB/s · 0 hits'],
  [{ done: 1e6, of: 10e9, hits: 2 }, 1000, '0 % · 1.0 of 10000 MB · 1.0 MB/s · 2:46:39 left · 2 hits'],
  [{ done: 0, of: 10, hits: 2 }, 0, '0 % · 0.0 of 0.0 MB · 0.0 MB/s · 2 hits'],
])('%j after %i ms: %s', (progress, elapsed, words) => {
  expect(progressWords(progress, elapsed)).toBe(words);
});
