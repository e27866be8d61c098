import { expect, test } from 'vitest';
import { aroundFeatures, neighbourFeatures } from './features.ts';
import { KIND_LABELS, kindProbabilities } from './model.ts';

test.each([
  ['the company denied any involvement in the break-in', 'response'],
  ['the attackers sent phishing emails with a malicious attachment', 'uses'],
  ['the number of attacks doubled within a year', 'trend'],
  ['parliament imposed sanctions on two companies', 'measure'],
] as const)('%j speaks for %s most', (clause, kind) => {
  const shares = kindProbabilities(clause);
  expect(Object.values(shares).reduce((a, b) => a + b)).toBeCloseTo(1, 9);
  expect(KIND_LABELS.reduce((best, label) => (shares[label] > shares[best] ? label : best))).toBe(kind);
});

test('what stands around a clause moves its shares', () => {
  const alone = kindProbabilities('to steal the data');
  const after = kindProbabilities('to steal the data', undefined, { words: [], before: 'uses', after: null });
  const said = kindProbabilities('to steal the data', undefined, { words: ['exploited'], before: null, after: null });
  expect(after).not.toEqual(alone);
  expect(said).not.toEqual(alone);
});

test('words around a clause count by their stems, once, without names, numbers and filler', () => {
  expect(aroundFeatures(['The', 'police', 'warned', 'warns', 'Norland', 'of', '3', '.'])).toEqual([':polic', ':warn']);
  expect(neighbourFeatures({ before: 'uses', after: null })).toEqual(['<uses']);
});
