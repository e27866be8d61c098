import type { Span } from '../base/span.ts';
import type { Kind, Stance } from '../model/statement.ts';
import { type Clause, segment } from './clauses/segment.ts';
import { type KindScore, scoreKinds } from './kinds/score.ts';
import type { Utterance } from './speech/attribute.ts';
import type { Token } from './tokens.ts';

/** A stretch of an utterance that makes one claim, before its fields are filled in. */
export interface ClaimSpan extends Span {
  readonly kind: Kind;
  readonly stance: Stance | null;
  readonly score: number;
  readonly role: Clause['role'];
  readonly utterance: Utterance;
}

/** Weight from which a clause makes a statement; in a sentence that somebody utters a little less will do. */
export const THRESHOLD = { narrator: 2.5, spoken: 2 };

/** The claims of an utterance, in order: clauses with cues of their own, joined where neighbours claim the same kind of thing. */
export function claimsOf(flat: string, utterance: Utterance): ClaimSpan[] {
  const tokens = utterance.sentence.tokens;
  const clauses = segment(tokens, utterance);
  const threshold = utterance.verb || utterance.quoted ? THRESHOLD.spoken : THRESHOLD.narrator;
  const claims: ClaimSpan[] = [];
  let loose: Clause | null = null;
  for (const clause of clauses) {
    const words = flat.slice(clause.start, clause.end);
    const best = choose(scoreKinds(words, clause.role), utterance, claims.length === 0);
    const last = claims[claims.length - 1];
    if (!best || best.weight < threshold) {
      if (last) claims[claims.length - 1] = { ...last, end: clause.end };
      else loose = loose ? { ...loose, end: clause.end } : clause;
      continue;
    }
    if (last && last.kind === best.kind && clause.role !== 'relative' && adjacent(tokens, last, clause)) {
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

const adjacent = (_tokens: readonly Token[], last: Span, next: Span): boolean => next.start - last.end < 12;
