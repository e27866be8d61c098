import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterIntrusions, type Unnamed } from './cluster.ts';
import { likeness, vectorsOf, type Weighing } from './likeness.ts';
import { averageLinkage } from './linkage.ts';

/** Every term weighs the same. */
const EVEN: Weighing = { terms: new Map(), unseenIdf: 1, tools: new Set(['S0002']) };
const like = (a: readonly string[], b: readonly string[]): number | null =>
  likeness(EVEN, vectorsOf(EVEN, a), vectorsOf(EVEN, b));

test('likeness is the mean cosine over the topics that both show', () => {
  expect(like(['T1001', 'T1002'], ['T1002', 'T1003'])).toBeCloseTo(1 / 2, 12);
  expect(like(['T1001', 'T1002', 'S0001'], ['T1002', 'T1003'])).toBeCloseTo(1 / 2, 12);
  expect(like(['T1001', 'S0001'], ['T1002', 'S0001'])).toBeCloseTo(1 / 2, 12);
  expect(like(['T1001'], ['S0001'])).toBeNull();
});

test('what rules saw in logs is tied by something rare, not by techniques or tools that anybody has', () => {
  const logs = (name: string, ...more: string[]): Unnamed => ({
    name,
    byRules: true,
    terms: ['T1001', 'T1002', 'S0002', ...more],
  });
  const joined = (...all: Unnamed[]) => clusterIntrusions(EVEN, all, { rounds: 20 }).clusters.map((c) => c.members);
  expect(joined(logs('a'), logs('b'))).toEqual([]);
  expect(joined(logs('a', '192.0.2.1'), logs('b', '192.0.2.1'), logs('c', '192.0.2.2'))).toEqual([['a', 'b']]);
  expect(joined(logs('a', 'S0001'), logs('b', 'S0001'))).toEqual([['a', 'b']]);
  // A report names what its authors found worth telling; it is compared as before.
  expect(joined(logs('a'), { name: 'b', terms: ['T1001', 'T1002', 'S0002'] })).toEqual([['a', 'b']]);
});

test('average linkage: joins by the mean of all pairs, down to the cut', () => {
  // 0-1 .9, 1-2 .8, 0-2 .2: the third is .5 like the pair on average, though .8 like its nearest.
  const table = [
    [1, 0.9, 0.2],
    [0.9, 1, 0.8],
    [0.2, 0.8, 1],
  ];
  const at = (cut: number): number[] => averageLinkage(3, (a, b) => table[a]![b]!, cut);
  expect(at(0.95)).toEqual([0, 1, 2]);
  expect(at(0.51)).toEqual([0, 0, 2]);
  expect(at(0.5)).toEqual([0, 0, 0]);
});

test('average linkage agrees with the definition, taken literally', () => {
  const tables = fc.integer({ min: 1, max: 9 }).chain((n) => {
    const row = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: n, maxLength: n });
    return fc.array(row, { minLength: n, maxLength: n });
  });
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 999_999 }), (table, cut) => {
      const value = (a: number, b: number): number => table[Math.min(a, b)]![Math.max(a, b)]! / 1_000_000;
      const all = table.flatMap((row, i) => row.slice(i + 1));
      fc.pre(new Set(all).size === all.length);
      const found = averageLinkage(table.length, value, cut / 1_000_000);
      const clusters = literally(table.length, value, cut / 1_000_000);
      for (let i = 0; i < table.length; i++)
        for (let j = 0; j < i; j++)
          expect(found[i] === found[j]).toBe(clusters.some((c) => c.includes(i) && c.includes(j)));
    }),
  );
});

function literally(n: number, value: (a: number, b: number) => number, cut: number): number[][] {
  let clusters = Array.from({ length: n }, (_, i) => [i]);
  for (;;) {
    let top: { mean: number; a: number[]; b: number[] } | undefined;
    for (const a of clusters)
      for (const b of clusters) {
        if (a === b) continue;
        const mean = a.flatMap((x) => b.map((y) => value(x, y))).reduce((s, x) => s + x, 0) / (a.length * b.length);
        if (mean > 0 && (!top || mean > top.mean + 1e-12)) top = { mean, a, b };
      }
    if (!top || top.mean < cut) return clusters;
    const { a, b } = top;
    clusters = [...clusters.filter((c) => c !== a && c !== b), [...a, ...b]];
  }
}

const FOUR: readonly Unnamed[] = [
  { name: 'bank', terms: ['T1001', 'T1002', 'S0001'] },
  { name: 'mill', terms: ['T1001', 'T1002', 'T1003', 'S0001'] },
  { name: 'port', terms: ['T1009', 'S0009'] },
  { name: 'void', terms: [] },
];

test('groups what is alike; says what stays alone, what tells nothing, and what the members share', () => {
  const { clusters, alone, empty, stability } = clusterIntrusions(EVEN, FOUR);
  expect(clusters).toMatchObject([
    { members: ['bank', 'mill'], topics: ['technique', 'software'], shared: ['S0001', 'T1001', 'T1002'] },
  ]);
  expect(clusters[0]!.likeness).toBeCloseTo((2 / Math.sqrt(6) + 1) / 2, 12);
  expect([alone, empty]).toEqual([['port'], ['void']]);
  expect(stability).toBeGreaterThan(0.5);
  expect(stability).toBeLessThanOrEqual(1);
});

test('a group held together by much is stabler than one held together by little', () => {
  const much = Array.from({ length: 20 }, (_, i) => `T${1100 + i}`);
  const { clusters } = clusterIntrusions(EVEN, [
    { name: 'a', terms: much },
    { name: 'b', terms: much },
    { name: 'c', terms: ['T1001', 'T1002'] },
    { name: 'd', terms: ['T1001', 'T1003'] },
  ]);
  expect(clusters.map(({ members }) => members.join())).toEqual(['a,b', 'c,d']);
  expect(clusters[0]!.stability).toBeGreaterThan(clusters[1]!.stability);
});

const TERMS = ['T1001', 'T1002', 'T1003', 'T1004', 'S0001', 'S0002', 'evil.example'];
const intrusions = fc
  .array(fc.subarray(TERMS), { minLength: 1, maxLength: 8 })
  .map((all): Unnamed[] => all.map((terms, i) => ({ name: `i${i}`, terms })));

test('the order of intrusions and of their terms does not matter', () => {
  const both = intrusions.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(both, ([list, mixed]) => {
      const turned = mixed.map(({ name, terms }) => ({ name, terms: [...terms].reverse() }));
      expect(clusterIntrusions(EVEN, turned, { rounds: 5 })).toEqual(clusterIntrusions(EVEN, list, { rounds: 5 }));
    }),
  );
});

test('intrusions with the very same terms are always together, and everyone stands in one place', () => {
  fc.assert(
    fc.property(intrusions, fc.double({ min: 0.05, max: 1, noNaN: true }), (list, cut) => {
      const { clusters, alone, empty } = clusterIntrusions(EVEN, list, { cut, rounds: 0 });
      const places = [...clusters.map(({ members }) => members), ...alone.map((one) => [one]), empty];
      expect(places.flat().sort()).toEqual(list.map(({ name }) => name).sort());
      for (const a of list)
        for (const b of list)
          if (a.terms.join() === b.terms.join())
            expect(places.find((p) => p.includes(a.name))).toBe(places.find((p) => p.includes(b.name)));
    }),
  );
});
