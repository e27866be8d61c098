import type { Certainty, Kind, Stance } from '../../model/statement.ts';
import type { ClauseRole } from '../clauses/segment.ts';
import type { SubjectClass } from '../clauses/subject.ts';
import { cueHits } from './hits.ts';
import { KIND_CUES } from './index.ts';
import { kindProbabilities } from './model.ts';
import { PRIORS } from './priors.ts';
import { turnsOf } from './turns.ts';

/** How strongly a clause speaks for a kind, and what its wording says of stance and certainty. */
export interface KindScore {
  readonly kind: Kind;
  readonly weight: number;
  readonly stance: Stance | null;
  readonly certainty: Certainty | null;
  /** Whether a wording of the kind is there, or only what its words resemble. */
  readonly cued: boolean;
}

/** What words in the subject count beside the same words in the predicate: "boycotts backfired" is about backfiring. */
const SUBJECT_SHARE = 0.7;

/** Two names side by side take a wording that says so; the model alone would see them in any list. */
const ALIAS_NEEDS = 4;

/** How much a factor e of probability weighs beside a cue's weight of one. */
const MODEL_SHARE = 0.5;

/**
 * Scores of the kinds for a clause (ASCII quotes; its predicate begins at `predicate`; `around` are the other words of its sentence), strongest first; ties keep the order of the kinds table. A score is the
 * weight of the cues, the prior of the subject's class, and the kind model's log-odds against chance.
 */
export function scoreKinds(
  clause: string,
  role: ClauseRole,
  subject: SubjectClass = 'none',
  predicate = 0,
  around: readonly string[] = [],
): KindScore[] {
  const hits = cueHits(clause);
  const probabilities = kindProbabilities(clause, hits, around);
  const turns = turnsOf(clause);
  const scores = KIND_CUES.map(({ kind, cues }, k): KindScore => {
    let best = 0;
    let rest = 0;
    let stance: Stance | null = null;
    let certainty: Certainty | null = null;
    for (const { index, end } of hits[k]!) {
      const { weight: full, stance: s, certainty: c } = cues[index]!;
      const weight = end <= predicate ? full * SUBJECT_SHARE : full;
      rest += Math.min(best, weight);
      best = Math.max(best, weight);
      stance ??= s ?? null;
      certainty ??= c ?? null;
    }
    const bonus = best && role === 'purpose' ? (kind === 'intent' ? 1 : kind === 'intrusion' ? -1 : 0) : 0;
    const learnt = MODEL_SHARE * Math.log(Math.max(probabilities[kind], 1e-3) * KIND_CUES.length);
    const unheard = kind === 'alias' && !best ? -ALIAS_NEEDS : 0;
    const weight =
      unheard + best + Math.min(rest / 2, 2) + bonus + (PRIORS[subject][kind] ?? 0) + (turns[kind] ?? 0) + learnt;
    return { kind, weight, stance, certainty, cued: best > 0 };
  });
  return scores.sort((a, b) => b.weight - a.weight);
}
