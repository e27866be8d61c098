import { describe, expect, test } from 'vitest';
import { loadTable } from '../../knowledge/load.ts';
import { aroundFeatures, neighbourFeatures } from './features.ts';
import { KIND_LABELS, type KindModel, kindProbabilities, PAIR, pack } from './model.ts';

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

describe('a pair of tokens has a number of its own', () => {
  const weights = KIND_LABELS.map(() => 0);
  const modelOf = (tokens: number): KindModel => ({
    labels: KIND_LABELS,
    scale: 1,
    weights: Object.fromEntries(Array.from({ length: tokens }, (_, i) => [`w${i}`, weights])),
  });

  test('as many tokens as pairs can tell apart are packed, one more is refused', () => {
    expect(pack(modelOf(PAIR)).tokens.size).toBe(PAIR);
    expect(() => pack(modelOf(PAIR + 1))).toThrow(RangeError);
  });

  test('the model that is shipped has room to grow', () => {
    const { tokens, pairs } = pack(loadTable<KindModel>('reading/kinds.json.gz'));
    expect(tokens.size).toBeGreaterThan(1_000);
    expect(tokens.size).toBeLessThan(PAIR / 2);
    expect(pairs.size).toBeGreaterThan(1_000);
  });
});
