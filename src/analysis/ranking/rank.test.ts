import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceOf } from './evidence.ts';
import { TABLE } from './example.fixture.ts';
import { compare, FEATURES, type Feature, partsOf } from './features.ts';
import type { RankingModel } from './model.ts';
import { profilesOf } from './profiles.ts';
import { rankActors, underPolicy } from './rank.ts';

const PROFILES = profilesOf(evidenceOf(TABLE));
const MODEL: RankingModel = {
  version: 'test',
  trained: 'nothing',
  weights: Object.fromEntries(FEATURES.map((f, i) => [f, f === 'malwareCover' ? 2 : 0.2 + i / 20])) as Record<
    Feature,
    number
  >,
  sharpness: { within: 1, after: 0.5 },
  known: {
    weights: { strengthWithin: 1, containedWithin: 0.5, strengthAfter: 0.5, after: -0.5, lateness: -1 },
    intercept: -1,
  },
  unknownShare: [0.4, 0.5, 0.6],
  unknownThen: 0.2,
};
const TERMS = [
  'T1001',
  'T1003',
  'T1003.001',
  'T1004',
  'T1006',
  'T1099',
  'S0001',
  'S0002',
  'S0003',
  'S0099',
  'CVE-2019-0001',
  'country:UA',
  'sector:energy',
  'a.example',
];
const seen = fc.uniqueArray(fc.constantFrom(...TERMS), { maxLength: 8 });

test('features by hand', () => {
  const { values } = compare(PROFILES, ['T1004', 'S0001']);
  const row = (f: Feature) => Array.from(values[f], (x) => Number(x.toFixed(3)));
  // T1004 and S0001 are known of the first group alone: idf 1 + ln(4/2) each.
  expect(row('techniqueCover')).toEqual([1, 0, 0]);
  expect(row('malwareCover')).toEqual([1, 0, 0]);
  expect(row('softwareCosine')).toEqual([1, 0, 0]);
  // Report 1 tells T1003 and T1005 (idf 1 + ln 4/4 and 1 + ln 4/3), T1004, T1006, S0001 and, by its campaign, T1001.
  const [idf1, idf2, idf3] = [1 + Math.log(2), 1 + Math.log(4 / 3), 1];
  const norm = (...idf: number[]) => Math.sqrt(idf.reduce((a, x) => a + x * x, 0));
  expect(values.nearestReport[0]).toBeCloseTo(
    (2 * idf1 ** 2) / (norm(idf1, idf1) * norm(idf3, idf2, idf1, idf2, idf1, idf2)),
    9,
  );
  expect(row('impliedTechniques')).toEqual([0, 0, 0]);
  expect(Array.from(compare(PROFILES, ['T1006']).values.impliedTechniques)).toEqual([1, 0, 0]);
  expect(Array.from(compare(PROFILES, ['S0003']).values.softwareBeside)).toEqual([0, 1, 0]);
  expect(Array.from(compare(PROFILES, ['S0002']).values.malwareCover)).toEqual([0, 0, 0]);
  expect(Array.from(compare(PROFILES, ['T1003.002']).values.parentCover)).toEqual([1, 1, 1]);
});

test('withdrawn techniques meet their successors', () => {
  expect(PROFILES.terms.get('T1002')).toBeUndefined();
  expect(Array.from(PROFILES.terms.get('T1001')!.holders)).toEqual([0, 1]);
});

test('the parts of items sum to the features, whatever was seen', () => {
  fc.assert(
    fc.property(seen, (items) => {
      const comparison = compare(PROFILES, items);
      const parts = items.map((item) => partsOf(PROFILES, comparison, item));
      for (const f of FEATURES.slice(0, -2))
        for (let c = 0; c < 3; c++)
          expect(parts.reduce((a, p) => a + (p[f]?.[c] ?? 0), 0)).toBeCloseTo(comparison.values[f][c]!, 9);
    }),
  );
});

test('probabilities sum to one with none, reasons to the log odds against the average candidate', () => {
  fc.assert(
    fc.property(seen, (items) => {
      const { ranking, none } = rankActors(PROFILES, MODEL, items);
      expect(ranking).toHaveLength(3);
      expect(ranking.reduce((a, r) => a + r.probability, none)).toBeCloseTo(1, 9);
      const mean = ranking.reduce((a, r) => a + Math.log(r.probability), 0) / 3;
      for (const { probability, reasons } of ranking)
        expect(reasons.reduce((a, r) => a + r.weight, 0)).toBeCloseTo(Math.log(probability) - mean, 6);
    }),
  );
});

test('lists the likeliest first, with what speaks for it and what could not be compared', () => {
  const { ranking, coverage } = rankActors(PROFILES, MODEL, ['S0001', 'T1004', 'S0099', 'T1004'], { listed: 1 });
  expect(ranking.map((r) => r.actor)).toEqual(['G0001']);
  expect(ranking[0]!.reasons[0]!.item).toBe('S0001');
  expect(ranking[0]!.reasons[0]!.by).toContain('malwareCover');
  expect(coverage).toEqual({
    topics: { technique: { seen: 1, known: 1 }, software: { seen: 2, known: 1 } },
    unknown: ['S0099'],
  });
});

test('long after the end of the facts somebody new is likelier', () => {
  const none = (year: number) => rankActors(PROFILES, MODEL, ['S0001'], { year }).none;
  expect(none(2023)).toBeGreaterThan(none(2021));
  expect(none(2019)).toBe(rankActors(PROFILES, MODEL, ['S0001']).none);
});

test('a share of unknown groups that the asker expects moves the odds by the change of base rates', () => {
  const none = (unknownShare: number | null) => rankActors(PROFILES, MODEL, ['S0001', 'T1003'], { unknownShare }).none;
  const odds = (p: number) => p / (1 - p);
  // The model was learned with 0.4 unknown ones while facts were gathered.
  expect(none(0.4)).toBeCloseTo(none(null), 9);
  expect(odds(none(0.8)) / odds(none(null))).toBeCloseTo(odds(0.8) / odds(0.4), 6);
});

test('order of the items makes no difference', () => {
  fc.assert(
    fc.property(seen, (items) => {
      const a = rankActors(PROFILES, MODEL, items).ranking.map((r) => r.probability);
      const b = rankActors(PROFILES, MODEL, [...items].reverse()).ranking.map((r) => r.probability);
      for (const [i, p] of a.entries()) expect(p).toBeCloseTo(b[i]!, 9);
    }),
  );
});

test('a policy that holds two candidates to be one adds their probabilities', () => {
  const { ranking, none } = rankActors(PROFILES, MODEL, ['T1003']);
  const lines = underPolicy(ranking, (id) => (id === 'G0003' ? 'X' : id === 'G0001' ? 'X' : id));
  expect(lines.map((l) => [l.actor, l.members.length])).toEqual([
    ['G0002', 1],
    ['X', 2],
  ]);
  expect(lines.reduce((a, l) => a + l.probability, none)).toBeCloseTo(1, 9);
});
