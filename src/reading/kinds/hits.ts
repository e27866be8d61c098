import { KIND_CUES } from './index.ts';
import { wordStarts } from './prefixes.ts';

/** Which cues of which kinds a clause (ASCII quotes) has: one list of indices a kind, in the order of the kinds table. */
export type CueHits = readonly (readonly number[])[];

/** Finds them once, for the scores and for the model. */
export function cueHits(clause: string): CueHits {
  const starts = wordStarts(clause);
  return KIND_CUES.map(({ cues }) => {
    const hits: number[] = [];
    for (let i = 0; i < cues.length; i++) {
      const { pattern, starts: own } = cues[i]!;
      if ((!own || own.some((start) => starts.has(start))) && pattern.test(clause)) hits.push(i);
    }
    return hits;
  });
}
