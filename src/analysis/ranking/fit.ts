import type { AttackTable } from '../../knowledge/attack/table.ts';
import { type Evidence, evidenceOf, withoutCandidate, yearOf } from './evidence.ts';
import { type Comparison, compare, FEATURES, type Feature } from './features.ts';
import { LATEST, type RankingModel, SIGNALS, type Signal, signalsOf, utilities } from './model.ts';
import { COUNTING, type Counting, type Profiles, profilesOf } from './profiles.ts';
import { leaveReportOut, newcomersAfter, type Question, yearsAfter } from './questions.ts';
import { type Choice, conditionalLogit, logistic } from './train.ts';

/** What a model is fitted with; chosen by cross-validation inside the training splits (docs/METHODS.md). */
export interface FitSettings {
  /** Years before the version's last change at which to stand and look at the reports that follow. */
  readonly cuts: readonly number[];
  /** For how many years. */
  readonly span: number;
  /** The same for questions whether a group is known: cuts and years after them, and how many years of reports before the version's last change are left out. */
  readonly newcomers: { readonly cuts: readonly number[]; readonly span: number; readonly unsettled: number };
  readonly penalty: number;
  readonly counting: Counting;
  readonly features: readonly Feature[];
}

export const FIT: FitSettings = {
  cuts: [6, 5, 4, 3, 2, 1],
  span: 3,
  // ATT&CK's entries are dated from 2017-05 on. Nine of ten reports about groups that were new are entered within 2.2 years, about known ones within 1.5.
  newcomers: { cuts: [4, 3, 2], span: LATEST, unsettled: 2 },
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

/** Questions who it was, among groups that are known, and questions whether it is a known group. */
export interface TrainingCases {
  readonly who: readonly Case[];
  readonly known: readonly Case[];
  /** Share of groups without a published report, a year after the cuts. */
  readonly unknownThen: number;
}

/**
 * Learns the weights of a ranking from one ATT&CK version alone: from reports of the years after several cuts against what was published before, and from
 * reports left out one at a time. Groups that had no entry yet, and groups taken out on purpose, teach "none of these". Takes seconds to a minute.
 */
export function fitRanking(table: AttackTable, settings: FitSettings = FIT): RankingModel {
  const cases = trainingCases(table, settings);
  return fitCases(
    cases,
    settings,
    `ATT&CK ${table.version ?? table.modified}, its own reports only (${cases.who.length} questions who, ${cases.known.length} whether known)`,
  );
}

/** The questions that a version gives for training. */
export function trainingCases(table: AttackTable, settings: FitSettings = FIT): TrainingCases {
  const evidence = evidenceOf(table);
  const year = Math.floor(evidence.until);
  const { cuts, span, unsettled } = settings.newcomers;
  const forward = yearsAfter(
    table,
    evidence,
    settings.cuts.map((back) => year - back),
    settings.span,
  );
  const entered = newcomersAfter(
    table,
    evidence,
    cuts.map((back) => year - back),
    span,
    evidence.until - unsettled,
  );
  // Tables that do not say when entries were made: known is what had been published.
  const newcomers = entered.length ? entered : forward;
  const left = leaveReportOut(table, evidence);
  let last: { evidence: Evidence; profiles: Profiles } | undefined;
  const take = (question: Question, against: Evidence, isKnown: boolean, weight: number): Case => {
    if (last?.evidence !== against) last = { evidence: against, profiles: profilesOf(against, settings.counting) };
    const { profiles } = last;
    const chosen = isKnown ? profiles.candidates.indexOf(question.truth) : -1;
    const asked = question.published ? yearOf(question.published) : null;
    return { comparison: compare(profiles, question.items, asked), chosen, weight, question };
  };
  const within = left.map((question) => take(question, question.evidence, true, 1));
  const later = newcomers.map((question) => take(question, question.evidence, question.known, 1));
  const soon = later.filter(({ comparison }) => comparison.late <= 1);
  const unknown = soon.filter(({ chosen }) => chosen < 0).length;
  const published = yearsAfter(
    table,
    evidence,
    cuts.map((back) => year - back),
    1,
  );
  // While facts are gathered groups are new as often as in the year after.
  const odds = unknown > 0 && unknown < soon.length ? unknown / (soon.length - unknown) : 1;
  return {
    unknownThen: published.length ? published.filter((q) => !q.known).length / published.length : 0.5,
    who: [
      ...forward.filter(({ known }) => known).map((question) => take(question, question.evidence, true, 1)),
      ...within,
    ],
    known: [
      ...later,
      ...within,
      ...left.map((question) => take(question, withoutCandidate(question.evidence, question.truth), false, odds)),
    ],
  };
}

/** Fits weights, leaving out features that would speak against a candidate for being like what was seen. */
export function fitCases(
  { who, known, unknownThen }: TrainingCases,
  { penalty, features }: FitSettings,
  trained: string,
): RankingModel {
  let used = features;
  let weights: number[] = [];
  for (let again = true; again; ) {
    const choices = who.map(
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
  const rows = known.map(({ comparison }) => signalsOf(comparison, utilities({ weights: byFeature }, comparison)));
  const fitted = logistic(
    rows.map((row) => SIGNALS.map((s) => row[s])),
    known.map(({ chosen }) => (chosen >= 0 ? 1 : 0)),
    known.map(({ weight }) => weight),
    1,
  );
  const signals = Object.fromEntries(SIGNALS.map((s, k) => [s, fitted[k]!])) as Record<Signal, number>;
  return {
    version: '1',
    trained,
    weights: byFeature,
    sharpness,
    known: { weights: signals, intercept: fitted.at(-1)! },
    unknownShare: sharesUnknown(known),
    unknownThen,
  };

  /** One number that utilities are best multiplied with: a conditional logit over them alone. */
  function sharpnessOf(after: boolean): number {
    const own = who.filter(({ comparison }) => comparison.late > 0 === after);
    const choices = own.map(({ comparison, chosen, weight }): Choice => {
      return { values: [utilities({ weights: byFeature }, comparison)], chosen, weight };
    });
    return choices.length ? conditionalLogit(choices, 1, 0)[0]! : 1;
  }
}

/** By years since the facts ended: within, in the first year after, and so on while there are questions. Each pair of neighbours that would fall is pooled. */
function sharesUnknown(cases: readonly Case[]): number[] {
  const bins: { share: number; weight: number; years: number }[] = [];
  for (let years = 0; years <= LATEST; years++) {
    const own = cases.filter(
      ({ comparison: { late } }) => (late > 0 ? Math.min(LATEST, Math.ceil(late)) : 0) === years,
    );
    const weight = own.reduce((a, x) => a + x.weight, 0);
    if (!weight) break;
    const unknown = own.reduce((a, x) => a + (x.chosen < 0 ? x.weight : 0), 0);
    bins.push({ share: unknown / weight, weight, years: 1 });
    // Isotonic regression by pooling adjacent violators (Ayer et al. 1955): groups that are new do not become fewer.
    for (let top = bins.at(-2); top && top.share > bins.at(-1)!.share; top = bins.at(-2)) {
      const { share, weight: w, years: y } = bins.pop()!;
      bins[bins.length - 1] = {
        share: (share * w + top.share * top.weight) / (w + top.weight),
        weight: w + top.weight,
        years: y + top.years,
      };
    }
  }
  return bins.flatMap(({ share, years }) => new Array<number>(years).fill(share));
}
