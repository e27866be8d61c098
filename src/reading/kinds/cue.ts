import type { Certainty, Kind, Stance } from '../../model/statement.ts';
import { startsOf } from './prefixes.ts';

/**
 * A wording that speaks for a kind. Patterns run, ignoring case, on a clause whose quotes and apostrophes are ASCII.
 * Weights add up within a kind, the strongest counting whole and the others half: 3 alone makes a statement of a clause,
 * 1 and 2 need company.
 */
export interface Cue {
  readonly pattern: RegExp;
  readonly weight: number;
  /** How its matches can start, null when that cannot be listed; to skip texts without such words. */
  readonly starts: readonly string[] | null;
  /** What the wording says about the stance or the certainty, where it does. */
  readonly stance?: Stance;
  readonly certainty?: Certainty;
}

/** The wordings of one kind. */
export interface KindCues {
  readonly kind: Kind;
  readonly cues: readonly Cue[];
}

/** A cue from the source of a regular expression; `\b` is put at both ends. */
export const cue = (source: string, weight: number, more: Pick<Cue, 'stance' | 'certainty'> = {}): Cue => ({
  pattern: new RegExp(`\\b(?:${source})\\b`, 'i'),
  weight,
  starts: startsOf(source),
  ...more,
});
