import type { Span } from '../base/span.ts';
import type { Kind, Stance } from '../model/statement.ts';
import { type Clause, segment } from './clauses/segment.ts';
import { subjectOf } from './clauses/subject.ts';
import { type KindScore, scoreKinds } from './kinds/score.ts';
import type { Utterance } from './speech/attribute.ts';

/** A stretch of an utterance that makes one claim, before its fields are filled in. */
export interface ClaimSpan extends Span {
  readonly kind: Kind;
  readonly stance: Stance | null;
  readonly score: number;
  readonly role: Clause['role'];
  readonly utterance: Utterance;
}

/** Weight from which a clause makes a statement; in a sentence that somebody utters a little less will do. */
export const THRESHOLD = { narrator: 1.5, spoken: 1 };

/** The claims of an utterance, in order: clauses with cues of their own, joined where neighbours claim the same kind of thing. */
export function claimsOf(flat: string, utterance: Utterance): ClaimSpan[] {
  const tokens = utterance.sentence.tokens;
  const clauses = segment(tokens, utterance);
  const threshold = utterance.verb || utterance.quoted ? THRESHOLD.spoken : THRESHOLD.narrator;
  const claims: ClaimSpan[] = [];
  let loose: Clause | null = null;
  for (const clause of clauses) {
    const words = flat.slice(clause.start, clause.end);
    const best = choose(scoreKinds(words, clause.role, subjectOf(tokens, clause).type), utterance, claims.length === 0);
    const last = claims[claims.length - 1];
    if (!best || best.weight < Math.max(threshold, needed(clause))) {
      if (last) claims[claims.length - 1] = { ...last, end: clause.end };
      else loose = loose ? { ...(loose as Clause), end: clause.end } : clause;
      continue;
    }
    if (
      last &&
      last.kind === best.kind &&
      !(clause.role === 'joined' && clause.subject) &&
      clause.role !== 'relative' &&
      clause.role !== 'main'
    ) {
      claims[claims.length - 1] = { ...last, end: clause.end, score: Math.max(last.score, best.weight) };
      continue;
    }
    const start = loose && claims.length === 0 ? loose.start : clause.start;
    claims.push({
      start,
      end: clause.end,
      kind: best.kind,
      stance: best.stance,
      score: best.weight,
      role: clause.role,
      utterance,
    });
    loose = null;
  }
  return claims;
}

/** Clauses that hang on another one must speak louder to stand alone. */
function needed(clause: Clause): number {
  if (clause.role === 'joined') return clause.subject ? 0 : 2;
  return { main: 0, participle: 2.5, relative: 3, purpose: 2.5, condition: 3.5 }[clause.role];
}

function choose(scores: readonly KindScore[], utterance: Utterance, first: boolean): KindScore | null {
  const verb = utterance.verb;
  if (first && verb?.group === 'perform' && verb.stance && verb.stance !== 'asserts') {
    return (
      scores.find((score) => score.kind === 'response') ?? {
        kind: 'response',
        weight: 4,
        stance: verb.stance,
        certainty: null,
      }
    );
  }
  return scores[0] ?? null;
}
