import type { Assessment, WeighingChange } from './assessment.ts';
import type { Forgeability } from './grade.ts';
import type { Evidence, Hypothesis, LookFor } from './weighing.ts';

/** One question in a list. */
export interface WeighingRow {
  readonly id: string;
  readonly question: string;
  readonly case: string | null;
  readonly template: string | null;
  readonly hypotheses: number;
  readonly evidence: number;
  readonly analysts: readonly string[];
  /** The most probable one; null while nobody has rated. */
  readonly leader: { readonly text: string; readonly probability: number; readonly words: string } | null;
  /** Evidence that alone changes the lead. */
  readonly flips: readonly string[];
  readonly outcome: string | null;
  readonly latest: string;
}

/** One question with all that follows from it. */
export interface WeighingView {
  readonly id: string;
  /** Under which name the asker's own ratings are recorded. */
  readonly you: string;
  /** Everybody who rated or judged by then, also when one analyst's view is asked for. */
  readonly analysts: readonly string[];
  /** The case of the ledger that it is about. */
  readonly case: string | null;
  readonly assessment: Assessment;
  readonly history: readonly WeighingChange[];
  /** As entered, for editing. */
  readonly evidence: readonly Evidence[];
  readonly hypotheses: readonly Hypothesis[];
  readonly look_for: readonly LookFor[];
}

export interface WeighingTemplate {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly help: string;
  readonly hypotheses: readonly Hypothesis[];
}

/** What a page needs to offer choices. */
export interface WeighingTables {
  readonly templates: readonly WeighingTemplate[];
  readonly kinds: readonly { readonly id: string; readonly words: string; readonly forgeability: Forgeability }[];
  readonly roles: readonly { readonly id: string; readonly words: string }[];
}
