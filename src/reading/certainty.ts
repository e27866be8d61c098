import { CERTAINTIES, type Certainty } from '../model/statement.ts';
import { HEDGES } from './lexicon/hedges.ts';

/** The certainty that the words of a claim leave, the weakest hedge counting; `base` is what its speech verb gives. */
export function certaintyOf(clause: string, base: Certainty = 'certain'): Certainty {
  let weakest: Certainty = base;
  for (const { pattern, certainty } of HEDGES) {
    if (CERTAINTIES.indexOf(certainty) > CERTAINTIES.indexOf(weakest) && pattern.test(clause)) weakest = certainty;
  }
  return weakest;
}
