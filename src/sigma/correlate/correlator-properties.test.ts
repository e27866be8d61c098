import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read, run, type Spec } from '../../../test/sigma-correlations.ts';
import { Correlator } from './correlator.ts';

test('sliding counts agree with counting anew for every hit', () => {
  const five = read('type: event_count\nrules: [a, b]\ngroup-by: [G]\ntimespan: 10s\ncondition: {gte: 5}');
  const hit = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 40 }), fc.constantFrom('p', 'q'));
  fc.assert(
    fc.property(fc.array(hit, { maxLength: 60 }), (drawn) => {
      const hits = [...drawn].sort((x, y) => x[1] - y[1]).map(([rule, s, G]): Spec => [rule, s, { G }]);
      const full = hits.filter(([rule, s, fields], i) => {
        const same = hits.slice(0, i + 1).filter(([r, t, f]) => r !== 'c' && f!.G === fields!.G && t >= s - 10);
        return rule !== 'c' && same.length >= 5;
      });
      const fired = run(five, hits);
      // It fires exactly in groups that are full at some time, first when that is so, on hits of one window.
      for (const G of ['p', 'q']) {
        const first = full.find(([, , fields]) => fields!.G === G);
        expect(fired.find(({ group }) => group.G === G)?.time).toBe(first && first[1] * 1000);
      }
      for (const { first, last, count, refs, group } of fired) {
        expect(last - first).toBeLessThanOrEqual(10_000);
        expect(count).toBeGreaterThanOrEqual(5);
        expect(refs).toHaveLength(count);
        expect(refs.every((ref) => hits[ref]![2]!.G === group.G && hits[ref]![0] !== 'c')).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('ordered chains agree with trying every choice of hits', () => {
  const order = read('type: temporal_ordered\nrules: [a, b, c]\ntimespan: 10s');
  const hit = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(fc.array(hit, { maxLength: 25 }), (drawn) => {
      const hits = [...drawn].sort((x, y) => x[1] - y[1]) as Spec[];
      let first: number | undefined;
      for (const [i, [a, t]] of hits.entries())
        for (const [j, [b]] of hits.entries())
          for (const [k, [c, u]] of hits.entries())
            if (i < j && j < k && a === 'a' && b === 'b' && c === 'c' && u - t <= 10) first = Math.min(first ?? u, u);
      const fired = run(order, hits);
      expect(fired[0]?.time).toBe(first && first * 1000);
      for (const { refs } of fired) expect(refs.map((ref) => hits[ref]![0])).toEqual(['a', 'b', 'c']);
    }),
    { numRuns: 500 },
  );
});

test('memory stays bounded: refs of a crowded window and groups that nothing happens in are let go', () => {
  const many = read('type: event_count\nrules: [a]\ntimespan: 1d\ncondition: {gte: 50000}');
  const hits = Array.from({ length: 50_000 }, (_, i): Spec => ['a', i]);
  const [fired] = run(many, hits);
  expect(fired!.count).toBe(50_000);
  expect(fired!.refs).toHaveLength(1000);
  expect(fired!.refs.at(-1)).toBe(49_999);
  const groups = read('type: event_count\nrules: [a]\ngroup-by: [G]\ntimespan: 10s\ncondition: {gte: 2}');
  const correlator = new Correlator<number>(groups, () => {});
  for (let i = 0; i < 20_000; i++)
    correlator.push({ rule: groups[0]!.rules[0]!, time: i * 1000, fields: { G: String(i) }, ref: i });
  expect(correlator.held).toBeLessThan(20);
});
