import type { Claim } from './statement.ts';

/** An analyst's word on a statement. `undo` takes back that analyst's latest standing review. Append-only. */
export const VERDICTS = ['accept', 'reject', 'correct', 'undo'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Review {
  readonly id: string;
  readonly statement_id: string;
  readonly analyst: string;
  readonly verdict: Verdict;
  /** For `correct`: the fields that change, the rest stays as the source had it. */
  readonly corrected: Partial<Claim> | null;
  readonly note: string | null;
  /** ISO 8601 instant. */
  readonly recorded: string;
}

/** The state a statement shows: the latest review that was not undone. */
export const REVIEW_STATES = ['unreviewed', 'accepted', 'rejected', 'corrected'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
