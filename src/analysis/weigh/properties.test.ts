import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RATINGS, type Rating } from '../../model/weighing/rating.ts';
import { type Evidence, ratingKey, type Weighing } from '../../model/weighing/weighing.ts';
import { assess } from './assess.ts';
import { leaders } from './flips.ts';
import { matrixOf } from './matrix.ts';
import { coherent, pooled } from './probability.ts';

interface Sketch {
  readonly rows: readonly {
    readonly weight: number;
    readonly cells: readonly (Rating | null)[];
    readonly origin: string | null;
  }[];
  readonly hypotheses: number;
}

const cell = fc.option(fc.constantFrom(...RATINGS), { nil: null, freq: 8 });
const weight = fc.constantFrom(0, 0.2, 0.3, 0.5, 0.6, 0.8, 1);
const sketch = (origins = true): fc.Arbitrary<Sketch> =>
  fc.integer({ min: 2, max: 5 }).chain((hypotheses) =>
    fc.record({
      hypotheses: fc.constant(hypotheses),
      rows: fc.array(
        fc.record({
          weight,
          cells: fc.array(cell, { minLength: hypotheses, maxLength: hypotheses }),
          origin: origins ? fc.option(fc.constantFrom('a', 'b'), { nil: null }) : fc.constant(null),
        }),
        { minLength: 1, maxLength: 9 },
      ),
    }),
  );

function item(id: string, weight: number, origin: string | null): Evidence {
  return {
    id,
    text: id,
    type: null,
    source: null,
    via: [],
    origin,
    grade: null,
    weight,
    forgeability: null,
    absence: false,
    looked: null,
    date: null,
    statements: [],
    records: [],
    note: null,
  };
}

function weighing({ rows, hypotheses }: Sketch): Weighing {
  const ids = Array.from({ length: hypotheses }, (_, h) => `H${h}`);
  const ratings = new Map(
    rows.flatMap(({ cells }, e) =>
      cells.flatMap((rating, h) => (rating === null ? [] : [[ratingKey(`E${e}`, ids[h]!), rating] as const])),
    ),
  );
  return {
    question: 'q',
    template: null,
    case: null,
    note: null,
    hypotheses: ids.map((id) => ({ id, text: id, role: null, prior: null, false_flag: false })),
    evidence: rows.map(({ weight, origin }, e) => item(`E${e}`, weight, origin)),
    analysts: [{ analyst: 'ann', ratings, stated: null, judgement: null, latest: '2024-05-01' }],
    look_for: [],
    outcome: null,
  };
}

const close = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, i) => Math.abs(value - b[i]!) < 1e-9);
const chances = (of: Weighing) => assess(of).hypotheses.map(({ probability }) => probability);
const costs = (of: Weighing) => assess(of).hypotheses.map(({ inconsistency }) => inconsistency);

test('probabilities sum to one, whatever is rated, graded and removed', () => {
  fc.assert(
    fc.property(sketch(), fc.nat(), (given, pick) => {
      const of = weighing(given);
      const without = [of.evidence[pick % of.evidence.length]!.id];
      for (const result of [assess(of), assess(of, { without })]) {
        const sum = result.hypotheses.reduce((all, { probability }) => all + probability, 0);
        expect(sum).toBeCloseTo(1, 9);
        for (const { probability, range } of result.hypotheses) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(range[0]).toBeLessThanOrEqual(probability + 1e-12);
          expect(range[1]).toBeGreaterThanOrEqual(probability - 1e-12);
        }
      }
    }),
  );
});

test('the order of evidence and of hypotheses changes nothing', () => {
  fc.assert(
    fc.property(sketch(), fc.infiniteStream(fc.nat(1000)), (given, keys) => {
      const of = weighing(given);
      const shuffled = <T>(items: readonly T[]) =>
        items
          .map((one) => [keys.next().value, one] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, one]) => one);
      const other = { ...of, hypotheses: shuffled(of.hypotheses), evidence: shuffled(of.evidence) };
      const [a, b] = [assess(of), assess(other)];
      for (const one of a.hypotheses) {
        const same = b.hypotheses.find(({ id }) => id === one.id)!;
        expect(same.probability).toBeCloseTo(one.probability, 9);
        expect(same.inconsistency).toBeCloseTo(one.inconsistency, 9);
      }
      for (const one of a.evidence) expect(b.evidence.find(({ id }) => id === one.id)).toEqual(one);
      expect([...b.flips.single].sort()).toEqual([...a.flips.single].sort());
      const pairs = (from: typeof a) => from.flips.pairs.map((pair) => [...pair].sort().join()).sort();
      expect(pairs(b)).toEqual(pairs(a));
      // Of several smallest sets any may be given: they have as many origins.
      const origins = (from: typeof a) =>
        from.flips.smallest &&
        new Set(from.flips.smallest.map((id) => from.evidence.find((one) => one.id === id)!.origin)).size;
      expect(origins(b)).toEqual(origins(a));
    }),
  );
});

test('evidence that fits every hypothesis alike changes no probability', () => {
  fc.assert(
    fc.property(
      sketch(false),
      fc.constantFrom(...RATINGS),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      (given, rating, na) => {
        // Cells that do not apply among equal ones change nothing either.
        const cells = Array.from({ length: given.hypotheses }, (_, h) => (na[h] ? ('NA' as const) : rating));
        const more = weighing({ ...given, rows: [...given.rows, { weight: 1, cells, origin: null }] });
        expect(close(chances(weighing(given)), chances(more))).toBe(true);
        expect(assess(more).evidence.at(-1)!.diagnosticity ?? 0).toBe(0);
      },
    ),
  );
});

test('copies of one origin count once', () => {
  fc.assert(
    fc.property(sketch(false), fc.nat(), fc.integer({ min: 1, max: 5 }), (given, pick, copies) => {
      const row = { ...given.rows[pick % given.rows.length]!, origin: 'interview' };
      const rows = given.rows.with(pick % given.rows.length, row);
      const once = weighing({ ...given, rows });
      const often = weighing({ ...given, rows: [...rows, ...Array.from({ length: copies }, () => row)] });
      expect(close(chances(once), chances(often))).toBe(true);
      expect(close(costs(once), costs(often))).toBe(true);
    }),
  );
});

test('a flip set really flips, and no smaller one does', () => {
  let flipped = 0;
  fc.assert(
    fc.property(sketch(), (given) => {
      const of = weighing(given);
      const matrix = matrixOf(of);
      const lead = (removed: Iterable<number>) => leaders(matrix.outlook(new Set(removed)), 'inconsistency').join();
      const before = lead([]);
      const at = (id: string) => of.evidence.findIndex((one) => one.id === id);
      const { flips } = assess(of);
      if (before.includes(',')) {
        expect([flips.smallest, flips.single, flips.pairs]).toEqual([null, [], []]);
        return;
      }
      const alone = of.evidence.filter((_, e) => lead([e]) !== before).map(({ id }) => id);
      expect(flips.single).toEqual(alone);
      for (const [a, b] of flips.pairs) {
        expect(lead([at(a), at(b)])).not.toBe(before);
        expect(alone).not.toContain(a);
        expect(alone).not.toContain(b);
      }
      // By trying every set of origins, from the smallest up.
      const { origins } = matrix;
      const sizes = Array.from({ length: 2 ** origins.length }, (_, bits) => origins.filter((_, g) => (bits >> g) & 1))
        .filter((groups) => lead(groups.flat()) !== before)
        .map((groups) => groups.length);
      if (sizes.length === 0) {
        expect(flips.smallest).toBeNull();
        return;
      }
      flipped++;
      const taken = new Set(flips.smallest!.map((id) => matrix.originOf[at(id)]!));
      expect(lead([...taken].flatMap((g) => origins[g]!))).not.toBe(before);
      expect(taken.size).toBe(Math.min(...sizes));
    }),
    { numRuns: 300 },
  );
  expect(flipped).toBeGreaterThan(50);
});

test('stated probabilities become the nearest that sum to one; pooling keeps the sum', () => {
  const stated = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(stated, { minLength: 1, maxLength: 4 }), stated, (all, other) => {
      const projected = all.map((one) => coherent(one));
      for (const [i, { values, distance }] of projected.entries()) {
        expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        // No other coherent vector is nearer.
        const sum = other.reduce((a, b) => a + b, 0) || 1;
        const rival = Math.hypot(...other.map((value, h) => value / sum - all[i]![h]!));
        expect(distance).toBeLessThanOrEqual(rival + 1e-9);
      }
      expect(pooled(projected.map(({ values }) => values)).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    }),
  );
});
