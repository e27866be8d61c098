import { expect, test } from 'vitest';
import { plant, score } from '../../../bench/indicators-planted.ts';
import { findIndicators } from './find.ts';

test('finds what is planted in every spelling, and nothing else', () => {
  let [planted, hit, wrong] = [0, 0, 0];
  const faults: string[] = [];
  for (let seed = 101; seed <= 130; seed++) {
    const text = plant(seed, 20);
    const s = score(text, findIndicators(text.document));
    planted += s.planted;
    hit += s.hit;
    wrong += s.false;
    faults.push(...s.missed, ...s.wrong);
  }
  expect(planted).toBeGreaterThan(800);
  const shown = faults.slice(0, 20).join('\n');
  expect(hit / planted, shown).toBeGreaterThanOrEqual(0.98);
  expect(hit / (hit + wrong), shown).toBeGreaterThanOrEqual(0.98);
});

test('the score notices what is missing and what is too much', () => {
  const text = plant(5, 10);
  const found = findIndicators(text.document);
  expect(score(text, []).recall).toBe(0);
  expect(
    score(text, [...found, { type: 'domain', value: 'x.com', start: 0, end: 3, role: 'indicator', reason: null }])
      .precision,
  ).toBeLessThan(score(text, found).precision);
});
