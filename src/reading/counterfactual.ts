import type { Span } from '../base/span.ts';

/** "if it were …", "if it had been …", "had it been …", "were this …": the condition, up to the words that say what would follow. */
const CONDITION =
  /\b(?:if (?:[\w'.-]+ ){1,6}?(?:were|was|had(?: been)?)|(?:had|were) (?:it|this|that|they|he|she|we|(?:the|this|that|these|those) [\w'-]+(?: [\w'-]+)?)) [^.;]*?(?:'d|\b(?:would|should|could))\b(?<have>(?: \w+)? have\b)?/gi;

/** Whether the condition itself tells of what was not: "had been", "had wanted". */
const PAST = /\bhad\b/i;

/** What says that the consequence did not come: "which we did not see", "but nobody has", "but there was none". */
const UNMET =
  /\b(?:which|but|yet|and|though|although)\b(?: (?:this|that|it|so far|in fact))?,? (?:[\w'-]+ ){0,4}?(?:(?:did|do|does|has|have|had|was|were|is|are)(?:n't| not)\b|(?:was|were|is|are|has been|found|saw|seen) (?:no|none|nothing)\b|never\b)|\b(?:but|yet|which) (?:nobody|no one|nothing|none)\b/i;

/** The same as a sentence of its own right after: "We have not seen that." */
const UNMET_AFTER =
  /^["']?\s*["']?(?:but |yet |however, )?(?:so far,? )?(?:we|i|they|investigators|researchers|analysts|nobody|no one|nothing|none|this|that|it|there)\b (?:[\w']+ )?(?:(?:did|do|does|has|have|was|were|is|are)(?:n't| not)\b|(?:has|have|was|were) (?:no|none|nothing|never)\b|of (?:that|the kind))/i;

/**
 * The stretches of a sentence (ASCII quotes) that are told as contrary to fact, from the condition to the end of what would have
 * followed from it: a condition in the past perfect with "would have", or any unreal condition whose consequence, in the same
 * sentence or the next, is said not to have been seen. Who says so denies what stands in the condition.
 */
export function contraryToFact(flat: string, sentence: Span): Span[] {
  const words = flat.slice(sentence.start, sentence.end);
  if (!/\b(?:if|had|were)\b/i.test(words)) return [];
  const found: Span[] = [];
  for (const match of words.matchAll(CONDITION)) {
    const past = match.groups!.have !== undefined && PAST.test(match[0]);
    const rest = words.slice(match.index + match[0].length);
    const next = flat.slice(sentence.end, sentence.end + 90).trimStart();
    if (past || UNMET.test(rest) || UNMET_AFTER.test(next))
      found.push({ start: sentence.start + match.index, end: sentence.end });
  }
  return found;
}
