import { KIND_CUES } from './index.ts';
import { PatternIndex } from './prefixes.ts';

/** Which cues of which kinds a clause (ASCII quotes) has: one list a kind, in the order of the kinds table. */
export type CueHits = readonly (readonly CueHit[])[];

/** A cue that a clause has, and where its match ends. */
export interface CueHit {
  readonly index: number;
  readonly end: number;
}

const FLAT = KIND_CUES.flatMap(({ cues }, kind) => cues.map((cue, index) => ({ kind, index, cue })));
const INDEX = new PatternIndex(FLAT.map(({ cue }) => cue.starts));

/** Finds them once, for the scores and for the model. */
export function cueHits(clause: string): CueHits {
  const hits: CueHit[][] = KIND_CUES.map(() => []);
  for (const candidate of INDEX.candidates(clause.toLowerCase())) {
    const { kind, index, cue } = FLAT[candidate]!;
    const found = cue.pattern.exec(clause);
    if (found) hits[kind]!.push({ index, end: found.index + found[0].length });
  }
  return hits;
}
