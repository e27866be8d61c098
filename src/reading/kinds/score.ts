import type { Certainty, Kind, Stance } from '../../model/statement.ts';
import type { ClauseRole } from '../clauses/segment.ts';
import type { SubjectClass } from '../clauses/subject.ts';
import { KIND_CUES } from './index.ts';
import { PRIORS } from './priors.ts';

/** How strongly a clause speaks for a kind, and what its wording says of stance and certainty. */
export interface KindScore {
  readonly kind: Kind;
  readonly weight: number;
  readonly stance: Stance | null;
  readonly certainty: Certainty | null;
}

/** Scores of the kinds that a clause has cues for, strongest first; ties keep the order of the kinds table. */
export function scoreKinds(clause: string, role: ClauseRole, subject: SubjectClass = 'none'): KindScore[] {
  const scores: KindScore[] = [];
  for (const { kind, cues } of KIND_CUES) {
    let best = 0;
    let rest = 0;
    let stance: Stance | null = null;
    let certainty: Certainty | null = null;
    for (const { pattern, weight, stance: s, certainty: c } of cues) {
      if (!pattern.test(clause)) continue;
      if (weight > best) {
        rest += best;
        best = weight;
      } else rest += weight;
      if (s && !stance) stance = s;
      if (c && !certainty) certainty = c;
    }
    const prior = PRIORS[subject][kind] ?? 0;
    if (!best && !prior) continue;
    const bonus = kind === 'intent' && role === 'purpose' ? 1 : kind === 'intrusion' && role === 'purpose' ? -1 : 0;
    scores.push({ kind, weight: best + Math.min(rest / 2, 2) + bonus + prior, stance, certainty });
  }
  return scores.sort((a, b) => b.weight - a.weight);
}
