import { isVerb } from '../clauses/phrase.ts';
import { ATTACKS } from '../lexicon/things.ts';
import type { Token } from '../tokens.ts';

/** Whether a number of attacks follows a verb, behind words that bound it: "counted over 1,300 attacks". */
export function numbersAttacks(tokens: readonly Token[], v: number): boolean {
  const number = tokens.findIndex(({ pos }, i) => i > v && i < v + 5 && pos === 'NUM');
  if (number < 0 || tokens.slice(v + 1, number).some((token) => isVerb(token) || /[,.;:"]/.test(token.text)))
    return false;
  return tokens.slice(number + 1, number + 5).some(({ lower }) => ATTACKS.has(lower));
}

/** Verbs of seeing that say something without a clause of their own where they number attacks. */
export const OBSERVES = /^observ/;
