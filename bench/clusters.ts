/**
 * How well `longwatch actors cluster` puts together reports about one group when nobody names it:
 *   npx tsx bench/clusters.ts        ($LONGWATCH_SHARED/data/attack holds v12.1 and v18.1)
 * Reports with five or more techniques and software about one group, of groups with two or more such reports. The cut is chosen on the reports of v12.1 (highest
 * B-cubed F with precision counting double, for a wrong join costs more than a missed one); the figures are for reports of v18.1 that v12.1 does not cite, with the idf of v12.1. Intervals: 200 resamplings of whole groups (seed 1), as weights of pairs.
 */
import { join, resolve } from 'node:path';
import { readAttackFile } from '../src/actions/import-attack.ts';
import { CUT, clusterIntrusions, partition } from '../src/analysis/clusters/cluster.ts';
import { likeness, vectorsOf, type Weighing } from '../src/analysis/clusters/likeness.ts';
import { adjustedRand, bCubed } from '../src/analysis/clusters/partitions.ts';
import { evidenceOf } from '../src/analysis/ranking/evidence.ts';
import { auc, mulberry32 } from '../src/analysis/ranking/measures.ts';
import { profilesOf } from '../src/analysis/ranking/profiles.ts';
import { reportsOf } from '../src/analysis/ranking/questions.ts';
import { currentTechnique } from '../src/knowledge/techniques.ts';

const SHARED = process.env.LONGWATCH_SHARED ?? resolve(import.meta.dirname, '../../shared');
const version = (v: string) => {
  const { table } = readAttackFile(join(SHARED, `data/attack/enterprise-attack-${v}.json.gz`));
  return { table, evidence: evidenceOf(table, (id) => currentTechnique(id) ?? id) };
};
const [v12, v18] = [version('12.1'), version('18.1')];
const address = ({ table }: typeof v12, source: number): string => {
  const [name, url] = table.sources[source]!;
  return url?.replace(/\/+$/, '').toLowerCase() ?? name;
};
const cited12 = new Set(v12.table.sources.map((_, i) => address(v12, i)));

interface Report {
  readonly name: string;
  readonly group: string;
  readonly items: readonly string[];
}

function reports(of: typeof v12, keep: (name: string) => boolean = () => true): Report[] {
  const all = reportsOf(of.evidence)
    .map(({ source, group, items }) => ({ name: address(of, source), group, items }))
    .filter(({ name }) => keep(name));
  const counts = new Map<string, number>();
  for (const { group } of all) counts.set(group, (counts.get(group) ?? 0) + 1);
  return all.filter(({ group }) => counts.get(group)! > 1);
}

const CUTS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7];

function grouped(weighing: Weighing, list: readonly Report[], cut: number) {
  const labels = partition(
    weighing,
    list.map(({ items }) => vectorsOf(weighing, items)),
    cut,
  );
  const each = bCubed(
    labels,
    list.map(({ group }) => group),
  );
  const mean = (of: (e: (typeof each)[number]) => number): number => each.reduce((a, e) => a + of(e), 0) / each.length;
  const [precision, recall] = [mean((e) => e.precision), mean((e) => e.recall)];
  const rand = adjustedRand(
    labels,
    list.map(({ group }) => group),
  );
  return { labels, each, precision, recall, f: (2 * precision * recall) / (precision + recall), rand };
}

const weighing12 = profilesOf(v12.evidence);
const old = reports(v12);
console.log(`choice of the cut on v12.1: n = ${old.length} reports, ${new Set(old.map((r) => r.group)).size} groups`);
for (const cut of CUTS) {
  const { precision, recall, f, rand } = grouped(weighing12, old, cut);
  const half = (1.25 * precision * recall) / (0.25 * precision + recall);
  console.log(
    `  cut ${cut}: B-cubed precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F ${f.toFixed(3)} F½ ${half.toFixed(3)}, ARI ${rand.toFixed(3)}`,
  );
}
report(
  'v18.1, reports that v12.1 does not cite, idf of v12.1',
  weighing12,
  reports(v18, (name) => !cited12.has(name)),
);
report('v18.1, all reports, idf of v18.1 (they are in it)', profilesOf(v18.evidence), reports(v18));

function report(name: string, weighing: Weighing, list: readonly Report[]): void {
  const groups = [...new Set(list.map((r) => r.group))];
  const { labels, each, precision, recall, f, rand } = grouped(weighing, list, CUT);
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const together = [...sizes.values()].filter((n) => n > 1).reduce((a, n) => a + n, 0);
  console.log(
    `\n${name}: n = ${list.length} reports, ${groups.length} groups; cut ${CUT}: ${[...sizes.values()].filter((n) => n > 1).length} clusters with ${together} reports`,
  );
  const pairs = pairsOf(weighing, list, labels);
  const random = mulberry32(1);
  const draws = Array.from({ length: 200 }, () => {
    const weight = new Map<string, number>();
    for (let i = 0; i < groups.length; i++) {
      const drawn = groups[Math.floor(random() * groups.length)]!;
      weight.set(drawn, (weight.get(drawn) ?? 0) + 1);
    }
    return (group: string): number => weight.get(group) ?? 0;
  });
  const interval = (of: (weight: (group: string) => number) => number): string => {
    const values = draws.map(of).sort((a, b) => a - b);
    return `${of(() => 1).toFixed(3)} (${values[5]!.toFixed(3)}-${values[194]!.toFixed(3)})`;
  };
  const mean =
    (of: (e: (typeof each)[number]) => number) =>
    (weight: (group: string) => number): number => {
      const all = list.map((r) => weight(r.group));
      return each.reduce((a, e, i) => a + all[i]! * of(e), 0) / all.reduce((a, w) => a + w, 0);
    };
  console.log(
    `  B-cubed precision ${interval(mean((e) => e.precision))} recall ${interval(mean((e) => e.recall))} F ${f.toFixed(3)} (from ${precision.toFixed(3)}, ${recall.toFixed(3)})`,
  );
  console.log(`  ARI ${rand.toFixed(3)}, by pairs ${interval((w) => randOf(pairs, w))}`);
  const joined = pairs.filter((p) => p.joined);
  console.log(
    `  pairs: ${pairs.filter((p) => p.same).length} same, ${pairs.filter((p) => !p.same).length} different; joined ${joined.length}, of which same ${joined.filter((p) => p.same).length}`,
  );
  for (const software of [true, false]) {
    const own = joined.filter((p) => p.software === software);
    console.log(
      `    ${software ? 'both with software' : 'by techniques alone'}: joined ${own.length}, of which same ${own.filter((p) => p.same).length}`,
    );
  }
  console.log(
    `  pair task: AUC ${auc(
      pairs.filter((p) => p.same).map((p) => p.value),
      pairs.filter((p) => !p.same).map((p) => p.value),
    ).toFixed(
      3,
    )}, average precision ${interval((w) => curve(pairs, w).average)}, recall at 90 % precision ${interval((w) => curve(pairs, w).recall)}`,
  );
  const stable = clusterIntrusions(
    weighing,
    list.map((r, i) => ({ name: `${i}`, terms: r.items })),
    { rounds: 20 },
  );
  console.log(`  stability: mean ARI of 20 resamplings of items ${stable.stability?.toFixed(3)}`);
  for (const [low, high] of [
    [0, 0.5],
    [0.5, 0.6],
    [0.6, 0.75],
    [0.75, 1.01],
  ] as const) {
    const own = stable.clusters.filter((c) => c.stability >= low && c.stability < high);
    const pure = own.filter((c) => new Set(c.members.map((m) => list[Number(m)]!.group)).size === 1).length;
    console.log(
      `    clusters with stability ${low} to ${Math.min(1, high)}: ${own.length}, of one group alone ${pure}`,
    );
  }
}

interface Pair {
  readonly value: number;
  readonly same: boolean;
  readonly joined: boolean;
  /** Both show software, so that more than techniques is compared. */
  readonly software: boolean;
  readonly a: string;
  readonly b: string;
}

function pairsOf(weighing: Weighing, list: readonly Report[], labels: readonly number[]): Pair[] {
  const vectors = list.map(({ items }) => vectorsOf(weighing, items));
  const pairs: Pair[] = [];
  for (let i = 0; i < list.length; i++)
    for (let j = i + 1; j < list.length; j++)
      pairs.push({
        value: likeness(weighing, vectors[i]!, vectors[j]!) ?? 0,
        same: list[i]!.group === list[j]!.group,
        joined: labels[i] === labels[j],
        software: [list[i]!, list[j]!].every(({ items }) => items.some((item) => item.startsWith('S'))),
        a: list[i]!.group,
        b: list[j]!.group,
      });
  return pairs.sort((x, y) => y.value - x.value);
}

/** A pair within a group counts as often as the group was drawn, one between groups as often as both meet. */
function weightOf({ same, a, b }: Pair, weight: (group: string) => number): number {
  return same ? weight(a) : weight(a) * weight(b);
}

/** Average precision, and the highest recall at which at least 90 % are the same. Pairs of equal value stand or fall together. */
function curve(pairs: readonly Pair[], weight: (group: string) => number): { average: number; recall: number } {
  const total = pairs.reduce((a, p) => a + (p.same ? weightOf(p, weight) : 0), 0);
  let [hits, all, average, recall] = [0, 0, 0, 0];
  for (let i = 0; i < pairs.length; ) {
    let gained = 0;
    const value = pairs[i]!.value;
    for (; i < pairs.length && pairs[i]!.value === value; i++) {
      const w = weightOf(pairs[i]!, weight);
      all += w;
      if (pairs[i]!.same) gained += w;
    }
    hits += gained;
    if (all) average += (gained / total) * (hits / all);
    if (all && hits / all >= 0.9) recall = hits / total;
  }
  return { average, recall };
}

function randOf(pairs: readonly Pair[], weight: (group: string) => number): number {
  let [both, clusters, classes, all] = [0, 0, 0, 0];
  for (const pair of pairs) {
    const w = weightOf(pair, weight);
    all += w;
    if (pair.same) classes += w;
    if (pair.joined) clusters += w;
    if (pair.same && pair.joined) both += w;
  }
  const expected = (clusters * classes) / all;
  return (both - expected) / ((clusters + classes) / 2 - expected);
}
