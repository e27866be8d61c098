/**
 * How fast a weighing is worked out: everything `longwatch weigh` prints, for matrices of several sizes, and its flip set beside the
 * plain way that adds up the whole matrix anew for every item and pair.
 *
 *   npx tsx bench/weigh.ts [RUNS]
 *
 * Prints the median of the runs in milliseconds (by the clock) and, measured in turns with it, how many times longer the plain way
 * takes for the same pairs. Matrices are generated with a fixed seed; both ways have to name the same items and pairs.
 */
import { assess } from '../src/analysis/weigh/assess.ts';
import { leaders } from '../src/analysis/weigh/flips.ts';
import { matrixOf } from '../src/analysis/weigh/matrix.ts';
import { RATINGS, type Rating } from '../src/model/weighing/rating.ts';
import { type Evidence, ratingKey, type Weighing } from '../src/model/weighing/weighing.ts';

const RUNS = Number(process.argv[2] ?? 7);
const SIZES = [
  [8, 4, 1],
  [60, 5, 1],
  [60, 5, 20],
  [200, 6, 5],
  [1000, 6, 1],
] as const;
/** The plain way is not tried on more. */
const MOST_PLAIN = 60;

console.log('items x hypotheses x analysts   all of it   plain pairs   ratio   single, pairs found');
for (const [items, hypotheses, analysts] of SIZES) {
  const weighing = generated(items, hypotheses, analysts);
  const ours: number[] = [];
  const plain: number[] = [];
  const result = assess(weighing);
  const withPlain = items <= MOST_PLAIN;
  for (let run = 0; run < RUNS; run++) {
    ours.push(timed(() => assess(weighing)));
    if (!withPlain) continue;
    const found = plainPairs(weighing, plain);
    const same = JSON.stringify(found) === JSON.stringify([result.flips.single, result.flips.pairs]);
    if (!same) throw new Error('the two ways disagree');
  }
  const [a, b] = [median(ours), median(plain)];
  const rival = withPlain
    ? `${b.toFixed(1).padStart(8)} ms   ${(b / a).toFixed(1).padStart(5)}`
    : '       -           -';
  console.log(
    `${`${items} x ${hypotheses} x ${analysts}`.padEnd(30)}  ${a.toFixed(1).padStart(7)} ms  ${rival}   ${result.flips.single.length}, ${result.flips.pairs.length}`,
  );
}

/** Singles and pairs by a matrix made anew for each: what the incremental sums are measured against. */
function plainPairs(weighing: Weighing, times: number[]): [string[], [string, string][]] {
  const single: string[] = [];
  const pairs: [string, string][] = [];
  const took = timed(() => {
    const lead = (without: readonly Evidence[]) =>
      leaders(
        matrixOf({ ...weighing, evidence: weighing.evidence.filter((item) => !without.includes(item)) }).outlook(
          new Set(),
        ),
        'inconsistency',
      ).join();
    const before = lead([]);
    if (before.includes(',')) return;
    const alone = new Set(weighing.evidence.filter((item) => lead([item]) !== before));
    single.push(...[...alone].map(({ id }) => id));
    const rest = weighing.evidence.filter((item) => !alone.has(item));
    for (const [i, a] of rest.entries())
      for (const b of rest.slice(i + 1)) if (lead([a, b]) !== before) pairs.push([a.id, b.id]);
  });
  times.push(took);
  return [single, pairs];
}

function generated(items: number, hypotheses: number, analysts: number): Weighing {
  let state = 42;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const ids = Array.from({ length: hypotheses }, (_, h) => `H${h + 1}`);
  const evidence = Array.from(
    { length: items },
    (_, e): Evidence => ({
      id: `E${e + 1}`,
      text: 'Something',
      type: null,
      source: `Source ${random(8)}`,
      via: [],
      origin: random(5) === 0 ? `Origin ${random(6)}` : null,
      grade: {
        reliability: (['A', 'B', 'C', 'D', 'F'] as const)[random(5)]!,
        credibility: (['1', '2', '3', '4'] as const)[random(4)]!,
      },
      weight: null,
      forgeability: null,
      absence: false,
      looked: null,
      date: null,
      statements: [],
      records: [],
      note: null,
    }),
  );
  const kinds: readonly Rating[] = RATINGS;
  return {
    question: 'Who?',
    template: null,
    case: null,
    note: null,
    // The first hypothesis fits a little better, so that there is a lead to overturn.
    hypotheses: ids.map((id) => ({ id, text: id, role: null, prior: null, false_flag: false })),
    evidence,
    analysts: Array.from({ length: analysts }, (_, a) => ({
      analyst: `Analyst ${a + 1}`,
      ratings: new Map(
        evidence.flatMap(({ id }) => ids.map((h, i) => [ratingKey(id, h), kinds[random(i === 0 ? 4 : 6)]!] as const)),
      ),
      stated: null,
      judgement: null,
      latest: '2024-05-01',
    })),
    look_for: [],
    outcome: null,
  };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
