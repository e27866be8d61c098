import type { Forgeability, Grade } from './grade.ts';
import type { Rating } from './rating.ts';

/** One of the answers that compete. `role` ties it to the tables of typical evidence; see `analysis/weigh/templates`. */
export interface Hypothesis {
  readonly id: string;
  readonly text: string;
  readonly role: string | null;
  /** Share of belief before the evidence; null for "as likely as the others". Priors need not sum to one. */
  readonly prior: number | null;
  /** Whether somebody else's hand is being imitated: then evidence that is easy to forge cannot speak against it. */
  readonly false_flag: boolean;
}

/** The log record on which evidence rests. */
export interface RecordReference {
  readonly file: string;
  readonly record: string;
}

/** Something that speaks for or against hypotheses, with where it comes from and how far it can be relied on. */
export interface Evidence {
  readonly id: string;
  readonly text: string;
  /** Kind of trace, as in the table of kinds; gives a forgeability where none is stated. */
  readonly type: string | null;
  /** Who observed or said it; and through whom it came. A source is taken away whole with all that stands or came through it. */
  readonly source: string | null;
  readonly via: readonly string[];
  /** Items of one origin repeat one observation and count once together. Null: an observation of its own. */
  readonly origin: string | null;
  readonly grade: Grade | null;
  /** 0 to 1; set by hand it goes before the one that follows from the grade. */
  readonly weight: number | null;
  readonly forgeability: Forgeability | null;
  /** Evidence that something was *not* seen. `looked` says who looked where; without it, not seeing means little. */
  readonly absence: boolean;
  readonly looked: string | null;
  /** When the evidence was said, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Ids of statements of the ledger. */
  readonly statements: readonly string[];
  readonly records: readonly RecordReference[];
  readonly note: string | null;
}

/** An observation that nobody has made yet, with how well it would fit each hypothesis. */
export interface LookFor {
  readonly id: string;
  readonly text: string;
  readonly expects: Readonly<Record<string, Rating>>;
}

export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What an analyst concludes, in words. The confidence is in the basis of the judgement; how likely the answer is stands apart. */
export interface Judgement {
  readonly text: string;
  readonly confidence: Confidence | null;
  readonly because: string | null;
}

/** What the question is. */
export interface Question {
  readonly question: string;
  /** Id of the template it started from. */
  readonly template: string | null;
  readonly case: string | null;
  readonly note: string | null;
}

/**
 * One act of one analyst on a question. Entries are only ever added; a later one with the same key takes the place of the earlier,
 * `null` takes something out. What was believed on a day is what the entries up to that day say.
 */
export type WeighingPart =
  | { readonly part: 'question'; readonly key: ''; readonly body: Question }
  | { readonly part: 'hypothesis'; readonly key: string; readonly body: Omit<Hypothesis, 'id'> | null }
  | { readonly part: 'evidence'; readonly key: string; readonly body: Omit<Evidence, 'id'> | null }
  /** The key is evidence and hypothesis with a slash between: `E4/H2`. */
  | { readonly part: 'rating'; readonly key: string; readonly body: Rating | null }
  /** Probabilities as the analyst states them, not necessarily coherent. */
  | { readonly part: 'stated'; readonly key: ''; readonly body: Readonly<Record<string, number>> | null }
  | { readonly part: 'judgement'; readonly key: ''; readonly body: Judgement | null }
  /** Which hypothesis turned out to be true. */
  | { readonly part: 'outcome'; readonly key: ''; readonly body: { readonly hypothesis: string } | null }
  | { readonly part: 'look-for'; readonly key: string; readonly body: Omit<LookFor, 'id'> | null };

export type WeighingEntry = WeighingPart & {
  readonly analyst: string;
  /** ISO day or instant. */
  readonly recorded: string;
};

/** What one analyst holds. */
export interface AnalystView {
  readonly analyst: string;
  /** Key as in the entries: `E4/H2`. */
  readonly ratings: ReadonlyMap<string, Rating>;
  readonly stated: Readonly<Record<string, number>> | null;
  readonly judgement: Judgement | null;
  /** The last time the analyst said anything about this question. */
  readonly latest: string;
}

/** A question with its hypotheses, evidence and what each analyst made of it, at one moment. */
export interface Weighing extends Question {
  readonly hypotheses: readonly Hypothesis[];
  readonly evidence: readonly Evidence[];
  readonly analysts: readonly AnalystView[];
  readonly look_for: readonly LookFor[];
  readonly outcome: string | null;
}

export function ratingKey(evidence: string, hypothesis: string): string {
  return `${evidence}/${hypothesis}`;
}
