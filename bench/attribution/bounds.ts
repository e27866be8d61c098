/** How far any one set of weights of the ranking's form could go on a set, what tuning on it would honestly give, and how many questions would tell figures apart. */

import type { Feature } from '../../src/analysis/ranking/features.ts';
import { clusterBootstrap, type Figure, mulberry32 } from '../../src/analysis/ranking/measures.ts';
import { type Gain, ranksBy, type Search, TUNED, type Tunable, tune } from './tuned.ts';

const SEEDS = [1, 2, 3];
const EFFORT = { trials: 2000, starts: 4, shakes: 1 };
/** For each of the many times that something is left out. */
const LESS = { trials: 1000, starts: 2, shakes: 0 };

const show = ({ value, low, high }: Figure): string => `${value.toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)})`;
const average = (xs: readonly number[]): number => xs.reduce((a, x) => a + x, 0) / xs.length;

/** Prints the best set of weights found on the questions themselves, and with each question (or all of its group) left out while tuning. */
export function bounds(
  name: string,
  questions: readonly Tunable[],
  gain: Gain,
  shipped: Readonly<Record<Feature, number>>,
): void {
  const from = TUNED.map((f) => shipped[f]);
  for (const signed of [false, true]) {
    const search = (seed: number): Search => ({ ...EFFORT, gain, seed, signed, from });
    const found = SEEDS.map((seed) => tune(questions, search(seed)));
    const best = found.reduce((a, b) => (b.gain > a.gain ? b : a));
    const reached = ranksBy(best, questions).map((rank, i) => ({ group: questions[i]!.group, value: gain(rank) }));
    console.log(
      `  ${name}, best of one set of weights tuned on these very questions${signed ? ', weights below zero allowed' : ''}: ${show(byGroup(reached))}; by seed ${found.map((f) => f.gain.toFixed(3)).join(', ')}`,
    );
    if (signed) continue;
    for (const [what, keeps] of [
      ['question', (a: Tunable, b: Tunable) => a !== b],
      ['group', (a: Tunable, b: Tunable) => a.group !== b.group],
    ] as const) {
      // Sets that are equally good on the rest differ on the one left out: the mean over seeds.
      const left = SEEDS.map((seed) => {
        const tuned = new Map<string, ReturnType<typeof tune>>();
        return questions.map((q, i) => {
          const key = what === 'group' ? q.group : String(i);
          const by =
            tuned.get(key) ??
            tune(
              questions.filter((other) => keeps(other, q)),
              { ...search(seed), ...LESS },
            );
          tuned.set(key, by);
          return gain(ranksBy(by, [q])[0]!);
        });
      });
      const rows = questions.map((q, i) => ({ group: q.group, value: average(left.map((l) => l[i]!)) }));
      console.log(
        `  ${name}, tuned with the ${what} left out: ${show(byGroup(rows))}; by seed ${left.map((l) => average(l).toFixed(3)).join(', ')}`,
      );
    }
  }
}

const byGroup = (rows: readonly { readonly group: string; readonly value: number }[]): Figure =>
  clusterBootstrap(
    rows,
    (r) => r.group,
    (own) => average(own.map((r) => r.value)),
  );

export interface Paired {
  readonly group: string;
  readonly ours: number;
  readonly simple: number;
}

const ROUNDS = 10_000;

/**
 * Over resamplings of whole groups: how often the figure reaches the one wanted, and the paired difference from a simple method. Then the questions that would
 * tell the two apart: (1.96 + 0.84)² s² / d² for a two-sided test at 5 % with a power of 80 %, s² being n times the variance over the resamplings, so that
 * questions about one group count as far as they are alike.
 */
export function apart(what: string, rows: readonly Paired[], wanted: number, method: string): void {
  const groups = [...new Set(rows.map((r) => r.group))].map((name) => rows.filter((r) => r.group === name));
  const random = mulberry32(1);
  const draws = Array.from({ length: ROUNDS }, () => {
    const own = groups.flatMap(() => groups[Math.floor(random() * groups.length)]!);
    return { ours: average(own.map((r) => r.ours)), lead: average(own.map((r) => r.ours - r.simple)) };
  });
  const value = average(rows.map((r) => r.ours));
  const lead = average(rows.map((r) => r.ours - r.simple));
  const leads = draws.map((d) => d.lead).sort((a, b) => a - b);
  const needed = (values: readonly number[], difference: number): number => {
    const mean = average(values);
    const variance = rows.length * average(values.map((v) => (v - mean) ** 2));
    return Math.ceil((2.8 ** 2 * variance) / difference ** 2);
  };
  const share = draws.filter((d) => d.ours >= wanted).length / ROUNDS;
  console.log(
    `  ${what}: at least ${wanted} in ${(100 * share).toFixed(0)} % of ${ROUNDS} resamplings of groups; lead over ${method} ${show({ value: lead, low: leads[0.025 * ROUNDS]!, high: leads[0.975 * ROUNDS]!, n: rows.length })}, above zero in ${((100 * leads.filter((l) => l > 0).length) / ROUNDS).toFixed(0)} %`,
  );
  console.log(
    `  questions needed to tell ${value.toFixed(3)} from ${wanted}: ${needed(
      draws.map((d) => d.ours),
      value - wanted,
    )}; to tell a lead of ${lead.toFixed(3)} from none: ${needed(leads, lead)}`,
  );
}
