import type { Certainty, Kind, Stance } from '../../model/statement.ts';
import type { ClauseRole } from '../clauses/segment.ts';
import type { SubjectClass } from '../clauses/subject.ts';
import { type CueHits, cueHits } from './hits.ts';
import { KIND_CUES } from './index.ts';
import { type Around, KIND_LABELS, type KindLabel, kindShares, type Within } from './model.ts';
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

/** How much a factor e of the probability that a clause claims nothing takes from every kind, where it is above chance. */
const NOTHING_SHARE = 0.2;

/** What the wording of a clause says before the model is asked. */
export interface Heard {
  readonly hits: CueHits;
  /** In the order of the kinds table, without the model's share. */
  readonly scores: readonly KindScore[];
  /** The kind that the cues speak for, `none` where they are weak. */
  readonly leading: KindLabel;
}

/** Weight from which a neighbour takes the kind of a clause into account. */
const LEADS = 1;

/**
 * What speaks for the kinds in a clause (ASCII quotes; its predicate begins at `predicate`): the weight of the cues, the
 * constructions that turn it, and the prior of the subject's class.
 */
export function hearKinds(clause: string, role: ClauseRole, subject: SubjectClass = 'none', predicate = 0): Heard {
  const hits = cueHits(clause);
  const turns = turnsOf(clause);
  let leading: KindLabel = 'none';
  let most = LEADS;
  const prior = PRIORS[subject];
  const scores: KindScore[] = [];
  for (let k = 0; k < KIND_CUES.length; k++) {
    const { kind, cues } = KIND_CUES[k]!;
    const found = hits[k]!;
    let best = 0;
    let rest = 0;
    let stance: Stance | null = null;
    let certainty: Certainty | null = null;
    for (let i = 0; i < found.length; i++) {
      const { index, end } = found[i]!;
      const { weight: full, stance: s, certainty: c } = cues[index]!;
      const weight = end <= predicate ? full * SUBJECT_SHARE : full;
      rest += Math.min(best, weight);
      best = Math.max(best, weight);
      stance ??= s ?? null;
      certainty ??= c ?? null;
    }
    const bonus = best && role === 'purpose' ? (kind === 'intent' ? 1 : kind === 'intrusion' ? -1 : 0) : 0;
    const unheard = kind === 'alias' && !best ? -ALIAS_NEEDS : 0;
    const weight = unheard + best + Math.min(rest / 2, 2) + bonus + (prior[kind] ?? 0) + (turns[kind] ?? 0);
    if (weight > most) {
      most = weight;
      leading = kind;
    }
    scores.push({ kind, weight, stance, certainty, cued: best > 0 });
  }
  return { hits, scores, leading };
}

/**
 * Scores of the kinds for a clause, strongest first; ties keep the order of the kinds table. A score is what is heard in the
 * clause and the kind model's log-odds against chance, which also heeds the rest of the sentence, less its log-odds for no claim.
 */
export function scoreKinds(clause: string, { hits, scores }: Heard, around?: Around | Within): KindScore[] {
  const shares = kindShares(clause, hits, around);
  const nothing = NOTHING_SHARE * Math.max(0, Math.log(shares[NOTHING]! * KIND_LABELS.length));
  const sorted: KindScore[] = [];
  for (let k = 0; k < scores.length; k++) {
    const { kind, weight: heard, stance, certainty, cued } = scores[k]!;
    const share = Math.max(shares[LABELS[k]!]!, 1e-3);
    const weight = heard - nothing + MODEL_SHARE * Math.log(share * KIND_CUES.length);
    let at = k;
    for (; at > 0 && sorted[at - 1]!.weight < weight; at--) sorted[at] = sorted[at - 1]!;
    sorted[at] = { kind, weight, stance, certainty, cued };
  }
  return sorted;
}

/** The numbers of the kinds among the model's labels. */
const LABELS = KIND_CUES.map(({ kind }) => KIND_LABELS.indexOf(kind));
const NOTHING = KIND_LABELS.indexOf('none');
