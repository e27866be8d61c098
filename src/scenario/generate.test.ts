import { expect, test } from 'vitest';
import { generate, STORIES, type Trace } from './index.ts';

test('a day made in parts holds what it holds in one piece, in the same order', () => {
  const traces = (part: number): Trace[] => {
    const found: Trace[] = [];
    const { parts } = generate(STORIES[2]!, { seed: 4, noise: 3, size: 1e6, part });
    for (const { traces: some } of parts()) for (const trace of some) found.push(trace);
    return found;
  };
  const whole = traces(Infinity);
  expect(whole.length).toBeGreaterThan(1000);
  expect(traces(2500)).toEqual(whole);
});
