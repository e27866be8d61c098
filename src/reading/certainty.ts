import { CERTAINTIES, type Certainty } from '../model/statement.ts';
import { PatternIndex, startsOf } from './kinds/prefixes.ts';
import { HEDGES } from './lexicon/hedges.ts';

const INDEX = new PatternIndex(HEDGES.map(({ source }) => startsOf(source)));

/** The certainty that the words of a claim leave, the weakest hedge counting; `base` is what its speech verb gives. */
export function certaintyOf(clause: string, base: Certainty = 'certain'): Certainty {
  let weakest: Certainty = base;
  for (const candidate of INDEX.candidates(clause.toLowerCase())) {
    const { pattern, certainty } = HEDGES[candidate]!;
    if (CERTAINTIES.indexOf(certainty) > CERTAINTIES.indexOf(weakest) && pattern.test(clause)) weakest = certainty;
  }
  return weakest;
}
