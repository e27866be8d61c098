import { KIND_CUES } from './index.ts';
import { PatternIndex, rising } from './prefixes.ts';

/** Which cues of which kinds a clause (ASCII quotes) has: one list a kind, in the order of the kinds table. */
export type CueHits = readonly (readonly CueHit[])[];

/** A cue that a clause has, and where its match ends. */
export interface CueHit {
  readonly index: number;
  readonly end: number;
}

const FLAT = KIND_CUES.flatMap(({ cues }, kind) =>
  cues.map((cue, index) => ({ kind, index, cue, sticky: new RegExp(cue.pattern.source, 'iy') })),
);
const INDEX = new PatternIndex(FLAT.map(({ cue }) => cue.starts));
/** The end of each cue's match, 0 for none. */
const ends = new Uint32Array(FLAT.length);

/** Where a clause has none. */
const NONE: readonly CueHit[] = [];
const NOTHING: readonly (readonly CueHit[])[] = KIND_CUES.map(() => NONE);

/**
 * Finds them once, for the scores and for the model. A cue is tried only at the places where its words can begin, in rising
 * order, so that its first match is found as in a search through the whole clause.
 */
export function cueHits(clause: string): CueHits {
  const lower = clause.toLowerCase();
  // Hardly ever: a capital that takes two small characters shifts the places.
  const searched = lower.length === clause.length ? INDEX.always : FLAT.keys();
  const found: number[] = [];
  if (searched === INDEX.always) {
    const { places } = INDEX;
    const n = INDEX.visit(lower);
    for (let i = 0; i < n; i += 2) {
      const candidate = places[i]!;
      if (ends[candidate] !== 0) continue;
      const { sticky } = FLAT[candidate]!;
      sticky.lastIndex = places[i + 1]!;
      if (!sticky.test(clause)) continue;
      ends[candidate] = sticky.lastIndex;
      found.push(candidate);
    }
  }
  for (const candidate of searched) {
    const match = FLAT[candidate]!.cue.pattern.exec(clause);
    if (!match) continue;
    ends[candidate] = match.index + match[0].length;
    found.push(candidate);
  }
  const hits: (readonly CueHit[])[] = NOTHING.slice();
  for (const candidate of rising(found)) {
    const { kind, index } = FLAT[candidate]!;
    const hit = { index, end: ends[candidate]! };
    if (hits[kind] === NONE) hits[kind] = [hit];
    else (hits[kind] as CueHit[]).push(hit);
    ends[candidate] = 0;
  }
  return hits;
}
