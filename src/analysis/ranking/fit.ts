import type { AttackTable } from '../../knowledge/attack/table.ts';
import { type Evidence, evidenceOf, withoutCandidate, yearOf } from './evidence.ts';
import { type Comparison, compare, FEATURES, type Feature } from './features.ts';
import { type RankingModel, SIGNALS, type Signal, signalsOf, utilities } from './model.ts';
import { COUNTING, type Counting, type Profiles, profilesOf } from './profiles.ts';
import { leaveReportOut, type Question, yearsAfter } from './questions.ts';
import { type Choice, conditionalLogit, logistic } from './train.ts';

/** What a model is fitted with; chosen by cross-validation inside the training splits (docs/METHODS.md). */
export interface FitSettings {
  /** Years before the version's last change at which to stand and look at the reports that follow. */
  readonly cuts: readonly number[];
  /** For how many years. */
  readonly span: number;
  readonly penalty: number;
  readonly counting: Counting;
  readonly features: readonly Feature[];
}

export const FIT: FitSettings = {
  cuts: [6, 5, 4, 3, 2, 1],
  span: 3,
  penalty: 10,
  counting: COUNTING,
  // Without vulnerabilities, sectors and the like: reports of ATT&CK tell of too few to learn from.
  features: FEATURES.filter((f) => f !== 'otherOdds'),
};

/** A question as the fit sees it: compared with the candidates, the right one by number or -1, and how much it counts. */
export interface Case {
  readonly comparison: Comparison;
  readonly chosen: number;
  readonly weight: number;
  readonly question: Question;
}

/**
 * Learns the weights of a ranking from one ATT&CK version alone: from reports of the years after several cuts against what was published before, and from
 * reports left out one at a time. Groups without a profile, and groups taken out on purpose, teach "none of these". Takes seconds to a minute.
 */
export function fitRanking(table: AttackTable, settings: FitSettings = FIT): RankingModel {
  const cases = trainingCases(table, settings);
  return fitCases(
    cases,
    settings,
    `ATT&CK ${table.version ?? table.modified}, its own reports only (${cases.length} questions)`,
  );
}

/** The questions a version gives for training. The share of unknown groups is that of the years after the cuts. */
export function trainingCases(table: AttackTable, settings: FitSettings = FIT): Case[] {
  const evidence = evidenceOf(table);
  const year = Math.floor(evidence.until);
  const forward = yearsAfter(
    table,
    evidence,
    settings.cuts.map((back) => year - back),
    settings.span,
  );
  const left = leaveReportOut(table, evidence);
  const known = forward.filter((q) => q.known).length;
  const unknownEach = known ? (forward.length - known) / known : 0.5;
  const cases: Case[] = [];
  let last: { evidence: Evidence; profiles: Profiles } | undefined;
  const take = (question: Question, evidence: Evidence, isKnown: boolean, weight: number): void => {
    if (last?.evidence !== evidence) last = { evidence, profiles: profilesOf(evidence, settings.counting) };
    const { profiles } = last;
    const chosen = isKnown ? profiles.candidates.indexOf(question.truth) : -1;
    cases.push({
      comparison: compare(profiles, question.items, question.published ? yearOf(question.published) : null),
      chosen,
      weight,
      question,
    });
  };
  for (const question of forward) take(question, question.evidence, question.known, 1);
  for (const question of left) take(question, question.evidence, true, 1);
  for (const question of left) take(question, withoutCandidate(question.evidence, question.truth), false, unknownEach);
  return cases;
}

/** Fits weights, leaving out features that would speak against a candidate for being like what was seen. */
export function fitCases(cases: readonly Case[], { penalty, features }: FitSettings, trained: string): RankingModel {
  let used = features;
  let weights: number[] = [];
  for (let again = true; again; ) {
    const choices = cases
      .filter(({ chosen }) => chosen >= 0)
      .map(
        ({ comparison, chosen, weight }): Choice => ({ values: used.map((f) => comparison.values[f]), chosen, weight }),
      );
    weights = conditionalLogit(choices, used.length, penalty);
    const kept = used.filter((f, k) => weights[k]! > 0 || f === 'activity' || f === 'profileSize');
    again = kept.length < used.length;
    used = kept;
  }
  const byFeature = Object.fromEntries(FEATURES.map((f) => [f, 0])) as Record<Feature, number>;
  used.forEach((f, k) => {
    byFeature[f] = weights[k]!;
  });
  // Topics without training count half as much as malware, a caution that no data speaks for or against.
  byFeature.otherOdds ||= byFeature.softwareOdds / 2;
  const sharpness = { within: sharpnessOf(false), after: sharpnessOf(true) };
  // Only questions about later days tell how often a group is new.
  const later = cases.filter(({ comparison }) => comparison.late > 0);
  const rows = later.map(({ comparison }) => signalsOf(comparison, utilities({ weights: byFeature }, comparison)));
  const fitted = logistic(
    rows.map((row) => SIGNALS.map((s) => row[s])),
    later.map(({ chosen }) => (chosen >= 0 ? 1 : 0)),
    later.map(({ weight }) => weight),
    1,
  );
  const signals = Object.fromEntries(SIGNALS.map((s, k) => [s, fitted[k]!])) as Record<Signal, number>;
  return {
    version: '1',
    trained,
    weights: byFeature,
    sharpness,
    known: { weights: signals, intercept: fitted.at(-1)! },
  };

  /** One number that utilities are best multiplied with: a conditional logit over them alone. */
  function sharpnessOf(after: boolean): number {
    const own = cases.filter(({ comparison, chosen }) => chosen >= 0 && comparison.late > 0 === after);
    const choices = own.map(({ comparison, chosen, weight }): Choice => {
      return { values: [utilities({ weights: byFeature }, comparison)], chosen, weight };
    });
    return choices.length ? conditionalLogit(choices, 1, 0)[0]! : 1;
  }
}
