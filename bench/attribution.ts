/**
 * How well `longwatch actors rank` finds the group behind a report, and whether it knows when it cannot:
 *   npx tsx bench/attribution.ts [--sets after,left,campaigns] [--bounds]        ($LONGWATCH_SHARED/data/attack holds v12.1, v14.1 and v18.1)
 * `--bounds`: of the campaigns also what one set of weights tuned on them reaches (two minutes); the shipped weights are not touched by it.
 * The weights are the shipped ones, learned from v12.1 alone. Shares have Wilson intervals, other figures percentiles of 1,000 resamplings of
 * whole groups (seed 1). "Simple" is the best of prior, Jaccard, TF-IDF, topics and containment on the very set, chosen in hindsight.
 */
import { join, resolve } from 'node:path';
import { readAttackFile } from '../src/actions/import-attack.ts';
import { shippedRankingModel } from '../src/actions/rank-actors.ts';
import { type Evidence, evidenceOf, withoutCandidate, yearOf } from '../src/analysis/ranking/evidence.ts';
import { compare, FEATURES } from '../src/analysis/ranking/features.ts';
import { type Case, FIT, fitCases } from '../src/analysis/ranking/fit.ts';
import {
  auc,
  calibrationError,
  clusterBootstrap,
  type Figure,
  midRank,
  mulberry32,
  wilson,
} from '../src/analysis/ranking/measures.ts';
import { believe, type RankingModel } from '../src/analysis/ranking/model.ts';
import { type Profiles, profilesOf } from '../src/analysis/ranking/profiles.ts';
import { campaignsOf, leaveReportOut, type Question, reportsSince } from '../src/analysis/ranking/questions.ts';
import { currentTechnique } from '../src/knowledge/techniques.ts';
import { apart, bounds } from './attribution/bounds.ts';
import { bagsOf, SIMPLE } from './attribution/simple.ts';
import { RECIPROCAL, tunable } from './attribution/tuned.ts';

const SHARED = process.env.LONGWATCH_SHARED ?? resolve(import.meta.dirname, '../../shared');
const wanted = process.argv[process.argv.indexOf('--sets') + 1]?.split(',') ?? ['after', 'left', 'campaigns'];
const sets = process.argv.includes('--sets') ? wanted : ['after', 'left', 'campaigns'];
const model = shippedRankingModel();
const inUse = (id: string): string => currentTechnique(id) ?? id;
const version = (v: string) => {
  const { table } = readAttackFile(join(SHARED, `data/attack/enterprise-attack-${v}.json.gz`));
  return { table, evidence: evidenceOf(table, inUse) };
};
const [v12, v14, v18] = [version('12.1'), version('14.1'), version('18.1')];
const cited12 = new Set(v12.table.sources.map(([name, url]) => url?.replace(/\/+$/, '').toLowerCase() ?? name));

interface Answer extends Case {
  readonly ranks: Readonly<Record<string, number>>;
  readonly none: number;
  /** Probability of the likeliest answer, none among them, and whether it is right. */
  readonly stated: number;
  readonly right: boolean;
  readonly probabilities: Float64Array;
  /** Highest score of any candidate by two of the simple methods. */
  readonly contained: number;
  readonly topics: number;
}

let last: { evidence: Evidence; profiles: Profiles; bags: ReturnType<typeof bagsOf> } | undefined;

function answer(question: Question, known = question.known, evidence = question.evidence): Answer {
  if (last?.evidence !== evidence) last = { evidence, profiles: profilesOf(evidence), bags: bagsOf(evidence) };
  const { profiles, bags } = last;
  const comparison = compare(profiles, question.items, question.published ? yearOf(question.published) : null);
  const { probabilities, none, utility } = believe(model, comparison);
  const chosen = known ? profiles.candidates.indexOf(question.truth) : -1;
  const simple = Object.entries(SIMPLE).map(([name, method]) => [name, method(bags, question.items)] as const);
  const top = probabilities.reduce((a, x) => Math.max(a, x), 0);
  const ranks =
    chosen < 0
      ? {}
      : {
          ours: midRank(utility, chosen),
          ...Object.fromEntries(simple.map(([name, values]) => [name, midRank(values, chosen)])),
        };
  const best = (method: string): number => Math.max(...simple.find(([name]) => name === method)![1]);
  return {
    ...{ question, comparison, chosen, weight: 1, ranks, none, probabilities },
    contained: best('containment'),
    topics: best('topics'),
    stated: Math.max(top, none),
    right: none >= top ? chosen < 0 : chosen >= 0 && probabilities[chosen] === top,
  };
}

const show = ({ value, low, high }: Figure): string => `${value.toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)})`;
const group = (a: Answer): string => a.question.truth;

function closed(name: string, answers: readonly Answer[]): void {
  const known = answers.filter((a) => a.chosen >= 0);
  const n = known.length;
  console.log(`\n${name}: n = ${n}, ${new Set(known.map(group)).size} groups`);
  for (const method of ['ours', ...Object.keys(SIMPLE)]) {
    const at = (k: number): Figure => wilson(known.filter((a) => a.ranks[method]! < k + 0.5).length, n);
    const mrr = clusterBootstrap(
      known,
      group,
      (rows) => rows.reduce((s, a) => s + 1 / a.ranks[method]!, 0) / rows.length,
    );
    console.log(`  ${method.padEnd(12)} top-1 ${show(at(1))}  top-5 ${show(at(5))}  MRR ${show(mrr)}`);
  }
  const given = (a: Answer): number => Math.max(...a.probabilities) / (1 - a.none);
  const error = clusterBootstrap(known, group, (rows) =>
    calibrationError(
      rows.map(given),
      rows.map((a) => a.ranks.ours! < 1.5),
    ),
  );
  console.log(
    `  calibration error of the first candidate, given that the group is known: ${show(error)}; a perfectly calibrated ranking: ${show(byChance(known.map(given)))}`,
  );
  ceiling(known);
}

/** The calibration error that these probabilities show when every one of them is true: mean and middle 95 % of 2,000 draws of outcomes. */
function byChance(stated: readonly number[]): Figure {
  const random = mulberry32(1);
  const errors = Array.from({ length: 2000 }, () =>
    calibrationError(
      stated,
      stated.map((p) => random() < p),
    ),
  ).sort((a, b) => a - b);
  return {
    value: errors.reduce((a, x) => a + x, 0) / errors.length,
    low: errors[Math.floor(0.025 * errors.length)]!,
    high: errors[Math.floor(0.975 * errors.length)]!,
    n: stated.length,
  };
}

/** What no weighting of items could do better: another candidate that has every item the right one has can only be equal or above. */
function ceiling(known: readonly Answer[]): void {
  const shares: number[] = [];
  const ranks = known.map(({ question, chosen }) => {
    if (last?.evidence !== question.evidence)
      last = { evidence: question.evidence, profiles: profilesOf(question.evidence), bags: bagsOf(question.evidence) };
    const { bags, profiles } = last;
    const own = question.items.filter((i) => bags.bags[bags.groups.indexOf(profiles.candidates[chosen]!)]!.has(i));
    shares.push(own.length / question.items.length);
    let above = 0;
    let equal = 0;
    bags.bags.forEach((bag, g) => {
      if (bags.groups[g] === profiles.candidates[chosen] || !own.every((i) => bag.has(i))) return;
      if (question.items.filter((i) => bag.has(i)).length > own.length) above++;
      else equal++;
    });
    return above + 1 + equal / 2;
  });
  const n = known.length;
  const mean = shares.reduce((a, x) => a + x, 0) / n;
  const best = (k: number): string => (ranks.filter((r) => r < k + 0.5).length / n).toFixed(3);
  console.log(
    `  items found in the right profile: ${(100 * mean).toFixed(0)} % on average; none at all in ${shares.filter((s) => s === 0).length} of ${n}`,
  );
  console.log(
    `  ceiling of any weighting of items, made for each question: top-1 ${best(1)}, top-5 ${best(5)}, MRR ${(ranks.reduce((a, r) => a + 1 / r, 0) / n).toFixed(3)}`,
  );
}

/** What one set of weights could reach at most, and what so few questions can tell. */
function couldReach(answers: readonly Answer[], wanted: number): void {
  const mean = (method: string): number => answers.reduce((s, a) => s + 1 / a.ranks[method]!, 0) / answers.length;
  const simple = Object.keys(SIMPLE).reduce((a, b) => (mean(b) > mean(a) ? b : a));
  const paired = answers.map((a) => ({ group: group(a), ours: 1 / a.ranks.ours!, simple: 1 / a.ranks[simple]! }));
  apart('MRR', paired, wanted, simple);
  const questions = answers.map(({ question: { evidence, items, published, truth } }) =>
    tunable({ evidence, items, truth, year: published ? yearOf(published) : null }),
  );
  bounds('MRR', questions, RECIPROCAL, model.weights);
}

function open(name: string, answers: readonly Answer[]): void {
  const known = answers.filter((a) => a.chosen >= 0).length;
  const area = (score: (a: Answer) => number): Figure =>
    clusterBootstrap(answers, group, (rows) =>
      auc(rows.filter((a) => a.chosen >= 0).map(score), rows.filter((a) => a.chosen < 0).map(score)),
    );
  const error = clusterBootstrap(answers, group, (rows) =>
    calibrationError(
      rows.map((a) => a.stated),
      rows.map((a) => a.right),
    ),
  );
  const none = clusterBootstrap(answers, group, (rows) =>
    calibrationError(
      rows.map((a) => a.none),
      rows.map((a) => a.chosen < 0),
    ),
  );
  const each = (rows: readonly Answer[]): number =>
    calibrationError(
      rows.flatMap((a) => Array.from(a.probabilities)),
      rows.flatMap((a) => Array.from(a.probabilities, (_, c) => c === a.chosen)),
    );
  const hindsight = believeAll(
    fitCases({ who: answers.filter((a) => a.chosen >= 0), known: answers, unknownThen: 0.5 }, FIT, ''),
    answers,
  );
  const stands = wilson(answers.filter((a) => a.chosen >= 0 && a.ranks.ours! < 1.5).length, known);
  console.log(`\n${name}: n = ${answers.length} (${known} known, ${answers.length - known} unknown)`);
  console.log(
    `  known against unknown, AUC: ours ${show(area((a) => -a.none))}; best containment ${show(area((a) => a.contained))}; best topics ${show(area((a) => a.topics))}`,
  );
  console.log(
    `  weights fitted on this very set, in hindsight: AUC ${auc(
      hindsight.filter((h) => h.known).map((h) => -h.none),
      hindsight.filter((h) => !h.known).map((h) => -h.none),
    ).toFixed(3)}; the right group stands first in ${show(stands)} of known ones`,
  );
  const chance = byChance(answers.map((a) => a.stated));
  const expected = answers.reduce((a, x) => a + x.none, 0) / answers.length;
  console.log(
    `  unknown: expected ${expected.toFixed(2)}, were ${show(wilson(answers.length - known, answers.length))}`,
  );
  console.log(
    `  calibration error: of the likeliest answer ${show(error)} (perfectly calibrated: ${show(chance)}); of "none" ${show(none)}; of every candidate's probability ${each(answers).toFixed(4)}`,
  );
  abstention(answers);
}

function believeAll(fitted: RankingModel, answers: readonly Answer[]): { known: boolean; none: number }[] {
  return answers.map((a) => ({ known: a.chosen >= 0, none: believe(fitted, a.comparison).none }));
}

/** How often the first candidate is right when only the surer questions are answered. */
function abstention(answers: readonly Answer[]): void {
  const top = (a: Answer): number => a.probabilities.reduce((m, x) => Math.max(m, x), 0);
  const order = [...answers].sort((a, b) => top(b) - top(a));
  const line = [0.1, 0.25, 0.5, 1].map((share) => {
    const kept = order.slice(0, Math.ceil(share * order.length));
    return `${Math.round(100 * share)} % → ${(kept.filter((a) => a.chosen >= 0 && a.ranks.ours! < 1.5).length / kept.length).toFixed(2)}`;
  });
  console.log(`  first candidate right among the surest: ${line.join(', ')}`);
}

console.log(`weights: ${model.trained}; features ${FEATURES.filter((f) => model.weights[f]).length}`);
if (sets.includes('after')) {
  const after12 = reportsSince(v12, v18, v12.table.modified).map((q) => answer(q));
  closed('v12.1 → reports published after it', after12);
  open('v12.1 → reports published after it, unknown groups too', after12);
  const after14 = reportsSince(v14, v18, v14.table.modified).map((q) => answer(q));
  closed('v14.1 → reports published after it', after14);
  open('v14.1 → reports published after it, unknown groups too', after14);
  const cited14 = reportsSince(v14, v18).map((q) => answer(q));
  closed('v14.1 → reports newly cited in v18.1, of any date', cited14);
  open('v14.1 → reports newly cited in v18.1, unknown groups too', cited14);
}
if (sets.includes('campaigns')) {
  const campaigns = campaignsOf(v18.table, v18.evidence, false).map((q) => answer(q));
  closed('v18.1 campaigns, rows of the group that only their sources support removed', campaigns);
  if (process.argv.includes('--bounds')) couldReach(campaigns, 0.58);
  closed(
    'v18.1 campaigns, their sources removed everywhere',
    campaignsOf(v18.table, v18.evidence).map((q) => answer(q)),
  );
}
if (sets.includes('left')) {
  const questions = leaveReportOut(v18.table, v18.evidence);
  const left = questions.map((q) => answer(q));
  closed('v18.1, each report left out', left);
  closed(
    'v18.1, each report left out that v12.1 does not cite',
    left.filter((a) => !cited12.has(a.question.name)),
  );
  const gone = questions.map((q) => answer(q, false, withoutCandidate(q.evidence, q.truth)));
  open('v18.1, each report left out, with its group and without', [...left, ...gone]);
}
