import type { Problem } from '../../base/problem.ts';
import type { ReviewState } from '../review.ts';
import type { Forgeability } from './grade.ts';
import type { Rating } from './rating.ts';
import type { Judgement, Question, RecordReference } from './weighing.ts';

/** A hypothesis and how it stands. */
export interface AssessedHypothesis {
  readonly id: string;
  readonly text: string;
  readonly role: string | null;
  readonly false_flag: boolean;
  readonly prior: number;
  /** Sum over the evidence of weight × (1 for I, 2 for II), mean over analysts. The lowest leads. */
  readonly inconsistency: number;
  /** All of them sum to one. */
  readonly probability: number;
  /** The lowest and highest probability if evidence that cannot be judged counted in full or not at all. */
  readonly range: readonly [number, number];
  /** ICD 203 likelihood. */
  readonly words: string;
  /** Cells by state, of all analysts who rated: a hypothesis that nobody rated has no inconsistencies either. */
  readonly cells: { readonly rated: number; readonly not_applicable: number; readonly unrated: number };
}

/** A piece of evidence and what it can tell. */
export interface AssessedEvidence {
  readonly id: string;
  readonly text: string;
  readonly type: string | null;
  readonly source: string | null;
  readonly via: readonly string[];
  readonly origin: string;
  /** `C3`, or null where nobody graded it. */
  readonly grade: string | null;
  /** 0 to 1; null where it cannot be judged. */
  readonly weight: number | null;
  /** What of the weight counts after all items of the origin together count once. */
  readonly counted: number;
  readonly forgeability: Forgeability;
  readonly absence: boolean;
  readonly looked: string | null;
  readonly date: string | null;
  readonly note: string | null;
  /** Population standard deviation of the ratings (CC 2 … II −2) over the hypotheses; null with fewer than two ratings. */
  readonly diagnosticity: number | null;
  readonly excludes: { readonly k: number; readonly of: number };
  /** Mean over analysts, as the nearest rating; null where nobody rated. */
  readonly ratings: Readonly<Record<string, Rating | null>>;
  readonly rests_on: readonly { readonly statement: string; readonly review: ReviewState | 'missing' }[];
  readonly records: readonly RecordReference[];
  readonly removed: boolean;
}

export const FLIP_MEASURES = ['inconsistency', 'probability'] as const;
export type FlipMeasure = (typeof FLIP_MEASURES)[number];

/** What happens when some evidence is taken away. */
export interface Flip {
  /** Ids of evidence, or the name of a source or an origin. */
  readonly remove: readonly string[];
  readonly kind: 'single' | 'pair' | 'source' | 'origin' | 'downgrade';
  readonly by: FlipMeasure;
  /** Who leads then; several when they tie. */
  readonly leaders: readonly string[];
  readonly probabilities: Readonly<Record<string, number>>;
}

export interface FlipSets {
  /** By inconsistency: evidence that alone changes the leading hypothesis, or makes it tie. */
  readonly single: readonly string[];
  /** Pairs of which neither alone does. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Sources with all that came from or through them. */
  readonly sources: readonly string[];
  /** Origins of more than one item. */
  readonly origins: readonly string[];
  /** Evidence of which a weight one step lower does. */
  readonly downgrades: readonly string[];
  /** The fewest observations (an origin is one) whose removal changes the lead; null when nothing can. */
  readonly smallest: readonly string[] | null;
}

/** An observation worth looking for. */
export interface Discriminator {
  readonly id: string;
  readonly text: string;
  readonly from: 'question' | 'table';
  /** Expected information in bits: about all hypotheses, and about the two leading ones alone. */
  readonly gain: number;
  readonly gain_between: number;
  readonly between: readonly [string, string] | null;
  readonly expects: Readonly<Record<string, Rating>>;
  /** The two leading hypotheses' probabilities if it is seen, and if not. */
  readonly if_seen: Readonly<Record<string, number>>;
  readonly if_not: Readonly<Record<string, number>>;
}

export interface AssessedAnalyst {
  readonly analyst: string;
  readonly latest: string;
  readonly ratings: Readonly<Record<string, Rating>>;
  /** From the ratings; null without any. */
  readonly implied: Readonly<Record<string, number>> | null;
  /** As stated, and the nearest probabilities that sum to one. */
  readonly stated: Readonly<Record<string, number>> | null;
  readonly coherent: Readonly<Record<string, number>> | null;
  /** Distance of what was stated from what is coherent (Euclidean); 0 when it summed to one. */
  readonly incoherence: number | null;
  /** What goes into the mean. */
  readonly probability: Readonly<Record<string, number>>;
  readonly inconsistency: Readonly<Record<string, number>> | null;
  readonly judgement: Judgement | null;
}

/** A cell on which analysts differ: standard deviation of their ratings, and whether some hold that it does not apply. */
export interface Disagreement {
  readonly evidence: string;
  readonly hypothesis: string;
  readonly spread: number;
  readonly ratings: Readonly<Record<string, Rating>>;
}

export interface BrierParts {
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  /** What forecasts differ from each other within one band; with it the parts give the score exactly. */
  readonly within: number;
}

export interface Score {
  readonly outcome: string;
  /** Sum over hypotheses of (probability − outcome)², 0 best, 2 worst. */
  readonly brier: number;
  /** What as much belief in each hypothesis would have scored. */
  readonly uniform: number;
  readonly analysts: Readonly<Record<string, number>>;
  /** Of the probabilities of single hypotheses as yes-or-no forecasts, mean score and its parts. */
  readonly binary: { readonly n: number; readonly brier: number } & BrierParts;
}

/** A day on which the picture changed. */
export interface WeighingChange {
  readonly recorded: string;
  readonly analysts: readonly string[];
  readonly entries: readonly { readonly part: string; readonly key: string; readonly analyst: string }[];
  readonly probabilities: Readonly<Record<string, number>>;
  readonly leaders: readonly string[];
  /** How far belief moved: half the sum of absolute changes, 0 to 1. */
  readonly moved: number;
}

/** What a reader of the result has to know, with its words. */
export type Remark = Problem & { readonly message: string };

/** Everything that follows from a weighing. `longwatch weigh --json` prints it. */
export interface Assessment extends Question {
  readonly version: 1;
  readonly as_of: string | null;
  readonly analyst: string | null;
  readonly without: readonly string[];
  readonly hypotheses: readonly AssessedHypothesis[];
  readonly evidence: readonly AssessedEvidence[];
  /** By inconsistency; several when they tie. */
  readonly leading: readonly string[];
  readonly most_probable: readonly string[];
  readonly flips: FlipSets;
  readonly flip_details: readonly Flip[];
  readonly discriminators: readonly Discriminator[];
  readonly analysts: readonly AssessedAnalyst[];
  readonly disagreements: readonly Disagreement[];
  readonly score: Score | null;
  readonly outcome: string | null;
  readonly remarks: readonly Remark[];
}
