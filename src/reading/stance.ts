import type { Span } from '../base/span.ts';
import type { Kind, Stance } from '../model/statement.ts';
import { subjectOf } from './clauses/subject.ts';
import { words } from './lexicon/words.ts';
import type { Token } from './tokens.ts';

const NOBODY = words('no none nobody nothing neither');

/** Wordings that leave a claim open. */
const DOUBTS =
  /\b(?:(?:not|n't) (?:(?:yet|been|be|\w+ly) ){0,3}(?:confirmed|verified|corroborated)|not (?:yet |precisely |exactly |immediately )?(?:known|clear|certain|conclusive|sure)(?! how)|(?:is|are|was|were|remains?|remained|still|yet) unknown(?! how)|unknown (?:whether|who|if|which)|unclear(?! how)|uncertain|inconclusive|(?:notoriously |very |extremely |often )?(?:difficult|hard|impossible) to (?:say|know|tell|attribute|prove|determine|establish|verify)|is (?:notoriously )?difficult|not (?:be )?possible to|rais(?:es?|ed|ing) (?:\w+ )?(?:questions|doubts)|remains? (?:unclear|unknown|to be seen|a mystery|an open question)|too (?:early|soon) to|no way (?:of knowing|to know)|cannot be sure|can't be sure|hardly|question(?:s|ed)? whether|(?:is|remains|leaves) (?:\w+ )?(?:a|an open|the) question|leaves? (?:it |this |that )?open)\b/i;

const NEGATORS = words('not never no none nobody nothing neither nor without');
/** What follows a negator and keeps it from denying: "not only", "could not rule out", "wouldn't be surprised". */
const NO_DENIAL = words(
  'only just rule surprised surprising least long until yet necessarily surprise secret such wonder mention less more immediately',
);
const PREVENTING = words('prevent stop deter dissuade discourage halt keep hinder');
const REFUSING =
  /\b(?:address|say|comment|answer|identify|name|disclose|discuss|respond|reply|return|elaborate|specify|confirm|reveal|provide|give|release|publish)\b/i;

/**
 * The stance of a claim: what its cue or its speech verb says; else doubt where its words leave it open; else denial where its
 * predicate is negated ("were not taken", "no one paid", "failed to"), which for an answer about telling is a refusal.
 */
export function stanceOf(
  clause: string,
  tokens: readonly Token[],
  claim: Span,
  kind: Kind,
  given: Stance | null,
): Stance {
  if (given && given !== 'asserts') return given;
  if (DOUBTS.test(clause)) return 'doubts';
  if (!negated(tokens, claim)) return given ?? 'asserts';
  return kind === 'response' && REFUSING.test(clause) ? 'declines' : 'denies';
}

/** Whether the predicate of the claim's clause, or its subject as a whole, is negated. */
function negated(tokens: readonly Token[], claim: Span): boolean {
  const { run, verb } = subjectOf(tokens, claim);
  let to = verb;
  while (to < tokens.length && tokens[to]!.end <= claim.end) to++;
  if (verb >= to) return false;
  const opening = tokens[run.from];
  if (run.to > run.from && opening && NOBODY.has(opening.lower)) return true;
  let seen = 0;
  for (let i = verb; i < to && seen < 3; i++) {
    const token = tokens[i]!;
    if (NEGATORS.has(token.lower) || /n['’]t$/.test(token.lower) || token.lower === 'cannot') {
      const next = tokens.slice(i + 1, i + 3).map(({ lower }) => lower);
      return !next.some((word) => NO_DENIAL.has(word));
    }
    // To fail to prevent a thing is to say that it came.
    if (/^fail(?:ed|s|ing)?$/.test(token.lower) && tokens[i + 1]?.lower === 'to')
      return !PREVENTING.has(tokens[i + 2]?.lower ?? '');
    if (token.pos === 'VERB') seen++;
    else if (token.pos === 'NOUN' || token.pos === 'PROPN') return false;
  }
  return false;
}
