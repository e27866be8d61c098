import { KIND_CUES } from './index.ts';
import { PatternIndex } from './prefixes.ts';

/** Which cues of which kinds a clause (ASCII quotes) has: one list of indices a kind, in the order of the kinds table. */
export type CueHits = readonly (readonly number[])[];

const FLAT = KIND_CUES.flatMap(({ cues }, kind) => cues.map((cue, index) => ({ kind, index, cue })));
const INDEX = new PatternIndex(FLAT.map(({ cue }) => cue.starts));

/** Finds them once, for the scores and for the model. */
export function cueHits(clause: string): CueHits {
  const hits: number[][] = KIND_CUES.map(() => []);
  for (const candidate of INDEX.candidates(clause.toLowerCase())) {
    const { kind, index, cue } = FLAT[candidate]!;
    if (cue.pattern.test(clause)) hits[kind]!.push(index);
  }
  return hits;
}
